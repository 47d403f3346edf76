"""The command lint: check questions, recipes, worksheets and loose texts."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from coachkit.errors import Level, Problem
from coachkit.lint.files import Report
from coachkit.lint.registry import RULES
from coachkit.resources import data_folder

Run = Callable[..., Any]

SET = """\
naam: Eigen
categorie: pijn
vragen:
  - id: eigen-een
    vraag: Welke zee ruist?
    vraag_u: Welke zee ruist?
"""


def test_a_good_bank_is_exit_0(run: Run, small_shipped: None) -> None:
    ran = run("lint")
    assert (ran.code, ran.out, ran.err) == (0, "", "Alles in orde.\n")


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    path = tmp_path / "kapot, en: zo.yaml"
    path.write_text("naam: S\nvragen:\n  - {id: A, vraag: 'x', vraag_u: 'x', categorie: 50%}\n")
    return path


def test_problems_are_exit_1_with_place_message_cure_and_rule(
    run: Run, small_shipped: None, broken: Path
) -> None:
    ran = run("lint", broken)
    assert ran.code == 1
    lines = ran.out.splitlines()
    assert len(lines) == 3
    assert lines[0].startswith(f"{broken}:3:10: 'id' heeft een vorm die niet kan ('A'); gebruik")
    assert lines[0].endswith("[structuur]")
    assert ran.err == "2 fouten, 1 waarschuwing.\n"


def test_one_problem_is_counted_in_the_singular(
    run: Run, small_shipped: None, tmp_path: Path
) -> None:
    (tmp_path / "a.yaml").write_text("a: [\n")
    assert run("lint", "a.yaml").err == "1 fout.\n"


def test_problems_come_as_json(run: Run, small_shipped: None, broken: Path) -> None:
    ran = run("lint", broken, "--format", "json")
    first = json.loads(ran.out)[0]
    assert (first["line"], first["column"], first["level"]) == (3, 10, "error")
    assert (ran.code, ran.err) == (1, "")


def test_problems_come_as_notes_for_github(run: Run, small_shipped: None, broken: Path) -> None:
    ran = run("lint", broken, "--format", "github")
    first, second = [line for line in ran.out.splitlines() if line.startswith("::error")]
    name = str(broken).replace(":", "%3A").replace(",", "%2C")
    assert first.startswith(f"::error file={name},line=3,col=10,title=structuur::'id' heeft")
    assert "'50%25'" in second


@pytest.mark.parametrize(
    ("level", "words", "code", "kind"),
    [
        ("error", [], 1, "error"),
        ("warning", [], 0, "warning"),
        ("warning", ["--strict"], 1, "warning"),
        ("hint", ["--strict"], 0, "notice"),
    ],
)
@pytest.mark.usefixtures("small_shipped")
def test_what_counts_as_a_problem_depends_on_its_level(
    run: Run, monkeypatch: pytest.MonkeyPatch, level: Level, words: list[str], code: int, kind: str
) -> None:
    problem = Problem("let\nop", level=level, path="a.yaml")
    monkeypatch.setattr("coachkit.cli.lint.report_on", lambda paths, base: Report([problem]))
    ran = run("lint", ".", "--format", "github", *words)
    assert ran.code == code
    assert ran.out == f"::{kind} file=a.yaml,line=0,col=0,title=structuur::let%0Aop\n"


def test_the_practices_own_bank_is_checked_too(
    run: Run, small_shipped: None, tmp_path: Path
) -> None:
    (tmp_path / "vraagbank").mkdir()
    (tmp_path / "vraagbank" / "eigen.yaml").write_text("a: [\n")
    assert run("lint", "--practice", tmp_path).code == 1
    assert run("lint").code == 0


@pytest.fixture
def own(tmp_path: Path, small_shipped: None) -> Callable[[str], Path]:
    def write(text: str) -> Path:
        path = tmp_path / "eigen.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_language_is_told_with_the_exact_place_of_the_text(
    run: Run, own: Callable[[str], Path]
) -> None:
    path = own(SET.replace("vraag: Welke zee ruist?", "vraag: Waarom deed je dat?"))
    ran = run("lint", path)
    assert ran.code == 1
    assert f"{path}:5:12: 'waarom' klinkt als een verwijt; " in ran.out
    assert "'Wat maakte dat je dat deed?' [waarom]" in ran.out


def test_a_file_with_structure_errors_still_gets_the_problems_of_its_texts(
    run: Run, own: Callable[[str], Path]
) -> None:
    text = SET.replace("Welke zee ruist?", "Wat moet je doen?").replace("vraag_u", "# vraag_u")
    ran = run("lint", own(text))
    rules = [line.rpartition("[")[2] for line in ran.out.splitlines()]
    assert rules == ["u-vorm-ontbreekt]", "moeten]"]
    assert "coachkit bank formal" in ran.out


@pytest.mark.usefixtures("small_shipped")
def test_warnings_are_exit_1_only_when_strict_and_hints_never(run: Run, tmp_path: Path) -> None:
    (tmp_path / "tip.txt").write_text("Wat ga je binnenkort doen?\n")
    (tmp_path / "let-op.txt").write_text("Heb je zin?\n")
    assert run("lint", "tip.txt", "--strict").code == 0
    assert run("lint", "let-op.txt").code == 0
    assert run("lint", "let-op.txt", "--strict").code == 1


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], None]:
    def give(raw: bytes) -> None:
        stream = io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8")
        monkeypatch.setattr("sys.stdin", stream)

    return give


@pytest.mark.usefixtures("small_shipped")
def test_questions_come_from_standard_input_one_on_a_line(
    run: Run, typed: Callable[[bytes], None]
) -> None:
    typed(b"Wat wil je?\n\n  - Waarom wil je dat?\n")
    ran = run("lint", "-")
    assert ran.code == 1
    assert ran.out.startswith("invoer:3:5: 'waarom'")
    assert len(ran.out.splitlines()) == 1


@pytest.mark.usefixtures("small_shipped")
@pytest.mark.parametrize("stream", ["utf-8", "cp1252"])
def test_questions_come_in_the_encoding_of_the_console(
    run: Run, monkeypatch: pytest.MonkeyPatch, stream: str
) -> None:
    raw = io.BytesIO("Waarom wil je één café?\n".encode("cp1252"))
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(raw, encoding=stream))
    monkeypatch.setattr("locale.getencoding", lambda: "cp1252")
    assert run("lint", "-").out.startswith("invoer:1:1: 'waarom'")


@pytest.mark.usefixtures("small_shipped")
def test_what_fits_no_encoding_is_told(run: Run, typed: Callable[[bytes], None]) -> None:
    typed(b"Wat \xff?\n")
    assert run("lint", "-").out.startswith("invoer:1:1: dit is geen tekst in UTF-8")


@pytest.mark.parametrize("name", ["-", "x.txt", "X.YAML"])
@pytest.mark.usefixtures("small_shipped")
def test_yaml_is_checked_against_the_bank_wherever_it_stands(
    run: Run, typed: Callable[[bytes], None], tmp_path: Path, name: str
) -> None:
    text = SET.replace("id: eigen-een", "id: p-open")
    typed(text.encode())
    if name != "-":
        (tmp_path / name).write_text(text)
    assert "p-open" in run("lint", name).out


@pytest.mark.usefixtures("small_shipped")
def test_yaml_comes_from_standard_input_too(run: Run, typed: Callable[[bytes], None]) -> None:
    typed(SET.replace("vraag: Welke zee ruist?", "vraag: Waarom?").encode())
    ran = run("lint", "-")
    assert ran.out.startswith("invoer:5:12: 'waarom'")


@pytest.mark.parametrize(
    ("name", "raw", "told"),
    [
        ("x.txt", b"", "er staat geen vraag in"),
        ("x.txt", b"\xff\xfe\x00W", "geen tekst in UTF-8"),
        ("x.txt", b"W\x00at?", "dit is geen tekst"),
        ("x.txt", b"wat " * 250_000, "1: deze tekst heeft meer dan 2000 tekens"),
        ("x.pdf", b"%PDF", "dit soort bestand kan niet worden nagekeken"),
        ("x.ipynb", b"geen json", "dit is geen notebook"),
        ("x.ipynb", b"[1]", "dit is geen notebook"),
        ("x.ipynb", b'{"cells": []}', "geen werkblad van coachkit"),
        ("x.yaml", b"\x89PNG\r\n", "niet in UTF-8"),
    ],
)
@pytest.mark.usefixtures("small_shipped")
def test_bad_input_is_told_in_words(
    run: Run, tmp_path: Path, name: str, raw: bytes, told: str
) -> None:
    (tmp_path / name).write_bytes(raw)
    ran = run("lint", name)
    assert ran.code == 1
    assert f"{name}:" in ran.out
    assert told in ran.out


def test_each_rule_is_explained(run: Run) -> None:
    for rule in RULES.values():
        ran = run("lint", "--explain", rule.id)
        assert ran.code == 0
        assert all(text in ran.out for text in (rule.id, rule.why, rule.bad, rule.good))


def test_an_unknown_rule_is_wrong_usage_and_lists_the_rules(run: Run) -> None:
    ran = run("lint", "--explain", "waroom")
    assert (ran.code, ran.out) == (2, "")
    assert "waarom" in ran.err


def test_allowances_are_shown_with_reasons_and_their_share(
    run: Run, own: Callable[[str], Path]
) -> None:
    path = own(SET + '    mag: {gesloten: "kiezen is de bedoeling"}\n')
    ran = run("lint", path, "--show-allowed")
    assert ran.out == "eigen-een\tgesloten\tkiezen is de bedoeling\n"
    assert ran.err == "1 van de 1 vragen wijken van een regel af (100,0%).\n"


@pytest.mark.usefixtures("small_shipped")
def test_a_worksheet_is_checked_and_names_its_cell(run: Run, tmp_path: Path) -> None:
    (tmp_path / "sanne.yaml").write_text("naam: Sanne\ndoel: meer rust\n")
    assert run("make", "sanne.yaml", "--recipe", "kort", "--format", "ipynb").code == 0
    (path,) = tmp_path.glob("*.ipynb")
    data = json.loads(path.read_text())
    number, cell = next(
        (i, cell)
        for i, cell in enumerate(data["cells"])
        if cell["metadata"].get("coachkit", {}).get("question")
    )
    cell["source"] = "**Waarom doe je dat?**"
    path.write_text(json.dumps(data))
    ran = run("lint", path)
    assert f"{path}: cel {number + 1}: 'waarom'" in ran.out


@pytest.mark.usefixtures("small_shipped")
def test_ten_thousand_questions_in_one_file_are_no_trouble(run: Run, tmp_path: Path) -> None:
    (tmp_path / "veel.txt").write_text("Wat wil je?\n" * 10_000)
    assert run("lint", "veel.txt").code == 0


def test_a_recipe_knows_the_sets_that_stand_beside_it(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "praktijk" / "vraagbank"
    folder.mkdir(parents=True)
    words = "Wat geeft {} lucht in de ochtend?"
    question = f"{{id: eigen-lucht, vraag: {words.format('je')}, vraag_u: {words.format('u')}}}"
    (folder / "set.yaml").write_text(
        f"naam: Lucht\ncategorie: verlangen\nvragen:\n  - {question}\n", encoding="utf-8"
    )
    recipe = folder / "blad.yaml"
    recipe.write_text(
        "id: eigen-blad\ntitel: Lucht\nminuten: 10\nfasen: [overpeinzing]\n"
        "onderdelen:\n  - {kop: Lucht, vraag: eigen-lucht}\n",
        encoding="utf-8",
    )
    ran = run("lint", recipe)
    assert "staat niet in de vraagbank" not in ran.out
    assert ran.code == 0, ran.out


def test_a_file_of_the_shipped_bank_is_checked_among_the_others(run: Run) -> None:
    shipped = data_folder("vraagbank")
    ran = run("lint", "--strict", shipped / "werkvormen" / "besluit.yaml", shipped / "gegevens")
    assert ran.code == 0, ran.out

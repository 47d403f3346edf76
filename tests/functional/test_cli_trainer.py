"""The commands for trainers: new, export, import and coverage."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from coachkit.bank.load import load_files
from coachkit.vocabulary import Phase, Situation

Run = Callable[..., Any]

SET = """naam: Moed
auteur: Linde
vragen:
  - {id: linde-moed, vraag: Wat durf je?, vraag_u: Wat durft u?, categorie: pijn, bron: "=1+1"}
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A set of an invented trainer."""
    path = tmp_path / "moed.yaml"
    path.write_text(SET, encoding="utf-8")
    return path


# new


def test_a_set_begins_in_the_current_folder(run: Run, tmp_path: Path) -> None:
    ran = run("bank", "new", "Rust en ruimte")
    assert (ran.code, ran.out) == (0, "rust-en-ruimte.yaml\n")
    assert "coachkit lint rust-en-ruimte.yaml" in ran.err
    assert load_files([tmp_path / "rust-en-ruimte.yaml"]).sets[0].name == "Rust en ruimte"


@pytest.mark.parametrize("words", [[], ["--recipe"]], ids=["set", "recipe"])
def test_a_starter_passes_every_rule(run: Run, words: list[str]) -> None:
    path = run("bank", "new", *words).out.strip()
    ran = run("lint", "--strict", path)
    assert (ran.code, ran.out) == (0, "")


def test_a_practice_gets_it_in_its_own_bank(run: Run, tmp_path: Path) -> None:
    practice = tmp_path / "praktijk"
    practice.mkdir()
    ran = run("bank", "new", "Rust", "--practice", practice)
    assert ran.out.strip() == str(practice / "vraagbank" / "rust.yaml")
    assert run("bank", "show", "rust-hoelang", "--practice", practice).code == 0


def test_a_path_is_taken_as_it_is(run: Run, tmp_path: Path) -> None:
    ran = run("bank", "new", "vragen/over-moed.yaml")
    assert ran.code == 0
    assert load_files([tmp_path / "vragen" / "over-moed.yaml"]).sets[0].name == "Over moed"


def test_a_file_that_is_there_stays_unless_forced(run: Run, tmp_path: Path) -> None:
    (tmp_path / "rust.yaml").write_text("mijn werk", encoding="utf-8")
    ran = run("bank", "new", "Rust")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == (
        "rust.yaml bestaat al; kies een andere naam, of overschrijf het met --force\n"
    )
    assert (tmp_path / "rust.yaml").read_text(encoding="utf-8") == "mijn werk"
    assert run("bank", "new", "Rust", "--force").code == 0


# export and import


@pytest.mark.parametrize("name", ["vragen.xlsx", "vragen.csv", "VRAGEN.CSV"])
def test_a_set_goes_out_and_comes_back(run: Run, tmp_path: Path, own: Path, name: str) -> None:
    ran = run("bank", "export", name, own)
    assert (ran.code, ran.out, ran.err) == (0, f"{name}\n", "1 vraag uit 1 set.\n")
    ran = run("bank", "import", name, "--out", "terug/moed.yaml")
    assert (ran.code, ran.out) == (0, f"{Path('terug/moed.yaml')}\n")
    assert load_files([tmp_path / "terug" / "moed.yaml"]) == load_files([own])


def test_without_a_path_the_whole_bank_goes_out(run: Run, small_shipped: None) -> None:
    ran = run("bank", "export", "alles.csv")
    assert ran.code == 0
    assert ran.err.endswith(" uit 1 set.\n")


def test_more_sets_come_back_in_a_folder(run: Run, tmp_path: Path, own: Path) -> None:
    other = tmp_path / "rust.yaml"
    other.write_text(SET.replace("moed", "rust"), encoding="utf-8")
    run("bank", "export", "twee.xlsx", own, other)
    assert run("bank", "import", "twee.xlsx", "--out", "een.yaml").code == 1
    ran = run("bank", "import", "twee.xlsx", "--out", "uit")
    assert ran.out.splitlines() == [str(Path("uit/moed.yaml")), str(Path("uit/rust.yaml"))]


def test_nothing_is_written_when_a_row_is_wrong(run: Run, tmp_path: Path, own: Path) -> None:
    run("bank", "export", "v.csv", own)
    table = (tmp_path / "v.csv").read_text(encoding="utf-8-sig").replace('"pijn"', '"pin"')
    (tmp_path / "v.csv").write_text(table, encoding="utf-8")
    ran = run("bank", "import", "v.csv", "--out", "uit.yaml")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(
        "v.csv:4:7: cel G4: 'categorie' kan geen 'pin' zijn; bedoel je 'pijn'"
    )
    assert not (tmp_path / "uit.yaml").exists()


def test_an_id_of_the_shipped_bank_is_refused(
    run: Run, tmp_path: Path, small_shipped: None
) -> None:
    run("bank", "export", "alles.csv")
    ran = run("bank", "import", "alles.csv", "--out", "eigen.yaml")
    assert ran.code == 1
    assert "18 vragen hebben een id die al in de vraagbank staat" in ran.err


def test_import_writes_over_nothing_unless_forced(run: Run, tmp_path: Path, own: Path) -> None:
    run("bank", "export", "v.csv", own)
    ran = run("bank", "import", "v.csv", "--out", own)
    assert ran.code == 1
    assert "overschrijf het met --force" in ran.err
    assert own.read_text(encoding="utf-8") == SET
    assert run("bank", "import", "v.csv", "--out", own, "--force").code == 0
    assert own.read_text(encoding="utf-8") != SET


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["new", "con.yaml"], 2, "con.yaml kan geen naam van een bestand zijn"),
        (["export", "v.ods", "moed.yaml"], 2, "v.ods is geen .xlsx of .csv"),
        (["export", "v.csv", "weg.yaml"], 1, "weg.yaml is er niet"),
        (["export", "v.csv", "leeg"], 1, "er is geen set met vragen gevonden"),
        (["export", "v.csv", "kapot.yaml"], 1, "kapot.yaml:2:1: "),
        (["export", "v.csv", "vorm.yaml"], 1, "dit is geen set met vragen"),
        (["import", "weg.xlsx", "--out", "x.yaml"], 1, "weg.xlsx: dit bestand is niet te lezen"),
        (["import", "moed.yaml", "--out", "x.yaml"], 1, "moed.yaml: dit is geen xlsx of csv"),
        (["import", "leeg", "--out", "x.yaml"], 1, "leeg: dit is geen xlsx of csv"),
        (["import", "moed.yaml"], 2, "--out"),
    ],
)
def test_what_cannot_be_is_told(
    run: Run, tmp_path: Path, own: Path, words: list[str], code: int, told: str
) -> None:
    (tmp_path / "leeg").mkdir()
    (tmp_path / "kapot.yaml").write_text("a: [\n", encoding="utf-8")
    recipe = "id: v\ntitel: V\nminuten: 5\nonderdelen: [{categorie: pijn}]\n"
    (tmp_path / "vorm.yaml").write_text(recipe, encoding="utf-8")
    ran = run("bank", *words)
    assert (ran.code, ran.out) == (code, "")
    assert told in ran.err
    assert not (tmp_path / "v.csv").exists()


def test_a_table_is_not_made_of_texts_that_nobody_judged(
    run: Run, tmp_path: Path, own: Path
) -> None:
    own.write_text(SET.replace("bron:", "hulp: Denk aan je werk., bron:"), encoding="utf-8")
    assert run("bank", "formal", own).code == 0
    ran = run("bank", "export", "v.csv", own)
    assert (ran.code, ran.out) == (1, "")
    assert "moed.yaml:4:" in ran.err
    assert "coachkit bank formal --reviewed" in ran.err
    assert not (tmp_path / "v.csv").exists()


def test_import_tells_that_comments_are_lost(run: Run, tmp_path: Path, own: Path) -> None:
    run("bank", "export", "v.csv", own)
    own.write_text(SET + "# nog vragen aan Linde\n", encoding="utf-8")
    ran = run("bank", "import", "v.csv", "--out", own)
    assert ran.code == 1
    assert f"Let op: met --force gaan de opmerkingen achter een # in {own} verloren" in ran.err
    ran = run("bank", "import", "v.csv", "--out", own, "--force")
    assert ran.code == 0
    assert f"Let op: de opmerkingen achter een # in {own} zijn verloren gegaan" in ran.err
    assert "opmerkingen" not in run("bank", "import", "v.csv", "--out", own, "--force").err


def test_import_tells_which_questions_are_gone(run: Run, own: Path) -> None:
    run("bank", "export", "v.csv", own)
    own.write_text(SET + SET.splitlines()[-1].replace("linde-moed", "linde-weg") + "\n")
    ran = run("bank", "import", "v.csv", "--out", own)
    assert ran.code == 1
    assert f"{own}: met --force wordt dit: 1 weg (linde-weg)\n" in ran.err
    ran = run("bank", "import", "v.csv", "--out", own, "--force")
    assert ran.code == 0
    assert f"{own}: 1 weg (linde-weg)\n" in ran.err
    assert "vervallen: true" in ran.err
    assert "vervallen" not in run("bank", "import", "v.csv", "--out", own, "--force").err


@pytest.mark.parametrize("name", ["NIEUW.YAML", "nieuw.Yml"])
def test_the_suffix_of_a_set_may_be_in_capitals(
    run: Run, tmp_path: Path, own: Path, name: str
) -> None:
    run("bank", "export", "v.csv", own)
    ran = run("bank", "import", "v.csv", "--out", name)
    assert (ran.code, ran.out) == (0, f"{name}\n")
    assert (tmp_path / name).is_file()


@pytest.mark.parametrize(
    "words",
    [
        ["bank", "export", "d.csv", "moed.yaml"],
        ["bank", "import", "v.csv", "--out", "d.yaml"],
        ["bank", "coverage", "--png", "d.png"],
        ["bank", "new", "d.yaml"],
        ["invite", "d.yaml", "--new"],
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("force", [[], ["--force"]], ids=["", "force"])
def test_a_folder_where_a_file_should_come_is_told(
    run: Run, tmp_path: Path, own: Path, words: list[str], force: list[str], small_shipped: None
) -> None:
    run("bank", "export", "v.csv", own)
    for name in ("d.csv", "d.yaml", "d.png"):
        (tmp_path / name).mkdir()
    ran = run(*words, *force)
    assert (ran.code, ran.out) == (1, "")
    assert " is een map; geef een bestand" in ran.err
    assert "--out" not in ran.err


def test_the_shipped_bank_as_it_is_is_refused_in_one_line(
    run: Run, tmp_path: Path, own: Path
) -> None:
    run("bank", "export", "alles.csv")
    ran = run("bank", "import", "alles.csv", "--out", "eigen")
    assert (ran.code, ran.out) == (1, "")
    assert len(ran.err.splitlines()) == 1
    assert re.search(r"alles.csv:\d+:2: cel B\d+: \d{3} vragen hebben een id die al", ran.err)
    assert "geef je vragen een eigen id" in ran.err


def test_sets_that_are_named_after_phases_each_get_a_file_and_ids(run: Run, tmp_path: Path) -> None:
    made = [run("bank", "new", *words).out.strip() for words in ([], ["Actie"], ["Beslissing"])]
    assert made == ["mijn-vragen.yaml", "actie.yaml", "beslissing.yaml"]
    bank = load_files([tmp_path / name for name in made])
    assert bank.problems == ()
    assert [one.name for one in bank.sets] == ["Mijn vragen", "Actie", "Beslissing"]


# coverage and stats


def test_coverage_is_rows_with_tabs_in_a_pipe(run: Run, small_shipped: None) -> None:
    ran = run("bank", "coverage")
    rows = [line.split("\t") for line in ran.out.splitlines()]
    heads = ["voor", "welke", "pijn", "verlangen", "gevolgen", "kleine-stappen", "grenzen", "samen"]
    assert rows[0] == heads
    assert [row[1] for row in rows[1:]] == [*Phase, *Situation]
    assert ["fase", "actie", "0 dun", "0 dun", "1 dun", "0 dun", "0 dun", ""] in rows
    assert "Dun: Gevolgen in fase actie: 1 (liefst 6 of meer)\n" in ran.err


def test_coverage_of_one_category(run: Run, small_shipped: None) -> None:
    rows = run("bank", "coverage", "--category", "gevolgen").out.splitlines()
    assert rows[0] == "voor\twelke\tgevolgen\talle categorieën"
    assert all(len(row.split("\t")) == 4 for row in rows)


def test_pictures_of_the_coverage_are_written(
    run: Run, tmp_path: Path, small_shipped: None
) -> None:
    ran = run("bank", "coverage", "--png", "d.png", "--svg", "uit/d.svg", "--json")
    assert set(json.loads(ran.out)) == {"fase", "situatie", "situatie_totaal", "dun", "grens"}
    assert (tmp_path / "d.png").read_bytes().startswith(b"\x89PNG")
    assert "<desc" in (tmp_path / "uit" / "d.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize("words", [("--png", "d.jpg"), ("--png", "d.svg"), ("--svg", "d.png")])
def test_a_picture_has_the_suffix_of_its_kind(
    run: Run, tmp_path: Path, words: tuple[str, str]
) -> None:
    ran = run("bank", "coverage", *words)
    assert (ran.code, ran.out) == (2, "")
    assert f"eindigt niet op .{words[0][2:]}" in ran.err
    assert not (tmp_path / words[1]).exists()


def test_the_picture_has_the_colour_of_the_practice(run: Run, tmp_path: Path) -> None:
    (tmp_path / "praktijk.yaml").write_text('kleur: "#8a3b12"\n', encoding="utf-8")
    run("bank", "coverage", "--svg", "d.svg")
    assert "#8a3b12" in (tmp_path / "d.svg").read_text(encoding="utf-8")


def test_coverage_is_a_table_with_colours_on_a_terminal(
    run: Run, small_shipped: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.setattr("coachkit.cli.trainer.sys.stdout.isatty", lambda: True)
    out = run("bank", "coverage").out
    assert "\x1b[" in out
    assert "1 dun" in out


def test_rows_without_a_recipe_are_told_with_the_figures(run: Run, small_shipped: None) -> None:
    ran = run("bank", "stats")
    assert "werkvormen per rij\tS26\t0\n" in ran.out
    assert ran.err.startswith("Nog zonder werkvorm: S1, ")

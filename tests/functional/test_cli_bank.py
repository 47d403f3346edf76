"""The commands bank and lint: look into the question bank, and check it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from coachkit.bank.schema import schema_files
from coachkit.errors import Level, Problem

Run = Callable[..., Any]


def test_questions_are_listed_one_on_a_line_with_tabs(run: Run, small_shipped: None) -> None:
    ran = run("bank", "list", "--category", "pijn")
    assert ran.code == 0
    rows = [line.split("\t") for line in ran.out.splitlines()]
    assert [row[0] for row in rows] == ["p-open", "p-schaal", "p-levenswiel", "p-werk"]
    assert rows[0] == ["p-open", "pijn", "open", "2 min", "Wat zit je dwars, {{ naam }}?"]
    assert ran.err == "4 gevonden.\n"


def test_filters_narrow_the_list(run: Run, small_shipped: None) -> None:
    everything = run("bank", "list").out.splitlines()
    some = run("bank", "list", "--phase", "terugval", "--situation", "geen-overzicht").out
    assert set(some.splitlines()) < set(everything)
    assert "g-balans" not in some


def test_recipes_are_listed(run: Run, small_shipped: None) -> None:
    rows = [line.split("\t") for line in run("bank", "list", "--recipes").out.splitlines()]
    assert ["kort", "werkblad", "10 min", "Kort"] in rows


@pytest.mark.parametrize(
    "words", [["bank", "list"], ["bank", "list", "--recipes"], ["bank", "stats"]], ids=" ".join
)
def test_with_json_nothing_else_is_printed(run: Run, small_shipped: None, words: list[str]) -> None:
    ran = run(*words, "--json")
    assert ran.code == 0
    assert json.loads(ran.out)
    assert ran.err == ""


@pytest.mark.parametrize(("id_", "key"), [("p-open", "vraag"), ("kort", "onderdelen")])
def test_an_item_is_shown_as_json(run: Run, small_shipped: None, id_: str, key: str) -> None:
    ran = run("bank", "show", id_, "--json")
    assert json.loads(ran.out)["id"] == id_
    assert key in json.loads(ran.out)
    assert ran.err == ""


def test_a_question_and_a_recipe_are_shown(run: Run, small_shipped: None) -> None:
    assert run("bank", "show", "p-open").out.splitlines()[0] == "p-open"
    assert "  onderdelen:" in run("bank", "show", "kort").out


def test_an_id_that_is_not_there_is_exit_1_with_what_was_meant(
    run: Run, small_shipped: None
) -> None:
    ran = run("bank", "show", "p-opn")
    assert (ran.code, ran.out) == (1, "")
    assert "bedoel je p-open" in ran.err


def test_a_recipe_is_shown_by_its_old_id(run: Run, small_shipped: None, tmp_path: Path) -> None:
    own = tmp_path / "vraagbank"
    own.mkdir()
    (own / "eigen.yaml").write_text(
        "id: eigen\ntitel: Eigen\nminuten: 5\nvervangt: kort\n"
        "onderdelen: [{categorie: verlangen}]\n"
    )
    assert run("bank", "show", "kort", "--practice", tmp_path).out.splitlines()[0] == "eigen"


@pytest.mark.parametrize(
    ("id_", "answer"),
    [("p-open", "Deze vraag past."), ("p-werk", "Deze vraag past niet bij sanne.yaml: ")],
)
def test_it_is_told_whether_a_question_fits_a_brief(
    run: Run, small_shipped: None, brief_file: Path, id_: str, answer: str
) -> None:
    ran = run("bank", "show", id_, "--brief", brief_file)
    assert ran.code == 0
    assert ran.out.splitlines()[-1].startswith(answer)


def test_figures_are_rows_of_three(run: Run, small_shipped: None) -> None:
    rows = [line.split("\t") for line in run("bank", "stats").out.splitlines()]
    assert ["totaal", "werkvormen", "2"] in rows
    assert all(len(row) == 3 for row in rows)


def test_the_schemas_are_written(run: Run, tmp_path: Path) -> None:
    ran = run("bank", "schema", "--out", tmp_path / "uit")
    assert {p.name: p.read_bytes() for p in (tmp_path / "uit").iterdir()} == schema_files()
    assert len(ran.out.splitlines()) == len(schema_files())


def test_without_out_the_schemas_go_into_the_bank_of_the_current_folder(
    run: Run, tmp_path: Path
) -> None:
    assert run("bank", "schema").code == 0
    assert (tmp_path / "vraagbank" / "schema" / "werkvorm.schema.json").is_file()


# lint


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
    assert len(lines) == 2
    assert lines[0].startswith(f"{broken}:3:10: 'id' heeft een vorm die niet kan ('A'); gebruik")
    assert lines[0].endswith("[structuur]")
    assert ran.err == "2 problemen.\n"


def test_one_problem_is_counted_in_the_singular(
    run: Run, small_shipped: None, tmp_path: Path
) -> None:
    (tmp_path / "a.yaml").write_text("a: [\n")
    assert run("lint", "a.yaml").err == "1 probleem.\n"


def test_problems_come_as_json(run: Run, small_shipped: None, broken: Path) -> None:
    ran = run("lint", broken, "--format", "json")
    first = json.loads(ran.out)[0]
    assert (first["line"], first["column"], first["level"]) == (3, 10, "error")
    assert (ran.code, ran.err) == (1, "")


def test_problems_come_as_notes_for_github(run: Run, small_shipped: None, broken: Path) -> None:
    ran = run("lint", broken, "--format", "github")
    first, second = ran.out.splitlines()
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
    monkeypatch.setattr("coachkit.cli.lint.lint_paths", lambda paths, base: [problem])
    ran = run("lint", "--format", "github", *words)
    assert ran.code == code
    assert ran.out == f"::{kind} file=a.yaml,line=0,col=0,title=structuur::let%0Aop\n"


def test_the_practices_own_bank_is_checked_too(
    run: Run, small_shipped: None, tmp_path: Path
) -> None:
    (tmp_path / "vraagbank").mkdir()
    (tmp_path / "vraagbank" / "eigen.yaml").write_text("a: [\n")
    assert run("lint", "--practice", tmp_path).code == 1
    assert run("lint").code == 0

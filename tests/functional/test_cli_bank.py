"""The command bank: look into the question bank."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from coachkit.bank.schema import schema_files

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


PATTERN = """naam: Patroon
categorie: verlangen
lijsten:
  ander:
    - {id: vriend, je: een goede vriend}
    - {id: ik, je: je oudere ik, u: uw oudere ik}
vragen:
  - id: eigen-tip
    vraag: Wat zegt {{ keuze.ander }} over je week?
    vraag_u: Wat zegt {{ keuze.ander }} over uw week?
"""


def practice_with_pattern(tmp_path: Path) -> Path:
    folder = tmp_path / "praktijk" / "vraagbank"
    folder.mkdir(parents=True)
    (folder / "patroon.yaml").write_text(PATTERN, encoding="utf-8")
    return folder.parent


def test_show_all_tells_every_question_of_a_pattern(run: Run, tmp_path: Path) -> None:
    practice = practice_with_pattern(tmp_path)
    ran = run("bank", "show", "eigen-tip", "--all", "--practice", practice)
    assert ran.code == 0
    assert ran.out.splitlines() == [
        "eigen-tip-vriend\tWat zegt een goede vriend over je week?"
        "\tWat zegt een goede vriend over uw week?",
        "eigen-tip-ik\tWat zegt je oudere ik over je week?\tWat zegt uw oudere ik over uw week?",
    ]
    assert ran.err == "2 vragen.\n"
    as_json = run("bank", "show", "eigen-tip", "--all", "--json", "--practice", practice)
    assert [item["id"] for item in json.loads(as_json.out)] == ["eigen-tip-vriend", "eigen-tip-ik"]
    plain = run("bank", "show", "stap-ladder", "--all")
    assert plain.err == "Dit is één vraag, geen patroon.\n"


def test_show_finds_one_question_of_a_pattern_and_tells_of_the_pattern(
    run: Run, tmp_path: Path
) -> None:
    practice = practice_with_pattern(tmp_path)
    assert (
        "Wat zegt je oudere ik" in run("bank", "show", "eigen-tip-ik", "--practice", practice).out
    )
    assert "staat voor 2 vragen" in run("bank", "show", "eigen-tip", "--practice", practice).out

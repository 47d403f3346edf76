"""Rows and their sets, columns that are gone, and cells as people type them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from coachkit.bank.tables.changes import changes_in
from coachkit.bank.tables.files import import_sets
from coachkit.errors import InputError
from coachkit.model import QuestionSet
from coachkit.yamlfile import parse_yaml
from support.tables import put

HEADS = ("set", "id", "vraag", "vraag_u", "categorie")
STEMS = ("moed", "ogen")
DOCS = Path(__file__).parents[3] / "docs"


def problems(path: Path, out: str = "uit") -> list[str]:
    with pytest.raises(InputError) as error:
        import_sets(path, path.parent / out)
    return [str(problem).removeprefix(f"{path}:") for problem in error.value.problems]


@pytest.fixture
def two_sets(tmp_path: Path) -> Callable[..., Path]:
    """Write a workbook with two sets that are listed, and some more rows of questions."""

    def make(
        *rows: tuple[object, ...], without: str = "", settings: tuple[str | None, ...] = STEMS
    ) -> Path:
        book = Workbook()
        page, sets = book.worksheets[0], book.create_sheet("sets")
        page.title = "vragen"
        good = [(s, f"{s}-q", "Wat?", "Wat?", None) for s in STEMS]
        for row in (HEADS, *good, *rows):
            page.append(row)
        for row in (("set", "naam", "categorie"), *((s, "Naam", "pijn") for s in settings)):
            sets.append(row)
        if without:
            page.delete_cols(HEADS.index(without) + 1)
        path = tmp_path / "twee.xlsx"
        book.save(path)
        return path

    return make


# Which set


def test_two_sets_are_read(two_sets: Callable[..., Path]) -> None:
    assert len(import_sets(two_sets(), two_sets().parent / "uit")) == 2


@pytest.mark.parametrize("out", ["uit", "uit.yaml"])
def test_a_set_that_is_not_listed_is_told_at_its_cell(
    two_sets: Callable[..., Path], out: str
) -> None:
    path = two_sets(("nieuwe-set", "x", "Wat?", "Wat?", None))
    assert problems(path, out) == [
        "4:1: blad vragen, cel A4: set 'nieuwe-set' staat niet op het blad sets; zet haar daar, "
        "of kies: moed, ogen"
    ]


def test_a_row_without_a_set_is_asked_to_choose(two_sets: Callable[..., Path]) -> None:
    path = two_sets((None, "x", "Wat?", "Wat?", None))
    assert problems(path) == [
        "4:1: blad vragen, cel A4: hier ontbreekt de set; kies een set: moed, ogen"
    ]


def test_without_the_column_of_sets_one_message_tells_it(two_sets: Callable[..., Path]) -> None:
    [told] = problems(two_sets(without="set"))
    assert "de kolom 'set' ontbreekt, en er zijn 2 sets (moed, ogen)" in told


@pytest.mark.parametrize("settings", [(None, None), ("moed", None)])
def test_on_the_sheet_of_sets_each_needs_its_name(
    two_sets: Callable[..., Path], settings: tuple[str | None, ...]
) -> None:
    [told] = problems(two_sets(settings=settings))
    assert "hier staat niet welke set dit is; zet in de kolom 'set'" in told


def test_in_csv_the_cure_is_a_row_above(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("#set;a;naam;A\nset;id;vraag;vraag_u;categorie\nb;x;Wat?;Wat?;pijn\n")
    [told] = problems(path)
    assert told.endswith("set 'b' heeft bovenaan geen rij; begin met #set;b;naam;..., of kies: a")


# Columns


@pytest.mark.parametrize("column", ["id", "vraag", "vraag_u"])
def test_a_column_that_is_gone_is_told_once(two_sets: Callable[..., Path], column: str) -> None:
    [told] = problems(two_sets(without=column))
    assert f"de kolom '{column}' ontbreekt; zet haar in de rij met koppen" in told


def test_a_category_is_asked_where_it_goes(workbook: Callable[..., Path]) -> None:
    assert problems(workbook(change=put("D2", None))) == [
        "2:4: blad vragen, cel D2: 'categorie' ontbreekt; vul deze cel in, "
        "of geef de set een categorie"
    ]
    [told] = problems(workbook(change=lambda page: page.delete_cols(4)))
    assert "'categorie' ontbreekt; zet de kolom 'categorie' erbij, of geef de set een" in told


def test_the_cure_for_an_answer_is_a_column(workbook: Callable[..., Path]) -> None:
    def change(page: object) -> None:
        for cell, value in (("I1", "antwoord"), ("I2", "keuze")):
            put(cell, value)(page)

    [told] = problems(workbook(change=change))
    assert told.endswith("'opties' ontbreekt; schrijf in de kolom 'antwoord_details': opties: ...")


# Cells


@pytest.mark.parametrize(
    ("cells", "line"),
    [
        ({"A2": " q\xa0"}, "  - id: q\n"),
        ({"D2": "Pijn "}, "categorie: pijn\n"),
        ({"I1": "antwoord", "I2": "Open"}, "antwoord: {soort: open}\n"),
        ({"I1": "fasen", "I2": "Actie, TERUGVAL"}, "fasen: [actie, terugval]\n"),
    ],
)
def test_spaces_and_capitals_are_understood(
    workbook: Callable[..., Path], tmp_path: Path, cells: dict[str, str], line: str
) -> None:
    path = workbook(change=lambda page: [put(*item)(page) for item in cells.items()])
    [data] = import_sets(path, tmp_path / "uit.yaml").values()
    assert line in data.decode()


def test_a_date_is_shown_without_a_clock(workbook: Callable[..., Path]) -> None:
    [told] = problems(workbook(change=put("E2", datetime(2026, 3, 1))))
    assert "hier staat een datum (2026-03-01), geen tekst" in told


def test_an_exception_without_a_rule_gets_an_example(workbook: Callable[..., Path]) -> None:
    path = workbook(change=lambda page: [put("I1", "mag")(page), put("I2", "gesloten")(page)])
    assert "schrijf bijvoorbeeld gesloten: kiezen is hier de bedoeling" in problems(path)[0]


# Changes


def one(id_: str, text: str = "Wat?") -> str:
    return f"  - {{id: {id_}, vraag: {text}, vraag_u: {text}}}\n"


def test_changes_are_counted_by_id(tmp_path: Path) -> None:
    head = "naam: A\ncategorie: pijn\nvragen:\n"
    path = tmp_path / "a.yaml"
    new = (head + one("a") + one("b", "Hoe?") + one("n")).encode()
    assert str(changes_in(path, new)) == ""
    path.write_text(head + one("a") + one("b") + one("weg"), encoding="utf-8")
    assert str(changes_in(path, new)) == "1 nieuw, 1 veranderd, 1 weg (weg)"
    assert str(changes_in(path, path.read_bytes())) == ""


def test_of_a_broken_file_the_ids_are_compared(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("vragen:\n" + one("weg"), encoding="utf-8")
    new = ("naam: A\ncategorie: pijn\nvragen:\n" + one("n")).encode()
    assert str(changes_in(path, new)) == "1 nieuw, 1 weg (weg)"


# The example of the documents


def test_the_csv_of_the_documents_can_be_imported(tmp_path: Path) -> None:
    text = (DOCS / "vragen-delen.md").read_text(encoding="utf-8")
    found = re.search(r"```text\n(#set;.*?)```", text, re.DOTALL)
    assert found
    path = tmp_path / "rust.csv"
    path.write_text(found[1], encoding="utf-8")
    [data] = import_sets(path, tmp_path / "uit.yaml").values()
    item = QuestionSet.model_validate(parse_yaml(data, "").data)
    assert [q.id for q in item.questions] == ["linde-rust", "linde-plek"]

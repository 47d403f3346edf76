"""Tables that strangers made: each problem by row and column, and nothing is guessed or run."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from openpyxl.worksheet.formula import ArrayFormula
from openpyxl.worksheet.worksheet import Worksheet

from coachkit.bank.tables.book import letters
from coachkit.bank.tables.files import import_sets
from coachkit.errors import InputError
from support.tables import GOOD, csv_file, imported, problems, put

# Cells


def test_a_good_table_is_read(workbook: Callable[..., Path]) -> None:
    text = imported(workbook())
    assert text.startswith("naam: Uit\n")
    assert '    bron: "001"\n' in text
    assert "    labels: [last]\n" in text


@pytest.mark.parametrize(
    ("cell", "value", "message"),
    [
        ("E2", 1, "hier staat een getal (1), geen tekst"),
        ("E2", 1.5, "hier staat een getal (1.5), geen tekst"),
        ("E2", date(2026, 11, 22), "hier staat een datum (2026-11-22"),
        ("E2", True, "hier staat waar of onwaar (waar), geen tekst"),
        ("B2", 3, "hier staat een getal (3), geen tekst"),
        ("A2", 7, "hier staat een getal (7), geen tekst"),
        ("H2", 2026, "hier staat een getal (2026), geen tekst"),
        ("F2", date(2026, 11, 22), "hier staat een datum"),
        ("F2", True, "hier staat waar of onwaar (waar), geen getal"),
        ("F2", "drie", "'minuten' moet een heel getal zijn, niet 'drie'"),
        ("F2", 99, "'minuten' is te groot"),
        ("F2", 2.5, "'minuten' moet een heel getal zijn, niet '2.5'"),
        ("G2", "misschien", "hier kan alleen ja of nee staan, niet 'misschien'"),
        ("G2", 1, "hier kan alleen ja of nee staan"),
        ("D2", "pijnn", "'categorie' kan geen 'pijnn' zijn"),
        ("A2", "Geen Id", "'id' heeft een vorm die niet kan"),
        ("B2", "Wat {{ x }}?", "'vraag': {{ x }} is geen bekende invulplek"),
        ("C2", "Wat wil je?", "'vraag_u' zegt 'je'"),
        ("E2", "#N/A", "hier staat een fout van het rekenblad (#N/A)"),
        ("A2", "q-terugval", "de id 'q-terugval' noemt 'terugval'"),
        ("B2", None, "'vraag' ontbreekt; vul deze cel in"),
        ("A2", None, "'id' ontbreekt; vul deze cel in"),
        ("J2", "los", "deze cel staat onder geen kop"),
    ],
)
def test_what_is_wrong_in_a_cell_is_told_with_its_name(
    workbook: Callable[..., Path], cell: str, value: object, message: str
) -> None:
    [problem] = problems(workbook(change=put(cell, value)))
    assert str(problem).partition(": ")[2].startswith(f"blad vragen, cel {cell}: {message}")
    assert (letters(problem.column) + str(problem.line)) == cell


@pytest.mark.parametrize(
    "formula",
    ["=1+1", "=cmd|' /C calc'!A0", ArrayFormula("B2", "=A1:A2")],
    ids=["sum", "command", "array"],
)
def test_a_formula_is_refused_and_its_outcome_is_not_used(
    workbook: Callable[..., Path], formula: object
) -> None:
    [problem] = problems(workbook(change=put("B2", formula)))
    assert problem.message == "blad vragen, cel B2: hier staat een formule, geen tekst"
    assert (problem.line, problem.column, problem.rule) == (2, 2, "formule")


def test_the_outcome_that_a_formula_had_is_not_used(workbook: Callable[..., Path]) -> None:
    path = workbook(change=put("B2", "=A1"))
    edit(path, "xl/worksheets/sheet1.xml", b"<f>A1</f>", b"<f>A1</f><v>Wat?</v>")
    assert "formule" in problems(path)[0].message


def test_a_text_that_only_looks_like_a_formula_is_a_text(workbook: Callable[..., Path]) -> None:
    def as_text(page: Worksheet) -> None:
        page["E2"] = "=1+1"
        page["E2"].data_type = "s"

    assert 'bron: "=1+1"' in imported(workbook(change=as_text))


def test_all_problems_are_told_at_once(workbook: Callable[..., Path]) -> None:
    path = workbook(("A", "Wat?", "Wat?", "pijn"), (*GOOD[:4], 1), ("q", "Wat?", None, "pijn"))
    assert [(p.line, p.column) for p in problems(path)] == [(2, 1), (3, 5), (4, 3)]


def test_an_id_that_is_used_twice_is_told_at_its_second_row(workbook: Callable[..., Path]) -> None:
    [problem] = problems(workbook(GOOD, GOOD))
    assert problem.message.startswith("blad vragen, cel A3: de id 'q' is al in gebruik")


def test_an_id_of_the_bank_is_taken(workbook: Callable[..., Path], tmp_path: Path) -> None:
    bank = tmp_path / "bank.yaml"
    bank.write_text(imported(workbook()), encoding="utf-8")
    with pytest.raises(InputError, match=r"al in gebruik \(in bank.yaml\)"):
        import_sets(workbook(), tmp_path / "uit.yaml", base=[bank])
    assert import_sets(workbook(), bank, base=[bank])


# Columns and sheets


def test_a_column_that_is_missing_is_told(workbook: Callable[..., Path]) -> None:
    path = workbook(change=lambda page: page.delete_cols(3))
    assert "de kolom 'vraag_u' ontbreekt" in problems(path)[0].message


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("vervalen", "onbekend; bedoel je 'vervallen'?"),
        ("xyzzy", "onbekend; haal de kolom weg"),
        ("vraag", "staat er twee keer; haal er een weg"),
        (7, "onbekend"),
    ],
)
def test_a_column_that_is_strange_is_told(
    workbook: Callable[..., Path], head: object, told: str
) -> None:
    path = workbook(change=put("G1", head))
    assert told in str(problems(path)[0])
    assert (problems(path)[0].line, problems(path)[0].column) == (1, 7)


def test_merged_cells_are_told(workbook: Callable[..., Path]) -> None:
    path = workbook(GOOD, change=lambda page: page.merge_cells("E2:F3"))
    [problem] = problems(path)
    assert problem.message == "blad vragen, cel E2:F3: deze cellen zijn samengevoegd"
    assert (problem.line, problem.column) == (2, 5)


def test_a_hidden_sheet_is_told(workbook: Callable[..., Path]) -> None:
    def hide(page: Worksheet) -> None:
        page.parent.create_sheet("geheim").sheet_state = "veryHidden"

    [problem] = problems(workbook(change=hide))
    assert problem.message == "het blad 'geheim' is verborgen"


def test_a_sheet_that_is_not_known_is_told(workbook: Callable[..., Path]) -> None:
    def add(page: Worksheet) -> None:
        page.parent.create_sheet("set")["A1"] = "x"

    assert "bedoel je 'sets'?" in str(problems(workbook(change=add))[0])


def test_a_sheet_without_any_question_is_told(workbook: Callable[..., Path]) -> None:
    path = workbook(change=lambda page: page.delete_rows(2))
    assert problems(path)[0].message == "er staat geen enkele vraag in"
    path = workbook(change=lambda page: page.delete_rows(1, 2))
    assert problems(path)[0].message == "er is geen blad 'vragen' met vragen"


# Sets and lists


def with_sheet(name: str, *rows: tuple[object, ...]) -> Callable[[Worksheet], object]:
    def add(page: Worksheet) -> None:
        other = page.parent.create_sheet(name)
        for row in rows:
            other.append(list(row))

    return add


def test_the_keys_of_a_set_stand_on_their_own_sheet(workbook: Callable[..., Path]) -> None:
    sets = with_sheet("sets", ("set", "naam", "doelgroep"), ("proef", "Rust", "client"))
    assert imported(workbook(change=sets)).startswith("naam: Rust\ndoelgroep: client\n")


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (("proef", 3), "blad sets, cel B2: hier staat een getal (3)"),
        (("../weg", "Rust"), "blad sets, cel A2: '../weg' kan geen naam van een bestand zijn"),
        ((".verborgen", "Rust"), "blad sets, cel A2: '.verborgen' kan geen naam"),
        (("a" * 200, "Rust"), "blad sets, cel A2: 'aaa"),
        (("proef", "{{ naam }}"), "blad sets, cel B2: 'naam': hier kan geen invulplek staan"),
    ],
)
def test_what_is_wrong_with_a_set_is_told(
    workbook: Callable[..., Path], row: tuple[object, ...], message: str
) -> None:
    path = workbook(change=with_sheet("sets", ("set", "naam"), row))
    assert problems(path)[0].message.startswith(message)


def test_a_set_that_is_named_twice_is_told(workbook: Callable[..., Path]) -> None:
    rows = [("set", "naam"), ("proef", "A"), ("proef", "B"), ("Proef", "C")]
    found = [p.message for p in problems(workbook(change=with_sheet("sets", *rows)), "map")]
    assert "blad sets, cel B3: 'naam' staat er twee keer" in found
    assert any("verschillen alleen in hoofdletters" in message for message in found)


def test_more_sets_need_a_folder(tmp_path: Path) -> None:
    path = csv_file(
        tmp_path, "set;id;vraag;vraag_u;categorie\na;x;Wat?;Wat?;pijn\nb;y;Wat?;Wat?;pijn\n"
    )
    assert "geef met --out een map" in str(problems(path)[0])
    files = import_sets(path, tmp_path / "uit")
    assert [file.name for file in files] == ["a.yaml", "b.yaml"]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (("q", "ander", "a", None), "cel D2: 'je' ontbreekt"),
        (("nee", "ander", "a", "x"), "cel A2: er is in deze set geen vraag 'nee'"),
        (("q", "ander", "a", 3), "cel D2: hier staat een getal (3)"),
        (("q", "Fout", "a", "x"), "cel B2: "),
        (("q", "ander", "Fout", "x"), "cel C2: 'id' heeft een vorm die niet kan"),
    ],
)
def test_what_is_wrong_with_a_list_is_told(
    workbook: Callable[..., Path], row: tuple[object, ...], message: str
) -> None:
    second = (row[0], row[1], "b", "y")
    rows = with_sheet("lijsten", ("vraag", "lijst", "id", "je"), row, second)
    found = [p.message for p in problems(workbook(change=rows))]
    assert any(m.startswith(f"blad lijsten, {message}") for m in found), found


def edit(path: Path, part: str, old: bytes, new: bytes) -> None:
    """Change a part of a workbook."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert old in parts[part]
    parts[part] = parts[part].replace(old, new)
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


def test_a_cell_that_is_wrong_makes_no_second_problem(tmp_path: Path) -> None:
    text = (
        "#lijst;;;plaats;hier;hier\n#lijst;;;plaats;daar;daar\n"
        "id;vraag;vraag_u;categorie\nq;Wat, {{ keuze.plaats }}?;=A1;pijn\n"
    )
    assert [p.rule for p in problems(csv_file(tmp_path, text))] == ["formule"]

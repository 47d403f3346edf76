"""Answers in cells, and files of any kind: read, or refused with what to do."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from coachkit.bank.tables import archive, read
from coachkit.bank.tables.book import MAX_ROWS, Cell, letters
from support.tables import HEADS, csv_file, imported, problems, put

# Answers


@pytest.mark.parametrize(
    ("kind", "details", "message"),
    [
        ("opn", "regels: 4", "cel D2: 'soort' kan geen 'opn' zijn; bedoel je 'open'?"),
        ("open", "regels: veel", "cel E2: 'regels' moet een heel getal zijn"),
        ("open", "regels", "cel E2: hier hoort sleutel: waarde"),
        ("open", "regel: 3", "cel E2: de sleutel 'regel' is onbekend"),
        ("open", "a: [", "cel E2: een haakje [ of { mist zijn einde"),
        ("open", "soort: open", "cel E2: 'soort' hoort hier niet"),
        ("", "regels: 3", "cel E2: hier staan details, en in de kolom 'antwoord' geen soort"),
        ("keuze", "", "cel D2: 'opties' ontbreekt"),
    ],
)
def test_what_is_wrong_with_an_answer_is_told(
    tmp_path: Path, kind: str, details: str, message: str
) -> None:
    heads = "id;vraag;vraag_u;antwoord;antwoord_details;categorie"
    path = csv_file(tmp_path, f'{heads}\nq;Wat?;Wat?;{kind};"{details}";pijn\n')
    assert str(problems(path)[0]).split(": ", 1)[1].startswith(message)


@pytest.mark.parametrize(
    "details", ["laag: niet\nhoog: wel, heel erg", 'laag: niet, hoog: "wel, heel erg"']
)
def test_details_stand_on_lines_or_behind_each_other(tmp_path: Path, details: str) -> None:
    quoted = details.replace('"', '""')
    heads = "id;vraag;vraag_u;antwoord;antwoord_details;categorie"
    path = csv_file(tmp_path, f'{heads}\nq;Wat?;Wat?;schaal;"{quoted}";pijn\n')
    assert 'antwoord: {soort: schaal, laag: niet, hoog: "wel, heel erg"}' in imported(path)


# CSV

PLAIN = "id;vraag;vraag_u;categorie;bron\nq;Één?;Één?;pijn;001\n"


@pytest.mark.parametrize("separator", [";", ",", "\t"], ids=["semicolon", "comma", "tab"])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
def test_csv_of_any_usual_kind_is_read(tmp_path: Path, separator: str, encoding: str) -> None:
    path = csv_file(tmp_path, PLAIN.replace(";", separator).encode(encoding))
    assert "vraag: Één?" in imported(path)
    assert 'bron: "001"' in imported(path)


def test_a_comma_in_a_question_does_not_choose_the_separator(tmp_path: Path) -> None:
    text = PLAIN.replace("Één?", "Wat, waar, wie, wanneer, hoe, en met wie?")
    assert "vraag: Wat, waar, wie" in imported(csv_file(tmp_path, text))


@pytest.mark.parametrize(
    "formula", ["=1+1", " =1", "=cmd|' /C calc'!A0", "+cmd|' /C calc'!A0", "@SUM(A1)"]
)
def test_a_formula_in_csv_is_refused(tmp_path: Path, formula: str) -> None:
    [problem] = problems(csv_file(tmp_path, PLAIN.replace("001", formula)))
    assert problem.message == "cel E2: hier staat een formule, geen tekst"


@pytest.mark.parametrize("text", ["- rust", "+ ruimte", "@thuis"])
def test_a_text_that_merely_begins_so_is_a_text(tmp_path: Path, text: str) -> None:
    assert text in imported(csv_file(tmp_path, PLAIN.replace("001", text)))


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"", "het bestand is leeg"),
        (b"\n\n", "er is geen rij met kolomkoppen"),
        (b"zomaar wat tekst\n", "er is geen rij met kolomkoppen"),
        (bytes(range(256)) * 9, "dit is geen csv-bestand"),
        (b"\xff\xfe\x00", "de letters in dit bestand zijn niet te lezen"),
        (b"id;vraag;vraag_u\nq;\x81;x\n", "de letters in dit bestand zijn niet te lezen"),
        (b'id;vraag;vraag_u\nq;"Wat?;Wat?\n', "rij 2 is niet te lezen"),
        (b'id;vraag;vraag_u\nq;"W"at?;Wat?\n', "rij 2 is niet te lezen"),
        (b"#set;a;nam;x\nid;vraag;vraag_u\n", "cel C1: de sleutel 'nam' is onbekend"),
        (b"#zet;a\nid;vraag;vraag_u\n", "cel A1: een rij kan niet met '#zet' beginnen"),
        (b"#lijst;;;ander\nid;vraag;vraag_u\n", "cel E1: 'id' ontbreekt"),
    ],
)
def test_csv_that_is_broken_is_told(tmp_path: Path, raw: bytes, message: str) -> None:
    assert any(p.message.startswith(message) for p in problems(csv_file(tmp_path, raw)))


def test_too_many_rows_are_told(tmp_path: Path) -> None:
    path = csv_file(tmp_path, PLAIN + "q;Wat?;Wat?;pijn;x\n" * 100_000)
    assert "meer dan 10.000 rijen" in problems(path)[0].message


def test_empty_rows_count_but_are_no_questions(tmp_path: Path) -> None:
    text = PLAIN.replace("\nq", "\n;;;;\n\nq").replace("pijn", "pijnn")
    assert problems(csv_file(tmp_path, text))[0].line == 4


# Files that are no workbook, or more than one


def edit(path: Path, part: str, old: bytes, new: bytes) -> None:
    """Change a part of a workbook."""
    with zipfile.ZipFile(path) as old_file:
        parts = {name: old_file.read(name) for name in old_file.namelist()}
    assert old in parts[part]
    parts[part] = parts[part].replace(old, new)
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


def zipped(**parts: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/"), data)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"", "het bestand is leeg"),
        (b"id;vraag\n", "dit is geen xlsx-bestand"),
        (bytes(range(256)) * 99, "dit is geen xlsx-bestand"),
        (b"PK\x03\x04" + b"x" * 99, "dit is geen xlsx-bestand"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 99, "dit is een oud xls-bestand, of een"),
        (zipped(a=b"x"), "dit is geen werkmap van Excel"),
        (zipped(xl__workbook=b"x"), "dit is geen werkmap van Excel"),
        (zipped(**{"xl/workbook.xml": b"<x>"}), "dit xlsx-bestand is kapot"),
        (zipped(**{"xl/workbook.xml": b"", "xl/vbaProject.bin": b"x"}), "dit bestand bevat macro"),
        (zipped(**{"xl/workbook.xml": b"", "xl/a": bytes(70_000_000)}), "uitgepakt is dit bestand"),
        (zipped(**{"xl/workbook.xml": b"", **{f"p{i}": b"" for i in range(600)}}), "uitgepakt is"),
    ],
)
def test_what_is_no_good_workbook_is_told(tmp_path: Path, raw: bytes, message: str) -> None:
    path = tmp_path / "tabel.xlsx"
    path.write_bytes(raw)
    [problem] = problems(path)
    assert problem.message.startswith(message)
    assert problem.cure


def test_entities_that_grow_without_end_are_refused(workbook: Callable[..., Path]) -> None:
    path = workbook()
    many = b"".join(b'<!ENTITY a%d "%s">' % (i, b"&a%d;" % (i - 1) * 20) for i in range(1, 12))
    bomb = b'<!DOCTYPE x [<!ENTITY a0 "aaaaaaaaaa">' + many + b"]>"
    edit(path, "xl/worksheets/sheet1.xml", b"<worksheet", bomb + b"<worksheet")
    edit(path, "xl/worksheets/sheet1.xml", b"<sheetPr", b"<x>&a11;</x><sheetPr")
    assert problems(path)[0].message.startswith("dit xlsx-bestand is kapot")


def test_a_part_that_is_cut_off_is_told(workbook: Callable[..., Path]) -> None:
    path = workbook()
    edit(path, "xl/worksheets/sheet1.xml", b"</sheetData>", b"")
    assert problems(path)[0].message.startswith("dit xlsx-bestand is kapot")


@pytest.mark.parametrize("reference", ["A1:XFD1048576", "A1:A1"])
def test_the_size_that_a_sheet_claims_is_not_believed(
    workbook: Callable[..., Path], reference: str
) -> None:
    path = workbook()
    edit(path, "xl/worksheets/sheet1.xml", b'ref="A1:H2"', f'ref="{reference}"'.encode())
    assert "vraag: Wat?" in imported(path)


def test_a_row_far_below_ends_in_the_limit(workbook: Callable[..., Path]) -> None:
    path = workbook(change=put("A1048576", "q"))
    [problem] = problems(path)
    assert problem.message == f"het blad 'vragen' heeft meer dan {MAX_ROWS:,} rijen".replace(
        ",", "."
    )


def test_a_hundred_thousand_rows_end_in_the_limit(tmp_path: Path) -> None:
    book = Workbook(write_only=True)
    page = book.create_sheet("vragen")
    page.append(list(HEADS))
    for _ in range(100_000):
        page.append(["q"])
    path = tmp_path / "tabel.xlsx"
    book.save(path)
    assert "meer dan 10.000 rijen" in problems(path)[0].message


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("tabel.xlsm", "een bestand met macro's kan niet"),
        ("tabel.ods", "dit is geen xlsx of csv"),
        ("weg.csv", "dit bestand is niet te lezen (het is er niet)"),
    ],
)
def test_files_of_other_kinds_are_refused(tmp_path: Path, name: str, message: str) -> None:
    if name != "weg.csv":
        (tmp_path / name).write_bytes(b"x")
    assert problems(tmp_path / name)[0].message == message


def test_a_file_that_is_too_large_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(read, "MAX_BYTES", 10)
    assert "groter dan" in problems(csv_file(tmp_path, PLAIN))[0].message


def test_names_of_cells() -> None:
    assert [letters(n) for n in (1, 26, 27, 52, 703)] == ["A", "Z", "AA", "AZ", "AAA"]
    assert Cell(7, 3).name == "cel C7"
    assert archive.MAX_UNPACKED < 100_000_000

"""What is too much is refused with its place, both ways by the same limits, and soon."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from coachkit.bank.tables import archive, delimited, read, sheets, workbook_in
from coachkit.bank.tables.book import MAX_COLUMNS
from coachkit.bank.tables.delimited import guarded, read_csv, unguarded
from coachkit.bank.tables.files import import_sets, read_sets, table_bytes
from coachkit.bank.tables.sheets import NamedSet
from coachkit.errors import InputError
from coachkit.model import QuestionSet
from support.tables import csv_file, problems

BOTH = pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
HEADS = "set;id;vraag;vraag_u;categorie\n"


def a_set(stem: str = "proef", count: int = 1, **more: object) -> NamedSet:
    made = [
        {"id": f"{stem}-{n}", "vraag": "Wat?", "vraag_u": "Wat?", "categorie": "pijn", **more}
        for n in range(count)
    ]
    return NamedSet(stem, QuestionSet.model_validate({"naam": "Proef", "vragen": made}))


# Reading


def test_only_cells_that_hold_something_are_kept(tmp_path: Path) -> None:
    book = Workbook()
    page = book.worksheets[0]
    page.append(["id", "vraag", "vraag_u"])
    page.cell(2, 1, "q")
    page.cell(2, MAX_COLUMNS, "ver")
    page.cell(2, 5, " \n")
    page.cell(2, 16_384, " ")
    book.save(tmp_path / "tabel.xlsx")
    [grid] = workbook_in.read_xlsx((tmp_path / "tabel.xlsx").read_bytes())
    assert [(cell.column, cell.value) for cell in grid.rows[1]] == [(1, "q"), (MAX_COLUMNS, "ver")]
    rows, _ = read_csv(b"id;vraag;vraag_u\nq;;;;x" + b";" * 16_384 + b"\n")
    assert [(cell.column, cell.value) for cell in rows[1]] == [(1, "q"), (5, "x")]


@pytest.mark.parametrize("column", [MAX_COLUMNS + 1, 16_384])
def test_a_column_far_away_is_refused_with_its_place(
    workbook: Callable[..., Path], column: int
) -> None:
    def put(page: Worksheet) -> None:
        page.cell(2, column, "x")

    [problem] = problems(workbook(change=put))
    assert "deze cel staat verder dan 100 kolommen" in problem.message
    assert problem.message.startswith("blad vragen, cel ")
    assert (problem.line, problem.column) == (2, column)


def test_a_column_far_away_in_csv_is_refused_with_its_place(tmp_path: Path) -> None:
    [problem] = problems(csv_file(tmp_path, f"{HEADS}a;q{';' * 300}x\n"))
    assert (problem.line, problem.column) == (2, 302)
    assert "verder dan 100 kolommen" in problem.message


@pytest.mark.parametrize("length", [100_001, 140_000])
def test_a_text_that_is_too_long_is_refused_with_its_place(tmp_path: Path, length: int) -> None:
    [problem] = problems(csv_file(tmp_path, f"{HEADS}a;q;{'x' * length};Wat?;pijn\n"))
    assert problem.line == 2
    assert "te lang" in problem.message


def test_a_text_in_a_workbook_that_is_too_long_is_refused(
    workbook: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coachkit.bank.tables.book.MAX_CELL", 50)
    path = workbook(change=lambda page: page.__setitem__("B2", "x" * 51))
    [problem] = problems(path)
    assert problem.message == "blad vragen, cel B2: deze tekst is te lang (51 tekens, hooguit 50)"


def test_a_sheet_with_only_strange_columns_is_told(tmp_path: Path) -> None:
    book = Workbook()
    book.worksheets[0].append(["naam"])
    book.worksheets[0].append(["Linde"])
    book.save(tmp_path / "tabel.xlsx")
    found = [p.message for p in problems(tmp_path / "tabel.xlsx")]
    assert any("de kolom 'id' ontbreekt" in message for message in found)


@pytest.mark.parametrize(
    "text",
    [
        "+" + "|" * 250_000,
        "-" + "|!" * 125_000 + "|",
        "@" + "a" * 450_000,
        "1" * 450_000 + "x",
        "1 " * 225_000 + "x",
        "1jan" + "." * 450_000 + "!",
        "jan" + " " * 450_000 + "!",
        "1" + " " * 450_000 + "jan" + "." * 450_000 + " ",
        "'" * 450_000,
        " " * 450_000 + "x",
    ],
    ids=lambda text: text[:8],
)
def test_a_long_text_takes_no_long_time(text: str) -> None:
    """Where a pattern tries every pair of places, each of these takes hours."""
    assert unguarded(guarded(text)) == text
    delimited._cell(1, 1, text[: delimited.MAX_CELL])


# Writing


def sets_below(folder: Path, *names: str) -> list[Path]:
    paths = []
    for number, name in enumerate(names):
        path = folder / str(number) / f"{name}.yaml"
        path.parent.mkdir()
        path.write_text(
            f"naam: N\nvragen:\n  - {{id: q{number}, vraag: A?, vraag_u: A?, categorie: pijn}}\n",
            encoding="utf-8",
        )
        paths.append(path)
    return paths


@BOTH
@pytest.mark.parametrize(
    ("names", "stems"),
    [
        (["x", "x", "x-2"], ["x", "x-3", "x-2"]),
        (["x", "X", "x"], ["x", "X-2", "x-3"]),
        (["x-2", "x", "X"], ["x-2", "x", "X-3"]),
    ],
)
def test_sets_of_one_name_come_back_each_in_its_own_file(
    tmp_path: Path, suffix: str, names: list[str], stems: list[str]
) -> None:
    sets = read_sets(sets_below(tmp_path, *names))
    assert [one.stem for one in sets] == stems
    path = tmp_path / f"tabel{suffix}"
    path.write_bytes(table_bytes(sets, suffix))
    assert [file.stem for file in import_sets(path, tmp_path / "uit")] == stems


@pytest.mark.parametrize("name", ["con", "Nul", "com1", "-min", "a" * 120, "wat?", "punt."])
def test_a_name_that_cannot_come_back_does_not_go_out(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match=r"kan niet in een tabel.*geef het bestand een andere"):
        read_sets(sets_below(tmp_path, name))
    path = csv_file(tmp_path, f"{HEADS}{name};q;Wat?;Wat?;pijn\n")
    assert "kan geen naam van een bestand zijn" in problems(path)[0].message


def test_what_would_have_too_many_rows_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """In csv the rows of all tables count together, with the heads; in xlsx those of each sheet."""
    monkeypatch.setattr(sheets, "MAX_ROWS", 10)
    assert table_bytes([a_set(count=8)], ".csv")
    with pytest.raises(InputError, match=r"de tabel zou 11 rijen krijgen.*hooguit 10.*minder sets"):
        table_bytes([a_set(count=9)], ".csv")
    assert table_bytes([a_set(count=9)], ".xlsx")
    with pytest.raises(InputError, match="het blad 'vragen' zou 11 rijen krijgen"):
        table_bytes([a_set(count=10)], ".xlsx")


@BOTH
@pytest.mark.parametrize("count", [97, 98, 99, 100])
def test_the_writer_and_the_reader_have_the_same_limit(
    tmp_path: Path, suffix: str, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (sheets, delimited, workbook_in):
        monkeypatch.setattr(module, "MAX_ROWS", 100)
    path = tmp_path / f"tabel{suffix}"
    fits = count <= (98 if suffix == ".csv" else 99)
    with nullcontext() if fits else pytest.raises(InputError):
        path.write_bytes(table_bytes([a_set(count=count)], suffix))
        assert import_sets(path, tmp_path / "uit")


@BOTH
def test_a_text_that_is_too_long_to_write_is_told_with_its_place(
    suffix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delimited, "MAX_CELL", 32_767)
    options = [f"{number} " + "a" * 1990 for number in range(12)]
    answer = {"soort": "keuze", "opties": options, "opties_u": options}
    with pytest.raises(InputError) as error:
        table_bytes([a_set("moed", 2, antwoord=answer)], suffix)
    told = [p.message for p in error.value.problems]
    for message, id_ in zip(told, ("moed-0", "moed-1"), strict=True):
        assert message.startswith(f"set 'moed', vraag '{id_}', kolom 'antwoord_details': ")
        assert re.search(r"te lang \(\d+ tekens, hooguit 32767\)", message)


def test_a_word_of_a_list_that_is_too_long_is_told_with_its_place(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(delimited, "MAX_CELL", 60)
    items = [{"id": "kort", "je": "kort"}, {"id": "lang", "je": "lang " * 20}]
    text = "Wat, {{ keuze.plek }}?"
    one = a_set(vraag=text, vraag_u=text, lijsten={"plek": items})
    with pytest.raises(
        InputError, match="vraag 'proef-0', lijst 'plek', woord 'lang', kolom 'je': "
    ):
        table_bytes([one], ".csv")


@BOTH
def test_a_table_that_would_be_too_large_is_refused(
    suffix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(read, "MAX_BYTES", 100)
    with pytest.raises(InputError, match=r"groter.*verdeel"):
        table_bytes([a_set()], suffix)


# Workbooks that unpack into more than a machine can hold

SHEET = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'


def with_part(path: Path, part: str, data: bytes) -> Path:
    """Put something else in the place of a part of a workbook."""
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in (parts | {part: data}).items():
            new.writestr(name, content)
    return path


@pytest.mark.parametrize(
    ("part", "data"),
    [
        ("xl/worksheets/sheet1.xml", SHEET + b"<row>" + b"<c/>" * 300),
        ("xl/worksheets/sheet1.xml", SHEET + b"<row/>" * 300),
        ("xl/sharedStrings.xml", b"<sst>" + b"<si/>" * 300),
        ("xl/anders.bin", b"<a>" + b"<b/>" * 300),
    ],
    ids=["cells", "rows", "texts", "styles"],
)
def test_what_small_parts_unpack_into_is_counted_first(
    workbook: Callable[..., Path], part: str, data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = workbook()
    assert import_sets(path, path.parent / "uit")
    monkeypatch.setattr("openpyxl.load_workbook", lambda *_, **__: pytest.fail("it was unpacked"))
    monkeypatch.setattr(archive, "MAX_ELEMENTS", 290)
    [problem] = problems(with_part(path, part, data))
    assert problem.message == "er staan te veel cellen in dit bestand, ook lege"

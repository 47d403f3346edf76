"""Read the sheets of an Excel workbook that a stranger made: bounded, and nothing is calculated."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterable, Iterator
from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Any

from coachkit.bank.tables.archive import check_archive
from coachkit.bank.tables.book import MAX_ROWS, Cell, CellKind, Grid
from coachkit.errors import InputError, Problem

if TYPE_CHECKING:
    from openpyxl import Workbook


def read_xlsx(raw: bytes) -> list[Grid]:
    """Return the sheets of a workbook, each with its rows that are not empty.

    Raises:
        InputError: it is no workbook without macros, or it is too large, or a sheet is hidden or
            has merged cells; all that was found, with its place.

    """
    check_archive(raw)
    with warnings.catch_warnings():
        # openpyxl warns of what it does not keep; nothing of that is read here.
        warnings.simplefilter("ignore")
        try:
            return _grids(raw)
        except (InputError, MemoryError):
            raise
        except Exception as error:  # what a broken workbook makes openpyxl raise has no end
            cure = "open het in Excel of LibreOffice en sla het opnieuw op als xlsx"
            kind = type(error).__name__
            raise InputError([Problem(f"dit xlsx-bestand is kapot ({kind})", cure)]) from error


def unescaped(text: str) -> str:
    """Return the text that a workbook keeps: ``_x000D_`` is one character."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


# Halves of a character (D800 to DFFF) mean nothing by themselves, and stay as they are written.
_ESCAPED = re.compile(r"_x((?![dD][89a-fA-F])[0-9A-Fa-f]{4})_")


def _grids(raw: bytes) -> list[Grid]:
    from openpyxl import load_workbook  # noqa: PLC0415  # slow to import

    book = load_workbook(io.BytesIO(raw), read_only=True, data_only=False, keep_links=False)
    try:
        problems = [
            Problem(f"het blad '{sheet.title}' is verborgen", "maak het zichtbaar of haal het weg")
            for sheet in book.worksheets
            if sheet.sheet_state != "visible"
        ]
        grids = [Grid(sheet.title, tuple(_rows(sheet))) for sheet in book.worksheets]
        problems += [p for sheet in book.worksheets for p in _merged(book, sheet)]
    finally:
        book.close()
    if problems:
        raise InputError(problems)
    return grids


def _rows(sheet: Any) -> Iterator[tuple[Cell, ...]]:
    """Yield the rows; the size that the file claims is not believed."""
    sheet.reset_dimensions()
    for number, row in enumerate(sheet.iter_rows(), 1):
        if number > MAX_ROWS:
            message = f"het blad '{sheet.title}' heeft meer dan {MAX_ROWS:,} rijen"
            cure = "verdeel de vragen over meer bestanden; haal ook lege rijen met opmaak weg"
            raise InputError([Problem(message.replace(",", "."), cure, line=number)])
        if cells := tuple(_filled(sheet.title, number, row)):
            yield cells


def _filled(title: str, number: int, row: Iterable[Any]) -> Iterator[Cell]:
    """Yield what stands in a row; one cell far away makes openpyxl fill up all before it."""
    for column, found in enumerate(row, 1):
        if found.value is None and found.data_type != "f":
            continue
        cell = _cell(title, number, column, found)
        if not cell.empty:
            yield cell.bounded()


def _cell(title: str, row: int, column: int, cell: Any) -> Cell:
    value = cell.value
    kind = _kind(cell.data_type, value)
    if kind == "formula":
        value = str(getattr(value, "text", value))
    elif kind == "text":
        value = unescaped(str(value))
    return Cell(row, column, value, kind, title)


def _kind(data_type: str, value: object) -> CellKind:
    if data_type == "f":
        return "formula"
    if data_type == "e":
        return "error"
    if isinstance(value, bool):
        return "flag"
    if isinstance(value, date | time | timedelta):
        return "date"
    return "number" if isinstance(value, int | float) else "text"


def _merged(book: Workbook, sheet: Any) -> Iterator[Problem]:
    """Yield the merged cells; openpyxl passes over them when it reads a file in one go."""
    from xml.etree.ElementTree import iterparse  # noqa: PLC0415  # parts are bounded

    # The place of a sheet in the archive is known to openpyxl alone.
    with book._archive.open(sheet._worksheet_path) as part:  # type: ignore[attr-defined]
        for _, element in iterparse(part):  # noqa: S314  # expat bounds entities itself
            if element.tag.endswith("}mergeCell"):
                where = str(element.get("ref"))
                message = f"blad {sheet.title}, cel {where[:20]}: deze cellen zijn samengevoegd"
                yield _placed(Problem(message, "hef de samenvoeging op"), where)
            elif element.tag.endswith("}row"):
                element.clear()


def _placed(problem: Problem, reference: str) -> Problem:
    found = re.match(r"([A-Z]{1,3})([0-9]{1,7})", reference)
    if found is None:
        return problem
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return problem.at("", int(found[2]), column)

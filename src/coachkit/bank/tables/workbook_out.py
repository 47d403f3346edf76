"""Tables as an Excel workbook: every text is a text, whatever it begins with."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from typing import TYPE_CHECKING

from coachkit.bank.tables.columns import Column, Kind
from coachkit.bank.tables.sheets import MANUAL, Sheet, Value, check_rows, check_texts
from coachkit.model import House

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.worksheet.dimensions import ColumnDimension
    from openpyxl.worksheet.worksheet import Worksheet

MAX_CELL = 32_767
"""The most characters that Excel keeps in a cell."""

_LIST_LIMIT = 255
_SPARE_ROWS = 1000


def xlsx_bytes(sheets: Sequence[Sheet]) -> bytes:
    """Return an Excel workbook with some sheets, and one that explains the columns.

    Raises:
        InputError: texts are too long for a cell, or a sheet would have too many rows.

    """
    from openpyxl import Workbook  # noqa: PLC0415  # slow to import

    check_texts(sheets, escaped, MAX_CELL, "exporteer naar csv, of maak de tekst korter")
    for sheet in sheets:
        check_rows(len(sheet.rows) + 1, f"het blad '{sheet.name}'")
    book = Workbook()
    while book.worksheets:
        book.remove(book.worksheets[0])
    for sheet in sheets:
        _fill(book.create_sheet(sheet.name), sheet)
    _explain(book, sheets)
    buffer = io.BytesIO()
    book.save(buffer)
    return _without_clock(buffer.getvalue())


def escaped(text: str) -> str:
    """Return a text as a workbook keeps it: what XML cannot hold is written ``_x0007_``."""
    text = _LOOKS_ESCAPED.sub("_x005F_", text)
    return _NOT_XML.sub(lambda found: f"_x{ord(found[0]):04X}_", text)


_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4})")
_NOT_XML = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")
_CALCULATES = re.compile(r"[=+\-@\t\r'\d]")


def _fill(page: Worksheet, sheet: Sheet) -> None:
    _heads(page, sheet)
    for number, row in enumerate(sheet.rows, 2):
        for place, column in enumerate(sheet.columns, 1):
            cell = page.cell(number, place)
            _style(cell, column)
            if column.key in row:
                _write(cell, row[column.key])
    _offer_choices(page, sheet, len(sheet.rows) + 1 + _SPARE_ROWS)


def _heads(page: Worksheet, sheet: Sheet) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill  # noqa: PLC0415  # slow to import
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    fill = PatternFill("solid", fgColor=House().accent.lstrip("#"))
    for place, column in enumerate(sheet.columns, 1):
        head = page.cell(1, place, column.key)
        head.font = Font(bold=True, color="FFFFFF")
        head.fill = fill
        head.alignment = Alignment(vertical="center")
        whole = page.column_dimensions[get_column_letter(place)]
        whole.width = _WIDTHS.get(column.key, 14)
        # Rows to come hold texts as well: 001 stays 001.
        _style(whole, column)
    page.row_dimensions[1].height = 22
    page.freeze_panes = "C2" if len(sheet.columns) > 3 else "A2"
    page.auto_filter.ref = f"A1:{get_column_letter(len(sheet.columns))}{len(sheet.rows) + 1}"


_WIDTHS = {
    **dict.fromkeys(("vraag", "vraag_u", "vervolgvraag", "vervolgvraag_u"), 44),
    **dict.fromkeys(("hulp", "hulp_u", "antwoord_details", "mag"), 34),
    **dict.fromkeys(("id", "fasen", "situaties", "labels", "naam", "je", "u", "vervangt"), 24),
    **dict.fromkeys(("minuten", "taal"), 9),
    "kolom": 20,
    "wat het is": 76,
    "de cel bevat": 40,
}


def _style(cell: Cell | MergedCell | ColumnDimension, column: Column) -> None:
    from openpyxl.styles import Alignment  # noqa: PLC0415  # slow to import

    cell.alignment = Alignment(vertical="top", wrap_text=True)
    if column.kind is not Kind.NUMBER:
        cell.number_format = "@"


def _write(cell: Cell | MergedCell, value: Value) -> None:
    """Put a value in a cell, never as a formula, also not after someone edits it."""
    if isinstance(value, int):
        cell.value = value
        return
    cell.value = escaped(value)
    cell.data_type = "s"
    if _CALCULATES.match(value):
        cell.quotePrefix = True


def _offer_choices(page: Worksheet, sheet: Sheet, last: int) -> None:
    from openpyxl.utils import get_column_letter  # noqa: PLC0415  # slow to import
    from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415

    for place, column in enumerate(sheet.columns, 1):
        offered = ("ja", "nee") if column.kind is Kind.FLAG else column.choices
        formula = '"' + ",".join(offered) + '"'
        if offered and column.kind is not Kind.WORDS and len(formula) <= _LIST_LIMIT:
            rule = DataValidation("list", formula1=formula, allow_blank=True, errorStyle="warning")
            letter = get_column_letter(place)
            rule.add(f"{letter}2:{letter}{last}")
            page.add_data_validation(rule)


def _explain(book: Workbook, sheets: Sequence[Sheet]) -> None:
    heads = ("blad", "kolom", "wat het is", "de cel bevat")
    rows = tuple(
        dict(zip(heads, (sheet.name, c.key, c.told, c.kind.told), strict=True))
        for sheet in sheets
        for c in sheet.columns
    )
    manual = Sheet(MANUAL, tuple(map(Column, heads)), rows)
    page = book.create_sheet(MANUAL)
    _heads(page, manual)
    for number, row in enumerate(rows, 2):
        for place, column in enumerate(manual.columns, 1):
            _style(page.cell(number, place), column)
            _write(page.cell(number, place), row[column.key])


_SAVED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def _without_clock(data: bytes) -> bytes:
    """Return the same workbook with a fixed date, so that equal sets give equal bytes."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                content = _SAVED.sub(rb"\g<1>2000-01-01T00:00:00Z", content)
            new.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()

"""What the tests of tables share: a workbook as a trainer could have made it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from support.tables import GOOD, HEADS


@pytest.fixture
def workbook(tmp_path: Path) -> Callable[..., Path]:
    """Write a workbook with heads and rows; a function may change its sheet."""

    def make(
        *rows: tuple[object, ...], change: Callable[[Worksheet], object] | None = None
    ) -> Path:
        book = Workbook()
        page = book.worksheets[0]
        page.title = "vragen"
        for row in (HEADS, *(rows or (GOOD,))):
            page.append(list(row))
        if change:
            change(page)
        path = tmp_path / "tabel.xlsx"
        book.save(path)
        return path

    return make

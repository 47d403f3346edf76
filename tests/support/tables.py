"""Tables as a trainer could have made them, and what reading them gives."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from coachkit.bank.tables.files import import_sets
from coachkit.errors import InputError, Problem

HEADS = ("id", "vraag", "vraag_u", "categorie", "bron", "minuten", "vervallen", "labels")
GOOD = ("q", "Wat?", "Wat?", "pijn", "001", 2, None, "last")


def problems(path: Path, out: str = "uit.yaml") -> list[Problem]:
    """Return what is wrong with a table; every problem names its file."""
    with pytest.raises(InputError) as error:
        import_sets(path, path.parent / out)
    assert all(p.path == str(path) for p in error.value.problems)
    return list(error.value.problems)


def put(cell: str, value: object) -> Callable[[Worksheet], object]:
    """Return what puts a value in a cell of a page."""
    return lambda page: page.__setitem__(cell, value)


def imported(path: Path) -> str:
    """Return the one set that a table becomes."""
    [data] = import_sets(path, path.parent / "uit.yaml").values()
    return data.decode()


def csv_file(folder: Path, text: str | bytes) -> Path:
    """Write a csv file, text in UTF-8."""
    path = folder / "tabel.csv"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path

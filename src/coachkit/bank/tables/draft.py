"""A set while it is put together from cells, with the cell of each of its values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from coachkit.bank.tables.book import Cell, TableDocument
from coachkit.bank.tables.columns import SET_COLUMNS
from coachkit.errors import Problem
from coachkit.yamlfile import Loc


@dataclass
class Draft:
    """One set while it is put together, with the cell of each of its values."""

    data: dict[str, Any] = field(default_factory=dict)
    questions: list[dict[str, Any]] = field(default_factory=list)
    cells: dict[Loc, Cell] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    places: dict[str, int] = field(default_factory=dict)

    @property
    def told(self) -> set[tuple[int, int]]:
        """Where a problem was found already; that of a row stands at its first cell."""
        rows = {(p.line, 1) for p in self.problems}
        return rows | {(p.line, p.column) for p in self.problems}

    def ordered(self) -> dict[str, Any]:
        """Return the data in the order of the keys of a set."""
        keys = [*(column.key for column in SET_COLUMNS), "lijsten"]
        found = {key: self.data[key] for key in keys if key in self.data}
        return {**found, "vragen": self.questions}

    def document(self, path: str) -> TableDocument:
        """Return the set as a document that points at cells."""
        marks = {loc: (cell.row, cell.column) for loc, cell in self.cells.items()}
        return TableDocument(path, self.ordered(), (), marks, self.cells)

    def put(self, into: dict[str, Any], key: str, value: object, place: tuple[Loc, Cell]) -> None:
        """Take in a value; everything in it stands in the same cell."""
        into[key] = value
        loc, cell = place
        for inner in _locs(value, loc):
            self.cells[inner] = cell


def _locs(value: object, loc: Loc) -> Iterator[Loc]:
    yield loc
    if isinstance(value, dict):
        for key, part in value.items():
            yield from _locs(part, (*loc, key))
    elif isinstance(value, list):
        for i, part in enumerate(value):
            yield from _locs(part, (*loc, i))

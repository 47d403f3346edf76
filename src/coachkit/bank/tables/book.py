"""A book of tables as it was read: cells with their places, and documents that point at cells."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from coachkit.errors import InputError, Problem
from coachkit.yamlfile import Document, Loc

CellKind = Literal["text", "number", "flag", "date", "formula", "error"]

MAX_ROWS = 10_000
"""The most rows of a sheet, its head included; in CSV of the whole file."""

MAX_COLUMNS = 100
MAX_CELL = 100_000
"""The most characters in a cell."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell; ``row`` and ``column`` count from 1, as in the program that shows it."""

    row: int
    column: int
    value: object = ""
    kind: CellKind = "text"
    sheet: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing stands in it, or only spaces and line breaks."""
        return self.value is None or (
            isinstance(self.value, str) and not self.value.strip(" \t\r\n\xa0")
        )

    @property
    def name(self) -> str:
        """``cel C7``, with the sheet when there are several."""
        cell = f"cel {letters(self.column)}{self.row}"
        return f"blad {self.sheet}, {cell}" if self.sheet else cell

    def problem(self, message: str, cure: str = "", rule: str = "tabel") -> Problem:
        """Return a problem with this cell; the path comes later."""
        text = f"{self.name}: {message}"
        return Problem(text, cure, rule, line=self.row, column=self.column)

    def bounded(self) -> Cell:
        """Return the cell itself.

        Raises:
            InputError: it stands too far to the right, or its text is too long.

        """
        if self.column > MAX_COLUMNS:
            message = f"deze cel staat verder dan {MAX_COLUMNS} kolommen"
            raise InputError([self.problem(message, "maak haar leeg, of zet haar meer naar links")])
        if isinstance(self.value, str) and len(self.value) > MAX_CELL:
            raise InputError([self.problem(too_long(len(self.value), MAX_CELL), SHORTER)])
        return self


@dataclass(frozen=True)
class Grid:
    """The rows of one sheet that are not empty, each with only the cells that are not."""

    name: str
    rows: tuple[tuple[Cell, ...], ...] = ()


Row = Mapping[str, Cell]
"""The cells of one row by the head of their column, also those that are empty."""


@dataclass(frozen=True)
class Book:
    """The three tables of a file; ``settings`` are (set, key, cell)."""

    path: str
    questions: tuple[Row, ...] = ()
    settings: tuple[tuple[Cell, str, Cell], ...] = ()
    lists: tuple[Row, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class TableDocument(Document):
    """A set as it stood in tables; problems are located at cells, and name them."""

    cells: Mapping[Loc, Cell] = field(default_factory=dict, repr=False)

    def locate(self, problem: Problem) -> Problem:
        """Return the problem with the cell of its value, or of the row where it is missing."""
        if missing := _MISSING.search(problem.message):
            problem = self._of_column(problem, missing[1])
        for end in range(len(problem.loc), -1, -1):
            cell = self.cells.get(problem.loc[:end])
            if cell is not None:
                found = replace(problem, message=f"{cell.name}: {problem.message}")
                return found.at(self.path, cell.row, cell.column)
        return problem.at(self.path)

    def _of_column(self, problem: Problem, key: str) -> Problem:
        """Return a problem of a value that is missing, with what to do in a table."""
        loc = problem.loc if problem.loc[-1:] == (key,) else (*problem.loc, key)
        cure = f"zet de kolom '{key}' erbij"
        if loc in self.cells:
            cure = "vul deze cel in"
        elif "antwoord" in loc:
            cure = f"schrijf in de kolom 'antwoord_details': {key}: ..."
        if key == "categorie":
            cure += ", of geef de set een categorie"
        return replace(problem, message=f"'{key}' ontbreekt", cure=cure, loc=loc)


_MISSING = re.compile(r"^(?:'vragen': )?'(\w+)' ontbreekt$")

SHORTER = "maak de tekst korter, of verdeel hem"


def too_long(length: int, limit: int) -> str:
    """Return in words that a text does not fit in a cell."""
    return f"deze tekst is te lang ({length} tekens, hooguit {limit})"


def letters(column: int) -> str:
    """Return the letters of a column, from 1: A, B ... Z, AA."""
    text = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        text = chr(ord("A") + rest) + text
    return text

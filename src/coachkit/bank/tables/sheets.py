"""Question sets as rows: what goes in each sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from coachkit.bank.setfile import set_data
from coachkit.bank.tables.book import MAX_ROWS, too_long
from coachkit.bank.tables.columns import (
    DETAILS,
    LIST_COLUMNS,
    QUESTION_COLUMNS,
    SET,
    SET_COLUMNS,
    Column,
)
from coachkit.bank.tables.values import cell_value
from coachkit.errors import InputError, Problem
from coachkit.model import QuestionSet

QUESTIONS, SETS, LISTS, MANUAL = "vragen", "sets", "lijsten", "uitleg"

Value = str | int
Values = Mapping[str, Value]


@dataclass(frozen=True)
class NamedSet:
    """A set with the name of its file, without suffix."""

    stem: str
    item: QuestionSet


@dataclass(frozen=True)
class Sheet:
    """A table to write: its columns, and the values of each row by the key of their column."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[Values, ...]


def sheets_of(sets: Sequence[NamedSet]) -> tuple[Sheet, ...]:
    """Return the sheets ``vragen``, ``sets`` and ``lijsten``."""
    data = [(named.stem, set_data(named.item)) for named in sets]
    return (
        Sheet(QUESTIONS, QUESTION_COLUMNS, tuple(_question_rows(data))),
        Sheet(SETS, SET_COLUMNS, tuple(_set_row(stem, values) for stem, values in data)),
        Sheet(LISTS, LIST_COLUMNS, tuple(_list_rows(data))),
    )


def check_texts(
    sheets: Iterable[Sheet], shown: Callable[[str], str], limit: int, cure: str
) -> None:
    """See that every text, as it will be shown, fits in a cell.

    Raises:
        InputError: texts are longer than the limit; each with its set, id and column.

    """
    problems = []
    for sheet in sheets:
        for row in sheet.rows:
            for column in sheet.columns:
                value = row.get(column.key)
                length = len(shown(value)) if isinstance(value, str) else 0
                if length > limit:
                    place = _place(sheet.name, row, column.key)
                    problems.append(Problem(f"{place}: {too_long(length, limit)}", cure))
    if problems:
        raise InputError(problems)


def check_rows(count: int, what: str) -> None:
    """See that a table will not have more rows than can be read back.

    Raises:
        InputError: it would; ``what`` is how the table is called.

    """
    if count > MAX_ROWS:
        message = f"{what} zou {count} rijen krijgen, en er kunnen er hooguit {MAX_ROWS} in"
        raise InputError([Problem(message, "geef minder sets, en maak meer tabellen")])


_NAMED_BY = {
    QUESTIONS: (("vraag", "id"),),
    SETS: (),
    LISTS: (("vraag", "vraag"), ("lijst", "lijst"), ("woord", "id")),
}


def _place(name: str, row: Values, key: str) -> str:
    parts = (("set", SET), *_NAMED_BY[name])
    told = [f"{what} '{str(row[at])[:80]}'" for what, at in parts if at in row]
    return ", ".join([*told, f"kolom '{key}'"])


Data = Iterable[tuple[str, Mapping[str, Any]]]


def _question_rows(data: Data) -> Iterator[Values]:
    for stem, values in data:
        for question in values["vragen"]:
            yield {SET: stem, **_cells(_with_details(question), QUESTION_COLUMNS)}


def _with_details(question: Mapping[str, object]) -> dict[str, object]:
    """Split an answer in its kind and the rest, which have columns of their own."""
    values = dict(question)
    answer = values.get("antwoord")
    if isinstance(answer, Mapping):
        values["antwoord"] = answer["soort"]
        if rest := {key: value for key, value in answer.items() if key != "soort"}:
            values[DETAILS] = rest
    return values


def _set_row(stem: str, values: Mapping[str, object]) -> Values:
    return {SET: stem, **_cells(values, SET_COLUMNS)}


def _list_rows(data: Data) -> Iterator[Values]:
    for stem, values in data:
        yield from _rows_of_lists(values, {SET: stem})
        for question in values["vragen"]:
            yield from _rows_of_lists(question, {SET: stem, "vraag": str(question["id"])})


def _rows_of_lists(values: Mapping[str, Any], start: Values) -> Iterator[Values]:
    for name, items in values.get("lijsten", {}).items():
        for item in items:
            yield {**start, "lijst": name, **_cells(item, LIST_COLUMNS)}


def _cells(values: Mapping[str, object], columns: Iterable[Column]) -> dict[str, Value]:
    return {c.key: cell_value(c, values[c.key]) for c in columns if c.key in values}

"""Question sets as rows: what goes in each sheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from coachkit.bank.setfile import set_data
from coachkit.bank.tables.columns import (
    DETAILS,
    LIST_COLUMNS,
    QUESTION_COLUMNS,
    SET,
    SET_COLUMNS,
    Column,
)
from coachkit.bank.tables.values import cell_value
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

"""What comes back: the value of an answer, by the shape of its kind, and what is odd about it.

Empty is ``None`` (a text, a figure, a date, a choice) or an empty tuple. A text that does not fit
its type stays a text, and a remark says so: nothing is guessed, and nothing is lost.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date

from coachkit.language.dates import dutch_date, read_date

Filled = Mapping[str, str | bool]
"""What the fields held: text boxes and groups of buttons a string, check boxes whether ticked.

A group of buttons stands under its own name, and holds the number of the chosen option.
"""

OTHER_ID = "anders"


@dataclass(frozen=True, slots=True)
class Chosen:
    """One chosen option: its number from 0 (or ``anders``), its text, and words of one's own."""

    id: str
    label: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of an answer, as a rung or the half of a plan.

    ``id`` is what its field is called after the name of the question.
    """

    id: str
    label: str
    value: str | int | date | None


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: what it is called, and a part for each of its cells, empty ones too."""

    head: str
    cells: tuple[Part, ...]


Value = str | int | Chosen | tuple[Chosen, ...] | tuple[Part, ...] | tuple[Row, ...] | None


@dataclass(frozen=True, slots=True)
class Read:
    """An answer that came back: its value, and in Dutch what does not fit."""

    value: Value
    remarks: tuple[str, ...] = ()


def text_of(filled: Filled, name: str) -> str | None:
    """Return the text in a box; ``None`` when there is none but white space."""
    text = filled.get(name)
    return text if isinstance(text, str) and text.strip() else None


def figure_of(text: str | None) -> tuple[str | int | None, str]:
    """Return a figure from 0 to 10 and no remark, or the text and what does not fit."""
    bare = (text or "").strip()
    if bare.isascii() and bare.isdigit() and len(bare) <= 2 and int(bare) <= 10:
        return int(bare), ""
    return text, f"'{quoted(bare)}' is geen cijfer van 0 tot 10" if text else ""


def date_of(text: str | None) -> tuple[str | date | None, str]:
    """Return a date and no remark, or the text and what does not fit."""
    found = read_date(text) if text else None
    if found or not text:
        return found, ""
    return text, f"'{quoted(text)}' is geen datum als 22-11-2026"


def quoted(text: str) -> str:
    """Return a client's words so that they fit in a remark: short, and on one line."""
    line = " ".join(text[:200].split())
    return line if len(line) <= 40 else f"{line[:39]}…"


def words_of(value: Value) -> Iterator[tuple[str, str]]:
    """Yield an answer as people read it: pairs of a label (may be empty) and words."""
    match value:
        case None | ():
            return
        case str() | int():
            yield "", str(value)
        case Chosen():
            yield "", _choice_words(value)
        case _:
            for item in value:
                yield from _item_words(item)


def _item_words(item: Chosen | Part | Row) -> Iterator[tuple[str, str]]:
    match item:
        case Chosen():
            yield "", _choice_words(item)
        case Part():
            if item.value is not None:
                yield item.label, _part_words(item.value)
        case Row():
            for cell in item.cells:
                if cell.value is not None:
                    yield f"{item.head}, {cell.label}", str(cell.value)


def _part_words(value: str | int | date) -> str:
    return dutch_date(value) if isinstance(value, date) else str(value)


def _choice_words(chosen: Chosen) -> str:
    return f"{chosen.label}: {chosen.words}" if chosen.words else chosen.label


def value_data(value: Value) -> object:
    """Return an answer as JSON takes it; dates are ISO 8601."""
    match value:
        case tuple():
            return [_item_data(item) for item in value]
        case Chosen():
            return _item_data(value)
    return value


def _item_data(item: Chosen | Part | Row) -> dict[str, object]:
    if isinstance(item, Row):
        return {"head": item.head, "cells": [_item_data(cell) for cell in item.cells]}
    data = asdict(item)
    if isinstance(data.get("value"), date):
        data["value"] = data["value"].isoformat()
    return data

"""The fields of a form for a question: how each is written, and what YAML holds for it.

A field is called as in :class:`~coachkit.model.Question`; those of its answer have ``answer.``
before their name, as ``answer.options``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any, get_origin

from coachkit.answers import KINDS
from coachkit.model import Question
from coachkit.vocabulary import Category, Depth, Phase, Situation

ANSWER = "answer."
OPEN = "open"
"""The kind of answer of a question that names none."""


class Kind(StrEnum):
    """How a field is written."""

    TEXT = "tekst"
    LINES = "regels"
    """Texts, each on a line."""
    WORDS = "woorden"
    """Words with a comma or an end of line between them."""
    NOTES = "notities"
    """``word: text``, each on a line."""
    RINGS = "kringen"
    """``title: what belongs in it``, each on a line."""
    ROWS = "rijen"
    """A number, or texts, each on a line."""
    NUMBER = "getal"
    FLAG = "ja of nee"
    CHOICE = "keuze"


@dataclass(frozen=True, slots=True)
class FormField:
    """One field: its name, its key in YAML, how it is written, and what there is to choose.

    ``formal`` names the field with the same text in *u*, if there is one; ``usual`` is what counts
    when nothing is written.
    """

    name: str
    key: str
    kind: Kind = Kind.TEXT
    choices: tuple[str, ...] = ()
    formal: str = ""
    usual: str = ""


_CHOICES: dict[str, tuple[str, ...]] = {
    "category": tuple(Category),
    "phases": tuple(Phase),
    "situations": tuple(Situation),
    "depth": tuple(Depth),
    "answer": tuple(KINDS),
}
_KINDS = {
    "category": Kind.CHOICE,
    "phases": Kind.WORDS,
    "situations": Kind.WORDS,
    "answer": Kind.CHOICE,
    "minutes": Kind.NUMBER,
    "depth": Kind.CHOICE,
    "labels": Kind.WORDS,
    "allowed": Kind.NOTES,
}
_SHOWN = (
    *("text", "text_formal", "category", "phases", "situations", "answer", "help", "help_formal"),
    *("minutes", "depth", "follow_up", "follow_up_formal", "source", "labels", "allowed"),
)


@cache
def question_fields() -> tuple[FormField, ...]:
    """Return the fields of every question, without those of its answer."""
    usual = {"minutes": "3", "depth": str(Depth.MEDIUM), "answer": OPEN}
    return tuple(
        FormField(
            name,
            Question.model_fields[name].alias or name,
            _KINDS.get(name, Kind.TEXT),
            _CHOICES.get(name, ()),
            f"{name}_formal" if name in Question.pairs() else "",
            usual.get(name, ""),
        )
        for name in _SHOWN
    )


@cache
def answer_fields(kind: str) -> tuple[FormField, ...]:
    """Return the fields of a kind of answer; none when there is no such kind."""
    model = KINDS.get(kind)
    if model is None:
        return ()
    return tuple(
        FormField(
            ANSWER + name,
            info.alias or name,
            _kind(info.alias or name, info.annotation),
            formal=f"{ANSWER}{name}_formal" if name in model.pairs() else "",
            usual=shown(_plain(info.get_default()) if not info.is_required() else None),
        )
        for name, info in model.model_fields.items()
        if name != "soort"
    )


def _kind(key: str, annotation: Any) -> Kind:
    named = {"rijen": Kind.ROWS, "ringen": Kind.RINGS}
    if key in named:
        return named[key]
    plain = {int: Kind.NUMBER, bool: Kind.FLAG}
    lines = get_origin(annotation) is tuple
    return Kind.LINES if lines else plain.get(annotation, Kind.TEXT)


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [part if isinstance(part, str) else part.model_dump() for part in value]
    return value


@cache
def field_names() -> frozenset[str]:
    """Return the names of all fields, of every kind of answer."""
    fields = [*question_fields(), *(field for kind in KINDS for field in answer_fields(kind))]
    return frozenset(field.name for field in fields)


def shown(value: object) -> str:
    """Return a value of YAML as a form shows it."""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, Mapping):
        return "\n".join(f"{key}: {part}" for key, part in value.items())
    if isinstance(value, list):
        return "\n".join(_line(part) for part in value)
    return "" if value is None else str(value)


def _line(part: object) -> str:
    if isinstance(part, Mapping):
        return ": ".join(str(word) for word in part.values() if word)
    return str(part)


def value_of(words: str, kind: Kind) -> object:
    """Return what YAML holds for what was written in a field; ``None`` when that is nothing."""
    words = words.strip()
    return _READERS.get(kind, str)(words) if words else None


def _number(words: str) -> int | str:
    return int(words) if words.isascii() and words.isdigit() and len(words) < 10 else words


def _halves(line: str) -> tuple[str, str]:
    word, _, text = line.partition(":")
    return word.strip(), text.strip()


def _ring(title: str, explanation: str) -> dict[str, str]:
    return {"titel": title, **({"uitleg": explanation} if explanation else {})}


def _flag(words: str) -> bool | str:
    return {"ja": True, "nee": False}.get(words.lower(), words)


def _lines(words: str) -> list[str]:
    return [line.strip() for line in words.split("\n") if line.strip()]


def _words(words: str) -> list[str]:
    return [word.strip() for word in re.split(r"[,;\n]", words) if word.strip()]


def _rows(words: str) -> int | list[str]:
    number = _number(words)
    return number if isinstance(number, int) else _lines(words)


_READERS: dict[Kind, Callable[[str], object]] = {
    Kind.LINES: _lines,
    Kind.WORDS: _words,
    Kind.NOTES: lambda words: dict(_halves(line) for line in _lines(words)),
    Kind.RINGS: lambda words: [_ring(*_halves(line)) for line in _lines(words)],
    Kind.ROWS: _rows,
    Kind.NUMBER: _number,
    Kind.FLAG: _flag,
}

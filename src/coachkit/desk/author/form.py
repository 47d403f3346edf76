"""A question as a form has it: each of its fields a plain string, and back to what YAML holds.

What was not touched stays as it stood in the file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from coachkit.address import speaks_informally
from coachkit.desk.author.fields import (
    OPEN,
    FormField,
    answer_fields,
    field_names,
    question_fields,
    shown,
    value_of,
)
from coachkit.errors import InputError, Problem
from coachkit.model import Question
from coachkit.safetext import STAND_IN

MAX_LETTERS = 20_000
"""How much one field takes."""

_HALVES = re.compile(r"[\ud800-\udfff]")


class QuestionForm:
    """The fields of one question: what was written in each, by its name.

    ``reviewed`` is the fingerprint of the question whose text with *u* a person looked at.

    Args:
        data: what stands in the file; ``None`` for a new question.

    """

    def __init__(self, data: Mapping[str, Any] | None = None) -> None:
        self._data: dict[str, Any] = dict(data or {})
        self._before = _strings(self._data)
        self.written: dict[str, str] = dict(self._before)
        self.reviewed = str(self._data.get("u_nagekeken") or "")

    @property
    def fields(self) -> tuple[FormField, ...]:
        """The fields that the question has now: those of its answer follow its kind."""
        kind = self.written.get("answer", "") or OPEN
        return (*question_fields(), *answer_fields(kind))

    @property
    def changed(self) -> bool:
        """Whether anything was written that is not in the file."""
        return self.review_changed or any(self._is_changed(field.name) for field in self.fields)

    @property
    def review_changed(self) -> bool:
        """Whether a person looked at the text with *u*, or has to look again."""
        return self.reviewed != str(self._data.get("u_nagekeken") or "")

    def changes(self) -> dict[str, str]:
        """Return what was written that is not in the file, by field."""
        names = {**self._before, **self.written}
        return {name: self.written.get(name, "") for name in names if self._is_changed(name)}

    def write(self, name: str, words: str) -> None:
        """Take what stands in a field; half letters, which no file can hold, get a stand-in.

        Raises:
            InputError: there is no such field, or it is far too much; nothing changes.

        """
        if name not in field_names():
            raise InputError([Problem(f"er is geen veld '{name[:40]}'", "kies een ander veld")])
        if len(words) > MAX_LETTERS:
            most = f"{MAX_LETTERS:,}".replace(",", ".")
            message = f"deze tekst heeft meer dan {most} tekens"
            raise InputError([Problem(message, "plak een kortere tekst", loc=(name,))])
        self.written[name] = plain(words)

    def data(self, shared: Mapping[str, object]) -> dict[str, Any]:
        """Return what the file will hold, without the id.

        Args:
            shared: what the set names for all of its questions.

        """
        found = {key: value for key, value in self._data.items() if key != "id"}
        order = [info.alias or name for name, info in Question.model_fields.items()]
        for field in question_fields():
            if field.name != "answer" and self._is_changed(field.name):
                words = self.written.get(field.name, "")
                _put(found, order, field.key, value_of(words, field.kind))
        if found.get("categorie") == shared.get("categorie") and "categorie" not in self._data:
            found.pop("categorie", None)
        _put(found, order, "antwoord", self._answer())
        _put(found, order, "u_nagekeken", self.reviewed or None)
        return found

    def wants_formal(self) -> tuple[str, ...]:
        """Return the fields of which the text with *u* is missing."""
        return tuple(
            field.name
            for field in self.fields
            if field.formal
            and not self.written.get(field.formal, "").strip()
            and self._needs_formal(field.name)
        )

    def _needs_formal(self, name: str) -> bool:
        words = self.written.get(name, "")
        return bool(words.strip()) and (name == "text" or speaks_informally(words))

    def _is_changed(self, name: str) -> bool:
        return self.written.get(name, "") != self._before.get(name, "")

    def _answer(self) -> dict[str, Any] | None:
        kind = self.written.get("answer", "").strip() or OPEN
        before = self._data.get("antwoord") or {}
        changed = self._is_changed("answer")
        answer: dict[str, Any] = {"soort": kind} if changed else dict(before)
        order = ["soort", *(field.key for field in answer_fields(kind))]
        for field in answer_fields(kind):
            if changed or self._is_changed(field.name):
                value = value_of(self.written.get(field.name, ""), field.kind)
                _put(answer, order, field.key, value)
        if answer and "soort" not in answer:
            answer = {"soort": kind, **answer}
        return answer if before or answer not in ({}, {"soort": OPEN}) else None


def plain(words: str) -> str:
    """Return words with plain ends of lines, and a stand-in for what no file can hold."""
    return _HALVES.sub(STAND_IN, words.replace("\r\n", "\n").replace("\r", "\n"))


def _strings(data: Mapping[str, Any]) -> dict[str, str]:
    found = {f.name: shown(data.get(f.key)) for f in question_fields() if f.name != "answer"}
    answer = data.get("antwoord")
    if isinstance(answer, Mapping):
        kind = str(answer.get("soort", ""))
        found |= {field.name: shown(answer.get(field.key)) for field in answer_fields(kind)}
        found["answer"] = kind
    return {name: words for name, words in found.items() if words}


def _put(data: dict[str, Any], order: list[str], key: str, value: object) -> None:
    """Put a value under its key, where the order has it; nothing takes the key away."""
    if value is None:
        data.pop(key, None)
    elif key in data:
        data[key] = value
    else:
        before = [known for known in data if order.index(known) < order.index(key)]
        later = {known: data.pop(known) for known in list(data)[_behind(data, before, order) :]}
        data[key] = value
        data.update(later)


def _behind(data: Mapping[str, Any], before: list[str], order: list[str]) -> int:
    """Return the place behind the key that comes last before another."""
    return list(data).index(max(before, key=order.index)) + 1 if before else 0

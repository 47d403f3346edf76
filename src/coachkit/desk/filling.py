"""Fill in a form on screen: the fields of its questions, as plain texts and ticks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import groupby

from coachkit.answers.base import Field, FieldKind
from coachkit.errors import InputError, Problem
from coachkit.homework.limits import MAX_ANSWER, MAX_ANSWERS, whole_text
from coachkit.model.form import FormQuestion, WorksheetForm
from coachkit.model.homework import Answers, answers_of
from coachkit.safetext import shown


@dataclass(frozen=True, slots=True)
class Box:
    """One thing to fill in: a text, a tick, or one option of a group.

    ``name`` is what :meth:`Filling.put` takes. ``options`` are those of a group: what is put when
    one is chosen, and its words; an empty text chooses none.
    """

    name: str
    kind: FieldKind
    label: str = ""
    options: tuple[tuple[str, str], ...] = ()


def boxes_of(question: FormQuestion) -> tuple[Box, ...]:
    """Return what there is to fill in at a question, in the order of the page."""
    return tuple(_boxes(question))


def _boxes(question: FormQuestion) -> Iterator[Box]:
    for name, fields in groupby(question.fields, key=lambda field: field.key):
        first, *others = fields
        if first.kind == "radio":
            buttons = (first, *others)
            yield Box(name, "radio", options=tuple((each.option, each.label) for each in buttons))
        else:
            yield Box(name, first.kind, _label(first))


def _label(field: Field) -> str:
    """Return what stands at a field; at a cell ``Tijd en plaats: afspraak``."""
    if not field.row:
        return field.label
    head, column = f"{field.row[:1].upper()}{field.row[1:]}", field.label[len(field.row) + 2 :]
    if head.endswith((".", "?", "!", "\u2026")):
        return f"{head} {column}"
    word = column.partition(" ")[0]
    small = column[:1].lower() if word[1:].islower() else column[:1]
    return f"{head.rstrip(':')}: {small}{column[1:]}"


class Filling:
    """A form that is being filled in.

    Attributes:
        form: its questions; :func:`boxes_of` gives what to fill in at each.
        hints: what the paper says under a question, by its id, where that is known.

    """

    def __init__(
        self,
        form: WorksheetForm,
        values: Mapping[str, str | bool] | None = None,
        hints: Mapping[str, str] | None = None,
    ) -> None:
        """Begin with what was filled in before; a value that does not fit the form is left out."""
        self.form, self.hints = form, hints or {}
        self._boxes = {box.name: box for question in form.questions for box in boxes_of(question)}
        self._values: dict[str, str | bool] = {}
        for name, value in (values or {}).items():
            with suppress(InputError):
                self.put(name, value)

    @property
    def values(self) -> dict[str, str | bool]:
        """What was filled in, by the name of its box; what is empty is absent."""
        return dict(self._values)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was filled in."""
        return not self._values

    def value(self, name: str) -> str | bool:
        """Return what stands in a box now.

        Raises:
            InputError: there is no such box.

        """
        empty = False if self._box(name).kind == "check" else ""
        return self._values.get(name, empty)

    def put(self, name: str, value: str | bool) -> None:
        """Put a text in a box, choose an option by its value, or tick (``True``) or not.

        Raises:
            InputError: there is no such box, the value does not fit it, or it is far too long;
                what stood there stays.

        """
        box = self._box(name)
        if problem := _misfit(box, value) or self._too_much(name, value):
            raise InputError([problem])
        self._values.pop(name, None)
        if value:
            self._values[name] = whole_text(value) if isinstance(value, str) else value

    def answers(self, notes: tuple[str, ...] = (), source: str = "") -> Answers:
        """Return what was filled in as typed answers, with remarks on what does not fit.

        Args:
            notes: what the coach should know of it, in Dutch.
            source: what it comes from.

        """
        return answers_of(self.form, self._values, notes, source)

    def _box(self, name: str) -> Box:
        if name not in self._boxes:
            message = f"dit blad heeft geen vak '{shown(name)}'"
            raise InputError([Problem(message, "open het blad opnieuw")])
        return self._boxes[name]

    def _too_much(self, name: str, value: str | bool) -> Problem | None:
        others = sum(len(v) for n, v in self._values.items() if n != name and isinstance(v, str))
        if isinstance(value, str) and others + len(value) > MAX_ANSWERS:
            return Problem("de antwoorden op dit blad zijn samen veel te lang", _SHORTER)
        return None


_SHORTER = "kort ze in, of bewaar de rest ergens anders"


def _misfit(box: Box, value: object) -> Problem | None:
    """Return why a value cannot stand in a box; ``None`` when it can."""
    if isinstance(value, bool) is not (box.kind == "check") or not isinstance(value, str | bool):
        wanted = "een vinkje" if box.kind == "check" else "een tekst"
        return Problem(f"in vak '{box.name}' hoort {wanted}", "open het blad opnieuw")
    if box.options and value not in ("", *(option for option, _ in box.options)):
        words = ", ".join(words for _, words in box.options)
        return Problem(f"'{shown(str(value))}' is geen keuze van deze vraag", f"kies uit: {words}")
    if isinstance(value, str) and len(value) > MAX_ANSWER:
        return Problem("dit antwoord is veel te lang", _SHORTER)
    return None

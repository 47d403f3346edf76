"""Answers in plain text, for a coach to read on a terminal or a screen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from coachkit.answers.value import words_of
from coachkit.language.dates import dutch_date
from coachkit.model.form import WorksheetForm
from coachkit.model.homework import Answered, Answers
from coachkit.safetext import one_line, without_controls

_ON_PAPER, _EMPTY = "(op papier)", "(niet ingevuld)"


@dataclass(frozen=True, slots=True)
class Told:
    """One question with its answer as lines of text, without what could command a terminal.

    ``lines`` say so when nothing was filled in; ``remarks`` tell what in the answer is odd.
    """

    question: str
    lines: tuple[str, ...]
    remarks: tuple[str, ...] = ()
    is_empty: bool = False


def heading_of(form: WorksheetForm) -> str:
    """Return what a piece of homework is: title, whose, and date."""
    parts = (form.title, form.whose, dutch_date(form.day) if form.day else "")
    return one_line(" · ".join(part for part in parts if part))


def told_answers(answers: Answers) -> tuple[Told, ...]:
    """Return the questions of a piece of homework with their answers, in their order."""
    empty = _ON_PAPER if answers.is_on_paper else _EMPTY
    return tuple(_told(answered, empty) for answered in answers.questions)


def _told(answered: Answered, empty: str) -> Told:
    return Told(
        one_line(answered.question.text),
        tuple(_lines(answered, empty)),
        tuple(map(one_line, answered.remarks)),
        answered.is_empty,
    )


def _lines(answered: Answered, empty: str) -> Iterator[str]:
    for label, words in [*words_of(answered.value)] or [("", empty)]:
        text = f"{label}: {words}" if label else words
        yield from map(without_controls, text.splitlines())

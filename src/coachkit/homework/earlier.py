"""What earlier sheets of a client tell the next one: what was asked, agreed and answered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from coachkit.answers.if_then import IfThen
from coachkit.answers.ladder import Ladder
from coachkit.answers.open import Open
from coachkit.answers.value import Part
from coachkit.errors import FileError, HomeworkError
from coachkit.homework.read import read_answers
from coachkit.model import Brief
from coachkit.model.homework import Answered, Answers
from coachkit.vocabulary import Category
from coachkit.worksheet.notebook import load_worksheet

_MAX_QUOTE = 160
"""In characters: what still fits in a sentence on the next sheet."""

_TELLING = (Category.DESIRE, Category.SMALL_STEPS, Category.CONSEQUENCES, Category.BOUNDARIES)
"""Which answers are best to come back to; a sheet does not begin with pain."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """What earlier sheets tell: ids of questions, and the client's own step and words.

    ``notes`` tell the coach, in Dutch, where the step and the words come from.
    """

    asked: frozenset[str] = frozenset()
    step: str | None = None
    answer: str | None = None
    notes: tuple[str, ...] = ()

    def told_to(self, brief: Brief) -> Brief:
        """Return the brief with the step and the words of last time, unless it has its own."""
        found = {"previous_step": self.step, "previous_answer": self.answer}
        missing = {key: value for key, value in found.items() if getattr(brief, key) is None}
        return brief.model_copy(update=missing)


def look_back(
    paths: Iterable[Path], client: str | None = None, password: str | None = None
) -> Earlier:
    """Read the earlier sheets of a client: notebooks, filled PDFs, or answers of a web page.

    Args:
        paths: the files, in any order.
        client: whose they must be; ``None`` takes them as they are.
        password: of the PDFs, when they have one.

    Raises:
        FileError, NotebookError, HomeworkError: a file cannot be read, is no sheet, or is of
            another client; the message names it.

    """
    asked: set[str] = set()
    returned: list[Answers] = []
    for path in paths:
        try:
            if path.suffix.lower() == ".ipynb":
                sheet = load_worksheet(path)
                _check_client(sheet.name, client)
                asked.update(question.id for question in sheet.questions)
            else:
                answers = read_answers(path, password)
                _check_client(answers.form.name, client)
                asked.update(answered.id for answered in answers.questions)
                returned.append(answers)
        except (HomeworkError, FileError) as error:
            place = "" if str(error).startswith(str(path)) else f"{path}: "
            raise type(error)(f"{place}{error}") from None
    returned.sort(key=lambda answers: answers.form.day or date.min, reverse=True)
    step, answer = _first(map(_step, returned)), _first(map(_words, returned))
    return Earlier(frozenset(asked), step, answer, tuple(_notes(step, answer, returned)))


def _check_client(name: str, client: str | None) -> None:
    """Refuse the homework of someone else: it would end up on this client's sheet."""
    if client is not None and name and _plain(name) != _plain(client):
        raise HomeworkError(
            f"dit blad is van {name[:60]}, en de briefing is voor {client[:60]}; "
            "geef bij --after alleen bladen van deze cliënt"
        )


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


def _first(found: Iterable[str | None]) -> str | None:
    return next((text for text in found if text), None)


def _step(answers: Answers) -> str | None:
    """Return the step that a client chose: of his plan what he does, or the foot of his ladder."""
    for kind, id_ in ((IfThen, "dan"), (Ladder, None)):
        for answered in reversed(answers.questions):
            answer = answered.question.answer
            if isinstance(answer, kind):
                lowest = str(len(answer.rungs) - 1) if isinstance(answer, Ladder) else id_
                if text := _part(answered, lowest):
                    return _quoted(text)
    return None


def _part(answered: Answered, id_: str | None) -> str | None:
    parts = answered.value if isinstance(answered.value, tuple) else ()
    return next((str(p.value) for p in parts if isinstance(p, Part) and p.id == id_), None)


def _words(answers: Answers) -> str | None:
    """Return an open answer to come back to."""
    for category in _TELLING:
        for answered in answers.questions:
            question, value = answered.question, answered.value
            is_open = isinstance(question.answer, Open) and isinstance(value, str)
            if is_open and question.category is category:
                return _quoted(str(value))
    return None


def _quoted(text: str) -> str:
    """Return words of a client as they fit in a sentence: one line, without the last full stop."""
    line = " ".join(text.split()).rstrip(" .")
    if len(line) <= _MAX_QUOTE:
        return line
    return line[: _MAX_QUOTE - 1].rpartition(" ")[0] + " …"


def _notes(step: str | None, answer: str | None, returned: Sequence[Answers]) -> Iterator[str]:
    if step:
        yield f'de vorige stap, uit het huiswerk: "{step}"'
    elif any(not answers.is_on_paper for answers in returned):
        yield "in het huiswerk is geen stap ingevuld om mee verder te gaan"
    if answer:
        yield f'een vorig antwoord, uit het huiswerk: "{answer}"'

"""What earlier sheets of a client tell the next one: what was asked, agreed and answered."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
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
from coachkit.safetext import one_line, shown
from coachkit.vocabulary import Category
from coachkit.worksheet.notebook import load_worksheet

_MAX_QUOTE = 160
"""In characters: what still fits in a sentence on the next sheet."""

_CUT = " …"
_NO_STEP = "in het huiswerk is geen stap ingevuld om mee verder te gaan"

_TELLING = (Category.DESIRE, Category.SMALL_STEPS, Category.CONSEQUENCES, Category.BOUNDARIES)
"""Which answers are best to come back to; a sheet does not begin with pain."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """What earlier sheets tell: ids of questions, and the client's own step and words.

    ``doubts`` tell the coach, in Dutch, what could not be taken over or was not sure.
    """

    asked: frozenset[str] = frozenset()
    step: str | None = None
    answer: str | None = None
    doubts: tuple[str, ...] = ()

    def told_to(self, brief: Brief) -> Brief:
        """Return the brief with the step and the words of last time, unless it has its own."""
        found = {"previous_step": self.step, "previous_answer": self.answer}
        missing = {key: value for key, value in found.items() if getattr(brief, key) is None}
        return brief.model_copy(update=missing)

    def notes_for(self, brief: Brief) -> Iterator[str]:
        """Yield, in Dutch, what a brief gets of it: what the brief has itself stays."""
        if self.step and not brief.previous_step:
            yield f'de vorige stap, uit het huiswerk: "{self.step}"'
        if self.answer and not brief.previous_answer:
            yield f'een vorig antwoord, uit het huiswerk: "{self.answer}"'
        yield from self.doubts


def look_back(
    paths: Iterable[Path], client: Brief | None = None, password: str | None = None
) -> Earlier:
    """Read the earlier sheets of a client: notebooks, filled PDFs, or answers of a web page.

    Args:
        paths: the files, in any order.
        client: the brief of whose they must be; ``None`` takes them as they are.
        password: of the PDFs, when they have one.

    Raises:
        FileError, NotebookError, HomeworkError: a file cannot be read, is no sheet, or is of
            another client; the message names it.

    """
    asked: set[str] = set()
    returned: list[Answers] = []
    doubts: list[str] = []
    for path in paths:
        try:
            if path.suffix.lower() == ".ipynb":
                sheet = load_worksheet(path)
                doubts.append(_check_client(sheet.name, sheet.mark, client))
                asked.update(question.id for question in sheet.questions)
            else:
                answers = read_answers(path, password)
                doubts.append(_check_client(answers.form.name, answers.form.mark, client))
                returned.append(answers)
        except (HomeworkError, FileError) as error:
            place = "" if str(error).startswith(str(path)) else f"{path}: "
            raise type(error)(f"{place}{error}") from None
    told = told_by(returned)
    doubts += told.doubts
    unique = tuple(dict.fromkeys(filter(None, doubts)))
    return Earlier(told.asked | asked, told.step, told.answer, unique)


def told_by(homework: Iterable[Answers]) -> Earlier:
    """Return what the homework of one client tells the next sheet; the newest goes first."""
    newest = sorted(homework, key=lambda answers: answers.form.day or date.min, reverse=True)
    asked = frozenset(answered.id for answers in newest for answered in answers.questions)
    step, answer = _first(map(_step, newest)), _first(map(_words, newest))
    lacks_step = step is None and any(not answers.is_on_paper for answers in newest)
    return Earlier(asked, step, answer, (_NO_STEP,) if lacks_step else ())


def _check_client(name: str, mark: str, client: Brief | None) -> str:
    """Refuse the sheet of someone else, whose words would end up on the sheet of this client.

    Returns:
        in Dutch, that only one of the two has a mark, so that it may be another one of this name;
        empty when all is well.

    """
    if client is None or not name:
        return ""
    own = client.mark or ""
    whose, whom = _called(name, mark), _called(client.name, own)
    same_mark = _plain(mark) == _plain(own)
    if _plain(name) != _plain(client.name) or (mark and own and not same_mark):
        raise HomeworkError(
            f"dit blad is van {whose}, en de briefing is voor {whom}; "
            "geef bij --after alleen bladen van deze cliënt"
        )
    return "" if same_mark else f"een blad is van {whose}; kijk of dat {whom} is"


def client_key(name: str, mark: str) -> str:
    """Return a key that is the same for all sheets of one client, and differs for another."""
    return f"{_plain(name)}\n{_plain(mark)}"


def _called(name: str, mark: str) -> str:
    return shown(f"{name} ({mark})" if mark else name, 80)


def _plain(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).split()).casefold()


def _first(found: Iterable[str | None]) -> str | None:
    return next((text for text in found if text), None)


def _step(answers: Answers) -> str | None:
    """Return the step that a client chose: of his plan what he does, or the foot of his ladder."""
    for kind, id_ in ((IfThen, "dan"), (Ladder, None)):
        for answered in reversed(answers.questions):
            answer = answered.question.answer
            if isinstance(answer, kind):
                lowest = str(len(answer.rungs) - 1) if isinstance(answer, Ladder) else id_
                if text := _quoted(_part(answered, lowest)):
                    return text
    return None


def _part(answered: Answered, id_: str | None) -> str:
    parts = answered.value if isinstance(answered.value, tuple) else ()
    return next((str(p.value) for p in parts if isinstance(p, Part) and p.id == id_), "")


def _words(answers: Answers) -> str | None:
    """Return an open answer to come back to."""
    for category in _TELLING:
        for answered in answers.questions:
            question, value = answered.question, answered.value
            is_open = isinstance(question.answer, Open) and isinstance(value, str)
            if is_open and question.category is category and (text := _quoted(str(value))):
                return text
    return None


def is_beginning(quoted: str) -> bool:
    """Tell whether words that were taken over are only the beginning of an answer."""
    return quoted.endswith(_CUT)


def _quoted(text: str) -> str:
    """Return words of a client as they fit in a sentence: one line, without the last full stop."""
    line = one_line(text).rstrip(" .…")
    if len(line) <= _MAX_QUOTE:
        return line
    start = line[: _MAX_QUOTE - 1]
    words, _, _ = start.rpartition(" ")
    return f"{words or start}{_CUT}"

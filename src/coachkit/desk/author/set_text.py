"""The text of the open set, and what that text says; each change gives a new one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from coachkit.bank.comments import comments_in, is_open_mark
from coachkit.bank.load import NO_KIND, read_item
from coachkit.bank.set_edit import (
    behind_mark,
    marks_in,
    with_change,
    with_marks,
    with_move,
    with_question,
    without_question,
)
from coachkit.errors import InputError, Problem
from coachkit.model import QuestionSet
from coachkit.yamlfile import Document, parse_yaml

Data = dict[str, Any]

_BYTE_ORDER = "\ufeff"
_SHARED = ("doelgroep", "categorie", "lijsten")


@dataclass(frozen=True)
class SetText:
    """The text of a set, without the mark that some editors put before it.

    Every change is read again and compared: nothing else may have changed, and no comment is lost.
    """

    text: str
    document: Document
    item: QuestionSet
    byte_order: str = ""

    @property
    def raw(self) -> bytes:
        """The bytes of the file."""
        return (self.byte_order + self.text).encode()

    @property
    def shared(self) -> Data:
        """What the set names for all of its questions."""
        return {key: self._data[key] for key in _SHARED if key in self._data}

    @property
    def ids(self) -> list[str]:
        """The ids of the questions, in their order."""
        return [question.id for question in self.item.questions]

    def question(self, id_: str) -> Data:
        """Return what stands in the file of a question.

        Raises:
            InputError: there is none with this id.

        """
        return dict(self._questions[self._place(id_)])

    def marks(self, id_: str) -> dict[str, str]:
        """Return the keys of a question with a text that nobody looked at, each with the reason."""
        return marks_in(self.text, self._place(id_))

    def added(self, question: Data, marks: Mapping[str, str]) -> SetText:
        """Return the set with a question more.

        Raises:
            InputError: it cannot be added.

        """
        wanted = [*self._questions, question]
        added = self._accepted(lambda text: with_question(text, question), wanted)
        return added.marked(str(question["id"]), marks)

    def changed(self, id_: str, question: Data) -> SetText:
        """Return the set in which a question says something else.

        Raises:
            InputError: there is none with this id, or it cannot be changed.

        """
        place = self._place(id_)
        old, wanted = self._questions[place], list(self._questions)
        wanted[place] = question
        return self._accepted(lambda text: with_change(text, place, old, question), wanted)

    def marked(self, id_: str, marks: Mapping[str, str]) -> SetText:
        """Return the set with these marks at a question, and no others.

        Raises:
            InputError: there is none with this id, or they cannot be put there.

        """
        if self.marks(id_) == dict(marks):
            return self
        place = self._place(id_)
        return self._accepted(lambda text: with_marks(text, place, marks), self._questions)

    def removed(self, id_: str) -> SetText:
        """Return the set without a question.

        Raises:
            InputError: there is none with this id, or it cannot be taken away.

        """
        place = self._place(id_)
        wanted = [data for number, data in enumerate(self._questions) if number != place]
        return self._accepted(lambda text: without_question(text, place), wanted)

    def moved(self, id_: str, to: int) -> SetText:
        """Return the set with a question at another number, from 0; too far is at the end.

        Raises:
            InputError: there is none with this id, or it cannot be moved.

        """
        place = self._place(id_)
        to = max(0, min(to, len(self._questions) - 1))
        wanted = list(self._questions)
        wanted.insert(to, wanted.pop(place))
        return self._accepted(lambda text: with_move(text, place, to), wanted)

    @property
    def _data(self) -> Data:
        return self.document.data if isinstance(self.document.data, dict) else {}

    @property
    def _questions(self) -> list[Data]:
        return list(self._data["vragen"])

    def _place(self, id_: str) -> int:
        if id_ not in self.ids:
            message = f"in deze set is geen vraag '{id_[:80]}'"
            raise InputError([Problem(message, "kies een vraag uit de lijst")])
        return self.ids.index(id_)

    def _accepted(self, change: Callable[[str], str], wanted: list[Data]) -> SetText:
        """Return the set with a new text, when it says what it should and nothing is lost."""
        try:
            text = change(self.text)
        except (IndexError, KeyError, ValueError) as error:
            raise InputError([_NOT_HERE]) from error
        document = parse_yaml(text.encode(), self.document.path)
        item, problems = read_item(document)
        as_wanted = _bare(document.data) == _bare({**self._data, "vragen": wanted})
        if problems and (as_wanted or document.problems):
            raise InputError(problems)
        if not as_wanted or not isinstance(item, QuestionSet):
            raise InputError([_NOT_HERE])
        if {*(_comments(self.text) - _comments(text))} - {""}:
            raise InputError([_NOT_HERE])
        return SetText(text, document, item, self.byte_order)


_NOT_HERE = Problem(
    "dit bestand is zo geschreven dat dit hier niet kan zonder er iets anders in te veranderen",
    "doe het in Kladblok of een ander tekstprogramma, of vraag het wie het bestand schreef",
)


def read_text(raw: bytes, path: str) -> SetText:
    """Read the bytes of a set.

    Raises:
        InputError: it is no set, or something is wrong in it: all problems, by line.

    """
    document = parse_yaml(raw, path)
    item, problems = read_item(document)
    if problems:
        raise InputError(problems)
    if not isinstance(item, QuestionSet):
        raise InputError([document.locate(NO_KIND)])
    text = raw.decode()
    bare = text.removeprefix(_BYTE_ORDER)
    return SetText(bare, document, item, text.removesuffix(bare))


def _bare(value: object) -> object:
    """Return data without the white space around its texts, which says nothing to the models.

    A text in a block of its own has an end of line, unless the file ends with it.
    """
    if isinstance(value, dict):
        return {key: _bare(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_bare(part) for part in value]
    return value.strip() if isinstance(value, str) else value


def _comments(text: str) -> Counter[str]:
    """Count the comments, apart from marks: those come and go with the texts that they are at."""
    words = [words for _, words in comments_in(text)]
    return Counter(behind_mark(each) if is_open_mark(each) else each for each in words)

"""Questions of the bank that are almost the same as the one that is being written."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from dataclasses import dataclass
from itertools import islice

from coachkit.lint.near import KnownTexts
from coachkit.lint.question import MAX_LETTERS
from coachkit.lint.twins import RULE
from coachkit.model import Question, expand

_MAX_WORDINGS = 5
"""Of a pattern that is being written so many wordings are compared: it has to be quick."""
_MAX_SHOWN = 10
_MAX_UNEQUAL = 99
"""In percent: a text that is part of another has all its words, and is not the same."""


@dataclass(frozen=True, slots=True)
class Near:
    """A question that is almost the same, and how alike both are in percent.

    ``has_more`` tells that the one has all words of the other, and more: that counts as alike.
    ``wrong`` tells that the linter calls the pair an error, because nobody said that it may be.
    """

    id: str
    text: str
    likeness: int
    wrong: bool = True
    has_more: bool = False


class Neighbours:
    """All questions that are asked, to compare one with on every key.

    Args:
        questions: the questions of the bank; retired ones do not count.
        pairs: the ids of questions that may be alike.

    """

    def __init__(
        self, questions: Iterable[Question], pairs: Container[frozenset[str]] = ()
    ) -> None:
        questions = tuple(questions)
        self._pairs = pairs
        self._allowed = {question.id for question in questions if RULE in question.allowed}
        self._known = [
            (question.id, plain.text)
            for question in questions
            if not question.retired
            for plain in expand(question)
        ]
        self._texts = KnownTexts(text for _, text in self._known)

    def near(
        self, wordings: Iterable[str], own_id: str, *, allowed: bool = False
    ) -> tuple[Near, ...]:
        """Return the questions that are like one of some wordings, the most alike first.

        Args:
            wordings: the text; of a pattern, the texts that it stands for: the first few count.
            own_id: the id of the question itself.
            allowed: whether its author says that it may be like others.

        """
        best: dict[str, Near] = {}
        for text in islice(wordings, _MAX_WORDINGS):
            for place, ratio in self._texts.near(text) if len(text) <= MAX_LETTERS else ():
                id_, known = self._known[place]
                likeness = ratio if _bare(text) == _bare(known) else min(ratio, _MAX_UNEQUAL)
                if id_ != own_id and (id_ not in best or best[id_].likeness < likeness):
                    may = allowed or id_ in self._allowed or frozenset((id_, own_id)) in self._pairs
                    best[id_] = Near(id_, known, likeness, not may, _has_more(text, known))
        ordered = sorted(best.values(), key=lambda near: -near.likeness)
        return tuple(ordered[:_MAX_SHOWN])


def _has_more(text: str, other: str) -> bool:
    """Tell whether the one has all words of the other, and more."""
    one, two = (set(_bare(each).split()) for each in (text, other))
    return one < two or two < one


def _bare(text: str) -> str:
    """Return a text without capitals and punctuation."""
    return " ".join(re.findall(r"\w+", text.casefold()))

"""Questions of the bank that are almost the same as the one that is being written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from coachkit.lint.near import KnownTexts
from coachkit.lint.question import MAX_LETTERS
from coachkit.model import Question, expand

_MAX_WORDINGS = 5
"""Of a pattern that is being written so many wordings are compared: it has to be quick."""
_MAX_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Near:
    """A question that is almost the same, and how alike both are in percent."""

    id: str
    text: str
    likeness: int


class Neighbours:
    """All questions that are asked, to compare one with on every key.

    Args:
        questions: the questions of the bank; retired ones do not count.

    """

    def __init__(self, questions: Iterable[Question]) -> None:
        self._known = [
            (question.id, plain.text)
            for question in questions
            if not question.retired
            for plain in expand(question)
        ]
        self._texts = KnownTexts(text for _, text in self._known)

    def near(self, wordings: Iterable[str], own_id: str) -> tuple[Near, ...]:
        """Return the questions that are like one of some wordings, the most alike first.

        Args:
            wordings: the text; of a pattern, the texts that it stands for: the first few count.
            own_id: the id of the question itself.

        """
        best: dict[str, Near] = {}
        for text in islice(wordings, _MAX_WORDINGS):
            for place, likeness in self._texts.near(text) if len(text) <= MAX_LETTERS else ():
                id_, known = self._known[place]
                if id_ != own_id and (id_ not in best or best[id_].likeness < likeness):
                    best[id_] = Near(id_, known, likeness)
        ordered = sorted(best.values(), key=lambda near: -near.likeness)
        return tuple(ordered[:_MAX_SHOWN])

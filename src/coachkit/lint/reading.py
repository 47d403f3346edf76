"""One text as the rules read it: taken apart once, and asked about many times."""

from __future__ import annotations

from functools import cached_property

from coachkit.language.clause import Kind, kind_of
from coachkit.language.sentence import Sentence, plain, sentences, without_slots


class Reading:
    """A text, its sentences, and what each sentence does.

    Attributes:
        text: as it was written.
        plain: without quotations and slots.
        small: the same in small letters.
        said: with its quotations, but without slots: what a client reads.

    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.plain = plain(text)
        self.small = self.plain.lower()
        self.said = without_slots(text)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the plain text."""
        return sentences(self.plain)

    @cached_property
    def kinds(self) -> tuple[Kind, ...]:
        """What each sentence does."""
        return tuple([kind_of(sentence) for sentence in self.sentences])

    @cached_property
    def questions(self) -> tuple[Sentence, ...]:
        """The sentences that ask something."""
        pairs = zip(self.sentences, self.kinds, strict=True)
        asking = (Kind.OPEN, Kind.CLOSED)
        return tuple([sentence for sentence, kind in pairs if sentence.asks or kind in asking])

    @cached_property
    def closed(self) -> tuple[Sentence, ...]:
        """The questions that can be answered with yes or no."""
        if Kind.CLOSED not in self.kinds:
            return ()
        pairs = zip(self.sentences, self.kinds, strict=True)
        return tuple([sentence for sentence, kind in pairs if kind is Kind.CLOSED])

"""The open set among the rest of the bank: what its questions are compared and counted with."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from coachkit.bank.bank import Bank
from coachkit.bank.coverage import Coverage, bank_coverage
from coachkit.desk.author.near import Neighbours
from coachkit.desk.author.open_set import OpenSet
from coachkit.desk.author.own_sets import Beside
from coachkit.desk.author.set_text import SetText
from coachkit.desk.author.writing import Around, InSet, Writing
from coachkit.errors import InputError, Problem
from coachkit.lint.question import question_problems
from coachkit.lint.twins import allowed_pairs, pairs_files_at
from coachkit.model import Question, wording_ids
from coachkit.practice import Practice


@dataclass(frozen=True, slots=True)
class Listed:
    """A question of the open set.

    ``permanent`` tells that it was saved, and can only retire; ``faults`` how many errors and
    warnings the linter has for it.
    """

    id: str
    text: str
    retired: bool
    permanent: bool
    faults: int = 0


@dataclass(frozen=True)
class SetCoverage:
    """The coverage map of the whole bank, with the open set in it, and that of the set alone."""

    bank: Coverage
    own: Coverage


@dataclass(frozen=True)
class SetInBank:
    """A set and the bank that it stands in; what is worked out is kept until the set changes."""

    practice: Practice
    file: OpenSet
    beside: Beside

    @cached_property
    def questions(self) -> tuple[Listed, ...]:
        """The questions, in their order."""
        permanent = self.file.permanent
        return tuple(
            Listed(each.id, each.text, each.retired, each.id in permanent, _faults(each))
            for each in self.file.text.item.questions
        )

    @cached_property
    def around(self) -> Around:
        """What a question of this set is written in."""
        text = self.file.text
        own = {id_ for question in text.item.questions for id_ in wording_ids(question)}
        return Around(
            self.practice,
            self.file.name,
            text.shared,
            self.beside.taken.union(own, text.ids),
            Neighbours(self._bank.questions.values(), self._pairs),
        )

    @cached_property
    def coverage(self) -> SetCoverage:
        """How many questions there are for each phase and situation, in bank and set."""
        own = Bank({question.id: question for question in self.file.text.item.questions}, {})
        return SetCoverage(bank_coverage(self._bank), bank_coverage(own))

    def with_question(self, question: Writing) -> SetInBank:
        """Return the set with what was written: a new question at its end, another in its place.

        Raises:
            InputError: something must be mended first: all of it, ``loc`` names the field.

        """
        if blocking := question.check().blocking:
            raise InputError(blocking)
        data, marks, text = question.data(), question.in_set.unread, self.file.text
        if question.in_set.id:
            return self._after(text.changed(question.in_set.id, data).marked(question.id, marks))
        return self._after(text.added(data, marks))

    def with_retired(self, id_: str, *, again: bool) -> SetInBank:
        """Return the set with a question that is not asked any more, or is asked again.

        Raises:
            InputError: there is none with this id, or a recipe asks for it.

        """
        text = self.file.text
        data = {**text.question(id_), "vervallen": True}
        if again:
            del data["vervallen"]
        return self._after(text.changed(id_, data))

    def without(self, id_: str) -> SetInBank:
        """Return the set without a question that was never saved.

        Raises:
            InputError: there is none with this id, or it was saved.

        """
        if id_ in self.file.permanent:
            message = f"de vraag '{id_}' is bewaard, en haar id blijft voor altijd bezet"
            raise InputError([Problem(message, "laat haar vervallen")])
        return self._after(self.file.text.removed(id_))

    def with_move(self, id_: str, place: int) -> SetInBank:
        """Return the set with a question at another place, from 0.

        Raises:
            InputError: there is none with this id.

        """
        return self._after(self.file.text.moved(id_, place))

    def saved(self, *, overwrite: bool) -> SetInBank:
        """Write the set to its file, if it fits in the bank.

        Raises:
            InputError: it does not fit: all problems.
            FileError: the file was changed by another program, or cannot be written.

        """
        return replace(self._fitting(), file=self.file.saved(overwrite=overwrite))

    def writing(self, id_: str) -> Writing:
        """Return a question to change.

        Raises:
            InputError: there is none with this id.

        """
        text = self.file.text
        data, marks = text.question(id_), text.marks(id_)
        return Writing(self.around, data, InSet(id_, id_ in self.file.permanent, marks))

    def carried(self, question: Writing) -> Writing:
        """Return a question as the set has it now, with all that is new in what was written.

        A question that the set does not have any more becomes a new one.
        """
        known = question.in_set.id in self.file.text.ids
        carried = self.writing(question.in_set.id) if known else Writing(self.around)
        carried.take_over(question, only_new=known)
        return carried

    @property
    def problems(self) -> list[Problem]:
        """Why the set cannot stand in the bank, by line."""
        return self.beside.problems_of(self.file.text.document, self.file.text.item)

    def _after(self, text: SetText) -> SetInBank:
        """Return the set after a change, if it still fits in the bank."""
        return replace(self, file=replace(self.file, text=text))._fitting()

    def _fitting(self) -> SetInBank:
        """Return the set if it fits; its lines may not be in a file yet, so none are told."""
        if problems := self.problems:
            raise InputError(replace(each, path="", line=0, column=0) for each in problems)
        return self

    @property
    def _pairs(self) -> frozenset[frozenset[str]]:
        """The questions that may be alike."""
        path = self.file.path
        return allowed_pairs(pairs_files_at(path.parent)) if path else frozenset()

    @cached_property
    def _bank(self) -> Bank:
        text = self.file.text
        return self.beside.bank_with(text.document, text.item)


def _faults(question: Question) -> int:
    return sum(problem.level != "hint" for problem in question_problems(question))

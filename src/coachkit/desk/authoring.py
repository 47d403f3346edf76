"""The desk of a trainer: sets of the practice, and the question that is being written."""

from __future__ import annotations

from contextlib import nullcontext, suppress
from pathlib import Path
from typing import Any

from coachkit.bank.bank import Bank
from coachkit.desk.author.open_set import OpenSet, begin_set, open_set
from coachkit.desk.author.own_sets import OwnSet, OwnSets
from coachkit.desk.author.set_in_bank import Listed, SetCoverage, SetInBank
from coachkit.desk.author.work import AuthoringWork, read_work, title_of
from coachkit.desk.author.writing import Writing
from coachkit.desk.drafts import Drafts, KeepsDrafts
from coachkit.errors import FileError, InputError, Problem
from coachkit.practice import Practice

_NOT_KEPT = "er is geen praktijkmap, dus dit wordt niet bewaard; download de set voor je sluit"
_NO_SET = Problem("er is nog geen set open", "open een set, of begin een nieuwe")
_NO_QUESTION = Problem("er is nog geen vraag geschreven", "begin een vraag, of open er een")


class Authoring(KeepsDrafts):
    """All that a trainer does at one screen; what goes wrong is a ``CoachkitError`` in Dutch.

    ``question`` is what is being written, or ``None``. What changes in the set stays on the desk
    until :meth:`save`. ``told`` is what there is to know of work that was taken up, in Dutch.

    Args:
        practice: house style, and the folder that the sets are in.
        bank: the bank as it was loaded for this practice; broken files may have been left out.

    """

    def __init__(self, practice: Practice, bank: Bank) -> None:
        self._practice = practice
        self._sets = OwnSets(practice, bank)
        self._drafts = Drafts(practice.folder, "vragen")
        self._draft = self._drafts.new()
        self._on_desk: SetInBank | None = None
        self.question: Writing | None = None
        self.told = ""

    @property
    def keeps(self) -> bool:
        """Whether there is a practice folder to keep sets and drafts in."""
        return self._drafts.keeps

    def own_sets(self) -> tuple[OwnSet, ...]:
        """Return the sets in the practice folder as they are now, also those that are broken."""
        return self._sets.look()

    def start_set(
        self, name: str, audience: str = "client", category: str = "", *, may_lose: bool = False
    ) -> str:
        """Begin a set; nothing is written before :meth:`save`.

        Args:
            name: what it is called.
            audience: ``client`` or ``coach``.
            category: of all its questions; empty when each names its own.
            may_lose: whether work that cannot be kept makes room.

        Returns:
            what the trainer should know, in Dutch; empty when all is well.

        Raises:
            InputError: the name, audience or category cannot be, or there is such a set already.
            FileError: what lay here cannot be kept.

        """
        begun = begin_set(self._practice, name, audience, category)
        self._clear(may_lose=may_lose)
        self._take(self._laid(begun))
        return "" if self.keeps else _NOT_KEPT

    def open_set(self, path: Path, *, may_lose: bool = False) -> None:
        """Open a set; what lay here stays in its draft, but a question of this set goes on.

        Args:
            path: the file of the set.
            may_lose: whether work that cannot be kept makes room.

        Raises:
            FileError: the file cannot be read, or what lay here cannot be kept.
            InputError: something is wrong in it: all problems, by line; what is open stays.

        """
        opened = open_set(path)
        laid = self._laid(opened)
        if laid.problems:
            raise InputError(laid.problems)
        changed = self.opened is not None and self.opened.changed
        same = self.opened is not None and self.opened.path == path
        going_on = self.question if same and self.question and self.question.changed else None
        if going_on is None or changed:
            self._clear(may_lose=may_lose)
            self.question = going_on
        self._take(laid)
        self._carry()

    @property
    def opened(self) -> OpenSet | None:
        """The set that is open: its name, its file, and whether it has changes."""
        return self._on_desk.file if self._on_desk else None

    @property
    def questions(self) -> tuple[Listed, ...]:
        """The questions of the open set, in their order."""
        return self._on_desk.questions if self._on_desk else ()

    @property
    def unsaved(self) -> bool:
        """Whether the set or the question has changes that are not in the file."""
        written = self.question is not None and self.question.changed
        return written or (self.opened is not None and self.opened.unsaved)

    def new_question(self) -> Writing:
        """Begin a question.

        Raises:
            InputError: no set is open.

        """
        self.question = Writing(self._desk.around)
        return self.question

    def open_question(self, id_: str) -> Writing:
        """Take a question of the set to change it.

        Raises:
            InputError: no set is open, or it has no such question.

        """
        self.question = self._desk.writing(id_)
        return self.question

    def put_question(self) -> str:
        """Put what was written into the set: a new question at its end, another in its place.

        Returns:
            its id.

        Raises:
            InputError: something must be mended first: all of it, ``loc`` names the field.

        """
        if self.question is None:
            raise InputError([_NO_QUESTION])
        id_ = self.question.id
        self._take(self._desk.with_question(self.question))
        return self.open_question(id_).id

    def retire(self, id_: str, *, again: bool = False) -> None:
        """Let a question retire: it is not asked any more, and its id stays in use.

        Args:
            id_: which question.
            again: ask it again, after it retired.

        Raises:
            InputError: there is no such question, or a recipe asks for it.

        """
        self._take(self._desk.with_retired(id_, again=again))
        self._carry()

    def remove(self, id_: str) -> None:
        """Take a question away that was never saved.

        Raises:
            InputError: there is no such question, or it was saved: then it can only retire.

        """
        self._take(self._desk.without(id_))
        if self.question and self.question.in_set.id == id_:
            self.question = None

    def move(self, id_: str, place: int) -> None:
        """Put a question at another place in its set, from 0.

        Raises:
            InputError: there is no such question.

        """
        self._take(self._desk.with_move(id_, place))

    def coverage(self) -> SetCoverage:
        """Return how many questions there are for each phase and situation, in bank and set.

        Raises:
            InputError: no set is open.

        """
        return self._desk.coverage

    @property
    def yaml(self) -> bytes:
        """The file of the set as it is now, to download.

        Raises:
            InputError: no set is open.

        """
        return self._desk.file.text.raw

    def save(self, *, overwrite: bool = False) -> str:
        """Write the set to its file, whole or not at all.

        Args:
            overwrite: also when the file was changed or thrown away since it was opened.

        Returns:
            what the trainer should know, in Dutch; empty when all is well.

        Raises:
            InputError: it does not fit in the bank any more: all problems.
            FileError: the file was changed elsewhere, it cannot be written, or the folder is gone.

        """
        if self._desk.file.path is None:
            return _NOT_KEPT
        self._practice.place()
        self._take(self._laid(self._desk.file).saved(overwrite=overwrite))
        if self.question:
            self.question.in_set.permanent = bool(self.question.in_set.id)
        return "" if self.unsaved else self._drop_draft()

    def keep(self) -> str:
        """Keep what is in no file as a draft; when that went away again, the draft goes.

        Returns:
            what the trainer should know, in Dutch; empty when all is well.

        Raises:
            FileError: it cannot be written.

        """
        if not self.keeps:
            return _NOT_KEPT
        if not self.unsaved:
            self._draft.drop_own()
            return ""
        return self._draft.save(title_of(self.opened, self.question), self.work())

    def work(self) -> dict[str, Any]:
        """Return the state of the desk as JSON data."""
        return AuthoringWork.of(self._practice, self.opened, self.question).model_dump()

    def take_up(self, name: str) -> None:
        """Go on with a draft; ``told`` says what the trainer should know of it.

        Raises:
            FileError: it is gone or damaged; the desk stays as it is.

        """
        draft, data = self._drafts.open(name)
        file = (work := read_work(data)).opened(self._practice)
        self.told = file.changed_elsewhere() if file else ""
        laid = self._laid(file) if file else None
        self.question = work.question_in(laid) if laid else None
        self._on_desk, self._draft = laid, draft

    @property
    def _desk(self) -> SetInBank:
        if self._on_desk is None:
            raise InputError([_NO_SET])
        return self._on_desk

    def _laid(self, file: OpenSet) -> SetInBank:
        """Return a set beside the others as they are now."""
        return SetInBank(self._practice, file, self._sets.beside(file.path))

    def _take(self, laid: SetInBank) -> None:
        self._on_desk = laid
        if self.question is not None:
            self.question.around = laid.around

    def _carry(self) -> None:
        """Take the question that is being written from the set again, with what is new in it."""
        if self.question is not None and self.question.in_set.id:
            self.question = self._desk.carried(self.question)

    def _clear(self, *, may_lose: bool) -> None:
        """Make room for other work; what is in no file can be taken up again."""
        if self.unsaved:
            with suppress(FileError) if may_lose else nullcontext():
                self.keep()
        self.question = None
        self._draft = self._drafts.new()

    def _drop_draft(self) -> str:
        try:
            self._draft.drop_own()
        except FileError as error:
            return f"de set is bewaard, maar het concept blijft staan: {error}"
        self._draft = self._drafts.new()
        return ""

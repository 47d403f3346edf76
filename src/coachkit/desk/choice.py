"""The questions of one sheet, as a coach changes them, with the way back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from coachkit.bank.bank import Bank
from coachkit.desk.recipes import obstacle
from coachkit.errors import SelectionError
from coachkit.export.markdown import plain_text
from coachkit.model import Brief
from coachkit.worksheet import editing
from coachkit.worksheet.compose import compose
from coachkit.worksheet.proposal import Proposal

MAX_WORDS = 500
"""In letters: more is no question, and does not fit well on a page."""

_MAX_UNDO = 50
_FIRST = "kies eerst een werkvorm"


@dataclass(frozen=True)
class _Before:
    """The questions before a change."""

    proposal: Proposal
    pinned: frozenset[str]
    drawn_for: Brief | None


@dataclass
class Choice:
    """A proposal that changes; places count from 0.

    Attributes:
        bank: where other questions come from.
        proposal: recipe and questions; ``None`` until a recipe was chosen.
        pinned: ids of questions that stay when others are drawn.
        brief: what is known of the client now; the proposal stays behind as long as its questions
            name what is not.
        behind: why it does, in Dutch; empty when it does not.
        drawn_for: what was known of the client when the questions were drawn.

    """

    bank: Bank
    proposal: Proposal | None = None
    pinned: set[str] = field(default_factory=set)
    brief: Brief | None = None
    behind: str = ""
    drawn_for: Brief | None = None
    _passed: set[str] = field(default_factory=set)
    _before: list[_Before] = field(default_factory=list)
    _worded: tuple[int, Proposal] | None = None

    @property
    def made(self) -> Proposal:
        """The proposal.

        Raises:
            SelectionError: no recipe was chosen yet.

        """
        if self.proposal is None:
            raise SelectionError(_FIRST)
        return self.proposal

    def change(self, proposal: Proposal) -> None:
        """Take a new proposal, with the way back to the one before."""
        if self.proposal is not None:
            before = _Before(self.proposal, frozenset(self.pinned), self.drawn_for)
            self._before = [*self._before, before][-_MAX_UNDO:]
        self.proposal = proposal
        self._catch_up()

    def begin(
        self, proposal: Proposal, pinned: Iterable[str] = (), drawn_for: Brief | None = None
    ) -> None:
        """Take a proposal of another recipe, and the client that it was made for."""
        self.brief = proposal.brief
        self.change(proposal)
        self.pinned = set(pinned)
        self.drawn_for = drawn_for or proposal.brief

    def follow(self, brief: Brief) -> None:
        """Put what is known of the client in the questions, as soon as all can be filled."""
        self.brief = brief
        self._catch_up()

    def _catch_up(self) -> None:
        self.behind = ""
        if self.proposal is None or self.brief is None:
            return
        try:
            self.proposal = editing.for_brief(self.proposal, self.brief)
        except SelectionError as error:
            self.behind = str(error)

    @property
    def is_stale(self) -> bool:
        """Whether the client needs something else than when the questions were drawn."""
        now, then = self.brief, self.drawn_for
        return now is not None and then is not None and needs(now) != needs(then)

    @property
    def obstacle(self) -> str:
        """Why the recipe does not suit the client of now, in Dutch; empty when it does."""
        return obstacle(self.made.recipe, self._wanted.wishes)

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return bool(self._before)

    def undo(self) -> None:
        """Take the last change back; the brief of now stays, and so do pins."""
        if self._before:
            before = self._before.pop()
            self.proposal, self.drawn_for = before.proposal, before.drawn_for
            ids = {pick.question.id for pick in self.proposal.picks}
            self.pinned = (self.pinned | before.pinned) & ids
            self._catch_up()

    def redraw(self) -> None:
        """Draw other questions; those that are pinned stay.

        Raises:
            SelectionError: there are not enough questions.

        """
        seed = self.made.seed + 1
        self._edit(editing.redrawn(self.bank, self._wanted, seed=seed, pinned=self.pinned))
        self.drawn_for = self.brief

    def swap(self, place: int) -> None:
        """Put another question in a place; those that were seen before come last.

        Raises:
            SelectionError: there is no other that fits.

        """
        self._replace(editing.swapped, place)

    def other_angle(self, place: int) -> None:
        """Put a question from another angle in a place.

        Raises:
            SelectionError: there is none that fits.

        """
        self._replace(editing.from_another_angle, place)

    def surprise(self) -> None:
        """Add an unusual question.

        Raises:
            SelectionError: there is none that fits.

        """
        self._edit(editing.surprised(self.bank, self._wanted, passed=self._passed))

    def add(self, id_: str) -> None:
        """Add a question of the bank.

        Raises:
            SelectionError: it cannot be on this sheet.

        """
        self._edit(editing.with_question(self.bank, self._wanted, id_))

    def remove(self, place: int) -> None:
        """Leave a question out.

        Raises:
            SelectionError: it is the only one.

        """
        id_ = self._id(place)
        self.change(editing.without(self.made, place))
        self.pinned.discard(id_)
        self._passed.add(id_)

    def reword(self, place: int, words: str) -> None:
        """Give a question the coach's own words; empty words, or its own, undo that.

        Raises:
            SelectionError: that is too much for a question.

        """
        words = " ".join(words.split())
        if len(words) > MAX_WORDS:
            raise SelectionError(f"deze vraag heeft meer dan {MAX_WORDS} letters; maak haar korter")
        bare = editing.reworded(self.made, place, "")
        if words == plain_text(_texts(bare)[place]):
            words = ""
        if words != self.made.picks[place].words:
            self._reword(place, editing.reworded(self.made, place, words))

    def _reword(self, place: int, proposal: Proposal) -> None:
        """Take new words; one who goes on typing takes all of them back at once."""
        if self._worded == (place, self.made):
            self.proposal = proposal
        else:
            self.change(proposal)
        self._worded = (place, proposal)

    def move(self, place: int, to: int) -> None:
        """Put a question in another place; beyond an end is at that end."""
        to = min(max(to, 0), len(self.made.picks) - 1)
        if place != to:
            self.change(editing.moved(self.made, place, to))

    def pin(self, place: int) -> None:
        """Keep a question when others are drawn, or let it go again."""
        self.pinned ^= {self._id(place)}

    def _replace(self, how: Callable[..., Proposal], place: int) -> None:
        old = self._id(place)
        self._edit(how(self.bank, self._wanted, place, passed=self._passed))
        new = self._id(place)
        self._passed |= {old, new}
        if old in self.pinned:
            self.pinned = self.pinned - {old} | {new}

    @property
    def _wanted(self) -> Proposal:
        """The proposal for the client of now, also while it stays behind."""
        return replace(self.made, brief=self.brief) if self.brief else self.made

    def _edit(self, proposal: Proposal) -> None:
        """Take a change that was made for the client of now."""
        self.change(editing.for_brief(proposal, self.made.brief) if self.behind else proposal)

    def _id(self, place: int) -> str:
        return self.made.picks[place].question.id


def needs(brief: Brief) -> dict[str, object]:
    """Return what says which questions fit, by the keys of a brief: others may be better then."""
    keys = {"phase", "situation", "worlds", "minutes"}
    return brief.model_dump(mode="json", by_alias=True, include=keys)


def _texts(proposal: Proposal) -> list[str]:
    """Return the text of each question as it stands in the worksheet, in CommonMark."""
    return [block.text for block in compose(proposal).blocks if block.question is not None]

"""The coach's desk: prepare a session, from an empty form to a sheet for a client."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from coachkit.bank.bank import Bank
from coachkit.bank.load import load_bank
from coachkit.desk.choice import Choice, needs
from coachkit.desk.client import ClientForm, GoalEcho, Value
from coachkit.desk.delivery import Delivery, Layout, deliver
from coachkit.desk.drafts import Drafts, KeepsDrafts
from coachkit.desk.own_recipes import save_recipe, throw_away
from coachkit.desk.preparation_work import SessionWork, read_work
from coachkit.desk.proposal_data import proposal_data, proposal_of
from coachkit.desk.recipes import Offer, offers
from coachkit.errors import CoachkitError, SelectionError
from coachkit.export.preview import Preview, preview
from coachkit.model import Brief, Worksheet
from coachkit.practice import Practice
from coachkit.worksheet.compose import compose
from coachkit.worksheet.editing import for_brief
from coachkit.worksheet.proposal import propose

if TYPE_CHECKING:
    from coachkit.export.page import Variant

KIND = "sessie"

_NOT_YET = "de vragen van dit concept komen terug zodra stap 1 klopt"
_NOT_RIGHT = "stap 1 klopt nog niet"
_NO_CLIENT = "vul eerst de naam van je cliënt in"
_IN_USE = "met deze werkvorm maak je nu het blad; kies bij stap 2 eerst een andere"


class Preparation(KeepsDrafts):
    """The state of one session that is being prepared.

    Attributes:
        client: what is known of the client.
        asked: ids of questions that this client had before.
        choice: the recipe and its questions, and how they change.
        variant: ``invullen`` (boxes) or ``schrijven`` (lines for a pen).
        large: large print.
        notes: what the coach should know, in Dutch.

    """

    def __init__(
        self, bank: Bank, practice: Practice | None = None, *, day: date, seed: int = 1
    ) -> None:
        self.bank = bank
        self.practice = practice or Practice()
        self.day = day
        self._drafts = Drafts(self.practice.folder, KIND)
        self.seed = seed
        self.start_over()

    def start_over(self) -> None:
        """Begin with a new client; the draft of the one before stays."""
        self.client = ClientForm({"aanspreekvorm": self.practice.settings.form.value})
        self.asked: frozenset[str] = frozenset()
        self.choice = Choice(self.bank)
        self.variant: Variant = "invullen"
        self.large = False
        self.notes: tuple[str, ...] = ()
        self._draft = self._drafts.new()
        self._kept: SessionWork | None = None
        self._unread: SessionWork | None = None

    @property
    def brief(self) -> Brief | None:
        """The brief; ``None`` while the form is not right."""
        return self.client.brief(self.day)

    @property
    def goal_echo(self) -> GoalEcho:
        """The client's goal in a sentence."""
        return self.client.goal_echo(self.practice.settings.form)

    def tell(self, key: str, value: Value) -> None:
        """Fill in a field of the client; the questions stay, with the new words in them.

        What is wrong with a field stands in ``client.messages``; a sheet that needs words that are
        gone now stays as it was, and ``behind`` tells why.
        """
        self.client.tell(key, value)
        self._take_up_questions()
        brief = self.brief
        if self.choice.proposal is not None and brief is not None:
            self.choice.follow(brief)

    @property
    def behind(self) -> str:
        """Why the sheet is that of before, in Dutch; empty when it is not."""
        if self.choice.proposal is None:
            return ""
        return self.choice.behind if self.brief else _NOT_RIGHT

    @property
    def is_bare(self) -> bool:
        """Whether there is nothing on the desk to keep."""
        return self.client.is_empty and self.choice.proposal is None and self._unread is None

    def choose(self, recipe: str | None = None) -> None:
        """Choose a recipe, or the one that fits best, and draw its questions.

        Raises:
            SelectionError: the form is not right yet, or a wish cannot be met.

        """
        found = propose(
            self.bank,
            self._known_client(),
            recipe,
            seed=self.seed,
            asked=self.asked,
            practice=self.practice,
        )
        if self._unread is not None:  # the draft keeps the questions that wait
            self._draft = self._drafts.new()
        self.choice.begin(found)
        self._drawn()

    def redraw(self) -> None:
        """Draw other questions; those that are pinned stay.

        Raises:
            SelectionError: there are not enough questions.

        """
        self.choice.redraw()
        self._drawn()

    @property
    def sheet(self) -> Worksheet:
        """The worksheet as it is now.

        Raises:
            SelectionError: no recipe was chosen yet.

        """
        return compose(self.choice.made)

    def pages(self) -> Preview:
        """Return the pages as they will be printed.

        Raises:
            SelectionError: no recipe was chosen yet.
            ExportError: the sheet cannot be laid out.

        """
        return preview(self.sheet, variant=self.variant, large=self.large)

    def offers(self) -> list[Offer]:
        """Return the recipes for this client, the best first; none while the form is not right."""
        brief = self.brief
        return offers(self.bank, brief, self.practice) if brief else []

    def make(self, password: str = "", *, replace: bool = False) -> Delivery:
        """Make the files of the sheet, and keep them in the practice.

        Args:
            password: of the PDF; without one there is none.
            replace: whether files that are there already may be replaced.

        Raises:
            SelectionError: no recipe was chosen yet, or what is known of the client does not do.
            ExportError: the sheet cannot be laid out, or the password cannot be used.

        """
        self.choice.proposal = for_brief(self.choice.made, self._known_client())
        layout = Layout(self.variant, self.large, password or None)
        return deliver(self.sheet, self.practice, layout, replace=replace)

    def save_as_recipe(self, title: str) -> Path:
        """Keep the questions as a recipe of the practice; it can be chosen at once.

        Raises:
            SelectionError: no recipe was chosen yet.
            FileError: there is no practice folder, or the file exists or cannot be written.
            InputError: this cannot be a recipe, or the title is taken.

        """
        path = save_recipe(self.bank, self.choice.made, title, self.practice)
        self._load_bank()
        return path

    def throw_recipe_away(self, id_: str) -> None:
        """Throw a recipe away that was kept; one that is gone already is fine.

        Raises:
            SelectionError: the sheet is made with it.
            FileError: it cannot be removed.

        """
        if self.choice.proposal is not None and self.choice.proposal.recipe.id == id_:
            raise SelectionError(_IN_USE)
        throw_away(self.practice, id_)
        self._load_bank()

    def _load_bank(self) -> None:
        self.bank = self.choice.bank = load_bank(self.practice, lenient=True)

    @property
    def title(self) -> str:
        """What this session is about, in a few words."""
        name, goal = (str(self.client.values[key]).strip()[:60] for key in ("naam", "doel"))
        return " · ".join(part for part in (name or "zonder naam", goal) if part)

    def keep(self) -> str:
        """Keep the work, when it changed; return, in Dutch, what the coach should know of it.

        Raises:
            FileError: it cannot be written.

        """
        if self.is_bare:
            self._draft.drop_own()
            self._kept = None
            return ""
        work = self._work()
        if work == self._kept:
            return ""
        told = self._draft.save(self.title, work.model_dump(mode="json"))
        self._kept = work
        return told

    def take_up(self, name: str) -> None:
        """Go on with a draft.

        Questions that cannot be taken up now are told of in ``notes``; the draft keeps them, until
        others are drawn.

        Raises:
            FileError: it is gone or damaged; the work at hand stays as it was.

        """
        draft, data = self._drafts.open(name)
        work, notes = read_work(data)
        self.start_over()
        self._draft, self.notes = draft, notes
        for key, value in work.brief.items():
            self.client.tell(key, value)
        self.asked = frozenset(work.asked)
        self.seed = self.seed if work.seed is None else work.seed
        self.variant, self.large = work.variant, work.large
        self._unread = work if work.proposal else None
        self._take_up_questions()
        self._kept = self._work()

    def _take_up_questions(self) -> None:
        """Put the questions of a draft on the desk, as soon as the form is right."""
        work = self._unread
        if work is None or work.proposal is None:
            return
        brief = self.brief
        if brief is None:
            self.notes = (_NOT_YET,)
            return
        try:
            found = proposal_of(work.proposal, self.bank, brief, self.practice, self.asked)
            drawn_for = ClientForm({**self.client.values, **work.drawn_for}).brief(self.day)
            self.choice.begin(for_brief(found, brief), work.pinned, drawn_for)
            self.notes, self._unread = found.notes, None
        except CoachkitError as error:
            self.notes = (f"de vragen van dit concept wachten; {error}",)

    def _drawn(self) -> None:
        self.notes = self.choice.made.notes
        self._unread = None

    def _known_client(self) -> Brief:
        brief = self.brief
        if brief is None:
            told = "; ".join(self.client.messages.values())
            raise SelectionError(told or _NO_CLIENT)
        return brief

    def _work(self) -> SessionWork:
        proposal, unread = self.choice.proposal, self._unread
        kept = unread.proposal if unread else None
        drawn_for = self.choice.drawn_for
        return SessionWork(
            brief=dict(self.client.values),
            asked=sorted(self.asked),
            seed=self.seed,
            variant=self.variant,
            large=self.large,
            pinned=unread.pinned if unread else sorted(self.choice.pinned),
            proposal=proposal_data(proposal) if proposal else kept,
            drawn_for=needs(drawn_for) if drawn_for else unread.drawn_for if unread else {},
        )

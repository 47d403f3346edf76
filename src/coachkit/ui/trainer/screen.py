"""The screen as a whole: its panels, and what happens after each action."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from coachkit.bank.bank import Bank
from coachkit.desk.authoring import KIND, Authoring
from coachkit.desk.drafts import Drafts
from coachkit.practice import Practice
from coachkit.ui.drafts import draft_items
from coachkit.ui.parts import Listing, Notice, box
from coachkit.ui.screen import Screen, open_practice
from coachkit.ui.trainer.coverage import CoveragePanel
from coachkit.ui.trainer.listing import ListPanel
from coachkit.ui.trainer.question import QuestionPanel
from coachkit.ui.trainer.sets import SetPanel
from coachkit.ui.trainer.side import SidePanel


def write_questions() -> QuestionScreen:
    """Return the screen on which a trainer writes questions."""
    practice, bank, notes = open_practice()
    return QuestionScreen(practice, bank, notes)


class QuestionScreen(Screen):
    """Drafts above, panels on the left, the question on a sheet on the right."""

    def __init__(self, practice: Practice, bank: Bank, notes: list[str] | None = None) -> None:
        self.desk = desk = Authoring(practice, bank)
        # What is wrong with a set of her own stands in the list of sets.
        own = [str(each.path) for each in desk.own_sets() if each.problems]
        told = [note for note in notes or [] if not any(path in note for path in own)]
        super().__init__(practice, told)
        self._kept = False
        self._drafts = Drafts(practice.folder, KIND)
        self.drafts = Listing(label="Concepten")
        self.unkept = Notice()
        self.sets = SetPanel(desk, self.do, self._opened)
        self.question = QuestionPanel(desk, self.do, self.type)
        self.side = SidePanel(desk, practice.settings.form)
        self.list = ListPanel(desk, self.do, self.question, self._saved)
        self.coverage = CoveragePanel(desk, self.do)
        self.panels = (self.sets, self.question, self.list, self.coverage)
        self.drafts.on_action(self._draft)
        self.lay_out(
            self.drafts,
            self.trouble,
            self.unkept,
            box(
                "twee",
                box("stapel", *(panel.widget for panel in self.panels[:3])),
                self.side.widget,
            ),
            self.coverage.widget,
        )
        self._fill()
        self.refresh()

    def do(self, work: Callable[[], None], notice: Notice | None = None) -> bool:
        """Do something at the desk, show what came of it, and keep the work.

        Args:
            work: what to do.
            notice: where to tell what went wrong; above the panels when it is left out.

        Returns:
            whether it went well.

        """
        well = self.act(work, notice)
        self._after()
        return well

    def type(self, work: Callable[[], None], notice: Notice | None = None) -> bool:
        """Do the same for someone who is typing: what came of it shows when all was heard."""
        well = self.act(work, notice)
        self.soon(self._after)
        return well

    def _after(self) -> None:
        self.refresh()
        self._keep()

    def refresh(self) -> None:
        """Show the state of the desk; what did not change stays as it is."""
        self.act(self._refresh, self.unkept)

    def _refresh(self) -> None:
        self.side.refresh()
        for panel in self.panels:
            panel.refresh()
        free = self.desk.question is None and not self.desk.unsaved
        self.drafts.items = draft_items(self.desk.drafts()) if free else []

    def _keep(self) -> None:
        """Keep what is in no file; once kept, also that it went away again."""
        unsaved = self.desk.unsaved
        told: list[str] = []
        if not (unsaved or self._kept) or not self.desk.keeps:
            return
        if self.act(lambda: told.append(self.desk.keep()), self.unkept):
            self._kept = unsaved
            self.unkept.tell([f"Let op: {note}." for note in told if note], "waarschuwing")

    def _fill(self) -> None:
        for panel in self.panels:
            panel.fill()

    def _opened(self, *, fresh: bool) -> None:
        """Show another set; what lay here is in a draft of its own."""
        self._kept = False
        self._fill()
        if fresh:
            self.question.begin()

    def _saved(self) -> None:
        self._kept = False
        self.sets.look()

    def _draft(self, name: str, action: str, _: object) -> None:
        works = {"verder": self._take_up, "gooi": self._throw_away}
        if action in works:
            self.do(partial(works[action], name))

    def _take_up(self, name: str) -> None:
        told = self.desk.take_up(name)
        self._kept = True
        self._fill()
        if told:
            self.list.told.tell([f"Let op: {told}."], "waarschuwing")

    def _throw_away(self, name: str) -> None:
        self._drafts.open(name)[0].drop()

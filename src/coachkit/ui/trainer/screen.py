"""The screen as a whole: its panels, and what happens after each action."""

from __future__ import annotations

from coachkit.desk.authoring import Authoring
from coachkit.practice import Practice
from coachkit.ui.drafts import DraftsPanel
from coachkit.ui.parts import box
from coachkit.ui.screen import Screen, bank_notes, open_bank, open_practice
from coachkit.ui.trainer.coverage import CoveragePanel
from coachkit.ui.trainer.listing import ListPanel
from coachkit.ui.trainer.question import QuestionPanel
from coachkit.ui.trainer.sets import SetPanel
from coachkit.ui.trainer.side import SidePanel
from coachkit.ui.words import caution


def write_questions() -> QuestionScreen:
    """Return the screen on which a trainer writes questions."""
    practice, notes = open_practice()
    bank = open_bank(practice)
    desk = Authoring(practice, bank)
    # What is wrong with a set of her own stands in the list of sets.
    own = {str(each.path) for each in desk.own_sets() if each.problems}
    return QuestionScreen(desk, practice, [*notes, *bank_notes(bank, own)])


class QuestionScreen(Screen):
    """Drafts above, panels on the left, the question on a sheet on the right."""

    def __init__(self, desk: Authoring, practice: Practice, notes: list[str] | None = None) -> None:
        super().__init__(practice, notes or [])
        self.desk = desk
        self._kept = False
        self.drafts = DraftsPanel(desk, self.do, self._taken_up)
        self.sets = SetPanel(desk, self.do, self._opened)
        self.question = QuestionPanel(desk, self.do, self.type)
        self.side = SidePanel(desk, practice.settings.form, self.do)
        self.list = ListPanel(desk, self.do, self.question, self._saved)
        self.coverage = CoveragePanel(desk, self.do)
        self.panels = (self.sets, self.question, self.list, self.coverage)
        self.lay_out(
            self.drafts.list,
            box(
                "twee",
                box("stapel", *(panel.widget for panel in self.panels[:3])),
                self.side.widget,
            ),
            self.coverage.widget,
        )

    def refresh(self) -> None:
        """Show the state of the desk; what did not change stays as it is."""
        self.side.refresh()
        super().refresh()
        self.drafts.refresh(visible=self.desk.question is None and not self.desk.unsaved)

    def keep(self) -> None:
        """Keep what is in no file; once kept, also that it went away again."""
        unsaved = self.desk.unsaved
        told: list[str] = []
        if not (unsaved or self._kept) or not self.desk.keeps:
            return
        if self.act(lambda: told.append(self.desk.keep()), self.unkept):
            self._kept = unsaved
            self.tell_unkept(*told)

    def _opened(self, *, fresh: bool) -> None:
        """Show another set; what lay here is in a draft of its own."""
        self._kept = False
        self.fill()
        if fresh:
            self.question.begin()

    def _saved(self) -> None:
        self._kept = False
        self.sets.look()

    def _taken_up(self) -> None:
        self._kept = True
        self.fill()
        if self.desk.told:
            self.list.told.tell([caution(self.desk.told)], "waarschuwing")

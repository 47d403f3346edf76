"""The screen as a whole: its panels, and what happens after each action."""

from __future__ import annotations

from datetime import date

from coachkit.desk.preparation import Preparation
from coachkit.errors import ExportError, SelectionError
from coachkit.ui.coach.client import ClientPanel
from coachkit.ui.coach.keeping import KeepRecipePanel
from coachkit.ui.coach.making import MakePanel
from coachkit.ui.coach.questions import QuestionPanel
from coachkit.ui.coach.recipes import ChooseRecipePanel
from coachkit.ui.coach.wording import on_screen
from coachkit.ui.drafts import DraftsPanel
from coachkit.ui.parts import Notice, Pages, box
from coachkit.ui.screen import Screen, bank_notes, open_bank, open_practice, sentences, today
from coachkit.ui.words import caution

_OLD = "Dit is het blad van daarnet. Het gaat verder als stap 1 klopt."


def prepare(day: date | None = None) -> SessionScreen:
    """Return the screen on which a coach prepares a session.

    Args:
        day: the date of the sheet; today when it is left out.

    """
    practice, notes = open_practice()
    bank = open_bank(practice)
    desk = Preparation(bank, practice, day=day or today())
    return SessionScreen(desk, [*notes, *bank_notes(bank)])


class SessionScreen(Screen):
    """Drafts above, panels on the left, the pages on the right."""

    def __init__(self, desk: Preparation, notes: list[str] | None = None) -> None:
        super().__init__(desk.practice, notes or [])
        self.desk = desk
        self.drafts = DraftsPanel(desk, self.do, self._fresh)
        self.waiting = Notice()
        self._kept_elsewhere: set[str] = set()
        self.paper = Notice()
        self.pages = Pages(empty="Hier zie je straks het blad, zoals het wordt geprint.")
        self.client = ClientPanel(desk, self.do, self.type, self._start_over)
        self.recipes = ChooseRecipePanel(desk, self.do)
        self.questions = QuestionPanel(desk, self.do, self.type)
        self.making = MakePanel(desk, self.do, self.type)
        self.keeping = KeepRecipePanel(desk, self.do)
        panels = (self.client, self.recipes, self.questions, self.making, self.keeping)
        self.panels = panels
        self._troubles = [panel.trouble for panel in panels]
        self.lay_out(
            self.drafts.list,
            self.waiting,
            box(
                "twee",
                box("stapel", *(panel.widget for panel in panels)),
                box("vast", self.paper, self.pages),
            ),
        )

    def said(self, text: str) -> str:
        """Return a message with the fields of this screen in it."""
        return on_screen(text)

    def before(self, notice: Notice | None) -> None:
        """Take away what was told of an action before."""
        for trouble in self._troubles:
            if trouble is not notice:
                trouble.tell([])

    def refresh(self) -> None:
        """Show the state of the desk; the pages first, and what did not change stays as it is."""
        self._show_pages()
        super().refresh()
        waiting = () if self.desk.choice.proposal else self.desk.notes
        self.waiting.tell((caution(on_screen(note)) for note in waiting), "waarschuwing")
        self.drafts.refresh(visible=self.desk.is_bare, stays=self.desk.choice.proposal is None)

    def keep(self) -> None:
        """Keep the work as a draft, and tell what the coach should know of that."""
        told: list[str] = []
        if self.act(lambda: told.append(self.desk.keep()), self.unkept):
            self._kept_elsewhere |= set(told)
            self.tell_unkept(*sorted(self._kept_elsewhere))

    def _start_over(self) -> None:
        self.desk.start_over()
        self._fresh()

    def _fresh(self) -> None:
        """Show other work, of which nothing was told yet."""
        self._kept_elsewhere.clear()
        self.fill()

    def _show_pages(self) -> None:
        try:
            shown = self.desk.pages() if self.desk.choice.proposal else None
        except (SelectionError, ExportError) as error:
            self.paper.tell([on_screen(line) for line in sentences(error)], "fout")
            return
        pages = shown.pages if shown else ()
        old = [_OLD] if self.desk.behind else []
        notes = [caution(on_screen(note)) for note in (shown.notes if shown else ())]
        self.paper.tell([*old, *notes], "waarschuwing")
        if [page.encode() for page in pages] != self.pages.pages:
            self.pages.show(pages)

"""The screen as a whole: its panels, and what happens after each action."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from coachkit.desk.preparation import Preparation
from coachkit.errors import ExportError, SelectionError
from coachkit.ui.coach.client import ClientPanel
from coachkit.ui.coach.making import MakePanel, RecipePanel
from coachkit.ui.coach.questions import QuestionPanel
from coachkit.ui.coach.recipes import ChooseRecipePanel
from coachkit.ui.drafts import draft_items
from coachkit.ui.parts import Listing, Notice, Pages, box
from coachkit.ui.screen import Screen, open_practice


def prepare(day: date | None = None) -> SessionScreen:
    """Return the screen on which a coach prepares a session.

    Args:
        day: the date of the sheet; today when it is left out.

    """
    practice, bank, notes = open_practice()
    return SessionScreen(Preparation(bank, practice, day=day or date.today()), notes)


class SessionScreen(Screen):
    """Drafts above, panels on the left, the pages on the right."""

    def __init__(self, desk: Preparation, notes: list[str] | None = None) -> None:
        super().__init__(desk.practice, notes or [])
        self.desk = desk
        self.drafts = Listing(label="Concepten")
        self.unkept = Notice()
        self._kept_elsewhere: set[str] = set()
        self.pages = Pages(empty="Hier zie je straks het blad, zoals het wordt geprint.")
        self.client = ClientPanel(desk, self.do, self.type, self._start_over)
        self.recipes = ChooseRecipePanel(desk, self.do)
        self.questions = QuestionPanel(desk, self.do, self.type)
        self.making = MakePanel(desk, self.do)
        self.keeping = RecipePanel(desk, self.do)
        self.panels = (self.client, self.recipes, self.questions, self.making, self.keeping)
        self.drafts.on_action(self._draft)
        self.lay_out(
            self.drafts,
            self.trouble,
            self.unkept,
            box(
                "twee",
                box("stapel", *(panel.widget for panel in self.panels)),
                box("vast", self.pages),
            ),
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
        self._forget(notice)
        well = self.act(work, notice)
        self._after()
        return well

    def type(self, work: Callable[[], None], notice: Notice | None = None) -> bool:
        """Do the same for someone who is typing: what came of it shows when all was heard."""
        self._forget(notice)
        well = self.act(work, notice)
        self.soon(self._after)
        return well

    def _forget(self, notice: Notice | None) -> None:
        """Take away what was told of an action before."""
        for panel in self.panels:
            if panel.trouble is not notice:
                panel.trouble.tell([])

    def _after(self) -> None:
        self.refresh()
        self._keep()

    def refresh(self) -> None:
        """Show the state of the desk; the pages first, and what did not change stays as it is."""
        self._show_pages()
        for panel in self.panels:
            panel.refresh()
        self._show_drafts()

    def _keep(self) -> None:
        told: list[str] = []
        if self.act(lambda: told.append(self.desk.keep()), self.unkept):
            self._kept_elsewhere |= {f"Let op: {note}." for note in told if note}
            self.unkept.tell(self._kept_elsewhere, "waarschuwing")

    def _fill(self) -> None:
        for panel in self.panels:
            panel.fill()

    def _start_over(self) -> None:
        self.desk.start_over()
        self._kept_elsewhere.clear()
        self._fill()

    def _draft(self, name: str, action: str, _: object) -> None:
        works = {"verder": self._take_up, "gooi": self._throw_away}
        if action in works:
            self.do(partial(works[action], name))

    def _take_up(self, name: str) -> None:
        self.desk.take_up(name)
        self._fill()

    def _throw_away(self, name: str) -> None:
        self.desk.drafts.open(name)[0].drop()

    def _show_pages(self) -> None:
        try:
            pages = self.desk.pages().pages if self.desk.choice.proposal else ()
        except (SelectionError, ExportError) as error:
            self.trouble.tell([str(error)], "fout")
            return
        if [page.encode() for page in pages] != self.pages.pages:
            self.pages.show(pages)

    def _show_drafts(self) -> None:
        kept = self.desk.drafts.kept() if self.desk.client.is_empty else []
        self.drafts.items = draft_items(kept)

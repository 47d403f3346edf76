"""The screen as a whole: its panels, and what happens after each action."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from coachkit.desk.invitation import Invitation
from coachkit.errors import FileError
from coachkit.ui.drafts import draft_items
from coachkit.ui.invitation.facts import FactsPanel
from coachkit.ui.invitation.sheet import SheetPanel
from coachkit.ui.invitation.text import TextPanel
from coachkit.ui.parts import Listing, Notice, box
from coachkit.ui.screen import Screen, open_practice


def invite(day: date | None = None) -> InvitationScreen:
    """Return the screen on which a trainer writes an invitation.

    Args:
        day: the date of today, for the dates of the training; the real one when it is left out.

    """
    practice, bank, notes = open_practice()
    return InvitationScreen(Invitation(bank, practice, day or date.today()), notes)


class InvitationScreen(Screen):
    """Drafts above, the facts on the left, the text on the right."""

    def __init__(self, desk: Invitation, notes: list[str] | None = None) -> None:
        super().__init__(desk.practice, notes or [])
        self.desk = desk
        self.drafts = Listing(label="Concepten")
        self.unkept = Notice()
        self.facts = FactsPanel(desk, self.do, self.type, self._fill)
        self.sheet = SheetPanel(desk, self.do, self._fill)
        self.text = TextPanel(desk, self.do)
        self.panels = (self.text, self.facts, self.sheet)
        self.drafts.on_action(self._draft)
        self.lay_out(
            self.drafts,
            self.trouble,
            self.unkept,
            box("twee", box("stapel", self.sheet.widget, self.facts.widget), self.text.widget),
        )
        self._fill()
        self.refresh()

    def do(self, work: Callable[[], None], notice: Notice | None = None) -> bool:
        """Do something at the desk, and show what came of it; the desk keeps its work itself.

        Args:
            work: what to do.
            notice: where to tell what went wrong; above the panels when it is left out.

        Returns:
            whether it went well.

        """
        well = self.act(work, notice)
        self.refresh()
        return well

    def type(self, work: Callable[[], None], notice: Notice | None = None) -> bool:
        """Do the same for someone who is typing: what came of it shows when all was heard."""
        well = self.act(work, notice)
        self.soon(self.refresh)
        return well

    def refresh(self) -> None:
        """Show the state of the desk; what did not change stays as it is."""
        self.act(self._refresh, self.unkept)

    def _refresh(self) -> None:
        written = self.desk.written
        for panel in self.panels:
            panel.refresh(written)
        kept = self.desk.kept() if self.facts.is_bare else []
        self.drafts.items = draft_items(kept)
        if self.desk.practice.folder is not None and self.desk.told:
            raise FileError(self.desk.told)

    def _fill(self) -> None:
        for panel in self.panels:
            panel.fill()

    def _draft(self, name: str, action: str, _: object) -> None:
        works = {"verder": self._take_up, "gooi": self._throw_away}
        if action in works:
            self.do(partial(works[action], name))

    def _take_up(self, name: str) -> None:
        self.desk.take_up(name)
        self._fill()

    def _throw_away(self, name: str) -> None:
        self.desk.take_up(name)
        self.desk.throw_away()
        self._fill()

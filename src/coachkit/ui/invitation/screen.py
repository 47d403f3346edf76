"""The screen as a whole: its panels, and what happens after each action."""

from __future__ import annotations

from datetime import date

from coachkit.desk.invitation import Invitation
from coachkit.ui.drafts import DraftsPanel
from coachkit.ui.invitation.facts import FactsPanel
from coachkit.ui.invitation.sheet import SheetPanel
from coachkit.ui.invitation.text import TextPanel
from coachkit.ui.parts import box
from coachkit.ui.screen import Screen, open_bank, open_practice, today


def invite(day: date | None = None) -> InvitationScreen:
    """Return the screen on which a trainer writes an invitation.

    Args:
        day: the date of today, for the dates of the training; the real one when it is left out.

    """
    practice, notes = open_practice()
    bank = open_bank(practice)
    return InvitationScreen(Invitation(bank, practice, day or today()), notes)


class InvitationScreen(Screen):
    """Drafts above, the facts on the left, the text on the right."""

    def __init__(self, desk: Invitation, notes: list[str] | None = None) -> None:
        super().__init__(desk.practice, notes or [])
        self.desk = desk
        self.drafts = DraftsPanel(desk, self.do, self.fill)
        self.facts = FactsPanel(desk, self.do, self.type, self.fill)
        self.sheet = SheetPanel(desk, self.do, self.fill)
        self.text = TextPanel(desk, self.do)
        self.panels = (self.text, self.facts, self.sheet)
        self.lay_out(
            self.drafts.list,
            box("twee", box("stapel", self.sheet.widget, self.facts.widget), self.text.widget),
        )

    def refresh(self) -> None:
        """Show the state of the desk; what did not change stays as it is."""
        super().refresh()
        self.drafts.refresh(visible=self.desk.is_bare, stays=not self.text.has_text)
        self.tell_unkept(self.desk.told)

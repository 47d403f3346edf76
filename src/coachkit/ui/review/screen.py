"""The screen as a whole: what came back on the left, how to go on on the right."""

from __future__ import annotations

from datetime import date

from coachkit.desk.review import Review
from coachkit.ui.drafts import DraftsPanel
from coachkit.ui.parts import box
from coachkit.ui.review.incoming import IncomingPanel
from coachkit.ui.review.onward import OnwardPanel
from coachkit.ui.review.paper import PaperPanel
from coachkit.ui.review.reading import ReadingPanel
from coachkit.ui.screen import Screen, open_practice, today


def review(day: date | None = None) -> ReviewScreen:
    """Return the screen on which a coach reads homework, and goes on from there.

    Args:
        day: the date of the report; today when it is left out.

    """
    practice, notes = open_practice()
    return ReviewScreen(Review(practice, day or today()), notes)


class ReviewScreen(Screen):
    """Drafts above; homework, typing and answers on the left; the next step on the right."""

    def __init__(self, desk: Review, notes: list[str] | None = None) -> None:
        super().__init__(desk.practice, notes or [])
        self.desk = desk
        self.drafts = DraftsPanel(desk, self.do, self.fill)
        self.paper = PaperPanel(desk, self.do, self.type, self._typed)
        self.incoming = IncomingPanel(desk, self.do, self.paper, self._start_over)
        self.reading = ReadingPanel(desk, self.do, self.paper)
        self.onward = OnwardPanel(desk, self.do, self.type)
        self.panels = (self.incoming, self.paper, self.reading, self.onward)
        left = (self.incoming, self.paper, self.reading)
        self.lay_out(
            self.drafts.list,
            box(
                "twee",
                box("stapel", *(panel.widget for panel in left)),
                box("vast", self.onward.widget),
            ),
        )

    def refresh(self) -> None:
        """Show the state of the desk; what did not change stays as it is."""
        super().refresh()
        self.drafts.refresh(visible=not self.desk.pieces)
        self.tell_unkept(self.desk.told)

    def _typed(self, key: int) -> None:
        """Go on to read what was typed."""
        self.reading.answers.focus(str(key))

    def _start_over(self) -> None:
        self.desk.start_over()
        self.fill()

"""The screen as a whole: the sheet to fill in on the left, its pages on the right."""

from __future__ import annotations

from datetime import date

from coachkit.desk.reflection import Reflection
from coachkit.errors import ExportError
from coachkit.ui.drafts import DraftsPanel
from coachkit.ui.parts import Notice, Pages, box
from coachkit.ui.reflection.kept import KeptHeading
from coachkit.ui.reflection.panels import ChooseSheetPanel, FillPanel, PrintPanel
from coachkit.ui.screen import Screen, bank_notes, open_bank, open_practice, sentences, today


def reflect(day: date | None = None) -> ReflectionScreen:
    """Return the screen on which a coach looks at her own work.

    Args:
        day: the date of the sheet; today when it is left out.

    """
    practice, notes = open_practice()
    bank = open_bank(practice)
    desk = Reflection(bank, practice, day or today())
    return ReflectionScreen(desk, [*notes, *bank_notes(bank)])


class ReflectionScreen(Screen):
    """Drafts above, panels on the left, the pages on the right."""

    def __init__(self, desk: Reflection, notes: list[str] | None = None) -> None:
        super().__init__(desk.practice, notes or [])
        self.desk = desk
        self.paper = Notice()
        self.pages = Pages(empty="Hier zie je straks het blad, zoals het wordt geprint.")
        self._pages_of: object = None
        self.drafts = DraftsPanel(desk, self.do, self.fill)
        self.kept = KeptHeading()
        self.sheets = ChooseSheetPanel(desk, self.do, self.fill, self._show_kept)
        self.filling = FillPanel(desk, self.type)
        self.printing = PrintPanel(desk, self.do)
        self.panels = (self.sheets, self.filling, self.printing)
        self.lay_out(
            self.kept,
            self.drafts.list,
            box(
                "twee",
                box("stapel", *(panel.widget for panel in self.panels)),
                box("vast", self.paper, self.pages),
            ),
        )

    def fill(self) -> None:
        """Put what is on the desk in the fields; the heading above what was kept goes."""
        super().fill()
        self.kept.text = ""

    def refresh(self) -> None:
        """Show the state of the desk; what did not change stays as it is."""
        super().refresh()
        self.drafts.refresh(visible=self.desk.sheet is None)
        self.tell_unkept(self.desk.told)
        self._show_pages()

    def _show_kept(self) -> None:
        """Go to the sheets that were kept, which stand above the panels."""
        self.fill()
        self.kept.reveal(len(self.desk.kept()))

    def _show_pages(self) -> None:
        """Show the pages; they are of the empty sheet, so typing does not change them."""
        wanted = (self.desk.sheet, self.printing.large)
        if wanted == self._pages_of:
            return
        self._pages_of = wanted
        try:
            large = self.printing.large
            pages = self.desk.pages(large=large).pages if self.desk.sheet else ()
        except ExportError as error:
            self.paper.tell(sentences(error), "fout")
            return
        self.paper.tell([])
        self.pages.show(pages)

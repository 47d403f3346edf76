"""Look at your own work: the sheets for the coach, filled in on screen and kept privately."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date

from pydantic import Field

from coachkit.bank.bank import Bank
from coachkit.desk.desk import Desk, Work
from coachkit.desk.filling import Filling
from coachkit.desk.recipes import Offer, offers, picture, time_of
from coachkit.errors import FileError, SelectionError
from coachkit.export.form import build_form, hints_of
from coachkit.export.preview import Preview, preview
from coachkit.homework.pack import Pack
from coachkit.homework.report import report_pdf
from coachkit.language.dates import dutch_date
from coachkit.model import Brief, Worksheet
from coachkit.model.homework import Answers
from coachkit.practice import Practice
from coachkit.safetext import one_line, shown
from coachkit.vocabulary import Audience, Form
from coachkit.worksheet.compose import make_worksheet

ROWS = ("S23", "S22", "S6", "S19", "S17")
"""What the sheets are for, in this order: facts, pitfalls, who works harder, limits, colleagues."""

_SOMEONE = {Form.INFORMAL: "je cliënt", Form.FORMAL: "uw cliënt"}
"""Who a sheet is about: never a name."""

_NO_SHEET = "er ligt nog geen blad; kies er eerst een"


class ReflectionWork(Work):
    """What is kept of a reflection: the sheet as it was drawn, so that it stays the same."""

    sheet: Worksheet | None = None
    filled: dict[str, str | bool] = Field({})
    about: str = ""


class Reflection(Desk[ReflectionWork]):
    """One sheet that a coach fills in for herself.

    Attributes:
        bank: where the sheets come from.
        sheet: the sheet that lies here, with its texts; ``None`` until one was chosen.
        filling: its fields, to be read; ``None`` until then.
        about: what the coach calls it in her list; empty unless she types it.
        notes: what she should know of the PDF that was made last, in Dutch.

    """

    _kind = "reflectie"
    _model = ReflectionWork
    sheet: Worksheet | None
    filling: Filling | None
    about: str
    notes: tuple[str, ...]

    def __init__(self, bank: Bank, practice: Practice, day: date) -> None:
        self.bank = bank
        super().__init__(practice, day)

    def sheets(self) -> list[Offer]:
        """Return the sheets to choose from: facts first, colleagues last."""
        found = offers(self.bank, self._brief, self.practice, Audience.COACH)
        ranked = [(self._rank(offer.id), offer) for offer in found if not offer.why_not]
        ranked.sort(key=lambda each: each[0])
        return [replace(offer, why="") for rank, offer in ranked if rank < len(ROWS)]

    def picture(self, recipe: str) -> Preview | None:
        """Return the pages that one of :meth:`sheets` gives, if it can be made at all."""
        return picture(self.bank, self._brief, recipe, self.practice)

    def time(self, recipe: str) -> str:
        """Return about how long one of :meth:`sheets` takes, as the sheet itself says it."""
        return time_of(self.bank, self._brief, recipe, self.practice)

    def pages(self, *, large: bool = False) -> Preview:
        """Return the pages of the sheet as :meth:`empty` prints them.

        Raises:
            SelectionError: no sheet was chosen yet.
            ExportError: it cannot be laid out.

        """
        if self.sheet is None:
            raise SelectionError(_NO_SHEET)
        return preview(self.sheet, variant="schrijven", large=large)

    def choose(self, recipe: str, about: str = "", *, seed: int | None = None) -> None:
        """Begin with a sheet; what lay here stays in its own draft.

        Nothing is kept before something is filled in.

        Args:
            recipe: the id of one of :meth:`sheets`.
            about: what the coach calls it in her list; it never stands on the sheet.
            seed: another one draws other questions; ``None`` gives those of today.

        Raises:
            SelectionError: there is no such sheet for the coach, or it has too few questions.

        """
        known = [offer.id for offer in self.sheets()]
        if recipe not in known:
            told = f"'{shown(recipe)}' is geen blad voor jezelf; kies uit: {', '.join(known)}"
            raise SelectionError(told)
        brief, practice = self._brief, self.practice
        sheet = make_worksheet(self.bank, brief, recipe, seed=seed, practice=practice)
        self.start_over()
        self._put_back(ReflectionWork(sheet=sheet, about=one_line(about)))

    def go_on(self, recipe: str) -> bool:
        """Take up the newest work that was kept of a sheet.

        Args:
            recipe: the id of one of :meth:`sheets`.

        Returns:
            whether there was any; if not, the desk is as it was.

        """
        for kept in self.kept():
            with suppress(FileError):
                _, work = self._opened(kept.name)
                if work.sheet and work.sheet.origin.recipe == recipe:
                    self.take_up(kept.name)
                    return True
        return False

    def put(self, name: str, value: str | bool) -> None:
        """Fill in a box: a text, an option by its value, or a tick.

        Raises:
            SelectionError: no sheet was chosen yet.
            InputError: there is no such box, or the value does not fit it.

        """
        self._chosen().put(name, value)
        self._save()

    def rename(self, about: str) -> None:
        """Call it something else in the list; the sheet itself stays as it is."""
        self.about = one_line(about)
        self._save()

    @property
    def answers(self) -> Answers:
        """What was filled in, by question, with remarks on what does not fit.

        Raises:
            SelectionError: no sheet was chosen yet.

        """
        return self._chosen().answers()

    def printed(self) -> bytes:
        """Return a PDF with the questions and what was filled in.

        Raises:
            SelectionError: no sheet was chosen yet.
            ExportError: it cannot be laid out.

        """
        where = "in je concept" if self.practice.folder else "op je scherm"
        pdf, self.notes = report_pdf([self.answers], self.practice.house, self.day, where)
        return pdf

    def empty(self, *, large: bool = False) -> bytes:
        """Return the sheet as a PDF for the pen, with nothing filled in.

        Args:
            large: large print.

        Raises:
            SelectionError: no sheet was chosen yet.
            ExportError: it cannot be laid out.

        """
        if self.sheet is None:
            raise SelectionError(_NO_SHEET)
        pack = Pack(self.sheet, "schrijven", large)
        (pdf,) = pack.files(["pdf"]).values()
        self.notes = tuple(pack.notes)
        return pdf

    @property
    def is_bare(self) -> bool:
        """Whether there is nothing on the desk to keep."""
        return self.filling is None or self.filling.is_empty

    def _chosen(self) -> Filling:
        if self.filling is None:
            raise SelectionError(_NO_SHEET)
        return self.filling

    @property
    def _brief(self) -> Brief:
        form = self.practice.settings.form
        return Brief(name=_SOMEONE[form], form=form, day=self.day)

    def _rank(self, recipe: str) -> int:
        """Return the place of a recipe among the sheets; beyond the last it is none of them."""
        rows = self.bank.recipes[recipe].rows
        return min((ROWS.index(row) for row in rows if row in ROWS), default=len(ROWS))

    @property
    def _title(self) -> str:
        title = self.sheet.title if self.sheet else ""
        day = dutch_date(self.sheet.day) if self.sheet and self.sheet.day else ""
        return " · ".join(filter(None, (title, shown(self.about, 60), day)))

    @property
    def _work(self) -> ReflectionWork:
        filled = self.filling.values if self.filling else {}
        return ReflectionWork(sheet=self.sheet, filled=filled, about=self.about)

    def _put_back(self, work: ReflectionWork) -> None:
        sheet, filling = work.sheet, None
        if sheet:
            filling = Filling(build_form(sheet, "invullen"), work.filled, hints_of(sheet))
        self.filling = filling
        self.sheet, self.about, self.notes = sheet, work.about, ()

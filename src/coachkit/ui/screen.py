"""What all screens share: the practice, the look, and what happens when something goes wrong."""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Callable, Container, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Protocol

from ipywidgets import Box

from coachkit.bank.bank import Bank
from coachkit.bank.load import load_bank
from coachkit.errors import CoachkitError, InputError, Problem
from coachkit.export.colour import readable
from coachkit.practice import DATE, ENVIRONMENT, NO_FOLDER, NOT_KEPT, Practice, find_practice
from coachkit.ui.parts import Notice, Style
from coachkit.ui.words import caution, problem_words, sentence


class Do(Protocol):
    """Do something, and tell in a notice what went wrong; returns whether it went well."""

    def __call__(self, work: Callable[[], None], notice: Notice | None = None) -> bool:
        """Do it, and tell in the notice, or else above the panels, what went wrong."""


class Panel(Protocol):
    """A part of a screen, with fields that a desk fills."""

    def fill(self) -> None:
        """Show what is on the desk, and no messages of before."""

    def refresh(self) -> None:
        """Show the state of the desk; what did not change stays as it is."""


_NO_FOLDER = (
    "Er is geen praktijkmap. Je kunt alles doen, maar je werk wordt niet bewaard: "
    "download wat je wilt houden."
)
_OUR_FAULT = (
    "Er ging iets mis in coachkit zelf, en dat ligt niet aan jou. Je werk staat er nog. "
    "Probeer het anders, of laad de bladzijde opnieuw."
)
_BROKEN = "In je eigen vraagbank klopt iets niet. Wat hieronder staat, doet nu niet mee."
_MAX_NOTES = 3
_SOON = 0.004
"""In seconds: words that wait on their way in take less."""

_log = logging.getLogger(__name__)


class Screen:
    """A screen: parts on a page, and actions that never end in a traceback.

    Attributes:
        widget: all of it, to be shown in a notebook.
        trouble: what went wrong in the last action.
        faults: what goes wrong in keeping the work, or in showing it.
        unkept: that work is not kept, or not where it was.
        panels: the parts that follow the desk, in the order in which they are refreshed.

    """

    panels: Sequence[Panel]

    def __init__(self, practice: Practice, notes: list[str]) -> None:
        self.practice = practice
        self.trouble, self.faults, self.unkept = Notice(), Notice(), Notice()
        self._wrong_in: dict[Callable[[], None], list[str]] = {}
        self._top = Notice()
        self._top.tell(notes, "waarschuwing")
        self._waiting: asyncio.TimerHandle | None = None
        self._style = Style(accent=readable(practice.settings.colour))

    def lay_out(self, drafts: object, *children: object) -> None:
        """Put the drafts, what went wrong, and other parts under each other, and fill them."""
        parts = [self._style, self._top, drafts, self.trouble, self.faults, self.unkept, *children]
        self.widget: Box = Box(parts).add_class("ck-scherm")
        self.fill()
        self._tell_wrong(self.refresh)

    def fill(self) -> None:
        """Put what is on the desk in the fields of all panels."""
        for panel in self.panels:
            panel.fill()

    def tell_unkept(self, *told: str) -> None:
        """Tell what the person should know of keeping the work; nothing when all is well.

        That there is no practice folder stands above all else already.
        """
        if self.practice.folder is None:
            return
        self.unkept.tell((caution(text) for text in told if text), "waarschuwing")

    def act(self, work: Callable[[], None], notice: Notice | None = None) -> bool:
        """Do something, and tell what went wrong where the person looks.

        Args:
            work: what to do.
            notice: where to tell it; the screen's own when it is left out.

        Returns:
            whether it went well.

        """
        place = notice or self.trouble
        if told := self._wrong(work):
            place.tell(told, "fout")
        else:
            place.tell([])
        return not told

    def _wrong(self, work: Callable[[], None]) -> list[str]:
        """Do something, and return what went wrong, in Dutch."""
        try:
            work()
        except CoachkitError as error:
            return [self.said(line) for line in sentences(error)]
        except Exception as error:  # no traceback on the screen of a coach
            # Its words may be those of a client: only what kind it is goes to the log.
            _log.error("coachkit: %s in %s", type(error).__name__, type(self).__name__)
            return [_OUR_FAULT]
        return []

    def do(self, work: Callable[[], None], notice: Notice | None = None) -> bool:
        """Do something at the desk, and show what came of it.

        Args:
            work: what to do.
            notice: where to tell what went wrong; above the panels when it is left out.

        Returns:
            whether it went well.

        """
        self.before(notice)
        well = self.act(work, notice)
        self._tell_wrong(self.keep, self.refresh)
        if not well:
            (notice or self.trouble).reveal()
        return well

    def type(self, work: Callable[[], None], notice: Notice | None = None) -> bool:
        """Do the same for someone who is typing: what came of it shows when all was heard.

        It is kept at once, for the page may be closed.
        """
        self.before(notice)
        well = self.act(work, notice)
        self._tell_wrong(self.keep)
        self._refresh_soon()
        return well

    def said(self, text: str) -> str:
        """Return a message of the library in words that point to what stands on this screen."""
        return text

    def before(self, notice: Notice | None) -> None:
        """Make room for what an action may tell in a notice."""

    def _tell_wrong(self, *steps: Callable[[], None]) -> None:
        """Do steps, of which the one goes on without the other, and tell what is wrong in each."""
        self._wrong_in |= {step: self._wrong(step) for step in steps}
        told = [line for lines in self._wrong_in.values() for line in lines]
        self.faults.tell(dict.fromkeys(told), "fout")

    def keep(self) -> None:
        """Keep the work, where the desk does not do so itself."""

    def refresh(self) -> None:
        """Show the state of the desk; what did not change stays as it is."""
        for panel in self.panels:
            panel.refresh()

    def _refresh_soon(self) -> None:
        """Refresh when all that was typed so far was heard, once; without a kernel at once."""
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            self._tell_wrong(self.refresh)
            return
        if self._waiting is not None:
            self._waiting.cancel()
        self._waiting = loop.call_later(_SOON, self._tell_wrong, self.refresh)

    def _ipython_display_(self) -> None:
        from IPython.display import display  # noqa: PLC0415  # heavy

        display(self.widget)  # type: ignore[no-untyped-call]


def bank_notes(bank: Bank, but: Container[str] = ()) -> list[str]:
    """Return, in Dutch, what is broken in the coach's own part of the bank.

    Args:
        bank: a bank that was loaded with what is broken left out.
        but: files of which it is told elsewhere.

    """
    errors = [each for each in bank.problems if each.level == "error" and each.path not in but]
    if not errors:
        return []
    named = [
        each.at("/".join(Path(each.path).parts[-2:]), each.line) for each in errors[:_MAX_NOTES]
    ]
    rest = len(errors) - len(named)
    more = [f"En nog {rest}. Verbeter eerst deze."] if rest else []
    return [_BROKEN, *(sentence(problem_words(each)) for each in named), *more]


def sentences(error: CoachkitError) -> list[str]:
    """Return what a person reads about an error."""
    problems = error.problems if isinstance(error, InputError) else ()
    told = [problem_words(each) for each in problems] or [str(error)]
    return [sentence(text) for text in dict.fromkeys(told)]


def _named_folder() -> Path | None:
    """Return the folder of a practice with broken settings: work is kept there all the same."""
    named = os.environ.get(ENVIRONMENT)
    with suppress(OSError):  # it may be closed to us, or gone
        folder = Path(named) if named else Path.cwd()
        return folder if folder.is_dir() else None
    return None


def _told_of_practice(problem: Problem) -> str:
    if problem.rule == NO_FOLDER:
        return sentence(str(problem))
    where = problem.at(Path(problem.path).name, problem.line)
    return sentence(f"De instellingen van je praktijk kloppen niet: {problem_words(where)}")


def open_bank(practice: Practice) -> Bank:
    """Return the bank of a practice; what is broken is left out, and :func:`bank_notes` tells."""
    return load_bank(practice, lenient=True)


def today() -> date:
    """Return the day that the app was told to take as today; without one the real one."""
    with suppress(ValueError):
        return date.fromisoformat(os.environ.get(DATE, ""))
    return date.today()


def open_practice() -> tuple[Practice, list[str]]:
    """Return the practice of this place, and what the coach should know of it."""
    notes = []
    try:
        practice = find_practice()
    except InputError as error:
        practice = Practice(folder=_named_folder())
        notes += [_told_of_practice(each) for each in error.problems]
    not_kept = os.environ.get(NOT_KEPT, "")
    if not_kept:
        notes.append(sentence(not_kept))
    elif practice.folder is None:
        notes.append(_NO_FOLDER)
    return practice, notes

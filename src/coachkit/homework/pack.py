"""All that goes home with a client, and what stays with the coach: a worksheet as files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Literal

import nbformat

from coachkit.errors import ExportError, FileError
from coachkit.model import Worksheet
from coachkit.vocabulary import Audience
from coachkit.worksheet.notebook import build_notebook

if TYPE_CHECKING:
    from coachkit.export.page import Variant

Format = Literal["ipynb", "pdf", "html", "ics", "eml"]
FORMATS: tuple[Format, ...] = ("ipynb", "pdf", "html", "ics", "eml")

_FOR_CLIENT: tuple[Format, ...] = ("pdf", "html", "ics")
_GENERAL_NAMES: dict[Format, str] = {"pdf": "werkblad.pdf", "ics": "herinneringen.ics"}
"""In the mail with a protected sheet, where a name of its own would tell what it is about."""

_NO_OPEN_PAGE = (
    "met een wachtwoord wordt er geen webpagina gemaakt: die kan iedereen lezen; "
    "laat html weg bij --format, of het wachtwoord"
)
_NO_REMINDERS = "deze werkvorm heeft geen herinneringen; er is geen agendabestand gemaakt"
_NO_MAIL = "dit blad is voor jou zelf; er is geen mail bij gemaakt"
_NO_SENDER = "onder de mail staat geen naam; zet 'coach' in de briefing of in praktijk.yaml"
_MISSING: dict[Format, str] = {"ics": _NO_REMINDERS, "eml": _NO_MAIL}
_OWN_NOTEBOOK = "het notebook heeft geen wachtwoord; het is van jou, geef het niet mee"
_KEEP = "bewaar het wachtwoord goed; het is niet terug te vinden"
_TELL_APART = (
    "geef het wachtwoord apart: bel, of stuur een ander bericht; het is niet terug te vinden"
)


@dataclass
class Pack:
    """The files of one worksheet, made when they are asked for, each once.

    Attributes:
        notes: what the coach should know of them, in Dutch.

    """

    sheet: Worksheet
    variant: Variant = "invullen"
    large: bool = False
    password: str | None = None
    notes: list[str] = field(default_factory=list)

    def files(self, formats: Sequence[Format] | None = None) -> dict[str, bytes]:
        """Return the content of each file by its name, in the order of the formats.

        Args:
            formats: which; ``None`` is all that make sense for this sheet.

        Raises:
            FileError: a format is not known.
            ExportError: the sheet cannot be laid out, a web page is asked for with a password, or
                the sheet has none of the formats.

        """
        if formats is not None:
            self._check(formats)
        if self.password is not None:
            from coachkit.export.protect import usable_password  # noqa: PLC0415  # slow to import

            usable_password(self.password)
        asked = tuple(dict.fromkeys(formats or self._fitting))
        made = {name: self._made(name, asked) for name in asked}
        if formats is not None:
            lacking = [_MISSING[name] for name in asked if made[name] is None]
            if len(lacking) == len(made):
                raise ExportError("; ".join(lacking))
            self.notes += lacking
        if self.password is not None:
            if {"pdf", "eml"} & made.keys():
                self.notes.append(_KEEP if self._is_own else _TELL_APART)
            if "ipynb" in made:
                self.notes.append(_OWN_NOTEBOOK)
        return {self._name(name): data for name, data in made.items() if data is not None}

    def _check(self, formats: Sequence[Format]) -> None:
        unknown = [name for name in formats if name not in FORMATS]
        if unknown or not formats:
            raise FileError(
                f"formaat '{', '.join(unknown)}' is onbekend; kies uit: {', '.join(FORMATS)}"
            )
        if self.password is not None and "html" in formats:
            raise ExportError(_NO_OPEN_PAGE)

    @property
    def _is_own(self) -> bool:
        """Whether the sheet is for the coach alone."""
        return self.sheet.audience is Audience.COACH

    @property
    def _fitting(self) -> tuple[Format, ...]:
        without = {"html"} if self.password is not None else set()
        if self.sheet.day is None:
            without.add("ics")
        return tuple(name for name in FORMATS if name not in without)

    def _made(self, name: Format, asked: Sequence[Format] = ()) -> bytes | None:
        """Return one file; a mail holds what else is asked of what a client may have."""
        match name:
            case "ipynb":
                text: str = nbformat.writes(self._notebook)  # type: ignore[no-untyped-call]
                return f"{text}\n".encode()
            case "pdf":
                return self._pdf
            case "html":
                return self._html
            case "ics":
                return self._calendar
        return self._mail(asked)

    def _name(self, name: Format) -> str:
        return f"{self.sheet.stem}.{name}"

    @cached_property
    def _notebook(self) -> nbformat.NotebookNode:
        return build_notebook(self.sheet)

    @cached_property
    def _pdf(self) -> bytes:
        data = self._exported("werkblad")
        if self.password is None:
            return data
        from coachkit.export.protect import protect  # noqa: PLC0415  # slow to import

        return protect(data, self.password)

    @cached_property
    def _html(self) -> bytes:
        return self._exported("werkblad_web")

    def _exported(self, exporter: str) -> bytes:
        from coachkit.export.exporters import reused_exporter  # noqa: PLC0415  # slow to import

        output, resources = reused_exporter(exporter, self.variant, self.large).from_notebook_node(
            self._notebook
        )
        self.notes += resources.get("coachkit_notes", ())
        return output.encode() if isinstance(output, str) else output

    @cached_property
    def _calendar(self) -> bytes | None:
        from coachkit.homework.reminders import reminder_calendar  # noqa: PLC0415  # slow to import

        return reminder_calendar(self.sheet, general=self.password is not None)

    def _mail(self, asked: Sequence[Format]) -> bytes | None:
        """Return the mail, with all parts when it is asked for alone; none of a coach's sheet."""
        if self._is_own:
            return None
        from coachkit.homework.mail import mail_draft  # noqa: PLC0415  # slow to import

        fitting = [name for name in _FOR_CLIENT if name in self._fitting]
        made = {name: self._made(name) for name in fitting if name in asked}
        parts = made if any(made.values()) else {name: self._made(name) for name in fitting}
        names = _GENERAL_NAMES if self.password is not None else {}
        attached = {
            names.get(name, self._name(name)): data
            for name, data in parts.items()
            if data is not None
        }
        if not self.sheet.coach:
            self.notes.append(_NO_SENDER)
        pen = self.variant == "schrijven"
        return mail_draft(self.sheet, attached, protected=self.password is not None, pen=pen)

"""The work around one session, from brief to files: what the command line and the screens call."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from coachkit.errors import FileError
from coachkit.files import write_files
from coachkit.homework.pack import FORMATS, Format, Pack
from coachkit.model import Brief, Worksheet
from coachkit.practice import Practice, Settings

if TYPE_CHECKING:
    from coachkit.export.page import Variant

__all__ = ["FORMATS", "Format", "Saved", "example_brief", "example_practice", "save_worksheet"]


class Saved(list[Path]):
    """The paths that were written, with ``notes`` that the coach should know of."""

    def __init__(self, paths: Iterable[Path], notes: Iterable[str] = ()) -> None:
        super().__init__(paths)
        self.notes = tuple(notes)


def save_worksheet(  # noqa: PLR0913  # all that can be asked of the files of one sheet
    sheet: Worksheet,
    folder: Path | str,
    formats: Sequence[Format] | None = None,
    *,
    variant: Variant = "invullen",
    large: bool = False,
    password: str | None = None,
    force: bool = False,
) -> Saved:
    """Write a worksheet as files, all of them or none.

    Args:
        sheet: the worksheet.
        folder: where; it is made when it is not there.
        formats: which of ``ipynb``, ``pdf``, ``html``, ``ics`` (reminders) and ``eml`` (a draft of
            a mail with what the client gets); ``None`` is all that make sense for this sheet.
        variant: ``invullen`` (boxes) or ``schrijven`` (lines for a pen).
        large: large print.
        password: of the PDF; then there is no web page, and mail and calendar tell nothing.
        force: overwrite files that exist and differ.

    Returns:
        the paths, in the order of ``formats``.

    Raises:
        FileError: a format is not known, or the files cannot be written; nothing is half-written.
        ExportError: the sheet cannot be laid out, the password cannot be used, or a web page is
            asked for with a password.

    """
    if variant not in ("invullen", "schrijven"):
        raise FileError(f"variant '{variant}' is onbekend; kies uit: invullen, schrijven")
    pack = Pack(sheet, variant, large, password)
    written = write_files(Path(folder), pack.files(formats), force=force)
    notes = dict.fromkeys(pack.notes)
    open_page = Path(folder) / f"{sheet.stem}.html"
    if password is not None and open_page.exists():
        notes[f"{open_page} staat er nog, zonder wachtwoord; gooi die webpagina weg"] = None
    return Saved(written, notes)


def example_brief(day: date | None = None) -> Brief:
    """Return the brief of the client of the demo, who does not exist."""
    return Brief(
        name="Sanne",
        goal="meer bewegen",
        situation="doel-te-groot",
        phase="beslissing",
        day=day,
    )


def example_practice() -> Practice:
    """Return the practice of the demo, which does not exist either."""
    contact = "Vragen? Bel of app Noor: 06 00 00 00 00"
    return Practice(Settings(name="Praktijk De Linde", coach="Noor", contact=contact))

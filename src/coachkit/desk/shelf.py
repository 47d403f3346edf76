"""The worksheets that a practice made, in its folder ``werkbladen/``."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from coachkit.desk.delivery import FOLDER
from coachkit.errors import CoachkitError, FileError
from coachkit.export.form import build_form
from coachkit.files import newest
from coachkit.homework.read import content_of
from coachkit.homework.told import heading_of
from coachkit.practice import Practice
from coachkit.worksheet.notebook import worksheet_in

_MAX_LISTED = 200


@dataclass(frozen=True, slots=True)
class Shelved:
    """A worksheet to choose: its file, and what it is: title, client and date."""

    file: str
    heading: str
    day: date | None = None


def shelved_sheets(practice: Practice) -> list[Shelved]:
    """Return the worksheets of clients that can be typed over, the newest first.

    What is no worksheet with questions of a client is left out.
    """
    if practice.folder is None:
        return []
    found = []
    for path in newest((practice.folder / FOLDER).glob("*.ipynb"))[:_MAX_LISTED]:
        with suppress(CoachkitError):
            form = build_form(worksheet_in(content_of(path)), "invullen")
            if form.name and form.questions:
                found.append(Shelved(path.name, heading_of(form), form.day))
    return sorted(found, key=lambda sheet: sheet.day or date.min, reverse=True)


def shelved_content(practice: Practice, file: str) -> bytes:
    """Return what is in a worksheet of the practice.

    Raises:
        FileError: it is not there, or cannot be read.

    """
    if practice.folder is None or not file or Path(file).name != file:
        raise FileError("dit werkblad staat niet in de praktijkmap; kies er een uit de lijst")
    return content_of(practice.folder / FOLDER / file)

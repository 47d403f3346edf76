"""Look at the archive that a workbook is, before anything builds cells from it."""

from __future__ import annotations

import io
import zipfile
from xml.parsers import expat

from coachkit.errors import InputError, Problem

MAX_UNPACKED = 60_000_000
MAX_PARTS = 500
MAX_ELEMENTS = 2_000_000
"""The most elements in all parts; MAX_ROWS rows with every column filled have half of that."""

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def check_archive(raw: bytes) -> None:
    """Look at a workbook before anything of it is unpacked.

    Raises:
        InputError: it is no workbook without macros, or it is too large.

    """
    if raw.startswith(_OLD_OFFICE):
        message = "dit is een oud xls-bestand, of een bestand met een wachtwoord"
        _refuse(message, "haal het wachtwoord eraf en sla het op als xlsx")
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        _refuse("dit is geen xlsx-bestand", "sla het in Excel of LibreOffice op als xlsx")
    names = {part.filename for part in parts}
    if any(part.flag_bits & 1 for part in parts):
        _refuse("dit bestand heeft een wachtwoord", "haal het wachtwoord eraf")
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        message = f"uitgepakt is dit bestand groter dan {MAX_UNPACKED // 1_000_000} MB"
        _refuse(message, "verdeel de vragen over meer bestanden")
    if "xl/workbook.xml" not in names:
        _refuse("dit is geen werkmap van Excel", "sla het in Excel of LibreOffice op als xlsx")
    if any("vbaProject" in name or "/macrosheets/" in name for name in names):
        _refuse("dit bestand bevat macro's", "sla het op als gewone werkmap (xlsx)")
    if _has_too_many_elements(raw):
        cure = (
            "haal lege rijen en kolommen met opmaak weg, of verdeel de vragen over meer bestanden"
        )
        _refuse("er staan te veel cellen in dit bestand, ook lege", cure)


def _refuse(message: str, cure: str) -> None:
    raise InputError([Problem(message, cure)])


class _TooMuchError(Exception):
    """There is more in a workbook than will be read."""


def _has_too_many_elements(raw: bytes) -> bool:
    """Count what an empty cell costs little to write, and much to hold: elements of XML."""
    left = MAX_ELEMENTS

    def count(_name: str, _attributes: object) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            raise _TooMuchError

    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        for part in archive.infolist():
            parser = expat.ParserCreate()
            parser.StartElementHandler = count
            try:
                with archive.open(part) as file:
                    parser.ParseFile(file)
            except _TooMuchError:
                return True
            except Exception:  # noqa: S112  # a picture, or broken: told by who reads it
                continue
    return False

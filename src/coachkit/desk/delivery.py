"""The files of a sheet, to download and kept in ``werkbladen/`` of the practice."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from coachkit.errors import FileError, why
from coachkit.files import write_files
from coachkit.homework.pack import Pack
from coachkit.model import Worksheet
from coachkit.practice import Practice

if TYPE_CHECKING:
    from coachkit.export.page import Variant

FOLDER = "werkbladen"

_NO_FOLDER = "er is geen praktijkmap, dus de bestanden worden niet bewaard; download ze hier"
_NOT_KEPT = "de bestanden zijn niet bewaard; download ze hier"


@dataclass(frozen=True, slots=True)
class Delivery:
    """What was made.

    Attributes:
        files: the content of each file by its name.
        folder: where they are kept; ``None`` when they are not.
        notes: what the coach should know, in Dutch.
        taken: names of files that are there already with something else in them; then nothing is
            kept until she says that they may be replaced.

    """

    files: dict[str, bytes]
    folder: Path | None = None
    notes: tuple[str, ...] = ()
    taken: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Layout:
    """How a sheet is laid out and protected."""

    variant: Variant = "invullen"
    large: bool = False
    password: str | None = None


def deliver(
    sheet: Worksheet, practice: Practice, layout: Layout, *, replace: bool = False
) -> Delivery:
    """Make all files of a sheet, and keep them when there is a practice folder.

    Args:
        sheet: the worksheet.
        practice: where they are kept.
        layout: how it is laid out.
        replace: whether files that are there already may be replaced.

    Raises:
        ExportError: the sheet cannot be laid out, or the password cannot be used.

    """
    pack = Pack(sheet, layout.variant, layout.large, layout.password)
    files = pack.files()
    notes = tuple(dict.fromkeys(pack.notes))
    if practice.folder is None:
        return Delivery(files, notes=(_NO_FOLDER, *notes))
    folder = practice.folder / FOLDER
    try:
        practice.place()
        if layout.password is not None and (folder / f"{sheet.stem}.html").exists():
            open_page = f"{sheet.stem}.html staat er nog, zonder wachtwoord; gooi die webpagina weg"
            notes = (*notes, open_page)
        taken = () if replace else tuple(_taken(folder, files))
        if not taken:
            write_files(folder, files, force=True)
    except (FileError, OSError) as error:
        failed = f"in {folder} lukt het niet ({why(error)}): {_NOT_KEPT}"
        return Delivery(files, notes=(failed, *notes))
    return Delivery(files, None if taken else folder, notes, taken)


def _taken(folder: Path, files: dict[str, bytes]) -> list[str]:
    return [
        name
        for name, data in files.items()
        if (folder / name).exists() and (folder / name).read_bytes() != data
    ]

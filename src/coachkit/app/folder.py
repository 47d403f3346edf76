"""The practice folder: made on first use, and never written over."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from coachkit.app.workbooks import WORKBOOKS, renew_workbooks
from coachkit.errors import FileError, why
from coachkit.files import may_enter, sweep, write_files
from coachkit.practice import DATE, ENVIRONMENT, NOT_KEPT, SETTINGS
from coachkit.resources import data_folder

FIRST = "start.ipynb"
"""The workbook with the first screen."""

FOLDERS = (
    "werkbladen",
    "concepten",
    "huiswerk",
    "uitnodigingen",
    "vraagbank/vragen",
    "vraagbank/werkvormen",
    WORKBOOKS,
)

_OWN = 0o700
"""The rights of a folder that is made: what clients say is for nobody else on this computer."""


@dataclass(frozen=True)
class Place:
    """Where a coach works.

    Attributes:
        folder: the practice folder, which need not be there when nothing is kept.
        workbooks: where the workbooks are that she opens.
        not_kept: why nothing is kept, in Dutch; empty when all is well.
        notes: what she should know, in Dutch.
        day: the day that the workbooks take as today; ``None`` is the real one.

    """

    folder: Path
    workbooks: Path
    not_kept: str = ""
    notes: tuple[str, ...] = ()
    day: date | None = None

    @property
    def own_workbooks(self) -> bool:
        """Whether she works in copies of her own, in the practice folder."""
        return self.workbooks == self.folder / WORKBOOKS

    def environment(self) -> dict[str, str]:
        """Return what the workbooks learn of it through the environment; empty is unset."""
        named = str(self.folder) if may_enter(self.folder) else ""
        day = self.day.isoformat() if self.day else ""
        return {ENVIRONMENT: named, NOT_KEPT: self.not_kept, DATE: day}


def practice_folder(named: Path | None) -> Path:
    """Return the folder to work in, with its whole path; it need not be there yet.

    The one that is named, else that of the environment, else the current folder when it holds
    ``praktijk.yaml``, else ``coachkit`` in the home folder.

    Raises:
        FileError: it stands in the home folder of somebody whom this computer does not know.

    """
    if named is None and (value := os.environ.get(ENVIRONMENT)):
        named = Path(value)
    if named is None:
        here = Path.cwd()
        named = here if (here / SETTINGS).is_file() else None
    try:
        whole = named.expanduser() if named else Path.home() / "coachkit"
    except RuntimeError:
        raise FileError(
            f"{named or '~'} is niet te vinden: deze computer kent die gebruiker niet; "
            "noem de map met haar hele naam: coachkit start MAP"
        ) from None
    return Path(os.path.abspath(whole))  # noqa: PTH100  # resolve() follows links


def open_place(folder: Path) -> Place:
    """Return where to work in a folder, which is made or brought up to date.

    Where it cannot be written the shipped workbooks serve, and nothing is kept.

    Raises:
        FileError: there is a file in the place of the folder.

    """
    for part in (folder, *folder.parents):
        if _is_file(part):
            raise FileError(
                f"{part} is een bestand en geen map; noem een andere map: coachkit start MAP"
            )
    try:
        notes = _made(folder)
    except (FileError, OSError) as error:
        shipped = data_folder("workbooks")
        return Place(folder, shipped, not_kept=_reason(folder, error))
    return Place(folder, _workbooks(folder), notes=tuple(notes))


def why_not_kept(folder: Path) -> str:
    """Return why nothing can be kept in a practice folder, in Dutch; empty when all is well."""
    try:
        _check_writable(folder)
    except (FileError, OSError) as error:
        return _reason(folder, error)
    return ""


def _is_file(path: Path) -> bool:
    """Tell whether something else than a folder is there; of what is closed we cannot say so."""
    try:
        return path.exists() and not path.is_dir()
    except OSError:
        return False


def _workbooks(folder: Path) -> Path:
    """Return the coach's own workbooks; those of coachkit when hers have no first screen."""
    own, shipped = folder / WORKBOOKS, data_folder("workbooks")
    return own if os.access(own / FIRST, os.R_OK) else shipped


def _made(folder: Path) -> list[str]:
    """Make what is not there yet, and return what the coach should know."""
    is_new = not folder.is_dir()
    folder.mkdir(parents=True, exist_ok=True, mode=_OWN)
    for name in FOLDERS:
        (folder / name).mkdir(parents=True, exist_ok=True, mode=_OWN)
        sweep(folder / name)
    _check_writable(folder)
    if not (folder / SETTINGS).exists():
        starter = data_folder("templates") / "begin" / SETTINGS
        write_files(folder, {SETTINGS: starter.read_bytes()})
    renewed = renew_workbooks(data_folder("workbooks"), folder / WORKBOOKS)
    return [f"{folder} is nu je praktijkmap", *renewed] if is_new else renewed


def _check_writable(folder: Path) -> None:
    """Raise where nothing can be written: rights alone do not tell on every system."""
    trial = f".coachkit-proef-{os.getpid()}"
    (path,) = write_files(folder, {trial: b"coachkit"})
    path.unlink()


def _reason(folder: Path, error: FileError | OSError) -> str:
    """Return why nothing can be kept, what to do, and that the work goes on."""
    return (
        f"in {folder} kan coachkit niets bewaren ({why(error)}); je kunt werken, maar download wat "
        "je wilt houden; kijk of de schijf vol is en of je in de map mag schrijven, of noem een "
        "andere map: coachkit start MAP"
    )

"""Work that goes on, kept as JSON in ``concepten/`` of the practice folder."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from coachkit.errors import FileError, cause
from coachkit.files import delete_file, is_folder, may_enter, newest, write_files

FOLDER = "concepten"
SCHEMA = 1
MAX_DRAFT = 20_000_000
"""In bytes: more is no draft of ours."""

_MAX_LISTED = 1_000
_HEAD = 4_000
"""In letters: more than stands before the work in a draft of ours."""
_GONE = "dit concept is er niet meer; begin een nieuw"
_ELSEWHERE = (
    "dit concept is ook in een ander tabblad veranderd; "
    "wat je hier doet, staat vanaf nu in een eigen concept"
)


@dataclass(frozen=True, slots=True)
class Kept:
    """A draft that can be taken up again: its name, what it is about, and when it was changed."""

    name: str
    title: str
    changed: datetime


class Draft:
    """The place of one piece of work; nothing is written before the first save."""

    def __init__(self, folder: Path | None, kind: str, name: str = "", mark: str = "") -> None:
        self._folder, self._kind = folder, kind
        self.name = name or f"{kind}-{secrets.token_hex(4)}"
        self._mark = mark

    def save(self, title: str, work: Mapping[str, Any]) -> str:
        """Keep the work.

        Args:
            title: what it is about, for the list.
            work: JSON data.

        Returns:
            what the coach should know, in Dutch; empty when all is well. Without a practice folder
            nothing is kept.

        Raises:
            FileError: it cannot be written; what was kept before stays.

        """
        if self._folder is None:
            return ""
        if not is_folder(self._folder.parent):
            raise FileError(f"{self._folder.parent} is er niet meer; zet die map terug")
        told = ""
        if self._changed_elsewhere():
            self.name, told = f"{self._kind}-{secrets.token_hex(4)}", _ELSEWHERE
        mark = secrets.token_hex(4)
        data = {"versie": SCHEMA, "stempel": mark, "titel": title, "werk": dict(work)}
        raw = json.dumps(data, ensure_ascii=False, indent=1).encode("utf-8", "replace")
        if len(raw) > MAX_DRAFT:
            raise FileError("dit is te veel voor een concept; maak het korter, of haal iets weg")
        write_files(self._folder, {self._path.name: raw}, force=True)
        self._mark = mark
        return told

    def _changed_elsewhere(self) -> bool:
        """Tell whether another tab saved this draft; what is damaged or gone may be replaced."""
        try:
            return bool(self._mark) and _head(self._path).get("stempel") != self._mark
        except FileError:
            return False

    def drop(self) -> None:
        """Throw the draft away; one that is gone already is fine.

        Raises:
            FileError: it cannot be removed.

        """
        if self._folder is None:
            return
        delete_file(self._path)
        self._mark = ""

    def drop_own(self) -> None:
        """Throw the draft away, unless another tab went on with it.

        Raises:
            FileError: it cannot be removed.

        """
        if not self._changed_elsewhere():
            self.drop()

    @property
    def _path(self) -> Path:
        return (self._folder or Path()) / f"{self.name}.json"


class Drafts:
    """The drafts of one kind of work (a word such as ``sessie``) in a practice folder.

    Without a folder nothing is kept, and there is nothing to take up.
    """

    def __init__(self, practice: Path | None, kind: str) -> None:
        self._folder = practice / FOLDER if practice else None
        self._kind = kind

    @property
    def keeps(self) -> bool:
        """Whether work is kept."""
        return self._folder is not None

    def new(self) -> Draft:
        """Return a place for new work."""
        return Draft(self._folder, self._kind)

    def kept(self) -> list[Kept]:
        """Return what can be taken up again, the newest first; damaged drafts are left out."""
        if self._folder is None or not may_enter(self._folder):
            return []
        found = []
        for path in newest(self._folder.glob(f"{self._kind}-*.json")):
            with suppress(FileError, OSError):
                changed = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
                found.append(Kept(path.stem, str(_head(path).get("titel", "")), changed))
            if len(found) == _MAX_LISTED:
                break
        return found

    def open(self, name: str) -> tuple[Draft, dict[str, Any]]:
        """Return the place of a draft, and its work.

        Raises:
            FileError: it is gone, damaged, or of a newer version of coachkit.

        """
        if self._folder is None or Path(name).name != name:
            raise FileError(_GONE)
        data = _read(self._folder / f"{name}.json")
        return Draft(self._folder, self._kind, name, str(data.get("stempel", ""))), data["werk"]

    def discard(self, name: str) -> None:
        """Throw work away that was kept.

        Raises:
            FileError: it is gone or damaged, or cannot be removed.

        """
        self.open(name)[0].drop()


class KeepsDrafts:
    """A desk whose work is kept as drafts of one kind."""

    _drafts: Drafts

    def kept(self) -> list[Kept]:
        """Return the work that can be taken up again, the newest first."""
        return self._drafts.kept()

    def take_up(self, name: str) -> None:
        """Go on with work that was kept; what is on the desk now stays in its own draft."""
        raise NotImplementedError

    def discard(self, name: str) -> None:
        """Throw work away that was kept; what is on the desk stays.

        Raises:
            FileError: it is gone or damaged, or cannot be removed.

        """
        self._drafts.discard(name)


def _head(path: Path) -> dict[str, Any]:
    """Return what stands before the work in a draft as we write it; of another, all of it."""
    try:
        with path.open(encoding="utf-8") as file:
            head, found, _ = file.read(_HEAD).partition(',\n "werk": {')
        data = json.loads(f"{head}}}") if found else None
    except (OSError, ValueError, RecursionError):
        data = None
    return data if isinstance(data, dict) and data.get("versie") == SCHEMA else _read(path)


def _read(path: Path) -> dict[str, Any]:
    try:
        if path.stat().st_size > MAX_DRAFT:
            raise FileError(f"{path.name} is te groot voor een concept; begin een nieuw")
        data = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise FileError(_GONE) from None
    except OSError as error:
        raise FileError(f"{path} is niet te lezen ({cause(error)})") from error
    except (ValueError, RecursionError):
        raise FileError(f"{path.name} is beschadigd; begin een nieuw concept") from None
    if not isinstance(data, dict) or not isinstance(data.get("werk"), dict):
        raise FileError(f"{path.name} is geen concept; begin een nieuw")
    if data.get("versie") != SCHEMA:
        raise FileError(f"{path.name} is van een andere versie van coachkit; begin een nieuw")
    return data

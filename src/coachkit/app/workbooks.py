"""Copies of the shipped workbooks: renewed with coachkit, unless the coach changed them.

What was copied is remembered in a small hidden file. A workbook counts as changed when the text of
its cells is; results that Jupyter saved in it do not count.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from coachkit.errors import FileError, why
from coachkit.files import write_files

WORKBOOKS = "werkboeken"
MEMORY = ".coachkit.json"
MOST_COPIES = 100


def renew_workbooks(shipped: Path, folder: Path) -> list[str]:
    """Copy the workbooks that are missing or outdated, and return what the coach should know.

    One that is held (open in another program) or closed to us is told, and the others go on.

    Args:
        shipped: where the workbooks of this coachkit are.
        folder: the coach's own copies.

    """
    before = _remembered(folder)
    now: dict[str, str] = {}
    notes: list[str] = []
    for source in sorted(shipped.glob("*.ipynb")):
        data, copied = source.read_bytes(), before.get(source.name)
        try:
            notes += _renew(folder / source.name, data, copied)
            now[source.name] = fingerprint(data)
        except (FileError, OSError) as error:
            notes.append(_failed(source.name, error))
            now |= {source.name: copied} if copied else {}
    try:
        _remember(folder, now, before)
    except FileError as error:
        notes.append(_failed(MEMORY, error))
    return notes


def _failed(name: str, error: FileError | OSError) -> str:
    return (
        f"{WORKBOOKS}/{name} kon coachkit niet vernieuwen ({why(error)}) en blijft zoals het is; "
        "sluit het als het ergens openstaat, of kijk naar de rechten van het bestand"
    )


def _remember(folder: Path, now: dict[str, str], before: dict[str, str]) -> None:
    if now != before:
        text = json.dumps(now, indent=1, sort_keys=True)
        write_files(folder, {MEMORY: text.encode()}, force=True)


def _renew(target: Path, data: bytes, copied: str | None) -> list[str]:
    """Bring one workbook up to date."""
    if target.is_dir():
        return [f"{target} is een map; geef haar een andere naam, dan komt het werkboek er weer"]
    own = fingerprint(target.read_bytes()) if target.is_file() else None
    new = fingerprint(data)
    if own == new or (own not in (None, copied) and new == copied):
        return []
    if own in (None, copied):
        write_files(target.parent, {target.name: data}, force=True)
        return []
    name = _beside(target, data)
    return [f"{target.name} heb je zelf veranderd en blijft zo; de nieuwe versie heet {name}"]


def _beside(target: Path, data: bytes) -> str:
    """Write a new version under the first name that is free, and return that name."""
    for name in _names(target.stem):
        path = target.with_name(name)
        if not path.exists() or (path.is_file() and path.read_bytes() == data):
            write_files(target.parent, {name: data})
            return name
    raise FileError(f"naast {target} staan te veel nieuwe versies; ruim er een paar op")


def _names(stem: str) -> Iterator[str]:
    yield f"{stem}-nieuw.ipynb"
    yield from (f"{stem}-nieuw-{number}.ipynb" for number in range(2, MOST_COPIES))


def _remembered(folder: Path) -> dict[str, str]:
    """Return what was copied before; a file that is damaged remembers nothing."""
    try:
        data = json.loads((folder / MEMORY).read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(data, dict):
        return {}
    return {name: value for name, value in data.items() if isinstance(value, str)}


def fingerprint(data: bytes) -> str:
    """Return the SHA-256 of the cells of a notebook, or of the bytes when it is none."""
    try:
        cells = [[cell["cell_type"], "".join(cell["source"])] for cell in json.loads(data)["cells"]]
        text = json.dumps(cells).encode()
    except (ValueError, KeyError, TypeError, RecursionError):
        text = data
    return hashlib.sha256(text).hexdigest()

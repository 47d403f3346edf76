"""The sheets of facts that lie in a practice."""

from __future__ import annotations

from pathlib import Path

from coachkit.files import begin_of, may_enter
from coachkit.practice import SETTINGS, Practice
from coachkit.yamlfile import MAX_BYTES

FOLDER = "uitnodigingen"

_MAX_FILES = 30


def fact_files(practice: Practice) -> list[Path]:
    """Return the YAML files in a practice that may hold facts, by name; 30 at most."""
    if practice.folder is None:
        return []
    places = filter(may_enter, (practice.folder, practice.folder / FOLDER))
    found = sorted(p for place in places for p in place.glob("*.y*ml") if p.is_file())
    return [path for path in found if path.name != SETTINGS][:_MAX_FILES]


def facts_of(path: Path) -> bytes:
    """Return what is in a file, one byte more than may be at most.

    Raises:
        FileError: it cannot be read.

    """
    return begin_of(path, MAX_BYTES + 1)

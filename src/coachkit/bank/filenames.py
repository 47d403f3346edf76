"""Names of files of the bank: which can be one on every system, and what a name says."""

from __future__ import annotations

import re
from pathlib import Path

MAX_STEM = 100

_STEM = re.compile(rf"\w(?:[\w .()&',+-]{{0,{MAX_STEM - 2}}}[\w)'+&-])?")
_KEPT_BY_WINDOWS = re.compile(r"(?:con|prn|aux|nul|(?:com|lpt)[0-9¹²³])(?:\..*)?", re.IGNORECASE)


def is_stem(text: str) -> bool:
    """Tell whether a file may be called so, apart from its suffix, on every system."""
    return _STEM.fullmatch(text) is not None and not is_kept_by_windows(text)


def is_kept_by_windows(stem: str) -> bool:
    """Tell whether Windows keeps a name to itself, whatever suffix stands behind it."""
    return _KEPT_BY_WINDOWS.fullmatch(stem) is not None


def named(path: Path) -> str:
    """Return the name of a set that has none but that of its file: ``rust-en-ruimte.yaml``."""
    words = re.sub(r"[-_\s]+", " ", path.stem).strip()
    return words[:1].upper() + words[1:] or "Vragen"

"""Plain text as CommonMark: what was data stays letters, in JupyterLab as on paper."""

from __future__ import annotations

import re

_ANYWHERE = re.compile(r"([\\`*_\[\]<>&$~|^{}#])")
_AT_START = re.compile(r"^([+\-=:!]|\d+(?=[.)]))")
_SPACES = re.compile(r"[ \t\r\n]+")


def escape(text: str) -> str:
    """Return a text as one paragraph of CommonMark that shows the very same letters."""
    line = _ANYWHERE.sub(r"\\\1", _SPACES.sub(" ", text).strip(" "))
    found = _AT_START.match(line)
    if found is None:
        return line
    start = found.group(1)
    if start.isdigit():
        return start + "\\" + line[len(start) :]
    return "\\" + line

"""Files to download."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import anywidget
import traitlets

from coachkit.ui.parts import Data, script

_TYPES = {
    ".pdf": "application/pdf",
    ".html": "text/html",
    ".ics": "text/calendar",
    ".eml": "message/rfc822",
    ".json": "application/json",
}


class Downloads(anywidget.AnyWidget):
    """Files that a person may download; their content stays in the kernel until then."""

    _esm = script("bestanden.js")
    files: traitlets.List[Any] = traitlets.List().tag(sync=True)

    def __init__(self, **traits: object) -> None:
        super().__init__(**traits)
        self._contents: dict[str, bytes] = {}
        self.on_msg(self._heard)

    def offer(self, contents: Mapping[str, bytes], about: Mapping[str, tuple[str, str]]) -> None:
        """Offer files; ``about`` has a label and a word on each suffix, in the order to show."""
        self._contents = dict(contents)
        order = [suffix for suffix in about for name in contents if _suffix(name) == suffix]
        self.files = [
            {"name": name, "label": about[_suffix(name)][0], "about": about[_suffix(name)][1]}
            for name in sorted(contents, key=lambda name: order.index(_suffix(name)))
        ]

    def _heard(self, _: object, message: Data, _buffers: object) -> None:
        name = message.get("download")
        if name in self._contents:
            type_ = _TYPES.get(_suffix(str(name)), "application/octet-stream")
            self.send({"file": name, "type": type_}, [self._contents[str(name)]])


def _suffix(name: str) -> str:
    return f".{name.rpartition('.')[2]}"

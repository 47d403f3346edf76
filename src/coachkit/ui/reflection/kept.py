"""A heading above the sheets that were kept, which brings them into view."""

from __future__ import annotations

import anywidget
import traitlets

from coachkit.ui.parts import script

_SOME = "Je bewaarde bladen"
_NONE = "Je hebt nog geen bewaarde bladen"


class KeptHeading(anywidget.AnyWidget):
    """A heading that takes the keyboard; without text it is not there."""

    _esm = script("plek.js")
    text = traitlets.Unicode().tag(sync=True)

    def reveal(self, count: int) -> None:
        """Say that here are the sheets, or that there are none, and go there."""
        self.text = _SOME if count else _NONE
        self.send({"focus": True})

"""Parts of a screen that are only read: figures, and a text."""

from __future__ import annotations

from typing import Any

import anywidget
import traitlets

from coachkit.ui.parts import script


class Table(anywidget.AnyWidget):
    """A table of figures.

    Attributes:
        caption: what it shows.
        heads: of each column, that of the heads of the rows first.
        rows: of each its ``head`` and ``cells`` with a ``text``, a ``note`` and a ``mark``.

    """

    _esm = script("tabel.js")
    caption = traitlets.Unicode().tag(sync=True)
    heads: traitlets.List[Any] = traitlets.List().tag(sync=True)
    rows: traitlets.List[Any] = traitlets.List().tag(sync=True)


class Prose(anywidget.AnyWidget):
    """A text to read, in paragraphs.

    Attributes:
        text: with an empty line between paragraphs.
        label: what it is, for a screen reader.
        empty: what stands there when there is no text.
        headed: whether its first paragraph is its heading.
        copy: the label of a button that copies the text; empty is no button.

    """

    _esm = script("tekst.js")
    text = traitlets.Unicode().tag(sync=True)
    label = traitlets.Unicode().tag(sync=True)
    empty = traitlets.Unicode().tag(sync=True)
    headed = traitlets.Bool(False).tag(sync=True)
    copy = traitlets.Unicode().tag(sync=True)

"""CommonMark to HTML that can do no harm."""

from __future__ import annotations

import re
from collections.abc import Iterable

from markupsafe import Markup, escape

from coachkit.export.markdown import Renderer
from coachkit.safetext import STAND_IN, controls_in, without_controls

_TAG = re.compile("<[^>]*>")
_TAGS = {
    "strong": "strong",
    "emphasis": "em",
    "strikethrough": "s",
    "paragraph": "p",
    "quote": "blockquote",
}


def visible(value: object) -> object:
    """Return a value with a stand-in for each control character, which HTML cannot hold."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return without_controls(value)
    return value


def control_notes(texts: Iterable[str]) -> tuple[str, ...]:
    """Return, in Dutch, that control characters were replaced; empty when there were none."""
    found = sorted({f"U+{ord(c):04X}" for text in texts for c in controls_in(text)})
    if not found:
        return ()
    return (f"de webpagina zet {STAND_IN} voor stuurtekens ({', '.join(found)}); haal ze weg",)


class HTMLRenderer(Renderer):
    """Writes HTML; ``level`` is that of the highest heading a coach's text may have (2 to 5)."""

    def __init__(self, level: int = 3) -> None:
        self._level = level
        self._steps = 0

    def under(self, level: int) -> HTMLRenderer:
        """Return a renderer for texts of which the highest heading has this level."""
        return HTMLRenderer(level)

    def inline(self, text: str) -> str:
        """Return a text for one line, as safe markup."""
        return Markup(super().inline(text))  # noqa: S704  # every letter went through escape

    def blocks(self, text: str) -> str:
        """Return the whole text, as safe markup."""
        self._steps = 0
        return Markup(super().blocks(text))  # noqa: S704  # every letter went through escape

    def letters(self, text: str) -> str:
        """Return the letters, escaped; control characters, which HTML cannot hold, are shown."""
        return str(escape(visible(text)))

    def wrapped(self, kind: str, content: str) -> str:
        """Return the content in its tag."""
        return f"<{_TAGS[kind]}>{content}</{_TAGS[kind]}>"

    def code(self, text: str, *, block: bool) -> str:
        """Return code."""
        code = f"<code>{self.letters(text)}</code>"
        return f"<pre>{code}</pre>" if block else code

    def link(self, url: str, content: str) -> str:
        """Return a link that tells the other side nothing."""
        return f'<a href="{escape(url)}" rel="noreferrer noopener">{content}</a>'

    def line_break(self) -> str:
        """Return a forced new line."""
        return "<br>"

    def rule(self) -> str:
        """Return a line across the page."""
        return "<hr>"

    def heading(self, level: int, content: str) -> str:
        """Return a small heading, that fits its surroundings and skips no level."""
        self._steps = min(max(1, min(3, level - 1)), self._steps + 1)
        tag = f"h{min(6, self._level + self._steps - 1)}"
        return f"<{tag}>{content}</{tag}>"

    def list_of(self, items: list[str], start: int | None) -> str:
        """Return a list."""
        body = "".join(f"<li>{item}</li>" for item in items)
        return f"<ul>{body}</ul>" if start is None else f'<ol start="{start}">{body}</ol>'

    def table(self, head: list[str], rows: list[list[str]]) -> str:
        """Return a table with heads above its columns; on a phone each cell shows its own head.

        The roles are spelled out because the narrow style takes the table away from some readers.
        """
        words = [_TAG.sub("", cell) for cell in head]
        heads = "".join(f'<th role="columnheader" scope="col">{cell}</th>' for cell in head)
        body = "".join(f'<tr role="row">{_cells(row, words)}</tr>' for row in rows)
        return (
            f'<table role="table"><thead role="rowgroup"><tr role="row">{heads}</tr></thead>'
            f'<tbody role="rowgroup">{body}</tbody></table>'
        )


def _cells(row: list[str], heads: list[str]) -> str:
    pairs = zip(row, heads, strict=True)
    return "".join(f'<td role="cell" data-kop="{head}">{cell}</td>' for cell, head in pairs)

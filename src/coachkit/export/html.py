"""CommonMark to HTML that can do no harm."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from coachkit.export.glyphs import STAND_IN
from coachkit.export.markdown import Renderer

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_TAGS = {
    "strong": "strong",
    "emphasis": "em",
    "strikethrough": "s",
    "paragraph": "p",
    "quote": "blockquote",
}


class HTMLRenderer(Renderer):
    """Writes HTML; ``level`` is that of the highest heading a coach's text may have (2 to 5)."""

    def __init__(self, level: int = 3) -> None:
        self._level = level

    def inline(self, text: str) -> str:
        """Return a text for one line, as safe markup."""
        return Markup(super().inline(text))  # noqa: S704  # every letter went through escape

    def blocks(self, text: str) -> str:
        """Return the whole text, as safe markup."""
        return Markup(super().blocks(text))  # noqa: S704  # every letter went through escape

    def letters(self, text: str) -> str:
        """Return the letters, escaped; control characters, which HTML cannot hold, are shown."""
        return str(escape(_CONTROLS.sub(STAND_IN, text)))

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
        """Return a small heading, never higher than its surroundings allow."""
        tag = f"h{min(6, self._level + max(0, level - 2))}"
        return f"<{tag}>{content}</{tag}>"

    def list_of(self, items: list[str], start: int | None) -> str:
        """Return a list."""
        body = "".join(f"<li>{item}</li>" for item in items)
        return f"<ul>{body}</ul>" if start is None else f'<ol start="{start}">{body}</ol>'

"""Values and CommonMark to Typst. Every string goes in as an escaped literal, never as markup."""

from __future__ import annotations

from collections.abc import Mapping

from coachkit.export.glyphs import Letters
from coachkit.export.markdown import Renderer

_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})
_CALLS = {
    "strong": "vet",
    "emphasis": "cursief",
    "strikethrough": "doorgehaald",
    "paragraph": "alinea",
    "quote": "citaat",
}


class TypstWriter(Renderer):
    """Writes Typst code that calls the functions of ``templates/typst``."""

    def __init__(self, letters: Letters) -> None:
        self._letters = letters

    def value(self, value: object) -> str:
        """Return a Python value as a Typst value.

        Raises:
            TypeError: a value that has no counterpart in Typst.

        """
        if value is None:
            return "none"
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, int):
            return str(value)
        if isinstance(value, str):
            return f'"{self._letters.clean(value).translate(_ESCAPES)}"'
        if isinstance(value, Mapping):
            pairs = ", ".join(f"{self.value(str(k))}: {self.value(v)}" for k, v in value.items())
            return f"({pairs or ':'})"
        if isinstance(value, list | tuple):
            return "(" + "".join(f"{self.value(item)}, " for item in value).rstrip(" ") + ")"
        raise TypeError(f"{type(value).__name__} has no counterpart in Typst")

    def join(self, parts: list[str]) -> str:
        """Return parts as one block of code."""
        return "; ".join(part for part in parts if part)

    def letters(self, text: str) -> str:
        """Return plain letters."""
        return f"t({self.value(text)})" if text else ""

    def wrapped(self, kind: str, content: str) -> str:
        """Return the content in its call."""
        return f"{_CALLS[kind]}({{ {content} }})"

    def code(self, text: str, *, block: bool) -> str:
        """Return code."""
        return f"{'code' if block else 'code-inline'}({self.value(text)})"

    def link(self, url: str, content: str) -> str:
        """Return a link."""
        return f"koppeling({self.value(url)}, {{ {content} }})"

    def line_break(self) -> str:
        """Return a forced new line."""
        return "regelbreuk()"

    def rule(self) -> str:
        """Return a line across the page."""
        return "lijn()"

    def heading(self, level: int, content: str) -> str:
        """Return a small heading."""
        return f"kop({max(1, min(3, level - 1))}, {{ {content} }})"

    def list_of(self, items: list[str], start: int | None) -> str:
        """Return a list."""
        body = "".join(f"{{ {item} }}, " for item in items).rstrip(" ")
        return f"lijst(({body}))" if start is None else f"genummerd(start: {start}, ({body}))"

    def table(self, head: list[str], rows: list[list[str]]) -> str:
        """Return a table."""
        head_cells, *cells = [
            "".join(f"{{ {c} }}, " for c in row).rstrip(" ") for row in (head, *rows)
        ]
        body = "".join(f"({row}), " for row in cells).rstrip(" ")
        return f"overzicht(({head_cells}), ({body}))"

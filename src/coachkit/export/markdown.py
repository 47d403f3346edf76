"""CommonMark, as a coach may write it in JupyterLab, to other languages.

A renderer walks over what mistune parsed. What it does not know (HTML, pictures) it shows as the
letters that were written: nothing is lost, and nothing is run.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from itertools import groupby
from typing import Any

import mistune

Token = dict[str, Any]

_MAX_URL = 2000
"""In characters; Typst takes no links of over 8000."""
_SAFE_LINKS = ("http://", "https://", "mailto:", "tel:")
_parse = mistune.create_markdown(renderer="ast", plugins=["strikethrough", "table"])


@lru_cache(maxsize=500)
def tokens_of(text: str) -> tuple[Token, ...]:
    """Return the block tokens of a text; callers must not change them."""
    parsed = _parse(text)
    assert isinstance(parsed, list)  # noqa: S101  # what mistune returns without a renderer
    return tuple(token for token in parsed if token["type"] != "blank_line")


class Renderer(ABC):
    """Turns CommonMark into another language; a subclass says how that writes each thing."""

    def under(self, level: int) -> Renderer:
        """Return the renderer for texts of which the highest heading has this level."""
        return self

    def blocks(self, text: str) -> str:
        """Return the whole text: paragraphs, lists, small headings."""
        return self._blocks(tokens_of(text))

    def inline(self, text: str) -> str:
        """Return a text for one line, as a heading; paragraphs and list items become lines."""
        parts: list[str] = []
        for line in self._lines(tokens_of(text)):
            parts += [self.line_break(), line] if parts else [line]
        return self.join(parts)

    @abstractmethod
    def letters(self, text: str) -> str:
        """Return plain letters."""

    @abstractmethod
    def wrapped(self, kind: str, content: str) -> str:
        """Return ``strong``, ``emphasis``, ``strikethrough``, ``paragraph`` or ``quote``."""

    @abstractmethod
    def code(self, text: str, *, block: bool) -> str:
        """Return code."""

    @abstractmethod
    def link(self, url: str, content: str) -> str:
        """Return a link to an address that is safe."""

    @abstractmethod
    def line_break(self) -> str:
        """Return a forced new line."""

    @abstractmethod
    def rule(self) -> str:
        """Return a line across the page."""

    @abstractmethod
    def heading(self, level: int, content: str) -> str:
        """Return a small heading; level 1 is the highest that a coach can write."""

    @abstractmethod
    def list_of(self, items: list[str], start: int | None) -> str:
        """Return a list; ``start`` is the first number, or ``None`` for bullets."""

    @abstractmethod
    def table(self, head: list[str], rows: list[list[str]]) -> str:
        """Return a table; each row has as many cells as the head."""

    def join(self, parts: list[str]) -> str:
        """Return parts one after the other."""
        return "".join(parts)

    def _inline(self, tokens: list[Token]) -> str:
        return self.join([self._inline_token(token) for token in _together(tokens)])

    def _inline_token(self, token: Token) -> str:
        kind = token["type"]
        if kind in ("strong", "emphasis", "strikethrough"):
            return self.wrapped(kind, self._inline(token["children"]))
        if kind == "codespan":
            return self.code(token["raw"], block=False)
        if kind == "linebreak":
            return self.line_break()
        if kind == "softbreak":
            return self.letters(" ")
        if kind in ("link", "image"):
            return self._link(token)
        return self.letters(token.get("raw", ""))

    def _link(self, token: Token) -> str:
        content = self._inline(token["children"])
        url = str(token["attrs"]["url"])
        if token["type"] == "image":
            return self.join([self.letters("[afbeelding: "), content, self.letters("]")])
        if url.lower().startswith(_SAFE_LINKS) and len(url) <= _MAX_URL:
            return self.link(url, content)
        return self.join([content, self.letters(f" ({url})")])

    def _blocks(self, tokens: tuple[Token, ...] | list[Token]) -> str:
        return self.join([self._block(t) for t in tokens if t["type"] != "blank_line"])

    def _block(self, token: Token) -> str:
        drawers: Mapping[str, Callable[[Token], str]] = {
            "heading": lambda t: self.heading(t["attrs"]["level"], self._inline(t["children"])),
            "list": self._list,
            "table": self._table,
            "block_quote": lambda t: self.wrapped("quote", self._blocks(t["children"])),
            "thematic_break": lambda _: self.rule(),
            "block_code": lambda t: self.code(t["raw"].rstrip("\n"), block=True),
            "block_html": lambda t: self.wrapped("paragraph", self.letters(t["raw"].strip())),
        }
        drawer = drawers.get(token["type"])
        return (
            drawer(token) if drawer else self.wrapped("paragraph", self._inline(token["children"]))
        )

    def _table(self, token: Token) -> str:
        head, *bodies = token["children"]
        rows = [row["children"] for body in bodies for row in body["children"]]
        head_cells, *cells = [
            [self._inline(c["children"]) for c in r] for r in (head["children"], *rows)
        ]
        return self.table(head_cells, cells)

    def _list(self, token: Token) -> str:
        attributes = token["attrs"]
        start = int(attributes.get("start", 1)) if attributes["ordered"] else None
        items = []
        for item in token["children"]:
            inner = [t for t in item["children"] if t["type"] != "blank_line"]
            lone = len(inner) == 1 and inner[0]["type"] in ("block_text", "paragraph")
            items.append(self._inline(inner[0]["children"]) if lone else self._blocks(inner))
        return self.list_of(items, start)

    def _lines(self, tokens: tuple[Token, ...] | list[Token]) -> list[str]:
        lines = []
        for token in tokens:
            if token["type"] == "list":
                first = int(token["attrs"].get("start", 1))
                for number, item in enumerate(token["children"], first):
                    mark = f"{number}. " if token["attrs"]["ordered"] else "• "
                    inner = self._lines(item["children"])
                    lines += [self.join([self.letters(mark), line]) for line in inner]
            elif token["type"] == "block_quote":
                lines += self._lines(token["children"])
            elif "children" in token:
                lines.append(self._inline(token["children"]))
            elif token.get("raw", "").strip():
                lines.append(self.letters(token["raw"].strip()))
        return lines


def _together(tokens: list[Token]) -> Iterator[Token]:
    """Yield the tokens, letters that an escape set apart put together: a word stays one word."""
    for kind, group in groupby(tokens, key=lambda token: token["type"]):
        if kind == "text":
            yield {"type": "text", "raw": "".join(token["raw"] for token in group)}
        else:
            yield from group


class PlainRenderer(Renderer):
    """Writes the letters alone, for titles, bookmarks and tooltips."""

    def letters(self, text: str) -> str:
        """Return the text itself."""
        return text

    def wrapped(self, kind: str, content: str) -> str:
        """Return the content, a paragraph on a line of its own."""
        return f"{content}\n" if kind == "paragraph" else content

    def code(self, text: str, *, block: bool) -> str:
        """Return the code itself."""
        return f"{text}\n" if block else text

    def link(self, url: str, content: str) -> str:
        """Return the words of the link."""
        return content

    def line_break(self) -> str:
        """Return a space."""
        return " "

    def rule(self) -> str:
        """Return nothing."""
        return ""

    def heading(self, level: int, content: str) -> str:
        """Return the words on a line of their own."""
        return f"{content}\n"

    def list_of(self, items: list[str], start: int | None) -> str:
        """Return the items on lines of their own."""
        return "".join(f"{item}\n" for item in items)

    def table(self, head: list[str], rows: list[list[str]]) -> str:
        """Return the rows on lines of their own."""
        return "".join(f"{' '.join(row)}\n" for row in (head, *rows))


def plain_text(text: str) -> str:
    """Return the letters of a CommonMark text, on one line."""
    return " ".join(PlainRenderer().blocks(text).split())

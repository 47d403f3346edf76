"""How an invitation is worded: sentences, lists, numbers, and facts that stay letters."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coachkit.language.dates import listed

_SHORTENED = ("bijv", "o.a", "i.p.v", "t.w.v", "ca", "dr", "drs", "mr", "evt", "incl", "excl", "nr")
_ENDS = re.compile(
    r"(?<=[.!?…])"
    + "".join(rf"(?<!\b{re.escape(word)}\.)" for word in _SHORTENED)
    + r"\s+(?=[^a-z\s])|(?<=[.!?…]['’\"”])\s+(?=[^a-z\s])"
)
_NUMBERS = (
    *("nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf"),
    *("twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien"),
    "twintig",
)
_JOINED = re.compile(r"\b(?:en|of)\b")
_MARKDOWN = re.compile(r"[\\`*\[\]<>~|]|&(?=[\w#]+;)|(?<!\w)_|_(?!\w)|\A[#+=-]")
_NUMBERED = re.compile(r"\A(\d+)(?=[.)](?:\s|\Z))")
_EMPHASIS = re.compile(r"\*+([^*]+)\*+")


def sentences(text: str) -> list[str]:
    """Return the sentences of a text."""
    return [part for part in _ENDS.split(text.strip()) if part]


def closed(text: str) -> str:
    """Return a text with a full stop, unless it ends in a sign of its own."""
    return text if text.rstrip("'’\"”)")[-1:] in (*".!?…:",) else f"{text}."


def number(count: int) -> str:
    """Return a small number in words."""
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


def enumeration(items: Sequence[str]) -> str:
    """Return items as a list in a sentence of which the parts stay clear.

    >>> enumeration(["kiezen en delen", "wachten"])
    'kiezen en delen, en wachten'
    """
    if any(mark in item for item in items for mark in ",;:"):
        return "; en ".join(("; ".join(items[:-1]), items[-1]))
    if any(_JOINED.search(item) for item in items):
        return ", en ".join((", ".join(items[:-1]), items[-1]))
    return listed(items)


def as_markdown(text: str) -> str:
    """Return a fact as Markdown that shows the very same letters."""
    escaped = _MARKDOWN.sub(lambda found: "\\" + found[0], text)
    return _NUMBERED.sub(r"\1\\", escaped)


def without_marks(text: str) -> str:
    """Return a sentence of a recipe for plain text: quotes where Markdown has asterisks."""
    return _EMPHASIS.sub(r"'\1'", text)

"""Sentences as words: what stands in quotes or slots is one opaque word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

OPAQUE = "\N{OBJECT REPLACEMENT CHARACTER}"
"""What a slot or a quote is called in small letters: no word of any class."""

_TOKEN = re.compile(
    r"""
    (?P<slot>\{\{.*?\}\}|\{%.*?%\})
    | (?P<quote>“[^”]*”|"[^"]*"|„[^”“"]*[”“"]|«[^»]*»
        |(?<!\w)‘(?![stnm]\b)[^‘]*?’(?!\w)
        |(?<![\w’'])'(?![stnm]\b)[^']*?(?:'\w[^']*?)*'(?!\w))
    | (?P<word>[’'‘`](?:[stnm]|ie)\b|\w+(?:[-’'/]\w+)*)
    | (?P<mark>[^\w\s])
    """,
    re.VERBOSE | re.DOTALL,
)
_ENDS = frozenset(".?!…\n")


@dataclass(frozen=True)
class Token:
    """One word, mark, slot or quote, with its place in the text."""

    text: str
    low: str
    kind: str
    start: int

    @property
    def end(self) -> int:
        """The place just behind it."""
        return self.start + len(self.text)


def sentences(text: str) -> Iterator[list[Token]]:
    """Yield the sentences of a text, each with its closing mark."""
    sentence: list[Token] = []
    previous_end = 0
    for token in _tokens(text):
        if "\n\n" in text[previous_end : token.start] and sentence:
            yield sentence
            sentence = []
        sentence.append(token)
        previous_end = token.end
        if token.kind == "mark" and token.text in _ENDS:
            yield sentence
            sentence = []
    if sentence:
        yield sentence


def _tokens(text: str) -> Iterator[Token]:
    for found in _TOKEN.finditer(text):
        kind = str(found.lastgroup)
        low = found[0].lower().replace("’", "'") if kind in ("word", "mark") else OPAQUE
        yield Token(found[0], low, kind, found.start())

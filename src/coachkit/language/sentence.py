"""Take a Dutch text apart: quotes and slots out of the way, then sentences and words.

What stands in quotes is somebody's words, and what comes into a slot is not known yet: both are
replaced by a plain word, so that only the writer's own language is looked at.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

QUOTED = "citaat"
"""The word that stands for a quotation."""

# An infinitive stands for a goal, a plain noun for everything else.
_SLOT_WORDS = {
    "naam": "Naam",
    "coach": "Naam",
    "doel.te": "te wandelen",
    "doel.nominaal": "wandelen",
    "doel.citaat": QUOTED,
    "vorige.stap": "dat",
    "vorige.antwoord": QUOTED,
}
_OTHER_SLOT = "vriend"

_SLOT = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
_ABBREVIATION = r"(?<!\bbijv)(?<!\bbv)(?<!\bbijvoorb)(?<!\bo\.a)(?<!\bd\.w\.z)(?<!\benz)(?<!\bnr)"
# In *1. wat lukt, 2. wat beter kan* the dots end no sentence.
_NOT_COUNTED = r"(?!(?<=\d\.)\s+[a-z])"
_SENTENCE = re.compile(
    rf"(.+?)(?:([.!?…]*\?[.!?…]*|…|!+|{_ABBREVIATION}\.+)(?=\s|$){_NOT_COUNTED}|$)", re.DOTALL
)
_TOKEN = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*['’]?|[,:;()–—]", re.UNICODE)
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*", re.UNICODE)

_PAIRS = (
    *(("“", "”"), ("„", "”"), ("„", "“"), ("«", "»"), ("»", "«")),
    *(("‘", "’"), ("‚", "’"), ("‹", "›")),
)
_QUOTE = re.compile(
    '"[^"]*"|'
    + "|".join(rf"(?<!\w){a}[^{a}]*?{b}(?!\w)" for a, b in _PAIRS)
    + r"|(?<!\w)'(?![snktmr]\b)[^']*(?:\w'\w[^']*)*'(?!\w)|(?<!\w)``.*?''"
)


@dataclass(frozen=True)
class Sentence:
    """One sentence: its words in small letters, commas and colons among them, and its end mark."""

    text: str
    mark: str = ""

    @property
    def asks(self) -> bool:
        """Whether a question mark ends it."""
        return "?" in self.mark

    @cached_property
    def tokens(self) -> tuple[str, ...]:
        """The words and the marks inside, in small letters."""
        return tuple(token.lower() for token in _TOKEN.findall(self.text))

    @cached_property
    def segments(self) -> tuple[tuple[str, ...], ...]:
        """The words between commas, colons, dashes and brackets."""
        found: list[list[str]] = [[]]
        for token in self.tokens:
            if token in _MARKS:
                found.append([])
            else:
                found[-1].append(token)
        return tuple(tuple(words) for words in found if words)


_MARKS = frozenset(",:;()–—")


def plain(text: str) -> str:
    """Return the text with a plain word for each slot and each quotation, on one line.

    >>> plain("Wat doe je als iemand vraagt: 'Waarom drink je niet?'")
    'Wat doe je als iemand vraagt: citaat?'
    """
    filled = without_slots(text)
    bare = _QUOTE.sub(_stand_in, filled)
    return " ".join(bare.split())


def without_slots(text: str) -> str:
    """Return the text with a plain word for each slot."""
    if "{{" not in text:
        return text
    return _SLOT.sub(lambda found: _SLOT_WORDS.get(found[1], _OTHER_SLOT), text)


@lru_cache(maxsize=1000)
def sentences(text: str) -> tuple[Sentence, ...]:
    """Split a text, best one that is :func:`plain`, into sentences."""
    found = _SENTENCE.finditer(text)
    return tuple(Sentence(m[1].strip(), m[2] or "") for m in found if _WORD.search(m[1]))


def words(text: str) -> list[str]:
    """Return the words of a text as they are written."""
    return list(_words(text))


@lru_cache(maxsize=1000)
def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text))


def _stand_in(found: re.Match[str]) -> str:
    """Keep the end mark of a quotation that ends a sentence."""
    mark = found[0][1:-1].rstrip()[-1:]
    after = found.string[found.end() :].lstrip(" )")
    if mark not in ("?", "!", ".", "…"):
        return QUOTED
    if not after.strip("."):
        return QUOTED + mark
    return QUOTED + ("." if after[0].isupper() else "")

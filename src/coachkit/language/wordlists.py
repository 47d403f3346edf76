"""The word lists that stand as files in ``language/data``, and what of them occurs in a text."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "data"
_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*%?", re.UNICODE)


@cache
def word_list(name: str) -> frozenset[str]:
    """Return the entries of ``lint-NAME.txt``: one or more on a line, with commas between them."""
    text = (_FOLDER / f"lint-{name}.txt").read_text(encoding="utf-8")
    lines = (line.partition("#")[0] for line in text.splitlines())
    return frozenset(entry.strip() for line in lines for entry in line.split(",") if entry.strip())


@cache
def patterns(name: str) -> re.Pattern[str]:
    """Return one pattern of all those in ``lint-patronen-NAME.txt``, one on a line."""
    text = (_FOLDER / f"lint-patronen-{name}.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    joined = "|".join(f"(?:{line})" for line in lines)
    for mark, meaning in _MEANINGS.items():
        joined = joined.replace(mark, meaning)
    return re.compile(joined)


_MEANINGS = {
    "<JE>": "(?:je|jij|u)",
    "<KORT>": r"(?:\w+ ){0,2}?",
    "<GEWOON>": "(?:eens|gewoon|beter|liever|even|een keer|eerst|weer eens|"
    "wat vaker|vaker|wat meer|iets meer)",
    "<DOEN>": "(?:ga|gaat|doe|doet|probeer|probeert|neem|neemt|zoek|zoekt|vraag|vraagt|"
    "bel|belt|stop|begin)",
}


def find_entry(name: str, text: str) -> str:
    """Return the first words of a text that stand in a list; empty when there are none.

    An entry may be several words; one that ends in ``*`` stands for all words that begin so.
    """
    return _finder(name).find(text)


@cache
def _finder(name: str) -> _Finder:
    single, beginnings, phrases = set(), set(), defaultdict(list)
    for entry in word_list(name):
        first, *rest = entry.split()
        if rest:
            phrases[first].append(tuple(rest))
        elif entry.endswith("*"):
            beginnings.add(entry[:-1])
        else:
            single.add(entry)
    heads = frozenset(word[:_HEAD] for word in beginnings)
    return _Finder(frozenset(single), tuple(sorted(beginnings)), heads, dict(phrases))


_HEAD = 4


_NONE: list[tuple[str, ...]] = []


@dataclass(frozen=True)
class _Finder:
    single: frozenset[str]
    beginnings: tuple[str, ...]
    heads: frozenset[str]
    phrases: dict[str, list[tuple[str, ...]]]

    def find(self, text: str) -> str:
        taken = _words(text)
        if self._rules_out(taken):
            return ""
        for place, word in enumerate(taken.small):
            for rest in self.phrases.get(word, _NONE):
                end = place + 1 + len(rest)
                if _fits(rest, taken.small[place + 1 : end]):
                    return " ".join(taken.written[place:end])
            begins = word[:_HEAD] in self.heads and word.startswith(self.beginnings)
            if begins or word in self.single:
                return taken.written[place]
        return ""

    def _rules_out(self, taken: _Words) -> bool:
        """Tell quickly that nothing can be found, as in most texts."""
        return (
            taken.all.isdisjoint(self.single)
            and taken.all.isdisjoint(self.phrases)
            and taken.heads.isdisjoint(self.heads)
        )


@dataclass(frozen=True)
class _Words:
    """The words of a text as they are written and in small letters; which, and their heads."""

    written: tuple[str, ...]
    small: tuple[str, ...]
    all: frozenset[str]
    heads: frozenset[str]


@lru_cache(maxsize=1000)
def _words(text: str) -> _Words:
    written = tuple(_WORD.findall(text))
    small = tuple(word.lower() for word in written)
    return _Words(written, small, frozenset(small), frozenset(word[:_HEAD] for word in small))


def _fits(entry: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Compare words with those of an entry, of which the last may end in ``*``."""
    if len(entry) != len(words) or entry[:-1] != words[:-1]:
        return False
    last = entry[-1]
    return words[-1].startswith(last[:-1]) if last.endswith("*") else words[-1] == last

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
    "bel|belt|stop|begin|schrijf|schrijft|meld|meldt|plan|plant|koop|koopt|huur|huurt|"
    "mail|mailt|app|appt|regel|regelt|leg|legt|zet)",
}


def find_entry(name: str, text: str) -> str:
    """Return the first words of a text that stand in a list; empty when there are none.

    An entry may be several words; one that ends in ``*`` stands for all words that begin so.
    """
    return _finder(name).find(text)


def entries(name: str, text: str) -> list[str]:
    """Return all words and phrases of a text that stand in a list."""
    finder, small = _finder(name), _words(text).small
    found = [word for word in small if finder.has(word)]
    for place, word in enumerate(small):
        found += [
            " ".join((word, *rest))
            for rest in finder.phrases.get(word, _NONE)
            if _fits(rest, small[place + 1 : place + 1 + len(rest)])
        ]
    return found


@cache
def _finder(name: str) -> _Finder:
    single: set[str] = set()
    beginnings, phrases = defaultdict(list), defaultdict(list)
    for entry in word_list(name):
        first, *rest = entry.split()
        if rest:
            phrases[first].append(tuple(rest))
        elif entry.endswith("*"):
            beginnings[entry[:_HEAD]].append(entry[:-1])
        else:
            single.add(entry)
    heads = {head: tuple(words) for head, words in beginnings.items()}
    seconds = {first: frozenset(rest[0] for rest in rests) for first, rests in phrases.items()}
    open_ended = {first for first, words in seconds.items() if any("*" in word for word in words)}
    return _Finder(
        frozenset(single), heads, dict(phrases), seconds, frozenset(seconds), frozenset(open_ended)
    )


_HEAD = 4


_NONE: list[tuple[str, ...]] = []


@dataclass(frozen=True)
class _Finder:
    """A list to look words up in.

    Attributes:
        single: single words.
        beginnings: what words may begin with, by their first letters.
        phrases: by the first word, what comes after it.
        seconds: by the first word, the words that may come next.
        firsts: the first words.
        open_ended: first words with a beginning of a word behind them.

    """

    single: frozenset[str]
    beginnings: dict[str, tuple[str, ...]]
    phrases: dict[str, list[tuple[str, ...]]]
    seconds: dict[str, frozenset[str]]
    firsts: frozenset[str]
    open_ended: frozenset[str]

    def find(self, text: str) -> str:
        taken = _words(text)
        if self._rules_out(taken):
            return ""
        for place, word in enumerate(taken.small):
            for rest in self.phrases.get(word, _NONE):
                end = place + 1 + len(rest)
                if _fits(rest, taken.small[place + 1 : end]):
                    return " ".join(taken.written[place:end])
            if self.has(word):
                return taken.written[place]
        return ""

    def has(self, word: str) -> bool:
        """Tell whether a word is an entry, or begins as one."""
        return word in self.single or word.startswith(self.beginnings.get(word[:_HEAD], ()))

    def _rules_out(self, taken: _Words) -> bool:
        """Tell quickly that nothing can be found, as in most texts."""
        return (
            taken.all.isdisjoint(self.single)
            and taken.heads.isdisjoint(self.beginnings)
            and taken.all.isdisjoint(self.open_ended)
            and all(taken.all.isdisjoint(self.seconds[first]) for first in taken.all & self.firsts)
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

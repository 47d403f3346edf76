"""How common a Dutch word is, on the Zipf scale: 3 is once in a million words, 6 is very common.

Figures are those of wordfreq (Speer 2022). Dutch writes compounds as one word, which makes easy
words rare (``rommellade``), so a compound counts as its rarest part.
"""

from __future__ import annotations

from functools import lru_cache

RARE = 2.6
"""Below this a word is rare."""

_SHORTEST_PART = 3
_LONGEST = 60
_LINKS = ("", "s", "en", "e", "er", "-")
_KNOWN_PART = 3.2


@lru_cache(maxsize=50_000)
def zipf(word: str, language: str = "nl") -> float:
    """Return the Zipf frequency of a word as it stands; 0 when it is not known."""
    from wordfreq import zipf_frequency  # noqa: PLC0415  # reads its lists

    return float(zipf_frequency(word.lower(), language))


@lru_cache(maxsize=50_000)
def commonness(word: str) -> float:
    """Return the Zipf frequency of a word, or that of the rarest part of a compound.

    >>> commonness("rommellade") > RARE > commonness("ambivalentie")
    True
    """
    own = zipf(word)
    if own >= _KNOWN_PART or not 2 * _SHORTEST_PART <= len(word) <= _LONGEST:
        return own
    return max(own, max((min(map(zipf, parts)) for parts in splits(word)), default=0.0))


def splits(word: str) -> list[tuple[str, str]]:
    """Return the ways to read a word as a compound of two words that are common."""
    found = []
    small = word.lower()
    for place in range(_SHORTEST_PART, len(small) - _SHORTEST_PART + 1):
        last = small[place:]
        if zipf(last) < _KNOWN_PART:
            continue
        first = _first_part(small[:place])
        if first:
            found.append((first, last))
    return found


def _first_part(text: str) -> str:
    """Return the word that a first part is, without what links it to the second."""
    for link in _LINKS:
        bare = text.removesuffix(link) if link else text
        if len(bare) >= _SHORTEST_PART and zipf(bare) >= _KNOWN_PART:
            return bare
    return ""

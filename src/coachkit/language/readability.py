"""How hard a Dutch text reads: Flesch-Douma, an indication and no more.

``206.835 - 0.93 * words per sentence - 77 * syllables per word`` (Douma 1960, after Flesch 1948).
High is easy; below 30 is hard.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from coachkit.language.sentence import sentences, words

if TYPE_CHECKING:
    from pyphen import Pyphen  # type: ignore[import-untyped]

HARD = 30.0

_NUCLEUS = re.compile(
    r"aai|ooi|oei|eeuw|ieuw|aa|ee|oo|uu|ie|oe|eu|ui|ij|ei|au|ou|ë|ï|ö|ü|é|è|ê|[aeiouy]"
)


def flesch_douma(text: str) -> float:
    """Return the reading ease of a text; without words it is 100."""
    found = words(text)
    if not found:
        return 100.0
    count = max(1, len(sentences(text)))
    syllables_per_word = sum(map(syllables, found)) / len(found)
    return 206.835 - 0.93 * len(found) / count - 77 * syllables_per_word


@lru_cache(maxsize=20_000)
def syllables(word: str) -> int:
    """Return how many syllables a word has, at least one.

    Hyphenation leaves single letters alone (``idee``), so the vowels are counted as well.
    """
    small = word.lower()
    return max(1, len(_hyphenation().positions(small)) + 1, len(_NUCLEUS.findall(small)))


@cache
def _hyphenation() -> Pyphen:
    from pyphen import Pyphen  # noqa: PLC0415  # reads its patterns

    return Pyphen(lang="nl_NL")

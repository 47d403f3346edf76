"""Near-duplicates: questions that are almost the same.

Two questions are alike when rapidfuzz's ``token_set_ratio`` is 88 or more. That is slow for all
pairs of a large bank, so most are ruled out first, by two bounds that lose nothing. The ratio is
the best of: (a) what both share against what one has, for which the shared words must hold 78
percent of the letters of one of them; (b) both as a whole, for which their letters, in whatever
order, may differ by 12 percent of all.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy

LIMIT = 88.0

_UNSHARED = 2 * (100 - LIMIT) / LIMIT
_APART = (100 - LIMIT) / 100
_ROUNDING = 1e-6
_BINS = 32
_BLOCK = 64


def near_pairs(texts: Sequence[str], groups: Sequence[object]) -> list[tuple[int, int]]:
    """Return all pairs of texts that are alike, of different groups, as places."""
    from rapidfuzz import fuzz, utils  # noqa: PLC0415  # only when pairs are looked for

    sets = [frozenset(utils.default_process(text).split()) for text in texts]
    joined = [" ".join(sorted(tokens)) for tokens in sets]
    found = []
    for first, second in sorted({*_sharing(sets), *_same_letters(joined)}):
        if groups[first] == groups[second] or not sets[first] or not sets[second]:
            continue
        if fuzz.token_set_ratio(joined[first], joined[second], score_cutoff=LIMIT) >= LIMIT:
            found.append((first, second))
    return found


def _sharing(sets: Sequence[frozenset[str]]) -> Iterator[tuple[int, int]]:
    """Yield pairs of which one may share enough words: it shares one of its rarest.

    ``2s / (2s + d)`` is the ratio of the shared part ``s`` to that with the rest ``d`` of one text
    behind it. So ``d`` is at most ``_UNSHARED * s``, and words that hold more than that part of a
    text cannot all be missing from the other.
    """
    counts = Counter(token for tokens in sets for token in tokens)
    postings = defaultdict(list)
    for place, tokens in enumerate(sets):
        for token in tokens:
            postings[token].append(place)
    for place, tokens in enumerate(sets):
        spare = sum(len(token) + 1 for token in tokens) * _UNSHARED / (1 + _UNSHARED)
        partners: set[int] = set()
        for token in sorted(tokens, key=lambda token: (counts[token], token)):
            partners.update(postings[token])
            spare -= len(token) + 1
            if spare < -_ROUNDING:
                break
        for other in partners:
            if other != place:
                yield min(place, other), max(place, other)


def _same_letters(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield pairs with nearly the same letters: an edit changes one letter's count by one."""
    import numpy as np  # noqa: PLC0415  # only when pairs are looked for

    order = sorted(range(len(texts)), key=lambda place: len(texts[place]))
    lengths = np.array([len(texts[place]) for place in order])
    bags = np.array([_bag(texts[place]) for place in order], dtype=np.int16).reshape(-1, _BINS)
    for start in range(0, len(order), _BLOCK):
        block = slice(start, start + _BLOCK)
        longest = int(lengths[block].max()) * (1 + _APART) / (1 - _APART)
        end = int(np.searchsorted(lengths, longest, side="right"))
        for one, two in _close(bags, lengths, block, end):
            yield min(order[one], order[two]), max(order[one], order[two])


def _close(
    bags: numpy.ndarray, lengths: numpy.ndarray, block: slice, end: int
) -> Iterator[tuple[int, int]]:
    """Yield places (in the order of lengths) whose bags of letters differ little enough."""
    import numpy as np  # noqa: PLC0415  # only when pairs are looked for

    window = slice(block.start, end)
    apart = np.zeros((len(bags[block]), end - block.start), dtype=np.int16)
    for letter in range(_BINS):
        apart += np.abs(bags[block, letter][:, None] - bags[window, letter][None, :])
    allowed = _APART * (lengths[block][:, None] + lengths[window][None, :]) + _ROUNDING
    for one, two in np.argwhere(apart <= allowed):
        if one < two:
            yield block.start + int(one), block.start + int(two)


def _bag(text: str) -> list[int]:
    """Count letters in few bins; letters that share a bin only make two bags look more alike."""
    bag = [0] * _BINS
    for letter in text:
        bag[ord(letter) % _BINS] += 1
    return bag

"""Near-duplicates: questions that are almost the same.

Two questions are alike when rapidfuzz's ``token_set_ratio`` is 88 or more. That is slow for all
pairs of a large bank, so most are ruled out first, by two bounds that lose nothing. The ratio is
the best of: (a) what both share against what one has, for which the shared words must hold 78
percent of the letters of one of them; (b) both as a whole, for which their letters, in whatever
order, may differ by 12 percent of all.

Texts stand in groups, such as the wordings of one pattern, and of two groups one pair is enough.
So the search goes text by text, and leaves out a group once it was found: a few patterns have
millions of pairs, and none of them is kept.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy

LIMIT = 88.0

_UNSHARED = 2 * (100 - LIMIT) / LIMIT
_APART = (100 - LIMIT) / 100
_ROUNDING = 1e-6
_BINS = 32


def near_pairs(texts: Sequence[str], groups: Sequence[object]) -> Iterator[tuple[int, int]]:
    """Yield the places of texts that are alike: one pair of each two groups that have any.

    Of groups that stand one behind the other it is the first pair.
    """
    numbers = {group: number for number, group in enumerate(dict.fromkeys(groups))}
    members: list[list[int]] = [[] for _ in numbers]
    for place, group in enumerate(groups):
        members[numbers[group]].append(place)
    search = _Search(texts, [numbers[group] for group in groups])
    for number, places in enumerate(members):
        yield from search.pairs_of(places, number)


class KnownTexts:
    """Texts that were taken apart once, to compare one with while somebody is typing it."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._joined = [_joined(_words_of(text)) for text in texts]

    def near(self, text: str) -> list[tuple[int, int]]:
        """Return the places of the texts that are like this one, with the ratio in percent.

        The most like it come first; of equals the one that stands first.
        """
        from rapidfuzz import fuzz, process  # noqa: PLC0415  # only when pairs are looked for

        joined = _joined(_words_of(text))
        if not joined:
            return []
        found = process.extract(
            joined,
            self._joined,
            scorer=fuzz.token_set_ratio,
            processor=None,
            score_cutoff=LIMIT,
            limit=None,
        )
        return [(place, int(ratio)) for _, ratio, place in found]


class _Search:
    """Texts, taken apart so that most that are not like a given one are never looked at."""

    def __init__(self, texts: Sequence[str], groups: Sequence[int]) -> None:
        import numpy as np  # noqa: PLC0415  # only when pairs are looked for

        words = [_words_of(text) for text in texts]
        counts = Counter(word for found in words for word in found)
        self._words = words
        self._rarest = [_rarest(found, counts) for found in words]
        self._having = _places_by_word(words)
        self._rarest_having = _places_by_word(self._rarest)
        self._joined = [_joined(found) for found in words]
        lengths = np.array([len(text) for text in self._joined], dtype=np.int64)
        self._order = np.argsort(lengths, kind="stable")
        self._lengths = lengths[self._order]
        bags = np.array([_bag(text) for text in self._joined], dtype=np.int32).reshape(-1, _BINS)
        self._bags = np.ascontiguousarray(bags[self._order].T)
        self._groups = groups
        self._count = max(groups, default=0) + 1
        self._group_of = np.array(groups, dtype=np.int64)

    def pairs_of(self, places: Iterable[int], group: int) -> Iterator[tuple[int, int]]:
        """Yield one pair for each later group that is like this one, whose places are given."""
        import numpy as np  # noqa: PLC0415  # only when pairs are looked for
        from rapidfuzz import fuzz  # noqa: PLC0415

        left = np.arange(self._count) > group
        for first in places:
            if not left.any():
                return
            one = self._joined[first]
            for second in self._candidates(first, left):
                two = self._joined[second]
                if left[self._groups[second]] and (
                    one == two or fuzz.token_set_ratio(one, two, score_cutoff=LIMIT) >= LIMIT
                ):
                    left[self._groups[second]] = False
                    yield min(first, second), max(first, second)

    def _candidates(self, place: int, left: numpy.ndarray) -> list[int]:
        """Return the places, in the groups that are left, that may be like a text."""
        import numpy as np  # noqa: PLC0415  # only when pairs are looked for

        if not self._words[place]:
            return []
        wanted = left[self._group_of]
        found = np.zeros(len(wanted), dtype=bool)
        for word in self._rarest[place]:
            found[self._having[word]] = True
        for word in self._words[place]:
            found[self._rarest_having.get(word, [])] = True
        found[self._same_letters(place, wanted)] = True
        places: list[int] = np.flatnonzero(found & wanted).tolist()
        return places

    def _same_letters(self, place: int, wanted: numpy.ndarray) -> numpy.ndarray:
        """Return places with nearly the same letters: an edit changes one count of a letter."""
        import numpy as np  # noqa: PLC0415  # only when pairs are looked for

        length = len(self._joined[place])
        shortest = length * (1 - _APART) / (1 + _APART) - _ROUNDING
        longest = length * (1 + _APART) / (1 - _APART) + _ROUNDING
        start, end = np.searchsorted(self._lengths, (shortest, longest))
        near = start + np.flatnonzero(wanted[self._order[start:end]])
        bag = np.array(_bag(self._joined[place]), dtype=np.int32)
        apart = np.abs(self._bags[:, near] - bag[:, None]).sum(axis=0)
        allowed = _APART * (self._lengths[near] + length) + _ROUNDING
        places: numpy.ndarray = self._order[near[apart <= allowed]]
        return places


def _words_of(text: str) -> frozenset[str]:
    from rapidfuzz import utils  # noqa: PLC0415  # only when pairs are looked for

    return frozenset(utils.default_process(text).split())


def _joined(words: frozenset[str]) -> str:
    return " ".join(sorted(words))


def _rarest(words: frozenset[str], counts: Mapping[str, int]) -> list[str]:
    """Return the rarest words of a text: one that shares enough with it has one of these.

    ``2s / (2s + d)`` is the ratio of the shared part ``s`` to that with the rest ``d`` of one text
    behind it. So ``d`` is at most ``_UNSHARED * s``, and words that hold more than that part of a
    text cannot all be missing from the other.
    """
    spare = sum(len(word) + 1 for word in words) * _UNSHARED / (1 + _UNSHARED)
    found = []
    for word in sorted(words, key=lambda word: (counts[word], word)):
        found.append(word)
        spare -= len(word) + 1
        if spare < -_ROUNDING:
            break
    return found


def _places_by_word(texts: Iterable[Iterable[str]]) -> dict[str, numpy.ndarray]:
    import numpy as np  # noqa: PLC0415  # only when pairs are looked for

    places = defaultdict(list)
    for place, words in enumerate(texts):
        for word in words:
            places[word].append(place)
    return {word: np.array(found) for word, found in places.items()}


def _bag(text: str) -> list[int]:
    """Count letters in few bins; letters that share a bin only make two bags look more alike."""
    bag = [0] * _BINS
    for letter in text:
        bag[ord(letter) % _BINS] += 1
    return bag

"""The tables of Dutch words that travel with coachkit, and how they are read."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data"
VERBS = "werkwoorden.tsv"
WORDS = "woorden.txt"

_MAX_SHARED = 25
_SHORTEST_PART = 4


def read_rows(name: str) -> Iterator[tuple[str, str]]:
    """Yield the rows of a table: the first column, and the second or an empty text."""
    for line in (DATA / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            first, _, second = line.partition("\t")
            yield first, second


def is_word(word: str) -> bool:
    """Tell whether the list of Dutch words has a word, or two or three words that make it up.

    >>> is_word("huiswerk"), is_word("huiss")
    (True, False)
    """
    known = _known_words()
    if word in known or splits_in_two(word, known):
        return True
    cuts = range(2 * _SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
    return any(word[cut:] in known and splits_in_two(word[:cut], known) for cut in cuts)


def splits_in_two(word: str, words: Collection[str]) -> bool:
    """Tell whether a word is two others, with an *s* between them or not."""
    for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
        if word[cut:] in words:
            head = word[:cut]
            if head in words or (cut > _SHORTEST_PART and head[-1] == "s" and head[:-1] in words):
                return True
    return False


def pack(words: Iterable[str]) -> str:
    r"""Return sorted words as lines; a capital says how many letters are those of the line before.

    >>> pack(["lopen", "loper"])
    'Alopen\nEr\n'
    """
    lines, before = [], ""
    for word in words:
        shared = min(_shared_start(before, word), _MAX_SHARED)
        lines.append(f"{chr(ord('A') + shared)}{word[shared:]}\n")
        before = word
    return "".join(lines)


def unpack(text: str) -> Iterator[str]:
    """Yield the words of :func:`pack`."""
    word = ""
    for line in text.splitlines():
        word = word[: ord(line[0]) - ord("A")] + line[1:]
        yield word


def _shared_start(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    return next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


@cache
def _known_words() -> frozenset[str]:
    packed = (DATA / WORDS).read_text(encoding="utf-8")
    return frozenset(unpack(packed)) | {verb for verb, _ in read_rows("eigen.tsv")}

"""Dutch verbs: is a word an infinitive, where does it split, and how does it sound after *je*."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from coachkit.language.conjugation import IRREGULAR, possible_stems, with_t
from coachkit.language.tables import VERBS, read_rows


@dataclass(frozen=True)
class Verb:
    """A verb: the part that may stand apart, the rest, and the stem of the rest.

    A verb that is not ``sure`` has two meanings, one of which is not separable (*overwerken*).
    """

    prefix: str
    base: str
    base_stem: str
    sure: bool = True

    @property
    def infinitive(self) -> str:
        """The verb as it stands in a dictionary: *opruimen*."""
        return self.prefix + self.base

    @property
    def te(self) -> str:
        """The infinitive with *te*: *op te ruimen*."""
        return f"{self.prefix} te {self.base}".lstrip()

    @property
    def stem(self) -> str:
        """The form after *ik* where nothing splits it: *(dat ik) opruim*."""
        return self.prefix + self.base_stem

    @property
    def you(self) -> str:
        """The form after *je* and *u* where nothing splits it: *(dat je) opruimt*."""
        return self.prefix + with_t(self.base_stem)


def find_verb(word: str) -> Verb | None:
    """Return the verb whose infinitive a word is, in small letters; ``None`` for other words.

    >>> find_verb("opruimen").te, find_verb("voorkomen").te, find_verb("tafel")
    ('op te ruimen', 'te voorkomen', None)
    """
    return _verbs().get(word) or _new_compound(word)


def is_infinitive(word: str) -> bool:
    """Tell whether a word is an infinitive; many are nouns in the plural too (*grenzen*)."""
    return find_verb(word) is not None


def split(word: str) -> tuple[str, str] | None:
    """Return the two parts of a separable infinitive; ``None`` when it is not, or not surely."""
    verb = find_verb(word)
    return (verb.prefix, verb.base) if verb and verb.prefix and verb.sure else None


def verb_of_stem(form: str) -> Verb | None:
    """Return the verb of which a word is the form after *ik* (*loop*, *opruim*, *kan*)."""
    return _by_stem().get(form)


def verb_of_you(form: str) -> Verb | None:
    """Return the verb of which a word is the form after *je* or *u* (*loopt*, *kunt*)."""
    return _by_you().get(form)


# Prefixes that always stand apart, so that a verb no table knows can be made with them.
_PRODUCTIVE = tuple(prefix for prefix, kind in read_rows("voorvoegsels.tsv") if kind == "nieuw")


@cache
def _verbs() -> dict[str, Verb]:
    rows = [*read_rows(VERBS), *read_rows("eigen.tsv")]
    return {verb.infinitive: verb for verb in _read(rows)}


def _read(rows: list[tuple[str, str]]) -> Iterator[Verb]:
    for shown, told in rows:
        prefix, _, base = shown.replace("?", "|").rpartition("|")
        stem = told.removeprefix(prefix) if told else possible_stems(prefix + base)[0]
        yield Verb(prefix, base, stem.removeprefix(prefix), sure="?" not in shown)


def _new_compound(word: str) -> Verb | None:
    for prefix in _PRODUCTIVE:
        base = _verbs().get(word.removeprefix(prefix)) if word.startswith(prefix) else None
        if base and not base.prefix:
            return Verb(prefix, base.base, base.base_stem)
    return None


@cache
def _by_stem() -> dict[str, Verb]:
    return {verb.stem: verb for verb in _best_last()}


@cache
def _by_you() -> dict[str, Verb]:
    return {verb.you: verb for verb in _best_last()}


def _best_last() -> list[Verb]:
    """Return all verbs, the irregular ones last: *kan* is of *kunnen*, not of *kannen*."""
    return sorted(_verbs().values(), key=lambda verb: (verb.base in IRREGULAR, verb.infinitive))

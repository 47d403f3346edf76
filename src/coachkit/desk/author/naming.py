"""Ids for new questions: from the name of their set and from their own words."""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import chain, count

from slugify import slugify

from coachkit.bank.starter import slug_of
from coachkit.vocabulary import Phase, Situation

_SLOT = re.compile(r"\{\{.*?\}\}")
_MAX_LETTERS = 500
_MAX_WORDS = 30
_MARKS = (*Situation, *Phase)
_SMALL = (
    *("wat", "wie", "hoe", "welk", "welke", "waar", "wanneer", "waarmee", "waaraan"),
    *("je", "jij", "jou", "jouw", "u", "uw", "het", "de", "een", "er", "is", "zijn", "dat", "die"),
    *("van", "in", "op", "om", "te", "en", "of", "met", "voor", "aan", "bij", "als", "dan"),
)


def proposed_id(text: str, set_name: str, taken: Collection[str]) -> str:
    """Return an id for a question that no other has, and that a client may see.

    Args:
        text: the question.
        set_name: what its set is called.
        taken: all ids that are in use.

    """
    words = _SLOT.sub(" ", text[:_MAX_LETTERS])
    told = slugify(words, max_length=_MAX_WORDS, word_boundary=True, stopwords=_SMALL)
    told = told or slugify(words, max_length=_MAX_WORDS, word_boundary=True) or "vraag"
    bare = _unmarked(f"{slug_of(set_name[:_MAX_LETTERS], 'vragenset')}-{told}")
    choices = chain([bare], (f"{bare}-{number}" for number in count(2)))
    return next(id_ for id_ in choices if id_ not in taken)


def _unmarked(id_: str) -> str:
    """Return an id without the names of situations and phases: those are for the coach alone."""
    while word := next((each for each in _MARKS if f"-{each}-" in f"-{id_}-"), None):
        id_ = f"-{id_}-".replace(f"-{word}-", "-").strip("-")
    return id_ or "vraag"

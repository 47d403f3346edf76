"""Texts in two forms of address: a key and its companion with ``_u``.

Every model of which texts speak to someone builds on :class:`Addressed`. In Python the companion of
``heading`` is called ``heading_formal``; in YAML ``kop`` and ``kop_u``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Self

from pydantic import BaseModel, ConfigDict

from coachkit.errors import Problem
from coachkit.vocabulary import Form

Loc = tuple[str | int, ...]

_SUFFIX = "_formal"
_FORMAL_WORDS = re.compile(r"\b(?:u|uw|uzelf)\b", re.IGNORECASE)
_INFORMAL_WORDS = re.compile(r"\b(?:je|jij|jou|jouw|jezelf|jouzelf|jullie)\b", re.IGNORECASE)


class Addressed(BaseModel):
    """A model that knows its words for *je* and for *u*."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", validate_by_name=True, validate_by_alias=True
    )

    @classmethod
    def pairs(cls) -> tuple[str, ...]:
        """Return the names of the fields that have a formal companion."""
        return tuple(
            name.removesuffix(_SUFFIX) for name in cls.model_fields if name.endswith(_SUFFIX)
        )

    def in_form(self, form: Form) -> Self:
        """Return a copy that speaks in one form of address, whichever text of a pair is read."""
        changes: dict[str, object] = {}
        for name in self.pairs():
            informal, formal = getattr(self, name), getattr(self, name + _SUFFIX)
            said = (formal or informal) if form == Form.FORMAL else informal
            changes[name] = said
            # A number of rows needs no companion: only words do.
            if isinstance(said, str | tuple):
                changes[name + _SUFFIX] = said
        return self.model_copy(update=changes) if changes else self


def address_problems(model: BaseModel, loc: Loc = ()) -> Iterator[Problem]:
    """Yield what is wrong with the forms of address in a model and all models in it.

    A text that says *je* needs a companion that does not. In a model that ``serves_both``, a text
    that can have no companion may not say *je* at all.
    """
    pairs = model.pairs() if isinstance(model, Addressed) else ()
    serves_both = getattr(type(model), "serves_both", False)
    for name, info in type(model).model_fields.items():
        value, here = getattr(model, name), (*loc, info.alias or name)
        for place, part in _parts(value, here):
            yield from address_problems(part, place)
        if name in pairs:
            companion = type(model).model_fields[name + _SUFFIX].alias or name + _SUFFIX
            formal = getattr(model, name + _SUFFIX)
            yield from _pair_problems(value, formal, here, companion)
        elif serves_both and not name.endswith(_SUFFIX) and speaks_informally(value):
            yield Problem(
                f"'{here[-1]}' zegt je of jij, en staat ook op bladen met u", _CURE_FREE, loc=here
            )


_CURE_FREE = "schrijf het in de ik-vorm, of zonder je"


def _pair_problems(informal: object, formal: object, loc: Loc, other: str) -> Iterator[Problem]:
    key, companion = loc[-1], (*loc[:-1], other)
    if not formal:
        if speaks_informally(informal):
            cure = f"schrijf '{key}' ook in de u-vorm"
            yield Problem(f"'{other}' ontbreekt", cure, "u-vorm-ontbreekt", loc=loc)
        return
    if word := _said_outside_quotes(formal, _TO_ONE):
        message = f"'{other}' zegt '{word}'"
        yield Problem(message, "schrijf het met u en uw", _MIXED, loc=companion)
    if word := _said_outside_quotes(informal, _FORMAL_WORDS):
        yield Problem(f"'{key}' zegt '{word}'", "schrijf het met je", _MIXED, loc=loc)
    if isinstance(informal, tuple) and isinstance(formal, tuple) and len(informal) != len(formal):
        message = f"'{key}' en '{other}' zijn niet even lang"
        yield Problem(message, "geef ze evenveel teksten", loc=companion)


_MIXED = "aanspreekvorm"
_TO_ONE = re.compile(r"\b(?:je|jij|jou|jouw|jezelf|jouzelf)\b", re.IGNORECASE)
"""Words to one person; *jullie* is right for several, also where one of them is *u*."""

_QUOTED = re.compile(r"\"[^\"]*\"|“[^”]*”|„[^”]*”|‘[^’]*’")
"""What another says: that may be *je* in a text with *u*."""


def _said_outside_quotes(value: object, words: re.Pattern[str]) -> str:
    """Return the first of some words that a text says itself; empty when there is none."""
    texts = value if isinstance(value, tuple) else (value,)
    found = (words.search(_QUOTED.sub("", t)) for t in texts if isinstance(t, str))
    return next((match[0] for match in found if match), "")


def _parts(value: object, loc: Loc) -> Iterator[tuple[Loc, BaseModel]]:
    """Yield the models in a value, each with its place."""
    if isinstance(value, BaseModel):
        yield loc, value
    elif isinstance(value, tuple | dict):
        items = value.items() if isinstance(value, dict) else enumerate(value)
        for key, item in items:
            yield from _parts(item, (*loc, key))


def speaks_informally(value: object) -> bool:
    """Tell whether a text, or one of some texts, says *je* to someone."""
    return _said(value, _INFORMAL_WORDS)


def _said(value: object, words: re.Pattern[str]) -> bool:
    texts = value if isinstance(value, tuple) else (value,)
    return any(isinstance(text, str) and words.search(text) for text in texts)

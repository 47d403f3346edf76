"""Texts in two forms of address: a key and its companion with ``_u``.

Every model of which texts speak to someone builds on :class:`Addressed`. In Python the companion of
``heading`` is called ``heading_formal``; in YAML ``kop`` and ``kop_u``.
"""

from __future__ import annotations

import re
from typing import Self

from pydantic import BaseModel, ConfigDict, model_validator

from coachkit.vocabulary import Form

_SUFFIX = "_formal"
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
        """Return a copy that speaks in one form of address only."""
        fields = type(self).model_fields
        changes: dict[str, object] = {}
        for name in self.pairs():
            formal = getattr(self, name + _SUFFIX)
            if form == Form.FORMAL and formal:
                changes[name] = formal
            changes[name + _SUFFIX] = fields[name + _SUFFIX].get_default()
        return self.model_copy(update=changes) if changes else self

    @model_validator(mode="after")
    def _formal_words_are_there(self) -> Self:
        for name in self.pairs():
            plain, formal = getattr(self, name), getattr(self, name + _SUFFIX)
            key = type(self).model_fields[name].alias or name
            if not formal and speaks_informally(plain):
                raise ValueError(f"'{key}_u' ontbreekt; schrijf '{key}' ook in de u-vorm")
            if formal and isinstance(plain, tuple) and len(plain) != len(formal):
                raise ValueError(
                    f"'{key}' en '{key}_u' zijn niet even lang; geef ze evenveel teksten"
                )
        return self


def speaks_informally(value: object) -> bool:
    """Tell whether a text, or one of some texts, says *je* to someone."""
    texts = value if isinstance(value, tuple) else (value,)
    return any(isinstance(text, str) and _INFORMAL_WORDS.search(text) for text in texts)

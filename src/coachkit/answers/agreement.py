"""``afspraak``: an agreement that all parties sign."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, Self

import pydantic

from coachkit.answers.base import Answer, Field
from coachkit.slots import Text


class Agreement(Answer):
    """A text and a signature of each party; ``client`` and ``coach`` become their names."""

    soort: Literal["afspraak"] = "afspraak"
    text: Text | Literal[""] = pydantic.Field("", alias="tekst")
    text_formal: Text | Literal[""] = pydantic.Field("", alias="tekst_u")
    parties: tuple[Text, ...] = pydantic.Field(
        ("client", "coach"), alias="partijen", min_length=1, max_length=3
    )
    lines: int = pydantic.Field(3, alias="regels", ge=1, le=10)

    def for_people(self, people: Mapping[str, str]) -> Self:
        """Return a copy with the parties by name."""
        parties = tuple(people.get(party, party) for party in self.parties)
        return self.model_copy(update={"parties": parties})

    def fields(self, name: str) -> tuple[Field, ...]:
        """Return a text box for the agreement, and for each party a name and a date."""
        signatures = [
            field
            for i, party in enumerate(self.parties)
            for field in (
                Field(f"{name}_naam_{i}", "text", f"{party}, naam"),
                Field(f"{name}_datum_{i}", "date", f"{party}, datum"),
            )
        ]
        return (Field(f"{name}_tekst", "text", self.text), *signatures)

"""``afspraak``: an agreement that all parties sign."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

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

    def spec(self, people: Mapping[str, str]) -> dict[str, object]:
        """Return what the templates get, with the parties by name."""
        parties = tuple(people.get(party, party) for party in self.parties)
        return {**super().spec(people), "partijen": parties}

    def fields(self, name: str) -> tuple[Field, ...]:
        """Return a text box for the agreement, and for each party a name and a date."""
        signatures = [
            Field(f"{name}_{what}_{i}", "text", f"{party}, {what}")
            for i, party in enumerate(self.parties)
            for what in ("naam", "datum")
        ]
        return (Field(f"{name}_tekst", "text", self.text), *signatures)

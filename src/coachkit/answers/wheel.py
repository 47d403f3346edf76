"""``levenswiel``: a figure for each part of life."""

from __future__ import annotations

from typing import Literal

import pydantic

from coachkit.answers.base import Answer, Field
from coachkit.slots import Text


class Wheel(Answer):
    """A wheel of life; each area gets a figure from 0 to 10."""

    help = "Geef elk deel een cijfer van 0 tot 10."

    soort: Literal["levenswiel"] = "levenswiel"
    areas: tuple[Text, ...] = pydantic.Field(alias="gebieden", min_length=3, max_length=10)
    areas_formal: tuple[Text, ...] = pydantic.Field((), alias="gebieden_u", max_length=10)

    def fields(self, name: str) -> tuple[Field, ...]:
        """Return a text box for each area."""
        return tuple(
            Field(f"{name}_{i}", "number", f"{area}, cijfer van 0 tot 10")
            for i, area in enumerate(self.areas)
        )

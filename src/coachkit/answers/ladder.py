"""``ladder``: from a wish at the top to a step at the foot."""

from __future__ import annotations

from typing import Literal

import pydantic

from coachkit.answers.base import Answer, Field
from coachkit.slots import Text


class Ladder(Answer):
    """Rungs, the first at the top."""

    help = "Begin bovenaan. Maak elke tree kleiner dan die erboven."

    soort: Literal["ladder"] = "ladder"
    rungs: tuple[Text, ...] = pydantic.Field(alias="treden", min_length=2, max_length=6)
    rungs_formal: tuple[Text, ...] = pydantic.Field((), alias="treden_u", max_length=6)

    def fields(self, name: str) -> tuple[Field, ...]:
        """Return a text box for each rung, from the top."""
        return tuple(Field(f"{name}_{i}", "text", rung) for i, rung in enumerate(self.rungs))

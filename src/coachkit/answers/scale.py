"""``schaal``: a figure from 0 to 10."""

from __future__ import annotations

from typing import Literal

import pydantic

from coachkit.answers.base import Answer, Field
from coachkit.answers.value import Filled, Read, quoted, text_of
from coachkit.slots import Text

STEPS = 11


class Scale(Answer):
    """A ruler from 0 to 10 with words at both ends."""

    help = "Kies één cijfer."

    soort: Literal["schaal"] = "schaal"
    low: Text = pydantic.Field(alias="laag")
    low_formal: Text | None = pydantic.Field(None, alias="laag_u")
    high: Text = pydantic.Field(alias="hoog")
    high_formal: Text | None = pydantic.Field(None, alias="hoog_u")

    def fields(self, name: str) -> tuple[Field, ...]:
        """Return eleven buttons of one group."""
        ends = {0: f"0, {self.low}", STEPS - 1: f"10, {self.high}"}
        return tuple(
            Field(f"{name}_{i}", "radio", ends.get(i, str(i)), group=name) for i in range(STEPS)
        )

    def read(self, name: str, filled: Filled) -> Read:
        """Return the figure, 0 to 10."""
        chosen = text_of(filled, name)
        if chosen and chosen not in {field.option for field in self.fields(name)}:
            return Read(None, (f"'{quoted(chosen)}' is geen cijfer van 0 tot 10",))
        return Read(int(chosen) if chosen else None)

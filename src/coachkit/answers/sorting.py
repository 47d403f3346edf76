"""``sorteren``: all out of the head, into bins, and one chosen."""

from __future__ import annotations

from typing import Literal

import pydantic

from coachkit.answers.base import Answer, Field
from coachkit.slots import Text


class Sorting(Answer):
    """Dump, sort, choose one."""

    help = "Schrijf alles op. Verdeel het. Kies er één."

    soort: Literal["sorteren"] = "sorteren"
    everything: Text = pydantic.Field("Alles wat in mijn hoofd zit", alias="alles")
    bins: tuple[Text, ...] = pydantic.Field(alias="bakken", min_length=2, max_length=4)
    bins_formal: tuple[Text, ...] = pydantic.Field((), alias="bakken_u", max_length=4)
    choose: Text = pydantic.Field("Dit kies ik nu", alias="kies")

    def fields(self, name: str) -> tuple[Field, ...]:
        """Return a text box for everything, one for each bin, and one for the choice."""
        return (
            Field(f"{name}_alles", "text", self.everything),
            *(Field(f"{name}_{i}", "text", label) for i, label in enumerate(self.bins)),
            Field(f"{name}_kies", "text", self.choose),
        )

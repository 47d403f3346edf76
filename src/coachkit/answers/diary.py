"""``dagboek``: a line a day."""

from __future__ import annotations

from typing import Literal

import pydantic

from coachkit.answers.base import Answer, Field
from coachkit.answers.table import cells
from coachkit.slots import Text


class Diary(Answer):
    """A table with a row for each day; the days are numbered, so any day can be the first."""

    help = "Schrijf elke dag een paar woorden."

    soort: Literal["dagboek"] = "dagboek"
    days: int = pydantic.Field(7, alias="dagen", ge=1, le=14)
    columns: tuple[Text, ...] = pydantic.Field(alias="kolommen", min_length=1, max_length=3)
    columns_formal: tuple[Text, ...] = pydantic.Field((), alias="kolommen_u", max_length=3)

    def fields(self, name: str) -> tuple[Field, ...]:
        """Return a text box for each cell, day by day."""
        return cells(name, tuple(f"Dag {i + 1}" for i in range(self.days)), self.columns)

"""``dagboek``: a line a day."""

from __future__ import annotations

from typing import Literal

import pydantic

from coachkit.answers.base import Answer, Field
from coachkit.answers.table import cells, rows
from coachkit.answers.value import Filled, Read
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
        return cells(name, self._heads, self.columns)

    def read(self, name: str, filled: Filled) -> Read:
        """Return a row for each day."""
        return rows(name, self._heads, self.columns, filled)

    @property
    def _heads(self) -> tuple[str, ...]:
        return tuple(f"Dag {i + 1}" for i in range(self.days))

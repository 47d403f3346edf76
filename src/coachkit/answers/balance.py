"""``balans``: pros and cons of changing and of not changing."""

from __future__ import annotations

from typing import Literal

import pydantic

from coachkit.answers.base import Answer, Field
from coachkit.answers.table import cells, rows
from coachkit.answers.value import Filled, Read
from coachkit.slots import Text

Pair = tuple[Text, Text]


class Balance(Answer):
    """A decisional balance; not for a client who still doubts (Miller & Rose 2015)."""

    help = "Een paar woorden per vak is genoeg."

    soort: Literal["balans"] = "balans"
    choices: Pair = pydantic.Field(("Ik verander iets", "Ik laat het zo"), alias="keuzes")
    columns: Pair = pydantic.Field(("Wat kost het mij?", "Wat levert het op?"), alias="kolommen")

    def fields(self, name: str) -> tuple[Field, ...]:
        """Return a text box for each cell, row by row."""
        return cells(name, self.choices, self.columns)

    def read(self, name: str, filled: Filled) -> Read:
        """Return a row for each choice."""
        return rows(name, self.choices, self.columns, filled)

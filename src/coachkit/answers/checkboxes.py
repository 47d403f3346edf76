"""``aankruisen``: as many of some options as fit."""

from __future__ import annotations

from typing import Literal

from coachkit.answers.base import Field
from coachkit.answers.choice import OTHER, _Options
from coachkit.answers.value import OTHER_ID, Chosen, Filled, Read


class Checkboxes(_Options):
    """Any number of some options."""

    help = "Kruis aan wat past. Meer dan één mag."

    soort: Literal["aankruisen"] = "aankruisen"

    def fields(self, name: str) -> tuple[Field, ...]:
        """Return a check box for each option; with ``anders`` one more, and a text box."""
        return self._boxes(name, "check")

    def read(self, name: str, filled: Filled) -> Read:
        """Return what was ticked, in the order of the options; own words count as ticked."""
        words = self._own_words(name, filled)
        boxes = [field for field in self.fields(name) if field.kind == "check"]
        ticked = [
            self._option(int(field.option), words)
            for field in boxes
            if filled.get(field.name) is True
        ]
        if words and not any(chosen.id == OTHER_ID for chosen in ticked):
            ticked.append(Chosen(OTHER_ID, OTHER, words))
        return Read(tuple(ticked))

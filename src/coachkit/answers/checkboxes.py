"""``aankruisen``: as many of some options as fit."""

from __future__ import annotations

from typing import Literal

from coachkit.answers.base import Field
from coachkit.answers.choice import _Options


class Checkboxes(_Options):
    """Any number of some options."""

    help = "Kruis aan wat past. Meer dan één mag."

    soort: Literal["aankruisen"] = "aankruisen"

    def fields(self, name: str) -> tuple[Field, ...]:
        """Return a check box for each option; with ``anders`` one more, and a text box."""
        return self._boxes(name, "check")

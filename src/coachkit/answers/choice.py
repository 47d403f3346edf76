"""``keuze``: one of some options, or words of one's own, or none."""

from __future__ import annotations

from typing import Literal

import pydantic

from coachkit.answers.base import Answer, Field, FieldKind
from coachkit.slots import Text

OTHER = "iets anders"
Options = tuple[Text, ...]


class _Options(Answer):
    options: Options = pydantic.Field(alias="opties", min_length=2, max_length=12)
    options_formal: Options = pydantic.Field((), alias="opties_u", max_length=12)
    other: bool = pydantic.Field(True, alias="anders")

    def _boxes(self, name: str, kind: FieldKind) -> tuple[Field, ...]:
        labels = [*self.options, OTHER] if self.other else list(self.options)
        group = name if kind == "radio" else ""
        boxes = [Field(f"{name}_{i}", kind, label, group) for i, label in enumerate(labels)]
        own_words = [Field(f"{name}_anders", "text", OTHER)] if self.other else []
        return (*boxes, *own_words)


class Choice(_Options):
    """One of some options."""

    help = "Kies er één."

    soort: Literal["keuze"] = "keuze"

    def fields(self, name: str) -> tuple[Field, ...]:
        """Return a button for each option; with ``anders`` one more, and a text box."""
        return self._boxes(name, "radio")

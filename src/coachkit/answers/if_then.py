"""``als-dan``: an implementation intention, when and where -> what I do."""

from __future__ import annotations

from typing import Literal

import pydantic

from coachkit.answers.base import Answer, Field
from coachkit.slots import Text


class IfThen(Answer):
    """A plan in if-then form, which helps people reach goals (Gollwitzer & Sheeran 2006)."""

    soort: Literal["als-dan"] = "als-dan"
    when: Text = pydantic.Field("wat gebeurt er? waar? wanneer?", alias="als")
    then: Text = pydantic.Field("wat doe ik meteen?", alias="dan")
    lines: int = pydantic.Field(3, alias="regels", ge=1, le=6)

    def fields(self, name: str) -> tuple[Field, ...]:
        """Return a text box for each half."""
        return (
            Field(f"{name}_als", "text", f"Als ({self.when})"),
            Field(f"{name}_dan", "text", f"dan ({self.then})"),
        )

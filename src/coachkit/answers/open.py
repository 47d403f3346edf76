"""``open``: lines to write on."""

from __future__ import annotations

from typing import Literal

import pydantic

from coachkit.answers.base import Answer, Field
from coachkit.answers.value import Filled, Read, text_of


class Open(Answer):
    """A free text of about ``lines`` handwritten lines."""

    soort: Literal["open"] = "open"
    lines: int = pydantic.Field(3, alias="regels", ge=1, le=15)

    def fields(self, name: str) -> tuple[Field, ...]:
        """Return one text box."""
        return (Field(name, "text"),)

    def read(self, name: str, filled: Filled) -> Read:
        """Return the text."""
        return Read(text_of(filled, name))

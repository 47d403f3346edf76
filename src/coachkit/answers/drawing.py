"""``tekenvak``: room for a drawing."""

from __future__ import annotations

from typing import Literal

import pydantic

from coachkit.answers.base import Answer, Field
from coachkit.answers.value import Filled, Read, text_of


class Drawing(Answer):
    """An empty frame of ``height`` mm; on a screen words may take the place of the drawing."""

    help = "Een tekening of een paar woorden: allebei goed."

    soort: Literal["tekenvak"] = "tekenvak"
    height: int = pydantic.Field(60, alias="hoogte", ge=30, le=150)

    def fields(self, name: str) -> tuple[Field, ...]:
        """Return one text box, for who describes the picture in words."""
        return (Field(name, "text"),)

    def read(self, name: str, filled: Filled) -> Read:
        """Return the text."""
        return Read(text_of(filled, name))

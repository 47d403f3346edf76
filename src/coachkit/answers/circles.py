"""``cirkels``: what is mine, another's, no one's."""

from __future__ import annotations

from typing import ClassVar, Literal

import pydantic
from pydantic import BaseModel, ConfigDict

from coachkit.answers.base import Answer, Field
from coachkit.slots import Text


class Ring(BaseModel):
    """One circle: its title and what belongs in it."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    serves_both: ClassVar[bool] = True

    titel: Text
    uitleg: Text | Literal[""] = ""


_RINGS = (
    Ring(titel="Van mij", uitleg="wat ik zeg en doe"),
    Ring(titel="Van de ander", uitleg="wat de ander voelt of doet"),
    Ring(titel="Van niemand", uitleg="vroeger, pech, regels"),
)


class Circles(Answer):
    """Three circles, from the inside out."""

    help = "Begin in het midden."

    soort: Literal["cirkels"] = "cirkels"
    rings: tuple[Ring, Ring, Ring] = pydantic.Field(_RINGS, alias="ringen")

    @pydantic.field_validator("rings", mode="before")
    @classmethod
    def _three(cls, given: object) -> object:
        if isinstance(given, list | tuple) and len(given) != len(_RINGS):
            told = f"dit zijn er {len(given)}" if len(given) > 1 else "dit is te weinig"
            raise ValueError(f"{told}; geef er precies drie")
        return given

    def fields(self, name: str) -> tuple[Field, ...]:
        """Return a text box for each circle, from the inside out."""
        return tuple(
            Field(
                f"{name}_{i}", "text", f"{ring.titel}: {ring.uitleg}" if ring.uitleg else ring.titel
            )
            for i, ring in enumerate(self.rings)
        )

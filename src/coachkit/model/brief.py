"""A brief: for whom a worksheet is, and what it is about."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
)

from coachkit.errors import InputError
from coachkit.validation import explain
from coachkit.vocabulary import Form, Phase, Situation, World

MAX_CLIENT_TEXT = 20_000


def _one_line(text: str) -> str:
    return re.sub(r"[ \t\r\n]+", " ", text).strip(" ")


ClientText = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=MAX_CLIENT_TEXT),
    AfterValidator(_one_line),
]
"""What a client is called or said: one line, anything goes."""


class Brief(BaseModel):
    """What a coach knows of a client when she prepares a session; only the name is required.

    Raises:
        InputError: a value that is not allowed; the message is Dutch and names all that is wrong.

    """

    model_config = ConfigDict(
        frozen=True, extra="forbid", validate_by_name=True, validate_by_alias=True
    )

    name: ClientText = Field(alias="naam")
    mark: ClientText | None = Field(None, alias="kenmerk")
    form: Form | None = Field(None, alias="aanspreekvorm")
    goal: ClientText | None = Field(None, alias="doel")
    goal_te: ClientText | None = Field(None, alias="doel_te")
    goal_nominal: ClientText | None = Field(None, alias="doel_nominaal")
    situation: Situation | None = Field(None, alias="situatie")
    phase: Phase | None = Field(None, alias="fase")
    worlds: tuple[World, ...] = Field((), alias="leefwereld")
    previous_step: ClientText | None = Field(None, alias="vorige_stap")
    previous_answer: ClientText | None = Field(None, alias="vorige_antwoord")
    minutes: int | None = Field(None, alias="minuten", ge=1, le=240)
    coach: ClientText | None = None
    day: date | None = Field(None, alias="datum")

    def __init__(self, /, **data: object) -> None:
        try:
            super().__init__(**data)
        except ValidationError as error:
            raise InputError(explain(error, brief_keys())) from None


def brief_keys() -> list[str]:
    """Return the keys that a brief may have in YAML."""
    return [info.alias or name for name, info in Brief.model_fields.items()]

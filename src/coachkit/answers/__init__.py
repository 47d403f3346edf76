"""Kinds of answer: what each asks, and which form fields it has.

A new kind is one file here, its lines in ``KINDS`` and ``AnyAnswer``, and its parts in the
templates.
"""

from __future__ import annotations

from typing import Annotated

import pydantic

from coachkit.answers.agreement import Agreement
from coachkit.answers.balance import Balance
from coachkit.answers.base import Answer, Field
from coachkit.answers.checkboxes import Checkboxes
from coachkit.answers.choice import Choice
from coachkit.answers.circles import Circles
from coachkit.answers.diary import Diary
from coachkit.answers.drawing import Drawing
from coachkit.answers.if_then import IfThen
from coachkit.answers.ladder import Ladder
from coachkit.answers.open import Open
from coachkit.answers.scale import Scale
from coachkit.answers.sorting import Sorting
from coachkit.answers.table import Table
from coachkit.answers.wheel import Wheel

AnyAnswer = Annotated[
    Open
    | Scale
    | Choice
    | Checkboxes
    | Table
    | Ladder
    | IfThen
    | Circles
    | Wheel
    | Balance
    | Agreement
    | Diary
    | Sorting
    | Drawing,
    pydantic.Field(discriminator="soort"),
]

KINDS: dict[str, type[Answer]] = {
    cls.model_fields["soort"].default: cls
    for cls in (
        *(Open, Scale, Choice, Checkboxes, Table, Ladder, IfThen),
        *(Circles, Wheel, Balance, Agreement, Diary, Sorting, Drawing),
    )
}

PLAN = "als-dan"
"""The kind of an implementation intention, which closes a worksheet."""

BALANCE = "balans"
"""The kind of a decisional balance, which is not for a client who doubts."""

DIARY = "dagboek"
"""The kind that takes a week: it comes only where a recipe asks for it."""

__all__ = ["BALANCE", "DIARY", "KINDS", "PLAN", "Answer", "AnyAnswer", "Field"]

"""A worksheet: one recipe, filled for one client. Plain data that knows nothing of paper.

Texts that people read are CommonMark, because a coach may edit them in JupyterLab; whatever came
from the bank or from a client was escaped on its way in.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from coachkit.answers import AnyAnswer
from coachkit.validation import COLOUR_PATTERN, ID_PATTERN
from coachkit.vocabulary import Audience, Category, Depth, Form, Phase, RecipeKind, Situation

FileName = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=220)]
MediaType = Literal["image/png", "image/jpeg", "image/svg+xml"]


_BASE64 = r"^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$"


class _Noun(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Logo(_Noun):
    """A practice's logo; ``data`` is base64."""

    media_type: MediaType
    data: Annotated[str, StringConstraints(pattern=_BASE64)]


class House(_Noun):
    """The house style of a practice, which travels with every worksheet."""

    name: str = ""
    contact: str = ""
    footer: str = ""
    accent: Annotated[str, StringConstraints(pattern=COLOUR_PATTERN)] = "#1f6b66"
    logo: Logo | None = None


class BlockKind(StrEnum):
    """What a block of a worksheet is."""

    TITLE = "title"
    INTRO = "intro"
    SECTION = "section"
    QUESTION = "question"
    TEXT = "text"
    MOMENT = "moment"
    CLOSING = "closing"
    HELP_LINE = "help_line"


class Asked(_Noun):
    """A question as it was chosen for this client.

    ``reason`` and ``follow_up`` are for the coach alone; no exporter may show them.
    """

    id: str
    answer: AnyAnswer
    category: Category | None = None
    minutes: int = 3
    depth: Depth = Depth.MEDIUM
    reason: str = ""
    follow_up: str = ""


class Block(_Noun):
    """One block: ``text`` is its heading or its words, ``body`` what stands below a heading."""

    kind: BlockKind
    text: str
    body: str = ""
    category: Category | None = None
    label: str = ""
    question: Asked | None = None


class Note(_Noun):
    """A reminder to come: one small question, some days after the date of the sheet."""

    after_days: int
    text: str


class Origin(_Noun):
    """How a worksheet came about. For the coach alone; no exporter may show it."""

    recipe: str
    seed: int
    situation: Situation | None = None
    phase: Phase | None = None
    reason: str = ""
    notes: tuple[str, ...] = ()


class Worksheet(_Noun):
    """One recipe, filled for one client, on one date.

    ``id`` names no situation and no phase: clients see it.
    """

    id: FileName
    stem: FileName
    title: str
    kind: RecipeKind = RecipeKind.WORKSHEET
    audience: Audience = Audience.CLIENT
    form: Form = Form.INFORMAL
    name: str
    mark: str = ""
    coach: str = ""
    day: date | None = None
    house: House = House()
    blocks: tuple[Block, ...] = Field(())
    reminders: tuple[Note, ...] = ()
    origin: Origin

    @property
    def questions(self) -> tuple[Asked, ...]:
        """The questions, in the order of the blocks."""
        return tuple(block.question for block in self.blocks if block.question is not None)

    @property
    def minutes(self) -> int:
        """About how many minutes the questions take."""
        return sum(question.minutes for question in self.questions)

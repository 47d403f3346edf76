"""A recipe: the plan of one kind of worksheet."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, StringConstraints, model_validator

from coachkit.address import Addressed
from coachkit.answers import KINDS
from coachkit.model.question import Id, Label
from coachkit.slots import SlotText, Text, slots_in
from coachkit.vocabulary import (
    Audience,
    Category,
    Depth,
    Moment,
    Phase,
    RecipeKind,
    Situation,
)


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _known_kind(value: str) -> str:
    if value not in KINDS:
        raise ValueError(f"'{value}' is geen soort antwoord; kies uit: {', '.join(KINDS)}")
    return value


AnswerKind = Annotated[str, BeforeValidator(_known_kind)]
Row = Annotated[str, StringConstraints(pattern=r"^S([1-9]|1[0-9]|2[0-6])$")]


class Section(Addressed):
    """A part of a worksheet: a fixed question, or some questions of a kind.

    Of the filters only those that are given count; of a list one member is enough. Of several
    fixed questions the first is asked that this client did not have before.
    """

    heading: SlotText | None = Field(None, alias="kop")
    heading_formal: SlotText | None = Field(None, alias="kop_u")
    fixed: Annotated[tuple[Id, ...], BeforeValidator(_listed)] = Field((), alias="vraag")
    category: Category | None = Field(None, alias="categorie")
    count: int = Field(1, alias="aantal", ge=1, le=20)
    labels: Annotated[tuple[Label, ...], BeforeValidator(_listed)] = ()
    kinds: Annotated[tuple[AnswerKind, ...], BeforeValidator(_listed)] = Field((), alias="soort")
    depths: Annotated[tuple[Depth, ...], BeforeValidator(_listed)] = Field((), alias="diepte")
    moment: Moment | None = None

    @model_validator(mode="after")
    def _fixed_or_chosen(self) -> Self:
        filters = {"categorie": self.category, "labels": self.labels, "soort": self.kinds}
        given = [key for key, value in (*filters.items(), ("diepte", self.depths)) if value]
        if self.fixed and given:
            raise ValueError(f"'vraag' en '{given[0]}' gaan niet samen; kies een van beide")
        if self.fixed and self.count != 1:
            raise ValueError("'vraag' en 'aantal' gaan niet samen; haal 'aantal' weg")
        if not self.fixed and not given:
            raise ValueError("dit onderdeel kiest niets; geef 'vraag', 'categorie' of 'labels'")
        return self


class Reminder(Addressed):
    """One small question, some days after the date of the worksheet.

    With ``kinds`` it is about such a question: it goes along with a sheet that has one.
    """

    after_days: int = Field(alias="na_dagen", ge=1, le=365)
    text: SlotText = Field(alias="tekst")
    text_formal: SlotText | None = Field(None, alias="tekst_u")
    kinds: Annotated[tuple[AnswerKind, ...], BeforeValidator(_listed)] = Field((), alias="soort")


class Recipe(Addressed):
    """The plan of one kind of worksheet."""

    id: Id
    title: SlotText = Field(alias="titel")
    title_formal: SlotText | None = Field(None, alias="titel_u")
    audience: Audience = Field(Audience.CLIENT, alias="doelgroep")
    kind: RecipeKind = Field(RecipeKind.WORKSHEET, alias="soort")
    rows: tuple[Row, ...] = Field((), alias="rijen")
    data: Id | None = Field(None, alias="gegevens")
    phases: tuple[Phase, ...] = Field((), alias="fasen")
    situations: tuple[Situation, ...] = Field((), alias="situaties")
    suits: tuple[Situation, ...] = Field((), alias="past_bij")
    for_anyone: bool = Field(False, alias="voor_iedereen")
    minutes: int = Field(alias="minuten", ge=1, le=240)
    intro: SlotText | None = Field(None, alias="inleiding")
    intro_formal: SlotText | None = Field(None, alias="inleiding_u")
    sections: tuple[Section, ...] = Field(alias="onderdelen", min_length=1, max_length=40)
    closing: SlotText | None = Field(None, alias="slot")
    closing_formal: SlotText | None = Field(None, alias="slot_u")
    reminders: tuple[Reminder, ...] = Field((), alias="herinneringen")
    author: Text | None = Field(None, alias="auteur")
    licence: Text | None = Field(None, alias="licentie")
    language: Literal["nl"] = Field("nl", alias="taal")
    replaces: Id | None = Field(None, alias="vervangt")

    @property
    def keeps_order(self) -> bool:
        """Whether the order law of categories holds for what this recipe makes."""
        return self.audience is Audience.CLIENT and self.kind is RecipeKind.WORKSHEET

    @cached_property
    def slots(self) -> dict[str, str]:
        """The slots of the recipe's own texts: name -> the key of a text that has it."""
        texts: dict[str, tuple[str | None, ...]] = {
            "titel": (self.title, self.title_formal),
            "inleiding": (self.intro, self.intro_formal),
            "slot": (self.closing, self.closing_formal),
            "kop": tuple(t for s in self.sections for t in (s.heading, s.heading_formal)),
            "herinneringen": tuple(t for r in self.reminders for t in (r.text, r.text_formal)),
        }
        return {
            slot: key
            for key, found in texts.items()
            for text in found
            if text
            for slot in slots_in(text)
        }

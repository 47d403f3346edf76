"""A text recipe: the plan of a text, of which every sentence rests on facts that were given."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from coachkit.address import Addressed
from coachkit.model.question import Id
from coachkit.model.recipe import Row
from coachkit.slots import Text, slots_in

FACTS = (
    *("training", "voor_wie", "last", "wens", "na_afloop", "dagen", "tijd", "plaats", "prijs"),
    *("aanmelden", "aanmelden_tot", "plaatsen", "nog_vrij", "geteld_op", "aanpak", "waarom_nu"),
    *("waarom_nu_bron", "trainer", "kop", "iets_vragen", "na_afloop_aantal"),
)
"""The facts that a sentence may name; ``na_afloop_aantal`` tells how many outcomes there are."""


class Length(StrEnum):
    """How long a text is to be."""

    SHORT = "kort"
    LONG = "lang"


def _facts_only(text: str) -> str:
    for name in slots_in(text, FACTS):
        _known_fact(name)
    return text


def _known_fact(name: str) -> str:
    if name not in FACTS:
        raise ValueError(f"'{name}' is geen feit; kies uit: {', '.join(FACTS)}")
    return name


FactText = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=2000),
    AfterValidator(_facts_only),
]
FactName = Annotated[str, AfterValidator(_known_fact)]


class Sentence(Addressed):
    """One sentence; it falls away when a fact that it names was not given."""

    text: FactText = Field(alias="tekst")
    text_formal: FactText | None = Field(None, alias="tekst_u")
    length: Length | None = Field(None, alias="lengte")
    without: FactName | None = Field(None, alias="zonder")
    listed: Literal["na_afloop"] | None = Field(None, alias="opsomming")


class Paragraph(Addressed):
    """Some sentences that stand together."""

    name: Text = Field(alias="naam")
    sentences: tuple[Sentence, ...] = Field(alias="zinnen", min_length=1)

    @model_validator(mode="after")
    def _list_ends_it(self) -> Self:
        if any(sentence.listed for sentence in self.sentences[:-1]):
            raise ValueError("een opsomming sluit de alinea af; zet die zin als laatste")
        return self


class TextRecipe(Addressed):
    """The paragraphs of a text, in their order."""

    id: Id
    title: Text = Field(alias="titel")
    author: Text | None = Field(None, alias="auteur")
    licence: Text | None = Field(None, alias="licentie")
    rows: tuple[Row, ...] = Field((), alias="rijen")
    source: Text | None = Field(None, alias="bron")
    paragraphs: tuple[Paragraph, ...] = Field(alias="alineas", min_length=1)
    replaces: Id | None = Field(None, alias="vervangt")

    @model_validator(mode="after")
    def _names_differ(self) -> Self:
        names = [paragraph.name for paragraph in self.paragraphs]
        if double := [name for name in names if names.count(name) > 1]:
            raise ValueError(
                f"de alinea '{double[0]}' staat er twee keer; geef haar een andere naam"
            )
        return self

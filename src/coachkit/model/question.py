"""A question of the bank, and the set it comes from."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Any, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from coachkit.address import Addressed
from coachkit.answers import AnyAnswer
from coachkit.answers.open import Open
from coachkit.slots import SlotText, Text, slots_in
from coachkit.validation import ID_PATTERN
from coachkit.vocabulary import Audience, Category, Depth, Phase, Situation, World

Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=80)]
Label = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=40)]
Fingerprint = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{6}$")]

_WORLDS = frozenset(world.value for world in World)


class Question(Addressed):
    """One question, in both forms of address, with all that is needed to choose it."""

    id: Id
    text: SlotText = Field(alias="vraag")
    text_formal: SlotText = Field(alias="vraag_u")
    reviewed: Fingerprint | None = Field(None, alias="u_nagekeken")
    audience: Audience = Field(Audience.CLIENT, alias="doelgroep")
    category: Category | None = Field(None, alias="categorie")
    phases: tuple[Phase, ...] = Field((), alias="fasen")
    situations: tuple[Situation, ...] = Field((), alias="situaties")
    answer: AnyAnswer = Field(Open(), alias="antwoord")
    help: SlotText | None = Field(None, alias="hulp")
    help_formal: SlotText | None = Field(None, alias="hulp_u")
    minutes: int = Field(3, alias="minuten", ge=1, le=60)
    depth: Depth = Field(Depth.MEDIUM, alias="diepte")
    follow_up: SlotText | None = Field(None, alias="vervolgvraag")
    follow_up_formal: SlotText | None = Field(None, alias="vervolgvraag_u")
    source: Text | None = Field(None, alias="bron")
    labels: tuple[Label, ...] = ()
    allowed: dict[str, Text] = Field(default_factory=dict, alias="mag")
    by_name_only: bool = Field(False, alias="alleen_op_naam")
    retired: bool = Field(False, alias="vervallen")
    replaces: Id | None = Field(None, alias="vervangt")

    @model_validator(mode="after")
    def _client_question_has_category(self) -> Self:
        if self.audience is Audience.CLIENT and self.category is None:
            raise ValueError("'categorie' ontbreekt; zet hem bij de set of bij de vraag")
        return self

    @cached_property
    def slots(self) -> frozenset[str]:
        """The slots that must be filled before this question can be asked."""
        texts = (self.text, self.text_formal, self.help, self.help_formal)
        return frozenset().union(*(slots_in(text) for text in texts if text))

    @cached_property
    def worlds(self) -> frozenset[World]:
        """The parts of life that this question is about; empty when it is about any."""
        return frozenset(World(label) for label in self.labels if label in _WORLDS)


class QuestionSet(Addressed):
    """One YAML file with questions of one author."""

    name: Text = Field(alias="naam")
    language: Literal["nl"] = Field("nl", alias="taal")
    author: Text | None = Field(None, alias="auteur")
    licence: Text | None = Field(None, alias="licentie")
    audience: Audience = Field(Audience.CLIENT, alias="doelgroep")
    category: Category | None = Field(None, alias="categorie")
    questions: tuple[Question, ...] = Field(alias="vragen")

    @model_validator(mode="before")
    @classmethod
    def _pass_on(cls, data: Any) -> Any:
        """Give the questions the audience and category that the set names for all of them."""
        if not isinstance(data, dict) or not isinstance(data.get("vragen"), list):
            return data
        shared = {key: data[key] for key in ("doelgroep", "categorie") if key in data}
        # A wrong word is told once, at the set: its questions get one that is right.
        if "doelgroep" in shared and shared["doelgroep"] not in list(Audience):
            del shared["doelgroep"]
        if "categorie" in shared and shared["categorie"] not in list(Category):
            shared["categorie"] = Category.PAIN
        questions = [{**shared, **q} if isinstance(q, dict) else q for q in data["vragen"]]
        return {**data, "vragen": questions}

"""A question of the bank, and the set it comes from."""

from __future__ import annotations

import hashlib
from functools import cached_property
from typing import Annotated, Any, Literal, Self

from pydantic import Field, StringConstraints, TypeAdapter, ValidationError, model_validator

from coachkit.address import Addressed
from coachkit.answers import AnyAnswer
from coachkit.answers.open import Open
from coachkit.model.pattern import Lists, pattern_problem
from coachkit.slots import CHOICE, PatternText, Text, lists_in, slots_in
from coachkit.validation import ID_PATTERN
from coachkit.vocabulary import Audience, Category, Depth, Phase, Situation, World

Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=80)]
Label = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=40)]
Fingerprint = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{6}$")]

_WORLDS = frozenset(world.value for world in World)


def fingerprint(text: str) -> str:
    """Return what tells whether a text changed: six hexadecimal digits of its SHA-256."""
    return hashlib.sha256(text.strip().encode()).hexdigest()[:6]


class Question(Addressed):
    """One question, in both forms of address, with all that is needed to choose it."""

    id: Id
    text: PatternText = Field(alias="vraag")
    text_formal: PatternText = Field(alias="vraag_u")
    reviewed: Fingerprint | None = Field(None, alias="u_nagekeken")
    audience: Audience = Field(Audience.CLIENT, alias="doelgroep")
    category: Category | None = Field(None, alias="categorie")
    phases: tuple[Phase, ...] = Field((), alias="fasen")
    situations: tuple[Situation, ...] = Field((), alias="situaties")
    answer: AnyAnswer = Field(Open(), alias="antwoord")
    help: PatternText | None = Field(None, alias="hulp")
    help_formal: PatternText | None = Field(None, alias="hulp_u")
    minutes: int = Field(3, alias="minuten", ge=1, le=60)
    depth: Depth = Field(Depth.MEDIUM, alias="diepte")
    follow_up: PatternText | None = Field(None, alias="vervolgvraag")
    follow_up_formal: PatternText | None = Field(None, alias="vervolgvraag_u")
    source: Text | None = Field(None, alias="bron")
    labels: tuple[Label, ...] = ()
    lists: Lists = Field(default_factory=dict, alias="lijsten")
    allowed: dict[str, Text] = Field(default_factory=dict, alias="mag")
    by_name_only: bool = Field(False, alias="alleen_op_naam")
    retired: bool = Field(False, alias="vervallen")
    replaces: Id | None = Field(None, alias="vervangt")

    @model_validator(mode="after")
    def _client_question_has_category(self) -> Self:
        if self.audience is Audience.CLIENT and self.category is None:
            raise ValueError("'categorie' ontbreekt; zet hem bij de set of bij de vraag")
        return self

    @model_validator(mode="after")
    def _choices_have_lists(self) -> Self:
        texts = (
            *(self.text, self.text_formal, self.help, self.help_formal),
            *(self.follow_up, self.follow_up_formal),
        )
        if problem := pattern_problem(texts, self.lists):
            raise ValueError(problem)
        return self

    @property
    def is_pattern(self) -> bool:
        """Whether this question stands for several: one for each choice from its lists."""
        return bool(lists_in(self.text))

    @property
    def review_is_old(self) -> bool:
        """Whether the question was changed after a person reviewed its formal text."""
        return self.reviewed is not None and self.reviewed != fingerprint(self.text)

    @cached_property
    def slots(self) -> frozenset[str]:
        """What must be known of a client before this question can be asked."""
        texts = (self.text, self.text_formal, self.help, self.help_formal)
        found = frozenset().union(*(slots_in(text) for text in texts if text))
        return frozenset(name for name in found if not name.startswith(CHOICE))

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
    lists: Lists = Field(default_factory=dict, alias="lijsten")
    questions: tuple[Question, ...] = Field(alias="vragen")

    @model_validator(mode="before")
    @classmethod
    def _pass_on(cls, data: Any) -> Any:
        """Give the questions what the set names for all of them."""
        if not isinstance(data, dict) or not isinstance(data.get("vragen"), list):
            return data
        shared = {key: data[key] for key in ("doelgroep", "categorie") if key in data}
        # A wrong word is told once, at the set: its questions get one that is right.
        if "doelgroep" in shared and shared["doelgroep"] not in list(Audience):
            del shared["doelgroep"]
        if "categorie" in shared and shared["categorie"] not in list(Category):
            shared["categorie"] = Category.PAIN
        lists = _valid_lists(data.get("lijsten"))
        questions = [
            {**shared, **q, **_lists_for(q, lists)} if isinstance(q, dict) else q
            for q in data["vragen"]
        ]
        return {**data, "vragen": questions}


_LISTS = TypeAdapter(Lists)


def _valid_lists(given: Any) -> dict[str, Any] | None:
    """Return the lists of a set; ``None`` when they are wrong, which is told once, at the set."""
    if given is None:
        return {}
    try:
        _LISTS.validate_python(given, by_alias=True, by_name=False)
    except ValidationError:
        return None
    return dict(given)


def _lists_for(question: dict[str, Any], lists: dict[str, Any] | None) -> dict[str, Any]:
    """Return the lists that a question may choose from: those it uses of its set, and its own."""
    own = question.get("lijsten")
    if own is not None and not isinstance(own, dict):
        return {}
    texts = [text for key in _PATTERN_KEYS if isinstance(text := question.get(key), str)]
    used = frozenset().union(*(lists_in(text) for text in texts))
    shared = dict.fromkeys(used, _STAND_IN) if lists is None else lists
    found = {name: shared[name] for name in sorted(used) if name in shared} | (own or {})
    return {"lijsten": found} if found else {}


_PATTERN_KEYS = ("vraag", "vraag_u", "hulp", "hulp_u", "vervolgvraag", "vervolgvraag_u")
_STAND_IN = [{"id": id_, "je": id_, "u": id_} for id_ in ("een", "twee")]

"""The fields of a question on the screen: how each is filled in, and back to plain strings."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from coachkit.answers import KINDS
from coachkit.desk.author.fields import ANSWER, FormField, Kind
from coachkit.ui.parts import Data
from coachkit.ui.trainer.words import words_of
from coachkit.ui.words import PHASES, SITUATIONS, Options, kind_word
from coachkit.vocabulary import Audience, Category

START: list[Data] = [
    {"key": "naam", "label": "Hoe heet de set?", "placeholder": "bijvoorbeeld: Moed"},
    {
        "key": "doelgroep",
        "label": "Voor wie zijn de vragen?",
        "kind": "radio",
        "options": [(Audience.CLIENT.value, "cliënten"), (Audience.COACH.value, "coaches")],
    },
    {
        "key": "categorie",
        "label": "Waar gaan ze over?",
        "kind": "select",
        "options": [
            ("", "dat kies ik per vraag"),
            *((category.value, category.label) for category in Category),
        ],
    },
]
BARE = {"naam": "", "doelgroep": Audience.CLIENT.value, "categorie": ""}

LOOK: list[Data] = [
    {
        "key": "vorm",
        "label": "Op het blad staat",
        "kind": "radio",
        "options": [("je", "je"), ("u", "u")],
    },
    {
        "key": "variant",
        "label": "Om in te vullen",
        "kind": "radio",
        "options": [("invullen", "op een scherm"), ("schrijven", "met een pen")],
    },
    {"key": "heel", "label": "Toon het hele blad", "kind": "check"},
]

_LARGE = {"text", "text_formal"}
_FOR_WHOM = ("phases", "situations")
_MORE = (
    *("help", "help_formal", "follow_up", "follow_up_formal", "minutes", "depth"),
    *("source", "labels", "allowed"),
)
_ID: Data = {"key": "id", "label": words_of("id").label, "help": words_of("id").help, "wide": True}


def screen_fields(fields: Iterable[FormField], shared: Data, *, permanent: bool) -> list[Data]:
    """Return the fields of a question for a form.

    Args:
        fields: those that the question has now.
        shared: what the set names for all of its questions.
        permanent: whether the id can no longer be changed.

    """
    known = {field.name: field for field in fields}

    def pick(*names: str) -> list[Data]:
        return [_field(known[name], shared) for name in names if name in known]

    answer = [name for name in known if name.startswith(ANSWER)]
    end = [] if permanent else [_ID]
    return [
        *pick("text", "text_formal", "category", "answer", *answer),
        {"label": "Voor wie past de vraag?", "fields": pick(*_FOR_WHOM)},
        {"label": "Hulp, tijd en meer", "fields": [*pick(*_MORE), *end]},
    ]


def on_screen(field: FormField, words: str) -> Any:
    """Return what a form shows for what was written in a field."""
    if field.name in _FOR_WHOM:
        return [word.strip() for word in words.replace("\n", ",").split(",") if word.strip()]
    if field.kind is Kind.FLAG:
        return (words or field.usual) == "ja"
    return words or (field.usual if field.kind is Kind.CHOICE else "")


def from_screen(field: FormField, value: Any) -> str:
    """Return what is written in a field, for what a form holds."""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, list):
        return ", ".join(map(str, value))
    words = str(value or "")
    return "" if field.name == "depth" and words == field.usual else words


def _field(field: FormField, shared: Data) -> Data:
    words = words_of(field.key)
    found: dict[str, Any] = {"key": field.name, "label": words.label, "help": words.help}
    if field.usual and field.kind is not Kind.CHOICE:
        found["placeholder"] = field.usual
    if field.name in _CHOICES:
        options = _CHOICES[field.name](shared)
        kind = "checks" if field.name in _FOR_WHOM else "select"
        return {**found, "kind": kind, "options": options, "wide": field.name in _FOR_WHOM}
    if field.kind in (Kind.LINES, Kind.ROWS, Kind.RINGS, Kind.NOTES):
        return {**found, "kind": "area", "rows": 3, "wide": field.kind is Kind.NOTES}
    if field.name in _LARGE:
        return {**found, "kind": "area", "rows": 2, "wide": True}
    kinds = {Kind.NUMBER: "number", Kind.FLAG: "check"}
    return {**found, "kind": kinds.get(field.kind, "text")}


def _categories(shared: Data) -> Options:
    given = shared.get("categorie")
    coaches = shared.get("doelgroep") == Audience.COACH
    first = "geen" if coaches else "kies …"
    if given in list(Category):
        first = f"zoals de set: {Category(given).label}"
    return [("", first), *((category.value, category.label) for category in Category)]


_CHOICES: dict[str, Callable[[Data], Options]] = {
    "category": _categories,
    "phases": lambda _: [(phase.value, label) for phase, label in PHASES.items()],
    "situations": lambda _: [(situation.value, label) for situation, label in SITUATIONS.items()],
    "depth": lambda _: [("licht", "licht"), ("midden", "gewoon"), ("diep", "diep")],
    "answer": lambda _: [(kind, kind_word(kind)) for kind in KINDS],
}

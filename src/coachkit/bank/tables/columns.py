"""The columns of the tables: which keys they hold, and of what kind their cells are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel

from coachkit.answers import KINDS
from coachkit.model import Question, QuestionSet
from coachkit.vocabulary import Audience, Category, Depth, Phase, Situation


class Kind(Enum):
    """What a cell holds."""

    TEXT = auto()
    NUMBER = auto()
    FLAG = auto()
    WORDS = auto()
    NOTES = auto()
    DETAILS = auto()

    @property
    def told(self) -> str:
        """What a trainer writes in such a cell."""
        return _KINDS_TOLD[self]


_KINDS_TOLD = {
    Kind.TEXT: "een tekst",
    Kind.NUMBER: "een heel getal",
    Kind.FLAG: "ja of nee",
    Kind.WORDS: "woorden met een komma ertussen",
    Kind.NOTES: "sleutel: waarde, elk op een regel",
    Kind.DETAILS: "sleutel: waarde, elk op een regel",
}


@dataclass(frozen=True)
class Column:
    """A column: its head, and what its cells hold; ``choices`` are the words to choose from."""

    key: str
    kind: Kind = Kind.TEXT
    told: str = ""
    choices: tuple[str, ...] = ()


SET, DETAILS, NONE = "set", "antwoord_details", "geen"
"""The column with the file of a set, that with the details of an answer, and the word for none."""

REQUIRED = ("id", "vraag", "vraag_u")
"""What every question has."""

FLAGS = {"ja": True, "waar": True, "true": True, "nee": False, "onwaar": False, "false": False}

_TOLD = {
    SET: "De naam van het bestand van de set, zonder .yaml.",
    "id": "De naam van de vraag: kleine letters, cijfers en streepjes. Verander hem nooit.",
    "vraag": "De vraag met je.",
    "vraag_u": "Dezelfde vraag met u.",
    "u_nagekeken": "Een vingerafdruk van de vraag; laat hem gerust staan, of leeg.",
    "doelgroep": "Alleen als die anders is dan bij de set: client of coach.",
    "categorie": "Alleen als die anders is dan bij de set; geen als de vraag er geen heeft.",
    "fasen": "Alleen voor cliënten in een van deze fasen. Leeg: in elke fase.",
    "situaties": "Alleen voor cliënten in een van deze situaties. Leeg: in elke situatie.",
    "antwoord": "De soort antwoord. Leeg: drie open regels.",
    DETAILS: "Wat er verder bij het antwoord hoort, elk op een regel: regels: 4",
    "hulp": "Een zin onder de vraag.",
    "hulp_u": "Dezelfde zin met u.",
    "minuten": "Hoeveel tijd de vraag vraagt, van 1 tot 60. Leeg: 3.",
    "diepte": "licht, midden of diep. Leeg: midden.",
    "vervolgvraag": "Voor de coach, in het gesprek erna.",
    "vervolgvraag_u": "Dezelfde vervolgvraag met u.",
    "bron": "Waar het idee vandaan komt.",
    "labels": "Woorden om op te kiezen.",
    "mag": "Een taalregel waar de vraag van afwijkt, en waarom: gesloten: kiezen is de bedoeling",
    "alleen_op_naam": "ja als de vraag alleen komt wanneer een werkvorm haar noemt.",
    "vervallen": "ja als de vraag niet meer gesteld wordt.",
    "vervangt": "De id van een vraag die deze vervangt.",
    "naam": "Hoe de set heet.",
    "taal": "nl",
    "auteur": "Van wie de set is.",
    "licentie": "Wat een ander met de set mag.",
    "lijst": "De naam van de lijst: {{ keuze.naam }} in een vraag kiest eruit.",
    "je": "Het woord of de woorden, met je.",
    "u": "Hetzelfde met u. Alleen nodig als het anders is.",
}
_CHOICES: dict[str, tuple[str, ...]] = {
    "doelgroep": tuple(Audience),
    "categorie": tuple(Category),
    "fasen": tuple(Phase),
    "situaties": tuple(Situation),
    "diepte": tuple(Depth),
    "antwoord": tuple(KINDS),
}


def _columns(model: type[BaseModel], leave_out: tuple[str, ...]) -> tuple[Column, ...]:
    found = [Column(SET, told=_TOLD[SET])]
    for name, info in model.model_fields.items():
        key = info.alias or name
        if key in leave_out:
            continue
        kind = Kind.TEXT if key == "antwoord" else _kind(info.annotation)
        found.append(Column(key, kind, _TOLD.get(key, ""), _CHOICES.get(key, ())))
        if key == "antwoord":
            found.append(Column(DETAILS, Kind.DETAILS, _TOLD[DETAILS]))
    return tuple(found)


def _kind(annotation: Any) -> Kind:
    """Return of what kind the cells are that hold the values of a field."""
    if get_origin(annotation) in (Union, UnionType):
        annotation = next(part for part in get_args(annotation) if part is not type(None))
    plain = {bool: Kind.FLAG, int: Kind.NUMBER}
    nested = {tuple: Kind.WORDS, dict: Kind.NOTES}
    return plain.get(annotation) or nested.get(get_origin(annotation), Kind.TEXT)


QUESTION_COLUMNS = _columns(Question, leave_out=("lijsten",))
SET_COLUMNS = _columns(QuestionSet, leave_out=("lijsten", "vragen"))
LIST_COLUMNS = (
    Column(SET, told=_TOLD[SET]),
    Column("vraag", told="De id van de vraag, als de lijst alleen van die vraag is."),
    Column("lijst", told=_TOLD["lijst"]),
    Column("id", told="Een korte naam voor dit woord."),
    Column("je", told=_TOLD["je"]),
    Column("u", told=_TOLD["u"]),
)

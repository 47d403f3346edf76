"""The facts of a training as fields on a screen: plain texts, and how they become facts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from coachkit.errors import Problem
from coachkit.invitation.facts import Facts, examples
from coachkit.language.dates import dutch_date, read_date
from coachkit.language.daylist import read_days
from coachkit.model.text_recipe import Length
from coachkit.safetext import shown
from coachkit.vocabulary import Form

Kind = Literal["line", "text", "lines", "days", "day", "number", "choice"]


@dataclass(frozen=True, slots=True)
class FactField:
    """One fact to give: its key, a label, and the question that it answers.

    ``kind`` tells what is typed: a line, a text of some lines, one thing on each line, days
    (under each other, or with commas), a day, a number, or one of ``options``.
    """

    key: str
    label: str
    question: str
    kind: Kind = "line"
    options: tuple[str, ...] = ()

    @property
    def is_needed(self) -> bool:
        """Whether there is no text without it."""
        return self.key in _NEEDED

    @property
    def example(self) -> str:
        """What an answer looks like; empty for what is optional."""
        bare = examples()[_FREE[-1] if self.key == _FREE[0] else self.key].strip("[]")
        return bare.replace(", ", "\n") if self.kind == "lines" else bare


_FREE = ("nog_vrij", "aantal")
_COUNTED = "geteld_op"

FIELDS = (
    FactField("training", "Training", "Hoe heet de training?"),
    FactField("voor_wie", "Voor wie", "Voor wie is ze bedoeld? Eén groep, in gewone woorden."),
    FactField(
        *("aanspreekvorm", "Aanspreekvorm", "Schrijf je je lezer aan met je of u?", "choice"),
        tuple(map(str, Form)),
    ),
    FactField(
        "lengte", "Lengte", "Een korte of een lange tekst?", "choice", tuple(map(str, Length))
    ),
    FactField("last", "Last", "Waar loopt je lezer nu op vast? Een moment dat je ziet.", "text"),
    FactField("wens", "Wens", "Hoe ziet een gewone dag eruit als dit beter gaat?", "text"),
    FactField(
        "na_afloop", "Na afloop", "Wat kan iemand na afloop zelf? Twee tot vier dingen.", "lines"
    ),
    FactField("dagen", "Dagen", "Op welke dagen?", "days"),
    FactField("tijd", "Tijd", "Van hoe laat tot hoe laat?"),
    FactField("plaats", "Plaats", "Waar is het? Een adres, of online."),
    FactField("prijs", "Prijs", "Wat kost het, met of zonder btw, en wat zit daarbij in?"),
    FactField("aanmelden", "Aanmelden", "Hoe kan iemand zich aanmelden? Eén weg."),
    FactField("aanmelden_tot", "Aanmelden tot", "Tot en met wanneer kan dat?", "day"),
    FactField("plaatsen", "Plaatsen", "Hoeveel mensen kunnen er meedoen?", "number"),
    FactField("nog_vrij", "Nog vrij", "Hoeveel plaatsen zijn er nog vrij?", "number"),
    FactField("geteld_op", "Geteld op", "Op welke dag telde je dat?", "day"),
    FactField("waarom_nu", "Waarom nu", "Is er een eerlijke reden om het nu te doen?", "text"),
    FactField("waarom_nu_bron", "Bron", "Waaruit blijkt dat? Dit komt niet in de tekst."),
    FactField("aanpak", "Aanpak", "Hoe gaat het eraan toe? Voor een lange tekst.", "text"),
    FactField("trainer", "Trainer", "Wie geeft de training? Voor een lange tekst.", "text"),
    FactField("iets_vragen", "Iets vragen", "Waar kan iemand eerst iets vragen?"),
    FactField("kop", "Kop", "Wat staat erboven? Leeg is ook goed."),
)
"""All facts, in the order in which they are asked."""

_BY_KEY = {field.key: field for field in FIELDS}
_NEEDED = {info.alias for info in Facts.model_fields.values() if info.is_required()} | {"training"}
_ON_SCREEN = {
    "haal de regel weg": "haal het weg",
    "laat de regel weg": "laat het leeg",
    "schrijf jaar-maand-dag, zoals": "schrijf bijvoorbeeld",
    "vul 'nog_vrij' in met aantal en geteld_op": "vul 'nog_vrij' en 'geteld_op' in",
    "of zet 'aanspreekvorm: u'": "of kies u bij 'aanspreekvorm'",
    "of kies 'lengte: kort'": "of kies de korte tekst",
    "geef zelf een 'kop'": "schrijf zelf een kop bij 'kop'",
}
_EXAMPLE = "schrijf bijvoorbeeld: "
_ISO = re.compile(r"\b\d{4}-\d{2}-\d{2}\b", re.ASCII)
_BULLET = re.compile(r"^\s*(?:[-*•]|\d{1,2}[.)])(?:\s+|$)")
_KEYS = re.compile(rf"'({'|'.join((*_BY_KEY, _FREE[-1]))})'")


def facts_data(fields: Mapping[str, str]) -> dict[str, object]:
    """Return what was typed as data of a sheet of facts; what is empty is left out."""
    data = {key: _value(_BY_KEY[key].kind, text) for key, text in fields.items() if text.strip()}
    free = {"aantal": data.pop("nog_vrij", None), _COUNTED: data.pop(_COUNTED, None)}
    if any(free.values()):
        data["nog_vrij"] = {key: value for key, value in free.items() if value}
    return data


def fields_of(data: Mapping[str, object]) -> tuple[dict[str, str], list[str]]:
    """Return the fields of the data of a sheet of facts, and what cannot be one, in Dutch."""
    fields, told = {}, []
    for key, value in _flat(data).items():
        if key not in _BY_KEY:
            told.append(f"'{shown(key)}' is geen feit dat hier past en is niet overgenomen")
        elif (text := _text(_BY_KEY[key].kind, value)) is not None:
            fields[key] = text
        else:
            told.append(f"'{_BY_KEY[key].label}' is niet goed te lezen; typ het hier opnieuw")
    return fields, told


def _flat(data: Mapping[str, object]) -> dict[str, object]:
    """Return the data with the number of free places and its day beside all the rest."""
    free = data.get(_FREE[0])
    if not isinstance(free, dict):
        return dict(data)
    flat = {_FREE[0] if key == _FREE[-1] else key: value for key, value in free.items()}
    return {**{key: value for key, value in data.items() if key != _FREE[0]}, **flat}


def field_of(problem: Problem) -> str:
    """Return the field at which a problem is told; empty when it is of all of them."""
    keys = [str(part) for part in problem.loc if part in _BY_KEY]
    return keys[-1] if keys else ""


def in_words(problem: Problem) -> str:
    """Return a problem as it is told on a screen: fields by their labels, and no YAML.

    Dates are as people write them. The field at which it is told is not named.
    """
    key, cure = field_of(problem), problem.cure
    if cure.startswith("voeg "):
        cure = f"vul het in, bijvoorbeeld: {_BY_KEY[key].example}"
    if problem.rule == "aanspreekvorm" and cure.startswith(_EXAMPLE):
        cure = "schrijf het met u, of kies je bij 'aanspreekvorm'"
    for yaml, screen in _ON_SCREEN.items():
        cure = cure.replace(yaml, screen)
    told = problem.message
    for pattern, words in _own_name(key) if key else ():
        told, cure = re.sub(pattern, words, told), re.sub(pattern, words, cure)
    if cure:
        ends = told.endswith((".", "?", "!"))
        told = f"{told} {cure[:1].upper()}{cure[1:]}" if ends else f"{told}; {cure}"
    return _ISO.sub(_in_dutch, _KEYS.sub(_label, told))


def _own_name(key: str) -> tuple[tuple[str, str], ...]:
    """Return how a message names its own field, and what it says at that field."""
    name = rf"'(?:{key}|{_FREE[-1]})'" if key == _FREE[0] else f"'{key}'"
    return (
        (rf"^{name}: ", ""),
        (rf"^{name} ontbreekt$", "dit is nog leeg"),
        (rf"^in {name} staat ", "hier staat "),
        (rf"^{name} (?=[a-z])", "dit "),
        (rf" in {name}", ""),
        (rf" bij {name}(?= |,|$)", " hier"),
    )


def _in_dutch(found: re.Match[str]) -> str:
    day = read_date(found[0])
    return dutch_date(day) if day else found[0]


def _label(found: re.Match[str]) -> str:
    key = _FREE[0] if found[1] == _FREE[-1] else found[1]
    return f"'{_BY_KEY[key].label}'"


def _value(kind: Kind, text: str) -> object:
    text = text.strip()
    match kind:
        case "lines":
            lines = [_BULLET.sub("", line).strip() for line in text.splitlines()]
            return [line for line in lines if line]
        case "days":
            return [day if isinstance(day, str) else day.isoformat() for day in read_days(text)]
        case "day":
            return _day(text)
    return text


def _day(text: str) -> str:
    """Return a day as a sheet of facts has it; what is none stays as it was typed."""
    found = read_date(text)
    return found.isoformat() if found else text.strip()


def _text(kind: Kind, value: object) -> str | None:
    """Return a value of a sheet of facts as it is typed; ``None`` when it is no text."""
    if kind == "number" and type(value) is int:
        return str(value)
    if kind in ("lines", "days") and isinstance(value, list):
        texts = [part for part in value if isinstance(part, str)]
        return "\n".join(texts) if len(texts) == len(value) else None
    return value if isinstance(value, str) else None

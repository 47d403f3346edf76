"""The facts of a training, as a trainer gives them in YAML."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    ValidationInfo,
)

from coachkit.errors import InputError, Problem
from coachkit.language.dates import read_date
from coachkit.language.daylist import read_days, wrong_date
from coachkit.model.text_recipe import Length
from coachkit.slots import Text
from coachkit.validation import explain
from coachkit.vocabulary import Form
from coachkit.yamlfile import Document, read_yaml

MAX_NAME = 60
"""How many characters the name of a training may have."""

# Signs that turn the direction of a text, or that no program may pass on.
_UNSEEN = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\ufffe\uffff")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


def _one_line(text: str) -> str:
    line = " ".join(text.split())
    if any(unicodedata.category(c) in ("Cc", "Cs") or c in _UNSEEN for c in line):
        raise ValueError("er staat een onzichtbaar stuurteken in; haal het teken weg")
    if not any(c.isalnum() for c in line):
        raise ValueError("er staat geen woord; vul het in of haal de regel weg")
    return line


def _short(name: str) -> str:
    if len(name) > MAX_NAME:
        raise ValueError(f"dit is te lang; hooguit {MAX_NAME} tekens")
    return name


def _as_day(value: object, info: ValidationInfo) -> date:
    """Read a day as it is meant to be written; a bare number is none."""
    text = str(value).strip()
    found = read_date(text)
    if found and (isinstance(value, date) or _ISO.fullmatch(text)):
        return found
    if wrong := wrong_date(text, (info.context or {}).get("today")):
        told, word, example = wrong.partition("bijvoorbeeld ")
        raise ValueError(f"{told}{word}{read_date(example) or example}")
    meant = [str(day) for day in read_days(text) if isinstance(day, date)]
    if len(meant) > 1:
        raise ValueError(f"hier staan meer dagen; schrijf elke dag apart: [{', '.join(meant)}]")
    cure = f"schrijf {meant[0]}" if meant else "schrijf jaar-maand-dag, zoals 2030-01-15"
    raise ValueError(f"'{text[:40]}' is geen datum; {cure}")


def _listed(value: object) -> object:
    return value if isinstance(value, list | tuple) else [value]


Fact = Annotated[Text, AfterValidator(_one_line)]
"""What a trainer tells, on one line: a line of its own could look like a heading or a list."""

Day = Annotated[date, BeforeValidator(_as_day)]


class _Facts(BaseModel):
    model_config = ConfigDict(
        frozen=True, extra="forbid", validate_by_name=True, validate_by_alias=True
    )


class FreePlaces(_Facts):
    """How many places were free, and the day on which that was counted."""

    number: int = Field(alias="aantal", ge=1, le=10_000, examples=["4"])
    counted: Day = Field(alias="geteld_op", examples=["2030-01-02"])


class Facts(_Facts):
    """What a trainer tells of a training. What is absent is left out of the text.

    The examples show a trainer what an answer looks like.
    """

    training: Annotated[Fact, AfterValidator(_short)] = Field(examples=["Eén ding per week"])
    audience: Fact = Field(alias="voor_wie", examples=["drukke zelfstandigen"])
    heading: Fact | None = Field(None, alias="kop")
    pain: Fact = Field(
        alias="last", examples=["Zondag weet je wat je gaat doen. Vrijdag is de bladzijde leeg."]
    )
    desire: Fact = Field(
        alias="wens", examples=["Hoe zou een week zijn waarin één ding echt af komt?"]
    )
    outcomes: tuple[Fact, ...] = Field(
        alias="na_afloop",
        min_length=2,
        max_length=4,
        examples=["[één ding kiezen, een plan maken met een vast moment]"],
    )
    days: Annotated[tuple[Day, ...], BeforeValidator(_listed)] = Field(
        alias="dagen", min_length=1, max_length=30, examples=["[2030-01-15, 2030-01-29]"]
    )
    times: Fact = Field(alias="tijd", examples=["19.30-21.00 uur"])
    place: Fact = Field(alias="plaats", examples=["De Kade in Zwolle"])
    price: Fact = Field(alias="prijs", examples=["160 euro met btw"])
    sign_up: Fact = Field(alias="aanmelden", examples=["hallo@dekade.example"])
    closing_day: Day | None = Field(None, alias="aanmelden_tot")
    places: int | None = Field(None, alias="plaatsen", ge=2, le=10_000)
    free: FreePlaces | None = Field(
        None, alias="nog_vrij", examples=["{aantal: 4, geteld_op: 2030-01-02}"]
    )
    approach: Fact | None = Field(None, alias="aanpak")
    why_now: Fact | None = Field(None, alias="waarom_nu")
    why_now_source: Fact | None = Field(None, alias="waarom_nu_bron")
    trainer: Fact | None = None
    questions: Fact | None = Field(None, alias="iets_vragen")
    form: Form = Field(alias="aanspreekvorm", examples=["je"])
    length: Length = Field(Length.SHORT, alias="lengte")


def read_facts(path: Path, today: date | None = None) -> tuple[Facts, Document]:
    """Read the facts of a training, with the places of all of them.

    Args:
        path: of the sheet of facts.
        today: to tell which year a day may have that was written without one.

    Raises:
        InputError: facts are absent or not right; all problems at once.

    """
    document = read_yaml(path)
    if document.empty:
        cure = f"maak een blad met voorbeelden: coachkit invite {path} --new --force"
        raise InputError([replace(document.problems[0], cure=cure)])
    if document.problems:
        raise InputError(document.problems)
    try:
        return facts_in(document.data, today), document
    except InputError as error:
        located = [document.locate(_with_example(problem)) for problem in error.problems]
    raise InputError(located)


def facts_in(data: object, today: date | None = None) -> Facts:
    """Return the facts in data by their Dutch keys.

    Raises:
        InputError: facts are absent or not right; all problems at once, with their ``loc``.

    """
    try:
        context = {"today": today}
        return Facts.model_validate(data, by_alias=True, by_name=False, context=context)
    except ValidationError as error:
        raise InputError(explain(error, examples())) from None


def texts(facts: Facts) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield every text that a trainer wrote, with its way in the data."""
    for name, info in Facts.model_fields.items():
        value, key = getattr(facts, name), info.alias or name
        if name not in ("form", "length") and isinstance(value, str):
            yield (key,), value
        elif name == "outcomes":
            yield from (((key, i), outcome) for i, outcome in enumerate(facts.outcomes))


def _with_example(problem: Problem) -> Problem:
    """Show what an answer looks like, where there is none."""
    key = str(problem.loc[-1]) if problem.loc else ""
    example = examples().get(key)
    asks = problem.cure.startswith(("voeg ", "vul het in", "schrijf sleutel"))
    if not example or not asks:
        return problem
    return replace(problem, cure=f"schrijf bijvoorbeeld {key}: {example}")


def examples() -> dict[str, str]:
    """Return what an answer looks like in YAML, by the key of each fact; empty where none is."""
    return {
        info.alias or name: str((info.examples or [""])[0])
        for model in (Facts, FreePlaces)
        for name, info in model.model_fields.items()
    }

"""What pydantic finds wrong, said in Dutch with a cure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from coachkit.errors import Problem
from coachkit.vocabulary import Phase, Situation, World

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic import ValidationError

Loc = tuple[str | int, ...]
Context = Mapping[str, Any]

MAX_PROBLEMS = 200
_LACKS = re.compile(r"('(\w+)' ontbreekt); (.*)")
"""What a model says of a key that it needs beside others."""
QUOTES = "zet er dubbele aanhalingstekens omheen"


def explain(error: ValidationError, known_keys: Iterable[str] = ()) -> list[Problem]:
    """Translate each error of one validation; ``known_keys`` serve to guess what a typo meant."""
    keys = sorted(known_keys)
    found = [dict(item) for item in error.errors(include_url=False)]
    told = [item for item in found if not _is_echo(item)]
    problems = [_explain(item, keys) for item in told[:MAX_PROBLEMS]]
    if rest := len(told) - len(problems):
        problems.append(Problem(f"en nog {rest} problemen", "verbeter eerst deze"))
    return problems


def _is_echo(item: Mapping[str, Any]) -> bool:
    """Tell whether a list is only too short because of a wrong item, which is told by itself."""
    given = item["input"]
    return (
        item["type"] == "too_short"
        and isinstance(given, list | tuple)
        and len(given) >= item["ctx"]["min_length"]
    )


def _explain(item: Mapping[str, Any], keys: list[str]) -> Problem:
    loc = _in_the_file(item["loc"])
    if item["type"] == "value_error" and (lacks := _LACKS.match(str(item["ctx"]["error"]))):
        return Problem(lacks[1], lacks[3], loc=(*loc, lacks[2]))
    message, cure = _words(item, loc, keys)
    return Problem(message, cure, loc=loc)


def _in_the_file(loc: Loc) -> Loc:
    """Drop what pydantic puts behind a choice of models or behind a key: it is not in the file."""
    return tuple(
        part
        for i, part in enumerate(loc)
        if i == 0
        or not (
            loc[i - 1] == "antwoord"
            or (loc[i - 1] == "rijen" and isinstance(part, str))
            or part == "[key]"
        )
    )


def _words(item: Mapping[str, Any], loc: Loc, keys: list[str]) -> tuple[str, str]:
    kind, given, context = item["type"], item["input"], item.get("ctx", {})
    key = str(next((part for part in reversed(loc) if isinstance(part, str)), ""))
    name = f"'{key}'"
    if kind == "value_error":
        message, _, cure = str(context["error"]).partition("; ")
        return (f"{name}: {message}" if key else message), cure
    if kind == "missing" and isinstance(loc[-1], int):
        return f"{name} heeft te weinig regels", f"geef er minstens {loc[-1] + 1}"
    if kind == "extra_forbidden":
        return _unknown_key(key, given, keys)
    if kind in ("enum", "literal_error"):
        return _unknown_value(name, given, _expected_words(context))
    if kind == "tuple_type" and isinstance(given, str) and key in _CHOICES:
        return _no_list(name, given, [str(word) for word in _CHOICES[key]])
    return _type_words(kind, key, given, context)


def _type_words(kind: str, key: str, given: object, context: Context) -> tuple[str, str]:
    name = f"'{key}'" if key else "het bestand"
    match kind:
        case "missing":
            return f"{name} ontbreekt", f"voeg {key}: toe"
        case "union_tag_invalid":
            tag = given.get("soort") if isinstance(given, dict) else given
            return _unknown_value("'soort'", tag, _expected_words(context))
        case "union_tag_not_found":
            return (
                "bij 'antwoord' ontbreekt 'soort'",
                "schrijf bijvoorbeeld {soort: open, regels: 3}",
            )
        case "string_type":
            return _not_a_text(name, given)
        case _ if (bounds := _bounds(kind, name, given, context)) is not None:
            return bounds
        case _:
            return _expected_type(kind, name, given)


def _unknown_key(key: str, given: object, keys: list[str]) -> tuple[str, str]:
    if given is None and (" " in key or key[:1].isupper()):
        message = f"'{key}' staat er als sleutel: een komma binnen {{...}} breekt de tekst af"
        return message, "zet de hele tekst met de komma tussen dubbele aanhalingstekens"
    if meant := _meant(key, keys):
        return f"de sleutel '{key}' is onbekend", meant
    comma = "; is het een deel van een tekst met een komma, zet dan de hele tekst tussen "
    cure = "haal hem weg of verbeter hem"
    return (
        f"de sleutel '{key}' is onbekend",
        f"{cure}{comma}dubbele aanhalingstekens" if given is None else cure,
    )


def _expected_words(context: Context) -> list[str]:
    expected = str(context.get("expected") or context.get("expected_tags", ""))
    return [w.strip(" '") for w in expected.replace(" or ", ",").split(",") if w.strip(" '")]


def _unknown_value(name: str, given: object, allowed: list[str]) -> tuple[str, str]:
    listing = f"kies uit: {', '.join(allowed)}"
    if isinstance(given, list | tuple):
        return f"{name} is een lijst", f"geef er één ({listing})"
    if isinstance(given, dict):
        return f"{name} heeft sleutels", f"geef één woord ({listing})"
    cure = _meant(str(given), allowed)
    return f"{name} kan geen '{_short(given)}' zijn", f"{cure} ({listing})" if cure else listing


# Lists of fixed words, by their keys.
_CHOICES: dict[str, type[StrEnum]] = {
    "fasen": Phase,
    "situaties": Situation,
    "leefwereld": World,
}


def _no_list(name: str, given: str, allowed: list[str]) -> tuple[str, str]:
    """Say of words that are no list first which of them cannot be chosen."""
    words = [word.strip() for word in given.split(",")]
    if unknown := [word for word in words if word not in allowed]:
        message, cure = _unknown_value(name, unknown[0], allowed)
        return message, f"{cure}; zet wat je kiest tussen [ en ]"
    return f"{name} moet een lijst zijn, niet '{_short(given)}'", f"schrijf [{', '.join(words)}]"


def _not_a_text(name: str, given: object) -> tuple[str, str]:
    if isinstance(given, bool):
        return f"{name} wordt gelezen als waar/onwaar, niet als tekst", QUOTES
    if isinstance(given, int | float):
        example = f', bijvoorbeeld {name[1:-1]}: "001"' if name == "'bron'" else ""
        return f"{name} wordt gelezen als getal ({given}), niet als tekst", QUOTES + example
    if given is None:
        if name == "'kleur'":
            return f"{name} is leeg", 'zet een kleur tussen aanhalingstekens: "#1f6b66"'
        return f"{name} is leeg", "vul het in of haal de regel weg"
    return f"{name} is geen tekst", QUOTES


def _bounds(kind: str, name: str, given: object, context: Context) -> tuple[str, str] | None:
    shown = name != f"'{given}'"
    bounds = {
        "greater_than_equal": ("is te klein", f"neem minstens {context.get('ge')}"),
        "less_than_equal": ("is te groot", f"neem hooguit {context.get('le')}"),
        "string_too_short": ("is leeg", "vul het in"),
        "string_too_long": ("is te lang", f"hooguit {context.get('max_length')} tekens"),
        "too_short": ("heeft te weinig regels", f"geef er minstens {context.get('min_length')}"),
        "too_long": ("heeft te veel regels", f"geef er hooguit {context.get('max_length')}"),
        "string_pattern_mismatch": (
            "heeft een vorm die niet kan" + (f" ('{_short(given)}')" if shown else ""),
            _PATTERN_CURES.get(str(context.get("pattern")), "verbeter het"),
        ),
    }
    if kind not in bounds:
        return None
    said, cure = bounds[kind]
    return f"{name} {said}", cure


# The beginning of pydantic's name for the error, what is expected, and how to write it.
_TYPES = (
    ("int", "moet een heel getal zijn", "schrijf alleen cijfers"),
    ("bool", "moet true of false zijn", "schrijf true of false"),
    ("tuple", "moet een lijst zijn", "schrijf [een, twee] of zet elk op een regel met een -"),
    ("dict", "moet sleutels hebben", "schrijf sleutel: waarde"),
    ("model", "moet sleutels hebben", "schrijf sleutel: waarde"),
    ("date", "moet een datum zijn", "schrijf bijvoorbeeld 2026-11-22"),
)


def _expected_type(kind: str, name: str, given: object) -> tuple[str, str]:
    for beginning, expected, cure in _TYPES:
        if kind.startswith(beginning):
            return f"{name} {expected}, niet '{_short(given)}'", cure
    return f"{name} klopt niet", f"verbeter '{_short(given)}'"


ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
LIST_PATTERN = r"^[a-z][a-z0-9_]*$"
COLOUR_PATTERN = r"^#[0-9A-Fa-f]{6}$"
_PATTERN_CURES = {
    ID_PATTERN: "gebruik kleine letters, cijfers en streepjes",
    LIST_PATTERN: "gebruik kleine letters zonder streepjes",
    COLOUR_PATTERN: 'schrijf een kleur als "#1f6b66", tussen aanhalingstekens',
}


def _meant(word: str, known: list[str]) -> str:
    close = get_close_matches(word, known, n=1, cutoff=0.6)
    return f"bedoel je '{close[0]}'?" if close else ""


def _short(value: object) -> str:
    text = str(value)
    return text if len(text) <= 40 else text[:39] + "…"

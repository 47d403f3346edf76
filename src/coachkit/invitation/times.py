"""The times of a training: whether they exist, and whether an end comes after its begin."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coachkit.errors import Problem
from coachkit.invitation.facts import Facts

_LOC = ("tijd",)
_CURE = "schrijf bijvoorbeeld 19.30-21.00 uur"
_NIGHT = 6 * 60
"""An end before this time may be that of a night."""

_CLOCK = re.compile(r"(?<![\w.,:/])(\d{1,2})[.:u](\d{2})(?![.:/]?\d)", re.IGNORECASE)
_SPAN = re.compile(
    r"(?<![\w.,:/])(?P<from>\d{1,2})(?:[.:u](?P<from_minutes>\d{2}))?(?P<from_word>\s*(?:uur|u)\b)?"
    r"\s*(?P<until>-|–|—|tot en met\b|tot\b|t/m)\s*"
    r"(?P<to>\d{1,2})(?:[.:u](?P<to_minutes>\d{2}))?(?![.:/]?\d)(?P<to_word>\s*(?:uur|u)\b)?",
    re.IGNORECASE,
)


def time_problems(facts: Facts) -> Iterator[Problem]:
    """Yield the times that do not exist, and each end that is not after its begin.

    Words such as *hele dag* are fine. Hours without minutes may be those of a clock of twelve
    hours (*10 tot 2 uur*): of those a trainer only gets a remark, in :func:`time_remarks`.
    """
    wrong = [found for found in _CLOCK.finditer(facts.times) if not _exists(*found.groups())]
    for found in wrong:
        yield Problem(f"'tijd': {found[0]} uur bestaat niet", _CURE, "tijd", loc=_LOC)
    if not wrong:
        for begin, end, exact in _turned(facts.times):
            if exact:
                message = f"'tijd': het einde ({end}) komt niet na het begin ({begin})"
                yield Problem(message, _CURE, "tijd", loc=_LOC)


def time_remarks(facts: Facts) -> Iterator[tuple[str, str, tuple[str | int, ...]]]:
    """Yield what may be meant in another way: 10 tot 2 uur."""
    for found in _SPAN.finditer(facts.times):
        if found["to_word"] and not found["to_minutes"] and int(found["to"]) > 24:
            yield f"'tijd': {found['to']} uur is geen tijd van de dag", _CURE, _LOC
    for begin, end, exact in _turned(facts.times):
        if not exact:
            message = f"'tijd': het einde ({end} uur) komt niet na het begin ({begin} uur)"
            yield message, "schrijf uren na de middag als 13, 14 of 15 uur", _LOC


def _turned(text: str) -> Iterator[tuple[str, str, bool]]:
    """Yield each begin and end that are turned round, and whether both have minutes."""
    for found in _SPAN.finditer(text):
        begin = _minutes(found["from"], found["from_minutes"])
        end = _minutes(found["to"], found["to_minutes"])
        exact = bool(found["from_minutes"] and found["to_minutes"])
        spoken = found["to_word"] or found["from_word"] or found["until"].casefold() == "tot"
        if not exact and not spoken:
            continue
        by_night = exact and end < _NIGHT and begin >= 24 * 60 - _NIGHT
        if end <= begin and not by_night:
            yield (
                _shown(found["from"], found["from_minutes"]),
                _shown(found["to"], found["to_minutes"]),
                exact,
            )


def _minutes(hours: str, minutes: str | None) -> int:
    return int(hours) * 60 + int(minutes or 0)


def _shown(hours: str, minutes: str | None) -> str:
    return f"{hours}.{minutes}" if minutes else hours


def _exists(hours: str, minutes: str) -> bool:
    return int(minutes) < 60 and _minutes(hours, minutes) <= 24 * 60

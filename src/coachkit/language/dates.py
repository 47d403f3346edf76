"""Dates as Dutch people write them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
_WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")


def dutch_date(day: date) -> str:
    """Return a date in words: 22 november 2026."""
    return f"{_day_and_month(day)} {day.year}"


def dutch_days(days: Sequence[date]) -> str:
    """Return some days with their weekdays: donderdag 3 juni en donderdag 17 juni 2027."""
    words = [f"{_WEEKDAYS[day.weekday()]} {_day_and_month(day)}" for day in days]
    years = [day.year for day in days]
    told = [
        f"{word} {year}" if i + 1 == len(days) or years[i + 1] != year else word
        for i, (word, year) in enumerate(zip(words, years, strict=True))
    ]
    return listed(told)


def listed(words: Sequence[str]) -> str:
    """Return words as a Dutch list: a, b en c."""
    return " en ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)


def _day_and_month(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]}"


WRITTEN = re.compile(
    r"(?:(?P<weekday>[a-z]+)\s+)?(?P<day>\d{1,2})(?:\s*[-./]\s*|\s+)(?P<month>\d{1,2}|[a-z]+)\.?"
    r"(?:\s*[-./]\s*|\s+)(?P<year>\d{4}|\d{2})",
    re.IGNORECASE | re.ASCII,
)
"""A date in words or figures, whether it exists or not."""
ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})", re.ASCII)
LONGEST = 60
"""In characters, of words that may be days."""
_SHORT_MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")


def read_date(text: str) -> date | None:
    """Return the date that a text tells; ``None`` when it is another text, or not a whole date.

    ``22-11-2026``, ``22/11/26``, ``22 november 2026``, ``zondag 22 nov. 2026`` and ``2026-11-22``;
    of two figures the year is one of this century. With the wrong weekday it is no date.
    """
    day, weekday = _read(text)
    return day if day and weekday in ("", *_names_of(day)) else None


def wrong_weekday(text: str) -> str:
    """Return, in Dutch, that a date has the wrong weekday; empty when that is not so.

    >>> wrong_weekday("vrijdag 3 juni 2027")
    '3 juni 2027 is een donderdag; welke dag klopt?'
    """
    day, weekday = _read(text)
    if day is None or weekday in ("", *_names_of(day)):
        return ""
    return f"{dutch_date(day)} is een {_WEEKDAYS[day.weekday()]}; welke dag klopt?"


def _read(text: str) -> tuple[date | None, str]:
    """Return the date in a text, and the weekday that stands before it."""
    bare = " ".join(text.split())
    if len(bare) > LONGEST:
        return None, ""
    try:
        if ISO.fullmatch(bare):
            return date.fromisoformat(bare), ""
        found = WRITTEN.fullmatch(bare)
        if found is None or (found["weekday"] and not is_weekday(found["weekday"])):
            return None, ""
        day = date(year_number(found["year"]), month_number(found["month"]), int(found["day"]))
    except ValueError:
        return None, ""
    return day, (found["weekday"] or "").lower()


def year_number(word: str) -> int:
    """Return a year; of two figures it is one of this century."""
    return int(word) + (2000 if len(word) == 2 else 0)


def month_number(word: str) -> int:
    """Return the number of a month; 0, which no date has, for any other word."""
    if word.isdigit():
        return int(word)
    small = word.lower().removesuffix("t") if word.lower() == "sept" else word.lower()
    return next(
        (
            number
            for number, names in enumerate(zip(MONTHS, _SHORT_MONTHS, strict=True), 1)
            if small in names
        ),
        0,
    )


def is_weekday(word: str) -> bool:
    """Tell whether a word is a day of the week, whole or of two letters."""
    return any(word.lower() in (day, day[:2]) for day in _WEEKDAYS)


def _names_of(day: date) -> tuple[str, str]:
    """Return the weekday of a date, whole and short."""
    name = _WEEKDAYS[day.weekday()]
    return name, name[:2]

"""Dates as Dutch people write them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

_MONTHS = (
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
    return f"{day.day} {_MONTHS[day.month - 1]}"

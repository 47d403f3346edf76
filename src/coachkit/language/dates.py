"""Dates as Dutch people write them."""

from __future__ import annotations

from datetime import date

_MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)


def dutch_date(day: date) -> str:
    """Return a date in words: 22 november 2026."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"

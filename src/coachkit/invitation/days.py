"""The days of a training in words, with each month and a common weekday told once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby, pairwise

from coachkit.language.dates import dutch_date, dutch_days, listed


def training_days(days: Sequence[date]) -> str:
    """Return days in words.

    >>> training_days([date(2028, 1, 11), date(2028, 1, 25), date(2028, 2, 8)])
    'Dinsdag 11 en 25 januari, 8 februari 2028'
    >>> training_days([date(2027, 10, 13), date(2027, 10, 14)])
    'Woensdag 13 en donderdag 14 oktober 2027'
    """
    ordered = sorted(days)
    one_weekday = len({day.weekday() for day in ordered}) == 1
    named = {day: not one_weekday or day == ordered[0] for day in ordered}
    months = [list(group) for _, group in groupby(ordered, key=lambda day: (day.year, day.month))]
    told = [_month(month, named) for month in months]
    for place, (month, later) in enumerate(pairwise(months)):
        if month[0].year == later[0].year:
            told[place] = told[place].removesuffix(f" {month[0].year}")
    words = ", ".join(told) if any(" en " in part for part in told) else listed(told)
    return words[:1].upper() + words[1:]


def _month(days: Sequence[date], named: dict[date, bool]) -> str:
    """Return days in one month; ``named`` tells which bear their weekday."""
    month = dutch_date(days[0]).removeprefix(f"{days[0].day} ")
    numbers = [f"{_weekday(day)} {day.day}" if named[day] else str(day.day) for day in days]
    return f"{listed(numbers)} {month}"


def _weekday(day: date) -> str:
    return dutch_days([day]).partition(" ")[0]

"""Dates as Dutch people write them."""

from __future__ import annotations

import re
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


_WRITTEN = re.compile(
    r"(?:(?P<weekday>[a-z]+)\s+)?(?P<day>\d{1,2})(?:\s*[-./]\s*|\s+)(?P<month>\d{1,2}|[a-z]+)\.?"
    r"(?:\s*[-./]\s*|\s+)(?P<year>\d{4}|\d{2})",
    re.IGNORECASE | re.ASCII,
)
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_BETWEEN = re.compile(r",|\ben\b", re.IGNORECASE)
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


def read_days(text: str) -> list[date | str]:
    """Return the days in a text: under each other, or with commas or *en* between them.

    A day without its month or year has those of the next on its line: 3, 10 en 17 juni 2027.
    What is no date stays as it was written.
    """
    return [day for line in re.split(r"[\n;]", text) for day in _on_line(line)]


def _on_line(line: str) -> list[date | str]:
    found: list[date | str] = []
    for part in reversed([" ".join(p.split()) for p in _BETWEEN.split(line) if p.strip()]):
        found.insert(0, _before(part, found[0] if found else ""))
    return found


def _before(part: str, later: date | str) -> date | str:
    """Return the day in a text; what it lacks is that of the day behind it."""
    if day := read_date(part):
        return day
    if isinstance(later, date):
        year, month = later.year, _MONTHS[later.month - 1]
        for whole in (f"{part} {month} {year}", f"{part} {year}"):
            day = read_date(whole)
            if day and (day < later or day.month == later.month):
                return day
            if wrong_weekday(whole):
                return whole
    return part


def _read(text: str) -> tuple[date | None, str]:
    """Return the date in a text, and the weekday that stands before it."""
    bare = " ".join(text.split())
    if len(bare) > 40:
        return None, ""
    try:
        if _ISO.fullmatch(bare):
            return date.fromisoformat(bare), ""
        found = _WRITTEN.fullmatch(bare)
        if found is None or (found["weekday"] and not _is_weekday(found["weekday"])):
            return None, ""
        year = int(found["year"]) + (2000 if len(found["year"]) == 2 else 0)
        day = date(year, _month(found["month"]), int(found["day"]))
    except ValueError:
        return None, ""
    return day, (found["weekday"] or "").lower()


def _month(word: str) -> int:
    """Return the number of a month; 0, which no date has, for any other word."""
    if word.isdigit():
        return int(word)
    small = word.lower().removesuffix("t") if word.lower() == "sept" else word.lower()
    return next(
        (
            number
            for number, names in enumerate(zip(_MONTHS, _SHORT_MONTHS, strict=True), 1)
            if small in names
        ),
        0,
    )


def _is_weekday(word: str) -> bool:
    return any(word.lower() in (day, day[:2]) for day in _WEEKDAYS)


def _names_of(day: date) -> tuple[str, str]:
    """Return the weekday of a date, whole and short."""
    name = _WEEKDAYS[day.weekday()]
    return name, name[:2]

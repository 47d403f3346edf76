"""Some days as Dutch people list them, and why words that look like days are none."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta

from coachkit.language.dates import (
    ISO,
    LONGEST,
    MONTHS,
    WRITTEN,
    dutch_date,
    is_weekday,
    listed,
    month_number,
    read_date,
    wrong_weekday,
    year_number,
)

_YEARLESS = re.compile(
    r"(?:(?P<weekday>[a-z]+)\s+)?\d{1,2}(?:(?:\s*[-./]\s*|\s+)(?P<month>\d{1,2}|[a-z]+)\.?)?",
    re.IGNORECASE | re.ASCII,
)
_BETWEEN = re.compile(r",|\ben\b(?!\s+met\b)", re.IGNORECASE)
_UNTIL = re.compile(r"\s*(?:\bt/m\b|\btot\s+en\s+met\b)\s*", re.IGNORECASE)
_LEAPS = 9
"""In years: within so many each day of a month comes back."""
MAX_DAYS = 30
"""How many days *3 t/m 5 juni* may be."""
_WEEKDAY_FIRST = re.compile(r"[a-z]{2,}\s+(?=\d)", re.IGNORECASE)


def read_days(text: str) -> list[date | str]:
    """Return the days in a text: under each other, or with commas or *en* between them.

    A day without its month or year has those of the next on its line: 3, 10 en 17 juni 2027.
    *3 t/m 5 juni 2027* is three days. What is no date stays as it was written; so do the days at
    the end of a line without a year, together. Why they are none tells :func:`wrong_date`.
    """
    return [day for line in re.split(r"[\n;]", text) for day in _on_line(line)]


def wrong_date(text: str, today: date | None = None) -> str:
    """Return, in Dutch, why words that look like a date or like some days are none; else nothing.

    >>> wrong_date("31 juni 2027")
    '31 juni 2027 bestaat niet, want juni heeft dan 30 dagen; welke dag klopt?'
    >>> wrong_date("3 juni", date(2027, 1, 10))
    "bij '3 juni' ontbreekt het jaar; zet het jaar erbij, bijvoorbeeld 3 juni 2027"
    """
    bare = " ".join(text.split())
    if len(bare) > LONGEST:
        return ""
    return wrong_weekday(bare) or _no_such_day(bare) or _no_year(bare, today) or _no_span(bare)


def _no_such_day(text: str) -> str:
    if not (found := ISO.fullmatch(text) or WRITTEN.fullmatch(text)):
        return ""
    year, month, day = year_number(found["year"]), month_number(found["month"]), int(found["day"])
    if not (1 <= month <= 12 and year):
        return ""
    name, last = MONTHS[month - 1], monthrange(year, month)[1]
    if 1 <= day <= last:
        return ""
    return f"{day} {name} {year} bestaat niet, want {name} heeft dan {last} dagen; welke dag klopt?"


def _no_year(text: str, today: date | None) -> str:
    parts = _parts(text)
    if not parts or _without_year(parts) != parts:
        return ""
    message = f"bij '{text}' ontbreekt het jaar; zet het jaar erbij"
    bare = listed([_WEEKDAY_FIRST.sub("", part) for part in parts])
    for year in range(today.year, today.year + _LEAPS) if today else ():
        days = read_days(f"{bare} {year}")
        if today and all(isinstance(day, date) and day > today for day in days):
            one = days[0] if len(days) == 1 else None
            shown = dutch_date(one) if isinstance(one, date) else f"{bare} {year}"
            return f"{message}, bijvoorbeeld {shown}"
    return f"in '{text}' staat een dag die niet bestaat; welke dag klopt?" if today else message


def _no_span(text: str) -> str:
    first, last = _span(text, "") or ("", "")
    if isinstance(first, str) or isinstance(last, str):
        return ""
    if first >= last:
        return f"'{text}' eindigt voor het begint; welke dag komt eerst?"
    if last - first >= timedelta(days=MAX_DAYS):
        return f"'{text}' is meer dan {MAX_DAYS} dagen; schrijf alleen de dagen van de training"
    return ""


def _parts(line: str) -> list[str]:
    return [" ".join(part.split()) for part in _BETWEEN.split(line) if part.strip()]


def _on_line(line: str) -> list[date | str]:
    parts = _parts(line)
    lacking = _without_year(parts)
    found: list[date | str] = [listed(lacking)] if lacking else []
    for part in reversed(parts[: len(parts) - len(lacking)]):
        found[:0] = _days_of(part, found[0] if found else "")
    return found


def _without_year(parts: Sequence[str]) -> list[str]:
    """Return the days at the end of a line of which none has a year, and the last has a month."""
    found: list[str] = []
    for part in reversed(parts):
        ends = [_YEARLESS.fullmatch(end) for end in _UNTIL.split(part)]
        if not all(end and is_weekday(end["weekday"] or "ma") for end in ends):
            break
        month = ends[-1] and ends[-1]["month"]
        if not found and not (month and 1 <= month_number(month) <= 12):
            break
        found.insert(0, part)
    return found


def _days_of(part: str, later: date | str) -> list[date | str]:
    """Return the day in a text, or each from the first to the last (*t/m*)."""
    if not (ends := _span(part, later)):
        return [_before(part, later)]
    first, last = ends
    if isinstance(last, str):
        return [last]
    if isinstance(first, str):
        return [first]
    if not first < last < first + timedelta(days=MAX_DAYS):
        return [part]
    return [first + timedelta(days=i) for i in range((last - first).days + 1)]


def _span(part: str, later: date | str) -> tuple[date | str, date | str] | None:
    """Return the first and the last of the days in a text, when it tells so; the year is once."""
    ends = _UNTIL.split(part)
    if len(ends) != 2 or not all(ends) or (_without_year([part]) and isinstance(later, str)):
        return None
    last = _before(ends[1], later)
    first = _before(ends[0], last)
    told = _YEARLESS.fullmatch(ends[0])
    if first == ends[0] and isinstance(last, date) and told and told["month"]:
        first = _before(ends[0], date(last.year - 1, 12, 31))
    return first, last


def _before(part: str, later: date | str) -> date | str:
    """Return the day in a text; what it lacks is that of the day behind it."""
    if day := read_date(part):
        return day
    if isinstance(later, date):
        year, month = later.year, MONTHS[later.month - 1]
        for whole in (f"{part} {month} {year}", f"{part} {year}"):
            day = read_date(whole)
            if day and (day < later or day.month == later.month):
                return day
            if wrong_weekday(whole) or _no_such_day(whole):
                return whole
    return part

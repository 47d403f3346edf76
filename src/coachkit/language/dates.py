"""Dates as Dutch people write them."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta

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
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})", re.ASCII)
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
_LONGEST = 60
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
    if len(bare) > _LONGEST:
        return ""
    return wrong_weekday(bare) or _no_such_day(bare) or _no_year(bare, today) or _no_span(bare)


def _no_such_day(text: str) -> str:
    if not (found := _ISO.fullmatch(text) or _WRITTEN.fullmatch(text)):
        return ""
    year, month, day = _year(found["year"]), _month(found["month"]), int(found["day"])
    if not (1 <= month <= 12 and year):
        return ""
    name, last = _MONTHS[month - 1], monthrange(year, month)[1]
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
    return message


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
    if lacking := _without_year(parts):
        parts[-len(lacking) :] = [listed(lacking)]
    found: list[date | str] = []
    for part in reversed(parts):
        found[:0] = _days_of(part, found[0] if found else "")
    return found


def _without_year(parts: Sequence[str]) -> list[str]:
    """Return the days at the end of a line of which none has a year, and the last has a month."""
    found: list[str] = []
    for part in reversed(parts):
        ends = [_YEARLESS.fullmatch(end) for end in _UNTIL.split(part)]
        if not all(end and _is_weekday(end["weekday"] or "ma") for end in ends):
            break
        month = ends[-1] and ends[-1]["month"]
        if not found and not (month and 1 <= _month(month) <= 12):
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
        year, month = later.year, _MONTHS[later.month - 1]
        for whole in (f"{part} {month} {year}", f"{part} {year}"):
            day = read_date(whole)
            if day and (day < later or day.month == later.month):
                return day
            if wrong_weekday(whole) or _no_such_day(whole):
                return whole
    return part


def _read(text: str) -> tuple[date | None, str]:
    """Return the date in a text, and the weekday that stands before it."""
    bare = " ".join(text.split())
    if len(bare) > _LONGEST:
        return None, ""
    try:
        if _ISO.fullmatch(bare):
            return date.fromisoformat(bare), ""
        found = _WRITTEN.fullmatch(bare)
        if found is None or (found["weekday"] and not _is_weekday(found["weekday"])):
            return None, ""
        day = date(_year(found["year"]), _month(found["month"]), int(found["day"]))
    except ValueError:
        return None, ""
    return day, (found["weekday"] or "").lower()


def _year(word: str) -> int:
    """Return a year; of two figures it is one of this century."""
    return int(word) + (2000 if len(word) == 2 else 0)


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

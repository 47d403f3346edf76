"""The reminders of a worksheet as a calendar (RFC 5545): each one small question on its day."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import (
    Alarm,
    Calendar,
    Event,
    Timezone,
    TimezoneDaylight,
    TimezoneStandard,
    vText,
)

from coachkit.errors import ExportError
from coachkit.export.page import sheet_title
from coachkit.model import Worksheet
from coachkit.safetext import one_line
from coachkit.vocabulary import Form

ZONE = "Europe/Amsterdam"
START = time(9)
"""In the morning: most of the questions are about the day that lies ahead."""
LENGTH = timedelta(minutes=15)

_PRODID = "-//coachkit//werkblad//NL"
_NOON = time(12, tzinfo=UTC)

_ABOUT = {
    Form.INFORMAL: 'Een kleine vraag bij je werkblad "{}". Je antwoord is alleen voor jezelf.',
    Form.FORMAL: 'Een kleine vraag bij uw werkblad "{}". Uw antwoord is alleen voor uzelf.',
}
_GENERAL = {
    Form.INFORMAL: (
        "Tijd voor je werkblad",
        "Kijk er nog eens naar, als het je uitkomt. Wat je bedenkt, is alleen voor jezelf.",
    ),
    Form.FORMAL: (
        "Tijd voor uw werkblad",
        "Kijk er nog eens naar, als het u uitkomt. Wat u bedenkt, is alleen voor uzelf.",
    ),
}


def reminder_calendar(sheet: Worksheet, *, general: bool = False) -> bytes | None:
    """Return the reminders of a worksheet as the bytes of one ``.ics``.

    Each is an event of its own, at nine in the morning, Dutch time, with an alarm.

    Args:
        sheet: the worksheet.
        general: say nothing of what the sheet is about, not even its title: for a sheet that has a
            password.

    Returns:
        the calendar in UTF-8, the same for the same sheet; ``None`` when it has no reminders.

    Raises:
        ExportError: the sheet has no date to count from, or a day that no calendar knows.

    """
    if not sheet.reminders:
        return None
    if sheet.day is None:
        raise ExportError(
            "de herinneringen hebben een datum nodig; zet 'datum' in de briefing, of geef --date"
        )
    calendar = Calendar()
    calendar.add("PRODID", _PRODID)
    calendar.add("VERSION", "2.0")
    # No METHOD: with one, RFC 5546 asks for an organizer, and for the same word in the mail.
    calendar.add_component(_dutch_time())
    for event in _events(sheet, sheet.day, general=general):
        calendar.add_component(event)
    data: bytes = calendar.to_ical()
    return data


class _Words(vText):
    """Words as RFC 5545 escapes them; icalendar would make a new line of a backslash with an N."""

    def to_ical(self) -> bytes:
        return re.sub(r"[\\;,]", r"\\\g<0>", self).encode()


def _events(sheet: Worksheet, day: date, *, general: bool) -> Iterator[Event]:
    about = _ABOUT[sheet.form].format(one_line(sheet_title(sheet)))
    mark = _general_mark(sheet) if general else sheet.id
    for number, note in enumerate(sheet.reminders, 1):
        question = one_line(note.text)
        summary, description = _GENERAL[sheet.form] if general else (question, about)
        start = datetime.combine(_later(day, note.after_days), START, ZoneInfo(ZONE))
        event = Event()
        event.add("UID", f"{mark}-{number}@coachkit")
        event.add("DTSTAMP", datetime.combine(day, _NOON))
        event.add("DTSTART", start)
        event.add("DTEND", start + LENGTH)
        event.add("SUMMARY", _Words(summary))
        event.add("DESCRIPTION", _Words(description))
        event.add("TRANSP", "TRANSPARENT")
        event.add("CLASS", "PRIVATE")
        event.add_component(_alarm(summary))
        yield event


def _general_mark(sheet: Worksheet) -> str:
    """Return a mark without words: the id of a sheet names its recipe."""
    return hashlib.sha256(sheet.id.encode()).hexdigest()[:16]


def _later(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        raise ExportError(
            "een herinnering valt op een dag die niet bestaat; kijk naar de datum van het blad"
        ) from None


def _alarm(text: str) -> Alarm:
    alarm = Alarm()
    alarm.add("ACTION", "DISPLAY")
    alarm.add("DESCRIPTION", _Words(text))
    # As Apple writes "at the start"; icalendar's own P0D is right too, but rare.
    alarm["TRIGGER"] = "PT0S"
    return alarm


def _dutch_time() -> Timezone:
    """Return Dutch time, as the rule of the European Union.

    Not ``Calendar.add_missing_timezones``: that lists the days up to 2038 as the machine knows
    them, and lets summer begin an hour late.
    """
    zone = Timezone()
    zone.add("TZID", ZONE)
    winter, summer = timedelta(hours=1), timedelta(hours=2)
    for part, name, month, before, after in (
        (TimezoneDaylight(), "CEST", 3, winter, summer),
        (TimezoneStandard(), "CET", 10, summer, winter),
    ):
        # The last Sunday of the month, at one o'clock UTC, told in the time that ends then.
        sunday = {3: 29, 10: 25}[month]
        part.add("DTSTART", datetime(1970, month, sunday, 1) + before)
        part.add("RRULE", {"FREQ": "YEARLY", "BYMONTH": month, "BYDAY": "-1SU"})
        part.add("TZNAME", name)
        part.add("TZOFFSETFROM", before)
        part.add("TZOFFSETTO", after)
        zone.add_component(part)
    return zone

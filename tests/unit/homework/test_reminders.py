"""The reminders of a sheet are a calendar that phones can read, and that tells nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event

from coachkit.bank.load import load_bank
from coachkit.errors import ExportError
from coachkit.homework.reminders import START, ZONE, reminder_calendar
from coachkit.model import Block, BlockKind, Brief, Note, Origin, Recipe, Worksheet
from coachkit.safetext import one_line
from coachkit.vocabulary import Form, Phase, Situation
from coachkit.worksheet.compose import make_worksheet

Make = Callable[..., Worksheet]

BANK = load_bank()
TWO = (Note(after_days=2, text="Hoe gaat het?"), Note(after_days=6, text="Wat viel op?"))
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200) | st.text(
    'aN né😀\\,;:"\r\n\t\0\x85\u2028\ufeff', min_size=1, max_size=200
)


def data_of(sheet: Worksheet, **keywords: bool) -> bytes:
    data = reminder_calendar(sheet, **keywords)
    assert data is not None
    return data


def read(data: bytes) -> list[Event]:
    """Return the events of a calendar, which must be sound in all its parts."""
    calendar = Calendar.from_ical(data)
    assert [(part.name, part.errors) for part in calendar.walk() if part.errors] == []
    return list(calendar.walk("VEVENT"))


def texts_of(event: Event) -> tuple[str, str, str]:
    (alarm,) = event.walk("VALARM")
    return str(event["SUMMARY"]), str(event["DESCRIPTION"]), str(alarm["DESCRIPTION"])


def test_a_sheet_without_reminders_has_no_calendar(sheet_with: Make) -> None:
    assert reminder_calendar(sheet_with()) is None
    assert reminder_calendar(sheet_with(day=None)) is None


def test_each_reminder_is_an_event_on_its_day(sheet_with: Make) -> None:
    events = read(data_of(sheet_with(reminders=TWO)))
    assert [event["DTSTART"].dt.date() for event in events] == [
        date(2026, 11, 24),
        date(2026, 11, 28),
    ]
    assert [str(event["SUMMARY"]) for event in events] == ["Hoe gaat het?", "Wat viel op?"]


def test_an_event_takes_a_quarter_of_an_hour_of_dutch_time(sheet_with: Make) -> None:
    data = data_of(sheet_with(reminders=TWO))
    assert b"\r\nDTSTART;TZID=Europe/Amsterdam:20261124T090000\r\n" in data
    assert b"\r\nDTEND;TZID=Europe/Amsterdam:20261124T091500\r\n" in data


def test_an_event_takes_no_time_of_the_agenda_and_is_private(sheet_with: Make) -> None:
    event = read(data_of(sheet_with(reminders=TWO)))[0]
    assert (event["TRANSP"], event["CLASS"]) == ("TRANSPARENT", "PRIVATE")


def test_the_phone_shows_the_question_when_the_event_begins(sheet_with: Make) -> None:
    data = data_of(sheet_with(reminders=TWO))
    (alarm,) = read(data)[1].walk("VALARM")
    assert alarm["ACTION"] == "DISPLAY"
    assert alarm["DESCRIPTION"] == "Wat viel op?"
    assert alarm["TRIGGER"].dt == timedelta(0)
    assert data.count(b"\r\nTRIGGER:PT0S\r\nEND:VALARM\r\nEND:VEVENT\r\n") == 2


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ("je", 'Een kleine vraag bij je werkblad "Proef". Je antwoord is alleen voor jezelf.'),
        ("u", 'Een kleine vraag bij uw werkblad "Proef". Uw antwoord is alleen voor uzelf.'),
    ],
)
def test_an_event_tells_from_which_sheet_it_is_and_for_whom_the_answer(
    sheet_with: Make, form: str, told: str
) -> None:
    events = read(data_of(sheet_with(reminders=TWO, form=form)))
    assert [str(event["DESCRIPTION"]) for event in events] == [told, told]


def test_the_title_is_the_one_that_the_coach_left(sheet_with: Make) -> None:
    title = Block(kind=BlockKind.TITLE, text=r"Sannes *eigen* blad\!")
    event = read(data_of(sheet_with(title, reminders=TWO)))[0]
    assert '"Sannes eigen blad!"' in event["DESCRIPTION"]


def test_the_marks_of_the_events_come_from_the_sheet_and_the_place(sheet_with: Make) -> None:
    events = read(data_of(sheet_with(reminders=TWO)))
    assert [str(event["UID"]) for event in events] == [
        "sanne-proef-000000-1@coachkit",
        "sanne-proef-000000-2@coachkit",
    ]


def test_the_stamp_is_the_date_of_the_sheet(sheet_with: Make) -> None:
    events = read(data_of(sheet_with(reminders=TWO)))
    stamps = {event["DTSTAMP"].dt for event in events}
    assert stamps == {datetime(2026, 11, 22, 12, tzinfo=UTC)}
    assert b"\r\nDTSTAMP:20261122T120000Z\r\n" in data_of(sheet_with(reminders=TWO))


def test_the_same_sheet_gives_the_same_bytes(sheet_with: Make) -> None:
    assert data_of(sheet_with(reminders=TWO)) == data_of(sheet_with(reminders=TWO))


def test_the_calendar_says_what_it_is_and_asks_no_answer(sheet_with: Make) -> None:
    data = data_of(sheet_with(reminders=TWO))
    calendar = Calendar.from_ical(data)
    assert data.startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//coachkit//")
    assert not {"METHOD", "ATTENDEE", "ORGANIZER"} & {
        key for part in calendar.walk() for key in part
    }


def test_the_time_zone_stands_before_the_events_and_once(sheet_with: Make) -> None:
    names = [part.name for part in Calendar.from_ical(data_of(sheet_with(reminders=TWO))).walk()]
    assert names[:4] == ["VCALENDAR", "VTIMEZONE", "DAYLIGHT", "STANDARD"]
    assert names.count("VTIMEZONE") == 1


def test_the_time_zone_is_dutch_time_in_every_half_hour_around_the_changes(
    sheet_with: Make,
) -> None:
    (told,) = Calendar.from_ical(data_of(sheet_with(reminders=TWO))).walk("VTIMEZONE")
    zone, dutch = told.to_tz(lookup_tzid=False), ZoneInfo(ZONE)
    assert str(told["TZID"]) == ZONE
    starts = [datetime(y, m, 20, tzinfo=UTC) for y in range(2020, 2051) for m in (1, 3, 7, 10)]
    moments = [start + timedelta(minutes=30 * i) for start in starts for i in range(24 * 24)]
    wrong = [
        moment
        for moment in moments
        if moment.astimezone(zone).utcoffset() != moment.astimezone(dutch).utcoffset()
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("day", "before", "after"),
    [(date(2027, 3, 26), 1, 2), (date(2027, 10, 29), 2, 1)],
    ids=["summer begins", "summer ends"],
)
def test_a_reminder_keeps_its_hour_when_the_clock_changes(
    sheet_with: Make, day: date, before: int, after: int
) -> None:
    notes = (Note(after_days=1, text="Zaterdag?"), Note(after_days=2, text="Zondag?"))
    starts = [event["DTSTART"].dt for event in read(data_of(sheet_with(day=day, reminders=notes)))]
    assert [start.time() for start in starts] == [START, START]
    offsets = [start.utcoffset() for start in starts]
    assert offsets == [timedelta(hours=before), timedelta(hours=after)]


@pytest.mark.parametrize(
    ("form", "summary", "own"),
    [("je", "Tijd voor je werkblad", "jezelf"), ("u", "Tijd voor uw werkblad", "uzelf")],
)
def test_a_general_calendar_says_nothing_of_the_sheet(
    sheet_with: Make, form: str, summary: str, own: str
) -> None:
    sheet = sheet_with(
        id="2026-11-22-sanne-durven-3f2a1c",
        title="Een stap die spannend is",
        form=form,
        reminders=TWO,
    )
    data = data_of(sheet, general=True)
    for event in read(data):
        assert texts_of(event)[::2] == (summary, summary)
        assert texts_of(event)[1].endswith(f" is alleen voor {own}.")
    unfolded = data.replace(b"\r\n ", b"").lower()
    for word in (b"durven", b"spannend", b"hoe gaat", b"wat viel", b"3f2a1c", b"sanne"):
        assert word not in unfolded


def test_a_general_calendar_has_the_same_days_and_marks_of_its_own(sheet_with: Make) -> None:
    sheet, other = sheet_with(reminders=TWO), sheet_with(id="iets-anders", reminders=TWO)
    events, plain = read(data_of(sheet, general=True)), read(data_of(sheet))
    assert [event["DTSTART"].dt for event in events] == [event["DTSTART"].dt for event in plain]
    marks = [str(event["UID"]) for event in events]
    others = [str(event["UID"]) for event in read(data_of(other, general=True))]
    assert len({*marks, *others}) == 4
    assert all(re.fullmatch(r"[0-9a-f]{16}-[12]@coachkit", mark) for mark in marks)


def test_without_a_date_there_is_nothing_to_count_from(sheet_with: Make) -> None:
    with pytest.raises(ExportError, match=r"een datum nodig; .*'datum' in de briefing.*--date"):
        reminder_calendar(sheet_with(day=None, reminders=TWO))


def test_a_day_after_the_last_one_is_told(sheet_with: Make) -> None:
    with pytest.raises(ExportError, match="die niet bestaat; kijk naar de datum"):
        reminder_calendar(sheet_with(day=date(9999, 12, 30), reminders=TWO))


@given(question=TEXTS, title=TEXTS)
def test_any_text_comes_through_on_one_line(sheet_with: Make, question: str, title: str) -> None:
    sheet = sheet_with(title=title, reminders=(Note(after_days=1, text=question),))
    data = data_of(sheet)
    (event,) = read(data)
    summary, description, alarm = texts_of(event)
    assert summary == alarm == one_line(question)
    assert f'"{one_line(title)}"' in description
    assert set(event) == {
        *("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "TRANSP", "CLASS")
    }
    assert not re.search(rb"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f]", data)


@given(text=TEXTS, day=st.dates(max_value=date(9998, 1, 1)), days=st.integers(1, 365))
def test_lines_are_folded_and_end_as_the_standard_asks(
    sheet_with: Make, text: str, day: date, days: int
) -> None:
    sheet = sheet_with(day=day, reminders=(Note(after_days=days, text=text * 5),))
    lines = data_of(sheet).split(b"\r\n")
    assert lines.pop() == b""
    assert not [line for line in lines if b"\n" in line or b"\r" in line]
    assert max(map(len, lines)) <= 75
    for line in lines:
        line.decode("utf-8")


def test_marks_of_the_standard_are_letters_in_a_question(sheet_with: Make) -> None:
    data = data_of(sheet_with(reminders=(Note(after_days=1, text="Map C:\\Nieuw, of; D?"),)))
    assert data.count(b":Map C:\\\\Nieuw\\, of\\; D?\r\n") == 2
    assert texts_of(read(data)[0])[0] == "Map C:\\Nieuw, of; D?"


def test_a_very_long_question_is_kept(sheet_with: Make) -> None:
    long = "é" * 20_000
    (event,) = read(data_of(sheet_with(reminders=(Note(after_days=1, text=long),))))
    assert event["SUMMARY"] == long


def test_nothing_of_the_coach_is_in_it(sheet_with: Make, question: Callable[..., Block]) -> None:
    asked = question("geheime-vraag", "Wat speelt er in het geheim?")
    assert asked.question is not None
    inner = asked.question.model_copy(update={"reason": "om reden X", "follow_up": "Vervolg Y?"})
    origin = Origin(
        recipe="recept-q",
        seed=987654321,
        situation=Situation.DARES_NOT,
        phase=Phase.RELAPSE,
        reason="gekozen om Z",
        notes=("notitie W",),
    )
    block = asked.model_copy(update={"question": inner})
    data = data_of(sheet_with(block, origin=origin, coach="Noor", reminders=TWO))
    text = data.replace(b"\r\n ", b"").decode()
    for secret in (
        *("durft-niet", "terugval", "987654321", "recept-q", "reden X", "Vervolg Y", "gekozen"),
        *("notitie", "geheim"),
    ):
        assert secret not in text


@pytest.mark.parametrize("form", list(Form))
@pytest.mark.parametrize("recipe", BANK.recipes.values(), ids=lambda recipe: recipe.id)
def test_every_recipe_of_the_bank_gives_its_reminders_in_both_forms(
    recipe: Recipe, form: Form
) -> None:
    brief = Brief(
        name="Sanne",
        form=form,
        goal="meer bewegen",
        previous_step="elke dag een rondje lopen",
        coach="Noor",
        day=date(2026, 11, 22),
        phase=(recipe.phases or tuple(Phase))[0],
    )
    data = reminder_calendar(make_worksheet(BANK, brief, recipe.id))
    events = read(data) if data else []
    spoken = [reminder.in_form(form) for reminder in recipe.reminders]
    assert [str(event["SUMMARY"]) for event in events] == [each.text for each in spoken]
    days = [(event["DTSTART"].dt.date() - date(2026, 11, 22)).days for event in events]
    assert days == [each.after_days for each in spoken]
    words = set(re.findall(r"\w+", " ".join(text for e in events for text in texts_of(e)).lower()))
    theirs = {"je", "jij", "jou", "jouw", "jezelf"}, {"u", "uw", "uzelf"}
    own, other = theirs if form is Form.INFORMAL else theirs[::-1]
    assert bool(words & own) == bool(recipe.reminders)
    assert not words & other


def test_most_recipes_of_the_bank_have_reminders() -> None:
    assert sum(bool(recipe.reminders) for recipe in BANK.recipes.values()) >= 20

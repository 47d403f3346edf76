from __future__ import annotations

from datetime import date

import pytest

from coachkit.language.dates import (
    dutch_date,
    dutch_days,
    listed,
    read_date,
    wrong_weekday,
)


def test_a_date_is_written_in_words() -> None:
    assert dutch_date(date(2026, 3, 1)) == "1 maart 2026"
    assert dutch_date(date(2026, 12, 31)) == "31 december 2026"


def test_days_bear_their_weekday_and_the_year_once() -> None:
    assert dutch_days([date(2027, 4, 13)]) == "dinsdag 13 april 2027"
    days = [date(2027, 6, 3), date(2027, 6, 17), date(2027, 7, 1)]
    assert dutch_days(days) == "donderdag 3 juni, donderdag 17 juni en donderdag 1 juli 2027"


def test_days_in_two_years_bear_both() -> None:
    days = [date(2026, 12, 30), date(2027, 1, 6)]
    assert dutch_days(days) == "woensdag 30 december 2026 en woensdag 6 januari 2027"


def test_a_list_of_none_or_one_has_no_and() -> None:
    assert [listed([]), listed(["a"]), listed(["a", "b"])] == ["", "a", "a en b"]


@pytest.mark.parametrize(
    "written",
    [
        *("2026-11-22", "22-11-2026", "22/11/2026", "22.11.2026", "22-11-26", " 22 - 11 - 2026 "),
        *("22 november 2026", "22 nov 2026", "22 nov. 2026", "zondag 22 november 2026"),
        *("zo 22 Nov 2026", "22 NOVEMBER 26", "22\n november  2026"),
    ],
)
def test_a_date_is_read_as_people_write_it(written: str) -> None:
    assert read_date(written) == date(2026, 11, 22)


@pytest.mark.parametrize(
    "written",
    [
        *(
            "",
            "morgen",
            "22 november",
            "november 2026",
            "22",
            "22-13-2026",
            "31-2-2026",
            "0-1-2026",
        ),
        *("2026-13-01", "22 novemver 2026", "blad 22 november 2026", "22-11-2026 of later"),
        *("22-11-202", "²²-11-2026", "22 november 2026" * 50, "11/22/2026"),
    ],
)
def test_what_is_no_whole_date_is_no_date(written: str) -> None:
    assert read_date(written) is None


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_is_read_whole_and_short(month: int) -> None:
    day = date(2026, month, 3)
    words = dutch_date(day)
    assert read_date(words) == day
    short = {3: "mrt"}.get(month, words.split()[1][:3])
    assert read_date(f"3 {short} 2026") == day


def test_september_has_a_short_form_of_four_letters() -> None:
    assert read_date("3 sept. 2026") == date(2026, 9, 3)


@pytest.mark.parametrize("written", ["vrijdag 3 juni 2027", "VR 3-6-27", "vrijdag 3 jun. 2027"])
def test_a_wrong_weekday_is_told_and_never_changed(written: str) -> None:
    assert read_date(written) is None
    assert wrong_weekday(written) == "3 juni 2027 is een donderdag; welke dag klopt?"


@pytest.mark.parametrize("written", ["donderdag 3 juni 2027", "do 3-6-2027", "3 juni 2027", "nu"])
def test_a_right_weekday_or_none_is_fine(written: str) -> None:
    assert wrong_weekday(written) == ""

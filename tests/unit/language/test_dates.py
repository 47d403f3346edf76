from __future__ import annotations

from datetime import date

from coachkit.language.dates import dutch_date, dutch_days, listed


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

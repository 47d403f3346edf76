from __future__ import annotations

from datetime import date

import pytest

from coachkit.language.daylist import MAX_DAYS, read_days, wrong_date

FEW = [date(2027, 6, day) for day in (3, 4, 5)]
JUNE = [date(2027, 6, day) for day in (3, 10, 17)]


@pytest.mark.parametrize(
    ("written", "days"),
    [
        ("3 en 17 juni 2027", [JUNE[0], JUNE[2]]),
        ("3, 10 en 17 juni 2027", JUNE),
        ("donderdag 3 en donderdag 17 juni 2027", [JUNE[0], JUNE[2]]),
        ("3 juni, 10 juni en 17 juni 2027", JUNE),
        ("27 mei, 3 en 17 juni 2027", [date(2027, 5, 27), JUNE[0], JUNE[2]]),
        ("3-6-2027; 10 juni 2027\n2027-06-17", JUNE),
        ("30 december en 6 januari 2027", ["30 december", date(2027, 1, 6)]),
        ("3\n17 juni 2027", ["3", JUNE[2]]),
        ("3 en 17 juni", ["3 en 17 juni"]),
        ("3, 10 en do 17 juni", ["3, 10 en do 17 juni"]),
        ("3, 4 t/m 6 juni", ["3 en 4 t/m 6 juni"]),
        ("17 juni 2027 en 1 juli", [JUNE[2], "1 juli"]),
        ("vrijdag 3 en 17 juni 2027", ["vrijdag 3 juni 2027", JUNE[2]]),
        ("31 en 17 juni 2027", ["31 juni 2027", JUNE[2]]),
        ("3 t/m 5 juni 2027", FEW),
        ("3 tot en met 5 juni 2027", FEW),
        ("donderdag 3 T/M zaterdag 5 juni 2027", FEW),
        ("3-6-2027 t/m 5-6-2027", FEW),
        ("3 t/m 5 en 17 juni 2027", [*FEW, JUNE[2]]),
        ("27 mei, 3 t/m 5 juni 2027", [date(2027, 5, 27), *FEW]),
        ("30 juni t/m 1 juli 2027", [date(2027, 6, 30), date(2027, 7, 1)]),
        ("31 december t/m 1 januari 2028", [date(2027, 12, 31), date(2028, 1, 1)]),
        ("3 t/m 31 juni 2027", ["31 juni 2027"]),
        ("vrijdag 3 t/m 5 juni 2027", ["vrijdag 3 juni 2027"]),
        ("3 t/m 5 juni", ["3 t/m 5 juni"]),
        ("5 t/m 3 juni 2027", ["5 t/m 3 juni 2027"]),
        ("1 juni t/m 1 juli 2027", ["1 juni t/m 1 juli 2027"]),
        ("t/m 5 juni 2027", ["t/m 5 juni 2027"]),
        ("", []),
    ],
)
def test_days_are_read_as_people_list_them(written: str, days: list[date | str]) -> None:
    assert read_days(written) == days


def test_thirty_days_are_the_most_in_a_row() -> None:
    assert len(read_days("1 t/m 30 juni 2027")) == MAX_DAYS
    assert read_days("1 t/m 31 juli 2027") == ["1 t/m 31 juli 2027"]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("3 juni", "zet het jaar erbij, bijvoorbeeld 3 juni 2027"),
        ("donderdag 3 juni", "zet het jaar erbij, bijvoorbeeld 3 juni 2027"),
        ("3-6", "zet het jaar erbij, bijvoorbeeld 3 juni 2027"),
        ("3 januari", "zet het jaar erbij, bijvoorbeeld 3 januari 2028"),
        ("29 feb", "zet het jaar erbij, bijvoorbeeld 29 februari 2028"),
        ("3 en 17 juni", "zet het jaar erbij, bijvoorbeeld 3 en 17 juni 2027"),
        ("do 3, 10 en do 17 juni", "bijvoorbeeld 3, 10 en 17 juni 2027"),
        ("3 t/m 5 juni", "zet het jaar erbij, bijvoorbeeld 3 t/m 5 juni 2027"),
        ("31 juni", "in '31 juni' staat een dag die niet bestaat; welke dag klopt?"),
        ("31 juni 2027", "31 juni 2027 bestaat niet, want juni heeft dan 30 dagen"),
        ("2027-02-29", "29 februari 2027 bestaat niet, want februari heeft dan 28 dagen"),
        ("vrijdag 3 juni 2027", "is een donderdag; welke dag klopt?"),
        ("5 t/m 3 juni 2027", "eindigt voor het begint; welke dag komt eerst?"),
        ("1 juni t/m 1 juli 2027", "is meer dan 30 dagen"),
    ],
)
def test_why_it_is_no_date_is_told_with_a_way_out(written: str, told: str) -> None:
    assert told in wrong_date(written, date(2027, 1, 10))


@pytest.mark.parametrize(
    "written",
    ["3 juni 2027", "3 t/m 5 juni 2027", "morgen", "3", "blad 3 juni", "22-13-2026", "x" * 99, ""],
)
def test_a_date_or_another_text_has_nothing_wrong_with_it(written: str) -> None:
    assert wrong_date(written, date(2027, 1, 10)) == ""


def test_without_a_clock_no_year_is_named() -> None:
    assert wrong_date("31 juni") == "bij '31 juni' ontbreekt het jaar; zet het jaar erbij"

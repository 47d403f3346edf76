from __future__ import annotations

from datetime import date

from coachkit.language.dates import dutch_date


def test_a_date_is_written_in_words() -> None:
    assert dutch_date(date(2026, 3, 1)) == "1 maart 2026"
    assert dutch_date(date(2026, 12, 31)) == "31 december 2026"

"""How hard a text reads."""

from __future__ import annotations

import pytest

from coachkit.language.readability import HARD, flesch_douma, syllables


@pytest.mark.parametrize(
    ("word", "count"),
    [("ik", 1), ("idee", 2), ("leven", 2), ("verantwoordelijkheid", 6), ("mooie", 2), ("xyz", 1)],
)
def test_syllables_are_counted(word: str, count: int) -> None:
    assert syllables(word) == count


def test_the_formula_is_that_of_douma() -> None:
    # Four words, one sentence, four syllables.
    assert flesch_douma("Wat wil je nu?") == pytest.approx(206.835 - 0.93 * 4 - 77)


def test_hard_is_below_the_limit_and_easy_above() -> None:
    assert flesch_douma("Welke maatregelen acht u noodzakelijk voor verbetering?") < HARD
    assert flesch_douma("Waar word je blij van?") > HARD


def test_a_text_without_words_is_not_hard() -> None:
    assert flesch_douma("?") == 100

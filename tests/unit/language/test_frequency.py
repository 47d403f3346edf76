"""How common a word is."""

from __future__ import annotations

import pytest

from coachkit.language.frequency import RARE, commonness, splits, zipf


@pytest.mark.parametrize("word", ["rommellade", "boekenkast", "vrijwilligerswerk", "tafel"])
def test_an_easy_word_is_common_also_as_a_compound(word: str) -> None:
    assert commonness(word) >= RARE


@pytest.mark.parametrize("word", ["ambivalentie", "attributief", "xqzw"])
def test_a_word_of_the_trade_is_rare(word: str) -> None:
    assert commonness(word) < RARE


def test_a_compound_is_split_with_what_links_its_parts() -> None:
    assert ("rommel", "lade") in splits("rommellade")
    assert ("dag", "boek") in splits("dagboek")


def test_capitals_make_no_difference() -> None:
    assert zipf("Tafel") == zipf("tafel") > 4

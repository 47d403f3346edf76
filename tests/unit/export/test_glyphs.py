"""Letters that the font lacks get a stand-in, and the coach is told."""

from __future__ import annotations

import unicodedata

from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st

from coachkit.export.fonts import regular_font
from coachkit.export.glyphs import _SURE, Letters
from coachkit.safetext import STAND_IN


def covered() -> frozenset[int]:
    with TTFont(regular_font(), lazy=True) as font:
        return frozenset(font.getBestCmap())


def test_what_is_surely_in_the_font_is_in_the_font() -> None:
    sure = {number for number in range(0x10000) if _SURE.fullmatch(chr(number))}
    assert len(sure) > 190
    assert not sure - covered()


def test_the_stand_in_is_in_the_font() -> None:
    assert ord(STAND_IN) in covered()


@settings(max_examples=150, deadline=None)
@given(st.text())
def test_what_comes_out_can_be_set(text: str) -> None:
    for letter in Letters().clean(text):
        assert ord(letter) in covered() or letter in "\n\t\xa0 "


def test_ordinary_dutch_is_left_alone() -> None:
    letters = Letters()
    text = "Eén coöperatie – “zo'n €5”…"
    assert letters.clean(text) == text
    assert letters.notes() == ()


def test_greek_and_cyrillic_are_shown() -> None:
    letters = Letters()
    assert letters.clean("Ελένη Ирина") == "Ελένη Ирина"
    assert letters.notes() == ()


def test_emoji_and_arabic_get_a_stand_in_each_and_are_told() -> None:
    letters = Letters()
    assert letters.clean("a😀b سارة") == f"a{STAND_IN}b " + STAND_IN * 4
    (note,) = letters.notes()
    assert "😀 (U+1F600)" in note
    assert "schrijf ze met gewone letters" in note
    (own,) = letters.notes(homework=False)
    assert own.endswith("buiten de pdf staan ze er nog wel")


def test_control_characters_are_told_by_their_number() -> None:
    letters = Letters()
    assert letters.clean("a\x00b\x85") == f"a{STAND_IN}b{STAND_IN}"
    assert "U+0000, U+0085;" in letters.notes()[0]


def test_lone_surrogates_and_private_letters_get_a_stand_in() -> None:
    assert Letters().clean("\ud800\ue000\uffff") == STAND_IN * 3


def test_format_characters_and_variation_selectors_are_dropped() -> None:
    letters = Letters()
    assert letters.clean("a\u200b\u202e\ufeff\u00ad\ufe0f\U000e0101b") == "ab"
    assert letters.notes() == ()


def test_every_space_becomes_an_ordinary_one_but_the_hard_space_stays() -> None:
    assert Letters().clean("a\u2003b\u2028c\u00a0d\u3000e") == "a b c\u00a0d e"


def test_letters_with_loose_accents_are_composed() -> None:
    loose = unicodedata.normalize("NFD", "één")
    assert Letters().clean(loose) == "één"


def test_many_replaced_letters_are_summed_up() -> None:
    letters = Letters()
    letters.clean("一二三四五六七八九十一")
    assert "en nog 2 andere;" in letters.notes()[0]

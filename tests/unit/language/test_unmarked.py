"""Questions without their mark."""

from __future__ import annotations

import pytest

from coachkit.language.unmarked import begins_as_question


@pytest.mark.parametrize(
    "text",
    ["heb je hulp", "mist u iets", "voelt het goed", "komt je broer ook", "zie je ertegenop"],
)
def test_a_verb_and_its_subject_begin_a_question(text: str) -> None:
    assert begins_as_question(tuple(text.split()))


@pytest.mark.parametrize(
    "text",
    ["zet de tafel klaar", "schrijf je naam op", "stelt u zich voor", "rust in huis", "vertel"],
)
def test_what_can_be_an_instruction_or_a_noun_does_not(text: str) -> None:
    assert not begins_as_question(tuple(text.split()))

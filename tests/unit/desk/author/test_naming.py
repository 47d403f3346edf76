"""Ids for new questions: short, free, and without what a client may not see."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from coachkit.desk.author.naming import proposed_id
from coachkit.validation import ID_PATTERN
from coachkit.vocabulary import Phase, Situation


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Welk klein ding geeft je vandaag moed?", "Moed", "moed-klein-ding-geeft-vandaag-moed"),
        ("Wat is het?", "Moed", "moed-wat-is-het"),
        ("{{ naam }}, wie helpt?", "Rust & ruimte", "rust-ruimte-helpt"),
        ("🙂", "🙂", "mijn-vragen-vraag"),
        ("Actie", "Beslissing", "mijn-vragen"),
    ],
)
def test_an_id_comes_from_set_and_text(text: str, name: str, expected: str) -> None:
    assert proposed_id(text, name, ()) == expected


def test_an_id_that_is_taken_gets_a_number() -> None:
    taken = {"moed-helpt", "moed-helpt-2"}
    assert proposed_id("Wie helpt?", "Moed", taken) == "moed-helpt-3"


WORDS = st.lists(st.sampled_from([*Situation, *Phase, "wat", "moed", "dag"])).map("-".join)


@settings(max_examples=80, deadline=None)
@example("GEEN:EIGENAARSCHAP:DAG", "WAAN:VAN:DE")
@given(st.text() | WORDS, st.text() | WORDS)
def test_every_id_is_one(text: str, name: str) -> None:
    id_ = proposed_id(text, name, ())
    assert re.fullmatch(ID_PATTERN, id_)
    assert len(id_) <= 80
    assert not any(f"-{word}-" in f"-{id_}-" for word in (*Situation, *Phase))

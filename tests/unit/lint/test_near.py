"""Near-duplicates: the quick search finds exactly what the slow one finds."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz import fuzz, utils

from coachkit.lint.near import LIMIT, near_pairs

WORDS = [
    "wat",
    "hoe",
    "wie",
    "helpt",
    "helpen",
    "je",
    "jou",
    "nu",
    "plan",
    "plannen",
    "week",
    "deze",
    "dag",
    "dagen",
    "stap",
    "stapje",
    "een",
]


def slowly(texts: list[str]) -> list[tuple[int, int]]:
    found = []
    for first, one in enumerate(texts):
        for second in range(first + 1, len(texts)):
            a, b = utils.default_process(one), utils.default_process(texts[second])
            if a and b and fuzz.token_set_ratio(a, b) >= LIMIT:
                found.append((first, second))
    return found


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=8), max_size=14))
def test_nothing_is_lost_of_likely_texts(texts: list[list[str]]) -> None:
    joined = [" ".join(words) for words in texts]
    assert near_pairs(joined, range(len(joined))) == slowly(joined)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text("abcdé ?", max_size=16), max_size=12))
def test_nothing_is_lost_of_strange_texts(texts: list[str]) -> None:
    assert near_pairs(texts, range(len(texts))) == slowly(texts)


def test_nothing_is_lost_in_more_texts_than_one_block() -> None:
    rng = random.Random(3)
    texts = [" ".join(rng.choices(WORDS, k=rng.randint(2, 9))) for _ in range(200)]
    found = near_pairs(texts, range(len(texts)))
    assert found == slowly(texts)
    assert found


def test_texts_of_one_group_are_not_compared() -> None:
    assert near_pairs(["Wat nu?", "Wat nu?"], ["a", "b"]) == [(0, 1)]
    assert near_pairs(["Wat nu?", "Wat nu?"], ["a", "a"]) == []


@pytest.mark.parametrize("texts", [[], ["x"], ["", "?"]])
def test_few_or_empty_texts_have_no_pairs(texts: list[str]) -> None:
    assert near_pairs(texts, range(len(texts))) == []

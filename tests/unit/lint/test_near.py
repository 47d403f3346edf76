"""Near-duplicates: the quick search finds exactly what the slow one finds."""

from __future__ import annotations

import itertools
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz import fuzz, utils

from coachkit.lint.near import LIMIT, KnownTexts, near_pairs

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


def slowly(texts: list[str], groups: list[int] | None = None) -> list[tuple[int, int]]:
    """Return the first pair of each two groups that are alike, by comparing all texts."""
    groups = list(range(len(texts))) if groups is None else groups
    found: dict[frozenset[int], tuple[int, int]] = {}
    for first, second in itertools.combinations(range(len(texts)), 2):
        both = frozenset((groups[first], groups[second]))
        a, b = (utils.default_process(texts[place]) for place in (first, second))
        if len(both) > 1 and a and b and fuzz.token_set_ratio(a, b) >= LIMIT:
            found.setdefault(both, (first, second))
    return sorted(found.values())


def quickly(texts: list[str], groups: list[int] | None = None) -> list[tuple[int, int]]:
    return sorted(near_pairs(texts, range(len(texts)) if groups is None else groups))


LIKELY = st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(st.lists(LIKELY, max_size=14))
def test_nothing_is_lost_of_likely_texts(texts: list[str]) -> None:
    assert quickly(texts) == slowly(texts)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text("abcdé ?", max_size=16), max_size=12))
def test_nothing_is_lost_of_strange_texts(texts: list[str]) -> None:
    assert quickly(texts) == slowly(texts)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(LIKELY, st.integers(1, 5)), max_size=5))
def test_of_groups_that_follow_each_other_the_first_pair_is_found(
    patterns: list[tuple[str, int]],
) -> None:
    texts = [f"{text} {WORDS[i]}" for text, count in patterns for i in range(count)]
    groups = [number for number, (_, count) in enumerate(patterns) for _ in range(count)]
    assert quickly(texts, groups) == slowly(texts, groups)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(LIKELY, st.integers(0, 3)), max_size=14))
def test_of_groups_that_stand_mixed_one_pair_is_found(given: list[tuple[str, int]]) -> None:
    texts, groups = [text for text, _ in given], [group for _, group in given]
    found = quickly(texts, groups)
    assert all(slowly([texts[first], texts[second]]) for first, second in found)
    assert sorted(sorted((groups[a], groups[b])) for a, b in found) == sorted(
        sorted((groups[a], groups[b])) for a, b in slowly(texts, groups)
    )


def test_nothing_is_lost_in_many_texts() -> None:
    rng = random.Random(3)
    texts = [" ".join(rng.choices(WORDS, k=rng.randint(2, 9))) for _ in range(200)]
    found = quickly(texts)
    assert found == slowly(texts)
    assert found


def test_texts_of_one_group_are_not_compared() -> None:
    assert list(near_pairs(["Wat nu?", "Wat nu?"], ["a", "b"])) == [(0, 1)]
    assert list(near_pairs(["Wat nu?", "Wat nu?"], ["a", "a"])) == []


def test_of_two_groups_no_more_is_compared_once_they_are_alike(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compared = []
    ratio = fuzz.token_set_ratio
    monkeypatch.setattr(
        fuzz, "token_set_ratio", lambda *args, **kw: compared.append(args) or ratio(*args, **kw)
    )
    words = [f"woord{i}" for i in range(100)]
    texts = [f"Wat wil je van {word} op {day} doen" for day in ("dag", "dat") for word in words]
    assert list(near_pairs(texts, [0] * 100 + [1] * 100)) == [(0, 100)]
    assert len(compared) == 1


def test_pairs_come_one_by_one() -> None:
    assert next(near_pairs(["Wat nu?"] * 3000, range(3000))) == (0, 1)


@pytest.mark.parametrize("texts", [[], ["x"], ["", "?"]])
def test_few_or_empty_texts_have_no_pairs(texts: list[str]) -> None:
    assert list(near_pairs(texts, range(len(texts)))) == []


@settings(max_examples=60, deadline=None)
@given(st.lists(LIKELY, max_size=14), LIKELY)
def test_one_text_is_compared_as_a_pair_is(texts: list[str], text: str) -> None:
    found = KnownTexts(texts).near(text)
    assert sorted(place for place, _ in found) == [
        place for place, other in slowly([*texts, text]) if other == len(texts)
    ]
    assert [likeness for _, likeness in found] == sorted((s for _, s in found), reverse=True)


def test_a_text_without_words_is_like_nothing() -> None:
    assert KnownTexts(["?", "wat"]).near("!") == []
    assert KnownTexts(["Wat helpt je?"]).near("Wat helpt je nu?") == [(0, 100)]

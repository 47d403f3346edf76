"""The word lists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from coachkit.language import wordlists
from coachkit.language.wordlists import entries, find_entry, patterns, word_list

DATA = Path(wordlists.__file__).parent / "data"
LISTS = sorted(path.stem.removeprefix("lint-") for path in DATA.glob("lint-*.txt"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Wat is je Coping?", "Coping"),
        ("Welke belemmerende overtuigingen heb je?", "belemmerende overtuigingen"),
        ("Welke triggers ken je?", "triggers"),
        ("Wat belemmert je?", ""),
        ("", ""),
    ],
)
def test_words_phrases_and_beginnings_are_found(text: str, found: str) -> None:
    assert find_entry("jargon", text) == found


def test_all_entries_of_a_text_are_found() -> None:
    text = "In hoeverre is uw sociale omgeving betrokken bij u?"
    assert sorted(entries("stroef", text)) == ["betrokken", "in hoeverre", "omgeving", "sociale"]
    assert entries("stroef", "Wat wil je?") == []


@pytest.mark.parametrize("name", LISTS)
def test_each_list_tells_its_source_and_can_be_read(name: str) -> None:
    text = (DATA / f"lint-{name}.txt").read_text(encoding="utf-8")
    assert "Source: " in text
    if name.startswith("patronen-"):
        found = patterns(name.removeprefix("patronen-"))
        assert isinstance(found, re.Pattern)
        assert not re.search("<[A-Z]+>", found.pattern)
        assert not found.match("")
    else:
        entries = word_list(name)
        assert entries
        assert all(entry == entry.lower() for entry in entries)

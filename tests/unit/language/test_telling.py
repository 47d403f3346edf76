"""Requests to tell."""

from __future__ import annotations

import pytest

from coachkit.language.telling import asks_to_tell


@pytest.mark.parametrize(
    "text",
    [
        "kun je vertellen wat er gebeurde",
        "kunt u toelichten welke zorgen er aan uw keuze vastzitten",
        "kun je in één zin vertellen hoe het ging",
        "mag ik weten hoe je daarover denkt",
        "kun je laten zien hoe dat gaat",
        "zou je daar iets over willen zeggen",
        "kunt u een voorbeeld geven",
    ],
)
def test_who_may_tell_a_story_is_asked_openly(text: str) -> None:
    assert asks_to_tell(tuple(text.split()))


@pytest.mark.parametrize(
    "text",
    [
        "mag ik je iets laten zien",
        "wil je je moeder vertellen wat er is gebeurd",
        "wil je hem vertellen dat je verhuist",
        "kun je tegen haar zeggen wat je voelt",
        "kun je aan hem uitleggen wat je nodig hebt",
        "kun je me vertellen of het pijn doet",
        "wilt u nog iets zeggen",
        "kun je goed slapen",
        "kun je",
    ],
)
def test_to_tell_another_or_yes_or_no_is_closed(text: str) -> None:
    assert not asks_to_tell(tuple(text.split()))

"""The questions of a sheet change, and every change can be taken back."""

from __future__ import annotations

import pytest

from coachkit.desk.choice import Choice
from coachkit.desk.preparation import Preparation
from coachkit.desk.questions import questions_on
from coachkit.errors import SelectionError


def ids(choice: Choice) -> list[str]:
    return [pick.question.id for pick in choice.made.picks]


def test_nothing_can_be_done_before_a_recipe_is_chosen(desk: Preparation) -> None:
    choice = desk.choice
    for act in (choice.surprise, choice.redraw, lambda: choice.swap(0), lambda: choice.pin(0)):
        with pytest.raises(SelectionError, match="kies eerst een werkvorm"):
            act()
    choice.undo()
    assert not choice.can_undo


def test_each_change_is_taken_back_in_turn(prepared: Preparation) -> None:
    choice = prepared.choice
    states = [ids(choice)]
    for act in (
        lambda: choice.swap(0),
        lambda: choice.move(0, 2),
        lambda: choice.remove(1),
        choice.surprise,
        lambda: choice.add("stap-moed"),
        choice.redraw,
    ):
        act()
        assert ids(choice) != states[-1]
        states.append(ids(choice))
    for before in reversed(states[:-1]):
        choice.undo()
        assert ids(choice) == before
    assert not choice.can_undo


def test_swapping_shows_all_before_one_comes_again(prepared: Preparation) -> None:
    choice = prepared.choice
    seen = [ids(choice)[0]]
    for _ in range(8):
        choice.swap(0)
        seen.append(ids(choice)[0])
    assert len(set(seen)) == len(seen)


def test_what_is_pinned_stays(prepared: Preparation) -> None:
    choice = prepared.choice
    choice.reword(0, "In mijn eigen woorden?")
    choice.pin(0)
    pinned = choice.made.picks[0]
    for _ in range(3):
        choice.redraw()
        assert pinned.question.id in ids(choice)
        assert "In mijn eigen woorden?" in [q.text for q in questions_on(choice.made)]
    choice.pin(ids(choice).index(pinned.question.id))
    assert choice.pinned == set()


def test_a_pinned_question_that_is_swapped_leaves_its_pin_to_the_new_one(
    prepared: Preparation,
) -> None:
    choice = prepared.choice
    choice.pin(0)
    choice.swap(0)
    assert choice.pinned == {ids(choice)[0]}
    choice.remove(0)
    assert choice.pinned == set()


@pytest.mark.parametrize("change", ["swap", "remove", "begin"])
def test_a_question_that_comes_back_is_still_pinned(prepared: Preparation, change: str) -> None:
    choice = prepared.choice
    choice.pin(0)
    pinned = ids(choice)[0]
    if change == "begin":
        prepared.choose("huiswerk")
    else:
        getattr(choice, change)(0)
    choice.undo()
    assert (ids(choice)[0], choice.pinned) == (pinned, {pinned})
    choice.redraw()
    assert pinned in ids(choice)


def test_own_words_are_for_this_client_and_can_go(prepared: Preparation) -> None:
    choice = prepared.choice
    own = questions_on(choice.made)[0].text
    choice.reword(0, "  Wat *telt*\n voor jou?  ")
    assert questions_on(choice.made)[0].text == "Wat *telt* voor jou?"
    assert questions_on(choice.made)[0].reworded
    for undone in ("", own, f" {own} "):
        choice.reword(0, "Anders?")
        choice.reword(0, undone)
        assert questions_on(choice.made)[0].text == own
        assert not questions_on(choice.made)[0].reworded


def test_own_words_in_another_form_are_told(prepared: Preparation) -> None:
    prepared.choice.reword(0, "Wat wil jij?")
    assert not questions_on(prepared.choice.made)[0].other_form
    prepared.tell("aanspreekvorm", "u")
    assert [q.other_form for q in questions_on(prepared.choice.made)][:2] == [True, False]
    prepared.choice.reword(0, "Wat wilt u?")
    assert not questions_on(prepared.choice.made)[0].other_form


def test_a_question_is_not_a_letter(prepared: Preparation) -> None:
    before = prepared.choice.made
    with pytest.raises(SelectionError, match="maak haar korter"):
        prepared.choice.reword(0, "woord " * 100)
    assert prepared.choice.made == before


def test_typing_is_one_change(prepared: Preparation) -> None:
    choice = prepared.choice
    for words in ("W", "Wa", "Wat nu?"):
        choice.reword(1, words)
    choice.undo()
    assert not questions_on(choice.made)[1].reworded


def test_a_place_beyond_an_end_is_the_end(prepared: Preparation) -> None:
    choice = prepared.choice
    first = ids(choice)[0]
    choice.move(0, 99)
    assert ids(choice)[-1] == first
    choice.move(len(ids(choice)) - 1, -5)
    assert ids(choice)[0] == first

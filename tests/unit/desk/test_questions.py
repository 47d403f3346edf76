"""Questions on the screen: in the words that the client will read."""

from __future__ import annotations

import pytest

from coachkit.bank.bank import Bank
from coachkit.desk.preparation import Preparation
from coachkit.desk.questions import MOST, Search, filled, questions_on, search_bank
from coachkit.vocabulary import Category


def test_questions_are_those_of_the_sheet(prepared: Preparation) -> None:
    shown = questions_on(prepared.choice.made)
    assert [q.id for q in shown] == [q.id for q in prepared.sheet.questions]
    assert all(q.reason and q.minutes for q in shown)
    assert "{{" not in "".join(q.text + q.follow_up for q in shown)


def test_a_search_finds_words_in_any_order_and_case(bank: Bank, prepared: Preparation) -> None:
    found, count = search_bank(bank, prepared.choice.made, Search("MOED spannend"))
    assert count == len(found) >= 1
    assert all("moed" in q.text.lower() and "spannend" in q.text.lower() for q in found)


def test_a_search_shows_few_and_counts_all(bank: Bank, prepared: Preparation) -> None:
    found, count = search_bank(bank, prepared.choice.made, Search())
    assert len(found) == MOST < count
    on_sheet = {q.id for q in questions_on(prepared.choice.made)}
    assert on_sheet.isdisjoint(q.id for q in found)
    assert all("{{" not in q.text for q in found)


def test_what_suits_comes_first(bank: Bank, prepared: Preparation) -> None:
    found, _ = search_bank(bank, prepared.choice.made, Search("geld"))
    doubts = [bool(q.warnings) for q in found]
    assert doubts == sorted(doubts)


def test_filters_hold(bank: Bank, prepared: Preparation) -> None:
    found, _ = search_bank(bank, prepared.choice.made, Search("", Category.PAIN, "schaal"))
    assert found
    assert {(q.category, q.kind) for q in found} == {(Category.PAIN, "schaal")}


def test_what_is_found_can_be_added_or_says_why_not(bank: Bank, desk: Preparation) -> None:
    desk.tell("naam", "Sanne")
    desk.choose("kaartjes")
    found, _ = search_bank(bank, desk.choice.made, Search("het doel"))
    lacking = [q for q in found if not q.can_be_added]
    assert lacking
    assert all(q.warnings and "[het doel]" in q.text for q in lacking)
    for question in [q for q in found if q.can_be_added]:
        desk.choice.add(question.id)


def test_nothing_is_found_for_nonsense(bank: Bank, prepared: Preparation) -> None:
    assert search_bank(bank, prepared.choice.made, Search("{{ x }} <b>")) == ([], 0)


@pytest.mark.parametrize("value", ["{{ naam }}", "<b>", "a"])
def test_what_is_filled_in_is_never_parsed_again(value: str) -> None:
    told = filled("Dag {{ naam }}, {{ doel.te }}", {"naam": value})
    assert told == f"Dag {value}, [het doel]"

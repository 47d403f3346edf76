"""What a coach changes in a proposal, on the shipped bank: it stays a sheet that can be made."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coachkit.bank.bank import Bank
from coachkit.bank.load import load_bank
from coachkit.errors import SelectionError
from coachkit.model import Brief
from coachkit.vocabulary import OTHER_ANGLE, SURPRISE, Category
from coachkit.worksheet.compose import compose, make_worksheet
from coachkit.worksheet.editing import (
    alternatives,
    from_another_angle,
    moved,
    redrawn,
    reworded,
    surprised,
    swapped,
    with_question,
    without,
)
from coachkit.worksheet.proposal import Proposal, propose

BANK = load_bank()
BRIEF = Brief(
    name="Sanne",
    goal="meer bewegen",
    phase="beslissing",
    situation="doel-te-groot",
    day=date(2026, 11, 28),
)


@pytest.fixture
def proposal() -> Proposal:
    return propose(BANK, BRIEF, "eerste-stap", seed=7)


def ids(proposal: Proposal) -> list[str]:
    return [pick.question.id for pick in proposal.picks]


def headings(proposal: Proposal) -> list[str]:
    return [block.text for block in compose(proposal).blocks if block.kind == "section"]


def test_a_proposal_that_nobody_changed_is_the_worksheet(proposal: Proposal) -> None:
    assert compose(proposal) == make_worksheet(BANK, BRIEF, "eerste-stap", seed=7)


def test_alternatives_fit_the_part_and_are_new(proposal: Proposal) -> None:
    for place, pick in enumerate(proposal.picks):
        found = alternatives(BANK, proposal, place)
        assert {question.category for question in found} <= {pick.question.category}
        assert not {question.id for question in found} & set(ids(proposal))


def test_swapping_on_and_on_shows_all_before_any_comes_again(proposal: Proposal) -> None:
    count = len(alternatives(BANK, proposal, 0))
    seen = [ids(proposal)[0]]
    for _ in range(count):
        proposal = swapped(BANK, proposal, 0, passed=seen)
        seen.append(ids(proposal)[0])
        assert proposal.picks[0].reason
    assert len({id_.split("-")[0] for id_ in seen}) == 1
    assert len(set(seen)) == count + 1
    again = swapped(BANK, proposal, 0, passed=seen)
    assert ids(again)[0] != seen[-1]


def test_a_fixed_question_gets_another_of_its_kind(proposal: Proposal) -> None:
    place = len(proposal.picks) - 1
    other = swapped(BANK, proposal, place)
    assert other.picks[place].question.answer.soort == "als-dan"
    assert other.picks[place].question.id != proposal.picks[place].question.id
    assert other.picks[place].section is proposal.picks[place].section


def test_another_angle_is_on_the_same_thing(proposal: Proposal) -> None:
    other = from_another_angle(BANK, proposal, 0)
    assert OTHER_ANGLE in other.picks[0].question.labels
    assert other.picks[0].question.category is proposal.picks[0].question.category


def test_questions_that_were_added_stand_under_one_heading(proposal: Proposal) -> None:
    more = proposal
    for _ in range(3):
        more = surprised(BANK, more)
    parts = [block for block in compose(more).blocks if block.kind == "section"]
    assert len({part.text for part in parts}) == len(parts)
    assert all(part.label != part.text for part in parts)
    place = next(i for i, pick in enumerate(more.picks) if SURPRISE in pick.section.labels)
    other = swapped(BANK, more, place).picks[place].question
    assert other.category is more.picks[place].question.category
    assert SURPRISE in other.labels


def test_a_reminder_goes_with_the_question_that_it_is_about(proposal: Proposal) -> None:
    about = "Welke tree van je ladder is nu aan de beurt?"
    assert about in [note.text for note in compose(proposal).reminders]
    place = next(
        i for i, pick in enumerate(proposal.picks) if pick.question.answer.soort == "ladder"
    )
    bare = compose(without(proposal, place))
    assert about not in [note.text for note in bare.reminders]
    assert bare.reminders


def test_a_surprise_comes_before_the_plan(proposal: Proposal) -> None:
    more = surprised(BANK, proposal)
    (new,) = [pick for pick in more.picks if pick.question.id not in ids(proposal)]
    assert SURPRISE in new.question.labels
    assert ids(more)[-1] == "als-dan-plan"


def test_an_added_question_stands_where_its_category_belongs(proposal: Proposal) -> None:
    pain = next(q for q in BANK.questions.values() if q.category is Category.PAIN and not q.slots)
    more = with_question(BANK, proposal, pain.id)
    assert ids(more)[0].startswith(pain.id)
    assert headings(more) == ["Nu", *headings(proposal)]
    with pytest.raises(SelectionError, match="staat al op het blad"):
        with_question(BANK, more, pain.id)
    with pytest.raises(SelectionError, match="er is geen vraag 'xyz'"):
        with_question(BANK, more, "xyz")


def test_a_question_about_what_is_not_known_is_refused() -> None:
    unknown = propose(BANK, Brief(name="Sanne"), "hoofd-leeg")
    asks = next(q for q in BANK.questions.values() if "doel.te" in q.slots)
    with pytest.raises(SelectionError, match="noemt het doel, en dat is niet bekend; vul 'doel'"):
        with_question(BANK, unknown, asks.id)


def test_the_last_question_stays(proposal: Proposal) -> None:
    while len(proposal.picks) > 1:
        proposal = without(proposal, 0)
    with pytest.raises(SelectionError, match="de enige vraag"):
        without(proposal, 0)


def test_own_words_are_data(proposal: Proposal) -> None:
    own = reworded(proposal, 0, "Wat *zou*\nje {{ naam }} <b>willen</b>?")
    text = next(block.text for block in compose(own).blocks if block.question is not None)
    assert text == "Wat \\*zou\\* je \\{\\{ naam \\}\\} \\<b\\>willen\\</b\\>?"
    assert compose(reworded(own, 0, " ")) == compose(proposal)


def test_a_question_that_moves_into_a_part_belongs_to_it(proposal: Proposal) -> None:
    inside = moved(proposal, 2, 1)
    assert ids(inside)[1] == ids(proposal)[2]
    assert inside.picks[1].section is proposal.picks[0].section
    assert len(set(headings(inside))) == len(headings(inside))


def test_drawing_again_keeps_what_is_pinned(proposal: Proposal) -> None:
    own = reworded(proposal, 1, "Mijn eigen vraag?")
    pinned = {ids(own)[1]}
    drawn = [redrawn(BANK, own, seed=seed, pinned=pinned) for seed in range(20)]
    for each in drawn:
        (kept,) = [pick for pick in each.picks if pick.question.id in pinned]
        assert kept.words == "Mijn eigen vraag?"
        assert len(set(ids(each))) == len(each.picks)
    assert len({tuple(ids(each)) for each in drawn}) > 5


def test_drawing_again_keeps_own_words_too_and_near_where_they_were(proposal: Proposal) -> None:
    for place, pick in enumerate(proposal.picks):
        own = reworded(proposal, place, "Mijn eigen vraag?")
        for seed in range(5):
            drawn = redrawn(BANK, own, seed=seed)
            ((at, kept),) = [each for each in enumerate(drawn.picks) if each[1].words]
            assert kept.question is pick.question
            others = [each for each in drawn.picks if each.section == kept.section]
            assert at == place or len(others) == 1 or drawn.picks[place].section != kept.section


CHANGES = st.lists(
    st.tuples(st.sampled_from(["swap", "angle", "surprise", "out", "move"]), st.integers(0, 9),
              st.integers(0, 9)), max_size=12,
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(recipe=st.sampled_from(sorted(BANK.recipes)), changes=CHANGES)
def test_whatever_a_coach_does_it_is_a_sheet_without_a_question_twice(
    recipe: str, changes: list[tuple[str, int, int]]
) -> None:
    plan = BANK.recipe(recipe)
    known = {"previous_step": "lopen", "previous_answer": "rust", "coach": "Noor"}
    phase = (plan.phases or (None,))[0]
    brief = BRIEF.model_copy(update={"phase": phase, "situation": None, **known})
    proposal = propose(BANK, brief, recipe, seed=1)
    for what, place, to in changes:
        proposal = changed(BANK, proposal, what, place % len(proposal.picks), to)
        sheet = compose(proposal)
        assert [question.id for question in sheet.questions] == ids(proposal)
        assert len(set(ids(proposal))) == len(proposal.picks)


def changed(bank: Bank, proposal: Proposal, what: str, place: int, to: int) -> Proposal:
    try:
        match what:
            case "swap":
                return swapped(bank, proposal, place)
            case "angle":
                return from_another_angle(bank, proposal, place)
            case "surprise":
                return surprised(bank, proposal)
            case "out":
                return without(proposal, place)
        return moved(proposal, place, to % len(proposal.picks))
    except SelectionError as error:
        assert str(error)
        return proposal

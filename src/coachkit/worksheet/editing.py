"""What a coach changes in a proposal: other questions, another order, her own words.

Every function returns a new proposal; a place is the number of a pick, from 0.
"""

from __future__ import annotations

import random
from collections.abc import Collection
from dataclasses import replace

from coachkit.answers import PLAN
from coachkit.bank.bank import Bank, Entry
from coachkit.errors import SelectionError
from coachkit.model import Brief, Question, Section, expand, wording_ids
from coachkit.vocabulary import OTHER_ANGLE, SURPRISE, Category
from coachkit.worksheet.candidates import Filter, candidates
from coachkit.worksheet.proposal import Proposal, propose
from coachkit.worksheet.reasons import reason_for_choice
from coachkit.worksheet.recipes import check_slots
from coachkit.worksheet.selection import Pick
from coachkit.worksheet.values import missing_words, slot_in_words

_OWN_CHOICE = "Zelf gekozen uit de vraagbank."


def alternatives(bank: Bank, proposal: Proposal, place: int) -> list[Question]:
    """Return the questions that could stand in the place of one, the best first."""
    pick = proposal.picks[place]
    return [entry.question for entry in _others(bank, proposal, _same_part(pick))]


def swapped(
    bank: Bank, proposal: Proposal, place: int, *, passed: Collection[str] = ()
) -> Proposal:
    """Put another question in the place of one.

    Args:
        bank: the question bank.
        proposal: what it is about.
        place: which question.
        passed: ids that the coach has seen already; they come again when all have been seen.

    Raises:
        SelectionError: there is no other that fits.

    """
    pick = proposal.picks[place]
    others = _others(bank, proposal, _same_part(pick))
    return _with_pick(proposal, place, _chosen(others, proposal, pick.section, passed))


def from_another_angle(
    bank: Bank, proposal: Proposal, place: int, *, passed: Collection[str] = ()
) -> Proposal:
    """Put a question in the place of one that comes at the same thing from another side.

    The arguments and the error are those of :func:`swapped`.
    """
    pick = proposal.picks[place]
    question = pick.question
    section = Section(category=question.category, labels=(OTHER_ANGLE,))
    others = _others(bank, proposal, section) or [
        entry
        for entry in _others(bank, proposal, _part_of(question))
        if entry.question.answer.soort != question.answer.soort
    ]
    return _with_pick(proposal, place, _chosen(others, proposal, pick.section, passed))


def surprised(bank: Bank, proposal: Proposal, *, passed: Collection[str] = ()) -> Proposal:
    """Add an unusual question.

    Raises:
        SelectionError: there is none that fits.

    """
    section = Section(labels=(SURPRISE,))
    others = _others(bank, proposal, section)
    return _with_added(proposal, _chosen(others, proposal, section, passed))


def with_question(bank: Bank, proposal: Proposal, id_: str) -> Proposal:
    """Add a question that the coach chose herself, where the order of a worksheet puts it.

    Raises:
        SelectionError: there is no such question, it stands on the sheet, is retired, or names
            something that is not known of this client.

    """
    question = bank.question(id_)
    if not _used(proposal).isdisjoint({id_, *wording_ids(question)}):
        raise SelectionError(f"de vraag '{id_}' staat al op het blad")
    if question.retired:
        raise SelectionError(f"de vraag '{id_}' is vervallen; kies een andere")
    for slot in sorted(question.slots - proposal.wishes.slots):
        raise SelectionError(
            f"de vraag '{id_}' noemt {slot_in_words(slot)}, en dat is niet bekend; "
            f"{missing_words(slot)}"
        )
    pick = Pick(_part_of(question), _wording(question, proposal), _OWN_CHOICE)
    return _with_added(proposal, pick)


def without(proposal: Proposal, place: int) -> Proposal:
    """Leave a question out.

    Raises:
        SelectionError: it is the only one.

    """
    if len(proposal.picks) == 1:
        raise SelectionError("dit is de enige vraag op het blad; kies er eerst een bij")
    picks = [pick for i, pick in enumerate(proposal.picks) if i != place]
    return replace(proposal, picks=tuple(picks))


def reworded(proposal: Proposal, place: int, words: str) -> Proposal:
    """Give a question the coach's own words for this client; empty words undo that."""
    own = replace(proposal.picks[place], words=" ".join(words.split()))
    return _with_pick(proposal, place, own)


def moved(proposal: Proposal, place: int, to: int) -> Proposal:
    """Put a question elsewhere; it goes to the part where it lands, unless it is a part itself."""
    picks = list(proposal.picks)
    pick = picks.pop(place)
    before = picks[to - 1].section if to > 0 else None
    after = picks[to].section if to < len(picks) else None
    alone = all(other.section is not pick.section for other in picks)
    inside = before is not None and before is after
    if inside or not (alone or pick.section in (before, after)):
        pick = replace(pick, section=before or after or pick.section)
    picks.insert(to, pick)
    return replace(proposal, picks=tuple(picks))


def for_brief(proposal: Proposal, brief: Brief) -> Proposal:
    """Tell a proposal what changed in the brief; its questions stay.

    Raises:
        SelectionError: a question, or a text of the recipe, names what the brief does not have.

    """
    told = replace(proposal, brief=brief)
    wishes = told.wishes
    check_slots(told.recipe, wishes)
    for number, pick in enumerate(told.picks, 1):
        for slot in sorted(pick.question.slots - wishes.slots):
            raise SelectionError(
                f"vraag {number} noemt {slot_in_words(slot)}, en dat is niet bekend; "
                f"{missing_words(slot)}, of kies daar een andere vraag"
            )
    return told


def redrawn(bank: Bank, proposal: Proposal, *, seed: int, pinned: Collection[str] = ()) -> Proposal:
    """Draw the questions again, but keep those that are pinned (ids) or in the coach's words.

    Raises:
        SelectionError: there are not enough questions.

    """
    recipe = proposal.recipe
    if recipe.id not in bank.recipes:  # it was thrown away since
        bank = replace(bank, recipes={**bank.recipes, recipe.id: recipe})
    fresh = propose(
        bank,
        proposal.brief,
        recipe.id,
        seed=seed,
        asked=proposal.asked,
        practice=proposal.practice,
    )
    fresh = replace(fresh, reason=proposal.reason)
    kept = {
        place: pick
        for place, pick in enumerate(proposal.picks)
        if pick.words or pick.question.id in pinned
    }
    for place, pick in kept.items():
        fresh = _with_kept(fresh, pick, place, {each.question.id for each in kept.values()})
    return fresh


def _with_kept(proposal: Proposal, pick: Pick, was: int, kept: Collection[str]) -> Proposal:
    """Put a kept pick back: where it was, or near that in its part, or beside it."""
    picks = list(proposal.picks)
    drawn = next((i for i, each in enumerate(picks) if each.question.id == pick.question.id), None)
    nearest = sorted(enumerate(picks), key=lambda each: abs(each[0] - was))
    for place, other in nearest:
        if other.section == pick.section and (place == drawn or other.question.id not in kept):
            if drawn is not None:
                picks[drawn] = other
            picks[place] = replace(pick, section=other.section)
            return replace(proposal, picks=tuple(picks))
    return _with_added(proposal, pick) if drawn is None else _with_pick(proposal, drawn, pick)


def _same_part(pick: Pick) -> Section:
    """Return the part that a question was chosen for; of a fixed one, questions of its kind."""
    if not pick.section.fixed:
        return pick.section
    question = pick.question
    return Section(category=question.category, kinds=(question.answer.soort,))


def _part_of(question: Question) -> Section:
    """Return a part for questions on the same thing."""
    if question.category is None:
        return Section(kinds=(question.answer.soort,))
    return Section(category=question.category)


def _others(bank: Bank, proposal: Proposal, section: Section) -> list[Entry]:
    """Return what fits a part and is not on the sheet: best matches first, equals by chance."""
    wishes = proposal.wishes
    categories = frozenset({section.category} if section.category else Category)
    found = candidates(bank, wishes, Filter(section, categories, plan_allowed=False))
    used = _used(proposal)
    free = [entry for entry in found if used.isdisjoint(wording_ids(entry.question))]
    random.Random(proposal.seed).shuffle(free)  # noqa: S311  # no secret
    return sorted(free, key=lambda entry: -(entry.named & wishes.bits).bit_count())


def _used(proposal: Proposal) -> set[str]:
    return {pick.question.id for pick in proposal.picks}


def _chosen(
    others: list[Entry], proposal: Proposal, section: Section, passed: Collection[str]
) -> Pick:
    if not others:
        raise SelectionError("er is geen andere vraag die hier past; zoek er een in de vraagbank")
    new = [entry for entry in others if set(passed).isdisjoint(wording_ids(entry.question))]
    best = (new or others)[0]
    reason = reason_for_choice(best, proposal.wishes, out_of=len(others))
    return Pick(section, _wording(best.question, proposal), reason)


def _wording(question: Question, proposal: Proposal) -> Question:
    """Return a question; of a pattern one wording, by chance, new to the client if there is one."""
    if not question.is_pattern:
        return question
    wordings = expand(question)
    new = [wording for wording in wordings if wording.id not in proposal.asked]
    return random.Random(proposal.seed).choice(new or wordings)  # noqa: S311  # no secret


def _with_pick(proposal: Proposal, place: int, pick: Pick) -> Proposal:
    picks = list(proposal.picks)
    picks[place] = pick
    return replace(proposal, picks=tuple(picks))


def _with_added(proposal: Proposal, pick: Pick) -> Proposal:
    """Add a pick where the order of categories puts it, never after the plan that ends a sheet."""
    picks = list(proposal.picks)
    end = len(picks) - (bool(picks) and picks[-1].question.answer.soort == PLAN)
    rank = _rank(pick)
    place = next((i for i in range(end) if _rank(picks[i]) > rank), end)
    if not proposal.recipe.keeps_order:
        place = end
    near = [picks[i].section for i in (place - 1, place) if 0 <= i < end]
    same = [section for section in near if section.category is pick.question.category]
    picks.insert(place, replace(pick, section=(same or [_own_part(pick)])[0]))
    return replace(proposal, picks=tuple(picks))


def _rank(pick: Pick) -> int:
    category = pick.question.category
    return category.rank if category else 0


def _own_part(pick: Pick) -> Section:
    """Return a part with a heading of its own, for a question that belongs to no other part."""
    category = pick.question.category
    heading = category.client_label if category else "Nog iets"
    own = {"category": category, "heading": heading, "heading_formal": heading}
    return pick.section.model_copy(update=own)

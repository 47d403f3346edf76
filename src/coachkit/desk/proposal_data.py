"""A proposal as data for a draft, and back; the questions stay in the bank."""

from __future__ import annotations

from dataclasses import replace

from pydantic import BaseModel, ConfigDict

from coachkit.bank.bank import Bank
from coachkit.errors import SelectionError
from coachkit.model import Brief, Recipe, Section
from coachkit.practice import Practice
from coachkit.worksheet.proposal import Proposal
from coachkit.worksheet.selection import Pick


class PickData(BaseModel):
    """A question by its id, and for which of the sections."""

    model_config = ConfigDict(extra="forbid")

    id: str
    section: int
    reason: str = ""
    words: str = ""


class ProposalData(BaseModel):
    """What a draft keeps of a proposal; also its recipe, which may be thrown away."""

    model_config = ConfigDict(extra="forbid")

    recipe: str
    seed: int
    reason: str = ""
    sections: list[Section]
    picks: list[PickData]
    recipe_itself: Recipe | None = None


def proposal_data(proposal: Proposal) -> ProposalData:
    """Return a proposal as data; sections that picks share stay shared."""
    sections: list[Section] = []
    picks = []
    for pick in proposal.picks:
        place = next((i for i, each in enumerate(sections) if each is pick.section), len(sections))
        if place == len(sections):
            sections.append(pick.section)
        picks.append(
            PickData(id=pick.question.id, section=place, reason=pick.reason, words=pick.words)
        )
    return ProposalData(
        recipe=proposal.recipe.id,
        seed=proposal.seed,
        reason=proposal.reason,
        sections=sections,
        picks=picks,
        recipe_itself=proposal.recipe,
    )


def proposal_of(
    data: ProposalData, bank: Bank, brief: Brief, practice: Practice, asked: frozenset[str]
) -> Proposal:
    """Return the proposal that was kept; questions that are no longer there are left out.

    Raises:
        SelectionError: its recipe is gone, and was not kept; or all of its questions.

    """
    recipe = _recipe(data, bank)
    proposal = Proposal(
        recipe=recipe,
        brief=brief,
        practice=practice,
        picks=(),
        seed=data.seed,
        asked=asked,
        card=bank.card(recipe.data) if recipe.data else None,
        reason=data.reason,
    )
    picks, gone = [], []
    for kept in data.picks:
        try:
            section = data.sections[kept.section]
            picks.append(Pick(section, bank.question(kept.id), kept.reason, kept.words))
        except (SelectionError, IndexError):
            gone.append(kept.id)
    if not picks:
        raise SelectionError("de vragen van dit concept zijn er niet meer; kies een werkvorm")
    told = f"deze vragen zijn er niet meer: {', '.join(gone)}"
    return replace(proposal, picks=tuple(picks), notes=(told,) if gone else ())


def _recipe(data: ProposalData, bank: Bank) -> Recipe:
    """Return the recipe as it is in the bank, or else as it was kept."""
    try:
        return bank.recipe(data.recipe)
    except SelectionError:
        if data.recipe_itself is None:
            raise
        return data.recipe_itself

"""A proposal: what a worksheet will be made of, which a coach may still change."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import dataclass

from coachkit.bank.bank import Bank
from coachkit.model import Brief, Recipe, ReferralCard
from coachkit.practice import Practice
from coachkit.vocabulary import Audience
from coachkit.worksheet.candidates import Wishes, wishes_of
from coachkit.worksheet.recipes import choose_recipe, named_recipe
from coachkit.worksheet.selection import Pick, select_questions


@dataclass(frozen=True)
class Proposal:
    """A recipe, a client, and questions with the reason for each.

    ``reason`` tells why this recipe, ``notes`` what else the coach should know; both are Dutch.
    """

    recipe: Recipe
    brief: Brief
    practice: Practice
    picks: tuple[Pick, ...]
    seed: int
    asked: frozenset[str] = frozenset()
    card: ReferralCard | None = None
    reason: str = ""
    notes: tuple[str, ...] = ()

    @property
    def coach(self) -> str:
        """Who signs: as the brief says, or the practice."""
        return _coach(self.brief, self.practice)

    @property
    def wishes(self) -> Wishes:
        """What a question must fit to be asked."""
        return wishes_of(self.brief, self.recipe.audience, coach=self.coach, asked=self.asked)

    @property
    def minutes(self) -> int:
        """About how many minutes the questions take."""
        return sum(pick.question.minutes for pick in self.picks)


def propose(
    bank: Bank,
    brief: Brief,
    recipe: str | None = None,
    *,
    seed: int | None = None,
    asked: Collection[str] = (),
    practice: Practice | None = None,
) -> Proposal:
    """Choose a recipe (unless it is named) and questions for one client.

    The arguments are those of :func:`~coachkit.worksheet.compose.make_worksheet`.

    Raises:
        SelectionError: a wish cannot be met; the message says which one to loosen.

    """
    practice = practice or Practice()
    audience = bank.recipe(recipe).audience if recipe else Audience.CLIENT
    wishes = wishes_of(brief, audience, coach=_coach(brief, practice), asked=asked)
    if recipe is None:
        plan, why = choose_recipe(bank, wishes)
    else:
        plan, why = named_recipe(bank, recipe, wishes), ""
    seed = seed_of(brief) if seed is None else seed
    selection = select_questions(bank, plan, wishes, minutes=brief.minutes, seed=seed)
    return Proposal(
        recipe=plan,
        brief=brief,
        practice=practice,
        picks=selection.picks,
        seed=seed,
        asked=frozenset(asked),
        card=bank.card(plan.data) if plan.data else None,
        reason=why,
        notes=selection.notes,
    )


def _coach(brief: Brief, practice: Practice) -> str:
    return brief.coach or practice.settings.coach or ""


def seed_of(brief: Brief) -> int:
    """Return a seed that follows from the brief and its date."""
    told = brief.model_dump_json(exclude_none=True)
    return int.from_bytes(hashlib.sha256(told.encode()).digest()[:4], "big")

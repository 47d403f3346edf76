"""Recipes as a coach chooses among them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from coachkit.bank.bank import Bank
from coachkit.desk.questions import filled
from coachkit.errors import SelectionError
from coachkit.export.page import time_needed
from coachkit.export.preview import Preview, preview
from coachkit.model import Brief, Recipe
from coachkit.practice import Practice
from coachkit.vocabulary import Audience
from coachkit.worksheet.candidates import Wishes, wishes_of
from coachkit.worksheet.compose import make_worksheet
from coachkit.worksheet.reasons import reason_for_recipe
from coachkit.worksheet.recipes import fitting_recipes
from coachkit.worksheet.values import slot_in_words, slot_values


@dataclass(frozen=True, slots=True)
class Offer:
    """A recipe for this client: why it fits best, or why it does not suit."""

    id: str
    title: str
    intro: str
    why: str = ""
    why_not: str = ""


def offers(
    bank: Bank, brief: Brief, practice: Practice, audience: Audience = Audience.CLIENT
) -> list[Offer]:
    """Return the recipes for clients, or for coaches: the best first, what does not suit last."""
    coach = brief.coach or practice.settings.coach or ""
    form = brief.form or practice.settings.form
    wishes = wishes_of(brief, audience, coach=coach)
    values = slot_values(brief, coach, form)
    fitting = fitting_recipes(bank, wishes)
    others = [recipe for recipe in bank.recipes.values() if recipe.audience is audience]
    found: list[Offer] = []
    for recipe in dict.fromkeys([*(each.id for each in fitting), *(each.id for each in others)]):
        spoken = bank.recipes[recipe].in_form(form)
        offer = Offer(
            id=recipe,
            title=filled(spoken.title, values),
            intro=filled(spoken.intro or "", values),
            why="" if found or not fitting else reason_for_recipe(fitting[0], wishes),
            why_not=obstacle(bank.recipes[recipe], wishes),
        )
        found.append(offer)
    return found


def obstacle(recipe: Recipe, wishes: Wishes) -> str:
    """Return, in a few Dutch words, why a recipe does not suit; empty when a coach may name it."""
    for noun, wish, allowed in (
        ("fase", wishes.phase, recipe.phases),
        ("situatie", wishes.situation, recipe.situations),
    ):
        if wish is not None and allowed and wish not in allowed:
            words = [str(one).replace("-", " ") for one in allowed]
            return f"voor een andere {noun}: {', '.join(words)}"
    missing = [slot for slot in recipe.slots if slot not in wishes.slots]
    return f"noemt {slot_in_words(missing[0])}, en dat is niet ingevuld" if missing else ""


def picture(bank: Bank, brief: Brief, recipe: str, practice: Practice) -> Preview | None:
    """Return the pages that a recipe gives for this client, if it can be made at all."""
    try:
        return preview(make_worksheet(bank, brief, recipe, seed=1, practice=practice))
    except SelectionError:
        return None


def time_of(
    bank: Bank,
    brief: Brief,
    recipe: str,
    practice: Practice,
    *,
    seed: int | None = None,
    asked: Collection[str] = (),
) -> str:
    """Return about how long a recipe takes, as the sheet says that it gives for this client.

    Empty when it asks nothing, or cannot be made.
    """
    try:
        sheet = make_worksheet(bank, brief, recipe, seed=seed, asked=asked, practice=practice)
    except SelectionError:
        return ""
    return time_needed(sheet.blocks)

"""Why a question or recipe was chosen, in one Dutch sentence for the coach."""

from __future__ import annotations

from coachkit.bank.bank import Entry
from coachkit.model import Recipe
from coachkit.worksheet.candidates import Wishes


def reason_for_fixed(recipe: Recipe, *, again: bool = False) -> str:
    """Return the reason for a question that the recipe names itself, perhaps asked before."""
    before = "; deze cliënt kreeg de vraag al eerder" if again else ""
    return f"Vast onderdeel van de werkvorm '{recipe.title}'{before}."


def reason_for_choice(entry: Entry, wishes: Wishes, *, out_of: int) -> str:
    """Return the reason for a question that was chosen among others."""
    question = entry.question
    about = f"{question.category.label.lower()}" if question.category else "dit onderdeel"
    written_for = []
    if wishes.situation in question.situations:
        written_for.append(f"de situatie '{_plain(wishes.situation)}'")
    if wishes.phase in question.phases:
        written_for.append(f"de fase '{wishes.phase}'")
    if written_for:
        why = f"geschreven voor {' en '.join(written_for)}"
    else:
        why = "past in elke situatie en fase, en wisselt af met de andere vragen"
    if any(slot.startswith("doel") for slot in question.slots):
        why += ", en noemt het doel"
    chosen = f"gekozen uit {out_of} vragen" if out_of > 1 else "de enige vraag die past"
    return f"{about.capitalize()}: {why} ({chosen})."


def reason_for_recipe(recipe: Recipe, wishes: Wishes) -> str:
    """Return why a recipe was taken when the coach named none."""
    suits = wishes.situation is not None and wishes.situation in (*recipe.suits, *recipe.situations)
    why = []
    if suits:
        why.append(f"de situatie '{_plain(wishes.situation)}'")
    if wishes.phase in recipe.phases:
        why.append(f"de fase '{wishes.phase}'")
    told = f"past bij {' en bij '.join(why)}" if why else "is een werkvorm die bij iedereen past"
    if wishes.situation is not None and not suits:
        told += f"; in deze fase is er geen blad voor '{_plain(wishes.situation)}'"
    return f"'{recipe.title}' {told}."


def _plain(word: object) -> str:
    return str(word).replace("-", " ")

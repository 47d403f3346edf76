"""Choose a recipe: the one that was named, or the best fit for phase and situation."""

from __future__ import annotations

from coachkit.bank.bank import Bank
from coachkit.errors import SelectionError
from coachkit.model import Recipe
from coachkit.worksheet.candidates import Wishes
from coachkit.worksheet.reasons import reason_for_recipe
from coachkit.worksheet.values import missing_words, slot_in_words


def choose_recipe(bank: Bank, wishes: Wishes) -> tuple[Recipe, str]:
    """Return the recipe that fits best, and the reason in Dutch.

    Raises:
        SelectionError: no recipe fits this phase and situation.

    """
    fitting = fitting_recipes(bank, wishes)
    if not fitting:
        given = {"fase": wishes.phase, "situatie": wishes.situation}
        told = " en ".join(f"{noun} '{wish}'" for noun, wish in given.items() if wish)
        raise SelectionError(
            f"geen werkvorm past bij {told or 'deze briefing'}; "
            "kies er zelf een met --recipe, of laat fase of situatie weg"
        )
    return fitting[0], reason_for_recipe(fitting[0], wishes)


def fitting_recipes(bank: Bank, wishes: Wishes) -> list[Recipe]:
    """Return the recipes that suit a client, the best first."""
    fitting = [recipe for recipe in bank.recipes.values() if _fits(recipe, wishes)]
    return sorted(fitting, key=lambda recipe: _score(recipe, wishes), reverse=True)


def named_recipe(bank: Bank, id_: str, wishes: Wishes) -> Recipe:
    """Return the recipe with an id, when it suits the client.

    Raises:
        SelectionError: there is none, or it does not suit; the message names what would.

    """
    recipe = bank.recipe(id_)
    for noun, wish, allowed in (
        ("fase", wishes.phase, recipe.phases),
        ("situatie", wishes.situation, recipe.situations),
    ):
        if wish is not None and allowed and wish not in allowed:
            others = [other.id for other in bank.recipes.values() if _fits(other, wishes)]
            raise SelectionError(
                f"de werkvorm '{recipe.id}' is niet voor {noun} '{wish}' "
                f"(wel voor: {', '.join(allowed)}); "
                f"kies een andere werkvorm ({', '.join(others) or 'geen past'})"
            )
    check_slots(recipe, wishes)
    return recipe


def check_slots(recipe: Recipe, wishes: Wishes) -> None:
    """Check that the recipe's own texts can be filled.

    Raises:
        SelectionError: a text needs something that the brief does not have.

    """
    for slot, key in recipe.slots.items():
        if slot not in wishes.slots:
            raise SelectionError(
                f"de werkvorm '{recipe.id}' noemt {slot_in_words(slot)} (in '{key}'), "
                f"en dat staat niet in de briefing; {missing_words(slot)}"
            )


def _fits(recipe: Recipe, wishes: Wishes) -> bool:
    return (
        recipe.audience is wishes.audience
        and (not recipe.phases or wishes.phase is None or wishes.phase in recipe.phases)
        and (not recipe.situations or wishes.situation in recipe.situations)
        and all(slot in wishes.slots for slot in recipe.slots)
    )


def _score(recipe: Recipe, wishes: Wishes) -> tuple[bool, bool, bool, bool, bool, int]:
    """Rank by the previous step, situation, phase and kind; then what is for anyone goes first."""
    categories = {section.category for section in recipe.sections if section.category}
    return (
        any(slot.startswith("vorige") for slot in recipe.slots),
        wishes.situation is not None and wishes.situation in (*recipe.suits, *recipe.situations),
        wishes.phase is not None and wishes.phase in recipe.phases,
        recipe.keeps_order,
        recipe.for_anyone,
        len(categories),
    )

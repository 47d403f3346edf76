"""Look at one recipe: its texts lightly, and whether it keeps the laws of the method."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from coachkit.address import address_problems
from coachkit.answers import BALANCE, PLAN
from coachkit.bank.bank import Bank
from coachkit.bank.references import order_problems, recipe_problems
from coachkit.errors import Problem, SelectionError
from coachkit.lint.laws import (
    BALANCE_MESSAGE,
    COACH_CURE,
    COACH_MESSAGE,
    coach_acts,
    open_share,
    problem,
)
from coachkit.lint.passage import recipe_passages
from coachkit.lint.question import text_problems
from coachkit.model import Question, Recipe, Section
from coachkit.vocabulary import DOUBTING, PLANNING, Audience, RecipeKind

Lookup = Callable[[str], Question | None]


def check_recipe(recipe: Recipe, bank: Bank | None = None) -> list[Problem]:
    """Return what the linter has to say about a recipe.

    Args:
        recipe: the plan of a kind of worksheet.
        bank: where its fixed questions stand; without it they are taken to be right.

    """
    lookup = lookup_in(bank)
    found = list(address_problems(recipe))
    if bank is not None:
        found += recipe_problems(recipe, lookup, frozenset())
    else:
        ranks = [section.category.rank if section.category else None for section in recipe.sections]
        found += [p for p in order_problems(recipe, ranks) if p.rule == "pijn-afronding"]
    return found + list(recipe_findings(recipe, lookup))


def recipe_findings(recipe: Recipe, lookup: Lookup) -> Iterator[Problem]:
    """Yield what is wrong in a recipe apart from its references and the order of its sections."""
    yield from text_problems(recipe_passages(recipe))
    yield from _coach_at_work(recipe)
    if recipe.keeps_order:
        yield from _without_plan(recipe, lookup)
        yield from _balance_for_doubt(recipe, lookup)
    texts = [q.text for section in recipe.sections if (q := _first(section, lookup)) is not None]
    if told := open_share(texts):
        yield problem("open-aandeel", *told, ("onderdelen",))


def lookup_in(bank: Bank | None) -> Lookup:
    """Return how to find a question of a bank; none is found without a bank."""

    def lookup(id_: str) -> Question | None:
        try:
            return bank.question(id_) if bank is not None else None
        except SelectionError:
            return None

    return lookup


def _first(section: Section, lookup: Lookup) -> Question | None:
    return lookup(section.fixed[0]) if section.fixed else None


def _without_plan(recipe: Recipe, lookup: Lookup) -> Iterator[Problem]:
    """Yield when a sheet for deciding or acting does not end in a plan."""
    last = recipe.sections[-1]
    if not PLANNING & set(recipe.phases) or last.kinds == (PLAN,):
        return
    question = _first(last, lookup)
    if question is None and last.fixed:
        return
    if question is None or question.answer.soort != PLAN:
        message = "een werkblad voor beslissing of actie eindigt met een als-dan-plan"
        cure = "zet als laatste onderdeel: {vraag: als-dan-plan}"
        yield problem("als-dan-slot", message, cure, ("onderdelen", len(recipe.sections) - 1))


def _balance_for_doubt(recipe: Recipe, lookup: Lookup) -> Iterator[Problem]:
    if not DOUBTING & set(recipe.phases):
        return
    for i, section in enumerate(recipe.sections):
        question = _first(section, lookup)
        fixed = question is not None and question.answer.soort == BALANCE
        if fixed or BALANCE in section.kinds:
            cure = "kies hier een andere vraag, of haal voorbeschouwing en overpeinzing weg"
            yield problem("balans-fase", BALANCE_MESSAGE, cure, ("onderdelen", i))


def _coach_at_work(recipe: Recipe) -> Iterator[Problem]:
    if recipe.audience is not Audience.CLIENT or recipe.kind is RecipeKind.AGREEMENT:
        return
    for passage in recipe_passages(recipe):
        letter = recipe.kind is RecipeKind.LETTER
        heading = letter or passage.loc[-1] in ("titel", "kop")
        if not passage.formal and coach_acts(passage.text, heading=heading):
            yield problem("client-doet", COACH_MESSAGE, COACH_CURE, passage.loc)

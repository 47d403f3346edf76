"""What a recipe asks of the bank: that its fixed questions are there, and that the order holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from coachkit.answers import PLAN
from coachkit.errors import Problem
from coachkit.model import Question, Recipe, Section
from coachkit.vocabulary import Category

Lookup = Callable[[str], Question | None]


def recipe_problems(recipe: Recipe, lookup: Lookup, rejected: frozenset[str]) -> list[Problem]:
    """Return what is wrong with a recipe; all questions must be known by now.

    Args:
        recipe: the recipe.
        lookup: returns the question with an id, or what replaced it.
        rejected: ids in files that did not load; those are told of already, so here is no echo.

    """
    problems = list(_fixed_problems(recipe, lookup, rejected))
    known = all(lookup(id_) for section in recipe.sections for id_ in section.fixed)
    if problems or not known:
        return problems
    return order_problems(recipe, [_rank(section, lookup) for section in recipe.sections])


def _fixed_problems(recipe: Recipe, lookup: Lookup, rejected: frozenset[str]) -> Iterator[Problem]:
    seen: set[str] = set()
    for i, section in enumerate(recipe.sections):
        first = lookup(section.fixed[0]) if section.fixed else None
        for j, id_ in enumerate(section.fixed):
            told = _fixed_problem(recipe, id_, lookup(id_), first)
            if told is None and id_ in seen:
                told = f"de vraag '{id_}' staat twee keer in deze werkvorm", "haal er een weg"
            if told is not None and not (id_ in rejected and lookup(id_) is None):
                yield Problem(*told, "verwijzing", loc=("onderdelen", i, "vraag", j))
            seen.add(id_)


def _fixed_problem(
    recipe: Recipe, id_: str, question: Question | None, first: Question | None
) -> tuple[str, str] | None:
    """Return what is wrong with one fixed question, and its cure."""
    if question is None:
        message = f"de vraag '{id_}' staat niet in de vraagbank"
        return message, "controleer de id met: coachkit bank list"
    if question.retired:
        return f"de vraag '{id_}' is vervallen", "kies een andere vraag"
    if question.audience is not recipe.audience:
        return f"de vraag '{id_}' is voor een {question.audience}", "kies een andere vraag"
    if first is not None and _place_of(question) != _place_of(first):
        message = (
            f"de vraag '{id_}' kan '{first.id}' niet vervangen: haar plek op het blad is anders"
        )
        return message, "kies vragen van dezelfde categorie, en als-dan-plannen bij elkaar"
    return None


def _place_of(question: Question) -> tuple[Category | None, bool]:
    return question.category, question.answer.soort == PLAN


def _rank(section: Section, lookup: Lookup) -> int | None:
    """Return the place of a section's category in the order; none for a closing plan."""
    category = section.category
    if section.fixed:
        question = lookup(section.fixed[0])
        if question is None or question.answer.soort == PLAN:
            return None
        category = question.category
    return None if category is None or section.kinds == (PLAN,) else category.rank


def order_problems(recipe: Recipe, ranks: list[int | None]) -> list[Problem]:
    """Return where a client's worksheet would break the order of the categories."""
    if not recipe.keeps_order:
        return []
    order = ", ".join(Category)
    problems = []
    highest = 0
    for i, rank in enumerate(ranks):
        if rank is not None and rank < highest:
            message = f"'{list(Category)[rank]}' komt hier te laat"
            cure = f"houd de volgorde aan: {order}"
            problems.append(Problem(message, cure, "volgorde", loc=("onderdelen", i)))
        highest = max(highest, rank or 0)
        free = [_is_free(section) for section in recipe.sections[max(0, i - 1) : i + 1]]
        if len(free) == 2 and all(free):
            message = "twee onderdelen zonder categorie na elkaar kunnen de volgorde breken"
            cure = "geef een van beide een categorie"
            problems.append(Problem(message, cure, "volgorde", loc=("onderdelen", i)))
    if ranks and ranks[-1] == Category.PAIN.rank:
        message = "een werkblad eindigt niet met pijn"
        cure = "laat er verlangen of een kleine stap op volgen"
        problems.append(
            Problem(message, cure, "pijn-afronding", loc=("onderdelen", len(ranks) - 1))
        )
    return problems


def _is_free(section: Section) -> bool:
    """Tell whether a section draws from any category."""
    return section.category is None and not section.fixed

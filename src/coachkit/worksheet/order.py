"""The order law of a client's worksheet, and what it means for the sections of a recipe.

The categories stand in their order, so that pain is never last; in the phases of deciding and
acting the if-then plan stands at the very end; a decisional balance is not for who still doubts.
"""

from __future__ import annotations

from coachkit.answers import BALANCE, PLAN
from coachkit.bank.bank import Bank
from coachkit.model import Question, Recipe, Section
from coachkit.vocabulary import DOUBTING, PLANNING, Category, Phase

_PLAN_SECTION = Section.model_validate(
    {"kop": "Je plan", "kop_u": "Uw plan", "categorie": "kleine-stappen", "soort": PLAN}
)


def allowed_kind(question: Question, phase: Phase | None) -> bool:
    """Tell whether the law allows a question's kind of answer in a phase."""
    return not (question.answer.soort == BALANCE and phase in DOUBTING)


def sections_in_order(bank: Bank, recipe: Recipe, phase: Phase | None) -> tuple[Section, ...]:
    """Return the recipe's sections; in a planning phase with the if-then plan at the very end."""
    if not recipe.keeps_order or phase not in PLANNING:
        return recipe.sections
    plans = [section for section in recipe.sections if is_plan(bank, section)]
    others = [section for section in recipe.sections if section not in plans]
    if not plans:
        moment = others[-1].moment if others else None
        plans = [_PLAN_SECTION.model_copy(update={"moment": moment})]
    return (*others, *plans)


def is_plan(bank: Bank, section: Section) -> bool:
    """Tell whether a section is an if-then plan."""
    if section.fixed:
        return bank.question(section.fixed[0]).answer.soort == PLAN
    return section.kinds == (PLAN,)


def allowed_categories(
    bank: Bank, recipe: Recipe, sections: tuple[Section, ...], position: int
) -> frozenset[Category]:
    """Return the categories that a section may draw from without breaking the order."""
    own = sections[position].category
    if own is not None:
        return frozenset({own})
    if not recipe.keeps_order:
        return frozenset(Category)
    before = _ranks(bank, sections[:position])
    after = _ranks(bank, sections[position + 1 :])
    low = max(before, default=0)
    high = min(after, default=len(Category) - 1)
    if not after:
        low = max(low, Category.DESIRE.rank)
    return frozenset(category for category in Category if low <= category.rank <= high)


def _ranks(bank: Bank, sections: tuple[Section, ...]) -> list[int]:
    categories = [
        bank.question(section.fixed[0]).category if section.fixed else section.category
        for section in sections
        if not is_plan(bank, section)
    ]
    return [category.rank for category in categories if category is not None]

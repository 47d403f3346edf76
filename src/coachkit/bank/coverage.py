"""How well the bank covers the method: questions by category and phase, and by situation."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from coachkit.bank.bank import Bank
from coachkit.model import Question
from coachkit.vocabulary import Audience, Category, Phase, Situation

THIN_PHASE = 6
"""Fewer questions of a category for a phase are thin."""
THIN_SITUATION = 15
"""Fewer questions for a situation, of all categories together, are thin."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many questions there are for something, and whether that is thin."""

    number: int
    thin: bool = False

    def __str__(self) -> str:
        return f"{self.number} dun" if self.thin else str(self.number)


@dataclass(frozen=True)
class Coverage:
    """Counts of client questions by what they name; a question that names nothing is not counted.

    ``phases`` counts the questions that name that phase, no situation, and no part of life: they
    fit whoever is in that phase. ``situations`` counts those that name that situation, and
    ``totals`` those of all categories together, also when only some categories are shown.
    """

    categories: tuple[Category, ...]
    phases: dict[Phase, dict[Category, Count]]
    situations: dict[Situation, dict[Category, Count]]
    totals: dict[Situation, Count]

    @property
    def total_label(self) -> str:
        """What the totals are called: they are of all categories, whichever are shown."""
        return "Samen" if len(self.categories) == len(Category) else "Alle categorieën"

    @property
    def thin(self) -> list[str]:
        """What is thin, in words."""
        by_phase = [
            f"{category.label} in fase {phase}: {count.number} (liefst {THIN_PHASE} of meer)"
            for phase, counts in self.phases.items()
            for category, count in counts.items()
            if count.thin
        ]
        return by_phase + [
            f"situatie {situation}: {count.number} (liefst {THIN_SITUATION} of meer)"
            for situation, count in self.totals.items()
            if count.thin
        ]


def bank_coverage(bank: Bank, categories: Iterable[Category] = ()) -> Coverage:
    """Count the questions for clients; retired ones do not count, and a pattern counts once.

    Args:
        bank: the bank.
        categories: which to show; all when none is given.

    """
    wanted = tuple(dict.fromkeys(categories))
    shown = tuple(c for c in Category if c in wanted) or tuple(Category)
    questions = [
        question
        for question in bank.questions.values()
        if question.audience is Audience.CLIENT and not question.retired
    ]
    return Coverage(
        shown,
        {p: {c: _for_phase(questions, c, p) for c in shown} for p in Phase},
        {s: {c: Count(_for_situation(questions, [c], s)) for c in shown} for s in Situation},
        {s: _total(questions, s) for s in Situation},
    )


def coverage_data(coverage: Coverage) -> dict[str, object]:
    """Return the counts as plain data, for JSON."""
    return {
        "fase": _numbers(coverage.phases),
        "situatie": _numbers(coverage.situations),
        "situatie_totaal": {str(s): count.number for s, count in coverage.totals.items()},
        "dun": coverage.thin,
        "grens": {"fase": THIN_PHASE, "situatie": THIN_SITUATION},
    }


def _for_phase(questions: Iterable[Question], category: Category, phase: Phase) -> Count:
    number = sum(
        question.category is category
        and phase in question.phases
        and not question.situations
        and not question.worlds
        for question in questions
    )
    return Count(number, number < THIN_PHASE)


def _for_situation(
    questions: Iterable[Question], categories: Iterable[Category], situation: Situation
) -> int:
    named = tuple(categories)
    return sum(q.category in named and situation in q.situations for q in questions)


def _total(questions: Iterable[Question], situation: Situation) -> Count:
    number = _for_situation(questions, Category, situation)
    return Count(number, number < THIN_SITUATION)


def _numbers(
    counts: dict[Phase, dict[Category, Count]] | dict[Situation, dict[Category, Count]],
) -> dict[str, dict[str, int]]:
    return {
        str(name): {str(category): count.number for category, count in row.items()}
        for name, row in counts.items()
    }

"""Figures on a question bank."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from coachkit.bank.bank import Bank
from coachkit.vocabulary import Audience, Category, Depth, Phase, Situation

Figures = dict[str, dict[str, int]]
ANY = "elke"


def bank_stats(bank: Bank) -> Figures:
    """Count questions by what they name; a question that names no phase counts under 'elke'."""
    questions = [question for question in bank.questions.values() if not question.retired]
    return {
        "totaal": {
            "vragen": len(questions),
            "werkvormen": len(bank.recipes),
            "vervallen": len(bank.questions) - len(questions),
        },
        "voor": _counted(Audience, (q.audience for q in questions)),
        "categorie": _counted(Category, (q.category for q in questions if q.category)),
        "fase": _counted([ANY, *Phase], (p for q in questions for p in q.phases or (ANY,))),
        "situatie": _counted(
            [ANY, *Situation], (s for q in questions for s in q.situations or (ANY,))
        ),
        "antwoord": dict(Counter(q.answer.soort for q in questions).most_common()),
        "diepte": _counted(Depth, (q.depth for q in questions)),
        "past in elke situatie": _counted(
            Category,
            (q.category for q in questions if q.category and not q.situations and not q.worlds),
        ),
    }


def _counted(order: Iterable[str], found: Iterable[str]) -> dict[str, int]:
    counts = Counter(str(item) for item in found)
    return {str(name): counts[str(name)] for name in order}

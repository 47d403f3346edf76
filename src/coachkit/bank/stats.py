"""Figures on a question bank."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from coachkit.bank.bank import Bank
from coachkit.model import Question, expand
from coachkit.vocabulary import SURPRISE, Audience, Category, Depth, Phase, Situation

Figures = dict[str, dict[str, int]]
ANY = "elke"
ROWS = tuple(f"S{number}" for number in range(1, 27))
"""The rows of the method, which recipes serve."""

_LABELS_SHOWN = 15


def bank_stats(bank: Bank) -> Figures:
    """Count questions by what they name; a question that names no phase counts under 'elke'."""
    questions = [question for question in bank.questions.values() if not question.retired]
    patterns = [question for question in questions if question.is_pattern]
    return {
        "totaal": {
            "vragen": len(questions),
            "werkvormen": len(bank.recipes),
            "sets": len(bank.sets),
            "vervallen": len(bank.questions) - len(questions),
            "patronen": len(patterns),
            "vragen uit patronen": sum(len(expand(pattern)) for pattern in patterns),
            SURPRISE: sum(SURPRISE in question.labels for question in questions),
        },
        "voor": _counted(Audience, (q.audience for q in questions)),
        "categorie": _counted(
            Category,
            (q.category for q in questions if q.category and q.audience is Audience.CLIENT),
        ),
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
        "bron": dict(sorted(Counter(q.source or "geen" for q in questions).items())),
        "label": dict(Counter(x for q in questions for x in q.labels).most_common(_LABELS_SHOWN)),
        "u-vorm": _reviews(questions),
        "mag": _exceptions(questions),
        "werkvormen per rij": _counted(
            ROWS,
            [row for recipe in bank.recipes.values() for row in recipe.rows]
            + [row for text in bank.texts.values() for row in text.rows],
        ),
    }


def rows_without_recipe(figures: Figures) -> list[str]:
    """Return the rows of the method that no recipe serves."""
    return [row for row, count in figures["werkvormen per rij"].items() if not count]


def _reviews(questions: Iterable[Question]) -> dict[str, int]:
    """Count the reviews of formal texts; one is outdated when the question was changed since."""
    counts = {"nagekeken": 0, "verouderd": 0, "niet nagekeken": 0}
    for question in questions:
        if question.reviewed is None:
            counts["niet nagekeken"] += 1
        else:
            counts["verouderd" if question.review_is_old else "nagekeken"] += 1
    return counts


def _exceptions(questions: list[Question]) -> dict[str, int]:
    """Count the questions that may break a rule, per rule, with their share in percent."""
    allowed = [question for question in questions if question.allowed]
    rules = Counter(rule for question in allowed for rule in question.allowed)
    share = round(100 * len(allowed) / len(questions)) if questions else 0
    return {"vragen": len(allowed), "procent": share, **dict(rules.most_common())}


def _counted(order: Iterable[str], found: Iterable[str]) -> dict[str, int]:
    counts = Counter(str(item) for item in found)
    return {str(name): counts[str(name)] for name in order}

"""Banks of questions of which only some keys matter."""

from __future__ import annotations

from coachkit.bank.bank import Bank
from coachkit.model import Question


def bank_of(*questions: dict[str, object]) -> Bank:
    """Return a bank of questions about pain, each with its own keys."""
    made = [
        Question.model_validate(
            {"id": f"q-{i}", "vraag": "Wat?", "vraag_u": "Wat?", "categorie": "pijn", **more}
        )
        for i, more in enumerate(questions)
    ]
    return Bank({question.id: question for question in made}, {})

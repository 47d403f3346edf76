"""The keys that a file of the bank may have, to guess what a typo meant."""

from __future__ import annotations

from pydantic import BaseModel

from coachkit.answers import KINDS
from coachkit.model import Question, QuestionSet, Recipe, Reminder, Section


def known_keys(model: type[QuestionSet] | type[Recipe]) -> set[str]:
    """Return all keys that may occur in a question set, or in a recipe."""
    parts: tuple[type[BaseModel], ...] = (Recipe, Section, Reminder)
    if model is QuestionSet:
        parts = (QuestionSet, Question, *KINDS.values())
    return {info.alias or name for part in parts for name, info in part.model_fields.items()}

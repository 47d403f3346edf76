"""The nouns of coachkit: what stands in the bank, what a coach asks for, and what comes of it."""

from coachkit.model.brief import Brief
from coachkit.model.question import Question, QuestionSet
from coachkit.model.recipe import Recipe, Reminder, Section
from coachkit.model.worksheet import (
    Asked,
    Block,
    BlockKind,
    House,
    Logo,
    Note,
    Origin,
    Worksheet,
)

__all__ = [
    "Asked",
    "Block",
    "BlockKind",
    "Brief",
    "House",
    "Logo",
    "Note",
    "Origin",
    "Question",
    "QuestionSet",
    "Recipe",
    "Reminder",
    "Section",
    "Worksheet",
]

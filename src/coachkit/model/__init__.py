"""The nouns of coachkit: what stands in the bank, what a coach asks for, and what comes of it."""

from coachkit.model.brief import Brief
from coachkit.model.pattern import ListItem, expand, pattern_and_wording, wording_ids
from coachkit.model.question import Question, QuestionSet, fingerprint
from coachkit.model.recipe import Recipe, Reminder, Section
from coachkit.model.referral import ReferralCard
from coachkit.model.text_recipe import TextRecipe
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
    "ListItem",
    "Logo",
    "Note",
    "Origin",
    "Question",
    "QuestionSet",
    "Recipe",
    "ReferralCard",
    "Reminder",
    "Section",
    "TextRecipe",
    "Worksheet",
    "expand",
    "fingerprint",
    "pattern_and_wording",
    "wording_ids",
]

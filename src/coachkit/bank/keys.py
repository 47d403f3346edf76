"""The keys that a file of the bank may have, to guess what a typo meant."""

from __future__ import annotations

from pydantic import BaseModel

from coachkit.answers import KINDS
from coachkit.model import ListItem, Question, QuestionSet, Recipe, ReferralCard, Reminder, Section
from coachkit.model.referral import Agreement, Help, Signal
from coachkit.model.text_recipe import Paragraph, Sentence, TextRecipe

_PARTS: dict[type[BaseModel], tuple[type[BaseModel], ...]] = {
    QuestionSet: (QuestionSet, Question, ListItem, *KINDS.values()),
    Recipe: (Recipe, Section, Reminder),
    ReferralCard: (ReferralCard, Agreement, Help, Signal),
    TextRecipe: (TextRecipe, Paragraph, Sentence),
}


def known_keys(model: type[BaseModel]) -> set[str]:
    """Return all keys that may occur in a question set, a recipe or a referral card."""
    return {
        info.alias or name for part in _PARTS[model] for name, info in part.model_fields.items()
    }

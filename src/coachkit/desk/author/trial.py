"""A small sheet with one question, to see it as a client will."""

from __future__ import annotations

from coachkit.model import Brief, Question, Recipe, Section, Worksheet, expand
from coachkit.practice import Practice
from coachkit.vocabulary import Audience, Form, RecipeKind
from coachkit.worksheet.compose import compose
from coachkit.worksheet.proposal import Proposal
from coachkit.worksheet.selection import Pick

_TITLE = "Proefblad"


def trial_sheet(question: Question, practice: Practice, form: Form) -> Worksheet:
    """Return a sheet with just this question, for a client who does not exist.

    Of a pattern the first question that it stands for is on it.

    Args:
        question: the question.
        practice: house style and standards.
        form: how the client is spoken to.

    """
    plain = expand(question)[0]
    section = Section(fixed=(plain.id,))
    coaches = plain.audience is Audience.COACH
    recipe = Recipe(
        id="proefblad",
        title=_TITLE,
        audience=plain.audience,
        kind=RecipeKind.COACH if coaches else RecipeKind.WORKSHEET,
        minutes=plain.minutes,
        sections=(section,),
    )
    brief = Brief(
        name="Sanne",
        form=form,
        goal="meer bewegen",
        previous_step="een rondje gewandeld",
        previous_answer="het ging goed",
        coach=practice.settings.coach or "Noor",
    )
    return compose(Proposal(recipe, brief, practice, (Pick(section, plain, ""),), seed=0))

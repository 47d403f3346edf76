"""coachkit turns a Dutch bank of coaching questions into personal worksheets.

>>> import coachkit as ck
>>> bank = ck.load_bank()
>>> brief = ck.Brief(name="Sanne", goal="meer bewegen", phase="beslissing")
>>> sheet = ck.make_worksheet(bank, brief, recipe="huiswerk", seed=7)
>>> sheet.title
'Voor deze week'
"""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from coachkit.bank.bank import Bank
    from coachkit.bank.load import load_bank
    from coachkit.errors import (
        CoachkitError,
        ExportError,
        FileError,
        HomeworkError,
        InputError,
        NotebookError,
        Problem,
        SelectionError,
    )
    from coachkit.export.preview import preview
    from coachkit.homework.read import read_answers
    from coachkit.invitation.facts import read_facts
    from coachkit.invitation.text import write_invitation
    from coachkit.language.formal import FormalResult, to_formal
    from coachkit.language.goal import GoalForms, goal_forms
    from coachkit.lint.question import check_question
    from coachkit.lint.recipe import check_recipe
    from coachkit.lint.worksheet import check_worksheet
    from coachkit.model import Brief, Question, QuestionSet, Recipe, Worksheet
    from coachkit.model.homework import Answers
    from coachkit.practice import Practice, find_practice, load_brief
    from coachkit.session import save_worksheet
    from coachkit.worksheet.account import explain
    from coachkit.worksheet.compose import make_worksheet
    from coachkit.worksheet.notebook import build_notebook, read_notebook

__version__ = version("coachkit")

__all__ = [
    "Answers",
    "Bank",
    "Brief",
    "CoachkitError",
    "ExportError",
    "FileError",
    "FormalResult",
    "GoalForms",
    "HomeworkError",
    "InputError",
    "NotebookError",
    "Practice",
    "Problem",
    "Question",
    "QuestionSet",
    "Recipe",
    "SelectionError",
    "Worksheet",
    "build_notebook",
    "check_question",
    "check_recipe",
    "check_worksheet",
    "explain",
    "find_practice",
    "goal_forms",
    "load_bank",
    "load_brief",
    "make_worksheet",
    "preview",
    "read_answers",
    "read_facts",
    "read_notebook",
    "save_worksheet",
    "to_formal",
    "write_invitation",
]

# Each is imported when it is first asked for: a command needs few of them.
_LATER = {
    "Answers": "coachkit.model.homework",
    "Bank": "coachkit.bank.bank",
    "Brief": "coachkit.model",
    "CoachkitError": "coachkit.errors",
    "ExportError": "coachkit.errors",
    "FileError": "coachkit.errors",
    "FormalResult": "coachkit.language.formal",
    "GoalForms": "coachkit.language.goal",
    "HomeworkError": "coachkit.errors",
    "InputError": "coachkit.errors",
    "NotebookError": "coachkit.errors",
    "Practice": "coachkit.practice",
    "Problem": "coachkit.errors",
    "Question": "coachkit.model",
    "QuestionSet": "coachkit.model",
    "Recipe": "coachkit.model",
    "SelectionError": "coachkit.errors",
    "Worksheet": "coachkit.model",
    "build_notebook": "coachkit.worksheet.notebook",
    "check_question": "coachkit.lint.question",
    "check_recipe": "coachkit.lint.recipe",
    "check_worksheet": "coachkit.lint.worksheet",
    "explain": "coachkit.worksheet.account",
    "find_practice": "coachkit.practice",
    "goal_forms": "coachkit.language.goal",
    "load_bank": "coachkit.bank.load",
    "load_brief": "coachkit.practice",
    "make_worksheet": "coachkit.worksheet.compose",
    "preview": "coachkit.export.preview",
    "read_answers": "coachkit.homework.read",
    "read_facts": "coachkit.invitation.facts",
    "read_notebook": "coachkit.worksheet.notebook",
    "save_worksheet": "coachkit.session",
    "to_formal": "coachkit.language.formal",
    "write_invitation": "coachkit.invitation.text",
}


def __getattr__(name: str) -> Any:
    from importlib import import_module  # noqa: PLC0415

    if name in _LATER:
        return getattr(import_module(_LATER[name]), name)
    raise AttributeError(f"module 'coachkit' has no attribute '{name}'")

"""What an author allows: ``mag: {gesloten: "kiezen is hier de bedoeling"}``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from coachkit.errors import Problem
from coachkit.lint.registry import RULES
from coachkit.model import Question


@dataclass(frozen=True, slots=True)
class Allowance:
    """One rule that one question may break, and why."""

    question: str
    rule: str
    reason: str


def allowed_problems(question: Question, problems: Iterable[Problem]) -> Iterator[Problem]:
    """Yield the problems that stay, and what is wrong with the allowances themselves."""
    met = set()
    for problem in problems:
        if problem.rule in question.allowed:
            met.add(problem.rule)
        else:
            yield problem
    for id_ in question.allowed:
        if id_ not in RULES:
            yield _unknown(id_)
        elif id_ not in met and RULES[id_].find is not None:
            message = f"'mag: {id_}' is hier nergens meer voor nodig"
            yield Problem(message, "haal het weg", "mag", "hint", loc=("mag", id_))


def allowances(questions: Iterable[Question]) -> list[Allowance]:
    """Return all that is allowed in some questions."""
    return [
        Allowance(question.id, rule, reason)
        for question in questions
        for rule, reason in question.allowed.items()
    ]


def _unknown(id_: str) -> Problem:
    close = get_close_matches(id_, RULES, n=1)
    cure = f"bedoel je '{close[0]}'?" if close else f"kies uit: {', '.join(RULES)}"
    return Problem(f"'{id_}' is geen taalregel", cure, "mag", "warning", loc=("mag", id_))

"""Tell the coach what was chosen, and why."""

from __future__ import annotations

from coachkit.model import Worksheet

_MAX_NAME = 60


def explain(sheet: Worksheet) -> str:
    """Return, in Dutch, recipe, time and seed, and of each question the reason and a follow-up.

    For the coach's eyes: a client gets none of it.
    """
    lines = [
        f"'{sheet.title}' voor {sheet.name[:_MAX_NAME]} ({sheet.form}-vorm, ongeveer "
        f"{sheet.minutes} minuten, werkvorm {sheet.origin.recipe}, seed {sheet.origin.seed})"
    ]
    if sheet.origin.reason:
        lines.append(sheet.origin.reason)
    for number, question in enumerate(sheet.questions, 1):
        lines.append(f"{number:3}. {question.id}: {question.reason}")
        if question.follow_up:
            lines.append(f"     om door te vragen: {question.follow_up}")
    return "\n".join([*lines, *(f"Let op: {note}." for note in sheet.origin.notes)])

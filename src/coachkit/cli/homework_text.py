"""How answers are printed: to read, as a table, as CSV and as JSON."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from typing import Any

import typer

from coachkit.answers.value import value_data, words_of
from coachkit.cli.options import columns, print_json
from coachkit.homework.told import heading_of, told_answers
from coachkit.model.homework import Answered, Answers
from coachkit.safetext import without_controls

_HEADS = (
    *("bestand", "werkblad", "naam", "kenmerk", "datum"),
    *("vraag", "onderdeel", "antwoord", "let op"),
)


def print_as_text(homework: Sequence[Answers]) -> None:
    """Print answers for a coach to read."""
    for answers in homework:
        typer.echo("\n".join(_told(answers)) + "\n")


def print_as_table(homework: Sequence[Answers]) -> None:
    """Print a line for each part of an answer."""
    columns([_clean(row) for row in _rows(homework)], _HEADS)


def print_as_csv(homework: Sequence[Answers]) -> None:
    """Print CSV and nothing else, as bytes: a console that lacks a letter cannot lose it."""
    typer.echo(_csv(homework), nl=False)


def print_as_json(homework: Sequence[Answers]) -> None:
    """Print JSON and nothing else."""
    print_json([_data(answers) for answers in homework])


PRINTERS = {
    "json": print_as_json,
    "csv": print_as_csv,
    "table": print_as_table,
    "text": print_as_text,
}


def _data(answers: Answers) -> dict[str, Any]:
    form = answers.form
    return {
        "file": answers.source,
        "worksheet": form.worksheet,
        "title": form.title,
        "name": form.name,
        "mark": form.mark,
        "day": form.day.isoformat() if form.day else None,
        "notes": list(answers.notes),
        "questions": [_question_data(answered) for answered in answers.questions],
    }


def _question_data(answered: Answered) -> dict[str, Any]:
    return {
        "id": answered.id,
        "question": answered.question.text,
        "kind": answered.question.answer.soort,
        "value": value_data(answered.value),
        "remarks": list(answered.remarks),
    }


def _rows(homework: Sequence[Answers]) -> Iterator[tuple[str, ...]]:
    for answers in homework:
        form = answers.form
        day = form.day.isoformat() if form.day else ""
        about = (answers.source, form.title, form.name, form.mark, day)
        for answered in answers.questions:
            question, remarks = answered.question.text, "; ".join(answered.remarks)
            for label, words in [*words_of(answered.value)] or [("", "")]:
                yield (*about, question, label, words, remarks)


def _csv(homework: Sequence[Answers]) -> bytes:
    """Return the rows as a Dutch Excel reads them: semicolons, and texts that calculate nothing."""
    from coachkit.bank.tables.delimited import guarded  # noqa: PLC0415  # slow to import

    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(_HEADS)
    for source, title, name, mark, day, *rest in map(_clean, _rows(homework)):
        writer.writerow([*map(guarded, (source, title, name, mark)), day, *map(guarded, rest)])
    return buffer.getvalue().encode("utf-8-sig")


def _told(answers: Answers) -> Iterator[str]:
    """Yield the lines in which a coach reads one piece of homework."""
    yield heading_of(answers.form)
    for number, told in enumerate(told_answers(answers), 1):
        yield f"{number:3}. {told.question}"
        yield from (f"     {line}" for line in told.lines)
        yield from (f"     Let op: {remark}." for remark in told.remarks)


def _clean(row: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(without_controls(cell) for cell in row)

"""How answers are printed: to read, as a table, as CSV and as JSON."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from typing import Any

import typer

from coachkit.answers.value import value_data, words_of
from coachkit.cli.options import columns, print_json
from coachkit.language.dates import dutch_date
from coachkit.model.homework import Answered, Answers

_HEADS = ("bestand", "werkblad", "naam", "datum", "vraag", "onderdeel", "antwoord", "let op")
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


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
        about = (answers.source, form.title, form.name, form.day.isoformat() if form.day else "")
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
    for source, title, name, day, *rest in map(_clean, _rows(homework)):
        writer.writerow([*map(guarded, (source, title, name)), day, *map(guarded, rest)])
    return buffer.getvalue().encode("utf-8-sig")


def _told(answers: Answers) -> Iterator[str]:
    """Yield the lines in which a coach reads one piece of homework."""
    form = answers.form
    parts = (form.title, form.name, dutch_date(form.day) if form.day else "")
    yield _shown(" · ".join(part for part in parts if part))
    empty = "(op papier)" if answers.is_on_paper else "(niet ingevuld)"
    for number, answered in enumerate(answers.questions, 1):
        yield f"{number:3}. {_shown(answered.question.text)}"
        for label, words in [*words_of(answered.value)] or [("", empty)]:
            text = f"{label}: {words}" if label else words
            yield from (f"     {_shown(line)}" for line in text.splitlines())
        yield from (f"     Let op: {_shown(remark)}." for remark in answered.remarks)


def _shown(text: str) -> str:
    """Return a client's text without what would command a terminal."""
    return _CONTROLS.sub("■", text)


def _clean(row: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_shown(cell) for cell in row)

"""The answers of clients on paper, for the coach: a worksheet of texts, for any exporter."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from datetime import date

from coachkit.answers.value import Row, Value, words_of
from coachkit.language.dates import dutch_date
from coachkit.model import Block, BlockKind, House, Origin, Worksheet
from coachkit.model.homework import Answered, Answers
from coachkit.vocabulary import RecipeKind
from coachkit.worksheet.commonmark import escape

_SEVERAL = "meerdere cliënten"
_EMPTY = "*Niet ingevuld.*"
_ON_PAPER = "*Op papier.*"


def report_sheet(
    homework: Sequence[Answers], house: House | None = None, day: date | None = None
) -> Worksheet:
    """Return the answers as a worksheet for the coach, which any exporter can print.

    Args:
        homework: what came back; each gets a section.
        house: the letterhead.
        day: the date above it.

    """
    names = dict.fromkeys(answers.form.name for answers in homework if answers.form.name)
    of_whom = f" van {next(iter(names))}" if len(names) == 1 else ""
    title = f"Antwoorden{of_whom}"
    ids = "".join(answers.form.worksheet for answers in homework)
    stem = f"antwoorden-{hashlib.sha256(ids.encode()).hexdigest()[:6]}"
    blocks = [Block(kind=BlockKind.TITLE, text=escape(title))]
    for answers in homework:
        blocks += _section(answers, with_name=len(names) > 1)
    return Worksheet(
        id=stem,
        stem=stem,
        title=title,
        kind=RecipeKind.COACH,
        name=_SEVERAL if len(names) > 1 else "".join(names),
        day=day,
        house=house or House(),
        blocks=tuple(blocks),
        origin=Origin(recipe="antwoorden", seed=0),
    )


def _section(answers: Answers, *, with_name: bool) -> Iterator[Block]:
    form = answers.form
    parts = (form.name if with_name else "", form.title, dutch_date(form.day) if form.day else "")
    yield Block(kind=BlockKind.SECTION, text=escape(" · ".join(part for part in parts if part)))
    for note in answers.notes:
        yield Block(kind=BlockKind.TEXT, text=f"*Let op: {escape(note)}.*")
    empty = _ON_PAPER if answers.is_on_paper else _EMPTY
    for number, answered in enumerate(answers.questions, 1):
        yield Block(kind=BlockKind.TEXT, text="\n\n".join(_told(number, answered, empty)))


def _told(number: int, answered: Answered, empty: str) -> Iterator[str]:
    yield f"### {number}\\. {escape(answered.question.text)}"
    if answered.is_empty:
        yield empty
    elif rows := _rows(answered.value):
        yield _table(rows)
    else:
        for label, words in words_of(answered.value):
            yield f"{escape(label)}: {_lines(words)}" if label else _lines(words)
    for remark in answered.remarks:
        yield f"*Let op: {escape(remark)}.*"


def _lines(text: str) -> str:
    """Return a text of a client as CommonMark that shows the very same letters and lines."""
    lines = [escape(line) for line in text.strip().splitlines()]
    return "\\\n".join(line or "\u00a0" for line in lines)


def _rows(value: Value) -> list[Row]:
    items = value if isinstance(value, tuple) else ()
    return [item for item in items if isinstance(item, Row)]


def _table(rows: list[Row]) -> str:
    columns = [cell.label for cell in rows[0].cells]
    filled = [[row.head, *(str(cell.value or "–") for cell in row.cells)] for row in rows]
    head, *rest = [
        "| " + " | ".join(escape(cell) for cell in line) + " |"
        for line in [["", *columns], *filled]
    ]
    return "\n".join([head, "|" + " --- |" * (len(columns) + 1), *rest])

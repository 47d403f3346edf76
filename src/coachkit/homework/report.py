"""The answers of clients on paper, for the coach: a worksheet of texts, for any exporter."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from datetime import date

from coachkit.answers.value import Row, Value, words_of
from coachkit.homework.pack import Pack
from coachkit.language.dates import dutch_date
from coachkit.model import Block, BlockKind, House, Origin, Worksheet
from coachkit.model.homework import Answered, Answers
from coachkit.safetext import one_line, shown
from coachkit.vocabulary import RecipeKind
from coachkit.worksheet.commonmark import escape

_SEVERAL = "meerdere cliënten"
_EMPTY = "*Niet ingevuld.*"
_ON_PAPER = "*Op papier.*"
IN_FILE = "in het bestand zelf"
"""Where all of an answer stands that is too long to print."""

_CUT = "*… De rest van dit antwoord staat {}.*"
_TOLD_CUT = "een antwoord is te lang om helemaal te printen; alles staat {}"
_MAX_ANSWER, _MAX_LINES = 20_000, 400
"""What is printed of one answer: in characters (about eight pages), and in lines."""

_MAX_NAME, _MAX_QUESTION = 120, 2_000
_MAX_CELL = 120
"""In characters: what stands well in a table."""


def report_sheet(
    homework: Sequence[Answers],
    house: House | None = None,
    day: date | None = None,
    where: str = IN_FILE,
) -> Worksheet:
    """Return the answers as a worksheet for the coach, which any exporter can print.

    Args:
        homework: what came back; each gets a section.
        house: the letterhead.
        day: the date above it.
        where: all of an answer stands, in Dutch, of which only the beginning is printed.

    """
    names = dict.fromkeys(_name(answers) for answers in homework if answers.form.name)
    of_whom = f" van {next(iter(names))}" if len(names) == 1 else ""
    title = f"Antwoorden{of_whom}"
    ids = "".join(answers.form.worksheet for answers in homework)
    stem = f"antwoorden-{hashlib.sha256(ids.encode()).hexdigest()[:6]}"
    blocks = [Block(kind=BlockKind.TITLE, text=escape(title))]
    for answers in homework:
        blocks += _section(answers, with_name=len(names) > 1, where=where)
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


def report_pdf(
    homework: Sequence[Answers], house: House, day: date, where: str = IN_FILE
) -> tuple[bytes, tuple[str, ...]]:
    """Return the answers as a PDF to print, and what the coach should know of it.

    Args:
        homework: what came back.
        house: the letterhead.
        day: the date above it.
        where: all of an answer stands, in Dutch, of which only the beginning is printed.

    Raises:
        ExportError: it cannot be laid out.

    """
    sheet = report_sheet(homework, house, day, where)
    pack = Pack(sheet, "schrijven")
    (pdf,) = pack.files(["pdf"]).values()
    is_cut = any(_CUT.format(where) in block.text for block in sheet.blocks)
    return pdf, (*pack.notes, *([_TOLD_CUT.format(where)] if is_cut else []))


def _name(answers: Answers) -> str:
    return shown(answers.form.whose, _MAX_NAME)


def _section(answers: Answers, *, with_name: bool, where: str) -> Iterator[Block]:
    form = answers.form
    day = dutch_date(form.day) if form.day else ""
    parts = (_name(answers) if with_name else "", shown(form.title, _MAX_NAME), day)
    yield Block(kind=BlockKind.SECTION, text=escape(" · ".join(part for part in parts if part)))
    for note in answers.notes:
        yield Block(kind=BlockKind.TEXT, text=f"*Let op: {escape(note)}.*")
    empty = _ON_PAPER if answers.is_on_paper else _EMPTY
    for number, answered in enumerate(answers.questions, 1):
        yield Block(kind=BlockKind.TEXT, text="\n\n".join(_told(number, answered, empty, where)))


def _told(number: int, answered: Answered, empty: str, where: str) -> Iterator[str]:
    yield f"### {number}\\. {escape(shown(one_line(answered.question.text), _MAX_QUESTION))}"
    if answered.is_empty:
        yield empty
    elif rows := _rows(answered.value):
        yield from [_table(rows)] if _fits(rows) else _listed(rows, where)
    else:
        for label, words in words_of(answered.value):
            lines = _lines(words, where)
            yield f"{escape(label)}: {lines}" if label else lines
    for remark in answered.remarks:
        yield f"*Let op: {escape(remark)}.*"


def _lines(text: str, where: str) -> str:
    """Return a text of a client as CommonMark that shows the very same letters and lines."""
    text = text.strip()
    lines = [escape(line) for line in text[:_MAX_ANSWER].splitlines()]
    told = "\\\n".join(line or "\u00a0" for line in lines[:_MAX_LINES])
    whole = len(text) <= _MAX_ANSWER and len(lines) <= _MAX_LINES
    return told if whole else f"{told}\\\n{_CUT.format(where)}"


def _rows(value: Value) -> list[Row]:
    items = value if isinstance(value, tuple) else ()
    return [item for item in items if isinstance(item, Row)]


def _fits(rows: list[Row]) -> bool:
    """Whether all cells are so short that a table of them reads well."""
    texts = [str(cell.value or "") for row in rows for cell in row.cells]
    return all(len(text) <= _MAX_CELL and "\n" not in text.strip() for text in texts)


def _listed(rows: list[Row], where: str) -> Iterator[str]:
    """Yield the cells under each other, for texts that would make a narrow, long table."""
    for row in rows:
        filled = [cell for cell in row.cells if cell.value is not None]
        yield f"**{escape(row.head)}**" + ("" if filled else ": –")
        yield from (f"{escape(cell.label)}: {_lines(str(cell.value), where)}" for cell in filled)


def _table(rows: list[Row]) -> str:
    columns = [cell.label for cell in rows[0].cells]
    filled = [[row.head, *(str(cell.value or "–") for cell in row.cells)] for row in rows]
    head, *rest = [
        "| " + " | ".join(escape(cell) for cell in line) + " |"
        for line in [["", *columns], *filled]
    ]
    return "\n".join([head, "|" + " --- |" * (len(columns) + 1), *rest])

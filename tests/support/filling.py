"""Fill in a worksheet by program, and say what must come back: awkward letters included."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pikepdf
import pypdf

from coachkit.answers import Field
from coachkit.answers.choice import Choice
from coachkit.answers.value import Chosen, Part, Row
from coachkit.model.form import FormQuestion, WorksheetForm
from coachkit.model.homework import Answered, Answers
from support.pdf_fields import name_of, widgets

Values = dict[str, str | bool]

LATIN = (
    "Ik zei \"nee\" & 'ja' (echt) <b>{{ naam }}</b> 100% #$@ ~^`|[]{}",
    "Héél graag, één keer; ‘morgen’ of “later”… – € 12,50 ½ ©",
    "haakje open ((( en \\ schuin \\n \\101 \\",
    ") haakje dicht",
)
AWKWARD = (
    *LATIN,
    "Blij 🙂 met 👩‍👩‍👧 en 🇳🇱",
    "مرحبا، هذا اختبار (نعم) 123",
    "你好，世界。こんにちは 한국어",
    "e\u0301e\u0301n, co\u0308o\u0308rdinatie, n\u0303",
    "  spaties ervoor en erna  ",
    "regel een\nregel twee\n\n\n  regel vijf\n",
    "Ω кириллица ■ ﬁ \u00a0 \u2009 \u200d.",
    "Off",
    "0",
)
LONG = "Lang verhaal, met van alles erin. " * 147 + "Klaar"
"""About five thousand letters."""

_FIGURES = (("7", 7), (" 10 ", 10), ("0", 0), ("acht", "acht"), ("7,5", "7,5"), ("11", "11"))
_DAYS = (("22-11-2026", date(2026, 11, 22)), ("morgen, denk ik", "morgen, denk ik"))


def fill_in(form: WorksheetForm, texts: tuple[str, ...] = AWKWARD, *, start: int = 0) -> Values:
    """Return something for every field; ``start`` chooses where in the texts it begins."""
    words = itertools.islice(itertools.cycle(texts), start, None)
    figures = itertools.cycle(figure for figure, _ in _FIGURES)
    days = itertools.cycle(day for day, _ in _DAYS)
    filled: Values = {}
    for number, question in enumerate(form.questions, start):
        buttons = [field for field in question.fields if field.kind == "radio"]
        if buttons:
            chosen = buttons[number % len(buttons)]
            filled[chosen.group] = chosen.option
        for place, field in enumerate(question.fields):
            match field.kind:
                case "text":
                    filled[field.name] = next(words)
                case "number":
                    filled[field.name] = next(figures)
                case "date":
                    filled[field.name] = next(days)
                case "check":
                    filled[field.name] = (place + number) % 2 == 0
    return filled


def expected(form: WorksheetForm, filled: Mapping[str, str | bool]) -> dict[str, object]:
    """Return what must come back, by the name of the field, each of its type."""
    return {
        name: value for question in form.questions for name, value in _expected(question, filled)
    }


def _expected(
    question: FormQuestion, filled: Mapping[str, str | bool]
) -> Iterator[tuple[str, object]]:
    group = filled.get(question.field, "")
    if question.answer.soort == "schaal":
        if group:
            yield question.field, int(group)
        return
    if isinstance(question.answer, Choice) and group:
        buttons = [field for field in question.fields if field.kind == "radio"]
        is_other = question.answer.other and int(group) == len(buttons) - 1
        yield question.field, "anders" if is_other else group
    for field in question.fields:
        value = filled.get(field.name, "")
        if field.kind == "check" and value:
            yield _box_name(question, field), True
        elif isinstance(value, str) and value.strip():
            yield field.name, _typed(field, value)
            if field.name.endswith("_anders"):
                yield (f"{field.name}*", True)


def _typed(field: Field, value: str) -> object:
    known: dict[str, object] = {}
    if field.kind == "number":
        known = dict(_FIGURES)
    elif field.kind == "date":
        known = dict(_DAYS)
    return known.get(value, value)


def _box_name(question: FormQuestion, field: Field) -> str:
    """Return the name of a check box; that of the last of some options is ``anders*``."""
    last = [each for each in question.fields if each.kind == "check"][-1]
    has_words = any(each.is_text for each in question.fields)
    return f"{question.field}_anders*" if has_words and field == last else field.name


def came_back(answers: Answers) -> dict[str, object]:
    """Return the typed values of homework, by the name of the field that they stood in."""
    return {name: value for answered in answers.questions for name, value in _values(answered)}


def _values(answered: Answered) -> Iterator[tuple[str, object]]:
    name, value = answered.question.field, answered.value
    if isinstance(value, Chosen):
        yield name, value.id
        if value.words:
            yield from ((f"{name}_anders", value.words), (f"{name}_anders*", True))
    elif isinstance(value, tuple):
        for item in value:
            yield from _items(name, item)
    elif value is not None:
        yield name, value


def _items(name: str, item: Chosen | Part | Row) -> Iterator[tuple[str, object]]:
    match item:
        case Chosen():
            yield f"{name}_anders*" if item.id == "anders" else f"{name}_{item.id}", True
            if item.words:
                yield f"{name}_anders", item.words
        case Part():
            yield f"{name}_{item.id}", item.value
        case Row():
            for cell in item.cells:
                if cell.value is not None:
                    yield f"{name}_{cell.id}", cell.value


def fill_with_pikepdf(
    source: Path, target: Path, filled: Mapping[str, str | bool], password: str = ""
) -> None:
    """Put values in the fields, and leave what they look like as it is; a password stays on it."""
    with pikepdf.open(source, password=password) as pdf:
        for _, widget in widgets(pdf):
            field = widget if "/T" in widget else widget.Parent
            value = filled.get(str(field.T), "")
            if field.FT == "/Tx":
                widget.V = pikepdf.String(str(value))
                continue
            option = "Ja" if value is True else str(value)
            is_on = bool(value) and name_of(widget) in (field.T, f"{field.T}_{option}")
            widget.AS = pikepdf.Name(f"/{option}" if is_on else "/Off")
            if is_on or field is widget:
                field.V = widget.AS
        pdf.save(target, encryption=bool(password))


def fill_with_pypdf(source: Path, target: Path, filled: Mapping[str, str | bool]) -> None:
    """Let pypdf fill in the fields, and draw what they hold."""
    reader = pypdf.PdfReader(source)
    kinds = {name: field.get("/FT") for name, field in (reader.get_fields() or {}).items()}
    writer = pypdf.PdfWriter(clone_from=reader)
    values = {
        name: str(value) if kinds[name] == "/Tx" else _state(value)
        for name, value in filled.items()
    }
    writer.update_page_form_field_values(None, values, auto_regenerate=False)
    writer.write(target)


def _state(value: str | bool) -> str:
    return ("/Ja" if value else "/Off") if isinstance(value, bool) else f"/{value}"

"""Homework as strangers may send it: filled in, then changed; and what must hold of any answer."""

from __future__ import annotations

import io
import json
import re
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf
import pytest

from coachkit.answers.value import Chosen, Part, Row, Value
from coachkit.bank.load import load_files
from coachkit.errors import HomeworkError
from coachkit.export.form import build_form
from coachkit.homework.read import read_answers
from coachkit.model import Brief, Worksheet
from coachkit.model.form import FormQuestion, WorksheetForm, seal_form
from coachkit.model.homework import Answers
from coachkit.session import save_worksheet
from coachkit.worksheet.compose import make_worksheet
from support.filling import Values, came_back, fill_with_pikepdf

_BANK = Path(__file__).parents[1] / "data" / "bank"
_CURE = re.compile(r"(^|[,;] )(vraag|kijk|geef|neem|lees|open|werk|vergelijk) ")
_INTERNAL = re.compile(
    r"qpdf|Traceback|Error|Exception|None|True|False|null|bad_alloc|xref|/[A-Z]\w|\b0x|\bobject\b"
)


def is_plain(message: str) -> bool:
    """Whether a message is one line without internals that ends in what to do."""
    what, _, cure = message.partition("; ")
    return (
        bool(what)
        and _CURE.search(cure) is not None
        and message.isprintable()
        and not _INTERNAL.search(message)
    )


@dataclass(frozen=True)
class Homework:
    """One worksheet that came back twice: as a PDF and as what its web page saved."""

    form: WorksheetForm
    filled: Values
    empty_pdf: bytes
    pdf: bytes

    @property
    def data(self) -> dict[str, object]:
        """What the web page saves."""
        return {
            "soort": "coachkit-antwoorden",
            "versie": 1,
            "blad": json.loads(seal_form(self.form)),
            "antwoorden": dict(self.filled),
        }

    @property
    def json(self) -> bytes:
        """What the web page saves, as it is in a file."""
        return json.dumps(self.data, ensure_ascii=False).encode()


@cache
def sannes_homework() -> Homework:
    """Return the homework of a client who does not exist: one question of each kind of answer."""
    bank = load_files(sorted(_BANK.rglob("*.yaml")))
    brief = Brief(name="Sanne", goal="bewegen", situation="doel-te-groot", phase="beslissing")
    sheet = make_worksheet(bank, brief, "alles", seed=1)
    with TemporaryDirectory() as folder:
        return hand_in(sheet, Path(folder))


def read(raw: bytes, password: str | None = None) -> Answers:
    """Read a file with these bytes."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "huiswerk"
        path.write_bytes(raw)
        return read_answers(path, password)


def refusal(raw: bytes, password: str | None = None) -> str:
    """Return why a file with these bytes is refused, in plain Dutch."""
    with pytest.raises(HomeworkError) as error:
        read(raw, password)
    assert is_plain(str(error.value)), str(error.value)
    return str(error.value)


def hand_in(sheet: Worksheet, folder: Path, letter: str = "A") -> Homework:
    """Fill in a worksheet so that each text names the sheet and the field that it stands in."""
    form = build_form(sheet, "invullen")
    (empty,) = save_worksheet(sheet, folder, ("pdf",))
    names = form.names
    filled: Values = {name: False if kind == "check" else "" for name, kind in names.items()}
    filled.update(_filled(form, letter))
    fill_with_pikepdf(empty, folder / "ingevuld.pdf", filled)
    # Saved once more, so that the same answers give the same bytes.
    pdf = changed((folder / "ingevuld.pdf").read_bytes(), lambda document: None)
    return Homework(form, filled, empty.read_bytes(), pdf)


def mark(letter: str, name: str) -> str:
    """Return a text that names its field three times, so that no damage makes it another's."""
    return f"<{letter}:{name}={name}={name}>"


def _filled(form: WorksheetForm, letter: str) -> Iterator[tuple[str, str | bool]]:
    for number, question in enumerate(form.questions):
        for place, field in enumerate(question.fields):
            match field.kind:
                case "radio":
                    if place == number % 5:
                        yield field.group, field.option
                case "check":
                    yield field.name, place % 2 == 0
                case "number":
                    yield field.name, str(place % 11)
                case "date":
                    yield field.name, f"{place + 1}-11-2026"
                case _:
                    yield field.name, mark(letter, field.name)


def strangers(answers: Answers, marks: dict[str, tuple[str, str]]) -> set[str]:
    """Return the fields that hold the text of another field, or of another sheet.

    Args:
        answers: what was read.
        marks: each text that was filled in -> the sheet and the field that it is of.

    """
    sheet = answers.form.worksheet
    return {
        name
        for name, value in came_back(answers).items()
        if isinstance(value, str)
        for text, home in marks.items()
        if text in value and home != (sheet, name)
    }


def is_typed(answers: Answers) -> bool:
    """Whether each value is of the type of its question, and no choice or figure is made up."""
    return all(_fits(answered.question, answered.value) for answered in answers.questions)


def _fits(question: FormQuestion, value: Value) -> bool:
    boxes = question.fields
    options = {box.option: box.label for box in boxes if not box.is_text} | {
        "anders": "iets anders"
    }
    match value:
        case None | ():
            return True
        case bool():
            return False
        case int():
            return question.answer.soort == "schaal" and 0 <= value <= 10
        case str():
            return question.answer.soort in ("open", "tekenvak")
        case Chosen():
            return question.answer.soort == "keuze" and options.get(value.id) == value.label
    return all(_item_fits(question, options, item) for item in value)


def _item_fits(question: FormQuestion, options: dict[str, str], item: Chosen | Part | Row) -> bool:
    kinds = {box.name.removeprefix(f"{question.field}_"): box.kind for box in question.fields}
    match item:
        case Chosen():
            return question.answer.soort == "aankruisen" and options.get(item.id) == item.label
        case Part():
            return _part_fits(kinds[item.id], item.value)
        case Row():
            return all(_part_fits(kinds[cell.id], cell.value) for cell in item.cells)


def _part_fits(kind: str, value: str | int | date | None) -> bool:
    if isinstance(value, int):
        return kind == "number" and 0 <= value <= 10
    if isinstance(value, date):
        return kind == "date"
    return value is None or isinstance(value, str)


def changed(pdf: bytes, change: Callable[[pikepdf.Pdf], object], **save: object) -> bytes:
    """Return a PDF after a change by pikepdf."""
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # pikepdf warns of what is wrong on purpose
        change(document)
        document.save(buffer, deterministic_id=True, **save)  # type: ignore[arg-type]
    return buffer.getvalue()


def plain(pdf: bytes) -> bytes:
    """Return a PDF with all objects in sight, so that a change of a byte changes an object."""
    return changed(
        pdf,
        lambda document: None,
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
        stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
        compress_streams=False,
    )


def field(pdf: pikepdf.Pdf, name: str) -> pikepdf.Object:
    """Return the field of a name."""
    (found,) = (each for each in pdf.Root.AcroForm.Fields if each.get("/T") == name)
    return found


def put(name: str, key: str, value: object) -> Callable[[pikepdf.Pdf], object]:
    """Return what puts a value under a key of a field, or takes it away when it is ``None``."""

    def change(pdf: pikepdf.Pdf) -> None:
        if value is None:
            del field(pdf, name)[key]
        else:
            field(pdf, name)[key] = value

    return change

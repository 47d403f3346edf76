"""Filling in a form on screen: what fits, what does not, and what is told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from coachkit.answers.value import Chosen, Part
from coachkit.desk.filling import Box, Filling, boxes_of
from coachkit.errors import InputError
from coachkit.export.form import build_form
from coachkit.homework.limits import MAX_ANSWER, MAX_ANSWERS
from coachkit.model import Worksheet
from coachkit.model.form import FormQuestion, WorksheetForm
from support.answer_specs import ALL_SPECS

Sheet = Callable[..., Worksheet]


@pytest.fixture
def filling(sheet: Sheet) -> Filling:
    return Filling(build_form(sheet(), "invullen"))


@pytest.mark.parametrize(
    ("row", "column", "label"),
    [
        ("Tijd en plaats", "Afspraak", "Tijd en plaats: afspraak"),
        ("rij 1", "Wat ik deed", "Rij 1: wat ik deed"),
        ("Wie belt er?", "Uren", "Wie belt er? Uren"),
        ("Thuis:", "TV", "Thuis: TV"),
    ],
)
def test_a_cell_is_called_by_its_row_and_column(
    sheet_with: Any, question: Any, row: str, column: str, label: str
) -> None:
    rows = 1 if row == "rij 1" else [row]
    made = sheet_with(question("t", "Wat?", soort="tabel", kolommen=[column], rijen=rows))
    (asked,) = build_form(made, "invullen").questions
    assert [box.label for box in boxes_of(asked)] == [label]


def test_a_group_of_buttons_is_one_box(filling: Filling) -> None:
    boxes = boxes_of(filling.form.questions[1])
    assert boxes == (
        Box("v2", "radio", options=(("0", "rust"), ("1", "geld"), ("2", "iets anders"))),
        Box("v2_anders", "text", "iets anders"),
    )


@pytest.mark.parametrize(("kind", "spec"), ALL_SPECS)
def test_every_kind_of_answer_can_be_filled_in(kind: str, spec: dict[str, object]) -> None:
    answer = {"soort": kind, **spec}
    question = FormQuestion.model_validate(
        {"veld": "v1", "id": "a", "vraag": "Wat?", "antwoord": answer}
    )
    form = WorksheetForm(worksheet="a", title="Proef", name="Sanne", questions=(question,))
    filling = Filling(form)
    for box in boxes_of(question):
        filling.put(box.name, _something(box))
    assert set(filling.values) == set(form.names)
    assert not filling.answers().is_empty
    assert Filling(form, filling.values).answers() == filling.answers()


def _something(box: Box) -> str | bool:
    if box.kind == "check":
        return True
    return box.options[-1][0] if box.options else "7"


def test_what_is_typed_comes_back_typed(filling: Filling) -> None:
    filling.put("v1", "twee\r\nregels")
    filling.put("v2", "1")
    filling.put("v3_0", True)
    filling.put("v4_0", "8")
    answers = filling.answers(("let op",), "papier")
    assert answers["open"] == "twee\nregels"
    assert answers["kies"] == Chosen("1", "geld")
    assert answers["kruis"] == (Chosen("0", "slaap"),)
    assert answers["cijfer"] == (Part("0", "werk, cijfer van 0 tot 10", 8),)
    assert (answers.notes, answers.source) == (("let op",), "papier")


def test_what_does_not_fit_its_type_stays_and_is_told(filling: Filling) -> None:
    filling.put("v4_0", "elf")
    answered = filling.answers().questions[3]
    assert "geen cijfer van 0 tot 10" in answered.remarks[0]
    assert filling.value("v4_0") == "elf"


def test_what_is_emptied_is_gone(filling: Filling) -> None:
    for name, value, empty in (("v1", "a", ""), ("v3_0", True, False), ("v2", "0", "")):
        assert filling.value(name) == empty
        filling.put(name, value)
        filling.put(name, empty)
        assert filling.value(name) == empty
    assert filling.is_empty


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("v99", "a", "geen vak 'v99'"),
        ("v2_0", "a", "geen vak"),
        ("v2", "7", "kies uit: rust, geld, iets anders"),
        ("v2", True, "hoort een tekst"),
        ("v3_0", "Ja", "hoort een vinkje"),
        ("v1", True, "hoort een tekst"),
        ("v1", 3, "hoort een tekst"),
        ("v1", None, "hoort een tekst"),
        ("v1", "a" * (MAX_ANSWER + 1), "veel te lang"),
    ],
)
def test_what_does_not_fit_is_refused_and_changes_nothing(
    filling: Filling, name: str, value: str, told: str
) -> None:
    filling.put("v1", "eerst")
    with pytest.raises(InputError, match=told):
        filling.put(name, value)
    assert filling.values == {"v1": "eerst"}


def test_all_together_has_a_limit(filling: Filling) -> None:
    boxes = [box.name for q in filling.form.questions for box in boxes_of(q) if box.kind == "text"]
    part = "a" * (MAX_ANSWERS // 3)
    for name in boxes[:3]:
        filling.put(name, part)
    with pytest.raises(InputError, match="samen veel te lang"):
        filling.put(boxes[3], "a")
    filling.put(boxes[0], part)


def test_half_letters_become_whole_ones(filling: Filling) -> None:
    filling.put("v1", "een \ud83d half")
    assert filling.value("v1") == "een \ufffd half"


def test_of_damaged_values_what_fits_is_taken(filling: Filling) -> None:
    values = {"v1": "goed", "v2": "9", "v3_0": "Ja", "weg": "x"}
    assert Filling(filling.form, values).values == {"v1": "goed"}

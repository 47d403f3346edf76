"""The form of a worksheet: its questions as they stand on the page, and what travels of them."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from coachkit.errors import ExportError, HomeworkError
from coachkit.export.form import build_form
from coachkit.model import Block, BlockKind, Worksheet
from coachkit.model.form import MAX_QUESTIONS, open_form, seal_form

MakeSheet = Callable[..., Worksheet]
MakeQuestion = Callable[..., Block]


def test_the_questions_are_numbered_as_on_the_page(
    sheet_with: MakeSheet, question: MakeQuestion
) -> None:
    own = Block(kind=BlockKind.TEXT, text="Tussendoor")
    form = build_form(sheet_with(question("b"), own, question("a")), "invullen")
    assert [(q.field, q.id) for q in form.questions] == [("v1", "b"), ("v2", "a")]


def test_a_question_is_told_as_it_reads(sheet_with: MakeSheet, question: MakeQuestion) -> None:
    sheet = sheet_with(question("a", "Wat *telt* voor **jou** \\& je kat?"), question("b", ""))
    texts = [q.text for q in build_form(sheet, "invullen").questions]
    assert texts == ["Wat telt voor jou & je kat?", "Vraag 2"]


def test_the_parties_have_their_names(sheet_with: MakeSheet, question: MakeQuestion) -> None:
    made = question("a", soort="afspraak", partijen=["client", "coach", "Mijn zus"])
    form = build_form(sheet_with(made, coach="Noor"), "invullen")
    labels = [field.label for field in form.questions[0].fields if "_naam_" in field.name]
    assert labels == ["Sanne, naam", "Noor, naam", "Mijn zus, naam"]


def test_a_sheet_for_the_coach_names_nobody(sheet_with: MakeSheet, question: MakeQuestion) -> None:
    coach = sheet_with(question("a"), kind="coach", audience="coach")
    assert build_form(coach, "invullen").name == ""
    assert build_form(sheet_with(question("a")), "invullen").name == "Sanne"


def test_it_knows_of_which_sheet_it_is(sheet_with: MakeSheet, question: MakeQuestion) -> None:
    sheet = sheet_with(Block(kind=BlockKind.TITLE, text="Een *ander* hoofd"), question("a"))
    form = build_form(sheet, "schrijven")
    assert (form.worksheet, form.title, form.variant) == (sheet.id, "Een ander hoofd", "schrijven")
    assert form.day == sheet.day


def test_it_travels_and_comes_back(sheet_with: MakeSheet, question: MakeQuestion) -> None:
    made = question("a", "Wat zegt 🙂?", soort="schaal", laag="niet", hoog="heel")
    sealed = seal_form(build_form(sheet_with(made), "invullen"))
    assert sealed.isascii()
    assert seal_form(open_form(json.loads(sealed))) == sealed


@pytest.mark.parametrize("change", ["titel", "vragen", "controle", "aanspreekvorm", "nieuw"])
def test_a_change_is_noticed(sheet_with: MakeSheet, question: MakeQuestion, change: str) -> None:
    data = json.loads(seal_form(build_form(sheet_with(question("a")), "invullen")))
    data[change] = [] if change == "vragen" else "u"
    with pytest.raises(HomeworkError, match="veranderd"):
        open_form(data)


def test_a_sheet_has_no_more_questions_than_its_form_can_hold(
    sheet_with: MakeSheet, question: MakeQuestion
) -> None:
    asked = [question(f"q{number}") for number in range(MAX_QUESTIONS + 1)]
    assert len(build_form(sheet_with(*asked[1:]), "invullen").questions) == MAX_QUESTIONS
    with pytest.raises(ExportError, match=f"passen {MAX_QUESTIONS} vragen"):
        build_form(sheet_with(*asked), "invullen")

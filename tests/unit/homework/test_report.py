"""The answers on paper for the coach: all of them, and a client's letters stay letters."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from coachkit.export.form import build_form
from coachkit.export.markdown import plain_text
from coachkit.homework.report import report_sheet
from coachkit.model import Block, BlockKind, House, Worksheet
from coachkit.model.homework import Answers, answers_of

MakeSheet = Callable[..., Worksheet]
MakeQuestion = Callable[..., Block]


def filled(sheet: Worksheet, notes: tuple[str, ...] = (), **given: str) -> Answers:
    return answers_of(build_form(sheet, "invullen"), given, notes)


def texts(sheet: Worksheet) -> list[str]:
    return [plain_text(block.text) for block in sheet.blocks]


def test_it_has_every_question_with_its_answer(
    sheet_with: MakeSheet, question: MakeQuestion
) -> None:
    asked = sheet_with(question("a", "Wat wil je?"), question("b", "En dan?"))
    report = report_sheet([filled(asked, v1="Meer rust.")], day=date(2026, 11, 28))
    assert texts(report) == [
        "Antwoorden van Sanne",
        "Proef · 22 november 2026",
        "1. Wat wil je? Meer rust.",
        "2. En dan? Niet ingevuld.",
    ]
    assert report.day == date(2026, 11, 28)
    assert not report.questions


def test_lines_stay_lines_and_letters_stay_letters(
    sheet_with: MakeSheet, question: MakeQuestion
) -> None:
    awkward = "# geen kop\n\n- geen *lijst*\n| a | b |\n[link](http://x.example) <b> \\ $x$ `c`"
    report = report_sheet([filled(sheet_with(question("a", "Wat?")), v1=awkward)])
    shown = plain_text(report.blocks[-1].text)
    assert shown.split() == ["1.", "Wat?", *awkward.split()]
    assert report.blocks[-1].text.count("\\\n") == 4


def test_a_table_stays_a_table(sheet_with: MakeSheet, question: MakeQuestion) -> None:
    asked = question("a", "Wat?", soort="tabel", kolommen=["Stap", "Wan|neer"], rijen=2)
    report = report_sheet([filled(sheet_with(asked), v1_1_0="lo|pen nu")])
    table = report.blocks[-1].text.split("\n\n")[1].splitlines()
    assert table == [
        "|  | Stap | Wan\\|neer |",
        "| --- | --- | --- |",
        "| rij 1 | – | – |",
        "| rij 2 | lo\\|pen nu | – |",
    ]


def test_remarks_and_notes_are_told(sheet_with: MakeSheet, question: MakeQuestion) -> None:
    asked = sheet_with(question("a", "Hoe erg?", soort="schaal", laag="niet", hoog="heel"))
    report = report_sheet([filled(asked, ("kijk zelf",), v1="12")])
    assert texts(report)[2:] == [
        "Let op: kijk zelf.",
        "1. Hoe erg? Niet ingevuld. Let op: '12' is geen cijfer van 0 tot 10.",
    ]


def test_a_sheet_for_the_pen_is_not_called_empty(
    sheet_with: MakeSheet, question: MakeQuestion
) -> None:
    answers = answers_of(build_form(sheet_with(question("a", "Wat?")), "schrijven"), {})
    assert texts(report_sheet([answers]))[-1] == "1. Wat? Op papier."


def test_a_report_of_sheets_without_a_name_has_none(
    sheet_with: MakeSheet, question: MakeQuestion
) -> None:
    assert report_sheet([filled(sheet_with(question("a"), name=""))]).name == ""


def test_a_long_text_in_a_table_is_told_under_its_row(
    sheet_with: MakeSheet, question: MakeQuestion
) -> None:
    asked = question("a", "Wat?", soort="tabel", kolommen=["Stap", "Wanneer"], rijen=2)
    report = report_sheet([filled(sheet_with(asked), v1_1_0="een\ntwee", v1_1_1="nu")])
    _, first, second, step, when = report.blocks[-1].text.split("\n\n")
    assert (first, second) == ("**rij 1**: –", "**rij 2**")
    assert (step, when) == ("Stap: een\\\ntwee", "Wanneer: nu")
    whole = "heel lang " * 500 + "EIND"
    report = report_sheet([filled(sheet_with(asked), v1_0_0=whole)])
    assert "EIND" in report.blocks[-1].text
    assert "|" not in report.blocks[-1].text


@pytest.mark.parametrize("answer", ["a\n" * 49_999, "x" * 100_000, "*[`<_" * 19_000])
def test_of_an_endless_answer_the_beginning_is_told(
    sheet_with: MakeSheet, question: MakeQuestion, answer: str
) -> None:
    report = report_sheet([filled(sheet_with(question("a"), name="N" * 50_000), v1=answer)])
    told = report.blocks[-1].text
    assert "De rest van dit antwoord staat in het bestand zelf" in told
    assert len(told) < 50_000
    assert told.count("\n") < 500
    assert len(report.title) < 200


def test_two_of_one_name_are_told_apart_by_their_mark(
    sheet_with: MakeSheet, question: MakeQuestion
) -> None:
    sheets = [sheet_with(question("a"), mark=mark) for mark in ("De V", "Bakker")]
    sections = [b.text for b in report_sheet(list(map(filled, sheets))).blocks[1:]][::2]
    assert [section.partition(" ·")[0] for section in map(plain_text, sections)] == [
        "Sanne (De V)",
        "Sanne (Bakker)",
    ]


def test_several_clients_are_told_apart(sheet_with: MakeSheet, question: MakeQuestion) -> None:
    sheets = [sheet_with(question("a"), name=name) for name in ("Sanne", "Bram")]
    report = report_sheet([filled(sheet) for sheet in sheets], House(name="De Linde"))
    sections = [plain_text(b.text) for b in report.blocks if b.kind is BlockKind.SECTION]
    assert sections == ["Sanne · Proef · 22 november 2026", "Bram · Proef · 22 november 2026"]
    assert texts(report)[0] == "Antwoorden"
    assert report.house.name == "De Linde"

"""The coach looks at her own work, without a browser: what she does, and what she sees of it."""

from __future__ import annotations

import asyncio
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from coachkit.desk.reflection import ROWS, Reflection
from coachkit.export.markdown import plain_text
from coachkit.export.page import time_needed
from coachkit.practice import DATE, Practice
from coachkit.ui.reflection import ReflectionScreen, reflect
from coachkit.vocabulary import Audience
from support.desks import drafts_in, in_the_way
from support.pressing import act, names, press, type_in
from support.recipes import shipped_bank

COACH_SHEETS = [
    recipe.id
    for recipe in shipped_bank().recipes.values()
    if recipe.audience is Audience.COACH and set(recipe.rows) & set(ROWS)
]


def open_screen(practice: Practice, day: date) -> ReflectionScreen:
    return ReflectionScreen(Reflection(shipped_bank(), practice, day))


@pytest.fixture
def screen(practice: Practice, day: date) -> ReflectionScreen:
    return open_screen(practice, day)


def choose(screen: ReflectionScreen, recipe: str) -> None:
    screen.sheets.cards._handle_custom_msg({"choose": recipe}, [])


def fill(screen: ReflectionScreen, text: str = "zij wacht") -> str:
    """Type in the first field, and return its key."""
    key = str(screen.filling.sheet.form.fields[0]["key"])
    type_in(screen.filling.sheet.form, {key: text})
    return key


def is_shown(widget: Any) -> bool:
    return "ck-weg" not in widget._dom_classes


def test_the_app_tells_which_day_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(DATE, "2026-12-01")
    assert reflect().desk.day == date(2026, 12, 1)
    assert reflect(date(2026, 12, 2)).desk.day == date(2026, 12, 2)
    for none in ("", "morgen"):
        monkeypatch.setenv(DATE, none)
        assert abs(reflect().desk.day - date.today()) <= timedelta(days=1)


def test_an_empty_screen_offers_the_sheets(screen: ReflectionScreen) -> None:
    assert screen.sheets.cards.cards[0]["id"] == "feitencheck"
    assert len(screen.sheets.cards.cards) == 5
    assert screen.pages.pages == screen.sheets.buttons.buttons == []
    assert not is_shown(screen.filling.widget)
    assert not is_shown(screen.printing.widget)


def test_the_whole_way(screen: ReflectionScreen, practice: Practice) -> None:
    choose(screen, "intervisie")
    assert [card["id"] for card in screen.sheets.cards.cards] == ["intervisie"]
    assert len(screen.pages.pages) == 2
    assert names(screen.printing.buttons) == ["leeg"]
    assert drafts_in(practice) == []
    version = screen.pages.version
    fields = screen.filling.sheet.form.fields
    fill(screen)
    type_in(screen.filling.about, {"over": "Sanne"})
    assert screen.filling.sheet.form.fields is fields
    assert screen.pages.version == version
    assert len(drafts_in(practice)) == 1
    press(screen.printing.buttons, "print")
    assert [file["name"] for file in screen.printing.files.files] == ["intervisie.pdf"]
    fill(screen, "zij wacht op mij")
    assert screen.printing.files.files == []
    press(screen.printing.buttons, "leeg")
    assert [file["name"] for file in screen.printing.files.files] == ["intervisie-leeg.pdf"]
    assert screen.trouble.lines == screen.printing.trouble.lines == []


@pytest.mark.parametrize("recipe", COACH_SHEETS)
def test_a_card_and_its_sheet_tell_the_same_time(screen: ReflectionScreen, recipe: str) -> None:
    (card,) = [card for card in screen.sheets.cards.cards if card["id"] == recipe]
    choose(screen, recipe)
    assert screen.desk.sheet is not None
    assert card["note"].casefold() == f"{time_needed(screen.desk.sheet.blocks)}."


def test_large_letters_show_on_the_page(screen: ReflectionScreen) -> None:
    choose(screen, "intervisie")
    press(screen.printing.buttons, "leeg")
    version = screen.pages.version
    type_in(screen.printing.look, {"groot": True})
    assert screen.pages.version == version + 1
    assert screen.printing.files.files == []


def test_another_sheet_leaves_the_first_in_its_draft(
    screen: ReflectionScreen, practice: Practice, day: date
) -> None:
    choose(screen, "intervisie")
    key = fill(screen)
    choose(screen, "intervisie")
    assert screen.filling.sheet.form.values[key] == "zij wacht"
    press(screen.sheets.buttons, "meer")
    assert len(screen.sheets.cards.cards) == 5
    choose(screen, "feitencheck")
    assert "Bewaarde bladen" in screen.sheets.told.lines[0]
    type_in(screen.filling.sheet.form, {key: "van het vorige blad"})
    assert screen.desk.filling is not None
    assert screen.desk.filling.is_empty
    press(screen.sheets.buttons, "nieuw")
    (item,) = screen.drafts.list.items
    assert item["title"] == "Verder met Samen kijken · 28 november 2026?"
    act(screen.drafts.list, 0, "verder")
    assert "zij wacht" in screen.filling.sheet.form.values.values()
    assert screen.drafts.list.items == []


def test_the_sheets_that_were_kept_come_into_view(
    screen: ReflectionScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[object] = []
    monkeypatch.setattr(screen.kept, "send", sent.append)
    assert screen.kept.text == ""
    choose(screen, "intervisie")
    press(screen.sheets.buttons, "nieuw")
    assert screen.kept.text == "Je hebt nog geen bewaarde bladen"
    choose(screen, "intervisie")
    assert screen.kept.text == ""
    fill(screen)
    press(screen.sheets.buttons, "nieuw")
    assert screen.kept.text == "Je bewaarde bladen"
    assert len(screen.drafts.list.items) == 1
    assert sent == [{"focus": True}] * 2
    act(screen.drafts.list, 0, "verder")
    assert screen.kept.text == ""


def test_a_sheet_that_was_filled_in_goes_on_or_begins_empty(
    screen: ReflectionScreen, practice: Practice
) -> None:
    choose(screen, "intervisie")
    assert screen.sheets.told.lines == []
    fill(screen)
    choose(screen, "feitencheck")
    assert names(screen.sheets.buttons) == ["meer", "nieuw"]
    choose(screen, "intervisie")
    assert screen.sheets.told.lines == ["Je ging verder met wat je eerder invulde."]
    assert "zij wacht" in screen.filling.sheet.form.values.values()
    fill(screen, "zij wacht op mij")
    assert len(drafts_in(practice)) == 1
    press(screen.sheets.buttons, "leeg")
    assert screen.desk.filling is not None
    assert screen.desk.filling.is_empty
    assert "Bewaarde bladen" in screen.sheets.told.lines[0]
    assert names(screen.sheets.buttons) == ["meer", "nieuw"]
    assert len(drafts_in(practice)) == 1


def test_a_draft_is_offered_again_and_can_be_thrown_away(
    screen: ReflectionScreen, practice: Practice, day: date
) -> None:
    choose(screen, "intervisie")
    fill(screen)
    type_in(screen.filling.about, {"over": "Sanne"})
    fresh = open_screen(practice, day)
    act(fresh.drafts.list, 0, "verder")
    assert fresh.filling.about.values == {"over": "Sanne"}
    press(fresh.sheets.buttons, "nieuw")
    act(fresh.drafts.list, 0, "gooi")
    assert fresh.drafts.list.items == drafts_in(practice) == []


@pytest.mark.parametrize("recipe", ["eerste-stap", "onzin", ""])
def test_a_strange_choice_is_told(screen: ReflectionScreen, recipe: str) -> None:
    choose(screen, recipe)
    assert screen.desk.sheet is None
    assert bool(screen.sheets.trouble.lines) == bool(recipe)


def test_what_does_not_fit_a_box_is_told_there(screen: ReflectionScreen) -> None:
    choose(screen, "intervisie")
    key = fill(screen, "x" * 100_001)
    assert "te lang" in screen.filling.sheet.form.messages[key]
    fill(screen, "kort")
    assert screen.filling.sheet.form.messages == {}


def test_where_nothing_can_be_kept_it_is_told_and_work_goes_on(
    screen: ReflectionScreen, practice: Practice
) -> None:
    in_the_way(practice, "concepten")
    choose(screen, "intervisie")
    fill(screen)
    assert "wordt niet bewaard" in screen.unkept.lines[0]
    press(screen.printing.buttons, "print")
    assert screen.printing.files.files


def test_without_a_folder_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COACHKIT_PRACTICE", raising=False)
    screen = reflect(date(2026, 11, 28))
    assert "geen praktijkmap" in screen._top.lines[0]
    choose(screen, "intervisie")
    fill(screen)
    assert screen.unkept.lines == []
    assert list(tmp_path.iterdir()) == []


def test_pictures_come_when_nothing_else_is_to_do_and_again_for_a_new_page(
    practice: Practice, day: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coachkit.ui.pictures._WAIT", 0)
    sent: list[str] = []

    async def look() -> None:
        screen = open_screen(practice, day)
        screen.sheets.cards.send = lambda content, buffers=None: sent.append(content["picture"])
        while len(sent) < 5:
            await asyncio.sleep(0.01)
        screen.sheets.cards._handle_custom_msg({"ready": True}, [])

    asyncio.run(asyncio.wait_for(look(), 60))
    assert len(sent) == 10
    assert len(set(sent)) == 5


@pytest.mark.parametrize("recipe", COACH_SHEETS)
def test_the_form_says_what_the_paper_says_under_each_question(
    screen: ReflectionScreen, recipe: str
) -> None:
    choose(screen, recipe)
    assert screen.desk.sheet is not None
    shown = {field["label"]: field["help"] for field in screen.filling.sheet.form.fields}
    asked = [block for block in screen.desk.sheet.blocks if block.question]
    for number, block in enumerate(asked, 1):
        assert block.question is not None
        if block.body and plain_text(block.body) != block.question.answer.help:
            assert shown[f"{number}. {plain_text(block.text)}"] == plain_text(block.body)


def test_a_story_for_colleagues_asks_to_leave_the_name_out(screen: ReflectionScreen) -> None:
    choose(screen, "intervisie")
    assert screen.filling.sheet.form.fields[0]["help"] == "Laat de naam weg."


def test_a_table_is_laid_out_in_its_columns(screen: ReflectionScreen) -> None:
    for offer in screen.sheets.cards.cards:
        choose(screen, offer["id"])
        form = screen.desk.filling.form if screen.desk.filling else None
        assert form
        for question, field in zip(form.questions, screen.filling.sheet.form.fields, strict=True):
            if question.answer.soort == "tabel" and "fields" in field:
                assert len(field["fields"]) % field["columns"] == 0


def test_a_text_beside_ticks_has_a_row_of_its_own(screen: ReflectionScreen) -> None:
    choose(screen, "zelfreflectie")
    groups = [field["fields"] for field in screen.filling.sheet.form.fields if "fields" in field]
    ticked = [g for g in groups if any(field["kind"] == "check" for field in g)]
    texts = [field for group in ticked for field in group if field["kind"] != "check"]
    assert texts
    assert all(field["wide"] for field in texts)

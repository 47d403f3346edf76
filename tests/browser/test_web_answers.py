"""The web page as a form: what a client fills in is kept, saved as a file, and opened again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from coachkit.answers import KINDS
from coachkit.bank.load import load_bank
from coachkit.model import Brief
from coachkit.session import save_worksheet
from coachkit.worksheet.compose import make_worksheet
from support.webpage import (
    NO_STORAGE,
    answers_in,
    fill_all,
    is_empty,
    message,
    open_page,
    phone,
    save,
    values,
    wait_for_value,
    wait_until_all_have_it,
    wait_until_kept,
)

pytestmark = pytest.mark.browser

BANK = load_bank()


def test_every_kind_of_answer_is_saved_as_it_was_typed(mobile: Any, web: dict[str, Path]) -> None:
    opened = open_page(mobile, web["all"])
    filled = fill_all(opened.page)
    name, raw = save(opened.page)
    form, answers = answers_in(raw)
    assert answers == filled
    assert name == f"{form.worksheet}-antwoorden.json"
    assert name in message(opened.page)
    # The small bank is chosen from: what it leaves out is on the sheets of the shipped bank.
    assert len({question.answer.soort for question in form.questions}) >= len(KINDS) - 2
    assert opened.messages == []
    assert opened.violations() == []
    assert [url for url in opened.requests if not url.startswith("blob:")] == [opened.page.url]


@pytest.mark.parametrize("recipe", sorted(BANK.recipes))
def test_every_shipped_sheet_can_be_filled_in_on_a_phone(
    mobile: Any, web_brief: Brief, tmp_path: Path, recipe: str
) -> None:
    brief = web_brief.model_copy(update={"phase": None, "situation": None})
    sheet = make_worksheet(BANK, brief, recipe, seed=7)
    (path,) = save_worksheet(sheet, tmp_path, ("html",))
    opened = open_page(mobile, path)
    filled = fill_all(opened.page)
    form, answers = answers_in(save(opened.page)[1])
    assert answers == filled
    assert form.worksheet == sheet.id
    assert [question.id for question in form.questions] == [asked.id for asked in sheet.questions]
    assert opened.messages == []
    assert opened.page.evaluate("document.documentElement.scrollWidth") == 390


def test_an_empty_page_saves_every_field(mobile: Any, web: dict[str, Path]) -> None:
    _, answers = answers_in(save(open_page(mobile, web["all"]).page)[1])
    assert set(answers.values()) == {"", False}


def test_answers_are_still_there_after_a_reload(mobile: Any, web: dict[str, Path]) -> None:
    page = open_page(mobile, web["all"]).page
    assert page.locator(".bij-opslag:visible").count() == 2
    filled = fill_all(page)
    wait_until_kept(page)
    wait_until_all_have_it(mobile, web["all"], filled)
    page.reload()
    assert values(page) == filled


def test_the_last_letters_are_kept_when_the_page_is_left_at_once(
    mobile: Any, web: dict[str, Path]
) -> None:
    page = open_page(mobile, web["small"]).page
    page.locator("textarea").first.fill("net nog")
    typed = values(page)
    page.goto("about:blank")
    wait_until_all_have_it(mobile, web["small"], typed)
    page.goto(web["small"].as_uri())
    assert page.locator("textarea").first.input_value() == "net nog"


def test_another_sheet_and_another_phone_see_nothing(
    mobile: Any, browser: Any, web: dict[str, Path]
) -> None:
    page = open_page(mobile, web["small"]).page
    page.locator("textarea").first.fill("van mij")
    wait_until_kept(page)
    assert is_empty(open_page(mobile, web["all"]).page)
    other = phone(browser)
    assert is_empty(open_page(other, web["small"]).page)
    other.close()


def test_two_tabs_of_one_sheet_keep_together(mobile: Any, web: dict[str, Path]) -> None:
    first, second = (open_page(mobile, web["small"]).page for _ in range(2))
    first.locator("textarea").first.fill("in de eerste")
    wait_until_kept(first)
    wait_for_value(second.locator("textarea").first, "in de eerste")
    second.close(run_before_unload=True)
    wait_until_all_have_it(mobile, web["small"], values(first))
    first.reload()
    assert first.locator("textarea").first.input_value() == "in de eerste"


def test_wipe_empties_page_and_storage(mobile: Any, web: dict[str, Path]) -> None:
    page = open_page(mobile, web["all"]).page
    filled = fill_all(page)
    wait_until_kept(page)
    page.locator("#knop-wis").tap()
    page.get_by_role("button", name="Nee").tap()
    assert values(page) == filled
    page.locator("#knop-wis").tap()
    page.get_by_role("button", name="Ja, wis alles").tap()
    assert is_empty(page)
    assert message(page) == "Alles is gewist."
    page.wait_for_timeout(600)
    assert page.evaluate("localStorage.length") == 0
    page.reload()
    assert is_empty(page)


@pytest.mark.parametrize("how", NO_STORAGE)
def test_without_storage_the_page_says_so_and_still_saves(
    mobile: Any, web: dict[str, Path], how: str
) -> None:
    mobile.add_init_script(NO_STORAGE[how])
    opened = open_page(mobile, web["all"])
    page = opened.page
    assert page.locator(".zonder-opslag").is_visible()
    assert page.locator(".bij-opslag:visible, #geen-script:visible").count() == 0
    filled = fill_all(page)
    page.locator("#status:text-is('Niet bewaard')").wait_for()
    assert answers_in(save(page)[1])[1] == filled
    assert page.locator("#status.in-beeld").count() == 0
    page.locator("#knop-wis").tap()
    page.get_by_role("button", name="Ja, wis alles").tap()
    assert is_empty(page)
    assert opened.messages == []


def test_a_storage_that_gets_full_is_told_and_tried_again(
    mobile: Any, web: dict[str, Path]
) -> None:
    page = open_page(mobile, web["small"]).page
    box = page.locator("textarea").first
    assert not page.locator(".zonder-opslag").is_visible()
    page.evaluate(f"() => {{ window.put = Storage.prototype.setItem; {NO_STORAGE['full']} }}")
    box.fill("past niet")
    page.locator(".zonder-opslag").wait_for()
    page.evaluate("() => { Storage.prototype.setItem = window.put }")
    box.fill("past weer")
    page.locator(".zonder-opslag").wait_for(state="hidden")
    wait_until_all_have_it(mobile, web["small"], values(page))
    page.reload()
    assert box.input_value() == "past weer"


def test_what_stands_in_the_storage_is_not_trusted(mobile: Any, web: dict[str, Path]) -> None:
    opened = open_page(mobile, web["small"])
    for text in ("{", "[]", '{"soort": "coachkit-antwoorden", "versie": 1}'):
        opened.page.evaluate(
            "text => localStorage.setItem('coachkit:sanne-proef-000000', text)", text
        )
        opened.page.reload()
        assert is_empty(opened.page)
        assert not opened.page.locator("#geen-script").is_visible()
    assert opened.messages == []


def test_without_script_there_is_a_note_and_no_dead_button(
    browser: Any, web: dict[str, Path]
) -> None:
    context = phone(browser, java_script_enabled=False)
    page = open_page(context, web["all"]).page
    note = page.locator("#geen-script")
    assert note.is_visible()
    assert note.bounding_box()["y"] < 300
    assert note.inner_text() == (
        "Hier worden je antwoorden niet bewaard. Open dit bestand in een browser, "
        "zoals Chrome of Safari. Of gebruik de pdf."
    )
    assert page.locator("button:visible, .bij-opslag:visible, .met-script:visible").count() == 0
    context.close()

"""A file with saved answers, opened on the page: that of the same sheet, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from support.webpage import (
    choose_file,
    fill_all,
    is_empty,
    message,
    open_page,
    save,
    values,
    wait_for_kept,
    wait_for_message,
    wait_for_values,
    wait_until_all_have_it,
    wait_until_kept,
)

pytestmark = pytest.mark.browser


def test_a_saved_file_goes_on_at_another_device(
    mobile: Any, browser: Any, web: dict[str, Path]
) -> None:
    page = open_page(mobile, web["all"]).page
    filled = fill_all(page)
    _, raw = save(page)
    laptop = browser.new_context()
    page = open_page(laptop, web["all"]).page
    choose_file(page, raw)
    assert values(page) == filled
    assert message(page) == "Je antwoorden staan weer op deze pagina."
    wait_until_all_have_it(laptop, web["all"], filled)
    page.reload()
    assert values(page) == filled
    laptop.close()


def test_a_file_replaces_what_is_there_only_after_a_question(
    mobile: Any, web: dict[str, Path]
) -> None:
    page = open_page(mobile, web["small"]).page
    box = page.locator("textarea").first
    box.fill("oud")
    _, raw = save(page)
    box.fill("nieuw")
    choose_file(page, raw)
    page.get_by_role("button", name="Nee").tap()
    assert box.input_value() == "nieuw"
    choose_file(page, raw)
    page.get_by_role("button", name="Ja, open het bestand").tap()
    assert box.input_value() == "oud"


def test_answers_follow_their_question_when_the_coach_moved_it(
    mobile: Any, web: dict[str, Path]
) -> None:
    page = open_page(mobile, web["small"]).page
    filled = fill_all(page)
    _, raw = save(page)
    wait_until_kept(page)
    page = open_page(mobile, web["moved"]).page
    wanted = {"v1_0": True, "v1_1": False, "v1_2": True, "v1_anders": filled["v3_anders"],
              "v2": "", "v3": filled["v1"]}  # fmt: skip
    wait_for_values(page, wanted)
    choose_file(page, raw)
    page.get_by_role("button", name="Ja, open het bestand").tap()
    assert values(page) == wanted
    assert "pasten niet" in message(page)


def test_an_answer_that_has_no_place_any_more_is_not_lost(
    mobile: Any, web: dict[str, Path]
) -> None:
    page = open_page(mobile, web["small"]).page
    filled = fill_all(page)
    wait_until_kept(page)
    page = open_page(mobile, web["moved"]).page
    wait_for_kept(page, "v3", filled["v1"])
    wait_for_message(page, "pasten niet")
    page.locator("textarea").first.fill("erbij")
    wait_until_kept(page)
    page.reload()
    wait_for_kept(page, "v1_anders", "erbij")
    wait_for_message(page, "pasten niet")
    page = open_page(mobile, web["small"]).page
    wait_for_values(page, {**filled, "v3_anders": "erbij"})
    assert message(page) == ""


def test_what_was_emptied_since_stays_empty(mobile: Any, web: dict[str, Path]) -> None:
    page = open_page(mobile, web["small"]).page
    filled = fill_all(page)
    wait_until_kept(page)
    page = open_page(mobile, web["moved"]).page
    wait_for_kept(page, "v3", filled["v1"])
    page.locator("[name=v3]").fill("")
    wait_until_kept(page)
    wait_for_values(open_page(mobile, web["small"]).page, {**filled, "v1": ""})


def test_no_answer_comes_under_a_question_in_other_words(mobile: Any, web: dict[str, Path]) -> None:
    page = open_page(mobile, web["small"]).page
    filled = fill_all(page)
    wait_until_kept(page)
    page = open_page(mobile, web["reworded"]).page
    wait_for_values(page, {**filled, "v1": ""})
    wait_for_message(page, "pasten niet")


@pytest.mark.parametrize(
    "raw",
    ["", "{", "null", "[]", '"x"', "1e999", "\ud800", '{"soort": "anders", "versie": 1}',
     '{"soort": "coachkit-antwoorden", "versie": 2, "blad": {}, "antwoorden": {}}',
     '{"soort": "coachkit-antwoorden", "versie": 1, "blad": [], "antwoorden": {}}',
     '{"soort": "coachkit-antwoorden", "versie": 1, "blad": {}, "antwoorden": [1]}',
     "[" * 100_000, "x" * 5_000_001],
    ids=range(13),
)  # fmt: skip
def test_garbage_is_refused(mobile: Any, web: dict[str, Path], raw: str) -> None:
    opened = open_page(mobile, web["small"])
    choose_file(opened.page, raw.encode("utf-8", "surrogatepass"))
    assert "geen bestand met bewaarde antwoorden" in message(opened.page)
    assert is_empty(opened.page)
    assert opened.messages == []


def test_a_file_of_another_sheet_is_refused(mobile: Any, web: dict[str, Path]) -> None:
    _, raw = save(open_page(mobile, web["all"]).page)
    page = open_page(mobile, web["small"]).page
    choose_file(page, raw)
    assert "hoort bij een ander werkblad" in message(page)


def test_only_known_fields_of_the_right_type_are_filled(mobile: Any, web: dict[str, Path]) -> None:
    opened = open_page(mobile, web["small"])
    page = opened.page
    data = json.loads(save(page)[1])
    assert next(iter(values(page))) == "v1"
    data["antwoorden"] = {
        "v1": "<img src=x onerror='document.title=1'>", "v2": "11", "v3_0": "true", "v3_1": True,
        "v3_2": 1, "v3_anders": {"a": 1}, "v9": "x", "__proto__": {"v1": "mis"}, "knop-wis": "x",
    }  # fmt: skip
    choose_file(page, json.dumps(data))
    found = {name: value for name, value in values(page).items() if value}
    assert found == {"v1": "<img src=x onerror='document.title=1'>", "v3_1": True}
    assert "pasten niet" in message(page)
    data["blad"]["vragen"] = [None, 1, {"veld": {}, "id": "a"}, {"veld": "v1"}]
    choose_file(page, json.dumps(data))
    page.get_by_role("button", name="Ja, open het bestand").tap()
    assert is_empty(page)
    assert opened.messages == []

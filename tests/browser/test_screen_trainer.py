"""The trainer's screen in a real browser: from nothing to a set that loads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from coachkit.bank.load import load_bank
from coachkit.practice import Practice, Settings
from support.app import App, running, wait_for
from support.authoring import BROKEN, SET
from support.page_keys import focused, tab_to
from support.screens import (
    SCREENS,
    axe,
    clipped,
    downloaded,
    fits,
    other_hosts,
    tab,
)

pytestmark = pytest.mark.browser
WORKBOOK = "vragen-schrijven"
DESCRIBED = """e => (e.getAttribute('aria-describedby') ?? '').split(' ')
    .map(id => document.getElementById(id)?.innerText).join(' ')"""
ABSURD = ["<img src=x onerror=alert(1)>", "{{ 7 * 7 }}", "x" * 3000, "🙂 \u202e"]


@pytest.fixture(scope="module")
def app(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    home = tmp_path_factory.mktemp("vragen")
    with running(home, home / "praktijk") as started:
        yield started


@pytest.fixture
def sets(app: App) -> Path:
    """The folder of the sets, with one good set and one that is broken, and no drafts."""
    for old in (app.home / "praktijk" / "concepten").glob("*.json"):
        old.unlink()
    folder = app.home / "praktijk" / "vraagbank" / "vragen"
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.yaml"):
        old.unlink()
    (folder / "moed.yaml").write_text(SET, encoding="utf-8")
    (folder / "stuk.yaml").write_text(BROKEN, encoding="utf-8")
    return folder


@pytest.fixture
def page(browser: Any, app: App, sets: Path) -> Iterator[Any]:
    with tab(browser, app, WORKBOOK) as opened:
        opened.get_by_label("Hoe heet de set?").wait_for()
        yield opened


@pytest.fixture
def writing(page: Any) -> Any:
    """The set ``Moed`` with a new question."""
    page.get_by_role("button", name="Open: Moed").click()
    page.get_by_role("button", name="Nieuwe vraag").click()
    wait_for(lambda: "Je vraag" in focused(page), "the keyboard is not in the form")
    return page


def text_of(page: Any) -> Any:
    return page.get_by_label("Je vraag", exact=True)


def open_set(page: Any) -> None:
    """Open the set ``Moed``, and wait until its questions are there."""
    page.get_by_role("button", name="Open: Moed").click()
    page.get_by_text("Je set is bewaard in moed.yaml.").wait_for()
    wait_for(lambda: len(titles(page)) == 2, "the questions are not there")


def titles(page: Any) -> list[str]:
    texts: list[str] = page.get_by_label("Vragen in de set").locator(".ck-titel").all_inner_texts()
    return texts


def question_in(app: App, text: str) -> Any:
    """Return a question of the bank of the practice, as it loads."""
    bank = load_bank(Practice(Settings(), app.home / "praktijk"), lenient=True)
    (found,) = (question for question in bank.questions.values() if question.text == text)
    return found


def test_from_nothing_to_a_set_that_loads(page: Any, app: App, sets: Path, tmp_path: Path) -> None:
    page.get_by_label("Hoe heet de set?").fill("Rust")
    page.get_by_label("Waar gaan ze over?").select_option("verlangen")
    page.get_by_role("button", name="Begin deze set").click()
    text_of(page).fill("Waar vind je deze week rust?")
    page.get_by_text("Voorstel: Waar vindt u deze week rust?").wait_for()
    page.get_by_role("button", name="Neem over: voorstel bij Je vraag").click()
    page.get_by_label("Wat voor antwoord?").select_option("keuze")
    page.get_by_label("Waar kun je uit kiezen?", exact=True).fill("Thuis\nBij je zus\nBuiten")
    offered = page.get_by_role("button", name="Neem over: voorstel bij Waar kun je")
    offered.click()
    offered.wait_for(state="detached")
    page.get_by_role("button", name="Nagekeken").click()
    page.locator(".ck-blad").wait_for()
    page.get_by_role("button", name="Zet in de set").click()
    page.get_by_text("Je vraag staat in de set.").wait_for()
    page.get_by_role("button", name="Bewaar de set").click()
    page.get_by_text("Bewaard. Je vindt de set in").wait_for()
    question = question_in(app, "Waar vind je deze week rust?")
    assert question.answer.options_formal == ("Thuis", "Bij uw zus", "Buiten")
    assert question.reviewed
    path = downloaded(page, "Download de set", tmp_path)
    assert path.read_bytes() == (sets / "rust.yaml").read_bytes()
    assert other_hosts(page, app) == []


def test_by_keyboard_alone(page: Any, app: App, sets: Path) -> None:
    keyboard = page.keyboard

    def in_(name: str) -> None:
        wait_for(lambda: name in focused(page), f"the keyboard is not at {name}")

    tab_to(page, "Open: Moed")
    keyboard.press("Enter")
    wait_for(lambda: len(titles(page)) == 2, "the questions are not there")
    tab_to(page, "Verplaats vraag 1")
    before = titles(page)
    keyboard.press("ArrowDown")
    wait_for(lambda: titles(page) == before[::-1], "the question did not move")
    tab_to(page, "Nieuwe vraag")
    keyboard.press("Enter")
    in_("Je vraag")
    keyboard.type("Wie belt je morgen?")
    page.get_by_text("Voorstel: Wie belt u morgen?").wait_for()
    tab_to(page, "Neem over: voorstel bij Je vraag")
    keyboard.press("Enter")
    in_("Dezelfde vraag, met u")
    tab_to(page, "Nagekeken")
    keyboard.press("Enter")
    in_("Dezelfde vraag, met u")
    tab_to(page, "Zet in de set")
    keyboard.press("Enter")
    page.get_by_text("Je vraag staat in de set.").wait_for()
    tab_to(page, "Bewaar de set")
    keyboard.press("Enter")
    page.get_by_text("Bewaard. Je vindt de set in").wait_for()
    assert question_in(app, "Wie belt je morgen?").reviewed
    text = (sets / "moed.yaml").read_text(encoding="utf-8")
    assert text.index("moed-eerder") < text.index("moed-klein")
    assert "# mooi" in text


def test_a_question_is_dragged(page: Any) -> None:
    open_set(page)
    handle = page.get_by_role("button", name=re.compile("^Verplaats vraag 1:"))
    handle.scroll_into_view_if_needed()
    before = titles(page)
    box = handle.bounding_box()
    target = page.get_by_label("Vragen in de set").locator(".ck-ding").nth(1).bounding_box()
    page.mouse.move(box["x"] + 5, box["y"] + 5)
    page.mouse.down()
    page.mouse.move(box["x"] + 5, target["y"] + target["height"] * 0.8, steps=8)
    page.mouse.up()
    wait_for(lambda: titles(page) == before[::-1], "the question did not move")
    page.get_by_text("nog niet bewaard zijn").wait_for()


def test_typing_moves_nothing(writing: Any) -> None:
    page = writing
    text_of(page).fill("Wat durf je")
    page.locator(".ck-blad").wait_for()
    place = text_of(page).bounding_box()
    page.evaluate(
        """() => { window.gone = 0; new MutationObserver(() => {
            if (!document.querySelector('.ck-blad')) window.gone += 1;
        }).observe(document.querySelector('.ck-bladen'), { childList: true }); }"""
    )
    text_of(page).press("End")
    page.keyboard.type(" vandaag wel, en waarom niet?", delay=30)
    page.get_by_text("klinkt als een verwijt").wait_for()
    page.get_by_text("Voorstel: Wat durft u vandaag wel, en waarom niet?").wait_for()
    assert text_of(page).input_value() == "Wat durf je vandaag wel, en waarom niet?"
    assert text_of(page).bounding_box() == place
    assert page.evaluate("document.activeElement.value") == text_of(page).input_value()
    assert page.evaluate("window.gone") == 0


def test_another_kind_of_answer_leaves_the_other_fields_alone(writing: Any) -> None:
    page = writing
    text_of(page).fill("Hoe moedig ben je nu?")
    page.evaluate("""() => { document.querySelectorAll('[data-veld]').forEach((e) => {
        e.dataset.merk = 'oud'; }); }""")
    page.get_by_text("Hulp, tijd en meer").click()
    kind = page.get_by_label("Wat voor antwoord?")
    kind.focus()
    for name, field in (
        ("schaal", "answer.low"),
        ("tabel", "answer.rows"),
        ("open", "answer.lines"),
    ):
        kind.select_option(name)
        page.locator(f"[data-veld='{field}']").wait_for()
    assert page.locator("[data-veld='answer.low']").count() == 0
    assert page.evaluate("document.activeElement.closest('[data-veld]').dataset.veld") == "answer"
    fresh = page.locator("[data-veld]:not([data-merk])").evaluate_all(
        "all => all.map((e) => e.dataset.veld).filter((name) => name !== 'naam')"
    )
    assert fresh == ["answer.lines"]
    assert page.get_by_label("Hulp bij de vraag", exact=True).is_visible()
    assert text_of(page).input_value() == "Hoe moedig ben je nu?"


def test_what_is_wrong_is_said_at_its_field(writing: Any) -> None:
    page = writing
    text_of(page).fill("Wat doe je?")
    page.get_by_role("button", name="Zet in de set").click()
    formal = page.get_by_label("Dezelfde vraag, met u")
    wait_for(lambda: formal.get_attribute("aria-invalid"), "the field says nothing")
    assert "nog leeg" in formal.evaluate(DESCRIBED)
    assert axe(page) == []


def test_what_is_typed_last_counts_when_a_button_is_pressed_at_once(writing: Any) -> None:
    page = writing
    page.keyboard.type("Wat zeg je morgen")
    page.get_by_label("Dezelfde vraag, met u").fill("Wat zegt u morgen?")
    text_of(page).press("End")
    page.keyboard.type("?")
    page.get_by_role("button", name="Zet in de set").click()
    page.get_by_text("Je vraag staat in de set.").wait_for()
    wait_for(lambda: titles(page)[-1] == "Wat zeg je morgen?", "the last key was lost")
    assert text_of(page).input_value() == "Wat zeg je morgen?"


def test_a_broken_set_shows_its_problems_and_the_rest_goes_on(page: Any) -> None:
    page.get_by_text("Regel 4: 'vraag_u' ontbreekt").wait_for()
    assert page.get_by_role("button", name="Open: Stuk").is_disabled()
    open_set(page)
    assert page.get_by_text("Je werkt aan Moed.").is_visible()


def test_nothing_is_lost_by_closing_the_tab(writing: Any, browser: Any, app: App) -> None:
    page = writing
    page.get_by_role("button", name="Laat vervallen: vraag 2").click()
    page.get_by_text("vervallen", exact=True).wait_for()
    text_of(page).fill("Wat doe je?")
    page.get_by_text("Voorstel: Wat doet u?").wait_for()
    page.wait_for_timeout(300)
    page.close()
    with tab(browser, app, WORKBOOK) as again:
        again.get_by_text("Verder met Moed: Wat doe je?").wait_for()
        again.get_by_role("button", name=re.compile("^Ga verder")).click()
        wait_for(lambda: text_of(again).input_value() == "Wat doe je?", "the question is gone")
        again.get_by_text("vervallen", exact=True).wait_for()


@pytest.mark.parametrize("absurd", ABSURD)
def test_absurd_words_stay_words(writing: Any, absurd: str) -> None:
    page = writing
    page.on("dialog", lambda dialog: pytest.fail("code of a person ran"))
    text_of(page).fill(absurd)
    page.get_by_label("Dezelfde vraag, met u").fill(absurd)
    page.get_by_role("button", name="Zet in de set").click()
    page.wait_for_timeout(700)
    body = page.locator("body").inner_text()
    assert "Traceback" not in body
    assert "coachkit zelf" not in body
    assert page.locator(".ck-scherm img[src=x]").count() == 0
    assert fits(page)


@pytest.mark.parametrize("screen", SCREENS)
def test_it_fits_and_is_for_everyone(page: Any, app: App, screen: str, tmp_path: Path) -> None:
    width, height = SCREENS[screen]
    page.set_viewport_size({"width": width, "height": height})
    assert axe(page) == []
    page.get_by_role("button", name="Open: Moed").click()
    page.get_by_role("button", name="Nieuwe vraag").click()
    text_of(page).fill("Wat durf je vandaag wel, en waarom niet?")
    page.locator(".ck-blad").wait_for()
    near = page.get_by_label("Vragen die erop lijken")
    near.get_by_text("Wat durf je vandaag wel?").wait_for()
    near.get_by_text("dezelfde woorden, en meer").first.wait_for()
    page.get_by_text("Hulp, tijd en meer").click()
    page.get_by_text("Voor wie past de vraag?").click()
    page.get_by_role("button", name="Toon de kaart").click()
    page.get_by_role("button", name="Verberg de kaart").wait_for()
    page.get_by_role("button", name="Open: vraag 1").click()
    page.get_by_text("staat nog niet in de set.").first.wait_for()
    page.screenshot(path=tmp_path / f"vragen-{screen}.png", full_page=True)
    assert axe(page) == []
    assert fits(page)
    assert clipped(page) == []
    assert other_hosts(page, app) == []

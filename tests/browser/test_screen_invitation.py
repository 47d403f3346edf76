"""The screen of an invitation in a real browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from support.app import App, running, wait_for
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
from support.training import FACTS

pytestmark = pytest.mark.browser
WORKBOOK = "uitnodiging"
SHEET = "training: Rust in je hoofd\nvoor_wie: zorgverleners\naanspreekvorm: je\n"
CUT_EXAMPLES = """() => [...document.querySelectorAll('.ck-scherm [placeholder]')].filter((e) => {
    const style = getComputedStyle(e);
    const pen = document.createElement('canvas').getContext('2d');
    pen.font = style.font;
    const room = e.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    const wide = e.tagName === 'INPUT' && pen.measureText(e.placeholder).width > room;
    return wide || e.scrollHeight > e.clientHeight;
}).map((e) => e.placeholder)"""
ABSURD = ["<img src=x onerror=alert(1)>", "{{ 7 * 7 }}", "x" * 3000, "🙂 \u202e"]


@pytest.fixture(scope="module")
def app(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    home = tmp_path_factory.mktemp("uitnodiging")
    with running(home, home / "praktijk") as started:
        yield started


@pytest.fixture
def page(browser: Any, app: App) -> Iterator[Any]:
    """The screen, without drafts and texts of other tests."""
    for folder in ("concepten", "uitnodigingen"):
        for old in (app.home / "praktijk" / folder).glob("*"):
            old.unlink()
    (app.home / "praktijk" / "feiten.yaml").write_text(SHEET, encoding="utf-8")
    with tab(browser, app, WORKBOOK) as opened:
        opened.get_by_label("Training", exact=True).wait_for()
        yield opened


def field(page: Any, label: str) -> Any:
    return page.get_by_label(label, exact=True)


def fill(page: Any) -> None:
    """Fill in all that is needed, until there is a text."""
    for label, text in FACTS.items():
        field(page, label).fill(text)
    page.get_by_text(re.compile(r"^\d+ woorden\.$")).wait_for()


def text_of(page: Any) -> str:
    return str(page.locator(".ck-tekst").inner_text())


def test_from_nothing_to_a_text(page: Any, app: App, tmp_path: Path) -> None:
    fill(page)
    assert "Van knikken naar kiezen" in text_of(page)
    assert "een nacht bedenktijd geven" in text_of(page)
    page.get_by_role("button", name="Bewaar als tekst").click()
    page.get_by_text("Bewaard. Je vindt de tekst in").wait_for()
    path = downloaded(page, "Download als tekst", tmp_path)
    (kept,) = (app.home / "praktijk" / "uitnodigingen").iterdir()
    assert kept.read_bytes() == path.read_bytes()
    assert downloaded(page, "Download als Markdown", tmp_path).suffix == ".md"
    assert other_hosts(page, app) == []


def test_by_keyboard_alone(page: Any, app: App) -> None:
    for label, text in FACTS.items():
        tab_to(page, label, whole=True)
        page.keyboard.type(text)
    page.get_by_role("button", name="Bewaar als tekst").wait_for()
    tab_to(page, "Bewaar als tekst")
    page.keyboard.press("Enter")
    page.get_by_text("Bewaard. Je vindt de tekst in").wait_for()
    (kept,) = (app.home / "praktijk" / "uitnodigingen").iterdir()
    assert "woonbegeleiders" in kept.read_text(encoding="utf-8")


def test_typing_moves_nothing_and_the_text_follows(page: Any) -> None:
    fill(page)
    place = field(page, "Plaats").bounding_box()
    field(page, "Plaats").press("End")
    page.keyboard.type(", in het buurthuis", delay=30)
    wait_for(lambda: "Utrecht, in het buurthuis" in text_of(page), "the text does not follow")
    assert field(page, "Plaats").bounding_box() == place
    assert field(page, "Plaats").input_value() == "Utrecht, in het buurthuis"
    assert page.evaluate("document.activeElement.value") == "Utrecht, in het buurthuis"


@pytest.mark.parametrize("clipboard", ["of the page", "refused", "absent"])
def test_the_text_is_copied_and_that_is_said(page: Any, app: App, clipboard: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=app.base)
    if clipboard == "refused":
        page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(Error()); }")
    elif clipboard == "absent":
        page.evaluate("() => { Object.defineProperty(navigator, 'clipboard', { value: null }); }")
    fill(page)
    button = page.get_by_role("button", name="Kopieer de tekst")
    button.click()
    said = page.get_by_role("status").filter(has_text="Gekopieerd.")
    said.wait_for()
    assert page.evaluate("document.activeElement.textContent") == "Kopieer de tekst"
    field(page, "Last").focus()
    page.keyboard.press("Control+a")
    page.keyboard.press("Control+v")
    wait_for(lambda: "Aanmelden: info@kiezen" in field(page, "Last").input_value(), "not copied")
    assert field(page, "Last").input_value().startswith("Hij knikt, en hij schrijft de dag op\n\n")


def test_the_heading_of_the_text_is_a_heading(page: Any) -> None:
    fill(page)
    title = page.locator(".ck-tekst").get_by_role("heading", level=3)
    assert title.inner_text() == "Hij knikt, en hij schrijft de dag op"
    sizes = (
        "e => [e, e.nextElementSibling].map((each) => parseFloat(getComputedStyle(each).fontSize))"
    )
    large, plain = title.evaluate(sizes)
    assert large > plain


def test_the_text_with_u_is_taken_over(page: Any) -> None:
    fill(page)
    page.get_by_role("radio", name="u", exact=True).check()
    page.get_by_text("Voorstel: Hij knikt").wait_for()
    assert axe(page) == []
    page.get_by_role("button", name="Neem over").click()
    wait_for(lambda: "zit u er alleen" in field(page, "Last").input_value(), "not taken over")
    wait_for(lambda: "leert u twee dingen" in text_of(page), "the text does not say u")
    wait_for(lambda: focused(page).split("|")[1:2] == ["Last"], "the focus is lost")


def test_a_new_invitation_begins_in_its_first_field(page: Any) -> None:
    fill(page)
    page.get_by_role("button", name="Nieuwe uitnodiging").click()
    wait_for(lambda: field(page, "Training").input_value() == "", "it is not new")
    wait_for(lambda: focused(page).split("|")[1:2] == ["Training"], "the focus is lost")


@pytest.mark.parametrize("screen", SCREENS)
def test_examples_in_empty_fields_are_whole(page: Any, screen: str) -> None:
    width, height = SCREENS[screen]
    page.set_viewport_size({"width": width, "height": height})
    assert page.evaluate(CUT_EXAMPLES) == []


def test_what_is_wrong_is_said_at_its_field_and_the_text_stays(page: Any) -> None:
    fill(page)
    before = text_of(page)
    field(page, "Dagen").fill("morgen")
    page.get_by_text("Dit is de tekst van daarnet.").wait_for()
    wait_for(lambda: field(page, "Dagen").get_attribute("aria-invalid"), "the field says nothing")
    assert text_of(page) == before
    assert axe(page) == []


def test_a_folded_group_says_that_something_in_it_is_wrong(page: Any) -> None:
    summary = page.get_by_text("Aanmelden, plaatsen en waarom nu")
    summary.click()
    field(page, "Aanmelden tot").fill("morgen")
    wrong = page.locator("summary", has_text="hier klopt iets niet")
    wrong.wait_for()
    wrong.click()
    assert wrong.is_visible()
    assert not field(page, "Aanmelden tot").is_visible()
    wrong.click()
    field(page, "Aanmelden tot").fill("")
    wrong.wait_for(state="detached")


def test_a_sheet_is_opened_and_one_is_pasted(page: Any) -> None:
    page.get_by_role("button", name="Open een blad").click()
    page.get_by_role("button", name="Open: feiten.yaml").click()
    wait_for(lambda: field(page, "Training").input_value() == "Rust in je hoofd", "not opened")
    page.get_by_role("button", name="Open een blad").click()
    page.get_by_label("Plak hier je blad").fill(SHEET.replace("hoofd", "hart"))
    page.get_by_role("button", name="Neem dit over").click()
    wait_for(lambda: field(page, "Training").input_value() == "Rust in je hart", "not pasted")


def test_nothing_is_lost_by_closing_the_tab(page: Any, browser: Any, app: App) -> None:
    fill(page)
    before = text_of(page)
    page.wait_for_timeout(300)
    page.close()
    with tab(browser, app, WORKBOOK) as again:
        again.get_by_text("Verder met Van knikken naar kiezen?").wait_for()
        again.get_by_role("button", name=re.compile("^Ga verder")).click()
        wait_for(lambda: again.locator(".ck-tekst").is_visible(), "there is no text")
        wait_for(lambda: text_of(again) == before, "the text is another one")
        wait_for(lambda: field(again, "Plaats").input_value() == "Utrecht", "a fact is gone")


@pytest.mark.parametrize("absurd", ABSURD)
def test_absurd_words_stay_words(page: Any, absurd: str) -> None:
    page.on("dialog", lambda dialog: pytest.fail("code of a person ran"))
    for label in FACTS:
        field(page, label).fill(absurd)
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
    page.get_by_role("button", name="Open een blad").click()
    page.get_by_role("button", name="Open: feiten.yaml").wait_for()
    fill(page)
    page.get_by_text("Aanmelden, plaatsen en waarom nu").click()
    page.get_by_text("Voor een lange tekst, en een kop").click()
    page.screenshot(path=tmp_path / f"uitnodiging-{screen}.png", full_page=True)
    assert axe(page) == []
    assert fits(page)
    assert clipped(page) == []
    assert other_hosts(page, app) == []

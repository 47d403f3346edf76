"""The web page for everyone: axe-core, a keyboard alone, large letters, a narrow screen, paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from coachkit.bank.bank import Bank
from coachkit.model import Brief
from coachkit.session import save_worksheet
from coachkit.worksheet.compose import make_worksheet
from support.webpage import NO_STORAGE, fill_all, is_empty, message, open_page, phone, values

pytestmark = pytest.mark.browser

LONG = "".join(f"Regel {number} van mijn verhaal.\n" for number in range(90)) + "Einde verhaal."
NO_GROWTH = "CSS.supports = () => false;"
OUTSIDE = """() => [...document.querySelectorAll('button, p, li, h1, h2, textarea, input')]
    .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
    .map(e => e.outerHTML.slice(0, 80))"""


@pytest.fixture(scope="module", params=[False, True], ids=["normal", "large"])
def path(
    small_bank: Bank,
    web_brief: Brief,
    tmp_path_factory: pytest.TempPathFactory,
    request: pytest.FixtureRequest,
) -> Path:
    """A page with nearly all kinds of answer, in both sizes of print."""
    sheet = make_worksheet(small_bank, web_brief, "alles", seed=7)
    folder = tmp_path_factory.mktemp("web")
    return save_worksheet(sheet, folder, ("html",), large=request.param)[0]


@pytest.fixture(params=[390, 1280])
def context(browser: Any, request: pytest.FixtureRequest) -> Iterator[Any]:
    """A new phone, or a new computer with a touch screen."""
    made = browser.new_context(viewport={"width": request.param, "height": 844}, has_touch=True)
    yield made
    made.close()


def axe(page: Any) -> list[str]:
    """Return what axe-core finds, in words; none of its rules is left out."""
    module = pytest.importorskip("axe_playwright_python.sync_playwright")
    found = module.Axe().run(page)
    assert len(found.response["passes"]) > 20
    return [
        f"{rule['id']}: {node['html'][:120]}"
        for rule in found.response["violations"]
        for node in rule["nodes"]
    ]


def test_axe_finds_nothing_whatever_is_shown(context: Any, path: Path) -> None:
    opened = open_page(context, path)
    assert axe(opened.page) == []
    fill_all(opened.page)
    assert axe(opened.page) == []
    opened.page.locator("#knop-wis").tap()
    assert opened.page.locator("#vraag-wis").is_visible()
    assert axe(opened.page) == []
    opened.page.get_by_role("button", name="Ja, wis alles").tap()
    assert message(opened.page)
    assert axe(opened.page) == []
    assert opened.violations() == []


def test_axe_finds_nothing_without_storage_or_script(context: Any, path: Path) -> None:
    context.add_init_script(NO_STORAGE["shut"])
    page = open_page(context, path).page
    assert page.locator(".zonder-opslag").is_visible()
    page.evaluate("() => { document.getElementById('geen-script').hidden = false }")
    assert page.locator("#geen-script").is_visible()
    assert axe(page) == []


@pytest.mark.parametrize("width", [320, 640])
def test_nothing_sticks_out_on_a_narrow_or_enlarged_screen(
    browser: Any, path: Path, width: int
) -> None:
    """640 pixels are what is left of 1280 at 200%."""
    context = browser.new_context(viewport={"width": width, "height": 640}, has_touch=True)
    page = open_page(context, path).page
    fill_all(page)
    page.evaluate("() => document.querySelectorAll('[hidden]').forEach(e => { e.hidden = false })")
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert page.evaluate(OUTSIDE) == []
    context.close()


def test_buttons_are_large_enough_for_a_thumb(context: Any, path: Path) -> None:
    page = open_page(context, path).page
    page.locator("#knop-wis").tap()
    boxes = [button.bounding_box() for button in page.locator("button:visible").all()]
    assert len(boxes) == 6
    assert min(min(box["width"], box["height"]) for box in boxes) >= 44


def focused(page: Any) -> str:
    """Return the words on the button that has the focus."""
    words: str = page.evaluate("document.activeElement.innerText")
    return words


def test_a_keyboard_is_enough_to_save_and_to_wipe(browser: Any, path: Path) -> None:
    context = browser.new_context()
    page = open_page(context, path).page
    page.locator("textarea").first.fill("Mijn antwoord")
    page.locator("main input, main textarea").last.focus()
    page.keyboard.press("Tab")
    assert focused(page) == "Bewaar mijn antwoorden"
    with page.expect_download():
        page.keyboard.press("Enter")
    reached = []
    for _ in range(3):
        page.keyboard.press("Tab")
        reached.append(focused(page))
    assert reached == ["Print", "Open bewaarde antwoorden", "Wis"]
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    for leave in ("Enter", "Escape"):
        page.keyboard.press("Space")
        assert focused(page) == "Nee"
        page.keyboard.press(leave)
        assert focused(page) == "Wis"
        assert not page.locator("#vraag-wis").is_visible()
        assert not is_empty(page)
    page.keyboard.press("Enter")
    page.keyboard.press("Shift+Tab")
    assert focused(page) == "Ja, wis alles"
    page.keyboard.press("Enter")
    assert focused(page) == "Wis"
    assert is_empty(page)
    context.close()


def test_a_screen_reader_hears_what_happens(context: Any, path: Path) -> None:
    page = open_page(context, path).page
    for live in ("#status", "#melding"):
        assert page.locator(live).get_attribute("role") == "status"
    page.locator("#knop-wis").tap()
    group = page.get_by_role(
        "group", name="Weet je het zeker? Alles wat je hebt ingevuld gaat weg."
    )
    assert group.get_by_role("button").all_inner_texts() == ["Ja, wis alles", "Nee"]
    button = page.get_by_role("button", name="Bewaar mijn antwoorden")
    described = page.locator(f"#{button.get_attribute('aria-describedby')}").inner_text()
    assert described == "Je krijgt een klein bestand. Stuur dat naar je coach."


def test_paper_has_all_of_every_text_and_no_buttons(context: Any, path: Path) -> None:
    page = open_page(context, path).page
    boxes = page.locator("textarea.vak, input.vak").all()
    for number, box in enumerate(boxes):
        box.fill(f"[{number}] een antwoord dat lang is [/{number}]")
    page.locator("textarea.vak").first.fill(LONG)
    before = values(page)
    pdf = pypdfium2.PdfDocument(page.pdf(format="A4", prefer_css_page_size=True))
    pages = ("".join(sheet.get_textpage().get_text_range().split()) for sheet in pdf)
    text = "".join(re.sub(r"Bladzijde\d+van\d+", "", page) for page in pages)
    printed = [box.input_value() for box in boxes]
    assert [words for words in printed if "".join(words.split()) not in text] == []
    for absent in ("Bewaar", "Zovuljeditin", "Wis", "Hierworden", "browser"):
        assert absent not in text
    assert values(page) == before


def test_a_copy_for_paper_is_never_seen_and_never_old(context: Any, path: Path) -> None:
    page = open_page(context, path).page
    box = page.locator("textarea").first
    box.fill("eerst")
    page.evaluate("() => { dispatchEvent(new Event('beforeprint')) }")
    assert page.locator(".afdruk").count() == 1
    assert not page.locator(".afdruk").is_visible()
    page.emulate_media(media="print")
    assert page.locator(".afdruk").all_inner_texts() == ["eerst"]
    assert not box.is_visible()
    page.emulate_media(media="screen")
    box.fill("later")
    assert page.locator(".afdruk").count() == 0


def test_boxes_grow_where_the_browser_does_not_do_so_itself(browser: Any, path: Path) -> None:
    context = phone(browser)
    context.add_init_script(NO_GROWTH)
    page = open_page(context, path).page
    fixed = "e => { e.style.fieldSizing = 'fixed'; return e.offsetHeight }"
    box = page.locator("textarea").first
    empty = box.evaluate(fixed)
    box.fill(LONG)
    hidden = "e => e.scrollHeight - e.clientHeight"
    assert box.evaluate(hidden) == 0
    assert box.evaluate("e => e.offsetHeight") > 90 * 20
    page.locator("#knop-wis").tap()
    page.get_by_role("button", name="Ja, wis alles").tap()
    assert box.evaluate("e => e.offsetHeight") == empty
    context.close()

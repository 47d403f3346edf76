"""The screens and the web page in WebKit, which shows what a coach or client sees in Safari."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from support.app import App, running
from support.screens import READY
from support.webkit import WebKit, webkit

pytestmark = pytest.mark.browser
TITLES = '[aria-label="Vragen op het blad"] .ck-titel'
LIFTED = """return [...document.querySelectorAll('.ck-scherm .lm-Widget')].filter(e =>
    e.innerText.trim() && getComputedStyle(e).position === 'absolute').map(e => e.innerText)"""
GAPS = """return [...document.querySelectorAll('.ck-scherm .ck-paneel > .lm-Widget')].filter(e =>
    e.offsetParent && !e.innerText.trim() && !e.querySelector('input, select, textarea, img')
    && getComputedStyle(e).position !== 'absolute').map(e => e.outerHTML)"""

ECHO_BELOW = """const echo = [...document.querySelectorAll('.ck-melding')]
        .find(e => e.innerText.startsWith('Klopt dit'));
    const goal = [...document.querySelectorAll('label')]
        .find(e => e.innerText.startsWith('Doel, in de woorden')).control;
    return echo.getBoundingClientRect().top > goal.getBoundingClientRect().bottom;"""


@pytest.fixture(scope="module")
def browser() -> Iterator[WebKit]:
    with webkit() as started:
        yield started


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    home = tmp_path_factory.mktemp("webkit")
    with running(home, home / "praktijk") as started:
        yield started


def workbook(browser: WebKit, app: App, name: str) -> None:
    """Open a workbook."""
    browser.open(f"{app.base}/voila/render/{name}.ipynb?token={app.token}", READY)


def assert_laid_out(browser: WebKit) -> None:
    """Check that what is told stands in its place, and that what is empty takes none."""
    browser.wait(lambda: not browser.run(GAPS), "an empty part takes room")
    assert browser.run(LIFTED) == []


def test_from_an_empty_form_to_a_sheet(browser: WebKit, app: App) -> None:
    workbook(browser, app, "sessie-voorbereiden")
    browser.type("Naam van je cliënt", "Sanne")
    browser.type("Doel, in de woorden", "meer bewegen")
    browser.read("Klopt dit: Wat helpt je om meer te bewegen?")
    assert_laid_out(browser)
    assert browser.run(ECHO_BELOW)
    browser.press("Kies voor mij")
    browser.wait(lambda: browser.all("img.ck-blad"), "no pages")
    browser.wait(lambda: len(browser.texts(TITLES)) > 2, "no questions")
    before = browser.texts(TITLES)
    browser.press("↓")
    browser.wait(lambda: browser.texts(TITLES)[:2] == before[1::-1], "nothing moves")
    browser.press("Haal weg")
    browser.wait(lambda: len(browser.texts(TITLES)) == len(before) - 1, "nothing goes")
    browser.press("Ongedaan maken")
    browser.wait(lambda: len(browser.texts(TITLES)) == len(before), "nothing comes back")
    browser.press("Maak werkblad")
    browser.read("Klaar. Je vindt alles terug in")
    assert_laid_out(browser)
    made = {path.suffix for path in (app.home / "praktijk" / "werkbladen").iterdir()}
    assert made == {".pdf", ".html", ".ics", ".eml", ".ipynb"}


def test_a_question_is_written(browser: WebKit, app: App) -> None:
    workbook(browser, app, "vragen-schrijven")
    browser.type("Hoe heet de set?", "Mijn set")
    browser.press("Begin deze set")
    browser.type("Je vraag", "Waarom ben je zo moe?")
    browser.read("klinkt als een verwijt")
    browser.press("Neem over")
    assert_laid_out(browser)


@pytest.mark.parametrize("name", ["start", "terugblik", "zelfreflectie", "uitnodiging"])
def test_each_screen_is_laid_out(browser: WebKit, app: App, name: str) -> None:
    workbook(browser, app, name)
    browser.wait(lambda: browser.all("h2"), "no headings")
    assert_laid_out(browser)
    assert browser.run("return document.documentElement.scrollWidth <= innerWidth")


def test_a_client_fills_in_the_page_and_it_is_kept(browser: WebKit, web: dict[str, Path]) -> None:
    address = web["small"].as_uri()
    browser.open(address, "main textarea")
    browser.all("main textarea")[0].send_keys("rust")
    browser.all("main input[type=radio]")[2].click()
    browser.read("Bewaard")
    browser.open(address, "main textarea")
    assert browser.all("main textarea")[0].get_property("value") == "rust"
    assert browser.all("main input[type=radio]")[2].is_selected()

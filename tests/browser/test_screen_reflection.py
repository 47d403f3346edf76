"""The coach looks at her own work, in a real browser: a sheet on screen, kept, and on paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from coachkit.language.dates import dutch_date
from support.app import TODAY, App, running, wait_for
from support.page_keys import tab_to
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
WORKBOOK = "zelfreflectie"
SHEET = "Samen kijken"
FIRST = re.compile("^1. ")


@pytest.fixture(scope="module")
def app(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    home = tmp_path_factory.mktemp("reflectie")
    with running(home, home / "praktijk") as started:
        yield started


@pytest.fixture
def page(browser: Any, app: App) -> Iterator[Any]:
    """The screen, without drafts of other tests."""
    for draft in (app.home / "praktijk" / "concepten").glob("*.json"):
        draft.unlink()
    with tab(browser, app, WORKBOOK) as opened:
        opened.get_by_role("button", name=SHEET).wait_for()
        yield opened


def choose(page: Any, name: str = SHEET) -> None:
    page.get_by_role("button", name=name).click()
    page.locator(".ck-blad").first.wait_for()
    page.get_by_label(FIRST).wait_for()


def drafts(app: App) -> list[Path]:
    return list((app.home / "praktijk" / "concepten").glob("reflectie-*.json"))


def words_in(path: Path) -> str:
    pages = [sheet.get_textpage().get_text_range() for sheet in pypdfium2.PdfDocument(path)]
    return " ".join(" ".join(pages).split())


def test_a_sheet_is_filled_in_and_printed(page: Any, app: App, tmp_path: Path) -> None:
    page.locator(".ck-plaatje img").nth(4).wait_for()
    choose(page)
    page.get_by_label(FIRST).fill("zij belt elke dag")
    page.get_by_label("Vriend").check()
    page.get_by_role("button", name="Print wat je invulde").click()
    words = words_in(downloaded(page, "Download de pdf", tmp_path))
    assert "zij belt elke dag" in words
    assert "Vriend" in words
    assert dutch_date(TODAY) in words
    page.get_by_role("button", name="Print een leeg blad voor de pen").click()
    page.get_by_text("De pdf is klaar.").wait_for()
    wait_for(
        lambda: page.locator("[data-bestand='intervisie-leeg.pdf']").count(), "the empty sheet"
    )
    empty = downloaded(page, "Download de pdf", tmp_path)
    assert "zij belt" not in words_in(empty)
    assert other_hosts(page, app) == []


def test_by_keyboard_alone(page: Any, tmp_path: Path) -> None:
    keyboard = page.keyboard
    tab_to(page, SHEET)
    keyboard.press("Enter")
    page.get_by_label(FIRST).wait_for()
    tab_to(page, "1. ")
    keyboard.type("feiten")
    tab_to(page, "niets gekozen")
    keyboard.press("ArrowUp")
    keyboard.press("ArrowUp")
    assert page.get_by_label("Toeschouwer").is_checked()
    tab_to(page, "Hoe noem je dit voor jezelf?")
    keyboard.type("dinsdag")
    tab_to(page, "Print wat je invulde")
    keyboard.press("Enter")
    page.get_by_text("De pdf is klaar.").wait_for()
    tab_to(page, "Download de pdf")
    with page.expect_download() as waiting:
        keyboard.press("Enter")
    waiting.value.save_as(tmp_path / "blad.pdf")
    words = words_in(tmp_path / "blad.pdf")
    assert "feiten" in words
    assert "dinsdag" not in words


def test_typing_moves_nothing(page: Any, app: App) -> None:
    choose(page)
    field = page.get_by_label(FIRST)
    field.click()
    place = field.bounding_box()
    page.evaluate("window.field = document.activeElement")
    version = page.locator(".ck-bladen").get_attribute("data-versie")
    page.keyboard.type("zij belt elke dag", delay=25)
    wait_for(lambda: drafts(app), "there is no draft")
    page.wait_for_timeout(300)
    assert field.input_value() == "zij belt elke dag"
    assert field.bounding_box() == place
    assert page.evaluate("document.activeElement === window.field && window.field.isConnected")
    assert page.locator(".ck-bladen").get_attribute("data-versie") == version


def test_nothing_is_lost_by_closing_the_tab(page: Any, browser: Any, app: App) -> None:
    choose(page)
    page.get_by_label(FIRST).fill("zij belt elke dag")
    page.get_by_label("Hoe noem je dit voor jezelf?").fill("dinsdag")
    wait_for(lambda: any("dinsdag" in path.read_text("utf-8") for path in drafts(app)), "not kept")
    page.close()
    with tab(browser, app, WORKBOOK) as again:
        again.get_by_text(re.compile("^Verder met Samen kijken · dinsdag")).wait_for()
        again.get_by_role("button", name=re.compile("^Ga verder")).click()
        again.get_by_label(FIRST).wait_for()
        wait_for(lambda: again.get_by_label(FIRST).input_value() == "zij belt elke dag", "gone")


def test_what_was_kept_comes_into_view(page: Any, app: App) -> None:
    choose(page)
    page.get_by_label(FIRST).fill("zij belt elke dag")
    wait_for(lambda: drafts(app), "there is no draft")
    page.get_by_role("button", name="Bewaarde bladen").click()
    page.get_by_role("button", name=re.compile("^Ga verder")).wait_for()
    page.wait_for_function("document.activeElement.textContent === 'Je bewaarde bladen'")
    seen = "() => document.activeElement.getBoundingClientRect().top >= 0"
    assert page.evaluate(seen)
    tab_to(page, "Ga verder")
    assert axe(page) == []


@pytest.mark.parametrize("screen", SCREENS)
def test_it_fits_and_is_for_everyone(page: Any, app: App, screen: str, tmp_path: Path) -> None:
    width, height = SCREENS[screen]
    page.set_viewport_size({"width": width, "height": height})
    page.locator(".ck-plaatje img").nth(4).wait_for()
    assert axe(page) == []
    choose(page, "In de spiegel")
    page.get_by_label(FIRST).fill("x" * 300)
    page.get_by_role("button", name="Andere bladen").click()
    page.get_by_role("button", name="Print wat je invulde").click()
    page.get_by_role("button", name="Download de pdf").wait_for()
    page.screenshot(path=tmp_path / f"zelfreflectie-{screen}.png", full_page=True)
    assert axe(page) == []
    assert fits(page)
    assert clipped(page) == []
    assert other_hosts(page, app) == []

"""The coach's screen in a real browser: from an empty form to a PDF, with mouse and keyboard."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from support.app import App, running, wait_for
from support.page_keys import tab_to
from support.screens import (
    READY,
    SCREENS,
    axe,
    clipped,
    downloaded,
    fits,
    other_hosts,
    tab,
)

pytestmark = pytest.mark.browser
WORKBOOK = "sessie-voorbereiden"
DESCRIBED = """e => e.getAttribute('aria-describedby').split(' ')
    .map(id => document.getElementById(id).innerText).join(' ')"""
ABSURD = ["<img src=x onerror=alert(1)>", "{{ 7 * 7 }}", "x" * 3000, "🙂 \u202e"]


@pytest.fixture(scope="module")
def app(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    home = tmp_path_factory.mktemp("sessie")
    with running(home, home / "praktijk") as started:
        yield started


@pytest.fixture
def page(browser: Any, app: App) -> Iterator[Any]:
    """The screen, without drafts of other tests."""
    for draft in (app.home / "praktijk" / "concepten").glob("*.json"):
        draft.unlink()
    with tab(browser, app, WORKBOOK) as opened:
        opened.get_by_label("Naam van je cliënt").wait_for()
        yield opened


def fill(page: Any, name: str = "Sanne") -> None:
    """Fill in the client."""
    page.get_by_label("Naam van je cliënt").fill(name)
    page.get_by_label("Doel, in de woorden").fill("meer bewegen")
    page.get_by_label("Wat houdt je cliënt tegen?").select_option("doel-te-groot")
    page.get_by_label("Waar staat je cliënt?").select_option("beslissing")
    page.get_by_text("Klopt dit: Wat helpt je om meer te bewegen?").wait_for()


def choose(page: Any) -> None:
    """Choose the recipe that fits best."""
    page.get_by_role("button", name="Kies voor mij").click()
    wait_for_sheet(page)


def wait_for_sheet(page: Any) -> None:
    """Wait for the pages, and for the questions, which come a moment later."""
    page.locator(".ck-blad").first.wait_for()
    wait_for(lambda: titles(page), "the pages came without their questions")


def titles(page: Any) -> list[str]:
    texts: list[str] = (
        page.get_by_label("Vragen op het blad").locator(".ck-titel").all_inner_texts()
    )
    return texts


def wait_for_change(page: Any, before: list[str]) -> list[str]:
    """Wait until the questions are others, and return them."""
    wait_for(lambda: titles(page) != before, "the questions stay as they are")
    return titles(page)


def words_in(path: Path) -> str:
    pages = [sheet.get_textpage().get_text_range() for sheet in pypdfium2.PdfDocument(path)]
    return " ".join(" ".join(pages).split())


def test_from_an_empty_form_to_a_pdf(page: Any, app: App, tmp_path: Path) -> None:
    fill(page)
    page.get_by_role("button", name=re.compile("^Mijn eerste stap")).click()
    wait_for_sheet(page)
    before = titles(page)
    page.get_by_role("button", name="Andere vraag: vraag 1", exact=True).click()
    swapped = wait_for_change(page, before)
    page.get_by_role("button", name="Pas aan: vraag 1", exact=True).click()
    page.get_by_label("In jouw woorden, voor deze cliënt").first.fill("Wat maakt je blij, Sanne?")
    page.get_by_text("eigen woorden").wait_for()
    page.get_by_role("button", name="Zoek een vraag").click()
    page.get_by_label("Zoek op woorden").fill("moed")
    found = (
        page.get_by_label("Gevonden vragen").locator(".ck-ding").filter(has_text="net genoeg moed")
    )
    found.get_by_role("button", name=re.compile("Zet erbij")).click()
    page.get_by_label("Vragen op het blad").get_by_text("net genoeg moed").wait_for()
    page.get_by_role("button", name="Maak werkblad").click()
    page.get_by_text("Klaar. Je vindt alles terug in").wait_for()
    path = downloaded(page, "Download de pdf", tmp_path)
    words = words_in(path)
    assert "Wat maakt je blij, Sanne?" in words
    assert "net genoeg moed" in words
    assert swapped[0] not in words
    kept = app.home / "praktijk" / "werkbladen" / path.name
    assert kept.read_bytes() == path.read_bytes()
    assert other_hosts(page, app) == []


def test_by_keyboard_alone(page: Any, tmp_path: Path) -> None:
    keyboard = page.keyboard

    tab_to(page, "Naam van je cliënt")
    keyboard.type("Bram")
    tab_to(page, "Doel, in de woorden")
    keyboard.type("beter slapen")
    page.get_by_text("Klopt dit: Wat helpt je om beter te slapen?").wait_for()
    tab_to(page, "Kies voor mij")
    keyboard.press("Enter")
    wait_for_sheet(page)
    before = titles(page)
    tab_to(page, "Verplaats vraag 1")
    keyboard.press("ArrowDown")
    moved = wait_for_change(page, before)
    assert moved[:2] == before[1::-1]
    keyboard.press("ArrowUp")
    wait_for(lambda: titles(page) == before, "the question went back")
    tab_to(page, "Andere vraag: vraag 2")
    keyboard.press("Enter")
    wait_for_change(page, before)
    focused = "document.activeElement.getAttribute('aria-label')"
    wait_for(
        lambda: page.evaluate(focused) == "Andere vraag: vraag 2", "the keyboard lost its place"
    )
    tab_to(page, "Maak werkblad")
    keyboard.press("Enter")
    page.get_by_text("Klaar. Je vindt alles terug in").wait_for()
    tab_to(page, "Download de pdf")
    with page.expect_download() as waiting:
        keyboard.press("Enter")
    waiting.value.save_as(tmp_path / "bram.pdf")
    assert "Bram" in words_in(tmp_path / "bram.pdf")


def test_a_question_is_dragged(page: Any) -> None:
    fill(page)
    choose(page)
    before = titles(page)
    handle = page.get_by_role("button", name=re.compile("^Verplaats vraag 1:"))
    handle.scroll_into_view_if_needed()
    box = handle.bounding_box()
    target = page.get_by_label("Vragen op het blad").locator(".ck-ding").nth(1).bounding_box()
    page.mouse.move(box["x"] + 5, box["y"] + 5)
    page.mouse.down()
    page.mouse.move(box["x"] + 5, target["y"] + target["height"] * 0.8, steps=8)
    page.mouse.up()
    assert wait_for_change(page, before)[:2] == before[1::-1]


def test_what_changed_during_a_drag_shows_after_it(page: Any) -> None:
    fill(page)
    choose(page)
    first = page.get_by_label("Vragen op het blad").locator(".ck-ding").first
    box = first.locator(".ck-greep").bounding_box()
    page.mouse.move(box["x"] + 5, box["y"] + 5)
    page.mouse.down()
    before = titles(page)
    version = page.locator(".ck-bladen").get_attribute("data-versie")
    first.get_by_role("button", name=re.compile("^Andere vraag")).evaluate("e => e.click()")
    page.wait_for_function(
        "old => document.querySelector('.ck-bladen').dataset.versie !== old", arg=version
    )
    assert titles(page) == before
    page.mouse.up()
    wait_for(lambda: titles(page)[0] != before[0], "the list stays behind")
    assert titles(page)[1:] == before[1:]
    assert page.get_by_text("Staat nu op plaats").count() == 0
    first.get_by_role("button", name=re.compile("^Zet vast")).click()
    first.get_by_text("staat vast").wait_for()


def test_one_pointer_drags_one_question(page: Any) -> None:
    fill(page)
    choose(page)
    before = titles(page)
    handles = page.get_by_label("Vragen op het blad").locator(".ck-greep")
    dragged = page.locator(".ck-sleept")
    handles.first.click(button="right")
    handles.first.dispatch_event("pointerdown", {"isPrimary": False})
    assert dragged.count() == 0
    for handle in (handles.first, handles.last):  # of the first the end is not seen
        handle.dispatch_event("pointerdown", {"isPrimary": True})
    assert dragged.count() == 1
    page.evaluate("window.dispatchEvent(new PointerEvent('pointerup'))")
    assert dragged.count() == 0
    for y in (0, 200, 400, 600):
        page.mouse.move(300, y)
    page.wait_for_timeout(100)
    assert titles(page) == before


def test_the_page_scrolls_along_with_what_is_dragged(page: Any) -> None:
    fill(page)
    choose(page)
    before = titles(page)
    page.set_viewport_size({"width": 1280, "height": 420})
    items = page.get_by_label("Vragen op het blad").locator(".ck-ding")
    handle = items.first.locator(".ck-greep")
    handle.scroll_into_view_if_needed()
    box = handle.bounding_box()
    assert items.last.bounding_box()["y"] > 420
    page.mouse.move(box["x"] + 5, box["y"] + 5)
    page.mouse.down()
    page.mouse.move(box["x"] + 5, 415)
    wait_for(lambda: titles(page)[-1] == before[0], "the page does not scroll down")
    page.wait_for_timeout(500)
    assert items.last.bounding_box()["y"] > 0, "the page scrolls on past the list"
    page.mouse.move(box["x"] + 5, 5)
    wait_for(lambda: titles(page)[0] == before[0], "the page does not scroll up")
    page.mouse.move(box["x"] + 5, 415)
    wait_for(lambda: titles(page)[-1] == before[0], "the page does not scroll down again")
    page.mouse.up()
    assert wait_for_change(page, before)[-1] == before[0]


def test_the_last_is_dragged_to_the_top(page: Any) -> None:
    fill(page)
    choose(page)
    before = titles(page)
    items = page.get_by_label("Vragen op het blad").locator(".ck-ding")
    handle = items.last.locator(".ck-greep")
    handle.scroll_into_view_if_needed()
    box = handle.bounding_box()
    page.mouse.move(box["x"] + 5, box["y"] + 5)
    page.mouse.down()
    for _ in range(60):  # the list scrolls along with the wheel
        page.mouse.wheel(0, -200)
        page.mouse.move(box["x"] + 5, 5)
        if items.first.bounding_box()["y"] > 0 and titles(page)[0] == before[-1]:
            break
        page.wait_for_timeout(30)
    page.mouse.up()
    wait_for(lambda: titles(page)[0] == before[-1], "the last is not the first")
    assert sorted(titles(page)) == sorted(before)
    assert page.locator(".ck-sleept").count() == 0
    items.first.get_by_role("button", name="Omlaag: vraag 1", exact=True).click()
    wait_for(lambda: titles(page)[1] == before[-1], "the list is dead")
    numbers = page.get_by_label("Vragen op het blad").locator(".ck-nummer").all_inner_texts()
    assert numbers == [str(number + 1) for number in range(len(before))]


def test_a_change_takes_old_files_away(page: Any) -> None:
    fill(page)
    choose(page)
    page.get_by_role("button", name="Maak werkblad").click()
    page.get_by_role("button", name="Download de pdf").wait_for()
    page.get_by_role("button", name="Andere vraag: vraag 1", exact=True).click()
    page.get_by_text("Je veranderde iets. Maak het werkblad opnieuw.").wait_for()
    assert page.get_by_role("button", name="Download de pdf").count() == 0


def test_nothing_is_lost_by_closing_the_tab(page: Any, browser: Any, app: App) -> None:
    fill(page)
    choose(page)
    before = titles(page)
    page.get_by_role("button", name="Andere vraag: vraag 1", exact=True).click()
    kept = wait_for_change(page, before)
    drafts = app.home / "praktijk" / "concepten"
    wait_for(lambda: list(drafts.glob("sessie-*.json")), "there is no draft")
    page.wait_for_timeout(300)
    page.close()
    with tab(browser, app, WORKBOOK) as again:
        again.get_by_text("Verder met Sanne · meer bewegen?").wait_for()
        again.get_by_role("button", name=re.compile("^Ga verder")).click()
        again.locator(".ck-blad").first.wait_for()
        wait_for(lambda: titles(again) == kept, "the questions are others")  # after the pages
        assert again.get_by_label("Naam van je cliënt").input_value() == "Sanne"


def test_typing_moves_nothing(page: Any) -> None:
    fill(page)
    choose(page)
    field = page.get_by_label("Doel, in de woorden")
    field.press("End")
    place = field.bounding_box()
    page.evaluate(
        """() => { window.gone = 0; new MutationObserver(() => {
            if (!document.querySelector('.ck-blad')) window.gone += 1;
        }).observe(document.querySelector('.ck-bladen'), { childList: true }); }"""
    )
    version = page.locator(".ck-bladen").get_attribute("data-versie")
    page.keyboard.type(" in het bos", delay=30)
    page.wait_for_function(
        "old => document.querySelector('.ck-bladen').dataset.versie !== old", arg=version
    )
    assert field.input_value() == "meer bewegen in het bos"
    assert field.bounding_box() == place
    assert page.evaluate("document.activeElement.value") == "meer bewegen in het bos"
    assert page.evaluate("window.gone") == 0


def test_the_pages_scroll_to_what_changes(page: Any) -> None:
    fill(page)
    choose(page)
    last = page.get_by_label("Vragen op het blad").locator(".ck-ding").last
    last.get_by_role("button", name=re.compile("^Pas aan")).click()
    last.get_by_label("In jouw woorden").fill("Wat neem je mee?")
    page.wait_for_function("document.querySelector('.ck-bladen').scrollTop > 200")


def test_the_pages_do_not_go_back_for_the_time_above_them(page: Any) -> None:
    fill(page)
    choose(page)
    pages = page.locator(".ck-blad")
    before = pages.evaluate_all("pages => pages.map(page => page.src)")
    assert len(before) > 1
    last = page.get_by_label("Vragen op het blad").locator(".ck-ding").last
    page.evaluate("document.querySelector('.ck-bladen').scrollTop = 0")
    last.get_by_role("button", name=re.compile("^Haal weg")).click()
    page.wait_for_function(
        "old => document.querySelector('.ck-blad').src !== old", arg=before[0]
    )  # how long it takes stands on the first page
    page.wait_for_function("document.querySelector('.ck-bladen').scrollTop > 200")


def test_a_password_can_be_looked_at(page: Any) -> None:
    fill(page)
    choose(page)
    field = page.get_by_label("Wachtwoord op de pdf")
    field.fill("appelboom in bloei")
    assert field.get_attribute("type") == "password"
    page.get_by_role("button", name="Laat zien").click()
    assert field.get_attribute("type") == "text"
    page.get_by_role("button", name="Verberg").click()
    assert (field.get_attribute("type"), field.input_value()) == ("password", "appelboom in bloei")


def test_a_double_click_makes_a_sheet_once(page: Any) -> None:
    fill(page, "Tess")  # has no sheet yet
    choose(page)
    page.get_by_label("Wachtwoord op de pdf").fill("appelboom in bloei")  # never the same bytes
    page.get_by_role("button", name="Maak werkblad").dblclick()
    page.get_by_text("Klaar. Je vindt alles terug in").wait_for()
    page.wait_for_timeout(1500)
    assert page.get_by_text("staat al zo'n blad").count() == 0


def test_drafts_are_few_at_first_and_go_after_a_second_press(
    page: Any, browser: Any, app: App
) -> None:
    drafts = app.home / "praktijk" / "concepten"
    for number in range(7):
        work = {"versie": 1, "stempel": "a", "titel": f"Bram {number}", "werk": {}}
        (drafts / f"sessie-{number}.json").write_text(json.dumps(work))
    page.reload()
    page.wait_for_selector(READY)
    items = page.get_by_label("Concepten").locator(".ck-ding:visible")
    wait_for(lambda: items.count() == 3, "not three drafts")
    page.get_by_role("button", name="Toon alle 7").click()
    assert items.count() == 7
    throw = items.first.get_by_role("button").nth(1)
    throw.click()
    assert throw.inner_text() == "Ja, gooi weg"
    page.get_by_label("Naam van je cliënt").click()
    assert throw.inner_text() == "Gooi weg"
    throw.dblclick()
    assert throw.inner_text() == "Ja, gooi weg"
    page.wait_for_timeout(1000)
    assert len(list(drafts.glob("*.json"))) == 7, "half of a double click threw it away"
    throw.click()
    wait_for(lambda: len(list(drafts.glob("*.json"))) == 6, "it is still there")
    wait_for(lambda: items.count() == 6, "the list is as it was")


def test_what_was_typed_comes_before_what_is_pressed(page: Any) -> None:
    page.get_by_label("Naam van je cliënt").fill("Sanne")
    page.get_by_role("button", name="Kies voor mij").wait_for()
    page.get_by_label("Doel, in de woorden").press_sequentially("meer bewegen", delay=0)
    page.get_by_label("Waar staat je cliënt?").select_option("beslissing")
    page.get_by_label("Wat houdt je cliënt tegen?").select_option("doel-te-groot")
    choose(page)
    page.get_by_role("button", name=re.compile("^Mijn eerste stap")).wait_for()
    page.get_by_text(re.compile(r"vragen, ongeveer \d+ minuten")).wait_for()
    assert page.get_by_text("Je veranderde iets aan je cliënt").count() == 0


def test_what_is_wrong_is_said_at_its_field(page: Any) -> None:
    fill(page)
    page.get_by_label("Hoeveel minuten").fill("veel")
    field = page.get_by_label("Hoeveel minuten")
    page.wait_for_function(
        "() => document.querySelector('[data-veld=minuten] input').getAttribute('aria-invalid')"
    )
    assert "minuten" in field.evaluate(DESCRIBED)
    assert axe(page) == []


@pytest.mark.parametrize("absurd", ABSURD)
def test_absurd_words_stay_words(page: Any, absurd: str) -> None:
    page.on("dialog", lambda dialog: pytest.fail("code of a person ran"))
    page.get_by_label("Naam van je cliënt").fill(absurd)
    page.get_by_label("Doel, in de woorden").fill(absurd)
    page.wait_for_timeout(500)
    if len(absurd) < 1000:
        choose(page)
    body = page.locator("body").inner_text()
    assert "Traceback" not in body
    assert not any("49" in title for title in titles(page))
    assert page.locator(".ck-scherm img[src=x]").count() == 0


@pytest.mark.parametrize("screen", SCREENS)
def test_it_fits_and_is_for_everyone(page: Any, app: App, screen: str, tmp_path: Path) -> None:
    width, height = SCREENS[screen]
    page.set_viewport_size({"width": width, "height": height})
    assert axe(page) == []
    fill(page)
    choose(page)
    page.get_by_role("button", name="Zoek een vraag").click()
    page.get_by_role("button", name="Alle werkvormen").click()
    page.get_by_label("Gevonden vragen").locator(".ck-ding").first.wait_for()
    page.get_by_role("button", name="Maak werkblad").click()
    page.get_by_role("button", name="Download de pdf").wait_for()
    page.screenshot(path=tmp_path / f"sessie-{screen}.png", full_page=True)
    assert axe(page) == []
    assert fits(page)
    assert clipped(page) == []
    assert other_hosts(page, app) == []


def test_a_dead_kernel_is_told_and_the_draft_is_there(page: Any, app: App) -> None:
    fill(page)
    drafts = app.home / "praktijk" / "concepten"
    wait_for(
        lambda: any("meer bewegen" in draft.read_text("utf-8") for draft in drafts.glob("*.json")),
        "there is no draft",
    )
    for kernel in app.kernels():
        kernel.kill()
    page.get_by_role("alert").filter(has_text="De verbinding is weg.").wait_for()
    page.get_by_role("button", name="Laad opnieuw").click()
    page.wait_for_selector(READY)
    page.get_by_text("Verder met Sanne · meer bewegen?").wait_for()

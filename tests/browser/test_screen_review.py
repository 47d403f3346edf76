"""The screen for looking back in a real browser: files, passwords, paper, and the next sheet."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from coachkit.desk.preparation import Preparation
from coachkit.export.form import build_form
from coachkit.export.protect import protect
from coachkit.homework.saved import saved_answers
from coachkit.practice import Practice
from support.app import App, running, wait_for
from support.desks import file_of
from support.filling import fill_with_pikepdf
from support.page_keys import tab_to
from support.recipes import shipped_bank
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
WORKBOOK = "terugblik"
PASSWORD = "geheim-genoeg"
STEP = "De stap waar jullie op terugkomen"
WORDS = "ik loop na het eten een rondje"
# A file from the desktop, as a drop gives it.
DROP = """([name, size]) => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(size)], name));
    for (const type of ['dragover', 'drop'])
        document.querySelector('.ck-inlever').dispatchEvent(
            new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
}"""


@dataclass(frozen=True)
class Files:
    """What came back, good and bad."""

    folder: Path

    def __call__(self, *names: str) -> list[Path]:
        return [self.folder / name for name in names]


def write_files(folder: Path) -> Files:
    desk = Preparation(shipped_bank(), Practice(), day=date(2026, 11, 22))
    for key, value in {"naam": "Sanne", "doel": "meer bewegen", "fase": "beslissing"}.items():
        desk.tell(key, value)
    desk.choose("eerste-stap")
    form = build_form(desk.sheet, "invullen")
    boxes = [name for name, kind in form.names.items() if kind == "text"]
    filled = {name: WORDS if name.endswith("_dan") else f"woorden bij {name}" for name in boxes}
    (folder / "leeg.pdf").write_bytes(file_of(desk.sheet, "pdf"))
    fill_with_pikepdf(folder / "leeg.pdf", folder / "sanne.pdf", filled)
    pdf = (folder / "sanne.pdf").read_bytes()
    (folder / "dubbel.pdf").write_bytes(pdf)
    (folder / "slot.pdf").write_bytes(protect(pdf, PASSWORD))
    (folder / "stuk.pdf").write_bytes(pdf[: len(pdf) // 2])
    (folder / "foto.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(2_500_000))
    (folder / "groot.pdf").write_bytes(bytes(10_000_001))
    desk.tell("naam", "Bram")
    answers = dict.fromkeys(boxes, "van Bram")
    saved = saved_answers(build_form(desk.sheet, "invullen"), answers)
    (folder / "bram.json").write_bytes(saved)
    return Files(folder)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Files:
    return write_files(tmp_path_factory.mktemp("terug"))


@pytest.fixture(scope="module")
def app(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    home = tmp_path_factory.mktemp("terugblik")
    desk = Preparation(shipped_bank(), Practice(), day=date(2026, 11, 20))
    desk.tell("naam", "Kim van der Heijden-Janssen tot Oudekerk aan de Amstel")
    desk.tell("doel", "rust")
    desk.choose("eerste-stap")
    shelf = home / "praktijk" / "werkbladen"
    shelf.mkdir(parents=True)
    (shelf / "kim.ipynb").write_bytes(file_of(desk.sheet, "ipynb"))
    with running(home, home / "praktijk") as started:
        yield started


@pytest.fixture
def page(browser: Any, app: App) -> Iterator[Any]:
    """The screen, without drafts of other tests."""
    for draft in (app.home / "praktijk" / "concepten").glob("*.json"):
        draft.unlink()
    with tab(browser, app, WORKBOOK) as opened:
        opened.get_by_role("button", name="Kies bestanden").wait_for()
        yield opened


def give(page: Any, paths: list[Path]) -> None:
    """Choose files with the button, as a person does."""
    with page.expect_file_chooser() as waiting:
        page.get_by_role("button", name="Kies bestanden").click()
    waiting.value.set_files(paths)


def titles(page: Any) -> list[str]:
    found: list[str] = (
        page.get_by_label("Huiswerk", exact=True).locator(".ck-titel").all_inner_texts()
    )
    return found


def drafts(app: App, kind: str) -> list[Path]:
    return list((app.home / "praktijk" / "concepten").glob(f"{kind}-*.json"))


def type_over(page: Any) -> None:
    page.get_by_label("Kwam het op papier terug?").select_option(index=1)
    page.get_by_role("button", name="Typ dit blad over").click()
    page.get_by_role("button", name="Klaar met typen").wait_for()


def test_from_a_pdf_to_the_next_sheet(page: Any, app: App, files: Files, tmp_path: Path) -> None:
    give(page, files("sanne.pdf"))
    page.locator(".ck-gelezen").get_by_text("woorden bij v1", exact=True).wait_for()
    step = page.get_by_label(STEP)
    wait_for(lambda: step.input_value() == WORDS, "the step is not read")
    step.fill("samen een rondje lopen")
    page.get_by_role("button", name="Bewaar het huiswerk").click()
    page.get_by_text("Bewaard in").wait_for()
    kept = app.home / "praktijk" / "huiswerk" / "sanne.pdf"
    assert kept.read_bytes() == files("sanne.pdf")[0].read_bytes()
    page.get_by_role("button", name="Maak een verslag").click()
    report = downloaded(page, "Download het verslag", tmp_path)
    assert report.name == "antwoorden-sanne.pdf"
    assert report.read_bytes().startswith(b"%PDF")
    page.get_by_role("button", name="Ga verder met een nieuw blad").click()
    page.get_by_role("link", name="Open het nieuwe blad").click()
    page.get_by_text("De vorige keer, en wat er nog toe doet").click()
    wait_for(
        lambda: (
            page.get_by_label("De stap van de vorige keer").input_value()
            == "samen een rondje lopen"
        ),
        "the step came along",
    )
    assert other_hosts(page, app) == []


def test_by_keyboard_alone(page: Any, files: Files, tmp_path: Path) -> None:
    keyboard = page.keyboard
    tab_to(page, "Kies bestanden")
    with page.expect_file_chooser() as waiting:
        page.get_by_role("button", name="Kies bestanden").press("Enter")
    waiting.value.set_files(files("slot.pdf"))
    page.get_by_label("Wachtwoord van slot.pdf").wait_for()
    tab_to(page, "Wachtwoord van slot.pdf")
    keyboard.type("fout-fout")
    keyboard.press("Enter")
    page.get_by_text("Het wachtwoord past niet").wait_for()
    keyboard.press("Control+A")
    keyboard.type(PASSWORD)
    keyboard.press("Enter")
    page.get_by_text("slot.pdf is open.").wait_for()
    tab_to(page, STEP)
    keyboard.press("Control+A")
    keyboard.type("een kleinere stap")
    tab_to(page, "Maak een verslag")
    keyboard.press("Enter")
    page.get_by_text("Het verslag is klaar.").wait_for()
    tab_to(page, "Download het verslag")
    with page.expect_download() as report:
        keyboard.press("Enter")
    report.value.save_as(tmp_path / "verslag.pdf")
    tab_to(page, "Typ dit blad over")
    keyboard.press("Shift+Tab")
    keyboard.press("ArrowDown")
    keyboard.press("Tab")
    keyboard.press("Enter")
    page.get_by_role("button", name="Klaar met typen").wait_for()
    tab_to(page, "1. ")
    keyboard.type("van papier")
    tab_to(page, "Klaar met typen")
    keyboard.press("Enter")
    page.locator(".ck-gelezen").get_by_text("van papier", exact=True).wait_for()


def test_bad_files_are_told_and_the_good_one_is_read(page: Any, files: Files) -> None:
    given = files("foto.jpg", "stuk.pdf", "sanne.pdf", "dubbel.pdf", "groot.pdf")
    give(page, given)
    for said in (
        "foto.jpg: dit is een foto",
        "stuk.pdf: ",
        "dubbel.pdf: dit is hetzelfde als sanne.pdf",
        "groot.pdf: dit bestand is veel te groot",
    ):
        page.get_by_text(said).wait_for()
    wait_for(lambda: len(titles(page)) == 1, "not one is left")
    give(page, files("sanne.pdf"))
    page.get_by_text("sanne.pdf: dit is hetzelfde als sanne.pdf").wait_for()
    assert len(titles(page)) == 1
    assert "Traceback" not in page.locator("body").inner_text()


def test_what_is_dropped_comes_in_pieces(page: Any) -> None:
    page.evaluate(
        """() => { window.sent = []; const send = WebSocket.prototype.send;
        WebSocket.prototype.send = function (data) {
            window.sent.push(data.byteLength ?? data.length); return send.call(this, data); }; }"""
    )
    page.evaluate(DROP, ["groot-genoeg.pdf", 9_000_000])
    page.get_by_text("groot-genoeg.pdf: dit is geen ingevuld werkblad").wait_for()
    sizes = page.evaluate("window.sent")
    assert sum(sizes) > 9_000_000
    assert max(sizes) < 1_000_000
    assert page.get_by_role("alert").filter(has_text="verbinding").count() == 0


def test_a_sheet_on_paper_is_typed_over(page: Any) -> None:
    type_over(page)
    page.locator(".ck-veld textarea:focus").wait_for()
    first = page.get_by_label(re.compile("^1. "))
    first.click()
    page.evaluate("window.field = document.activeElement")
    place = first.bounding_box()
    page.keyboard.type("woorden van papier", delay=25)
    assert first.input_value() == "woorden van papier"
    assert page.evaluate("document.activeElement === window.field && window.field.isConnected")
    page.get_by_text("1 van 5 vragen ingevuld").wait_for()
    assert page.evaluate("document.activeElement === window.field && window.field.isConnected")
    assert first.bounding_box() == place
    page.get_by_label(re.compile(r"^dan \(")).fill("pak ik mijn jas")
    wait_for(lambda: page.get_by_label(STEP).input_value() == "pak ik mijn jas", "the step follows")
    page.get_by_role("button", name="Klaar met typen").click()
    page.locator(".ck-gelezen h3:focus").wait_for()
    page.locator(".ck-gelezen").get_by_text("woorden van papier", exact=True).wait_for()


def test_typing_a_step_moves_nothing(page: Any, files: Files) -> None:
    give(page, files("sanne.pdf"))
    page.locator(".ck-gelezen").get_by_text("woorden bij v1", exact=True).wait_for()
    step = page.get_by_label(STEP)
    step.fill("")
    step.press("End")
    place = step.bounding_box()
    page.keyboard.type("een  rondje ", delay=25)
    page.wait_for_timeout(500)
    assert step.input_value() == "een  rondje "
    assert step.bounding_box() == place
    assert page.evaluate("document.activeElement.value") == "een  rondje "


def test_of_two_clients_one_is_chosen(page: Any, files: Files) -> None:
    give(page, files("sanne.pdf", "bram.json"))
    page.get_by_role("radio", name="Bram").check()
    page.locator(".ck-gelezen").get_by_text("woorden bij v1", exact=True).wait_for(state="detached")
    assert page.locator(".ck-gelezen section").count() == 1
    page.get_by_role("radio", name="Sanne").check()
    wait_for(lambda: page.get_by_label(STEP).input_value() == WORDS, "the step is Sanne's")


def test_nothing_is_lost_by_closing_the_tab(
    page: Any, browser: Any, app: App, files: Files
) -> None:
    give(page, files("sanne.pdf"))
    page.locator(".ck-gelezen").get_by_text("woorden bij v1", exact=True).wait_for()
    type_over(page)
    page.get_by_label(re.compile("^1. ")).fill("van papier")
    page.get_by_text("1 van 5 vragen ingevuld").wait_for()
    wait_for(lambda: drafts(app, "terugblik"), "there is no draft")
    page.close()
    with tab(browser, app, WORKBOOK) as again:
        again.get_by_role("button", name=re.compile("^Ga verder")).click()
        again.locator(".ck-gelezen").get_by_text("van papier", exact=True).wait_for()
        wait_for(lambda: len(titles(again)) == 2, "not both are there")


def test_words_of_clients_stay_words(page: Any, files: Files) -> None:
    page.on("dialog", lambda dialog: pytest.fail("code of a person ran"))
    type_over(page)
    evil = "<img src=x onerror=alert(1)>{{ 7 * 7 }}"
    page.get_by_label(re.compile("^1. ")).fill(evil)
    page.get_by_role("button", name="Klaar met typen").click()
    page.locator(".ck-gelezen").get_by_text(evil).wait_for()
    page.evaluate(DROP, ["<img src=x onerror=alert(1)>.pdf", 10])
    page.get_by_text("onerror=alert(1)>.pdf: ").wait_for()
    assert page.locator(".ck-scherm img[src=x]").count() == 0


@pytest.mark.parametrize("screen", SCREENS)
def test_it_fits_and_is_for_everyone(
    page: Any, app: App, files: Files, screen: str, tmp_path: Path
) -> None:
    width, height = SCREENS[screen]
    page.set_viewport_size({"width": width, "height": height})
    assert axe(page) == []
    give(page, files("sanne.pdf", "bram.json", "foto.jpg", "slot.pdf"))
    page.get_by_role("radio", name="Sanne").check()
    page.get_by_label(STEP).wait_for()
    type_over(page)
    page.get_by_role("button", name="Maak een verslag").click()
    page.get_by_role("button", name="Download het verslag").wait_for()
    page.get_by_role("button", name="Ga verder met een nieuw blad").click()
    page.get_by_role("link", name="Open het nieuwe blad").wait_for()
    page.screenshot(path=tmp_path / f"terugblik-{screen}.png", full_page=True)
    assert axe(page) == []
    assert fits(page)
    assert clipped(page) == []
    assert other_hosts(page, app) == []


def test_no_password_comes_along_to_another_file(page: Any, files: Files, tmp_path: Path) -> None:
    give(page, files("slot.pdf"))
    field = page.get_by_label("Wachtwoord van slot.pdf")
    field.fill(PASSWORD)
    page.get_by_role("button", name="Open", exact=True).click()
    page.get_by_text("slot.pdf is open.").wait_for()
    page.get_by_role("button", name="Begin opnieuw").click()
    wait_for(lambda: not titles(page), "the desk is not empty")
    other = tmp_path / "bas.pdf"
    other.write_bytes((files.folder / "slot.pdf").read_bytes())
    give(page, [other])
    field = page.get_by_label("Wachtwoord van bas.pdf")
    field.wait_for()
    assert field.input_value() == ""


def test_the_last_words_are_kept_when_the_page_goes_at_once(
    page: Any, app: App, files: Files, tmp_path: Path
) -> None:
    large = tmp_path / "groot-huiswerk.pdf"
    with pikepdf.open(files.folder / "sanne.pdf") as pdf:
        pdf.attachments["foto.bin"] = os.urandom(6_000_000)
        pdf.save(large)
    give(page, [large])
    step = page.get_by_label(STEP)
    step.wait_for()
    page.get_by_role("button", name="Ga verder met een nieuw blad").wait_for()
    step.fill("")
    step.press_sequentially("morgen na het eten loop ik naar de brug en terug", delay=20)
    page.goto(f"{app.base}/voila/render/start.ipynb")
    wait_for(
        lambda: any(
            "naar de brug en terug" in draft.read_text() for draft in drafts(app, "terugblik")
        ),
        "the last words are gone",
    )

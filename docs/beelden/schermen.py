"""Make the pictures of the screens, with the app as the browser tests start it.

Run: python docs/beelden/schermen.py
Needs playwright and Chromium (its path in COACHKIT_CHROMIUM, or ``chromium`` on the PATH).
"""

from __future__ import annotations

import io
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Callable
from itertools import cycle
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import sync_playwright

from coachkit.bank.load import load_bank
from coachkit.desk.preparation import Preparation
from coachkit.export.form import build_form
from coachkit.homework.saved import saved_answers
from coachkit.practice import Practice

FOLDER = Path(__file__).parent
sys.path.insert(0, str(FOLDER.parents[1] / "tests"))

from support.app import TODAY, App, running  # noqa: E402  # of the tests
from support.screens import tab  # noqa: E402
from support.training import FACTS  # noqa: E402

CHROMIUM = os.environ.get("COACHKIT_CHROMIUM") or shutil.which("chromium")
WINDOW = {"width": 1280, "height": 1120}
ANSWERS = (
    "ik sta op zonder zuchten",
    "ik loop met de hond door het park",
    "elke dag buiten zijn",
    "drie keer per week",
    "een rondje na het eten",
    "mijn schoenen bij de deur zetten",
)
STEP = "ik doe mijn schoenen aan en loop naar de brug"
COLOURS = 128
"""Pictures with few colours are small."""


def start(page: Any) -> None:
    """The first screen, with the folder of an invented coach in the place of a temporary one."""
    page.locator("code").first.evaluate(
        "folder => { folder.textContent = '/Users/noor/coachkit'; }"
    )


def session(page: Any) -> None:
    """A client, a recipe and its questions."""
    page.get_by_label("Naam van je cliënt").fill("Sanne")
    page.get_by_label("Doel, in de woorden").fill("meer bewegen")
    page.get_by_label("Wat houdt je cliënt tegen?").select_option("doel-te-groot")
    page.get_by_label("Waar staat je cliënt?").select_option("beslissing")
    page.get_by_role("button", name="Kies voor mij").click()
    page.locator(".ck-blad").first.wait_for()


def review(page: Any) -> None:
    """Homework that came back, with its answers and the step for the next time."""
    desk = Preparation(load_bank(), Practice(), day=TODAY)
    for key, value in {"naam": "Sanne", "doel": "meer bewegen", "fase": "beslissing"}.items():
        desk.tell(key, value)
    desk.choose("eerste-stap")
    form = build_form(desk.sheet, "invullen")
    boxes = [name for name, kind in form.names.items() if kind == "text"]
    words = dict(zip(boxes, cycle(ANSWERS), strict=False))
    words |= {name: STEP for name in boxes if name.endswith("_dan")}
    file = {"name": "sanne.json", "mimeType": "application/json"}
    with page.expect_file_chooser() as waiting:
        page.get_by_role("button", name="Kies bestanden").click()
    waiting.value.set_files({**file, "buffer": saved_answers(form, words)})
    page.get_by_label("De stap waar jullie op terugkomen").wait_for()


def author(page: Any) -> None:
    """A set with a question that is being written, what the linter says of it, and its sheet."""
    page.get_by_label("Hoe heet de set?").fill("Moed")
    page.get_by_role("button", name="Begin deze set").click()
    page.get_by_label("Je vraag", exact=True).fill("Waarom durf je het niet?")
    page.locator(".ck-tip:visible").first.wait_for()


def reflection(page: Any) -> None:
    """A sheet for the coach, half filled in."""
    page.get_by_role("button", name="Samen kijken").click()
    page.get_by_label(re.compile("^1. ")).fill("Zij belt elke dag, en ik neem altijd op.")
    page.locator(".ck-blad").first.wait_for()


def invitation(page: Any) -> None:
    """The facts of a training, with the text that comes of them."""
    for label, text in FACTS.items():
        page.get_by_label(label, exact=True).fill(text)
    page.get_by_text(re.compile(r"^\d+ woorden\.$")).wait_for()


SCREENS: dict[str, tuple[str, Callable[[Any], None]]] = {
    "start": ("", start),
    "sessie": ("sessie-voorbereiden", session),
    "terugblik": ("terugblik", review),
    "vragen": ("vragen-schrijven", author),
    "zelfreflectie": ("zelfreflectie", reflection),
    "uitnodiging": ("uitnodiging", invitation),
}


def main() -> None:
    """Take all pictures."""
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as home:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        with running(Path(home), Path(home) / "praktijk") as app:
            for name, (workbook, show) in SCREENS.items():
                take(browser, app, name, workbook, show)
        browser.close()


def take(browser: Any, app: App, name: str, workbook: str, show: Callable[[Any], None]) -> None:
    """Take one picture, of a window and no more."""
    with tab(browser, app, workbook) as page:
        show(page)
        page.wait_for_timeout(2500)  # pictures of recipes come when nothing else is to do
        page.set_viewport_size(WINDOW)
        page.evaluate("scrollTo(0, 0)")
        picture = Image.open(io.BytesIO(page.screenshot()))
    path = FOLDER / f"scherm-{name}.png"
    picture.convert("RGB").quantize(COLOURS).save(path, optimize=True)
    print(f"{path.name}: {path.stat().st_size // 1024} kB")


if __name__ == "__main__":
    main()

"""Make the pictures of the screens, with the app as the browser tests start it.

Run: python docs/beelden/schermen.py
Needs playwright and Chromium (its path in COACHKIT_CHROMIUM, or ``chromium`` on the PATH).
"""

from __future__ import annotations

import io
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import sync_playwright

FOLDER = Path(__file__).parent
sys.path.insert(0, str(FOLDER.parents[1] / "tests"))

from support.app import App, running  # noqa: E402  # of the tests
from support.screens import open_workbook, tab  # noqa: E402

CHROMIUM = os.environ.get("COACHKIT_CHROMIUM") or shutil.which("chromium")
WINDOW = {"width": 1280, "height": 1120}
COLOURS = 128
"""Pictures with few colours are small."""


def start(_page: Any) -> None:
    """The first screen, as it opens."""


def session(page: Any) -> None:
    """A client, a recipe and its questions."""
    open_workbook(page, "Een sessie voorbereiden")
    page.get_by_label("Naam van je cliënt").fill("Sanne")
    page.get_by_label("Doel, in de woorden").fill("meer bewegen")
    page.get_by_label("Wat houdt je cliënt tegen?").select_option("doel-te-groot")
    page.get_by_label("Waar staat je cliënt?").select_option("beslissing")
    page.get_by_role("button", name="Kies voor mij").click()
    page.locator(".ck-blad").first.wait_for()
    page.wait_for_timeout(2500)  # the picture of the recipe comes when nothing else is to do


SCREENS: dict[str, Callable[[Any], None]] = {"start": start, "sessie": session}


def main() -> None:
    """Take all pictures."""
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as home:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        with running(Path(home), Path(home) / "praktijk") as app:
            for name, show in SCREENS.items():
                take(browser, app, name, show)
        browser.close()


def take(browser: Any, app: App, name: str, show: Callable[[Any], None]) -> None:
    """Take one picture, of a window and no more."""
    with tab(browser, app) as page:
        show(page)
        page.set_viewport_size(WINDOW)
        page.evaluate("scrollTo(0, 0)")
        picture = Image.open(io.BytesIO(page.screenshot()))
    path = FOLDER / f"scherm-{name}.png"
    picture.convert("RGB").quantize(COLOURS).save(path, optimize=True)
    print(f"{path.name}: {path.stat().st_size // 1024} kB")


if __name__ == "__main__":
    main()

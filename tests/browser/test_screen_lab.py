"""The coach's screen in JupyterLab: the same parts, and then the export menu for what it made."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from support.app import running
from support.screens import MILLISECONDS, axe, other_hosts

pytestmark = pytest.mark.browser
TRIES = 5
IN_SIGHT = """e => {
    const { top, bottom } = e.getBoundingClientRect();
    return bottom > 100 && top < innerHeight - 100;
}"""


def menu(page: Any, name: str) -> None:
    page.locator(".lm-MenuBar-item", has_text=re.compile(f"^{name}$")).click()


def open_notebook(page: Any, base: str, way: str) -> None:
    """Open a notebook, and wait until JupyterLab can run and export it."""
    with page.expect_response(re.compile("/api/nbconvert")):
        page.goto(f"{base}/lab/tree/{way}?reset")
    page.locator(".jp-Notebook").wait_for()
    page.get_by_text("Python 3 (ipykernel) | Idle").wait_for()


def export_as(page: Any, label: str, folder: Path) -> Path:
    """Choose a format in File > Save and Export Notebook As."""
    item = page.locator(".lm-Menu-item", has_text=label)
    for _ in range(TRIES):
        page.keyboard.press("Escape")
        menu(page, "File")
        page.locator(".lm-Menu-item", has_text="Save and Export Notebook As").hover()
        page.wait_for_timeout(1000)
        if item.is_visible():
            break
    with page.expect_download() as waiting:
        item.click()
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path


def test_a_session_in_jupyterlab_and_its_export(browser: Any, tmp_path: Path) -> None:
    pytest.importorskip("jupyterlab", reason="JupyterLab is not installed")
    practice = tmp_path / "praktijk"
    with running(tmp_path, practice, "--lab") as app:
        page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
        page.set_default_timeout(MILLISECONDS)
        page.asked = []
        page.on("request", lambda asked: page.asked.append(asked.url))
        page.goto(app.url)
        page.get_by_text("Python 3 (ipykernel) | Idle").wait_for()
        open_notebook(page, app.base, "werkboeken/sessie-voorbereiden.ipynb")
        menu(page, "Run")
        page.get_by_text("Run All Cells", exact=True).click()
        page.get_by_label("Naam van je cliënt").fill("Sanne")
        page.get_by_label("Doel, in de woorden").fill("meer bewegen")
        page.get_by_text("Klopt dit: Wat helpt je om meer te bewegen?").wait_for()
        page.get_by_role("button", name="Kies voor mij").click()
        page.locator(".ck-blad").first.wait_for()
        page.get_by_role("button", name="Maak werkblad").click()
        page.get_by_text("Klaar. Je vindt alles terug in").wait_for()
        page.screenshot(path=tmp_path / "lab.png")
        assert page.locator(".ck-blad").first.evaluate(IN_SIGHT), "the pages scrolled away"
        ours = [told for told in axe(page) if "ck-" in told]
        assert ours == []
        (made,) = (practice / "werkbladen").glob("*.ipynb")
        open_notebook(page, app.base, f"werkbladen/{made.name}")
        path = export_as(page, "Werkblad (PDF)", tmp_path)
        words = pypdfium2.PdfDocument(path)[0].get_textpage().get_text_range()
        assert "Sanne" in words
        assert other_hosts(page, app) == []
        page.context.close()

"""Make the pictures of the documentation: page one of the demo, on paper and on a phone.

Run: python docs/beelden/maak.py
The phone needs playwright and Chromium (its path in COACHKIT_CHROMIUM, or ``chromium`` on the
PATH); without them only the page is made.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import nbformat
import typst

from coachkit.bank.load import load_bank
from coachkit.export.exporters import WorksheetTypstExporter, WorksheetWebExporter
from coachkit.export.fonts import font_folder
from coachkit.session import example_brief, example_practice
from coachkit.worksheet.compose import make_worksheet
from coachkit.worksheet.notebook import build_notebook

FOLDER = Path(__file__).parent
DAY = date(2026, 11, 22)
PIXELS_PER_INCH = 110
PHONE = {"width": 390, "height": 844}
MAX_BYTES = 200_000
CHROMIUM = os.environ.get("COACHKIT_CHROMIUM") or shutil.which("chromium")


def demo() -> nbformat.NotebookNode:
    """Return the worksheet of the demo, with a date that does not move."""
    sheet = make_worksheet(load_bank(), example_brief(DAY), practice=example_practice())
    return build_notebook(sheet)


def page_one(notebook: nbformat.NotebookNode, pixels_per_inch: int = PIXELS_PER_INCH) -> bytes:
    """Return the first page as PNG."""
    source, resources = WorksheetTypstExporter().from_notebook_node(notebook)
    compiler = typst.Compiler(font_paths=[str(font_folder())], ignore_system_fonts=True)
    files = {"main.typ": source.encode(), **resources["outputs"]}
    pages = compiler.compile(input=files, format="png", ppi=pixels_per_inch)
    return pages[0] if isinstance(pages, list) else pages


def phone(notebook: nbformat.NotebookNode) -> bytes:
    """Return the top of the web page as a phone shows it, as PNG."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  # not for the page alone

    html, _ = WorksheetWebExporter().from_notebook_node(notebook)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page(viewport=PHONE, device_scale_factor=1.5)
        page.set_content(html)
        picture = page.screenshot()
        browser.close()
    return picture


def pictures() -> Iterator[tuple[str, bytes]]:
    """Yield each picture by its file name."""
    notebook = demo()
    yield "werkblad.png", page_one(notebook)
    if CHROMIUM is None:
        print("werkblad-telefoon.png: not made, no Chromium here (set COACHKIT_CHROMIUM)")
    else:
        yield "werkblad-telefoon.png", phone(notebook)


def main() -> int:
    """Write the pictures; return 1 when one is too large to show."""
    good = True
    for name, picture in pictures():
        (FOLDER / name).write_bytes(picture)
        print(f"{name}: {len(picture) / 1000:.0f} kB")
        good = good and len(picture) < MAX_BYTES
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())

"""From the command to a screen that can be used: ``coachkit start`` next to stock Voila.

Stock Voila shows an empty notebook, coachkit its first screen with a practice folder that is there
already. Both are clocked from starting the process until the browser, which runs already, shows the
page without its waiting sign. Then it clocks a workbook with widgets, opened from the first screen.
Limit: at most 4 seconds to the first screen (median). Needs Chromium and playwright.

Run: python benchmarks/start.py
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import nbformat
from playwright.sync_api import Error, sync_playwright

from coachkit.app.folder import open_place

ROUNDS = 5
LIMIT = 4.0
CHROMIUM = os.environ.get("COACHKIT_CHROMIUM") or shutil.which("chromium")
ARGUMENTS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
SCRIPTS = Path(sysconfig.get_path("scripts"))
OURS_READY = "#ck-page:not([aria-busy])"
WIDGETS = "import ipywidgets\nipywidgets.Button(description='Klaar')"


@contextmanager
def process(command: list[str], **more: Any) -> Iterator[subprocess.Popen[str]]:
    """Run a command, and end it as Ctrl+C does."""
    running = subprocess.Popen(command, stderr=subprocess.DEVNULL, text=True, **more)
    try:
        yield running
    finally:
        running.send_signal(signal.SIGINT)
        try:
            running.wait(timeout=10)
        except subprocess.TimeoutExpired:  # stock Voila does not always listen
            running.kill()
            running.wait()


def ours(browser: Any, folder: Path) -> tuple[float, float]:
    """Return the seconds to the first screen, and from there to a workbook with widgets."""
    start = time.perf_counter()
    command = [str(SCRIPTS / "coachkit"), "start", str(folder), "--no-browser"]
    with process(command, stdout=subprocess.PIPE) as running:
        assert running.stdout is not None
        url = running.stdout.readline().strip()
        page = browser.new_context().new_page()
        page.goto(url)
        page.wait_for_selector(OURS_READY, timeout=60_000)
        first = time.perf_counter() - start
        page.wait_for_timeout(3000)  # a person reads the cards
        start = time.perf_counter()
        page.get_by_role("link", name="velden").click()
        page.get_by_role("button", name="Klaar").wait_for(timeout=60_000)
        second = time.perf_counter() - start
        page.context.close()
    return first, second


def stock(browser: Any, notebook: Path) -> float:
    """Return the seconds to the page of stock Voila, with the kernel that comes with it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    start = time.perf_counter()
    command = [str(SCRIPTS / "voila"), str(notebook), "--no-browser", f"--port={port}"]
    with process(command, stdout=subprocess.DEVNULL):
        page = browser.new_context().new_page()
        page.route(re.compile("^https?://(?!localhost)"), lambda route: route.abort())
        while True:
            try:
                page.goto(f"http://localhost:{port}/")
                break
            except Error:
                time.sleep(0.05)
        page.locator("#rendered_cells").wait_for(state="visible", timeout=60_000)
        seconds = time.perf_counter() - start
        page.context.close()
    return seconds


def made(folder: Path) -> tuple[Path, Path]:
    """Return a practice folder that was used before, and an empty notebook."""
    practice, empty = folder / "praktijk", folder / "leeg.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell("Leeg")]), empty)
    workbooks = open_place(practice).workbooks
    cells = [nbformat.v4.new_code_cell(WIDGETS)]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), workbooks / "velden.ipynb")
    return practice, empty


def main() -> int:
    if CHROMIUM is None:
        print("not measured, no Chromium here (set COACHKIT_CHROMIUM)")
        return 1
    firsts, seconds, stocks = [], [], []
    with tempfile.TemporaryDirectory() as name, sync_playwright() as started:
        practice, empty = made(Path(name))
        browser = started.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        for _ in range(ROUNDS):
            first, second = ours(browser, practice)
            firsts.append(first)
            seconds.append(second)
            stocks.append(stock(browser, empty))
        browser.close()
    first, theirs = statistics.median(firsts), statistics.median(stocks)
    print(f"coachkit start: {first:.2f} s to the first screen (must be at most {LIMIT})")
    print(f"all rounds: {', '.join(f'{value:.2f}' for value in firsts)}")
    print(f"then a workbook with widgets: {statistics.median(seconds):.2f} s")
    print(f"stock Voila, an empty notebook: {theirs:.2f} s")
    print(f"ratio of stock Voila to ours: {theirs / first:.1f}")
    return 0 if first <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())

"""The screens of the app in a real browser."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from coachkit.app.kernels import PATIENCE
from support.app import App, wait_for

MILLISECONDS = 60_000
READY = "#ck-page:not([aria-busy])"
SCREENS = {"wide": (1280, 900), "narrow": (1024, 768), "zoomed": (640, 450)}


@contextmanager
def tab(browser: Any, app: App, workbook: str = "") -> Iterator[Any]:
    """Open the first screen, or a workbook, in a new tab, which notes what it asks for."""
    width, height = SCREENS["wide"]
    context = browser.new_context(viewport={"width": width, "height": height})
    context.set_default_timeout(MILLISECONDS)
    page = context.new_page()
    page.asked = []
    page.on("request", lambda asked: page.asked.append(asked.url))
    address = f"{app.base}/voila/render/{workbook}.ipynb?token={app.token}"
    kernels = set()
    try:
        page.goto(address if workbook else app.url)
        page.wait_for_selector(READY)
        kernels.add(kernel_of(page))
        yield page
        if not page.is_closed():
            kernels.add(kernel_of(page))
    finally:
        context.close()
        for kernel in kernels:
            end_kernel(app, kernel)


def kernel_of(page: Any) -> str:
    """Return the name of the kernel of a page; none on a page without one."""
    config = page.locator("#jupyter-config-data")
    return str(json.loads(config.text_content())["kernelId"]) if config.count() else ""


def end_kernel(app: App, name: str) -> None:
    """Wait until the kernel of a tab that went is gone too: it keeps the last words.

    A busy machine may end a tab before it can say that it goes. Then its kernel is ended here.
    """
    with suppress(AssertionError):
        wait_for(lambda: not app.lives(name), "it stays", seconds=PATIENCE + 5)
        return
    app.kernel(name).kill()


def axe(page: Any) -> list[str]:
    """Return what axe-core finds that is serious or critical."""
    module = pytest.importorskip("axe_playwright_python.sync_playwright")
    found = module.Axe().run(page).response["violations"]
    grave = [one for one in found if one["impact"] in ("serious", "critical")]
    return [f"{one['id']}: {[node['html'] for node in one['nodes']]}" for one in grave]


def other_hosts(page: Any, app: App) -> list[str]:
    """Return what the tab asked of others than the app."""
    own = (app.base, app.base.replace("http", "ws"), "data:", "blob:")
    return [url for url in page.asked if not url.startswith(own)]


def fits(page: Any) -> bool:
    """Tell whether nothing is wider than the window."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))


_CLIPPED = """() =>
    [...document.querySelectorAll('.ck-scherm :is(button, label, legend, summary, p, h2, h3)')]
    .filter((e) => e.offsetParent && e.textContent && !e.closest('.ck-voorlezen'))
    .filter((e) => {
        const text = document.createRange();
        text.selectNodeContents(e);
        const { left, right } = text.getBoundingClientRect();
        for (let part = e; part; part = part.parentElement) {
            const box = part.getBoundingClientRect();
            const cuts = getComputedStyle(part).overflowX !== 'visible' || !part.parentElement;
            if (cuts && (right > box.right + 1 || left < box.left - 1)) return true;
        }
        return false;
    })
    .map((e) => e.textContent.slice(0, 60))
    .concat([...document.querySelectorAll('.ck-paneel :is(input, select, textarea, button)')]
        .filter((e) => e.offsetParent && e.getBoundingClientRect().right
            > e.closest('.ck-paneel').getBoundingClientRect().right)
        .map((e) => e.outerHTML.slice(0, 80)))"""


def clipped(page: Any) -> list[str]:
    """Return the texts that are cut off, and the fields that stick out of their panel."""
    return list(page.evaluate(_CLIPPED))


def downloaded(page: Any, button: str, folder: Path) -> Path:
    """Press a button that downloads, and return the file."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name=button).click()
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path

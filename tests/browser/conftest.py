"""A real browser: Debian's Chromium, or the one that COACHKIT_CHROMIUM names."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from coachkit.bank.bank import Bank
from coachkit.model import Block, Brief, Worksheet
from coachkit.session import save_worksheet
from coachkit.worksheet.compose import make_worksheet
from support.webpage import phone

ARGUMENTS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Start Chromium once for a file; as long as it runs, this process has an event loop."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    chromium = os.environ.get("COACHKIT_CHROMIUM") or shutil.which("chromium")
    if not chromium:
        pytest.skip("no Chromium here: install it, or name it in COACHKIT_CHROMIUM")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def web_brief() -> Brief:
    """The brief of a client who does not exist."""
    return Brief(
        name="Sanne",
        goal="meer bewegen",
        goal_te="meer te bewegen",
        previous_step="elke dag een rondje lopen",
        coach="Noor",
        situation="doel-te-groot",
        phase="actie",
        day=date(2026, 11, 22),
    )


@pytest.fixture(scope="session")
def web(
    small_bank: Bank,
    web_brief: Brief,
    sheet_with: Callable[..., Worksheet],
    question: Callable[..., Block],
    tmp_path_factory: pytest.TempPathFactory,
) -> dict[str, Path]:
    """Pages with nearly all kinds of answer, and of a small sheet that the coach changed twice."""
    folder = tmp_path_factory.mktemp("web")
    a = question("a", "Wat wil je?")
    b = question("b", "Hoe zwaar?", soort="schaal", laag="licht", hoog="zwaar")
    c = question("c", "Wat past?", soort="aankruisen", opties=["Rust", "Ruimte"], anders=True)
    sheets = {
        "all": make_worksheet(small_bank, web_brief, "alles", seed=7),
        "small": sheet_with(a, b, c),
        "moved": sheet_with(c, question("d", "Nieuw?"), a, stem="sanne-anders"),
        "reworded": sheet_with(question("a", "Wat wil je niet?"), b, c, stem="sanne-nog-anders"),
    }
    return {name: save_worksheet(sheet, folder, ("html",))[0] for name, sheet in sheets.items()}


@pytest.fixture
def mobile(browser: Any) -> Iterator[Any]:
    """A new phone, on which nothing is kept."""
    context = phone(browser)
    yield context
    context.close()

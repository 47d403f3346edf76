"""JupyterLab's menu File > Save and Export Notebook As offers our worksheets by a good name."""

from __future__ import annotations

import json
import os
import re
import secrets
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest

from coachkit.export.exporters import reused_exporter
from coachkit.model import Block, Worksheet
from coachkit.resources import data_folder
from coachkit.worksheet.notebook import build_notebook
from support.app import free_port

OVERRIDES = "share/jupyter/lab/settings/overrides.d/coachkit.json"
START_SECONDS = 90
TRIES = 5


def menu_items() -> list[dict[str, Any]]:
    """Return the items that our file adds to the export menu."""
    shipped = json.loads((data_folder("templates") / "jupyterlab" / "coachkit.json").read_text())
    (menu,) = shipped["@jupyterlab/mainmenu-extension:plugin"]["menus"]
    (submenu,) = (item["submenu"] for item in menu["items"])
    return [item for item in submenu["items"] if "command" in item]


def test_the_names_are_installed_where_jupyterlab_looks() -> None:
    installed = Path(sys.prefix) / OVERRIDES
    shipped = data_folder("templates") / "jupyterlab" / "coachkit.json"
    assert installed.read_text() == shipped.read_text(), "run pip install -e . again"


def test_every_name_belongs_to_an_exporter() -> None:
    formats = [item["args"]["format"] for item in menu_items()]
    assert formats == ["werkblad", "werkblad_web"]
    for name in formats:
        assert reused_exporter(name, "invullen", False)
    assert menu_items()[0]["args"]["label"] == "Werkblad (PDF)"


@pytest.fixture(scope="module")
def folder(
    tmp_path_factory: pytest.TempPathFactory,
    sheet_with: Callable[..., Worksheet],
    question: Callable[..., Block],
) -> Path:
    """A folder with one worksheet."""
    made = tmp_path_factory.mktemp("lab")
    (made / "werk").mkdir()
    nbformat.write(build_notebook(sheet_with(question("a"))), made / "werk" / "sheet.ipynb")
    return made


@pytest.fixture(scope="module")
def lab(folder: Path) -> Iterator[tuple[str, str]]:
    """Start JupyterLab with nothing of this machine's settings; give its address and token."""
    pytest.importorskip("jupyterlab", reason="JupyterLab is not installed")
    port = free_port()
    token = secrets.token_hex(16)
    command = [
        *(sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root"),
        *("--ServerApp.ip=127.0.0.1", f"--ServerApp.port={port}", "--ServerApp.port_retries=0"),
        f"--IdentityProvider.token={token}",
        f"--ServerApp.root_dir={folder / 'werk'}",
        "--LabApp.news_url=",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    ]
    own = {f"JUPYTER_{name}_DIR": str(folder / name) for name in ("CONFIG", "DATA", "RUNTIME")}
    own |= {f"JUPYTERLAB_{name}_DIR": str(folder / name) for name in ("SETTINGS", "WORKSPACES")}
    environment = {**os.environ, **own, "HOME": str(folder)}
    log = (folder / "log").open("w")
    server = subprocess.Popen(command, stdout=log, stderr=log, env=environment, cwd=folder)
    try:
        address = f"http://127.0.0.1:{port}"
        _wait_for(address, token, server, folder / "log")
        yield address, token
    finally:
        server.terminate()
        server.wait(timeout=20)
        log.close()


def _wait_for(address: str, token: str, server: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        assert server.poll() is None, log.read_text()
        try:
            with urllib.request.urlopen(f"{address}/api/status?token={token}", timeout=5):
                return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.3)
    raise AssertionError(log.read_text())


@pytest.fixture(scope="module")
def menu(browser: Any, lab: tuple[str, str]) -> Iterator[Any]:
    """Open the worksheet in JupyterLab, and the export menu."""
    address, token = lab
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    # JupyterLab asks the server for its formats once a notebook is open, and then fills the menu.
    with page.expect_response(re.compile("/api/nbconvert"), timeout=60_000):
        page.goto(f"{address}/lab/tree/sheet.ipynb?token={token}&reset")
    page.locator(".jp-Notebook").wait_for(timeout=60_000)
    _open_export_menu(page)
    yield page
    page.close()


def _open_export_menu(page: Any) -> None:
    """Open File > Save and Export Notebook As; a dialog of JupyterLab may close it again."""
    item = page.locator(".lm-Menu-item", has_text="Werkblad (PDF)")
    for _ in range(TRIES):
        page.keyboard.press("Escape")
        page.locator(".lm-MenuBar-item", has_text=re.compile("^File$")).click()
        page.locator(".lm-Menu-item", has_text="Save and Export Notebook As").hover()
        page.wait_for_timeout(1000)
        if item.is_visible():
            return
    labels = page.locator(".lm-Menu-itemLabel").all_inner_texts()
    raise AssertionError(f"the export menu does not show Werkblad (PDF), only {labels}")


@pytest.mark.browser
def test_the_export_menu_lists_our_worksheets_by_name(menu: Any) -> None:
    labels = menu.locator(".lm-Menu").last.locator(".lm-Menu-itemLabel").all_inner_texts()
    assert labels[:2] == ["Werkblad (PDF)", "Werkblad (webpagina)"]
    assert "PDF" in labels, "JupyterLab's own exports must stay"


@pytest.mark.browser
def test_choosing_the_pdf_downloads_a_pdf(menu: Any, folder: Path) -> None:
    with menu.expect_download(timeout=60_000) as started:
        menu.locator(".lm-Menu-item", has_text="Werkblad (PDF)").click()
    download = started.value
    assert download.suggested_filename == "sheet.pdf"
    saved = folder / "download.pdf"
    download.save_as(saved)
    assert saved.read_bytes().startswith(b"%PDF")

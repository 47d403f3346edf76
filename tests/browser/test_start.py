"""The app in a real browser: usable by everyone, and it neither calls out nor leaves anything."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

from coachkit.app.home import CARDS, Card
from support.app import App, free_port, running, wait_for
from support.screens import MILLISECONDS, READY, SCREENS, axe, kernel_of, other_hosts, tab

pytestmark = pytest.mark.browser

WIDGETS = """
import os
import anywidget
import ipywidgets as w

class Greeting(anywidget.AnyWidget):
    _esm = "export default { render({ el }) { el.textContent = 'Hallo uit anywidget'; } }"

said = w.HTML("<p>Nog niets</p>")
out = w.Output()
make = w.Button(description="Maak een heel lange zin die niet wordt afgekapt")
make.button_style = "primary"
make.on_click(lambda _: setattr(said, "value", "<p>Gedaan voor " + name.value + "</p>"))
wrong = w.Button(description="Maak een fout")

@wrong.on_click
def _(_button):
    with out:
        raise ValueError("geheim van de programmeur")

die = w.Button(description="Ga dood")
die.on_click(lambda _: os._exit(1))
name = w.Text(description="Naam van je cliënt", placeholder="Sanne")
fields = w.VBox([
    name,
    w.Dropdown(description="Situatie", options=["doel te groot", "durft niet"]),
    w.Textarea(description="Doel"),
    w.Checkbox(description="Grote letters"),
    w.RadioButtons(description="Aanspreekvorm", options=["je", "u"]),
])
tabs = w.Tab([fields, w.HTML("<p>Vragen</p>")], titles=["Gegevens", "Vragen"])
mail = w.HTML("<p><a href='mailto:sanne@example.org'>Mail</a></p>")
w.VBox([tabs, Greeting(), w.HBox([make, wrong, die]), said, out, mail])
"""


def write_notebook(path: Path, source: str, heading: str = "Proef met velden") -> None:
    code: dict[str, Any] = {"cell_type": "code", "id": "b", "metadata": {}, "outputs": []}
    code |= {"execution_count": None, "source": source}
    title = {"cell_type": "markdown", "id": "a", "metadata": {}, "source": f"# {heading}"}
    spec = {"name": "python3", "display_name": "Python 3", "language": "python"}
    notebook = {"cells": [title, code], "metadata": {"title": "Proef", "kernelspec": spec}}
    path.write_text(json.dumps({**notebook, "nbformat": 4, "nbformat_minor": 5}), encoding="utf-8")


@pytest.fixture(scope="module")
def app(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    """The app on a practice in which one workbook has widgets of all kinds."""
    home = tmp_path_factory.mktemp("start")
    with running(home, home / "praktijk") as started:
        write_notebook(home / "praktijk" / "werkboeken" / "sessie-voorbereiden.ipynb", WIDGETS)
        yield started


@pytest.fixture
def page(browser: Any, app: App) -> Iterator[Any]:
    """A new tab on the first screen."""
    with tab(browser, app) as opened:
        yield opened


@pytest.fixture
def workbook(page: Any) -> Any:
    """A workbook with widgets, opened from the first screen as a coach does."""
    page.get_by_role("link", name="Een sessie voorbereiden").click()
    page.get_by_role("heading", name="Proef met velden").wait_for()
    page.wait_for_selector(READY)
    page.get_by_text("Hallo uit anywidget").wait_for()
    return page


def kernel(page: Any, app: App) -> psutil.Process:
    """Return the process behind a page."""
    return app.kernel(kernel_of(page))


def test_the_first_screen_hides_the_token_and_asks_nobody_else(page: Any, app: App) -> None:
    assert page.url == f"{app.base}/voila/render/start.ipynb"
    assert page.title() == "Begin · coachkit"
    assert page.locator("html").get_attribute("lang") == "nl"
    assert page.get_by_role("heading", level=1).count() == 1
    assert page.locator("#ck-wait").is_hidden()
    assert page.asked
    assert other_hosts(page, app) == []


@pytest.mark.parametrize("screen", SCREENS)
def test_the_first_screen_fits_and_is_for_everyone(page: Any, screen: str, tmp_path: Path) -> None:
    width, height = SCREENS[screen]
    page.set_viewport_size({"width": width, "height": height})
    page.screenshot(path=tmp_path / f"start-{screen}.png", full_page=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert axe(page) == []


def test_the_log_in_is_for_everyone_and_asks_nobody_else(
    browser: Any, app: App, tmp_path: Path
) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.asked = []
    page.on("request", lambda asked: page.asked.append(asked.url))
    page.goto(f"{app.base}/")
    assert page.get_by_role("heading", level=1).inner_text() == "Dit adres mist je sleutel"
    page.screenshot(path=tmp_path / "login.png")
    assert axe(page) == []
    page.get_by_label("Sleutel").fill("verkeerd")
    page.keyboard.press("Enter")
    page.get_by_text("Deze sleutel past niet").wait_for()
    assert axe(page) == []
    page.get_by_label("Sleutel").fill(app.token)
    page.keyboard.press("Enter")
    page.wait_for_url("**/voila/render/start.ipynb")
    assert other_hosts(page, app) == []
    context.close()


def test_a_workbook_opens_by_keyboard_and_the_way_back_works(page: Any) -> None:
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "ck-card"
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Proef met velden").wait_for()
    page.wait_for_selector(READY)
    page.go_back()
    page.get_by_role("link", name="Een sessie voorbereiden").wait_for()


@pytest.mark.parametrize("screen", SCREENS)
def test_a_workbook_fits_and_is_for_everyone(
    workbook: Any, app: App, screen: str, tmp_path: Path
) -> None:
    width, height = SCREENS[screen]
    workbook.set_viewport_size({"width": width, "height": height})
    workbook.screenshot(path=tmp_path / f"werkboek-{screen}.png", full_page=True)
    assert workbook.evaluate("document.documentElement.scrollWidth") <= width
    assert axe(workbook) == []
    assert other_hosts(workbook, app) == []


def test_widgets_work_and_no_text_is_cut(workbook: Any) -> None:
    workbook.get_by_label("Naam van je cliënt").fill("Bram")
    button = workbook.get_by_role("button", name=re.compile("heel lange zin"))
    assert button.evaluate("one => one.scrollWidth <= one.clientWidth")
    button.click()
    workbook.get_by_text("Gedaan voor Bram").wait_for()


def test_an_error_in_a_workbook_shows_no_traceback(workbook: Any) -> None:
    workbook.get_by_role("button", name="Maak een fout").click()
    workbook.get_by_role("button", name=re.compile("heel lange zin")).click()
    workbook.get_by_text("Gedaan voor").wait_for()
    words = workbook.locator("body").inner_text()
    assert not re.findall("Traceback|ValueError|geheim", words)
    assert "Hier ging iets mis" in words


def test_a_kernel_that_dies_is_told_and_a_reload_starts_anew(workbook: Any) -> None:
    workbook.get_by_role("button", name="Ga dood").click()
    told = workbook.get_by_role("alert").filter(has_text="De verbinding is weg.")
    told.wait_for()
    assert (
        "Wat je net typte, is misschien niet bewaard. Kopieer het eerst. Laad de bladzijde opnieuw."
        in told.inner_text()
    )
    assert axe(workbook) == []
    workbook.get_by_role("button", name="Laad opnieuw").click()
    workbook.get_by_text("Hallo uit anywidget").wait_for()
    workbook.wait_for_selector(READY)
    assert workbook.locator("#ck-lost").is_hidden()


def test_a_mail_link_does_not_end_the_kernel(workbook: Any, app: App) -> None:
    process = kernel(workbook, app)
    workbook.evaluate("window.dispatchEvent(new Event('beforeunload', {cancelable: true}))")
    workbook.get_by_label("Naam van je cliënt").fill("Noor")
    workbook.get_by_role("button", name=re.compile("heel lange zin")).click()
    workbook.get_by_text("Gedaan voor Noor").wait_for()
    assert process.is_running()


@pytest.mark.parametrize("way", ["close", "reload", "leave"])
def test_a_page_that_goes_takes_its_kernel_along(workbook: Any, app: App, way: str) -> None:
    process = kernel(workbook, app)
    if way == "close":
        workbook.close()
    elif way == "reload":
        workbook.reload()
    else:
        workbook.goto(app.base)
    wait_for(lambda: not process.is_running(), "the kernel is still there")


def test_the_first_screen_keeps_no_kernel(page: Any, app: App) -> None:
    wait_for(lambda: len(app.kernels()) == 1, "there are more than the one that is ready")


@pytest.mark.parametrize("card", CARDS[1:], ids=lambda card: card.name)  # the first is another here
def test_a_card_opens_its_workbook(page: Any, card: Card) -> None:
    page.get_by_role("link", name=card.title).click()
    page.wait_for_url(f"**/render/{card.link}")
    page.locator(".ck-scherm").wait_for()
    page.wait_for_selector(READY)
    assert page.get_by_role("heading", level=1).count() == 1
    page.get_by_role("link", name="Terug naar het begin").click()
    page.wait_for_url("**/render/start.ipynb")


def test_a_server_that_stopped_is_told(browser: Any, tmp_path: Path) -> None:
    words = (tmp_path / "praktijk", "--port", free_port())
    with running(tmp_path, *words) as app:
        write_notebook(tmp_path / "praktijk" / "werkboeken" / "proef.ipynb", WIDGETS)
        page = browser.new_context().new_page()
        page.set_default_timeout(MILLISECONDS)
        page.goto(app.url)
        page.get_by_role("link", name="proef").click()
        page.get_by_text("Hallo uit anywidget").wait_for()
        app.stop()
        assert app.code == 0
        lost = page.get_by_role("alert")
        lost.filter(has_text="Start het opnieuw").wait_for()
    with running(tmp_path, *words):
        lost.filter(has_text="coachkit is opnieuw gestart").wait_for()
        lost.get_by_role("button", name="Laad opnieuw").click()
        page.get_by_label("Sleutel").wait_for()
        page.context.close()


def test_the_cards_open_their_workbooks_in_jupyterlab_too(browser: Any, tmp_path: Path) -> None:
    with running(tmp_path, tmp_path / "praktijk", "--lab") as app:
        for name in ("terugblik", "van mij #1"):
            write_notebook(tmp_path / "praktijk" / "werkboeken" / f"{name}.ipynb", "1 + 1", name)
        page = browser.new_context().new_page()
        page.set_default_timeout(MILLISECONDS)
        page.asked = []
        page.on("request", lambda asked: page.asked.append(asked.url))
        page.goto(app.url)
        page.get_by_text("Python 3 (ipykernel) | Idle").wait_for()  # before that it runs nothing
        page.locator(".lm-MenuBar-item", has_text=re.compile("^Run$")).click()
        page.get_by_text("Run All Cells", exact=True).click()
        for link, name in (("Terugblikken", "terugblik"), ("van mij #1", "van mij #1")):
            page.get_by_role("link", name=link).click()
            page.get_by_role("heading", name=name, exact=True).wait_for()
            page.locator(".lm-DockPanel-tabBar .lm-TabBar-tab", has_text="start.ipynb").click()
        assert page.get_by_text("Jupyter news").count() == 0
        assert other_hosts(page, app) == []
        page.context.close()

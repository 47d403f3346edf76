"""WebKit, of which Safari is made: Debian's MiniBrowser on a screen of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from support.app import wait_for

SIZE = (1280, 900)
_LABELLED = """return [...document.querySelectorAll('label')]
    .find(e => e.offsetParent && e.innerText.startsWith(arguments[0]))?.control ?? null"""

_TEXTS = "return [...document.querySelectorAll(arguments[0])].map(e => e.innerText.trim())"
_BUTTON = """const found = [...document.querySelectorAll('button')]
    .find(e => e.offsetParent && e.innerText.trim() === arguments[0]);
    found?.scrollIntoView({block: 'center'});
    return found ?? null;"""


@dataclass
class WebKit:
    """A tab, and what a person does in it."""

    driver: Any

    def run(self, script: str, *values: object) -> Any:
        """Run a script in the page, and return what it gives."""
        return self.driver.execute_script(script, *values)

    def open(self, address: str, ready: str) -> None:
        """Go to an address, and wait for what a selector names."""
        self.driver.get(address)
        self.wait(lambda: self.all(ready), f"{ready} does not come")

    def wait(self, true: Callable[[], object], what: str) -> None:
        """Wait until something is so."""
        wait_for(true, what)

    def all(self, selector: str) -> list[Any]:
        """Return the elements that a selector names."""
        return list(self.driver.find_elements("css selector", selector))

    def texts(self, selector: str) -> list[str]:
        """Return the texts of what a selector names, also of what is hidden, at one moment."""
        return list(self.run(_TEXTS, selector))

    def read(self, text: str) -> None:
        """Wait until a text is on the screen."""
        seen = "return document.body.innerText.includes(arguments[0])"
        self.wait(lambda: self.run(seen, text), f"'{text}' does not come")

    def type(self, label: str, words: str) -> None:
        """Fill in a field by its label."""
        self._do(_LABELLED, label, lambda field: field.send_keys(words))

    def press(self, name: str) -> None:
        """Press the first button with a text."""
        self._do(_BUTTON, name, lambda button: button.click())

    def _do(self, script: str, name: str, act: Callable[[Any], object]) -> None:
        """Do something with what a script finds, when it can be: it may be drawn anew first.

        WebKit says what cannot be done before it does any of it.
        """
        from selenium.common import exceptions  # noqa: PLC0415  # may be absent

        not_yet = (
            exceptions.ElementClickInterceptedException,
            exceptions.ElementNotInteractableException,
            exceptions.StaleElementReferenceException,
        )

        def done() -> bool:
            if (found := self.run(script, name)) is None:
                return False
            try:
                act(found)
            except not_yet:
                return False
            return True

        self.wait(done, f"'{name}' does not come, or cannot be used")


@contextmanager
def webkit() -> Iterator[WebKit]:
    """Start the browser; skip the test where there is none."""
    pytest.importorskip("selenium", reason="selenium is not installed")
    from selenium import webdriver  # noqa: PLC0415  # may be absent
    from selenium.webdriver.webkitgtk.options import Options  # noqa: PLC0415
    from selenium.webdriver.webkitgtk.service import Service  # noqa: PLC0415

    tool, screen = shutil.which("WebKitWebDriver"), shutil.which("Xvfb")
    mini = next(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser"), None)
    if not (tool and screen and mini):
        pytest.skip("no WebKit here: install webkit2gtk-driver and xvfb")
    options = Options()
    options.binary_location = str(mini)
    options.add_argument("--automation")
    with _display(screen) as display:
        service = Service(tool, env={**os.environ, "DISPLAY": display})
        driver = webdriver.WebKitGTK(options=options, service=service)
        driver.set_window_size(*SIZE)
        try:
            yield WebKit(driver)
        finally:
            driver.quit()


@contextmanager
def _display(program: str) -> Iterator[str]:
    """Start a screen in memory, and return its name."""
    words = [program, "-displayfd", "1", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"]
    process = subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, encoding="ascii"
    )
    try:
        assert process.stdout is not None
        yield f":{process.stdout.readline().strip()}"
    finally:
        process.terminate()
        process.communicate()

"""A worksheet as a web page in a real browser, filled in as people do."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from coachkit.model.form import WorksheetForm, open_form

PHONE = {"width": 390, "height": 844}
HARD = "Ik zei: \"nee\" & 'ja' </script><b>é ñ ж سارة 莎 👩‍👩‍👧 {0}"
_WATCH = """window.violations = [];
document.addEventListener('securitypolicyviolation', e => violations.push(e.violatedDirective));"""
NO_STORAGE = {
    "shut": """Object.defineProperty(window, 'localStorage',
        {get() { throw new DOMException('shut', 'SecurityError') }});""",
    "absent": "Object.defineProperty(window, 'localStorage', {value: undefined});",
    "full": """Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError') };""",
}


@dataclass
class Opened:
    """A page in the browser, with what happened since it was opened."""

    page: Any
    requests: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)

    def violations(self) -> list[str]:
        """Return what the policy of the page refused."""
        found: list[str] = self.page.evaluate("violations")
        return found


def open_page(context: Any, path: Path | str) -> Opened:
    """Open a file in a new tab."""
    opened = Opened(context.new_page())
    opened.page.on("request", lambda asked: opened.requests.append(asked.url))
    opened.page.on("console", lambda message: opened.messages.append(message.text))
    opened.page.on("pageerror", lambda error: opened.messages.append(str(error)))
    opened.page.add_init_script(_WATCH)
    opened.page.goto(Path(path).as_uri())
    return opened


def phone(browser: Any, **more: Any) -> Any:
    """Return a new phone: nothing that another one keeps is on it."""
    return browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True, **more)


def fields(page: Any) -> list[Any]:
    """Return all fields, in the order of the page."""
    found: list[Any] = page.locator("main input, main textarea").all()
    return found


def fill_all(page: Any) -> dict[str, str | bool]:
    """Fill every field with something of its own, by finger; return what the form now holds."""
    expected: dict[str, str | bool] = {}
    ticked = True
    for number, box in enumerate(fields(page)):
        kind, name, value = box.evaluate("e => [e.type, e.name, e.value]")
        if kind == "radio":
            box.tap()
            expected[name] = value
        elif kind == "checkbox":
            if ticked:
                box.tap()
            expected[name] = ticked
            ticked = not ticked
        else:
            text = HARD.format(number)
            lines = f"{text}\n\n  twee\n" if kind == "textarea" else text
            box.fill(lines)
            expected[name] = lines
    return expected


_VALUES = """() => { const found = {};
    for (const e of document.querySelectorAll('main input, main textarea'))
        if (e.type === 'checkbox') found[e.name] = e.checked;
        else if (e.type !== 'radio') found[e.name] = e.value;
        else if (e.checked || !(e.name in found)) found[e.name] = e.checked ? e.value : '';
    return found; }"""


_ALL_KEPT = f"""() => {{
    const sheet = JSON.parse(document.getElementById('formulier').textContent).werkblad;
    const kept = JSON.parse(localStorage.getItem(`coachkit:${{sheet}}`))?.antwoorden ?? {{}};
    return Object.entries(({_VALUES})()).every(([name, value]) => kept[name] === value); }}"""


def values(page: Any) -> dict[str, str | bool]:
    """Return what the form on the page holds, asked of the page itself."""
    found: dict[str, str | bool] = page.evaluate(_VALUES)
    return found


def wait_for_values(page: Any, wanted: dict[str, str | bool]) -> None:
    """Wait until the page holds this."""
    order = "(found) => JSON.stringify(Object.entries(found).sort())"
    _wait_or_reload(page, f"(wanted) => ({order})(({_VALUES})()) === ({order})(wanted)", wanted)


def wait_until_all_have_it(context: Any, path: Path, wanted: dict[str, str | bool]) -> None:
    """Wait until another tab finds what was kept, and no page is too early any more."""
    page = open_page(context, path).page
    wait_for_values(page, wanted)
    page.close()


def wait_for_kept(page: Any, name: str, words: object) -> None:
    """Wait until a field holds what was kept."""
    script = "([name, words]) => document.getElementsByName(name)[0].value === words"
    _wait_or_reload(page, script, [name, words])


def _wait_or_reload(page: Any, script: str, wanted: object) -> None:
    """Wait until something is so on a page that reads what was kept.

    That may come some moments later: Chromium gives each file its own process, and a page that
    opened too soon has to be opened again.
    """
    from playwright.sync_api import TimeoutError as TooLong  # noqa: PLC0415  # may be absent

    for _ in range(5):
        with suppress(TooLong):
            page.wait_for_function(script, arg=wanted, timeout=3000)
            return
        page.reload()
    page.wait_for_function(script, arg=wanted)


def wait_for_message(page: Any, words: str) -> None:
    """Wait until the page tells this."""
    page.locator("#melding", has_text=words).wait_for()


def is_empty(page: Any) -> bool:
    """Whether nothing is filled in."""
    return not any(values(page).values())


def save(page: Any) -> tuple[str, bytes]:
    """Press the button that saves; return the file's name and what is in it."""
    with page.expect_download() as started:
        page.locator("#knop-bewaar").click()
    return started.value.suggested_filename, Path(started.value.path()).read_bytes()


def answers_in(raw: bytes) -> tuple[WorksheetForm, dict[str, str | bool]]:
    """Return the form and the answers of a saved file, which must be whole and in order."""
    data = json.loads(raw.decode("utf-8"))
    assert list(data) == ["soort", "versie", "blad", "antwoorden"]
    assert (data["soort"], data["versie"]) == ("coachkit-antwoorden", 1)
    form = open_form(data["blad"])
    names = [box.group or box.name for question in form.questions for box in question.fields]
    assert list(data["antwoorden"]) == list(dict.fromkeys(names))
    return form, data["antwoorden"]


_TOLD = """() => { window.told = false;
    const seen = new MutationObserver(() => { window.told = true });
    seen.observe(document.getElementById('melding'), { childList: true });
    document.querySelectorAll('.zeker').forEach(e => seen.observe(e, { attributes: true })); }"""


def choose_file(page: Any, raw: bytes | str, name: str = "antwoorden.json") -> None:
    """Choose a file to open, and wait until the page has said something of it."""
    data = raw if isinstance(raw, bytes) else raw.encode()
    file = {"name": name, "mimeType": "application/json", "buffer": data}
    page.evaluate(_TOLD)
    page.locator("#bestand").set_input_files(file)
    page.wait_for_function("() => window.told")  # a bare expression needs eval, which it refuses


def wait_for_value(box: Any, value: str) -> None:
    """Wait until a field holds a text."""
    from playwright.sync_api import expect  # noqa: PLC0415  # playwright may be absent

    expect(box).to_have_value(value)


def wait_until_kept(page: Any) -> None:
    """Wait until the page says that answers are kept, also those that were given last."""
    page.locator("#status:text-is('Bewaard')").wait_for()
    page.wait_for_function(_ALL_KEPT)


def message(page: Any) -> str:
    """Return what the page says of the last thing that was asked of it."""
    text: str = page.locator("#melding").inner_text()
    return text

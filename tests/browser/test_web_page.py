"""The web page in a browser: on a phone and on a desk, with a keyboard, without a network."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from coachkit.bank.bank import Bank
from coachkit.model import Block, BlockKind, Brief, House, Worksheet
from coachkit.session import save_worksheet
from coachkit.worksheet.compose import make_worksheet
from support.webpage import Opened, open_page

pytestmark = pytest.mark.browser

WIDTHS = (390, 1280)
LONG_WORD = "Hottentottententententoonstelling" * 10
OWN = Block(
    kind=BlockKind.TEXT,
    text=f"Een **vet** woord, {LONG_WORD}, <script>document.title = 'mis'</script>\n\n"
    f"    code {LONG_WORD}\n\n> citaat\n\n- een\n  - twee\n",
)


@pytest.fixture(scope="module")
def sheet(small_bank: Bank, house_with_logo: Callable[[str], House]) -> Worksheet:
    """A sheet with nearly all kinds of answer, a logo, a long word and text of the coach."""
    brief = Brief(name=f"Sanne {LONG_WORD}", goal="meer bewegen", goal_te="meer te bewegen",
                  situation="doel-te-groot", phase="actie", day="2026-11-22")  # fmt: skip
    made = make_worksheet(small_bank, brief, "alles", seed=7)
    house = house_with_logo("svg")
    return made.model_copy(update={"blocks": (*made.blocks[:3], OWN, *made.blocks[3:]),
                                   "house": house})  # fmt: skip


@pytest.fixture(
    scope="module",
    params=[(width, large) for width in WIDTHS for large in (False, True)],
    ids=lambda p: f"{p[0]}-{'large' if p[1] else 'normal'}",
)
def opened(
    browser: Any,
    sheet: Worksheet,
    tmp_path_factory: pytest.TempPathFactory,
    request: pytest.FixtureRequest,
) -> Iterator[Opened]:
    width, large = request.param
    folder = tmp_path_factory.mktemp("web")
    (path,) = save_worksheet(sheet, folder, ("html",), large=large)
    context = browser.new_context(viewport={"width": width, "height": 844})
    yield open_page(context, path)
    context.close()


def test_it_asks_for_nothing_but_itself(opened: Opened) -> None:
    asked = [url for url in opened.requests if not url.startswith("data:")]
    assert asked == [opened.page.url]


def test_its_policy_refuses_nothing_that_it_needs(opened: Opened) -> None:
    assert opened.messages == []
    assert opened.violations() == []
    assert opened.page.locator("body").evaluate("e => getComputedStyle(e).margin") is not None
    rules = opened.page.evaluate("() => document.styleSheets[0].cssRules.length")
    assert rules > 50


def test_its_policy_refuses_other_scripts_and_sources(browser: Any, opened: Opened) -> None:
    policy = opened.page.locator("meta[http-equiv]").get_attribute("content")
    assert "default-src 'none'" in policy
    assert "connect-src" not in policy
    assert "unsafe" not in policy
    ran = opened.page.evaluate(
        "() => { const s = document.createElement('script'); s.textContent = 'window.mis = 1';"
        " document.head.append(s); return window.mis === 1 }"
    )
    opened.messages.clear()
    assert ran is False
    assert "mis" not in opened.page.title()


def test_it_never_scrolls_sideways(opened: Opened) -> None:
    width = opened.page.evaluate("() => document.documentElement.scrollWidth")
    assert width <= opened.page.viewport_size["width"]
    sticking_out = opened.page.evaluate(
        """() => [...document.querySelectorAll('input, textarea, h1, h2, h3, p, td')]
            .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
            .map(e => e.outerHTML.slice(0, 80))"""
    )
    assert sticking_out == []


def test_it_can_be_filled_in_by_keyboard(opened: Opened) -> None:
    page = opened.page
    names = page.evaluate(
        """() => [...new Set([...document.querySelectorAll('main input, main textarea')]
            .map(e => e.type + ' ' + e.name))]"""
    )
    page.evaluate("() => { document.activeElement.blur(); window.scrollTo(0, 0) }")
    reached: list[str] = []
    for _ in range(len(names) + 20):
        page.keyboard.press("Tab")
        kind, name = page.evaluate(
            "() => [document.activeElement.type || '', document.activeElement.name || '']"
        )
        if not name or f"{kind} {name}" in reached:
            continue
        reached.append(f"{kind} {name}")
        if kind in ("radio", "checkbox"):
            page.keyboard.press("Space")
        else:
            page.keyboard.type("7")
    assert reached == names
    empty = page.evaluate(
        """() => [...document.querySelectorAll('main textarea, main input:not([type=radio])')]
            .filter(e => e.type === 'checkbox' ? !e.checked : e.value !== '7').map(e => e.name)"""
    )
    assert empty == []
    groups = {name for name in names if name.startswith("radio ")}
    chosen = page.evaluate("() => document.querySelectorAll('input[type=radio]:checked').length")
    assert chosen == len(groups)


def test_arrows_choose_on_a_scale(opened: Opened) -> None:
    page = opened.page
    page.locator(".schaal input").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert page.locator(".schaal input:checked").first.get_attribute("value") == "2"


def test_every_field_has_a_name_for_who_cannot_see_it(opened: Opened) -> None:
    nameless = opened.page.evaluate(
        """() => [...document.querySelectorAll('main input, main textarea')].filter(e => {
            const ids = (e.getAttribute('aria-labelledby') || '').split(' ').filter(Boolean);
            const words = ids.length
                ? ids.map(id => document.getElementById(id)?.textContent ?? '').join('')
                : [...e.labels].map(label => label.textContent).join('');
            return !words.trim();
        }).map(e => e.name)"""
    )
    assert nameless == []


def test_headings_skip_no_level(opened: Opened) -> None:
    levels = opened.page.evaluate(
        "() => [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(e => +e.tagName[1])"
    )
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_it_prints_on_paper(opened: Opened) -> None:
    assert opened.page.pdf(format="A4").startswith(b"%PDF")

"""A page of the app by keyboard alone."""

from __future__ import annotations

from typing import Any

_FOCUSED = """() => {
    const e = document.activeElement;
    if (e === document.body) return '';
    return [e.getAttribute('aria-label'), e.labels?.[0]?.innerText, e.innerText].join('|');
}"""


def focused(page: Any) -> str:
    """Return the names of what has the focus; none of the page itself."""
    return str(page.evaluate(_FOCUSED))


def tab_to(page: Any, name: str, *, whole: bool = False) -> None:
    """Tab until something with this in its name, or as its ``whole`` name, has the focus."""
    for _ in range(200):
        page.keyboard.press("Tab")
        names = focused(page)
        if name in (names.split("|") if whole else names):
            return
    raise AssertionError(f"no way by keyboard to {name}")

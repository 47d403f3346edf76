"""A page of the app by keyboard alone."""

from __future__ import annotations

from typing import Any

_FOCUSED = """() => {
    const e = document.activeElement;
    if (e === document.body) return '';
    return [e.getAttribute('aria-label'), e.labels?.[0]?.innerText, e.innerText].join('|');
}"""


def tab_to(page: Any, name: str) -> None:
    """Tab until something with this name has the focus."""
    for _ in range(200):
        page.keyboard.press("Tab")
        if name in page.evaluate(_FOCUSED):
            return
    raise AssertionError(f"no way by keyboard to {name}")

"""A stranger's words where they could do harm: in messages, in headers and on a terminal."""

from __future__ import annotations

import re

STAND_IN = "■"

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_BREAKS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]")


def controls_in(text: str) -> list[str]:
    """Return the control characters and half letters of a text; line ends and tabs are none."""
    return _CONTROLS.findall(text)


def without_controls(text: str) -> str:
    """Return a text with a stand-in for what commands a terminal or cannot be in HTML."""
    return _CONTROLS.sub(STAND_IN, text)


def one_line(text: str) -> str:
    """Return a text as one line, without the control characters that files and headers forbid."""
    return " ".join(_BREAKS.sub(" ", text).split())


def shown(text: str, most: int = 40) -> str:
    """Return a text so that it fits in a message: one line, and nothing unseen.

    Args:
        text: the words.
        most: how long it may be, in characters.

    """
    clean = "".join(letter if letter.isprintable() else STAND_IN for letter in text[: most + 1])
    return clean if len(clean) <= most else f"{clean[: most - 1]}…"

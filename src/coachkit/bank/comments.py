"""The comments in a file of YAML: a table or another form has no room for them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from coachkit.bank.formal import DECIDE, PROPOSAL
from coachkit.errors import Problem
from coachkit.yamlfile import Loader, parse_yaml

Comment = tuple[int, str]
"""The place of its ``#``, counted in characters, and its text to the end of the line."""

_COMMENT = re.compile(r"(?<![^\s\[\]{},])#[^\r\n]*")
_FOR_EDITORS = re.compile(r"#\s*yaml-language-server\b")
_OPEN = re.compile(rf"#\s*(?:{PROPOSAL}|{DECIDE})\b")
_CURE = "kijk de u-tekst na en haal het merkteken weg; daarna: coachkit bank formal --reviewed"


def has_comments(raw: bytes) -> bool:
    """Tell whether a file that can be read has comments, apart from the line for editors."""
    return any(not _FOR_EDITORS.match(text) for _, text in comments_in(_text_of(raw)))


def open_marks(raw: bytes, path: str) -> list[Problem]:
    """Return a problem for each mark of ``coachkit bank formal`` that nobody took away."""
    whole = _text_of(raw)
    return [
        Problem(f"deze tekst is nog niet nagekeken ({text[:60]})", _CURE, "u-nagekeken").at(
            path, whole.count("\n", 0, place) + 1, place - whole.rfind("\n", 0, place)
        )
        for place, text in comments_in(whole)
        if is_open_mark(text)
    ]


def is_open_mark(comment: str) -> bool:
    """Tell whether a comment says of a text that nobody looked at it yet."""
    return _OPEN.match(comment) is not None


def comments_in(text: str) -> Iterator[Comment]:
    """Yield each comment of a text that can be read, also the line for editors."""
    place = 0
    for token in yaml.scan(text, Loader=Loader) if text else ():
        start = int(token.start_mark.index)
        yield from _between(text, place, start)
        place = max(place, int(token.end_mark.index))
        if isinstance(token, yaml.ScalarToken) and token.style in ("|", ">"):
            yield from _between(text, start, text.find("\n", start))
    yield from _between(text, place, len(text))


def _text_of(raw: bytes) -> str:
    """Return the text of a file; empty when it cannot be read, which is told elsewhere."""
    return "" if parse_yaml(raw, "").problems else raw.decode("utf-8-sig")


def _between(text: str, start: int, end: int) -> Iterator[Comment]:
    for found in _COMMENT.finditer(text, start, max(end, start)):
        yield found.start(), found[0].rstrip()

"""Programs in a PDF: coachkit puts none in, so whoever did wants something of the coach.

Reading runs nothing. A viewer would, so the coach must know before opening the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pikepdf
from pikepdf import Name

from coachkit.homework.limits import Steps

_TURNS = (Name.GoTo, Name.Named)
"""What a PDF may do when it is opened: go to a place, turn a page."""

_LINKS = (*_TURNS, Name.URI)
"""What links and bookmarks may do when they are clicked: also open a web page."""

_PLAYS = tuple(map(Name, ("/3D", "/RichMedia", "/Screen", "/Movie", "/Sound")))
"""Annotations that a viewer plays; some hold programs of their own."""

_MAX_CHAIN = 20


def has_program(pdf: pikepdf.Pdf, parts: Iterable[pikepdf.Object], steps: Steps) -> bool:
    """Whether there is a program at a place from which a viewer starts one.

    Args:
        pdf: the PDF; its catalog, form and bookmarks are looked at.
        parts: its pages, annotations and fields.
        steps: what is left to look at.

    """
    root = pdf.Root
    form: Any = root.get("/AcroForm", {})
    names: Any = root.get("/Names", {})
    return (
        "/JavaScript" in names
        or "/XFA" in form
        or "/AA" in root
        or _runs(root.get("/OpenAction"), steps, _TURNS)
        or any(part.get("/Subtype") in _PLAYS for part in parts)
        or any("/AA" in part or _runs(part.get("/A"), steps, _LINKS) for part in parts)
        or any(_runs(item.get("/A"), steps, _LINKS) for item in _bookmarks(root, steps))
    )


def _runs(action: Any, steps: Steps, allowed: tuple[Name, ...], depth: int = 0) -> bool:
    """Whether an action, or one that follows it, does more than is allowed."""
    if not isinstance(action, pikepdf.Dictionary):
        return False
    if action.get("/S") not in allowed or depth > _MAX_CHAIN:
        return True
    after = action.get("/Next")
    following = steps.over(after if isinstance(after, pikepdf.Array) else (after,))
    return any(_runs(each, steps, allowed, depth + 1) for each in following)


def _bookmarks(root: pikepdf.Object, steps: Steps) -> Iterator[Any]:
    """Yield all bookmarks, however deep."""
    top: Any = root.get("/Outlines", {})
    waiting = [top.get("/First")]
    while waiting:
        for item in steps.over((waiting.pop(),)):
            if isinstance(item, pikepdf.Dictionary):
                yield item
                waiting += [item.get("/Next"), item.get("/First")]

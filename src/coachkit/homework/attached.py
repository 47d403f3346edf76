"""The form that is attached to a PDF, and what else is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

from coachkit.errors import HomeworkError
from coachkit.homework.limits import Steps
from coachkit.homework.saved import parse_json
from coachkit.model.form import ATTACHMENT, WorksheetForm, open_form
from coachkit.safetext import shown

_NOT_OURS = (
    "in deze pdf zitten geen gegevens van coachkit (is hij bewaard met 'afdrukken naar pdf'?); "
    "vraag je cliënt om het ingevulde blad zelf, of kijk of dit het goede bestand is"
)
_TWICE = (
    "in deze pdf zitten de gegevens van het werkblad dubbel; "
    "hij is veranderd, lees de antwoorden zelf over"
)


def attached_form(pdf: pikepdf.Pdf, steps: Steps) -> tuple[WorksheetForm, tuple[str, ...]]:
    """Return the form that is attached to a PDF, and a note when other files are.

    Raises:
        HomeworkError: there is none, or more than one, or it is damaged or changed.

    """
    files = list(_files(pdf, steps))
    ours = [file for name, file in files if name == ATTACHMENT]
    if not ours:
        raise HomeworkError(_NOT_OURS)
    if len(ours) > 1:
        raise HomeworkError(_TWICE)
    others = [name for name, _ in files if name != ATTACHMENT]
    note = f"in de pdf zitten ook andere bestanden, die niet zijn gelezen: {_some(others)}"
    content = ours[0]["/EF"]["/F"].read_bytes()
    return open_form(parse_json(content)), (note,) if others else ()


def _files(pdf: pikepdf.Pdf, steps: Steps) -> Iterator[tuple[str, pikepdf.Object]]:
    """Yield all embedded files by their names."""
    names: Any = pdf.Root.get("/Names", {})
    if "/EmbeddedFiles" in names:
        yield from _leaves(names["/EmbeddedFiles"], steps)


def _leaves(node: Any, steps: Steps) -> Iterator[tuple[str, pikepdf.Object]]:
    """Yield what is in a name tree (ISO 32000-1, 7.9.6)."""
    pairs = iter(list(steps.over(node.get("/Names", ()))))
    yield from ((str(name), file) for name, file in zip(pairs, pairs, strict=True))
    for kid in steps.over(node.get("/Kids", ())):
        yield from _leaves(kid, steps)


def _some(names: list[str]) -> str:
    first = ", ".join(shown(name) for name in names[:3])
    return first if len(names) <= 3 else f"{first} en nog {len(names) - 3}"

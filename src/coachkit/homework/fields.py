"""The fields of an AcroForm, whoever wrote them: names, kinds, and what was filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Name

from coachkit.errors import HomeworkError
from coachkit.homework.limits import MAX_FILE, Steps, check_answer
from coachkit.model.form import TICKED
from coachkit.safetext import shown

_TEXT, _BUTTON = Name.Tx, Name.Btn
_RADIO = 1 << 15
_MAX_DEPTH = 8
_MAX_NAME = 200
_MAX_TIP = 10_000

_DAMAGED = "een vak in deze pdf is beschadigd; vraag je cliënt hem opnieuw te sturen"
_CHECK_SHEET = "kijk op het blad zelf"

_PRIVATE = re.compile("[\ue000-\uf8ff]")
"""Letters without a meaning of their own: PDFium saves them for an emoji, which is lost then."""

_LOST = "er stond een teken in dat de pdf-lezer niet goed bewaarde, zoals een emoji"


@dataclass(frozen=True, slots=True)
class Place:
    """A field where it stands in the form, and the fields above it from which it inherits."""

    field: pikepdf.Object
    above: tuple[pikepdf.Object, ...] = ()

    def get(self, key: str) -> Any:
        """Return what the field has under a key, or else the nearest one above it."""
        for holder in (self.field, *reversed(self.above)):
            if key in holder:
                return holder[key]
        return None


@dataclass(frozen=True, slots=True)
class Found:
    """What one field holds, and its tooltip, if it still has one.

    The value of a text is its letters, of a check box whether it is ticked, and of a group of
    buttons the name of the chosen one (empty when none is), whose own tooltip is ``chosen_tip``.
    A remark tells, in Dutch, what is odd.
    """

    tip: str | None
    value: str | bool
    remark: str = ""
    chosen_tip: str | None = None


def find_fields(pdf: pikepdf.Pdf, steps: Steps) -> dict[str, Place]:
    """Return where the fields of a PDF are, by their full names; nothing when it has no form.

    Raises:
        HomeworkError: there are far too many, two of one name, or some that are no fields.

    """
    form = pdf.Root.get("/AcroForm")
    found: dict[str, Place] = {}
    for name, place in _walk(form.get("/Fields", ()) if form is not None else (), steps):
        if name in found:
            raise HomeworkError(
                f"het vak '{shown(name)}' staat dubbel in deze pdf; "
                "de pdf is veranderd, lees de antwoorden zelf over"
            )
        found[name] = place
    return found


def _walk(
    fields: Any, steps: Steps, prefix: str = "", above: tuple[pikepdf.Object, ...] = ()
) -> Iterator[tuple[str, Place]]:
    """Yield every field that holds a value, by its full name."""
    if len(above) > _MAX_DEPTH:
        raise HomeworkError(_DAMAGED)
    for field in steps.over(fields):
        if not isinstance(field, pikepdf.Dictionary):
            raise HomeworkError(_DAMAGED)
        name = f"{prefix}.{_words(field.get('/T'))}".removeprefix(".")
        if len(name) > _MAX_NAME:
            raise HomeworkError(_DAMAGED)
        kids = field.get("/Kids", ())
        if any("/T" in kid for kid in steps.over(kids)):
            yield from _walk(kids, steps, name, (*above, field))
        else:
            yield name, Place(field, above)


def read_field(name: str, place: Place, kind: str, steps: Steps) -> Found:
    """Return what a field of a kind holds.

    Raises:
        HomeworkError: what it holds is no answer, or is far too long.

    """
    told = _tip(place.field)
    value = place.get("/V")
    if kind == "text":
        text = steps.letters(check_answer(name, _words(value)))
        return Found(told, text, _LOST if _PRIVATE.search(text) else "")
    chosen, remark = _chosen(place.field, value, steps)
    if kind == "radio":
        return Found(told, chosen, remark, _tip_of_chosen(place.field, chosen, steps))
    if chosen not in ("", TICKED):
        return Found(told, False, f"dit vak is aan noch uit; {_CHECK_SHEET}")
    return Found(told, chosen == TICKED, remark)


def _tip(field: pikepdf.Object) -> str | None:
    tip = field.get("/TU")
    return None if tip is None else _words(tip, _MAX_TIP)


def _tip_of_chosen(group: pikepdf.Object, chosen: str, steps: Steps) -> str | None:
    """Return the tooltip of the button that says what was chosen, if one does."""
    if not chosen:
        return None
    buttons = steps.over(group.get("/Kids", ()))
    return next((_tip(each) for each in buttons if _state(each.get("/AS")) == chosen), None)


def kind_of(place: Place) -> str:
    """Return the kind of a field: ``text``, ``check``, ``radio`` or ``other``."""
    type_ = place.get("/FT")
    if type_ == _TEXT:
        return "text"
    if type_ != _BUTTON:
        return "other"
    return "radio" if int(place.get("/Ff") or 0) & _RADIO else "check"


def _chosen(field: pikepdf.Object, value: Any, steps: Steps) -> tuple[str, str]:
    """Return what a button or its group says, and a remark when it says two things at once.

    The state of a button (AS) is what a client sees; the value (V) is what a program wrote.
    """
    widgets = list(steps.over(field.get("/Kids", ()))) or [field]
    states = [_state(widget.get("/AS")) for widget in widgets]
    seen = {state for state in states if state}
    written = _state(value)
    if len(seen | {written} - {None, ""}) > 1:
        return "", f"er zijn twee dingen tegelijk gekozen; {_CHECK_SHEET}"
    if seen:
        off = written == ""
        return seen.pop(), f"dit is te zien, maar niet goed bewaard; {_CHECK_SHEET}" if off else ""
    hidden = written and None not in states
    return written or "", f"dit is bewaard, maar niet te zien; {_CHECK_SHEET}" if hidden else ""


def _state(value: Any) -> str | None:
    """Return the name of a state: empty when it is off, ``None`` when there is none.

    Some programs (pypdf) write the name as a text, with its slash.
    """
    if value is None:
        return None
    name = str(value) if isinstance(value, pikepdf.Name) else _words(value, _MAX_NAME)
    bare = name.removeprefix("/")
    return "" if bare == "Off" else bare


def _words(value: Any, most: int = MAX_FILE) -> str:
    """Return the letters of a text string, or of the stream that a long one may be."""
    if value is None:
        return ""
    if isinstance(value, pikepdf.Stream):
        value = pikepdf.String(value.read_bytes())
    if not isinstance(value, pikepdf.String):
        raise HomeworkError(
            "in een vak van deze pdf staat iets anders dan tekst; "
            "de pdf is veranderd, lees de antwoorden zelf over"
        )
    text = str(value)
    if len(text) > most:
        raise HomeworkError(_DAMAGED)
    return text

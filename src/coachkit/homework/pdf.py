"""Read the fields of a PDF that came back. It is a stranger's file: all in it is data.

The form that is attached to the PDF tells which fields there are and what they ask. Fields that do
not match it are an error; nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pikepdf
from pikepdf import Name

from coachkit.errors import HomeworkError
from coachkit.homework.attached import attached_form
from coachkit.homework.fields import Found, Place, find_fields, kind_of, read_field
from coachkit.homework.limits import Steps
from coachkit.homework.opened import opened_pdf
from coachkit.homework.programs import has_program
from coachkit.model.form import FormQuestion, WorksheetForm
from coachkit.model.homework import Answers, answers_of

_NO_FIELDS = (
    "deze pdf heeft geen invulvakken meer (is hij bewaard met 'afdrukken naar pdf'?); "
    "vraag je cliënt om het ingevulde blad zelf, of neem de antwoorden met de hand over"
)
_FOR_PEN = (
    "dit blad is voor de pen en heeft geen vakken om uit te lezen; "
    "neem de antwoorden met de hand over"
)
_HAS_PROGRAM = (
    "in deze pdf zit een programma (JavaScript of zoiets), en dat hoort er niet in; "
    "open hem niet, en vraag je cliënt hoe hij eraan komt"
)
_CHANGED = "de pdf is veranderd, lees de antwoorden zelf over"
_COMPARE = "vergelijk de antwoorden met het blad zelf"


def read_pdf(raw: bytes, password: str | None = None, source: str = "") -> Answers:
    """Return the answers in a filled PDF; none, and a note, in a sheet for the pen.

    Raises:
        HomeworkError: the PDF is damaged, protected, changed, or not one of ours.

    """
    with opened_pdf(raw, password) as pdf:
        steps = Steps()
        pages = list(steps.over(tuple(pdf.pages)))
        annotations = [each for page in pages for each in steps.over(page.get("/Annots", ()))]
        found = find_fields(pdf, steps)
        parts = (*pages, *annotations, *_all_of(found, steps))
        if has_program(pdf, parts, steps):
            raise HomeworkError(_HAS_PROGRAM)
        form, notes = attached_form(pdf, steps)
        if form.variant == "schrijven" and not found:
            return answers_of(form, {}, (_FOR_PEN,), source)
        if form.variant == "schrijven":
            raise HomeworkError(f"dit blad is voor de pen, en er zitten toch vakken in; {_CHANGED}")
        if not found:
            raise HomeworkError(_NO_FIELDS)
        fields = _matched(form, found, steps)
        notes = (
            *notes,
            *_extra_notes(found, fields, annotations),
            *_doubts(found, fields, annotations, steps),
            *_damage_notes(pdf, raw),
        )
    filled = {name: field.value for name, field in fields.items()}
    return _with_remarks(answers_of(form, filled, notes, source), fields)


def _all_of(found: dict[str, Place], steps: Steps) -> Iterator[Any]:
    """Yield all fields, those above them, and their buttons."""
    for place in found.values():
        yield from steps.over((place.field, *place.above))
        yield from steps.over(place.field.get("/Kids", ()))


def _matched(form: WorksheetForm, found: dict[str, Place], steps: Steps) -> dict[str, Found]:
    """Return what the fields of a form hold.

    Raises:
        HomeworkError: a field is missing, of another kind, or belongs to another question.

    """
    tips = _tips(form)
    fields: dict[str, Found] = {}
    for name, kind in form.names.items():
        if name not in found:
            raise HomeworkError(f"het vak '{name}' ontbreekt in deze pdf; {_CHANGED}")
        if kind_of(found[name]) != kind:
            raise HomeworkError(f"het vak '{name}' is een ander soort vak geworden; {_CHANGED}")
        field = read_field(name, found[name], kind, steps)
        if field.tip not in (None, tips[name]):
            raise HomeworkError(f"het vak '{name}' hoort bij een andere vraag; {_CHANGED}")
        if field.chosen_tip not in (None, tips.get(f"{name}_{field.value}", field.chosen_tip)):
            raise HomeworkError(f"een keuze in vak '{name}' is een andere geworden; {_CHANGED}")
        fields[name] = field
    return fields


def _tips(form: WorksheetForm) -> dict[str, str]:
    """Return the tooltips of all fields, of the buttons in a group, and of the groups."""
    tips = {}
    for question in form.questions:
        for field in question.fields:
            tips[field.name] = question.tooltip(field)
            if field.group:
                tips[field.group] = question.text
    return tips


def _with_remarks(answers: Answers, fields: dict[str, Found]) -> Answers:
    """Put the remarks on fields at the questions that they are of."""
    if not any(field.remark for field in fields.values()):
        return answers
    return replace(
        answers,
        questions=tuple(
            replace(answered, remarks=(*answered.remarks, *_remarks(answered.question, fields)))
            for answered in answers.questions
        ),
    )


def _remarks(question: FormQuestion, fields: dict[str, Found]) -> Iterator[str]:
    names = dict.fromkeys(field.key for field in question.fields)
    return (fields[name].remark for name in names if fields[name].remark)


_OURS = (Name.Widget, Name.Link, Name.Popup)


def _extra_notes(
    found: dict[str, Place], fields: dict[str, Found], annotations: list[Any]
) -> Iterator[str]:
    """Tell of what was added: other fields, and what was written beside them."""
    if others := len(found) - len(fields):
        what = "zit ook 1 ander vak" if others == 1 else f"zitten ook {others} andere vakken"
        yield f"in de pdf {what}; wat daarin staat is niet gelezen"
    if loose := sum(each.get("/Subtype") not in _OURS for each in annotations):
        what = "staat ook 1 losse aantekening" if loose == 1 else f"staan ook {loose} aantekeningen"
        yield f"er {what} op het blad; lees die in de pdf zelf"


def _doubts(
    found: dict[str, Place], fields: dict[str, Found], annotations: list[Any], steps: Steps
) -> Iterator[str]:
    """Tell of fields of which the PDF does not show, or no longer tells, what they are."""
    if nameless := sum(field.tip is None for field in fields.values()):
        what = "1 vak" if nameless == 1 else f"{nameless} vakken"
        yield f"van {what} staat er niet meer bij welke vraag het hoort; {_COMPARE}"
    on_page = {each.objgen for each in annotations}
    widgets = [
        {each.objgen for each in (*steps.over(field.get("/Kids", ())), field)}
        for field in (found[name].field for name in fields)
    ]
    if hidden := sum(on_page.isdisjoint(each) for each in widgets):
        what = "1 vak is" if hidden == 1 else f"{hidden} vakken zijn"
        yield f"{what} niet op het blad zelf te zien; {_COMPARE}"


def _damage_notes(pdf: pikepdf.Pdf, raw: bytes) -> Iterator[str]:
    """Tell of damage; what follows the end may be half of what was saved last."""
    if pdf.get_warnings() or raw.rpartition(b"%%EOF")[2].strip(b"\0\t\n\r "):
        yield f"de pdf is een beetje beschadigd; {_COMPARE}"

"""What must be true of a worksheet that can be filled in: each check returns what is wrong.

The rules are those of ISO 14289-1 (PDF/UA-1) for forms, those of ISO 32000-1 for fields that any
viewer can fill in, and our own for a page that people can read.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Callable, Iterator

import pikepdf

from coachkit.model.form import WorksheetForm, seal_form
from support.pdf_fields import (
    elements,
    is_button,
    is_embedded,
    kids_of,
    name_of,
    on_states,
    rectangle,
    widgets,
)

Problems = Iterator[str]
Check = Callable[[pikepdf.Pdf], Problems]
FormCheck = Callable[[pikepdf.Pdf, WorksheetForm], Problems]

_RADIO = 1 << 15
_PUSH = 1 << 16
_PRINT, _HIDDEN, _NO_VIEW = 1 << 2, 1 << 1, 1 << 5
_FONT_USE = re.compile(rb"/(\S+)\s+[\d.]+\s+Tf")


def document_is_for_everyone(pdf: pikepdf.Pdf) -> Problems:
    """The whole is tagged, has a language and a title, and says that it is PDF/UA-1."""
    if not pdf.Root.get("/MarkInfo", {}).get("/Marked"):
        yield "it is not tagged"
    if str(pdf.Root.get("/Lang", "")) != "nl":
        yield "it has no language"
    if not pdf.Root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
        yield "the window does not show the title"
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        if not metadata.get("dc:title"):
            yield "it has no title"
        if metadata.get("{http://www.aiim.org/pdfua/ns/id/}part") != "1":
            yield "it does not say that it is PDF/UA-1"


def tab_follows_structure(pdf: pikepdf.Pdf) -> Problems:
    """The tab key goes through the fields in the order of reading (ISO 14289-1, 7.18.3)."""
    for number, page in enumerate(pdf.pages, 1):
        if "/Annots" in page and page.get("/Tabs") != "/S":
            yield f"page {number} has no /Tabs /S"


def fields_are_tagged(pdf: pikepdf.Pdf) -> Problems:
    """Each widget has a Form of its own in the structure, and each Form its widget (7.18.4)."""
    tree = dict(pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree))
    forms = {form.objgen: form for form in elements(pdf) if form.S == "/Form"}
    for _, widget in widgets(pdf):
        name = name_of(widget)
        key = int(widget.get("/StructParent", -1))
        element = tree.get(key)
        if element is None or element.objgen not in forms:
            yield f"{name} has no Form in the structure"
            continue
        del forms[element.objgen]
        kids = kids_of(element)
        if len(kids) != 1:
            yield f"the Form of {name} has {len(kids)} kids"
        objects = [kid for kid in kids if isinstance(kid, pikepdf.Dictionary) and "/Obj" in kid]
        if [kid.Obj.objgen for kid in objects if kid.get("/Type") == "/OBJR"] != [widget.objgen]:
            yield f"the Form of {name} is of another widget"
    for form in forms.values():
        yield f"a Form has no widget: {form.get('/Alt')}"


def fields_are_named(pdf: pikepdf.Pdf) -> Problems:
    """A screen reader says at each field what is asked (7.18.1), and at each button which one."""
    tree = dict(pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree))
    for _, widget in widgets(pdf):
        tip = str(widget.get("/TU", ""))
        if not tip.strip():
            yield f"{name_of(widget)} has no /TU"
        if "/T" not in widget and not str(widget.Parent.get("/TU", "")).strip():
            yield f"the group of {name_of(widget)} has no /TU"
        element = tree.get(int(widget.get("/StructParent", -1)), pikepdf.Dictionary())
        if str(element.get("/Alt", "")) != tip:
            yield f"the Form of {name_of(widget)} has no /Alt that asks the same"


def names_are_plain(pdf: pikepdf.Pdf) -> Problems:
    """Names of fields are unique, and without a dot, which would mean a field in a field."""
    names = [str(field.get("/T", "")) for field in pdf.Root.AcroForm.Fields]
    for name, count in Counter(names).items():
        if not re.fullmatch(r"[a-z0-9_]+", name):
            yield f"'{name}' is no plain name"
        if count > 1:
            yield f"'{name}' is there {count} times"
    for name, count in Counter(name_of(widget) for _, widget in widgets(pdf)).items():
        if count > 1:
            yield f"{count} widgets are called '{name}'"


def fields_are_in_the_form(pdf: pikepdf.Pdf) -> Problems:
    """The fields of the form are the widgets on the pages, and nothing is left of the marks."""
    listed = {
        widget.objgen
        for field in pdf.Root.AcroForm.Fields
        for widget in field.get("/Kids", [field])
    }
    for number, widget in widgets(pdf):
        if widget.objgen not in listed:
            yield f"{name_of(widget)} is not in the form"
        listed.discard(widget.objgen)
        if widget.get("/P", widget).objgen != pdf.pages[number].obj.objgen:
            yield f"{name_of(widget)} says that it is on another page"
        if "/A" in widget or "/AA" in widget or "/Contents" in widget or "/Border" in widget:
            yield f"{name_of(widget)} is still half a link"
        flags = int(widget.get("/F", 0))
        if not flags & _PRINT or flags & (_HIDDEN | _NO_VIEW):
            yield f"{name_of(widget)} does not show, or does not print"
    if listed:
        yield f"{len(listed)} fields of the form are on no page"
    for page in pdf.pages:
        for annotation in page.get("/Annots", ()):
            if "coachkit:" in str(annotation.get("/A", {}).get("/URI", "")):
                yield f"the mark {annotation.A.URI} is still there"


def texts_have_their_own_look(pdf: pikepdf.Pdf) -> Problems:
    """No two text fields share a stream: who fills in one would fill in the other."""
    looks: Counter[tuple[int, int]] = Counter()
    for _, widget in widgets(pdf):
        if is_button(widget):
            continue
        look = widget.get("/AP", {}).get("/N")
        if not isinstance(look, pikepdf.Stream):
            yield f"{name_of(widget)} has no appearance"
            continue
        looks[look.objgen] += 1
        x0, y0, x1, y1 = rectangle(widget)
        box = [float(edge) for edge in look.BBox]
        if max(abs(box[2] - box[0] - (x1 - x0)), abs(box[3] - box[1] - (y1 - y0))) > 0.02:
            yield f"the appearance of {name_of(widget)} has another size"
        if "Tf" not in str(widget.get("/DA", "")):
            yield f"{name_of(widget)} does not say which letters it takes"
    if shared := [look for look, count in looks.items() if count > 1]:
        yield f"{len(shared)} appearances are shared by text fields"


def buttons_have_states(pdf: pikepdf.Pdf) -> Problems:
    """Each button is off or has one name of its own, and its field holds what is chosen."""
    groups: dict[tuple[int, int], pikepdf.Object] = {}
    for _, widget in widgets(pdf):
        if not is_button(widget):
            continue
        on, name = on_states(widget), name_of(widget)
        states = widget.get("/AP", {}).get("/N", {})
        if len(on) != 1 or "/Off" not in states:
            yield f"{name} has the states {sorted(states)}"
        if widget.get("/AS") not in states:
            yield f"{name} is in a state that it does not have: {widget.get('/AS')}"
        field = widget if "/T" in widget else widget.Parent
        if field is widget and widget.get("/V") != widget.get("/AS"):
            yield f"{name} shows {widget.get('/AS')} and holds {widget.get('/V')}"
        if int(field.get("/Ff", 0)) & _PUSH:
            yield f"{name} is a button that holds nothing"
        if field is not widget:
            groups[field.objgen] = field
    for group in groups.values():
        yield from _group_problems(group)


def _group_problems(group: pikepdf.Object) -> Problems:
    if not int(group.get("/Ff", 0)) & _RADIO:
        yield f"{group.T} does not say that it takes one of its buttons"
    options = [state for kid in group.Kids for state in on_states(kid)]
    if len(set(options)) < len(group.Kids):
        yield f"two buttons of {group.T} mean the same"
    shown = [str(kid.AS) for kid in group.Kids if kid.get("/AS", "/Off") != "/Off"]
    held = str(group.get("/V", "/Off"))
    if shown != ([] if held == "/Off" else [held]):
        yield f"{group.T} shows {shown} and holds {held}"


def fonts_are_embedded(pdf: pikepdf.Pdf) -> Problems:
    """Appearances use only fonts that are in the file, and name the font that they use."""
    for _, widget in widgets(pdf):
        looks = widget.get("/AP", {}).get("/N", {})
        streams = [looks] if isinstance(looks, pikepdf.Stream) else list(dict(looks).values())
        for look in streams:
            fonts = look.get("/Resources", {}).get("/Font", {})
            for used in set(_FONT_USE.findall(look.read_bytes())):
                font = fonts.get(f"/{used.decode()}")
                if font is None:
                    yield f"{name_of(widget)} uses the font {used.decode()}, which it does not have"
                elif not is_embedded(font):
                    yield f"{name_of(widget)} uses {font.BaseFont}, which is not in the file"


def fields_are_on_the_page(pdf: pikepdf.Pdf) -> Problems:
    """Each field is inside the page, and large enough to click."""
    for number, widget in widgets(pdf):
        left, bottom, right, top = (float(edge) for edge in pdf.pages[number].mediabox)
        x0, y0, x1, y1 = rectangle(widget)
        if not (left <= x0 < x1 <= right and bottom <= y0 < y1 <= top):
            yield f"{name_of(widget)} is outside page {number + 1}"
        if min(x1 - x0, y1 - y0) < 12:
            yield f"{name_of(widget)} is too small: {x1 - x0:.0f} x {y1 - y0:.0f}"


def fields_do_not_overlap(pdf: pikepdf.Pdf) -> Problems:
    """No field lies over another."""
    for (page, one), (other_page, other) in itertools.combinations(widgets(pdf), 2):
        if page != other_page:
            continue
        a, b = rectangle(one), rectangle(other)
        if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]:
            yield f"{name_of(one)} and {name_of(other)} overlap"


CHECKS: tuple[Check, ...] = (
    document_is_for_everyone,
    tab_follows_structure,
    fields_are_tagged,
    fields_are_named,
    names_are_plain,
    fields_are_in_the_form,
    texts_have_their_own_look,
    buttons_have_states,
    fonts_are_embedded,
    fields_are_on_the_page,
    fields_do_not_overlap,
)


def fields_follow_the_questions(pdf: pikepdf.Pdf, form: WorksheetForm) -> Problems:
    """Order on the page, order of reading and order of the questions are one."""
    asked = [field.name for question in form.questions for field in question.fields]
    placed = [name_of(widget) for _, widget in widgets(pdf)]
    if placed != asked:
        yield f"on the pages the fields are {_first_difference(placed, asked)}"
    read = [
        name_of(kid.Obj)
        for element in elements(pdf)
        if element.S == "/Form"
        for kid in kids_of(element)
        if isinstance(kid, pikepdf.Dictionary) and "/Obj" in kid
    ]
    if read != asked:
        yield f"read aloud the fields are {_first_difference(read, asked)}"


def _first_difference(found: list[str], asked: list[str]) -> str:
    for one, other in itertools.zip_longest(found, asked):
        if one != other:
            return f"not in the order of the questions: {one}, where {other} is asked"
    return "right"


def form_is_attached(pdf: pikepdf.Pdf, form: WorksheetForm) -> Problems:
    """The form is in the PDF, whole and byte for byte, and belongs to the whole document."""
    if list(pdf.attachments) != ["coachkit.json"]:
        yield f"attached are {list(pdf.attachments)}"
        return
    attached = pdf.attachments["coachkit.json"]
    file = attached.get_file()
    if file.read_bytes() != seal_form(form):
        yield "another form is attached"
    if file.mime_type != "application/json":
        yield f"it says that the form is {file.mime_type}"
    if attached.obj.get("/AFRelationship") != "/Data":
        yield "it does not say what the form is for"
    if attached.obj.objgen not in [each.objgen for each in pdf.Root.get("/AF", ())]:
        yield "the form belongs to nothing"


FORM_CHECKS: tuple[FormCheck, ...] = (fields_follow_the_questions, form_is_attached)


def problems(pdf: pikepdf.Pdf, form: WorksheetForm) -> list[str]:
    """Return what is wrong by any check."""
    found = [problem for check in CHECKS for problem in check(pdf)]
    return found + [problem for check in FORM_CHECKS for problem in check(pdf, form)]

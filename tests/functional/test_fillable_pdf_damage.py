"""Each check of the PDF to fill in reports on a damaged file: one damage, and what it must say."""

from __future__ import annotations

import io
from collections.abc import Callable

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from coachkit.export.form import build_form
from coachkit.model import Block, Worksheet
from coachkit.model.form import WorksheetForm
from support import pdf_checks
from support.pdf_checks import CHECKS, FORM_CHECKS, problems
from support.pdf_fields import widgets

Damage = Callable[[Pdf], None]
ATTACHED = "coachkit.json"


@pytest.fixture(scope="module")
def sheet(sheet_with: Callable[..., Worksheet], question: Callable[..., Block]) -> Worksheet:
    """A sheet with two texts, eleven buttons of one group, and two check boxes."""
    return sheet_with(
        question("a"),
        question("b"),
        question("c", soort="schaal", laag="licht", hoog="zwaar"),
        question("d", soort="aankruisen", opties=["Rust", "Ruimte"], anders=False),
    )


@pytest.fixture(scope="module")
def form(sheet: Worksheet) -> WorksheetForm:
    return build_form(sheet, "invullen")


@pytest.fixture(scope="module")
def good(sheet: Worksheet, exported: Callable[..., tuple[bytes, tuple[str, ...]]]) -> bytes:
    return exported(sheet, "pdf")[0]


A, B, FIRST_BUTTON, SECOND_BUTTON, FIRST_BOX = 0, 1, 2, 3, 13


def widget(pdf: Pdf, number: int) -> pikepdf.Object:
    return list(widgets(pdf))[number][1]


def element(pdf: Pdf, number: int) -> pikepdf.Object:
    tree = pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)
    return tree[int(widget(pdf, number).StructParent)]


def group(pdf: Pdf) -> pikepdf.Object:
    return widget(pdf, FIRST_BUTTON).Parent


def take(pdf: Pdf, number: int, key: str) -> None:
    del widget(pdf, number)[key]


def put(pdf: Pdf, number: int, key: str, value: object) -> None:
    widget(pdf, number)[key] = value


def with_metadata(pdf: Pdf, key: str) -> None:
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        del metadata[key]


def swap(array: pikepdf.Object, one: int, other: int) -> None:
    kept = list(array)
    kept[one], kept[other] = kept[other], kept[one]
    for i, each in enumerate(kept):
        array[i] = each


def swap_elements(pdf: Pdf) -> None:
    one, other = element(pdf, FIRST_BUTTON), element(pdf, SECOND_BUTTON)
    assert one.P.objgen == other.P.objgen
    kids = [kid.objgen for kid in one.P.K]
    swap(one.P.K, kids.index(one.objgen), kids.index(other.objgen))


def other_program(pdf: Pdf) -> None:
    look = widget(pdf, FIRST_BOX).AP.N["/Ja"]
    look.Resources = Dictionary(Font=Dictionary(ZaDb=pdf.Root.AcroForm.DR.Font.ZaDb))
    look.write(b"BT /ZaDb 9 Tf (4) Tj ET")


def nameless_font(pdf: Pdf) -> None:
    widget(pdf, FIRST_BOX).AP.N["/Ja"].write(b"BT /Zoek 9 Tf (4) Tj ET")


def font_outside(pdf: Pdf) -> None:
    del pdf.Root.AcroForm.DR.Font.Wingdings.FontDescriptor["/FontFile2"]


def leave_a_mark(pdf: Pdf) -> None:
    mark = Dictionary(S=Name.URI, URI=String("coachkit:v9"))
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], A=mark)
    pdf.pages[0].Annots.append(pdf.make_indirect(link))


def attach_another(pdf: Pdf) -> None:
    attached = pdf.attachments[ATTACHED].get_file().obj
    attached.write(b"{}")


def detach(pdf: Pdf) -> None:
    del pdf.attachments[ATTACHED]


DAMAGES: list[tuple[str, str, Damage]] = [
    ("document_is_for_everyone", "not tagged", lambda p: p.Root.__delitem__("/MarkInfo")),
    ("document_is_for_everyone", "no language", lambda p: p.Root.__delitem__("/Lang")),
    ("document_is_for_everyone", "not show the title",
     lambda p: p.Root.ViewerPreferences.__delitem__("/DisplayDocTitle")),
    ("document_is_for_everyone", "no title", lambda p: with_metadata(p, "dc:title")),
    ("document_is_for_everyone", "PDF/UA-1",
     lambda p: with_metadata(p, "{http://www.aiim.org/pdfua/ns/id/}part")),
    ("tab_follows_structure", "/Tabs", lambda p: p.pages[0].__delitem__("/Tabs")),
    ("tab_follows_structure", "/Tabs", lambda p: p.pages[0].__setitem__("/Tabs", Name.R)),
    ("fields_are_tagged", "v1 has no Form", lambda p: take(p, A, "/StructParent")),
    ("fields_are_tagged", "v1 has no Form", lambda p: element(p, A).__setitem__("/S", Name.Link)),
    ("fields_are_tagged", "v1 has no Form", lambda p: element(p, A).P.__setitem__("/K", Array())),
    ("fields_are_tagged", "2 kids", lambda p: element(p, A).K.append(0)),
    ("fields_are_tagged", "another widget",
     lambda p: element(p, A).K[0].__setitem__("/Obj", widget(p, B))),
    ("fields_are_tagged", "another widget", lambda p: element(p, A).K[0].__delitem__("/Type")),
    ("fields_are_tagged", "a Form has no widget", lambda p: p.pages[0].Annots.__delitem__(A)),
    ("fields_are_named", "v1 has no /TU", lambda p: take(p, A, "/TU")),
    ("fields_are_named", "v3_0 has no /TU", lambda p: take(p, FIRST_BUTTON, "/TU")),
    ("fields_are_named", "group of v3_0 has no /TU", lambda p: group(p).__delitem__("/TU")),
    ("fields_are_named", "no /Alt", lambda p: element(p, A).__delitem__("/Alt")),
    ("fields_are_named", "no /Alt", lambda p: element(p, A).__setitem__("/Alt", String("Iets"))),
    ("names_are_plain", "no plain name", lambda p: put(p, A, "/T", String("v1.a"))),
    ("names_are_plain", "2 times", lambda p: put(p, B, "/T", String("v1"))),
    ("fields_are_in_the_form", "v1 is not in the form",
     lambda p: p.Root.AcroForm.Fields.__delitem__(0)),
    ("fields_are_in_the_form", "on no page", lambda p: p.pages[0].Annots.__delitem__(A)),
    ("fields_are_in_the_form", "another page", lambda p: put(p, A, "/P", p.Root.AcroForm)),
    ("fields_are_in_the_form", "half a link", lambda p: put(p, A, "/Contents", String("link"))),
    ("fields_are_in_the_form", "does not print", lambda p: put(p, A, "/F", 0)),
    ("fields_are_in_the_form", "does not show", lambda p: put(p, A, "/F", 6)),
    ("fields_are_in_the_form", "still there", leave_a_mark),
    ("texts_have_their_own_look", "shared", lambda p: put(p, A, "/AP", widget(p, B).AP)),
    ("texts_have_their_own_look", "no appearance", lambda p: take(p, A, "/AP")),
    ("texts_have_their_own_look", "another size",
     lambda p: widget(p, A).AP.N.__setitem__("/BBox", Array([0, 0, 9, 9]))),
    ("texts_have_their_own_look", "letters", lambda p: take(p, A, "/DA")),
    ("buttons_have_states", "has the states",
     lambda p: widget(p, FIRST_BOX).AP.N.__delitem__("/Off")),
    ("buttons_have_states", "does not have", lambda p: put(p, FIRST_BOX, "/AS", Name.Yes)),
    ("buttons_have_states", "and holds", lambda p: put(p, FIRST_BOX, "/AS", Name.Ja)),
    ("buttons_have_states", "v3 shows", lambda p: put(p, FIRST_BUTTON, "/AS", Name("/0"))),
    ("buttons_have_states", "v3 shows", lambda p: group(p).__setitem__("/V", Name("/5"))),
    ("buttons_have_states", "holds nothing", lambda p: put(p, FIRST_BOX, "/Ff", 1 << 16)),
    ("buttons_have_states", "takes one", lambda p: group(p).__delitem__("/Ff")),
    ("buttons_have_states", "mean the same",
     lambda p: put(p, FIRST_BUTTON, "/AP", widget(p, SECOND_BUTTON).AP)),
    ("fonts_are_embedded", "not in the file", other_program),
    ("fonts_are_embedded", "not in the file", font_outside),
    ("fonts_are_embedded", "does not have", nameless_font),
    ("fields_are_on_the_page", "outside", lambda p: put(p, A, "/Rect", Array([50, -5, 90, 90]))),
    ("fields_are_on_the_page", "outside", lambda p: put(p, A, "/Rect", Array([90, 50, 50, 90]))),
    ("fields_are_on_the_page", "too small", lambda p: put(p, A, "/Rect", Array([50, 50, 90, 55]))),
    ("fields_do_not_overlap", "v1 and v2", lambda p: put(p, A, "/Rect", widget(p, B).Rect)),
    ("fields_follow_the_questions", "on the pages", lambda p: swap(p.pages[0].Annots, A, B)),
    ("fields_follow_the_questions", "read aloud", swap_elements),
    ("form_is_attached", "attached are []", detach),
    ("form_is_attached", "another form", attach_another),
    ("form_is_attached", "text/plain", lambda p: p.attachments[ATTACHED].get_file().obj.__setitem__(
        "/Subtype", Name("/text/plain"))),
    ("form_is_attached", "what the form is for",
     lambda p: p.attachments[ATTACHED].obj.__delitem__("/AFRelationship")),
    ("form_is_attached", "belongs to nothing", lambda p: p.Root.__delitem__("/AF")),
]  # fmt: skip


def saved(pdf: Pdf) -> io.BytesIO:
    buffer = io.BytesIO()
    pdf.save(buffer)
    return buffer


def test_the_good_file_is_good(good: bytes, form: WorksheetForm) -> None:
    with pikepdf.open(io.BytesIO(good)) as pdf:
        copy = saved(pdf)
    with pikepdf.open(copy) as pdf:
        assert problems(pdf, form) == []


@pytest.mark.filterwarnings("ignore:This document has 1 form widget")
@pytest.mark.parametrize(
    ("check", "told", "damage"),
    DAMAGES,
    ids=[f"{i}-{told}" for i, (_, told, _) in enumerate(DAMAGES)],
)
def test_damage_is_told(
    good: bytes, form: WorksheetForm, check: str, told: str, damage: Damage
) -> None:
    with pikepdf.open(io.BytesIO(good)) as pdf:
        damage(pdf)
        damaged = saved(pdf)
    with pikepdf.open(damaged) as pdf:
        function = getattr(pdf_checks, check)
        found = list(function(pdf, form) if function in FORM_CHECKS else function(pdf))
    assert any(told in problem for problem in found), found


def test_every_check_has_a_damage() -> None:
    checks = {check.__name__ for check in (*CHECKS, *FORM_CHECKS)}
    assert checks == {check for check, _, _ in DAMAGES}

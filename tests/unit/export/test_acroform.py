"""Marked boxes become fields, one for one; what is not as the form says is an error."""

from __future__ import annotations

import io
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pikepdf
import pytest

from coachkit.errors import ExportError
from coachkit.export.acroform import add_form
from coachkit.export.compiler import compile_pdf
from coachkit.model.form import FormQuestion, WorksheetForm

HEAD = '#set document(title: "Proef")\n#set text(lang: "nl")\n'
SCALE = {"soort": "schaal", "laag": "licht", "hoog": "zwaar"}


def page(*boxes: tuple[str, float], more: str = "") -> bytes:
    """Make a PDF with a marked box for each name and height in points."""
    marks = [
        f'#link("coachkit:{name}", box(width: 90pt, height: {high}pt))\n' for name, high in boxes
    ]
    return compile_pdf({"main.typ": (HEAD + more + "".join(marks)).encode()})[0]


def form_of(*kinds: object, variant: str = "invullen") -> WorksheetForm:
    """Make a form with a question for each kind of answer."""
    asked = [
        FormQuestion.model_validate(
            {"field": f"v{i}", "id": f"q{i}", "text": f"Vraag {i}?", "answer": kind}
        )
        for i, kind in enumerate(kinds or [{"soort": "open"}], 1)
    ]
    return WorksheetForm(worksheet="proef", title="Proef", variant=variant, questions=tuple(asked))


@contextmanager
def opened(pdf: bytes) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        yield document


def test_a_box_becomes_a_field() -> None:
    with opened(add_form(page(("v1", 20)), form_of())) as pdf:
        (widget,) = pdf.pages[0].Annots
        assert (widget.Subtype, widget.FT, widget.T) == ("/Widget", "/Tx", "v1")
        assert (widget.TU, widget.V) == ("Vraag 1?", "")
        assert [field.T for field in pdf.Root.AcroForm.Fields] == ["v1"]


def test_a_box_that_no_question_asks_for_is_an_error() -> None:
    with pytest.raises(ExportError, match="'v9' staat dubbel of te veel"):
        add_form(page(("v1", 20), ("v9", 20)), form_of())


def test_a_box_that_is_there_twice_is_an_error() -> None:
    with pytest.raises(ExportError, match="'v1' staat dubbel of te veel"):
        add_form(page(("v1", 20), ("v1", 20)), form_of())


def test_a_field_without_a_box_is_an_error() -> None:
    with pytest.raises(ExportError, match="'v2' ontbreekt"):
        add_form(page(("v1", 20)), form_of({"soort": "open"}, {"soort": "open"}))


def test_a_plain_link_stays_a_link() -> None:
    link = '#link("https://linde.example")[De Linde]\n\n'
    with opened(add_form(page(("v1", 20), more=link), form_of())) as pdf:
        kinds = [annotation.Subtype for annotation in pdf.pages[0].Annots]
        assert kinds == ["/Link", "/Widget"]
        assert pdf.pages[0].Annots[0].A.URI == "https://linde.example"


def test_without_questions_the_pdf_stays_as_it_is() -> None:
    plain = page()
    assert add_form(plain, WorksheetForm(worksheet="proef", title="Proef")) is plain


def test_a_sheet_for_a_pen_gets_what_is_attached_alone() -> None:
    with opened(add_form(page(), form_of(variant="schrijven"))) as pdf:
        assert list(pdf.attachments) == ["coachkit.json"]
        assert "/AcroForm" not in pdf.Root


@pytest.mark.parametrize(
    ("large", "height", "lines"),
    [
        (False, 20, 1),
        (False, 33.7, 1),
        (False, 34, 2),
        (False, 70.9, 4),
        (True, 43.7, 1),
        (True, 44, 2),
    ],
)
def test_a_high_box_takes_whole_lines(*, large: bool, height: float, lines: int) -> None:
    size = 16 if large else 12
    with opened(add_form(page(("v1", height)), form_of(), large=large)) as pdf:
        (widget,) = pdf.pages[0].Annots
        x0, y0, x1, y1 = (float(edge) for edge in widget.Rect)
        assert bool(int(widget.get("/Ff", 0)) & 1 << 12) == (lines > 1)
        assert str(widget.DA).startswith(f"/Wingdings {size} Tf")
        assert x1 - x0 == pytest.approx(90 - 2 * 4)
        if lines > 1:
            assert y1 - y0 == pytest.approx(lines * 1.26 * size + 2)
        else:
            assert y1 - y0 == pytest.approx(height - 3)


def test_buttons_of_one_question_are_one_group() -> None:
    boxes = [(f"v1_{i}", 25) for i in range(11)]
    with opened(add_form(page(*boxes), form_of(SCALE))) as pdf:
        (group,) = pdf.Root.AcroForm.Fields
        assert (group.T, group.TU, group.V, group.Ff) == ("v1", "Vraag 1?", "/Off", 1 << 15)
        assert [kid.TU for kid in group.Kids][::5] == [
            "Vraag 1? 0, licht",
            "Vraag 1? 5",
            "Vraag 1? 10, zwaar",
        ]
        states = [set(kid.AP.N.keys()) for kid in group.Kids]
        assert states == [{f"/{i}", "/Off"} for i in range(11)]
        assert b"(7) Tj" in group.Kids[7].AP.N["/7"].read_bytes()
        assert group.Kids[7].AP.N["/Off"].read_bytes() == b"q Q"


def test_a_choice_has_dots_and_a_check_box_a_tick() -> None:
    choice = {"soort": "keuze", "opties": ["a", "b"], "anders": False}
    boxes = {**choice, "soort": "aankruisen"}
    marks = [(f"v{q}_{i}", 18) for q in (1, 2) for i in (0, 1)]
    with opened(add_form(page(*marks), form_of(choice, boxes))) as pdf:
        group, first, second = pdf.Root.AcroForm.Fields
        assert b"Tj" not in group.Kids[0].AP.N["/0"].read_bytes()
        assert (first.T, first.V, first.AS) == ("v2_0", "/Off", "/Off")
        assert set(second.AP.N.keys()) == {"/Ja", "/Off"}
        assert int(first.get("/Ff", 0)) == 0


def test_it_is_the_same_at_any_time() -> None:
    plain, form = page(("v1", 20)), form_of()
    first = add_form(plain, form)
    time.sleep(1.1)  # a PDF counts time in seconds
    assert add_form(plain, form) == first

"""Reading a PDF: its fields must be those of the form in it."""

from __future__ import annotations

import io
from collections.abc import Callable

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from coachkit.errors import HomeworkError
from coachkit.export.form import build_form
from coachkit.homework.opened import opened_pdf
from coachkit.homework.pdf import read_pdf
from coachkit.model import Block, Worksheet
from coachkit.model.form import WorksheetForm, seal_form


@pytest.fixture
def form(sheet_with: Callable[..., Worksheet], question: Callable[..., Block]) -> WorksheetForm:
    return build_form(sheet_with(question("a"), question("b", "En nu?")), "invullen")


def _pdf(form: WorksheetForm, **texts: str) -> bytes:
    """Return a PDF of a page without anything on it, with fields for open questions."""
    pdf, buffer = pikepdf.new(), io.BytesIO()
    pdf.add_blank_page()
    fields = [
        Dictionary(FT=Name.Tx, T=String(name), V=String(text)) for name, text in texts.items()
    ]
    pdf.Root.AcroForm = Dictionary(Fields=Array([pdf.make_indirect(each) for each in fields]))
    attached = pikepdf.AttachedFileSpec(pdf, seal_form(form), filename="coachkit.json")
    pdf.attachments["coachkit.json"] = attached
    pdf.save(buffer)
    return buffer.getvalue()


def test_answers_come_back_by_question(form: WorksheetForm) -> None:
    answers = read_pdf(_pdf(form, v1="Rust", v2=" "), source="sanne.pdf")
    assert (answers["a"], answers["b"], answers.source) == ("Rust", None, "sanne.pdf")
    assert answers.form == form
    assert [answered.is_empty for answered in answers.questions] == [False, True]


def test_fields_must_match_the_form(form: WorksheetForm) -> None:
    with pytest.raises(HomeworkError, match="'v2' ontbreekt"):
        read_pdf(_pdf(form, v1="Rust"))


def test_a_sheet_for_the_pen_tells_its_form(form: WorksheetForm) -> None:
    pen = form.model_copy(update={"variant": "schrijven"})
    found = read_pdf(_pdf(pen))
    assert (found.form, found.is_empty) == (pen, True)
    assert "voor de pen" in found.notes[0]


@pytest.mark.parametrize("error", [KeyError("x"), MemoryError(), RecursionError(), ValueError()])
def test_what_goes_wrong_in_a_pdf_is_one_error(form: WorksheetForm, error: Exception) -> None:
    told = "veel meer dan" if isinstance(error, MemoryError) else "kapot"
    with pytest.raises(HomeworkError, match=told), opened_pdf(_pdf(form), None):
        raise error

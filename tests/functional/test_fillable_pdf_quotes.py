"""Quotes and dashes, as phones and Macs type them, show in a field filled in through PDFium."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pikepdf

from coachkit.export.appearance import FONT_NAME
from coachkit.homework.read import read_answers
from coachkit.model import Block, Worksheet
from coachkit.session import save_worksheet
from support.pdfium import type_into

TYPED = "‘enkel’ “dubbel” „laag” – — … € é ë"


def test_quotes_are_drawn_in_the_font_of_the_form(
    sheet_with: Callable[..., Worksheet], question: Callable[..., Block], tmp_path: Path
) -> None:
    (empty,) = save_worksheet(sheet_with(question("a")), tmp_path, ("pdf",))
    filled = tmp_path / "ingevuld.pdf"
    type_into(empty, filled, {"v1": TYPED})
    with pikepdf.open(filled) as pdf:
        (field,) = pdf.Root.AcroForm.Fields
        fonts = set(field.AP.N.Resources.Font.keys())
        assert f"/{FONT_NAME}" in fonts
        assert "/_86" not in fonts, "what PDFium calls its own font for Chinese"
    assert read_answers(filled)["a"] == TYPED

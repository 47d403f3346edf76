"""Fill in a PDF as a person does in Chromium: click a field and type, through PDFium's forms."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Mapping
from pathlib import Path

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

from support.pdf_fields import name_of, rectangle, widgets

Place = tuple[int, float, float]


def type_into(source: Path, target: Path, typed: Mapping[str, str | bool]) -> None:
    """Click and type in the fields of a PDF, and save it.

    Args:
        source: the empty PDF.
        target: where to save it.
        typed: name of a field -> its text, ``True`` for a check box, or for a group of buttons the
            name of the one to choose.

    """
    places = dict(_places(source))
    document = pypdfium2.PdfDocument(source)
    document.init_forms()
    environment = document.formenv
    pages = [document[i] for i in range(len(document))]
    for name, value in typed.items():
        if value in ("", False):
            continue
        number, x, y = places[f"{name}_{value}" if f"{name}_{value}" in places else name]
        page = pages[number]
        pdfium.FORM_OnMouseMove(environment, page, 0, x, y)
        pdfium.FORM_OnLButtonDown(environment, page, 0, x, y)
        pdfium.FORM_OnLButtonUp(environment, page, 0, x, y)
        if isinstance(value, str) and f"{name}_{value}" not in places:
            letters = (value + "\0").encode("utf-16-le")
            buffer = (ctypes.c_ushort * (len(letters) // 2)).from_buffer_copy(letters)
            pdfium.FORM_ReplaceSelection(environment, page, buffer)
        pdfium.FORM_ForceToKillFocus(environment)
    document.save(target)
    for page in pages:
        page.close()
    document.close()


def _places(path: Path) -> Iterator[tuple[str, Place]]:
    """Yield the middle of every widget, by the name of its field; a button has its option added."""
    with pikepdf.open(path) as pdf:
        for number, widget in widgets(pdf):
            x0, y0, x1, y1 = rectangle(widget)
            yield name_of(widget), (number, (x0 + x1) / 2, (y0 + y1) / 2)

"""The pages of a worksheet as pictures in a notebook."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable

import coachkit as ck
from coachkit.export.preview import Preview, preview
from coachkit.model import Block, BlockKind, Worksheet


def test_each_page_is_an_svg(
    sheet_with: Callable[..., Worksheet], question: Callable[..., Block]
) -> None:
    blocks = [question(f"q{i}", soort="tekenvak", hoogte=150) for i in range(3)]
    shown = preview(sheet_with(*blocks))
    assert len(shown.pages) == 3
    assert all(page.lstrip().startswith("<svg") for page in shown.pages)
    assert shown.title == "Proef"


def test_large_print_takes_more_room(
    sheet_with: Callable[..., Worksheet], question: Callable[..., Block]
) -> None:
    sheet = sheet_with(*(question(f"q{i}", regels=5, soort="open") for i in range(7)))
    pen = preview(sheet, variant="schrijven")
    assert len(preview(sheet, variant="schrijven", large=True).pages) > len(pen.pages)
    assert pen.pages != preview(sheet).pages


def test_what_was_replaced_is_told(sheet_with: Callable[..., Worksheet]) -> None:
    sheet = sheet_with(Block(kind=BlockKind.TEXT, text="😀"))
    assert "U+1F600" in preview(sheet).notes[0]
    assert preview(sheet_with()).notes == ()


def test_a_notebook_shows_pictures_that_can_run_nothing() -> None:
    html = Preview(("<svg><script>a</script></svg>", "<svg/>"), "Proef")._repr_html_()
    assert html.count("<img ") == 2
    assert "<script" not in html
    assert 'alt="Bladzijde 2 van 2"' in html
    data = re.findall(r"base64,([^\"]+)", html)
    assert base64.b64decode(data[1]) == b"<svg/>"


def test_the_package_offers_it() -> None:
    assert ck.preview is preview

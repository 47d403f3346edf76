"""The font of what clients type: a small program that has all letters of WinAnsi."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator

import pikepdf
import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from coachkit.export.fonts import regular_font
from coachkit.export.form_font import FIRST, LAST, FormFont, embed_form_font, form_font

UNUSED = {0x7F, 0x81, 0x8D, 0x8F, 0x90, 0x9D}
CODES = [code for code in range(FIRST, LAST + 1) if code not in UNUSED]


@pytest.fixture(scope="module")
def font() -> FormFont:
    return form_font()


@pytest.fixture(scope="module")
def program(font: FormFont) -> Iterator[TTFont]:
    with TTFont(io.BytesIO(zlib.decompress(font.data))) as loaded:
        yield loaded


@pytest.fixture(scope="module")
def whole() -> Iterator[TTFont]:
    with TTFont(regular_font()) as loaded:
        yield loaded


@pytest.mark.parametrize("code", CODES)
def test_every_letter_is_there_as_wide_as_in_the_whole_font(
    font: FormFont, program: TTFont, whole: TTFont, code: int
) -> None:
    letter = bytes([code]).decode("cp1252")
    width = whole["hmtx"][whole.getBestCmap()[ord(letter)]][0] * 1000 / whole["head"].unitsPerEm
    assert font.widths[code - FIRST] == round(width)
    assert program["hmtx"][program.getBestCmap()[ord(letter)]][0] == width
    assert (
        letter.isspace()
        or code == 0xAD
        or program["glyf"][program.getBestCmap()[ord(letter)]].numberOfContours
    )


def test_a_code_without_a_letter_is_as_wide_as_the_bullet_it_shows(font: FormFont) -> None:
    assert len(font.widths) == LAST - FIRST + 1
    bullet = font.widths["•".encode("cp1252")[0] - FIRST]
    assert {font.widths[code - FIRST] for code in UNUSED} == {bullet}


def test_viewers_find_letters_by_the_table_that_they_look_for(program: TTFont) -> None:
    assert (3, 1) in {(table.platformID, table.platEncID) for table in program["cmap"].tables}


def test_the_program_is_small_and_says_how_long_it_is(font: FormFont) -> None:
    assert font.length == len(zlib.decompress(font.data))
    assert len(font.data) < 20_000


def test_its_measures_are_those_of_the_whole_font(font: FormFont, whole: TTFont) -> None:
    assert (font.ascent, font.descent) == (whole["hhea"].ascent, whole["hhea"].descent)
    assert font.cap_height == whole["OS/2"].sCapHeight == 660
    assert font.box[0] < 0 < font.box[2]


def test_a_text_is_as_wide_as_its_letters(font: FormFont) -> None:
    assert font.width("") == 0
    assert font.width("10") == pytest.approx(2 * 0.497)
    assert font.width("€ é") == pytest.approx(sum(map(font.width, "€ é")))


def test_it_is_made_once_and_always_the_same(
    font: FormFont, program: TTFont, whole: TTFont
) -> None:
    assert form_font() is font
    assert program["head"].modified == whole["head"].modified
    assert form_font.__wrapped__() == font


def test_in_a_pdf_it_is_a_simple_font_with_its_program(font: FormFont) -> None:
    with pikepdf.new() as pdf:
        made = embed_form_font(pdf)
        descriptor = made.FontDescriptor
        assert made.is_indirect
        assert (made.Subtype, made.Encoding) == ("/TrueType", "/WinAnsiEncoding")
        assert made.BaseFont == descriptor.FontName
        assert [int(width) for width in made.Widths] == list(font.widths)
        assert made.LastChar - made.FirstChar + 1 == len(made.Widths)
        assert descriptor.FontFile2.read_bytes() == zlib.decompress(font.data)
        assert descriptor.FontFile2.Length1 == font.length
        assert descriptor.Flags == 32

"""The font of what people type in form fields: Source Sans Pro, with the letters of WinAnsi.

A viewer draws typed text by itself, letter by letter, from a simple font that it finds in the PDF.
Letters that such a font cannot have are kept in the answer, but a viewer may not show them.
"""

from __future__ import annotations

import io
import zlib
from dataclasses import dataclass
from functools import cache

import pikepdf
from pikepdf import Array, Dictionary, Name

from coachkit.export.fonts import regular_font

FIRST, LAST = 32, 255
_UNUSED = (0x7F, 0x81, 0x8D, 0x8F, 0x90, 0x9D)
"""Codes without a letter of their own: all show a bullet (ISO 32000-1, D.2, note 3)."""
_POSTSCRIPT_NAME = "/CKFORM+SourceSansPro-Regular"
_NONSYMBOLIC = 1 << 5
_STEM_WIDTH = 84
"""Of the vertical strokes, in thousandths of the size; viewers use it only to make a substitute."""


@dataclass(frozen=True, slots=True)
class FormFont:
    """A TrueType subset, and its measures in thousandths of the size.

    ``data`` is compressed already: it is the same in every PDF.
    """

    data: bytes
    length: int
    widths: tuple[int, ...]
    box: tuple[int, int, int, int]
    ascent: int
    descent: int
    cap_height: int

    def width(self, text: str) -> float:
        """Return how wide a text is, in times the size."""
        return sum(self.widths[byte - FIRST] for byte in text.encode("cp1252")) / 1000


@cache
def form_font() -> FormFont:
    """Return the font, made once a process."""
    from fontTools import subset  # type: ignore[import-untyped]  # noqa: PLC0415  # slow to import

    letters = [_letter(code) for code in range(FIRST, LAST + 1)]
    options = subset.Options(
        layout_features=[],
        hinting=False,
        name_IDs=[1, 2, 6],
        notdef_outline=True,
        glyph_names=False,
        recalc_timestamp=False,
    )
    font = subset.load_font(str(regular_font()), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[ord(letter) for letter in letters])
    subsetter.subset(font)
    scale = 1000 / font["head"].unitsPerEm
    glyphs, metrics = font.getBestCmap(), font["hmtx"]
    head, line = font["head"], font["hhea"]
    buffer = io.BytesIO()
    font.save(buffer)
    measured = FormFont(
        data=zlib.compress(buffer.getvalue(), 9),
        length=len(buffer.getvalue()),
        widths=tuple(
            round(metrics[glyphs[ord(letter)]][0] * scale) if ord(letter) in glyphs else 0
            for letter in letters
        ),
        box=tuple(round(n * scale) for n in (head.xMin, head.yMin, head.xMax, head.yMax)),
        ascent=round(line.ascent * scale),
        descent=round(line.descent * scale),
        cap_height=round(font["OS/2"].sCapHeight * scale),
    )
    font.close()
    return measured


def _letter(code: int) -> str:
    return "•" if code in _UNUSED else bytes([code]).decode("cp1252")


def embed_form_font(pdf: pikepdf.Pdf) -> pikepdf.Object:
    """Put the font in a PDF, and return it as the font of a resource dictionary."""
    font = form_font()
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=Name(_POSTSCRIPT_NAME),
        Flags=_NONSYMBOLIC,
        FontBBox=Array(font.box),
        ItalicAngle=0,
        Ascent=font.ascent,
        Descent=font.descent,
        CapHeight=font.cap_height,
        StemV=_STEM_WIDTH,
        FontFile2=pdf.make_stream(font.data, Length1=font.length, Filter=Name.FlateDecode),
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.TrueType,
            BaseFont=Name(_POSTSCRIPT_NAME),
            FirstChar=FIRST,
            LastChar=LAST,
            Widths=Array(font.widths),
            FontDescriptor=pdf.make_indirect(descriptor),
            Encoding=Name.WinAnsiEncoding,
        )
    )

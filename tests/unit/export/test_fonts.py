"""The font is there."""

from __future__ import annotations

from coachkit.export.fonts import font_folder, regular_font


def test_the_font_is_a_truetype_file() -> None:
    assert regular_font().read_bytes()[:4] == b"\x00\x01\x00\x00"


def test_the_folder_has_the_weights_that_the_house_style_uses() -> None:
    names = {path.name for path in font_folder().iterdir()}
    wanted = {f"SourceSansPro-{weight}.ttf" for weight in ("Regular", "Semibold", "Bold", "It")}
    assert wanted <= names

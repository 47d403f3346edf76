"""Where the font of the worksheets is."""

from __future__ import annotations

from pathlib import Path

import font_source_sans_pro  # type: ignore[import-untyped]


def font_folder() -> Path:
    """Return the folder with the TrueType files of Source Sans Pro."""
    return Path(str(font_source_sans_pro.font_directory))


def regular_font() -> Path:
    """Return the file of the regular weight."""
    return font_folder() / "SourceSansPro-Regular.ttf"


def bold_font() -> Path:
    """Return the file of the bold weight."""
    return font_folder() / "SourceSansPro-Bold.ttf"

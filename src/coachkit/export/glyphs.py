"""Which letters the font can show: the others get a visible stand-in, and the coach is told.

PDF/UA allows no letter without a glyph, and Typst refuses control characters. Source Sans Pro has
Latin, Greek and Cyrillic.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from coachkit.safetext import STAND_IN

# What surely is in the font; a test holds this against it.
_SURE = re.compile(r"[\x20-\x7e\xa0-\xac\xae-\xff–—‘’“”„…•€]*")
_SPACES = ("Zs", "Zl", "Zp")


class Letters:
    """Cleans texts for the font, and remembers what it had to replace."""

    def __init__(self) -> None:
        self._replaced: dict[str, None] = {}

    def clean(self, text: str) -> str:
        """Return the text with a stand-in for each letter that the font does not have."""
        if _SURE.fullmatch(text):
            return text
        return "".join(self._shown(letter) for letter in unicodedata.normalize("NFC", text))

    def notes(self, *, homework: bool = True) -> tuple[str, ...]:
        """Return, in Dutch, what was replaced and what to do; empty when nothing was.

        Args:
            homework: the sheet goes to a client, who can get its web page too.

        """
        if not self._replaced:
            return ()
        shown = ", ".join(_named(letter) for letter in list(self._replaced)[:8])
        more = len(self._replaced) - 8
        rest = f" en nog {more} andere" if more > 0 else ""
        cure = (
            "schrijf ze met gewone letters; op de webpagina staan ze wel"
            if homework
            else "buiten de pdf staan ze er nog wel"
        )
        return (
            f"de pdf kan deze tekens niet tonen en zet er {STAND_IN} voor: {shown}{rest}; {cure}",
        )

    def _shown(self, letter: str) -> str:
        category = unicodedata.category(letter)
        if letter in "\n\t" or category in _SPACES:
            return letter if letter in "\n\t\xa0" else " "
        if category == "Cf" or _is_variation_selector(letter):
            return ""
        if category != "Cc" and ord(letter) in _covered():
            return letter
        self._replaced[letter] = None
        return STAND_IN


def _is_variation_selector(letter: str) -> bool:
    return 0xFE00 <= ord(letter) <= 0xFE0F or 0xE0100 <= ord(letter) <= 0xE01EF


def _named(letter: str) -> str:
    code = f"U+{ord(letter):04X}"
    return f"{letter} ({code})" if letter.isprintable() else code


@cache
def _covered() -> frozenset[int]:
    """Return the code points of the font that every text is set in."""
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # noqa: PLC0415

    from coachkit.export.fonts import regular_font  # noqa: PLC0415

    with TTFont(regular_font(), lazy=True) as font:
        return frozenset(font.getBestCmap())

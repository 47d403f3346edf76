"""How chosen buttons and ticked boxes look: content streams of PDF, in points from bottom left."""

from __future__ import annotations

from coachkit.export.form_font import form_font

FONT_NAME = "Wingdings"
"""What the form font is called in resources; the font itself is Source Sans Pro.

PDFium draws quotes and dashes as boxes, in a font of its own, unless that of the form has the name
of a symbolic one.
"""

INK = "0.05 0.15 0.40"
"""What clients fill in is dark blue, as from a pen (13:1 on white); RGB from 0 to 1."""

_ROUND = 0.5523
"""Length of the handles of four curves that make a circle, in times its radius (Adobe)."""
_RING = 1.6
"""Points left free between a filled figure and the circle that is printed around it."""


def tick(width: float, height: float) -> str:
    """Return a tick mark."""
    x, y = width, height
    return (
        f"q {INK} RG {0.11 * x:.2f} w 1 J 1 j {0.22 * x:.2f} {0.50 * y:.2f} m "
        f"{0.43 * x:.2f} {0.27 * y:.2f} l {0.80 * x:.2f} {0.76 * y:.2f} l S Q"
    )


def dot(width: float, height: float) -> str:
    """Return a dot in the middle of a circle."""
    return f"q {INK} rg {_circle(width / 2, height / 2, 0.27 * min(width, height))} f Q"


def filled_figure(width: float, height: float, figure: str) -> str:
    """Return a filled circle with its figure in white."""
    size = 0.46 * min(width, height)
    font = form_font()
    x = (width - size * font.width(figure)) / 2
    y = (height - size * font.cap_height / 1000) / 2
    circle = _circle(width / 2, height / 2, min(width, height) / 2 - _RING)
    return (
        f"q {INK} rg {circle} f BT /{FONT_NAME} {size:.2f} Tf 1 1 1 rg "
        f"{x:.2f} {y:.2f} Td ({figure}) Tj ET Q"
    )


def _circle(x: float, y: float, r: float) -> str:
    h = _ROUND * r
    return (
        f"{x + r:.2f} {y:.2f} m "
        f"{x + r:.2f} {y + h:.2f} {x + h:.2f} {y + r:.2f} {x:.2f} {y + r:.2f} c "
        f"{x - h:.2f} {y + r:.2f} {x - r:.2f} {y + h:.2f} {x - r:.2f} {y:.2f} c "
        f"{x - r:.2f} {y - h:.2f} {x - h:.2f} {y - r:.2f} {x:.2f} {y - r:.2f} c "
        f"{x + h:.2f} {y - r:.2f} {x + r:.2f} {y - h:.2f} {x + r:.2f} {y:.2f} c"
    )

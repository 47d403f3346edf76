"""Make any house colour readable on white."""

from __future__ import annotations

CONTRAST = 5.5
"""What an accent must have on white; then it has over 4.5 on the tint of panels (WCAG 1.4.3)."""

RGB = tuple[float, float, float]


def readable(colour: str) -> str:
    """Darken a colour (``#rrggbb``) until it has enough contrast on white."""
    rgb = _rgb(colour)
    while contrast_on_white(rgb) < CONTRAST:
        rgb = (rgb[0] * 0.94, rgb[1] * 0.94, rgb[2] * 0.94)
    return "#" + "".join(f"{round(part * 255):02x}" for part in rgb)


def contrast_on_white(rgb: RGB) -> float:
    """Return the contrast ratio with white (WCAG 2, relative luminance)."""
    return 1.05 / (_luminance(rgb) + 0.05)


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour (``#rrggbb``), from 0 to 1 (WCAG 2)."""
    return _luminance(_rgb(colour))


def _luminance(rgb: RGB) -> float:
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _rgb(colour: str) -> RGB:
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return red, green, blue

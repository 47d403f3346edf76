"""Pages as pictures, to see what a viewer shows: by poppler, or by PDFium with its forms."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pypdfium2
import pytest

Picture = npt.NDArray[np.int16]
Render = Callable[..., list[Picture]]
Box = tuple[float, float, float, float]

DPI = 72
"""A pixel a point: easy to count with, and enough to see whether something is there."""
_CHANGED = 24


def by_poppler(path: Path, dpi: int = DPI) -> list[Picture]:
    """Return the pages in shades of grey, as poppler draws them."""
    if not shutil.which("pdftoppm"):
        pytest.skip("pdftoppm is not installed: it is in poppler-utils")
    command = ["pdftoppm", "-r", str(dpi), "-gray", str(path), str(path.with_suffix(""))]
    subprocess.run(command, check=True, capture_output=True)
    return [_read(page) for page in sorted(path.parent.glob(f"{path.stem}-*.pgm"))]


def _read(path: Path) -> Picture:
    magic, size, depth, pixels = path.read_bytes().split(b"\n", 3)
    assert (magic, depth) == (b"P5", b"255")
    width, height = map(int, size.split())
    return np.frombuffer(pixels, np.uint8).reshape(height, width).astype(np.int16)


def by_pdfium(path: Path, dpi: int = DPI) -> list[Picture]:
    """Return the pages in shades of grey, as Chromium's viewer draws them."""
    document = pypdfium2.PdfDocument(path)
    document.init_forms()
    pages = []
    for page in document:
        drawn = page.render(scale=dpi / 72, grayscale=True)
        pages.append(drawn.to_numpy().reshape(drawn.height, drawn.width).astype(np.int16))
    document.close()
    return pages


def changed(before: Picture, after: Picture) -> npt.NDArray[np.bool_]:
    """Return which pixels differ clearly."""
    different: npt.NDArray[np.bool_] = np.abs(after - before) > _CHANGED
    return different


def grown(box: Box) -> Box:
    """Return a box one point larger on each side, which a viewer may touch when it rounds."""
    x0, y0, x1, y1 = box
    return x0 - 1, y0 - 1, x1 + 1, y1 + 1


def part(picture: npt.NDArray[np.bool_], box: Box, dpi: int = DPI) -> npt.NDArray[np.bool_]:
    """Return the pixels of a box, whose corners are in points from bottom left."""
    scale, height = dpi / 72, picture.shape[0]
    x0, y0, x1, y1 = (edge * scale for edge in box)
    rows = slice(int(np.floor(height - y1)), int(np.ceil(height - y0)))
    return picture[rows, int(np.floor(x0)) : int(np.ceil(x1))]

"""The pages of a worksheet as pictures, to look at in a notebook or on a screen."""

from __future__ import annotations

import base64
from dataclasses import dataclass

from coachkit.export.compiler import compile_svg
from coachkit.export.exporters import reused_exporter
from coachkit.export.page import Variant
from coachkit.model import Worksheet
from coachkit.worksheet.notebook import build_notebook


@dataclass(frozen=True)
class Preview:
    """The pages of a worksheet, one SVG each; a notebook shows them under each other."""

    pages: tuple[str, ...]
    title: str
    notes: tuple[str, ...] = ()

    def _repr_html_(self) -> str:
        """Return the pages as pictures. An SVG in an ``img`` can run nothing and load nothing."""
        style = "width:100%;max-width:820px;display:block;margin:0 auto 16px;border:1px solid #ccc"
        pictures = []
        for number, page in enumerate(self.pages, 1):
            data = base64.b64encode(page.encode()).decode()
            alt = f"Bladzijde {number} van {len(self.pages)}"
            pictures.append(
                f'<img alt="{alt}" style="{style}" src="data:image/svg+xml;base64,{data}">'
            )
        return "\n".join(pictures)


def preview(sheet: Worksheet, *, variant: Variant = "invullen", large: bool = False) -> Preview:
    """Return the pages of a worksheet as they will be printed.

    Raises:
        ExportError: the sheet cannot be laid out.

    """
    exporter = reused_exporter("werkblad_typst", variant, large)
    source, resources = exporter.from_notebook_node(build_notebook(sheet))
    svgs = compile_svg({"main.typ": source.encode(), **resources["outputs"]})
    notes = resources["coachkit_notes"]
    return Preview(tuple(svg.decode() for svg in svgs), sheet.title, notes)

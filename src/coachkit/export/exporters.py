"""nbconvert exporters: ``werkblad`` (PDF), ``werkblad_web`` (HTML) and ``werkblad_typst`` (source).

As in nbconvert itself the PDF exporter builds on that of its source. All use templates of
``templates/``; what they read is the worksheet in the notebook, not its bare cells.
"""

from __future__ import annotations

import base64
import hashlib
import re
from datetime import UTC, datetime
from functools import cache, partial
from typing import Any

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup
from nbconvert.exporters import TemplateExporter
from nbformat import NotebookNode
from traitlets import Bool, Enum, default

from coachkit.errors import ExportError
from coachkit.export.acroform import add_form
from coachkit.export.compiler import compile_pdf, library_files
from coachkit.export.form import build_form
from coachkit.export.glyphs import Letters
from coachkit.export.html import HTMLRenderer, control_notes, visible
from coachkit.export.page import VARIANTS, Page, Variant, build_page
from coachkit.export.typst import TypstWriter
from coachkit.model import Worksheet
from coachkit.model.form import seal_form
from coachkit.resources import data_folder
from coachkit.worksheet.notebook import read_notebook

Resources = dict[str, Any]


class WorksheetExporter(TemplateExporter):
    """What all exporters of worksheets share."""

    variant = Enum(VARIANTS, "invullen", help="invullen: boxes; schrijven: lines for a pen").tag(
        config=True
    )
    large = Bool(False, help="large print").tag(config=True)

    @default("extra_template_basedirs")
    def _our_templates(self) -> list[str]:
        return [str(data_folder("templates"))]

    @default("extra_template_paths")
    def _our_parts(self) -> list[str]:
        return [str(data_folder("templates"))]

    @default("default_preprocessors")
    def _no_preprocessors(self) -> list[str]:
        return []

    def _create_environment(self) -> Environment:
        environment: Environment = super()._create_environment()  # type: ignore[no-untyped-call]
        environment.undefined = StrictUndefined
        return environment

    def from_notebook_node(
        self, nb: NotebookNode, resources: Resources | None = None, **kw: object
    ) -> tuple[Any, Resources]:
        """Export a notebook.

        Returns:
            the output, and resources: ``coachkit_notes`` holds what the coach should know.

        Raises:
            NotebookError: the notebook is no worksheet.
            ExportError: it cannot be laid out.

        """
        sheet = read_notebook(nb)
        resources = {**(resources or {}), **self._context(sheet)}
        # The templates read the worksheet only: nbconvert need not copy the cells, twice.
        bare = NotebookNode({**nb, "cells": []})  # type: ignore[no-untyped-call]
        output, resources = super().from_notebook_node(bare, resources, **kw)
        resources["coachkit_notes"] = resources.pop("notes")()
        for note in resources["coachkit_notes"]:
            self.log.warning("coachkit: %s", note)
        return output, resources

    def _context(self, sheet: Worksheet) -> Resources:
        """Return what the template gets besides the notebook.

        ``notes`` is called when the template has run, and returns what the coach should know.
        """
        raise NotImplementedError


class WorksheetTypstExporter(WorksheetExporter):
    """A worksheet as Typst source, with the library beside it."""

    export_from_notebook = "Werkblad (Typst)"
    file_extension = ".typ"
    output_mimetype = "text/x-typst"
    template_name = "werkblad_typst"

    @default("template_extension")
    def _typst_template(self) -> str:
        return ".typ.j2"

    def _context(self, sheet: Worksheet) -> Resources:
        letters = Letters()
        writer = TypstWriter(letters)
        page = build_page(sheet, writer, variant=self.variant, large=self.large)
        return {
            "page": page,
            "writer": writer,
            "notes": partial(letters.notes, homework=page.is_homework),
            "form_fields": False,
            "timestamp": _timestamp(sheet),
        }

    def from_notebook_node(
        self, nb: NotebookNode, resources: Resources | None = None, **kw: object
    ) -> tuple[Any, Resources]:
        """Export a notebook to Typst; what it imports is in ``resources["outputs"]``."""
        source, resources = super().from_notebook_node(nb, resources, **kw)
        resources.pop("writer")
        page: Page = resources.pop("page")
        resources["outputs"] = dict(library_files())
        if page.house.logo_file:
            resources["outputs"][page.house.logo_file] = page.house.logo_svg
        return source, resources


class WorksheetPDFExporter(WorksheetTypstExporter):
    """A worksheet as tagged PDF/UA-1."""

    export_from_notebook = "Werkblad (PDF)"
    file_extension = ".pdf"
    output_mimetype = "application/pdf"

    def _context(self, sheet: Worksheet) -> Resources:
        """Return also the form, of which each box is marked on the page to become a field."""
        form = build_form(sheet, self.variant)
        return {**super()._context(sheet), "form": form, "form_fields": True}

    def from_notebook_node(
        self, nb: NotebookNode, resources: Resources | None = None, **kw: object
    ) -> tuple[Any, Resources]:
        """Export a notebook to PDF; the output is bytes."""
        source, resources = super().from_notebook_node(nb, resources, **kw)
        files = {"main.typ": source.encode(), **resources.pop("outputs")}
        resources["output_extension"] = ".pdf"
        pdf, warnings = compile_pdf(files, timestamp=resources.pop("timestamp"))
        for warning in warnings:
            self.log.warning("typst: %s", warning)
        return add_form(pdf, resources.pop("form"), large=self.large), resources


class WorksheetWebExporter(WorksheetExporter):
    """A worksheet as one web page that asks nothing of the network."""

    export_from_notebook = "Werkblad (web)"
    file_extension = ".html"
    output_mimetype = "text/html"
    template_name = "werkblad_web"

    def _create_environment(self) -> Environment:
        environment = super()._create_environment()
        environment.autoescape = True
        environment.trim_blocks = environment.lstrip_blocks = True
        environment.finalize = visible
        return environment

    def _context(self, sheet: Worksheet) -> Resources:
        texts = [sheet.title, sheet.name, *(f"{b.text} {b.body}" for b in sheet.blocks)]
        return {
            "page": build_page(sheet, HTMLRenderer(), variant=self.variant, large=self.large),
            "form": _in_script(seal_form(build_form(sheet, self.variant))),
            "notes": lambda: control_notes(texts),
        }

    def from_notebook_node(
        self, nb: NotebookNode, resources: Resources | None = None, **kw: object
    ) -> tuple[Any, Resources]:
        """Export a notebook to HTML, with a policy that allows its own style and script alone."""
        html, resources = super().from_notebook_node(nb, resources, **kw)
        del resources["page"], resources["form"]
        return _with_hashes(html), resources


_EXPORTERS: dict[str, type[WorksheetExporter]] = {
    "werkblad": WorksheetPDFExporter,
    "werkblad_typst": WorksheetTypstExporter,
    "werkblad_web": WorksheetWebExporter,
}


@cache
def reused_exporter(name: str, variant: Variant, large: bool) -> WorksheetExporter:
    """Return the one exporter of this process for a name and a layout: templates load once."""
    return _EXPORTERS[name](variant=variant, large=large)


def _in_script(json: bytes) -> Markup:
    """Return JSON as it may stand in a script element: nothing in it can end that element."""
    return Markup(json.decode("ascii").replace("<", "\\u003c"))  # noqa: S704  # ASCII without <


_INLINE = re.compile(r"<(style|script)>(.*?)</\1>", re.DOTALL)


def _with_hashes(html: str) -> str:
    """Allow the one style and the one script of a page by hash, instead of any inline code.

    In the policy ``'hash'`` stands for it, which allows nothing until it is replaced.
    """
    for tag, code in _INLINE.findall(html):
        digest = base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
        html = html.replace(f"{tag}-src 'hash'", f"{tag}-src 'sha256-{digest}'", 1)
    head, style, _ = html.partition("<style>")
    if not style or "-src 'hash'" in head:
        raise ExportError("de webpagina is niet heel; installeer coachkit opnieuw")
    return html


def _timestamp(sheet: Worksheet) -> int:
    """Return the date of the sheet as the date of the document: no clock is asked."""
    if sheet.day is None:
        return 0
    return int(datetime(sheet.day.year, sheet.day.month, sheet.day.day, 12, tzinfo=UTC).timestamp())

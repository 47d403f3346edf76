"""The nbconvert exporters, called from Python."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable

import nbformat
import pytest
from traitlets import TraitError

from coachkit.errors import NotebookError
from coachkit.export import exporters
from coachkit.export.compiler import compile_pdf
from coachkit.export.exporters import (
    WorksheetExporter,
    WorksheetPDFExporter,
    WorksheetTypstExporter,
    WorksheetWebExporter,
    reused_exporter,
)
from coachkit.model import Block, BlockKind, House, Worksheet
from coachkit.worksheet.notebook import build_notebook

MakeSheet = Callable[..., Worksheet]


def own_text(text: str) -> Block:
    return Block(kind=BlockKind.TEXT, text=text)


def test_pdf_is_bytes_without_files_beside_it(sheet_with: MakeSheet) -> None:
    pdf, resources = WorksheetPDFExporter().from_notebook_node(build_notebook(sheet_with()))
    assert pdf.startswith(b"%PDF")
    assert "outputs" not in resources
    assert resources["output_extension"] == ".pdf"


def test_typst_comes_with_the_library_beside_it(
    sheet_with: MakeSheet, house_with_logo: Callable[[str], House]
) -> None:
    sheet = sheet_with(house=house_with_logo("svg"))
    source, resources = WorksheetTypstExporter().from_notebook_node(build_notebook(sheet))
    assert source.startswith('#import "coachkit/coachkit.typ": *')
    assert resources["output_extension"] == ".typ"
    assert [name for name in resources["outputs"] if re.search(r"/logo-\w+\.svg$", name)]
    files = {"main.typ": source.encode(), **resources["outputs"]}
    assert compile_pdf(files)[0].startswith(b"%PDF")


def test_web_is_text_for_a_browser(sheet_with: MakeSheet) -> None:
    html, resources = WorksheetWebExporter().from_notebook_node(build_notebook(sheet_with()))
    assert html.startswith("<!DOCTYPE html>")
    assert resources["output_extension"] == ".html"
    assert not {"page", "form"} & set(resources)


@pytest.mark.parametrize("name", ["werkblad", "werkblad_typst", "werkblad_web"])
def test_a_foreign_notebook_is_refused(name: str) -> None:
    with pytest.raises(NotebookError, match="geen werkblad"):
        reused_exporter(name, "invullen", False).from_notebook_node(nbformat.v4.new_notebook())


@pytest.mark.parametrize("name", ["werkblad", "werkblad_typst", "werkblad_web"])
def test_the_notebook_that_goes_in_is_not_changed(sheet_with: MakeSheet, name: str) -> None:
    notebook = build_notebook(sheet_with(own_text("*a*")))
    before = nbformat.writes(notebook)
    reused_exporter(name, "invullen", False).from_notebook_node(notebook)
    assert nbformat.writes(notebook) == before


@pytest.mark.parametrize(("name", "text"), [("werkblad", "😀"), ("werkblad_web", "a\x07")])
def test_what_was_replaced_is_in_the_resources_and_in_the_log(
    sheet_with: MakeSheet, caplog: pytest.LogCaptureFixture, name: str, text: str
) -> None:
    exporter = reused_exporter(name, "invullen", False)
    exporter.log.addHandler(caplog.handler)
    try:
        sheet = sheet_with(own_text(text))
        _, resources = exporter.from_notebook_node(build_notebook(sheet))
    finally:
        exporter.log.removeHandler(caplog.handler)
    (note,) = resources["coachkit_notes"]
    assert "U+" in note
    assert f"coachkit: {note}" in caplog.messages


def test_notes_of_one_sheet_do_not_reach_the_next(sheet_with: MakeSheet) -> None:
    exporter = reused_exporter("werkblad", "invullen", False)
    exporter.from_notebook_node(build_notebook(sheet_with(own_text("😀"))))
    _, resources = exporter.from_notebook_node(build_notebook(sheet_with(own_text("a"))))
    assert resources["coachkit_notes"] == ()


def test_warnings_of_typst_are_logged(
    sheet_with: MakeSheet, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exporters, "compile_pdf", lambda files, timestamp: (b"%PDF", ("pas op",)))
    exporter = WorksheetPDFExporter()
    exporter.log.addHandler(caplog.handler)
    try:
        exporter.from_notebook_node(build_notebook(sheet_with()))
    finally:
        exporter.log.removeHandler(caplog.handler)
    assert ("typst: pas op", logging.WARNING) in [(r.message, r.levelno) for r in caplog.records]


def test_an_exporter_is_made_once_for_each_layout() -> None:
    first = reused_exporter("werkblad", "schrijven", True)
    assert first is reused_exporter("werkblad", "schrijven", True)
    assert first is not reused_exporter("werkblad", "schrijven", False)
    assert (first.variant, first.large) == ("schrijven", True)


def test_an_unknown_variant_is_refused() -> None:
    with pytest.raises(TraitError, match="potlood"):
        WorksheetPDFExporter(variant="potlood")


def test_the_base_makes_no_output(sheet_with: MakeSheet) -> None:
    with pytest.raises(NotImplementedError):
        WorksheetExporter()._context(sheet_with())


@pytest.mark.parametrize("day", [None, "1969-12-31", "2026-11-22"])
def test_a_sheet_of_any_date_can_be_exported(sheet_with: MakeSheet, day: str | None) -> None:
    notebook = build_notebook(sheet_with(day=day))
    pdf, _ = reused_exporter("werkblad", "invullen", False).from_notebook_node(notebook)
    assert (b"2026-11-22" in pdf) == (day == "2026-11-22")


def test_templates_take_nothing_that_is_missing_for_empty() -> None:
    environment = WorksheetTypstExporter().environment
    with pytest.raises(Exception, match="undefined"):
        environment.from_string("{{ bestaat_niet }}").render()

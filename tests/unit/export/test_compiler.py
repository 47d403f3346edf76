"""Typst source to PDF and SVG, with one compiler a thread."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from coachkit.errors import ExportError
from coachkit.export import compiler
from coachkit.export.compiler import _compiler, compile_pdf, compile_svg, library_files

HEAD = '#set document(title: "Proef")\n#set text(lang: "nl")\n'


def files(body: str) -> dict[str, bytes]:
    return {"main.typ": (HEAD + body).encode()}


def test_a_pdf_without_warnings() -> None:
    pdf, warnings = compile_pdf(files("Dag"))
    assert pdf.startswith(b"%PDF")
    assert warnings == ()


def test_warnings_are_handed_on() -> None:
    _, warnings = compile_pdf(files('#text(font: "Bestaat Niet")[Dag]'))
    assert "unknown font family" in warnings[0]


def test_the_date_of_the_document_is_the_one_that_was_given() -> None:
    first, _ = compile_pdf(files("Dag"), timestamp=1_000_000_000)
    assert first == compile_pdf(files("Dag"), timestamp=1_000_000_000)[0]
    assert first != compile_pdf(files("Dag"), timestamp=0)[0]
    assert b"2001-09-09" in first


def test_one_svg_for_each_page() -> None:
    assert len(compile_svg(files("Dag"))) == 1
    pages = compile_svg(files("Dag #pagebreak() Dag"))
    assert len(pages) == 2
    assert all(b"<svg" in page for page in pages)


def test_source_that_typst_refuses_is_told_in_dutch() -> None:
    with pytest.raises(ExportError, match="niet op te maken: unknown variable: bestaat"):
        compile_pdf(files("#bestaat"))


def test_a_picture_that_typst_refuses_points_to_the_logo() -> None:
    broken = {**files('#image("/logo.svg", alt: "Logo")'), "logo.svg": b"<svg"}
    with pytest.raises(ExportError, match="praktijklogo: sla het opnieuw op als png"):
        compile_pdf(broken)


def test_a_text_cannot_read_files_of_the_machine() -> None:
    with pytest.raises(ExportError):
        compile_pdf(files('#read("/etc/hostname")'))


def test_a_mistake_does_not_spoil_the_next_document() -> None:
    with pytest.raises(ExportError):
        compile_pdf(files("#bestaat"))
    assert compile_pdf(files("Dag"))[0].startswith(b"%PDF")


def test_the_library_is_there_by_its_names() -> None:
    names = set(library_files())
    assert "coachkit/coachkit.typ" in names
    assert "coachkit/antwoorden/schaal.typ" in names
    assert all(name.endswith(".typ") for name in names)


def test_a_thread_reuses_its_own_compiler() -> None:
    with ThreadPoolExecutor(1) as pool:
        first, second = (pool.submit(_compiler).result() for _ in range(2))
    assert first is second
    assert first is not _compiler()


def test_threads_compile_side_by_side() -> None:
    with ThreadPoolExecutor(4) as pool:
        pdfs = list(pool.map(lambda n: compile_pdf(files(f"Blad {n % 2}"))[0], range(12)))
    assert len(set(pdfs)) == 2


def test_a_process_that_was_split_off_is_told_instead_of_waiting_for_ever(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compile_pdf(files("Dag"))
    monkeypatch.setattr(compiler.os, "getpid", lambda: -1)
    with pytest.raises(ExportError, match="start processen met spawn"):
        compile_pdf(files("Dag"))

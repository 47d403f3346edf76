"""Typst source to PDF and SVG, with one compiler a thread: reading the fonts costs most."""

from __future__ import annotations

import os
import re
import threading
from functools import cache
from typing import Literal

import typst

from coachkit.errors import ExportError
from coachkit.export.fonts import font_folder
from coachkit.resources import data_folder

LIBRARY = "coachkit"
_PICTURE = re.compile("image|SVG")
_LOGO_CURE = "; dit is het praktijklogo: sla het opnieuw op als png, of laat het weg"
_local = threading.local()
_first_process: dict[str, int] = {}

Files = dict[str, bytes]


def compile_pdf(files: Files, *, timestamp: int = 0) -> tuple[bytes, tuple[str, ...]]:
    """Compile ``main.typ`` among some virtual files to tagged PDF/UA-1.

    Args:
        files: name -> content; the library is added.
        timestamp: the date of the document, in seconds since 1970.

    Returns:
        the PDF, and what Typst warned of.

    Raises:
        ExportError: Typst refuses the source.

    """
    result, warnings = _compile(files, "pdf", timestamp)
    return (result if isinstance(result, bytes) else b"".join(result)), warnings


def compile_svg(files: Files) -> list[bytes]:
    """Compile ``main.typ`` to one SVG a page.

    Raises:
        ExportError: Typst refuses the source.

    """
    result, _ = _compile(files, "svg", 0)
    return result if isinstance(result, list) else [result]


@cache
def library_files() -> Files:
    """Return the Typst library by the names under which documents import it."""
    folder = data_folder("templates") / "typst"
    return {
        f"{LIBRARY}/{path.relative_to(folder).as_posix()}": path.read_bytes()
        for path in sorted(folder.rglob("*.typ"))
    }


def _compile(
    files: Files, format_: Literal["pdf", "svg"], timestamp: int
) -> tuple[bytes | list[bytes], tuple[str, ...]]:
    try:
        result, warnings = _compiler().compile_with_warnings(
            input={**library_files(), **files},  # type: ignore[type-var]
            format=format_,
            timestamp=timestamp,
            pdf_standards="ua-1" if format_ == "pdf" else [],
        )
    except typst.TypstError as error:
        cure = _LOGO_CURE if _PICTURE.search(str(error)) else ""
        raise ExportError(f"het werkblad is niet op te maken: {error}{cure}") from error
    return result or b"", tuple(str(warning) for warning in warnings)


def _compiler() -> typst.Compiler:
    """Return the compiler of this thread; its root is the library, so it reads nothing else."""
    # Typst's own threads do not live on in a forked process: there a compile would never end.
    if _first_process.setdefault("pid", os.getpid()) != os.getpid():
        raise ExportError("dit proces is afgesplitst na een eerste pdf; start processen met spawn")
    if not hasattr(_local, "compiler"):
        _local.compiler = typst.Compiler(
            root=str(data_folder("templates") / "typst"),
            font_paths=[str(font_folder())],
            ignore_system_fonts=True,
        )
    return _local.compiler  # type: ignore[no-any-return]

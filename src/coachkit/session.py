"""The work around one session, from brief to files: what the command line and the screens call."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import nbformat
from nbformat import NotebookNode

from coachkit.errors import FileError
from coachkit.files import write_files
from coachkit.model import Brief, Worksheet
from coachkit.practice import Practice, Settings
from coachkit.worksheet.notebook import build_notebook, load_worksheet

if TYPE_CHECKING:
    from coachkit.export.page import Variant

Format = Literal["ipynb", "pdf", "html"]
FORMATS: tuple[Format, ...] = ("ipynb", "pdf", "html")


class Saved(list[Path]):
    """The paths that were written, with ``notes`` that the coach should know of."""

    def __init__(self, paths: Iterable[Path], notes: Iterable[str] = ()) -> None:
        super().__init__(paths)
        self.notes = tuple(notes)


def save_worksheet(
    sheet: Worksheet,
    folder: Path | str,
    formats: Sequence[Format] = FORMATS,
    *,
    variant: Variant = "invullen",
    large: bool = False,
    force: bool = False,
) -> Saved:
    """Write a worksheet as files, all of them or none.

    Args:
        sheet: the worksheet.
        folder: where; it is made when it is not there.
        formats: which of ``ipynb``, ``pdf`` and ``html``.
        variant: ``invullen`` (boxes) or ``schrijven`` (lines for a pen).
        large: large print.
        force: overwrite files that exist and differ.

    Returns:
        the paths, in the order of ``formats``.

    Raises:
        FileError: a format is not known, or the files cannot be written; nothing is half-written.
        ExportError: the sheet cannot be laid out.

    """
    if variant not in ("invullen", "schrijven"):
        raise FileError(f"variant '{variant}' is onbekend; kies uit: invullen, schrijven")
    unknown = [name for name in formats if name not in FORMATS]
    if unknown or not formats:
        raise FileError(
            f"formaat '{', '.join(unknown)}' is onbekend; kies uit: {', '.join(FORMATS)}"
        )
    notebook = build_notebook(sheet)
    contents: dict[str, bytes] = {}
    notes: list[str] = []
    for name in dict.fromkeys(formats):
        data, found = _exported(name, notebook, variant, large=large)
        contents[f"{sheet.stem}.{name}"] = data
        notes += found
    return Saved(write_files(Path(folder), contents, force=force), notes)


def asked_before(paths: Iterable[Path]) -> frozenset[str]:
    """Return the ids of the questions in earlier worksheets, so that none is asked again.

    Args:
        paths: notebooks of this client.

    Raises:
        FileError: a file cannot be read.
        NotebookError: a file is no notebook, or no worksheet.

    """
    sheets = [load_worksheet(path) for path in paths]
    return frozenset(question.id for sheet in sheets for question in sheet.questions)


def example_brief(day: date | None = None) -> Brief:
    """Return the brief of the client of the demo, who does not exist."""
    return Brief(
        name="Sanne",
        goal="meer bewegen",
        situation="doel-te-groot",
        phase="beslissing",
        day=day,
    )


def example_practice() -> Practice:
    """Return the practice of the demo, which does not exist either."""
    contact = "Vragen? Bel of app Noor: 06 00 00 00 00"
    return Practice(Settings(name="Praktijk De Linde", coach="Noor", contact=contact))


def _exported(
    name: Format, notebook: NotebookNode, variant: Variant, *, large: bool
) -> tuple[bytes, tuple[str, ...]]:
    if name == "ipynb":
        return (nbformat.writes(notebook) + "\n").encode(), ()  # type: ignore[no-untyped-call]
    from coachkit.export.exporters import reused_exporter  # noqa: PLC0415  # slow to import

    exporter = reused_exporter("werkblad" if name == "pdf" else "werkblad_web", variant, large)
    output, resources = exporter.from_notebook_node(notebook)
    data = output.encode() if isinstance(output, str) else output
    return data, resources.get("coachkit_notes", ())

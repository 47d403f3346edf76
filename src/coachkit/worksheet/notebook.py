"""Worksheet <-> notebook: one markdown cell for each block.

A cell's source is what a person reads and may edit: a block is read back from it. What must not be
lost (question id, answer kind, reason) is in ``metadata.coachkit`` of the cell, and what belongs to
the sheet as a whole (house style included) in that of the notebook.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

from coachkit.errors import FileError, NotebookError, cause
from coachkit.model import Block, BlockKind, Worksheet

KEY = "coachkit"
SCHEMA = 2

Metadata = dict[str, Any]
_UPGRADES: dict[int, Callable[[Metadata], Metadata]] = {
    1: lambda metadata: metadata,  # a sheet had no mark, and need not have one
}
"""Steps from an older schema to the next: the step under 1 makes schema 2 of schema 1."""

_LEVELS = {BlockKind.TITLE: 1, BlockKind.SECTION: 2, BlockKind.MOMENT: 2, BlockKind.QUESTION: 3}
_HEADING = re.compile(r"[ ]{0,3}#{1,6}[ \t]+(?P<words>.*)")


def build_notebook(sheet: Worksheet) -> NotebookNode:
    """Return the worksheet as a notebook; :func:`read_notebook` gives the same sheet back."""
    whole = sheet.model_dump(mode="json", exclude={"blocks"})
    return nbformat.from_dict(  # type: ignore[no-untyped-call, no-any-return]
        {
            "nbformat": 4,
            "nbformat_minor": 5,
            "metadata": {
                KEY: {"schema": SCHEMA, "sheet": whole},
                "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
                "language_info": {"name": "python"},
                "title": sheet.title,
            },
            "cells": [_cell(i, block) for i, block in enumerate(sheet.blocks)],
        }
    )


def read_notebook(notebook: NotebookNode) -> Worksheet:
    """Return the worksheet of a notebook, with all that a coach changed in it.

    Raises:
        NotebookError: it is no worksheet, or one of a newer coachkit, or its metadata is damaged.

    """
    about = notebook.get("metadata")
    metadata = _current(about.get(KEY) if isinstance(about, dict) else None)
    try:
        blocks = tuple(_blocks(notebook.get("cells", [])))
        return Worksheet.model_validate({**metadata["sheet"], "blocks": blocks})
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise NotebookError(
            "dit notebook is als werkblad beschadigd; maak het opnieuw met coachkit make"
        ) from error


def load_worksheet(path: Path) -> Worksheet:
    """Return the worksheet in a notebook file.

    Raises:
        FileError: the file cannot be read.
        NotebookError: it is no notebook, or no worksheet.

    """
    try:
        return worksheet_in(path.read_bytes())
    except OSError as error:
        raise FileError(f"{path}: dit bestand is niet te lezen ({cause(error)})") from None
    except NotebookError as error:
        raise NotebookError(f"{path}: {error}") from error


def worksheet_in(raw: bytes) -> Worksheet:
    """Return the worksheet in the bytes of a notebook file.

    Raises:
        NotebookError: it is no notebook, or no worksheet.

    """
    try:
        notebook = nbformat.from_dict(json.loads(raw))  # type: ignore[no-untyped-call]
    except (ValueError, RecursionError):
        notebook = None
    if not isinstance(notebook, NotebookNode):
        raise NotebookError("dit is geen notebook; geef een .ipynb dat coachkit maakte")
    return read_notebook(notebook)


def _current(metadata: object) -> Metadata:
    """Return the notebook's metadata in the schema of today."""
    if not isinstance(metadata, dict) or not isinstance(metadata.get("schema"), int):
        raise NotebookError(
            "dit notebook is geen werkblad van coachkit; maak er een met coachkit make"
        )
    schema = metadata["schema"]
    if schema > SCHEMA:
        raise NotebookError(
            f"dit werkblad is gemaakt met een nieuwere coachkit (schema {schema}, hier {SCHEMA}); "
            "werk coachkit bij met: pip install --upgrade coachkit"
        )
    while schema < SCHEMA:
        if schema not in _UPGRADES:
            raise NotebookError(f"dit werkblad heeft een onbekend schema ({schema})")
        metadata = _UPGRADES[schema](metadata)
        schema += 1
    return metadata


def _cell(position: int, block: Block) -> Metadata:
    return {
        "id": f"blok-{position + 1}",
        "cell_type": "markdown",
        "metadata": {KEY: block.model_dump(mode="json", exclude={"text", "body"})},
        "source": _source(block),
    }


def _source(block: Block) -> str:
    level = _LEVELS.get(block.kind)
    if level is None:
        return block.text
    heading = "#" * level + " " + block.text
    return f"{heading}\n\n{block.body}" if block.body else heading


def _blocks(cells: list[NotebookNode]) -> Iterator[Block]:
    """Yield the blocks of the cells; what coachkit did not make is the coach's own text."""
    seen: set[str] = set()
    for cell in cells:
        source = cell.get("source", "")
        source = "".join(source) if isinstance(source, list) else source
        if cell.get("cell_type") == "code" or not source.strip():
            continue
        metadata = (cell.get("metadata") or {}).get(KEY)
        if not isinstance(metadata, dict) or _is_split_off(metadata, source, seen):
            yield Block(kind=BlockKind.TEXT, text=source)
            continue
        kind = BlockKind(str(metadata.get("kind")))
        text, body = _parts(kind, source)
        yield Block.model_validate({**metadata, "text": text, "body": body})


def _is_split_off(metadata: Metadata, source: str, seen: set[str]) -> bool:
    """Tell whether a cell is split off another: JupyterLab copies the metadata then."""
    kind, question = metadata.get("kind"), metadata.get("question")
    if kind in (BlockKind.SECTION, BlockKind.MOMENT):
        return not _HEADING.match(source.strip("\n").partition("\n")[0])
    if kind != BlockKind.TITLE and not isinstance(question, dict):
        return False
    mark = f"question {question.get('id')}" if isinstance(question, dict) else "title"
    copy = mark in seen
    seen.add(mark)
    return copy


def _parts(kind: BlockKind, source: str) -> tuple[str, str]:
    """Take the heading and what stands below it from the source of a cell."""
    if kind not in _LEVELS:
        return source, ""
    first, _, rest = source.strip("\n").partition("\n")
    found = _HEADING.match(first)
    return (found["words"] if found else first.strip()), rest.strip("\n")

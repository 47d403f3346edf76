"""Sheets of invented clients as files, for the tests of the desks."""

from __future__ import annotations

from pathlib import Path

from coachkit.desk.drafts import FOLDER
from coachkit.export.page import Variant
from coachkit.homework.pack import Format, Pack
from coachkit.model import Worksheet
from coachkit.practice import Practice

NO_HOMEWORK = (
    ("leeg.pdf", b""),
    ("foto.pdf", b"\xff\xd8\xff\xe0"),
    ("pagina.html", b"<!doctype html>"),
    ("stuk.pdf", b"%PDF-1.7 hoi"),
    ("raar.json", b'{"a": 1, "a": 2}'),
    ("../../etc/passwd\x1b[2J", b"root"),
    ("notebook.ipynb", b'{"metadata": [1], "cells": 3}'),
    ("diep.ipynb", b'{"a":' * 5000),
    ("ander.ipynb", b'{"metadata": {}, "cells": []}'),
)
"""Files that are no homework, each with its name."""


def file_of(sheet: Worksheet, kind: Format, variant: Variant = "invullen") -> bytes:
    """Return a sheet as one file, filled in by nobody."""
    (data,) = Pack(sheet, variant).files([kind]).values()
    return data


def drafts_in(practice: Practice) -> list[Path]:
    """Return the files of all drafts of a practice."""
    assert practice.folder is not None
    return sorted((practice.folder / FOLDER).glob("*.json"))


def in_the_way(practice: Practice, folder: str) -> None:
    """Put a file where a folder must come, so that nothing can be written there."""
    assert practice.folder is not None
    (practice.folder / folder).write_text("een bestand")

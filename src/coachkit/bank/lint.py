"""Check the files of a question bank: their structure, and what a recipe may ask of the bank."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from coachkit.bank.bank import Bank
from coachkit.bank.load import load_files, yaml_files
from coachkit.errors import FileError, Problem


def lint_paths(paths: Iterable[Path], base: Iterable[Path] = ()) -> list[Problem]:
    """Return all problems in some files and folders.

    Args:
        paths: what to check.
        base: files that are taken as right, because others build on them: the shipped bank.

    Raises:
        FileError: a path is not there.

    """
    named = list(dict.fromkeys(file for path in paths for file in _files(path)))
    names = {str(path.resolve()) for path in named}
    known = [path for path in base if str(path.resolve()) not in names]
    bank = load_files([*known, *named])
    return [problem for problem in bank.problems if str(Path(problem.path).resolve()) in names]


def count_items(bank: Bank) -> str:
    """Return, in Dutch, how much a bank holds."""
    return f"{len(bank.questions)} vragen en {len(bank.recipes)} werkvormen"


def _files(path: Path) -> Iterator[Path]:
    if path.is_dir():
        yield from yaml_files(path)
    elif path.is_file():
        yield path
    else:
        raise FileError(f"{path} is er niet; geef een bestand of een map")

"""Check the files of a question bank: their structure, and what a recipe may ask of the bank."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from coachkit.bank.load import load_files, yaml_files
from coachkit.errors import FileError, InputError, Problem
from coachkit.practice import SETTINGS, load_practice


def lint_paths(paths: Iterable[Path], base: Iterable[Path] = ()) -> list[Problem]:
    """Return all problems in some files and folders; settings of a practice are checked too.

    Args:
        paths: what to check.
        base: files that others build on: the shipped bank, installed sets, a practice's own.

    Raises:
        FileError: a path is not there.
    """
    files = list(dict.fromkeys(file for path in paths for file in _files(path)))
    problems = [p for file in files if file.name == SETTINGS for p in _settings_problems(file)]
    named = [file for file in files if file.name != SETTINGS]
    names = {str(path.resolve()) for path in named}
    known = [path for path in base if str(path.resolve()) not in names]
    bank = load_files([*known, *named])
    return problems + [p for p in bank.problems if str(Path(p.path).resolve()) in names]


def _settings_problems(path: Path) -> tuple[Problem, ...]:
    try:
        load_practice(path.parent)
    except InputError as error:
        return error.problems
    return ()


def _files(path: Path) -> Iterator[Path]:
    if path.is_dir():
        yield from yaml_files(path)
    elif path.is_file():
        yield path
    else:
        raise FileError(f"{path} is er niet; geef een bestand of een map")

"""Question sets from and to files: YAML out to a table, and a table back to YAML."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from coachkit.bank.comments import has_comments, open_marks
from coachkit.bank.filenames import is_stem, named
from coachkit.bank.load import read_item, yaml_files
from coachkit.bank.setfile import schema_beside, set_text
from coachkit.bank.tables.build import BuiltSet, build_sets
from coachkit.bank.tables.delimited import csv_bytes
from coachkit.bank.tables.places import place_problems, stems_in
from coachkit.bank.tables.read import check_table, read_book
from coachkit.bank.tables.sheets import NamedSet, sheets_of
from coachkit.bank.tables.workbook_out import xlsx_bytes
from coachkit.errors import FileError, InputError, Problem
from coachkit.model import QuestionSet
from coachkit.yamlfile import is_yaml, parse_yaml, read_yaml

_WRITERS = {".xlsx": xlsx_bytes, ".csv": csv_bytes}


def read_sets(paths: Iterable[Path], *, strict: bool = True) -> list[NamedSet]:
    """Read the question sets in some files and folders; recipes in folders are passed over.

    Args:
        paths: files and folders.
        strict: a file that was named itself must be a set.

    Raises:
        FileError: a path is not there.
        InputError: a file is not right, has texts that nobody reviewed, or a name that a table
            cannot hold; or there is no set; all problems at once.

    """
    found: list[tuple[Path, QuestionSet]] = []
    problems: list[Problem] = []
    for path, explicit in _files(paths):
        item, wrong = read_item(read_yaml(path))
        problems += wrong
        if isinstance(item, QuestionSet):
            problems += _lost_in_a_table(path)
            found.append((path, item))
        elif item is not None and explicit and strict:
            message = "dit is geen set met vragen"
            problems.append(Problem(message, "geef een set", path=str(path)))
    if not problems and not found:
        problems.append(Problem("er is geen set met vragen gevonden", "geef een set of een map"))
    if problems:
        raise InputError(problems)
    stems = _stems([path for path, _ in found])
    return [NamedSet(stem, item) for stem, (_, item) in zip(stems, found, strict=True)]


def table_bytes(sets: Sequence[NamedSet], suffix: str) -> bytes:
    """Return sets as a table: ``.xlsx`` or ``.csv``.

    Raises:
        InputError: the table could not be read back: a text is too long for a cell, or there is
            too much of it.

    """
    data = _WRITERS[suffix.lower()](sheets_of(sets))
    check_table(data, suffix.lower())
    return data


def import_sets(path: Path, out: Path, base: Iterable[Path] = ()) -> dict[Path, bytes]:
    """Return the files of YAML that a table stands for.

    Args:
        path: the table.
        out: a file of YAML for one set; or a folder, which gets a file for each.
        base: the files of the bank that the sets will stand beside.

    Raises:
        InputError: anything is wrong; all problems, by row and column.

    """
    book = read_book(path)
    stems = stems_in(book)
    alone = is_yaml(out)
    if alone and len(stems) > 1 and not place_problems(book):
        message = f"er staan {len(stems)} sets in deze tabel ({', '.join(sorted(stems)[:5])})"
        raise InputError([Problem(message, "geef met --out een map", path=str(path))])
    targets = {out.resolve()} if alone else {(out / f"{stem}.yaml").resolve() for stem in stems}
    known = [read_yaml(file) for file in base if file.resolve() not in targets]
    built = build_sets(book, name=named(out if alone else path), base=known)
    folder = out.parent if alone else out
    return {
        out if alone else folder / f"{one.stem or path.stem}.yaml": _yaml_bytes(one, folder)
        for one in built
    }


def with_comments(paths: Iterable[Path]) -> list[Path]:
    """Return the files that are there and have comments, which a table does not bring back."""
    return [path for path in paths if path.is_file() and has_comments(path.read_bytes())]


def _lost_in_a_table(path: Path) -> list[Problem]:
    """Return what a table cannot hold of a set: marks that ask for review, some names."""
    problems = open_marks(path.read_bytes(), str(path))
    if not is_stem(path.stem):
        message = "de naam van dit bestand kan niet in een tabel"
        problems.append(Problem(message, "geef het bestand een andere naam", path=str(path)))
    return problems


def _stems(paths: Sequence[Path]) -> list[str]:
    """Return a name for each file; none is another's in capitals, and most keep their own."""
    taken = {path.stem.casefold() for path in paths}
    used: set[str] = set()
    stems = []
    for path in paths:
        stem, number = path.stem, 2
        while stem.casefold() in used or (stem != path.stem and stem.casefold() in taken):
            stem, number = f"{path.stem}-{number}", number + 1
        used.add(stem.casefold())
        stems.append(stem)
    return stems


def _yaml_bytes(one: BuiltSet, folder: Path) -> bytes:
    """Return the file of a set; what it says is compared with the set itself."""
    data = set_text(one.data, schema_beside(folder)).encode()
    item, problems = read_item(parse_yaml(data, f"{one.stem}.yaml"))
    if problems:
        raise InputError(problems)
    if item != one.item:
        raise FileError(f"de set '{one.stem}' is niet zonder verlies als YAML te schrijven")
    return data


def _files(paths: Iterable[Path]) -> Iterable[tuple[Path, bool]]:
    """Yield each file once, and whether it was named itself."""
    seen: set[Path] = set()
    for path in paths:
        if not path.exists():
            raise FileError(f"{path} is er niet; geef een bestand of een map")
        for file in yaml_files(path) if path.is_dir() else [path]:
            if file.resolve() not in seen:
                seen.add(file.resolve())
                yield file, not path.is_dir()

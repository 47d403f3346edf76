"""From a table back to question sets, with all problems by row and column."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path

from coachkit.bank.tables.archive import check_archive
from coachkit.bank.tables.book import Book, Cell, Grid, Row
from coachkit.bank.tables.columns import (
    LIST_COLUMNS,
    QUESTION_COLUMNS,
    REQUIRED,
    SET,
    SET_COLUMNS,
    Column,
)
from coachkit.bank.tables.delimited import LIST_MARK, SET_MARK, read_csv
from coachkit.bank.tables.sheets import LISTS, MANUAL, QUESTIONS, SETS
from coachkit.bank.tables.workbook_in import read_xlsx
from coachkit.errors import InputError, Problem, cause

MAX_BYTES = 20_000_000
SUFFIXES = (".xlsx", ".csv")
_REQUIRED = {QUESTIONS: REQUIRED, SETS: ("naam",), LISTS: ("lijst", "id", "je")}


def read_book(path: Path) -> Book:
    """Read the tables of an xlsx or csv file; problems of single rows stand in ``problems``.

    Raises:
        InputError: the file cannot be read at all, or its sheets or columns are not right.

    """
    raw = _bytes(path)
    try:
        if path.suffix.lower() == ".xlsx":
            return _from_grids(str(path), read_xlsx(raw))
        rows, _ = read_csv(raw)
        return _from_rows(str(path), rows)
    except InputError as error:
        raise InputError(p.at(str(path), p.line, p.column) for p in error.problems) from None


def check_table(raw: bytes, suffix: str) -> None:
    """See that a table is not too large to be read back.

    Raises:
        InputError: it is.

    """
    if len(raw) > MAX_BYTES:
        raise InputError([_too_large()])
    if suffix == ".xlsx":
        check_archive(raw)


def _too_large() -> Problem:
    message = f"het bestand is groter dan {MAX_BYTES // 1_000_000} MB"
    return Problem(message, "verdeel de vragen over meer bestanden")


def _bytes(path: Path) -> bytes:
    problem = None
    if path.suffix.lower() not in SUFFIXES:
        macros = path.suffix.lower() in (".xlsm", ".xltm", ".xlsb")
        message = "een bestand met macro's kan niet" if macros else "dit is geen xlsx of csv"
        problem = Problem(message, "sla het op als xlsx of csv")
    else:
        try:
            if path.stat().st_size > MAX_BYTES:
                problem = _too_large()
            elif raw := path.read_bytes():
                return raw
            else:
                problem = Problem("het bestand is leeg", "begin met: coachkit bank export")
        except OSError as error:
            message = f"dit bestand is niet te lezen ({cause(error)})"
            problem = Problem(message, "kijk naar de naam en de map")
    raise InputError([problem.at(str(path))])


def _from_grids(path: str, grids: Sequence[Grid]) -> Book:
    """Sort out the sheets of a workbook; a single sheet holds the questions, whatever its name."""
    named = {grid.name.strip().casefold(): grid for grid in grids}
    if len(grids) == 1:
        named = {QUESTIONS: grids[0]}
    known = (QUESTIONS, SETS, LISTS, MANUAL)
    problems = [
        Problem(f"het blad '{grid.name}' is onbekend", _meant(name, known, "haal het blad weg"))
        for name, grid in named.items()
        if name not in known and grid.rows
    ]
    if QUESTIONS not in named or not named[QUESTIONS].rows:
        missing = Problem(f"er is geen blad '{QUESTIONS}' met vragen", "geef het blad die naam")
        raise InputError([missing, *problems])
    questions, found = _table(named[QUESTIONS], QUESTION_COLUMNS, QUESTIONS)
    sets, found_in_sets = _table(named.get(SETS, Grid(SETS)), SET_COLUMNS, SETS)
    lists, found_in_lists = _table(named.get(LISTS, Grid(LISTS)), LIST_COLUMNS, LISTS)
    problems += [*found, *found_in_sets, *found_in_lists]
    settings = [
        (row[SET] if SET in row else _nowhere(row), key, cell)
        for row in sets
        for key, cell in row.items()
        if key != SET
    ]
    return Book(path, questions, tuple(settings), lists, _at(path, problems))


def _from_rows(path: str, rows: Sequence[Sequence[Cell]]) -> Book:
    """Sort out the rows of a CSV file: those of sets and lists come before the questions."""
    heads = next((i for i, row in enumerate(rows) if not _mark(row).startswith("#")), len(rows))
    settings, lists, problems = [], [], []
    keys = [column.key for column in SET_COLUMNS[1:]]
    for row in rows[:heads]:
        by_column = {cell.column: cell for cell in row}
        cells = [by_column.get(place, Cell(row[0].row, place)) for place in range(1, 8)]
        if _mark(row) == SET_MARK:
            key = str(cells[2].value).strip()
            if key in keys:
                settings.append((cells[1], key, cells[3]))
            else:
                message = f"de sleutel '{key[:40]}' is onbekend"
                problems.append(cells[2].problem(message, _meant(key, keys, _SET_CURE)))
        elif _mark(row) == LIST_MARK:
            lists.append(dict(zip([c.key for c in LIST_COLUMNS], cells[1:7], strict=True)))
        else:
            message = f"een rij kan niet met '{_mark(row)[:20]}' beginnen"
            problems.append(cells[0].problem(message, f"kies {SET_MARK} of {LIST_MARK}"))
    grid = Grid("", tuple(map(tuple, rows[heads:])))
    questions, found = _table(grid, QUESTION_COLUMNS, QUESTIONS)
    return Book(path, questions, tuple(settings), tuple(lists), _at(path, problems + found))


_SET_CURE = "bekend zijn: " + ", ".join(column.key for column in SET_COLUMNS[1:])


def _mark(row: Sequence[Cell]) -> str:
    return str(row[0].value).strip() if row[0].column == 1 else ""


def _table(
    grid: Grid, columns: Iterable[Column], kind: str
) -> tuple[tuple[Row, ...], list[Problem]]:
    """Return the rows of a sheet by the heads of its columns."""
    if not grid.rows:
        return (), []
    known = [column.key for column in columns]
    heads, problems = _heads(grid.rows[0], known)
    for key in _REQUIRED[kind]:
        if key not in heads.values():
            message = f"de kolom '{key}' ontbreekt"
            problems.append(grid.rows[0][0].problem(message, "zet haar in de rij met koppen"))
    rows: list[Row] = []
    for cells in grid.rows[1:] if heads else ():
        by_column = {cell.column: cell for cell in cells}
        row = cells[0].row
        rows.append(
            {
                key: by_column.get(column, Cell(row, column, sheet=cells[0].sheet))
                for column, key in heads.items()
            }
        )
        headed = {cell.column for cell in grid.rows[0] if not cell.empty}
        problems += [
            cell.problem("deze cel staat onder geen kop", "geef de kolom een kop of maak haar leeg")
            for cell in cells
            if not cell.empty and cell.column not in headed
        ]
    return tuple(rows), problems


def _heads(row: Sequence[Cell], known: Sequence[str]) -> tuple[dict[int, str], list[Problem]]:
    heads: dict[int, str] = {}
    problems = []
    for cell in row:
        key = str(cell.value).strip().casefold()
        if cell.empty:
            continue
        if cell.kind != "text" or key not in known:
            cure = _meant(key, known, "haal de kolom weg")
            problems.append(cell.problem(f"de kolom '{str(cell.value)[:40]}' is onbekend", cure))
        elif key in heads.values():
            problems.append(cell.problem(f"de kolom '{key}' staat er twee keer", "haal er een weg"))
        else:
            heads[cell.column] = key
    return heads, problems


def _nowhere(row: Mapping[str, Cell]) -> Cell:
    return replace(next(iter(row.values())), value="")


def _meant(word: str, known: Sequence[str], otherwise: str) -> str:
    close = get_close_matches(word, known, n=1)
    return f"bedoel je '{close[0]}'?" if close else otherwise


def _at(path: str, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(problem.at(path, problem.line, problem.column) for problem in problems)

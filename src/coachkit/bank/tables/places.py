"""Which set each row of a book belongs to, and what is wrong with that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from coachkit.bank.filenames import is_stem
from coachkit.bank.tables.book import Book, Cell, Row
from coachkit.bank.tables.columns import SET
from coachkit.errors import Problem

_SHOWN = 8


def stem_in(cell: Cell | None) -> str:
    """Return the name of a set in a cell; empty when there is none."""
    return "" if cell is None or cell.empty else str(cell.value).strip()


def stems_in(book: Book) -> set[str]:
    """Return the names of the sets that a book has; none when it does not tell."""
    cells = [*(row.get(SET) for row in book.questions), *(cell for cell, _, _ in book.settings)]
    return {stem_in(cell) for cell in cells} - {""}


def place_problems(book: Book) -> list[Problem]:
    """Return which rows belong to no set, or to one that is told of nowhere."""
    if unnamed := _unnamed_settings(book):
        return [unnamed]
    stems = stems_in(book)
    if len({stem.casefold() for stem in stems}) < 2:
        return []
    listed = sorted({stem_in(cell) for cell, _, _ in book.settings} - {""})
    found: list[Problem] = []
    for rows in (book.questions, book.lists):
        if rows and SET not in rows[0]:
            found.append(_no_column(rows[0], stems))
        elif rows:
            found += _wrong_sets((row[SET] for row in rows), listed, stems)
    return found


def _unnamed_settings(book: Book) -> Problem | None:
    """Tell of the first row on the sheet of sets that does not say which of them it is."""
    cells = {cell.row: cell for cell, _, _ in book.settings if cell.sheet}
    unnamed = next((cell for cell in cells.values() if not stem_in(cell)), None)
    if unnamed is None or len(cells) < 2:
        return None
    cure = f"zet in de kolom '{SET}' bij elke set de naam van haar bestand"
    return unnamed.problem("hier staat niet welke set dit is", cure)


def _no_column(row: Row, stems: set[str]) -> Problem:
    message = f"de kolom '{SET}' ontbreekt, en er zijn {len(stems)} sets ({_shown(stems)})"
    cure = "zet haar in de rij met koppen, en schrijf op elke rij een set"
    return next(iter(row.values())).problem(message, cure)


def _wrong_sets(cells: Iterable[Cell], listed: list[str], stems: set[str]) -> Iterator[Problem]:
    capitals = {stem.casefold() for stem in listed}
    for cell in cells:
        stem = stem_in(cell)
        if not stem:
            yield cell.problem("hier ontbreekt de set", f"kies een set: {_shown(listed or stems)}")
        elif listed and is_stem(stem) and stem.casefold() not in capitals:
            where = "staat niet op het blad sets; zet haar daar"
            if not cell.sheet:
                where = f"heeft bovenaan geen rij; begin met #set;{stem};naam;..."
            yield cell.problem(f"set '{stem[:40]}' {where}, of kies: {_shown(listed)}")


def _shown(stems: Iterable[str]) -> str:
    names = sorted(stems)
    return ", ".join(names[:_SHOWN]) + (", ..." if len(names) > _SHOWN else "")

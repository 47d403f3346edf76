"""From the cells of a book to question sets that are checked as if they were read from YAML."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from coachkit.bank.filenames import is_stem
from coachkit.bank.load import ids_in, load_documents, read_item
from coachkit.bank.tables.book import Book, Cell, Row
from coachkit.bank.tables.columns import (
    DETAILS,
    QUESTION_COLUMNS,
    REQUIRED,
    SET,
    SET_COLUMNS,
    Column,
)
from coachkit.bank.tables.draft import Draft
from coachkit.bank.tables.places import place_problems, stem_in, stems_in
from coachkit.bank.tables.values import CellError, value_of
from coachkit.errors import InputError, Problem
from coachkit.model import QuestionSet
from coachkit.yamlfile import Document, Loc

# What a cell that is wrong counts as, so that its problem is not told twice.
_STAND_INS = {"vraag": "Wat?", "vraag_u": "Wat?"}


@dataclass(frozen=True)
class BuiltSet:
    """A set that is right: the name of its file, its data as YAML has it, and its model."""

    stem: str
    data: Mapping[str, object]
    item: QuestionSet


def build_sets(book: Book, *, name: str, base: Sequence[Document] = ()) -> list[BuiltSet]:
    """Return the sets of a book.

    Args:
        book: what was read.
        name: what a set is called for which the tables give no name.
        base: the documents of the bank that the sets will stand beside.

    Raises:
        InputError: anything is wrong; all problems, by row and column.

    """
    _check_places(book)
    drafts = _drafts(book)
    gone = _columns_gone(book)
    problems = list(book.problems)
    for draft in drafts.values():
        problems += [p.at(book.path, p.line, p.column) for p in draft.problems]
    built, documents = [], []
    for stem, draft in drafts.items():
        draft.data.setdefault("naam", name)
        document = draft.document(book.path)
        item, found = read_item(document)
        told = draft.told
        problems += [p for p in found if (p.line, p.column) not in told and p.loc[2:] not in gone]
        documents.append(document)
        if isinstance(item, QuestionSet):
            built.append(BuiltSet(stem, draft.ordered(), item))
    if not drafts and not problems:
        problems.append(
            Problem("er staat geen enkele vraag in", "vul minstens een rij", path=book.path)
        )
    if not problems:
        bank = load_documents([*base, *documents])
        found = [p for p in bank.problems if p.path == book.path]
        problems = _told_once(found, _taken(drafts.values(), base))
    if problems:
        raise InputError(sorted(problems, key=lambda p: (p.line, p.column)))
    return built


def _check_places(book: Book) -> None:
    """Stop at rows that belong nowhere: most of what else is wrong would come from that."""
    if misplaced := place_problems(book):
        raise InputError([*book.problems, *(p.at(book.path, p.line, p.column) for p in misplaced)])


def _columns_gone(book: Book) -> set[Loc]:
    """Return the required columns that are not there: told once, and not at every row."""
    return {(key,) for key in REQUIRED if book.questions and key not in book.questions[0]}


def _taken(drafts: Iterable[Draft], base: Iterable[Document]) -> set[tuple[int, int]]:
    """Return the places of the ids that the bank has already."""
    known = {id_ for document in base for id_ in ids_in(document.data)}
    cells = [
        draft.cells.get(("vragen", number, "id"))
        for draft in drafts
        for number, question in enumerate(draft.questions)
        if question.get("id") in known
    ]
    return {(cell.row, cell.column) for cell in cells if cell is not None}


def _told_once(problems: Iterable[Problem], taken: set[tuple[int, int]]) -> list[Problem]:
    """Tell of many ids that the bank has already in one problem, at the first of them."""
    doubled: list[Problem] = []
    others: list[Problem] = []
    for problem in problems:
        same = problem.rule == "dubbele-id" and (problem.line, problem.column) in taken
        (doubled if same else others).append(problem)
    if len(doubled) > 1:
        first = min(doubled, key=lambda problem: problem.line)
        cell = Cell(first.line, first.column)
        message = f"{cell.name}: {len(doubled)} vragen hebben een id die al in de vraagbank staat"
        cure = (
            "haal weg wat je niet verandert, en geef je vragen een eigen id; "
            "zet de oude id bij 'vervangt' als jouw vraag in de plaats komt"
        )
        doubled = [replace(first, message=message + ", deze als eerste", cure=cure)]
    return [*doubled, *others]


def _drafts(book: Book) -> dict[str, Draft]:
    drafts: dict[str, Draft] = {}
    stems = stems_in(book)
    only = stems.pop() if len(stems) == 1 else ""
    for cell, key, value in book.settings:
        draft = _draft_of(cell, drafts, only)
        if value.empty:
            continue
        if key in draft.data:
            draft.problems.append(value.problem(f"'{key}' staat er twee keer", "haal er een weg"))
        _take(draft, draft.data, key, (value, (key,)))
    for row in book.questions:
        _add_question(_draft_of(row.get(SET), drafts, only), row)
    for row in book.lists:
        _add_list_item(_draft_of(row.get(SET), drafts, only), row)
    return drafts


def _draft_of(cell: Cell | None, drafts: dict[str, Draft], only: str) -> Draft:
    stem = stem_in(cell) or only
    fresh = stem not in drafts
    draft = drafts.setdefault(stem, Draft())
    if cell is not None and fresh and stem:
        same = [other for other in drafts if other != stem and other.casefold() == stem.casefold()]
        if cell.kind != "text" or not is_stem(stem):
            message = f"'{stem[:40]}' kan geen naam van een bestand zijn"
            draft.problems.append(cell.problem(message, "neem letters, cijfers en streepjes"))
        elif same:
            message = f"'{stem}' en '{same[0]}' verschillen alleen in hoofdletters"
            draft.problems.append(cell.problem(message, "geef ze dezelfde naam, of een andere"))
    return draft


_SET_BY_KEY = {column.key: column for column in SET_COLUMNS}
_QUESTION_BY_KEY = {column.key: column for column in QUESTION_COLUMNS}


def _take(draft: Draft, into: dict[str, Any], key: str, place: tuple[Cell, Loc]) -> None:
    """Read a cell of a set or a question; what is wrong with it is told once."""
    cell, loc = place
    column = (_SET_BY_KEY if len(loc) == 1 else _QUESTION_BY_KEY)[key]
    try:
        value = value_of(cell, column)
    except CellError as error:
        draft.problems.append(error.problem)
        if key == "id":
            value = f"stand-in-{cell.row}"
        elif key == "naam":
            value = key
        elif key in _STAND_INS:
            value = _STAND_INS[key]
        else:
            return
    draft.put(into, key, value, (loc, cell))


def _add_question(draft: Draft, row: Row) -> None:
    question: dict[str, Any] = {}
    place: Loc = ("vragen", len(draft.questions))
    first = next(iter(row.values()))
    draft.cells[place] = Cell(first.row, 1, sheet=first.sheet)
    for column in QUESTION_COLUMNS:
        cell, key = row.get(column.key), column.key
        if cell is None or key in (SET, DETAILS):
            continue
        loc = (*place, key)
        draft.cells[loc] = cell
        if cell.empty:
            continue
        if key == "antwoord":
            answer: dict[str, Any] = {}
            _take(draft, answer, key, (cell, loc))
            question[key] = {"soort": answer[key]} if answer else {}
            draft.cells[(*loc, "soort")] = cell
        else:
            _take(draft, question, key, (cell, loc))
    _add_details(draft, question, place, row.get(DETAILS))
    if isinstance(id_ := question.get("id"), str):
        draft.places.setdefault(id_, len(draft.questions))
    draft.questions.append(question)


def _add_details(draft: Draft, question: dict[str, Any], place: Loc, cell: Cell | None) -> None:
    """Add what stands in the column with details to the answer of a question."""
    if cell is None or cell.empty:
        return
    answer = question.get("antwoord")
    if not isinstance(answer, dict):
        message = "hier staan details, en in de kolom 'antwoord' geen soort"
        draft.problems.append(cell.problem(message, "kies een soort antwoord"))
        return
    found: dict[str, Any] = {}
    _take(draft, found, DETAILS, (cell, (*place, "antwoord")))
    draft.cells[(*place, "antwoord")] = draft.cells[(*place, "antwoord", "soort")]
    details = found.get(DETAILS)
    if not isinstance(details, dict):
        return
    if "soort" in details:
        draft.problems.append(
            cell.problem("'soort' hoort hier niet", "zet hem in de kolom 'antwoord'")
        )
        return
    answer.update(details)


def _add_list_item(draft: Draft, row: Row) -> None:
    cells = {key: row[key] for key in ("lijst", "id", "je", "u") if key in row}
    if missing := [key for key in ("lijst", "id", "je") if key not in cells or cells[key].empty]:
        cell = cells.get(missing[0]) or next(iter(row.values()))
        draft.problems.append(cell.problem(f"'{missing[0]}' ontbreekt", "vul deze cel in"))
        return
    found = _holder(draft, row)
    if found is None:
        return
    holder, start = found
    texts = {}
    for key, cell in cells.items():
        try:
            if not cell.empty:
                texts[key] = str(value_of(cell, Column("id" if key == "id" else "tekst")))
        except CellError as error:
            draft.problems.append(error.problem)
            texts[key] = f"stand-in-{cell.row}"
    name = texts.pop("lijst").strip()
    lists = holder.setdefault("lijsten", {})
    items = lists.setdefault(name, [])
    loc: Loc = (*start, "lijsten", name, len(items))
    items.append(texts)
    for key in ("id", "je", "u"):
        if key in cells:
            draft.cells[(*loc, key)] = cells[key]
    for above in (loc, loc[:-1], loc[:-2]):
        draft.cells.setdefault(above, cells["lijst"])


def _holder(draft: Draft, row: Row) -> tuple[dict[str, Any], Loc] | None:
    """Return what a list belongs to: the set, or one of its questions."""
    cell = row.get("vraag")
    if cell is None or cell.empty:
        return draft.data, ()
    id_ = str(cell.value).strip()
    if id_ not in draft.places:
        message = f"er is in deze set geen vraag '{id_[:80]}'"
        draft.problems.append(cell.problem(message, "controleer de id, of maak de cel leeg"))
        return None
    place = draft.places[id_]
    return draft.questions[place], ("vragen", place)

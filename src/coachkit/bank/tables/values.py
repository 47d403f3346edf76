"""What stands in a cell, and the value in YAML that it means."""

from __future__ import annotations

import re
from datetime import datetime, time
from typing import Any

from coachkit.bank.setfile import flow, lines_of
from coachkit.bank.tables.book import Cell
from coachkit.bank.tables.columns import FLAGS, NONE, Column, Kind
from coachkit.errors import Problem
from coachkit.validation import ID_PATTERN
from coachkit.yamlfile import Document, parse_yaml


class CellError(Exception):
    """A cell that does not hold what its column asks; carries the problem."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(problem.message)


def cell_value(column: Column, value: Any) -> str | int:
    """Return what a cell shows for a value of the YAML."""
    if value is None:
        return NONE
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, int):
        return value
    if column.kind in (Kind.NOTES, Kind.DETAILS):
        return "\n".join(lines_of(value))
    if column.kind is Kind.WORDS:
        plain = all(re.match(ID_PATTERN, str(word)) for word in value)
        return ", ".join(map(str, value)) if plain else flow(value)
    return str(value)


def value_of(cell: Cell, column: Column) -> object:
    """Return the value that a cell means; it is not empty.

    Raises:
        CellError: it holds a formula, an error, or something of another type.

    """
    _refuse_calculated(cell)
    if column.kind is Kind.NUMBER:
        return _number(cell)
    if column.kind is Kind.FLAG:
        return _flag(cell)
    text = _text(cell)
    if column.kind is Kind.WORDS:
        return _words(cell, text, column)
    if column.kind in (Kind.NOTES, Kind.DETAILS):
        return _mapping(cell, text, _EXAMPLES[column.kind])
    return _plain(text, column)


_IDS = ("id", "vervangt", "u_nagekeken")
_EXAMPLES = {Kind.NOTES: "gesloten: kiezen is hier de bedoeling", Kind.DETAILS: "regels: 4"}


def _plain(text: str, column: Column) -> str | None:
    word = text.strip()
    if column.key == "categorie" and word.casefold() == NONE:
        return None
    if column.choices:
        return _chosen(word, column)
    return word if column.key in _IDS else text


def _chosen(word: str, column: Column) -> str:
    """Return a word to choose as it is spelled; a spreadsheet likes to begin with a capital."""
    return {choice.casefold(): str(choice) for choice in column.choices}.get(word.casefold(), word)


def _refuse_calculated(cell: Cell) -> None:
    if cell.kind == "formula":
        cure = "zet er de tekst zelf neer (kopieer, en plak als waarde)"
        raise CellError(cell.problem("hier staat een formule, geen tekst", cure, "formule"))
    if cell.kind == "error":
        message = f"hier staat een fout van het rekenblad ({cell.value})"
        raise CellError(cell.problem(message, "zet er de tekst zelf neer"))


_TYPES = {"number": "een getal", "date": "een datum", "flag": "waar of onwaar"}


def _text(cell: Cell) -> str:
    if cell.kind in _TYPES:
        message = f"hier staat {_TYPES[cell.kind]} ({_shown(cell)}), geen tekst"
        cure = "geef de cel de opmaak Tekst en typ het opnieuw"
        raise CellError(cell.problem(message, cure))
    return str(cell.value)


def _shown(cell: Cell) -> str:
    if cell.kind == "flag":
        return "waar" if cell.value else "onwaar"
    if isinstance(cell.value, datetime) and cell.value.time() == time.min:
        return str(cell.value.date())
    return str(cell.value)[:40]


def _number(cell: Cell) -> object:
    if cell.kind in ("date", "flag"):
        message = f"hier staat {_TYPES[cell.kind]} ({_shown(cell)}), geen getal"
        raise CellError(cell.problem(message, "geef de cel de opmaak Getal en typ het opnieuw"))
    if isinstance(cell.value, float) and cell.value.is_integer():
        return int(cell.value)
    text = str(cell.value).strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else cell.value


def _flag(cell: Cell) -> object:
    if cell.kind == "flag":
        return cell.value
    word = str(cell.value).strip().casefold()
    if word not in FLAGS or cell.kind != "text":
        message = f"hier kan alleen ja of nee staan, niet '{_shown(cell)}'"
        raise CellError(cell.problem(message, "schrijf ja of nee, of maak de cel leeg"))
    return FLAGS[word]


def _words(cell: Cell, text: str, column: Column) -> object:
    if text.lstrip().startswith("["):
        document = parse_yaml(text.encode(), "")
        if document.problems:
            raise CellError(_yaml_problem(cell, document))
        return document.data
    words = [word for part in re.split(r"[,;\n]", text) if (word := part.strip())]
    return [_chosen(word, column) for word in words]


def _mapping(cell: Cell, text: str, example: str) -> object:
    """Read keys with values, each on a line; on one line with commas is fine too."""
    document = parse_yaml(text.encode(), "")
    if document.problems or not isinstance(document.data, dict):
        on_one_line = parse_yaml(f"{{{text}}}".encode(), "")
        data = on_one_line.data
        if not on_one_line.problems and isinstance(data, dict) and None not in data.values():
            return data
    if document.problems:
        raise CellError(_yaml_problem(cell, document))
    if not isinstance(document.data, dict):
        message = f"hier hoort sleutel: waarde, niet '{text[:40]}'"
        raise CellError(cell.problem(message, f"schrijf bijvoorbeeld {example}"))
    return document.data


def _yaml_problem(cell: Cell, document: Document) -> Problem:
    problem = document.problems[0]
    where = f" (regel {problem.line} in de cel)" if problem.line > 1 else ""
    return cell.problem(f"{problem.message}{where}", problem.cure)

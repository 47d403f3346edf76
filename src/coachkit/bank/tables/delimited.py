"""Tables in one CSV file, as a Dutch Excel reads and writes it: semicolons, UTF-8 with a mark.

Rows that begin with ``#set`` or ``#lijst`` come first and hold what a workbook has on sheets of
its own: ``#set;SET;SLEUTEL;WAARDE`` and ``#lijst;SET;VRAAG;LIJST;ID;JE;U``.

A text that a spreadsheet would calculate with, or would take for a number or a date, is written
with an apostrophe before it. Reading takes it away, and only where writing would have put it.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator, Sequence

from coachkit.bank.tables.book import MAX_CELL, MAX_ROWS, SHORTER, Cell
from coachkit.bank.tables.columns import QUESTION_COLUMNS, SET
from coachkit.bank.tables.sheets import (
    LISTS,
    QUESTIONS,
    SETS,
    Sheet,
    Value,
    check_rows,
    check_texts,
)
from coachkit.errors import InputError, Problem

SET_MARK, LIST_MARK = "#set", "#lijst"
_GUARD = "'"
_ENCODINGS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def csv_bytes(sheets: Sequence[Sheet]) -> bytes:
    """Return the CSV of some sheets.

    Raises:
        InputError: texts are too long for a cell, or there would be too many rows.

    """
    check_texts(sheets, guarded, MAX_CELL, SHORTER)
    tables = {sheet.name: sheet for sheet in sheets}
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    rows = list(_all_rows(tables[SETS], tables[LISTS], tables[QUESTIONS]))
    check_rows(len(rows), "de tabel")
    writer.writerows(rows)
    return codecs.BOM_UTF8 + buffer.getvalue().encode()


def _all_rows(sets: Sheet, lists: Sheet, questions: Sheet) -> Iterator[list[str]]:
    for row in sets.rows:
        for column in sets.columns[1:]:
            if column.key in row:
                yield [SET_MARK, guarded(row[SET]), column.key, guarded(row[column.key])]
    for row in lists.rows:
        yield [LIST_MARK, *(guarded(row.get(column.key, "")) for column in lists.columns)]
    yield [column.key for column in questions.columns]
    for row in questions.rows:
        yield [guarded(row.get(column.key, "")) for column in questions.columns]


def guarded(value: Value) -> str:
    """Return what to write for a value, so that a spreadsheet shows it and does nothing else."""
    if isinstance(value, int):
        return str(value)
    return _GUARD + value if _needs_guard(value) else value


def unguarded(text: str) -> str:
    """Return the text that :func:`guarded` was given."""
    return text[1:] if text[:1] == _GUARD and _needs_guard(text[1:]) else text


# What begins a formula, in wide letters too; what becomes a number, a truth, or a date. Texts of
# strangers are long on purpose, so no pattern may try a place twice: what it took, it keeps (*+).
_MONTHS = "jan|feb|mrt|maa|mar|apr|mei|may|jun|jul|aug|sep|okt|oct|nov|dec"
_CALCULATED = re.compile(
    r"[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]"
    r"|(?=[\s.,:/%€$-]*+\d)[\s\d.,:/%€$-]*+(?:e[+-]?\d++)?\s*$"
    r"|(?:true|false|waar|onwaar)$",
    re.IGNORECASE,
)
_DATED = re.compile(
    rf"\d+[\s./-]*(?:{_MONTHS})[\w.]*(?:[\s./-]+\d+)?$|(?:{_MONTHS})[\w.]*[\s./-]+[\d\s:]+$",
    re.IGNORECASE,
)
_MAX_DATE = 60


def _needs_guard(text: str) -> bool:
    """Tell whether a text needs a guard; one that looks guarded does too, or it would lose it."""
    bare = text.lstrip(_GUARD)
    dated = len(bare) <= _MAX_DATE and _DATED.match(bare)
    return _CALCULATED.match(bare) is not None or bool(dated)


_FUNCTION = re.compile(r"@\w++\(")


def _is_formula(text: str) -> bool:
    """Tell whether someone meant a text to be calculated, or to call another program."""
    bare = text.lstrip()
    if bare[:1] in ("+", "-", "@") and "!" in bare.partition("|")[2]:
        return True
    return bare.startswith("=") or _FUNCTION.match(bare) is not None


def read_csv(raw: bytes) -> tuple[list[list[Cell]], str]:
    """Return the rows of a CSV file that are not empty, each with only the cells that are not.

    Returns:
        the rows, and the separator that was found.

    Raises:
        InputError: this is no CSV with the columns of questions, or it is too long.

    """
    text = _decoded(raw)
    separator = _separator(text)
    rows = []
    for number, values in enumerate(_parsed(text, separator), 1):
        if number > MAX_ROWS:
            message = f"er staan meer dan {MAX_ROWS:,} rijen in".replace(",", ".")
            raise InputError([Problem(message, "verdeel de vragen over meer bestanden")])
        cells = (_cell(number, column, value) for column, value in enumerate(values, 1) if value)
        if filled := [cell.bounded() for cell in cells if not cell.empty]:
            rows.append(filled)
    return rows, separator


def _cell(row: int, column: int, value: str) -> Cell:
    return Cell(row, column, unguarded(value), "formula" if _is_formula(value) else "text")


def _decoded(raw: bytes) -> str:
    for mark, encoding in _ENCODINGS:
        if raw.startswith(mark):
            return _decode(raw, encoding)
    if b"\0" in raw:
        # Without a mark, zeros in every other place are UTF-16; elsewhere they are no text at all.
        half = len(raw) // 2
        for encoding, zeros in (("utf-16-le", raw[1::2]), ("utf-16-be", raw[::2])):
            if zeros.count(0) > 0.9 * half:
                return _decode(raw, encoding)
        raise InputError([Problem("dit is geen csv-bestand", "sla het op als csv of xlsx")])
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return _decode(raw, "cp1252")


def _decode(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        cure = "sla het op als 'CSV UTF-8 (door lijstscheidingsteken gescheiden)'"
        raise InputError([Problem("de letters in dit bestand zijn niet te lezen", cure)]) from None


def _separator(text: str) -> str:
    """Return the separator with which the row of heads knows most columns."""
    known = {column.key for column in QUESTION_COLUMNS}
    scores = {mark: _heads_known(text, mark, known) for mark in ";,\t"}
    best = max(scores, key=lambda mark: scores[mark])
    if not scores[best]:
        message = "er is geen rij met kolomkoppen als id, vraag en vraag_u"
        cure = "begin met: coachkit bank export voorbeeld.csv"
        raise InputError([Problem(message, cure, line=1)])
    return best


def _heads_known(text: str, separator: str, known: set[str]) -> int:
    try:
        heads = next(
            row
            for _, row in zip(range(MAX_ROWS), _parsed(text, separator), strict=False)
            if any(cell.strip() for cell in row) and not row[0].startswith("#")
        )
    except (StopIteration, InputError):
        return 0
    return len(known & {head.strip().casefold() for head in heads})


def _parsed(text: str, separator: str) -> Iterator[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    number = 0
    try:
        for row in reader:
            number += 1
            yield row
    except csv.Error as error:
        message = f"rij {number + 1} is niet te lezen ({_csv_words(error)})"
        cure = 'een tekst met een aanhalingsteken staat tussen aanhalingstekens, met "" erin'
        raise InputError([Problem(message, cure, line=number + 1)]) from None


def _csv_words(error: csv.Error) -> str:
    if "field larger" in str(error):
        return "een cel is veel te lang"
    return "een aanhalingsteken staat verkeerd of mist zijn einde"

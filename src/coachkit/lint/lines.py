"""Check loose questions, one on a line; or YAML, when that is what somebody gives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from coachkit.bank.load import KINDS
from coachkit.errors import Problem
from coachkit.lint.files import Report, report_on_documents
from coachkit.lint.question import MAX_LETTERS, check_question
from coachkit.yamlfile import MAX_BYTES, Document, parse_yaml

_YAML = re.compile(rf"^(?:{'|'.join(KINDS)})\s*:".encode(), re.MULTILINE)
_MARKER = re.compile(r"\s*(?:[-*•]\s+|\d{1,3}[.)]\s+)?")


def report_on_text(raw: bytes, name: str, base: Iterable[Document] = ()) -> Report:
    """Return what came of checking a text: questions, one on a line, or a YAML file.

    Blank lines and lines that begin with ``#`` are no questions. Bullets and numbers are skipped.

    Args:
        raw: the text, in UTF-8.
        name: what stands in the place of a path.
        base: documents that a YAML text may build on; of other texts they are not read.

    """
    if _YAML.search(raw):
        return report_on_documents([parse_yaml(raw, name)], tuple(base))
    try:
        if len(raw) > MAX_BYTES:
            return Report([Problem(_TOO_LARGE, "verdeel het").at(name)])
        lines = raw.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return Report(
            [Problem("dit is geen tekst in UTF-8", "sla het op als UTF-8").at(name, line, 1)]
        )
    if "\0" in "".join(lines):
        return Report([Problem("dit is geen tekst", "geef een bestand met vragen").at(name)])
    asked = [
        (i, line) for i, line in enumerate(lines, 1) if line.strip() and line.strip()[0] != "#"
    ]
    if not asked:
        return Report([Problem("er staat geen vraag in", "zet op elke regel één vraag").at(name)])
    return Report([p for number, line in asked for p in _line(name, number, line)], len(asked))


_TOO_LARGE = f"de tekst is groter dan {MAX_BYTES // 1_000_000} MB"


def _line(name: str, number: int, line: str) -> Iterator[Problem]:
    marker = _MARKER.match(line)
    start = marker.end() if marker else 0
    # Of a line that is far too long only its length is told.
    text = line[start : start + MAX_LETTERS + 1].strip()
    for problem in check_question(text):
        yield problem.at(name, number, start + 1)

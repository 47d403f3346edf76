"""Propose missing texts with *u* in files of the bank, and note what was reviewed.

A proposal gets a comment on its line: ``# voorstel``, or ``# BESLIS:`` with what a person must
decide. Who has looked at it deletes the comment; :func:`find_reviewed` then adds the fingerprint.
Texts that are there are never changed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml
from pydantic import BaseModel

from coachkit.address import speaks_informally
from coachkit.bank.formal_edit import (
    Insertion,
    Value,
    applied,
    compose,
    end_of,
    in_flow,
    line_end,
    own_line,
    pairs,
)
from coachkit.bank.formal_keys import Companion, places
from coachkit.bank.load import NO_KIND, kind_of
from coachkit.errors import FileError, Problem
from coachkit.files import write_files
from coachkit.language.formal import to_formal
from coachkit.model import Question, fingerprint
from coachkit.yamlfile import LINE_BREAK, parse_yaml, read_yaml

PROPOSAL = "voorstel"
DECIDE = "BESLIS"
_MARK = re.compile(rf"#\s*(?:{PROPOSAL}\b|{DECIDE}\b)")


@dataclass(frozen=True)
class Proposed:
    """A key that was filled: where it stands afterwards, and why a person must decide (or "")."""

    key: str
    why: str
    line: int


@dataclass
class Outcome:
    """What was found in one file, and its new text when something changes."""

    path: Path
    proposed: list[Proposed] = field(default_factory=list)
    reviewed: list[str] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    new_text: str | None = None
    failed: bool = False


def propose(path: Path) -> Outcome:
    """Find the missing *u* texts of a file and what to write there; nothing is written."""
    return _worked(path, _propose)


def find_reviewed(path: Path) -> Outcome:
    """Find the questions with no open mark and no fingerprint yet; an old one is only noted."""
    return _worked(path, _review)


def save(outcome: Outcome) -> None:
    """Write the new text of a file, whole or not at all; without changes nothing is written.

    Raises:
        FileError: the file cannot be written.
    """
    if outcome.new_text is None:
        return
    target = outcome.path.resolve()
    if not target.stat().st_mode & 0o222:
        raise FileError(f"{outcome.path}: dit bestand is alleen-lezen; geef jezelf schrijfrecht")
    write_files(target.parent, {target.name: outcome.new_text.encode()}, force=True)


@dataclass
class _File:
    text: str
    root: yaml.Node
    kind: type[BaseModel]
    outcome: Outcome
    edits: list[Insertion] = field(default_factory=list)


def _worked(path: Path, work: Callable[[_File], None]) -> Outcome:
    outcome = Outcome(path)
    document = read_yaml(path)
    outcome.problems += document.problems
    if document.problems:
        return outcome
    kind = kind_of(document.data)
    if kind is None:
        outcome.problems.append(document.locate(NO_KIND))
        return outcome
    text = path.read_bytes().decode()
    bare = text.removeprefix("\ufeff")
    file = _File(bare, compose(bare), kind, outcome)
    work(file)
    if file.edits:
        _accept(file, text.removesuffix(bare), before=document.data)
    return outcome


def _accept(file: _File, mark: str, before: object) -> None:
    """Take the new text, if it says what the old one said and nothing is lost."""
    outcome = file.outcome
    new = applied(file.text, file.edits)
    after = parse_yaml(new.encode(), str(outcome.path))
    if after.problems or not _keeps(before, after.data):
        cause = after.problems[0].message if after.problems else "er zou iets anders veranderen"
        message = f"hier zijn geen u-teksten in te vullen ({cause})"
        cure = "verdeel het bestand, of zet elke sleutel op een eigen regel"
        outcome.problems.append(Problem(message, cure).at(str(outcome.path)))
        outcome.proposed, outcome.reviewed = [], []
        return
    outcome.new_text = mark + new


def _keeps(old: object, new: object) -> bool:
    """Tell whether all of the old data is in the new data, unchanged."""
    if isinstance(old, dict) and isinstance(new, dict):
        return all(key in new and _keeps(old[key], new[key]) for key in old)
    if isinstance(old, list) and isinstance(new, list):
        same = len(old) == len(new)
        return same and all(_keeps(a, b) for a, b in zip(old, new, strict=True))
    return old == new


def _propose(file: _File) -> None:
    found: list[_Filled] = []
    for node, companions in places(file.root, file.kind):
        for companion in companions:
            missing = _missing(node, companion)
            if missing is not None:
                edit = _edit(file.text, node, companion, *missing)
                behind = line_end(file.text, end_of(node, file.text)) if node.flow_style else None
                found.append(_Filled(edit, companion.formal, missing[1], behind))
        _note_old_review(file, node)
    found.sort(key=lambda item: item.edit.place)
    file.edits += [item.edit for item in found] + _flow_marks(found)
    line, place = 1, 0
    for item in found:
        line += len(LINE_BREAK.findall(file.text, place, item.edit.place))
        place = item.edit.place
        own = item.mark_place is None
        file.outcome.proposed.append(Proposed(item.key, item.why, line + own))
        line += len(LINE_BREAK.findall(item.edit.text))


@dataclass(frozen=True)
class _Filled:
    """A key that was filled; ``mark_place`` is where its mark goes when it stands in braces."""

    edit: Insertion
    key: str
    why: str
    mark_place: int | None


def _edit(
    text: str, node: yaml.MappingNode, companion: Companion, value: Value, why: str
) -> Insertion:
    after = pairs(node)[companion.key]
    if node.flow_style:
        return in_flow(text, after[1], companion.formal, value)
    return own_line(text, after, companion.formal, value, _mark(why))


def _flow_marks(found: list[_Filled]) -> list[Insertion]:
    """Return one comment for each line on which mappings between braces were filled."""
    lines: dict[int, list[str]] = {}
    for item in found:
        if item.mark_place is not None:
            reasons = lines.setdefault(item.mark_place, [])
            reasons += [f"{item.key}: {item.why}"] if item.why else []
    return [
        Insertion(place, f"  # {_mark('; '.join(reasons))}") for place, reasons in lines.items()
    ]


def _mark(why: str) -> str:
    return f"{DECIDE}: {' '.join(why.split())}" if why else PROPOSAL


def _missing(node: yaml.MappingNode, companion: Companion) -> tuple[Value, str] | None:
    """Return what to write for a companion that is missing, and why to decide; or nothing."""
    known = pairs(node)
    if companion.key not in known or companion.formal in known:
        return None
    value = known[companion.key][1]
    texts = _texts(value)
    if isinstance(value, yaml.SequenceNode) and not companion.many:
        return None
    if not texts or not (companion.required or speaks_informally(texts)):
        return None
    results = [to_formal(text) for text in texts]
    why = "; ".join(dict.fromkeys(result.why for result in results if result.why))
    said = tuple(result.text for result in results)
    return (said if isinstance(value, yaml.SequenceNode) else said[0]), why


def _texts(node: yaml.Node) -> tuple[str, ...]:
    if isinstance(node, yaml.SequenceNode):
        items = [item for item in node.value if isinstance(item, yaml.ScalarNode)]
        return tuple(item.value for item in items) if len(items) == len(node.value) else ()
    return (node.value,) if isinstance(node, yaml.ScalarNode) and node.value.strip() else ()


def _note_old_review(file: _File, node: yaml.MappingNode) -> None:
    known = pairs(node)
    if "u_nagekeken" not in known or "vraag" not in known:
        return
    if known["u_nagekeken"][1].value != fingerprint(known["vraag"][1].value):
        key = known["u_nagekeken"][0].start_mark
        message = "'u_nagekeken' hoort bij een oudere tekst van 'vraag'"
        cure = "kijk de u-tekst na, haal 'u_nagekeken' weg, en dan: coachkit bank formal --reviewed"
        problem = Problem(message, cure, "u-nagekeken", "warning")
        file.outcome.notes.append(problem.at(str(file.outcome.path), key.line + 1, key.column + 1))


def _review(file: _File) -> None:
    for node, known in _questions(file):
        if "u_nagekeken" in known:
            _note_old_review(file, node)
            continue
        if _MARK.search(_lines_of(file.text, node)):
            start = node.start_mark
            problem = Problem(
                "hier staat nog een merkteken", "kijk na, en haal het weg", level="hint"
            )
            file.outcome.notes.append(
                problem.at(str(file.outcome.path), start.line + 1, start.column + 1)
            )
            continue
        file.edits.append(_fingerprint_edit(file.text, node))
        file.outcome.reviewed.append(str(known["id"][1].value) if "id" in known else "?")


def _questions(
    file: _File,
) -> Iterator[tuple[yaml.MappingNode, dict[str, tuple[yaml.Node, yaml.Node]]]]:
    for node, _ in places(file.root, file.kind, of=Question):
        known = pairs(node)
        texts = [known.get(key, (None, None))[1] for key in ("vraag", "vraag_u")]
        if all(isinstance(text, yaml.ScalarNode) and text.value.strip() for text in texts):
            yield node, known


def _lines_of(text: str, node: yaml.Node) -> str:
    """Return the lines of a question, up to the end of its last one."""
    return text[int(node.start_mark.index) : line_end(text, end_of(node, text))]


def _fingerprint_edit(text: str, node: yaml.MappingNode) -> Insertion:
    known = pairs(node)
    value = fingerprint(known["vraag"][1].value)
    if node.flow_style:
        place = end_of(known["vraag_u"][1], text)
        return Insertion(place, f', u_nagekeken: "{value}"')
    line = own_line(text, known["vraag_u"], "u_nagekeken", "x", "")
    return Insertion(line.place, line.text.rpartition(":")[0] + f': "{value}"')

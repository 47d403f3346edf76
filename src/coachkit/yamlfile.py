"""Read YAML that strangers wrote: bounded in size, depth and tricks, with the place of everything.

PyYAML's fast loader crashes the process on a file of a hundred thousand brackets, follows aliases
without end, and keeps the last of two equal keys in silence. So the event stream is checked first,
which needs no recursion, and the composed nodes become plain data here, where places are known.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from coachkit.errors import Problem, cause

if TYPE_CHECKING:
    from collections.abc import Iterator

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
Data = object
Loc = tuple[str | int, ...]

MAX_BYTES = 5_000_000
MAX_DEPTH = 20
MAX_SCALAR = 100_000
MAX_EVENTS = 500_000

LINE_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""What ends a line for YAML, and so for the numbers of lines."""

_EMPTY = "het bestand is leeg"
_QUOTE_CURE = "zet de hele tekst tussen dubbele aanhalingstekens"
_NO_COLON = "could not find expected ':'"  # which stands at the line after it
_COLON_CURE = "schrijf sleutel: tekst; loopt de tekst door, laat die regel dan inspringen"
_STRANGE = "vanaf hier is het bestand niet te lezen"
_STRANGE_CURE = (
    "kijk op deze regel en die erboven naar het inspringen, de dubbele punten en de "
    "aanhalingstekens"
)
_SLOT_TRAP = "een tekst die met {{ begint, leest YAML niet als tekst"


@dataclass(frozen=True)
class Document:
    """The data of one YAML file, with the place of every value in it."""

    path: str
    data: Data
    problems: tuple[Problem, ...] = ()
    marks: dict[Loc, tuple[int, int]] = field(default_factory=dict, repr=False)

    @property
    def empty(self) -> bool:
        """Whether the file holds nothing, or only comments."""
        return [problem.message for problem in self.problems] == [_EMPTY]

    def locate(self, problem: Problem) -> Problem:
        """Return the problem with the place of its value, or of a parent that is there."""
        for end in range(len(problem.loc), -1, -1):
            if problem.loc[:end] in self.marks:
                return problem.at(self.path, *self.marks[problem.loc[:end]])
        return problem.at(self.path)


def is_yaml(path: Path) -> bool:
    """Tell whether a file is YAML by its name, in small letters or capitals."""
    return path.suffix.lower() in (".yaml", ".yml")


def read_yaml(path: Path) -> Document:
    """Read one YAML file; what is wrong with it stands in ``problems``, never in an exception."""
    try:
        if path.stat().st_size > MAX_BYTES:
            return _failed(path, _too_large(path.stat().st_size))
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        return _failed(path, Problem("dit bestand is er niet", "kijk naar de naam en de map"))
    except OSError as error:
        message = f"dit bestand is niet te lezen ({cause(error)})"
        return _failed(path, Problem(message, "kijk of het een bestand is dat je mag openen"))
    return parse_yaml(raw, str(path))


def parse_yaml(raw: bytes, path: str) -> Document:
    """Turn the bytes of a YAML file into a document."""
    if len(raw) > MAX_BYTES:
        return _failed(path, _too_large(len(raw)))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _failed(path, _encoding_problem(error))
    try:
        problem = _bounds_problem(text)
        if problem is not None:
            return _failed(path, problem)
        node = yaml.compose(text, Loader=Loader)
    except yaml.YAMLError as error:
        return _failed(path, _syntax_problem(error, text))
    if node is None:
        return _failed(path, Problem(_EMPTY, "vul het of haal het weg"))
    builder = _Builder()
    data = builder.build(node, ())
    problems = tuple(p.at(path, p.line, p.column) for p in builder.problems)
    return Document(path, data, problems, builder.marks)


def _failed(path: Path | str, problem: Problem) -> Document:
    return Document(str(path), None, (problem.at(str(path), problem.line, problem.column),))


def _too_large(size: int) -> Problem:
    return Problem(
        f"het bestand is te groot ({size / 1e6:.0f} MB)",
        f"verdeel het in bestanden van hooguit {MAX_BYTES // 1_000_000} MB",
    )


_OTHER_KINDS = {b"%PDF": "een pdf", b"PK": "een zip, Word- of Excelbestand"}


def _encoding_problem(error: UnicodeDecodeError) -> Problem:
    for head, kind in _OTHER_KINDS.items():
        if error.object.startswith(head):
            return Problem(f"dit is {kind}, en geen tekst", "geef het bestand dat op .yaml eindigt")
    before = LINE_BREAK.split(error.object[: error.start].decode("utf-8-sig"))
    return Problem(
        "het bestand is niet in UTF-8 geschreven",
        "sla het op als UTF-8 (in Kladblok: Opslaan als, Codering)",
        line=len(before),
        column=len(before[-1]) + 1,
    )


def _bounds_problem(text: str) -> Problem | None:
    """Find what makes loading dangerous: depth, aliases, tags, endless texts, two documents."""
    depth = documents = 0
    for count, event in enumerate(yaml.parse(text, Loader=Loader)):
        problem = None
        if count > MAX_EVENTS:
            return Problem("er staat te veel in dit bestand", "verdeel het over meer bestanden")
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                problem = Problem(
                    f"het bestand is dieper dan {MAX_DEPTH} lagen", "maak het vlakker"
                )
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        elif isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                problem = Problem(
                    "er staan twee documenten in het bestand", "haal de regel --- weg"
                )
        problem = problem or _node_problem(event)
        if problem is not None:
            mark = event.start_mark
            return problem.at("", mark.line + 1, mark.column + 1) if mark else problem
    return None


def _node_problem(event: yaml.Event) -> Problem | None:
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        return Problem(
            "verwijzingen met & en * zijn hier niet toegestaan", f"schrijf het uit of {_QUOTE_CURE}"
        )
    if getattr(event, "tag", None):
        return Problem("een ! voor een waarde is hier niet toegestaan", _QUOTE_CURE)
    if isinstance(event, yaml.ScalarEvent) and len(event.value) > MAX_SCALAR:
        return Problem(f"een tekst is langer dan {MAX_SCALAR:,} tekens".replace(",", "."))
    return None


class _Builder:
    """Turns composed nodes into plain data and remembers where each value stands."""

    def __init__(self) -> None:
        self.marks: dict[Loc, tuple[int, int]] = {}
        self.problems: list[Problem] = []

    def build(self, node: yaml.Node, loc: Loc) -> Data:
        self._mark(node, loc)
        if isinstance(node, yaml.MappingNode):
            return dict(self._pairs(node, loc))
        if isinstance(node, yaml.SequenceNode):
            return [self.build(child, (*loc, i)) for i, child in enumerate(node.value)]
        return _scalar(node.tag, node.value)

    def _pairs(self, node: yaml.MappingNode, loc: Loc) -> Iterator[tuple[str, Data]]:
        seen = set()
        for key_node, value_node in node.value:
            line, column = key_node.start_mark.line + 1, key_node.start_mark.column + 1
            if not isinstance(key_node, yaml.ScalarNode):
                slot = isinstance(key_node, yaml.MappingNode)
                message = _SLOT_TRAP if slot else "hier staat een sleutel die geen woord is"
                self.problems.append(Problem(message, _QUOTE_CURE).at("", line, column))
                continue
            key = key_node.value
            if key in seen:
                problem = Problem(f"de sleutel '{key}' staat er twee keer", "haal er een weg")
                self.problems.append(problem.at("", line, column))
            seen.add(key)
            yield key, self.build(value_node, (*loc, key))
            # An empty value has no text of its own to point at: its key has.
            if value_node.value == "":
                self._mark(key_node, (*loc, key))

    def _mark(self, node: yaml.Node, loc: Loc) -> None:
        self.marks[loc] = (node.start_mark.line + 1, node.start_mark.column + 1)


_CONVERTERS: dict[str, Callable[[str], Data]] = {
    "tag:yaml.org,2002:null": lambda _: None,
    "tag:yaml.org,2002:bool": lambda v: v.lower() in ("true", "yes", "on"),
    "tag:yaml.org,2002:int": lambda v: int(v.replace("_", ""), 10),
    "tag:yaml.org,2002:float": lambda v: float(v.replace("_", "")),
}


def _scalar(tag: str, value: str) -> Data:
    """Convert by YAML's own rule; what is no plain decimal (1:30, 0x1F) stays text."""
    converter = _CONVERTERS.get(tag)
    try:
        return converter(value) if converter else value
    except ValueError:
        return value


# What PyYAML says, and what it means to someone who does not know YAML. The first that fits counts.
_SYNTAX: tuple[tuple[str, str, str], ...] = (
    (r"maximum nesting depth", f"het bestand is dieper dan {MAX_DEPTH} lagen", "maak het vlakker"),
    (r"cannot start any token", "een tekst kan niet met dit teken beginnen", _QUOTE_CURE),
    (r"found unexpected end of stream", "een aanhalingsteken mist zijn einde", _QUOTE_CURE),
    (r"control characters are not allowed", "een onzichtbaar stuurteken", "haal het teken weg"),
    (r"special characters are not allowed", "een onzichtbaar stuurteken", "haal het teken weg"),
    (r"unknown escape", "een \\ in een tekst tussen dubbele aanhalingstekens", "schrijf \\\\"),
    (
        r"did not find expected ',' or|did not find expected node content",
        "een haakje [ of { mist zijn einde, of een komma ontbreekt",
        "controleer de haakjes; een tekst met , of : erin staat tussen aanhalingstekens",
    ),
    (
        r"expected '-' indicator",
        "in dit rijtje mist een regel zijn streepje, of de streepjes staan niet gelijk",
        "begin elke regel van het rijtje met een streepje, recht onder elkaar",
    ),
    (_NO_COLON, "op deze regel mist een dubbele punt", _COLON_CURE),
    (
        r"expected key|block mapping|mapping values are not allowed",
        "het inspringen klopt niet",
        "zet gelijke sleutels recht onder elkaar, met een spatie achter elke dubbele punt",
    ),
)


def _syntax_problem(error: yaml.YAMLError, text: str) -> Problem:
    said = str(getattr(error, "problem", "") or getattr(error, "reason", "") or error)
    marks = [getattr(error, name, None) for name in ("problem_mark", "context_mark")]
    mark = next(filter(None, reversed(marks) if _NO_COLON in said else marks), None)
    position = getattr(error, "position", 0)
    line = mark.line if mark else len(LINE_BREAK.findall(text, 0, position))
    column = mark.column if mark else 0
    lines = LINE_BREAK.split(text)
    trap = _trap(lines, line)
    if trap is not None:
        return trap
    if line < len(lines) and "\t" in lines[line][: column + 1]:
        return Problem("hier staat een tab", "gebruik spaties", line=line + 1, column=column + 1)
    for pattern, message, cure in _SYNTAX:
        if re.search(pattern, said):
            return Problem(message, cure, line=line + 1, column=column + 1)
    return Problem(_STRANGE, _STRANGE_CURE, line=line + 1, column=column + 1)


_QUOTED_OR_COMMENT = re.compile(r"""(?<![^\s\[{,])(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[#].*)""")
_SLOT_FIRST = re.compile(r"(?:.*[\s{,])?(?:[\w-]+:|-)\s+(?={{)|.*[\[,]\s*(?={{)")
_COLON_INSIDE = re.compile(
    r"\s*(?:- )?[\w-]+:\s+(?=[^\s\"'\[{|>].*?:(?:\s|$))"
    r"|.*[{,]\s*[\w-]+:\s+(?=[^\s\"'\[{|>,}][^,{}\[\]]*?:(?:\s|$))"
)


def _trap(lines: list[str], line: int) -> Problem | None:
    """Recognise the two traps that break a file: a text that begins with {{, or has ': ' in it."""
    for number in range(line, max(line - 3, -1), -1):
        if number >= len(lines):
            continue
        bare = _QUOTED_OR_COMMENT.sub(lambda found: '"' * len(found[0]), lines[number])
        if found := _SLOT_FIRST.match(bare):
            return Problem(_SLOT_TRAP, _QUOTE_CURE, line=number + 1, column=found.end() + 1)
        if found := _COLON_INSIDE.match(bare):
            message = "een dubbele punt met een spatie erachter breekt de tekst af"
            return Problem(message, _QUOTE_CURE, line=number + 1, column=found.end() + 1)
    return None

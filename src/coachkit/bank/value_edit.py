"""Change values in the text of a YAML file, and leave every other character as it is.

The composed nodes of PyYAML say where a value begins and ends. Of a mapping and of a list only the
parts that differ are written again. A comment in what goes away gets a line of its own.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

import yaml

from coachkit.bank.comments import comments_in
from coachkit.bank.formal_edit import end_of, line_end, newline_at, pairs
from coachkit.bank.setfile import WIDTH, flow, lines_of, quoted, scalar
from coachkit.yamlfile import LINE_BREAK

Piece = tuple[int, int, str]
"""A part of a mapping or list between brackets: its number before (-1: new), its new number, and
its text."""


@dataclass(frozen=True)
class Edit:
    """A text to put in the place of another, from ``start`` up to ``end``, in characters."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Spot:
    """Where a value stands: its key, the place right behind the colon or dash, and the indent."""

    key: str
    place: int
    column: int
    inside: bool = False
    """Whether it stands between brackets, where more texts need quotes."""


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Return the text after all edits; of those at one place the first comes first."""
    parts: list[str] = []
    place = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        parts += [text[place : edit.start], edit.text]
        place = edit.end
    return "".join([*parts, text[place:]])


class ValueEditor:
    """Finds the edits that make one value of another."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._comments = tuple(comments_in(text))
        breaks = [found.span() for found in LINE_BREAK.finditer(text)]
        self._ends = [start for start, _ in breaks]
        self._starts = [0, *(end for _, end in breaks)]

    def edits(self, node: yaml.Node, old: object, new: object, spot: Spot) -> list[Edit]:
        """Return what to edit so that a value becomes another.

        Args:
            node: the composed node of the value as it stands.
            old: its data.
            new: the data that it gets.
            spot: where it stands.

        """
        if _same(old, new):
            return []
        found: list[Edit] | None = None
        if isinstance(node, yaml.MappingNode) and isinstance(old, Mapping):
            found = self._mapping(node, old, new)
        elif isinstance(node, yaml.SequenceNode) and isinstance(old, list):
            found = self._sequence(node, old, new, spot)
        return self._whole(node, new, spot) if found is None else found

    def line_before(self, place: int) -> int:
        """Return the end of the line above that of a place; 0 when there is none."""
        number = bisect_right(self._starts, place) - 1
        return self._ends[number - 1] if number else 0

    def line_start(self, place: int) -> int:
        """Return where the line of a place begins."""
        return self._starts[bisect_right(self._starts, place) - 1]

    def line_of(self, node: yaml.Node) -> int:
        """Return the end of the line on which a value ends."""
        return line_end(self._text, end_of(node, self._text))

    def comments(self, start: int, end: int, column: int) -> str:
        """Return the comments from one place to another, each on a line of its own."""
        newline = newline_at(self._text, line_end(self._text, start))
        return "".join(
            f"{newline}{' ' * column}{comment}"
            for place, comment in self._comments
            if start <= place < end
        )

    def own_lines(self, place: int, lines: Iterable[str], column: int) -> Edit:
        """Return the edit that puts lines below the one that ends at a place."""
        newline = newline_at(self._text, place)
        return Edit(place, place, "".join(f"{newline}{' ' * column}{line}" for line in lines))

    def _mapping(
        self, node: yaml.MappingNode, old: Mapping[str, object], new: object
    ) -> list[Edit] | None:
        """Return the edits of the pairs; ``None`` when the whole has to be written."""
        if not isinstance(new, Mapping) or not old.keys() & new.keys():
            return None
        if not node.flow_style:
            return self._block_mapping(node, old, new)
        known = pairs(node)
        if list(old) == list(new):
            return [
                edit
                for key, (_, value) in known.items()
                for edit in self.edits(value, old[key], new[key], self._spot(known[key], True))
            ]
        places = [(int(k.start_mark.index), end_of(v, self._text)) for k, v in known.values()]
        pieces = []
        for number, (key, value) in enumerate(new.items()):
            if key not in old:
                pieces.append((-1, number, f"{scalar(key)}: {flow(value, key)}"))
                continue
            before = list(known).index(key)
            said = self._text[slice(*places[before])]
            if not _same(old[key], value):
                node_of_value = known[key][1]
                head = self._text[places[before][0] : int(node_of_value.start_mark.index)]
                said = head + self._said(node_of_value, value, self._spot(known[key], True))
            pieces.append((before, number, said))
        return [self._between_brackets(node, places, pieces)]

    def _block_mapping(
        self, node: yaml.MappingNode, old: Mapping[str, object], new: Mapping[str, object]
    ) -> list[Edit] | None:
        known = pairs(node)
        first = next(iter(known))
        if first not in new and self._behind_dash(known[first][0]):
            return None
        found: list[Edit] = []
        for key in (key for key in known if key in new):
            found += self.edits(known[key][1], old[key], new[key], self._spot(known[key], False))
        found += [self._without(known[key]) for key in known if key not in new]
        anchor = next(key for key in new if key in known)
        column = int(node.start_mark.column)
        for key, value in new.items():
            if key in known:
                anchor = key
                continue
            place = self.line_of(known[anchor][1])
            found.append(self.own_lines(place, lines_of({key: value}, WIDTH), column))
        return found

    def _behind_dash(self, key: yaml.Node) -> bool:
        place = int(key.start_mark.index)
        return bool(self._text[self.line_start(place) : place].strip())

    def _without(self, pair: tuple[yaml.Node, yaml.Node]) -> Edit:
        """Return the edit that takes a pair away with its lines; comments get their own."""
        key, value = pair
        start, end = int(key.start_mark.index), self.line_of(value)
        kept = self.comments(start, end, int(key.start_mark.column))
        return Edit(self.line_before(start), end, kept)

    def _spot(self, pair: tuple[yaml.Node, yaml.Node], inside: bool) -> Spot:
        key = pair[0]
        place = self._text.index(":", int(key.end_mark.index)) + 1
        return Spot(str(key.value), place, int(key.start_mark.column), inside)

    def _sequence(
        self, node: yaml.SequenceNode, old: Sequence[object], new: object, spot: Spot
    ) -> list[Edit] | None:
        """Return the edits of the items; ``None`` when the whole has to be written."""
        if not isinstance(new, list) or not old or not new:
            return None
        if not node.flow_style:
            return self._block_sequence(node, old, new, spot)
        places = [(int(n.start_mark.index), end_of(n, self._text)) for n in node.value]
        pieces = []
        for number, before in enumerate(_matched(old, new)):
            said = flow(new[number], spot.key)
            if before >= 0 and _same(old[before], new[number]):
                said = self._text[slice(*places[before])]
            pieces.append((before, number, said))
        return [self._between_brackets(node, places, pieces)]

    def _block_sequence(
        self, node: yaml.SequenceNode, old: Sequence[object], new: Sequence[object], spot: Spot
    ) -> list[Edit] | None:
        dashes = [self._dash(item) for item in node.value]
        if -1 in dashes:
            return None
        column = int(node.start_mark.column)
        matched = _matched(old, new)
        found: list[Edit] = []
        for number, item in enumerate(node.value):
            if number not in matched:
                end = self.line_of(item)
                kept = self.comments(dashes[number], end, column)
                found.append(Edit(self.line_before(dashes[number]), end, kept))
        place = self.line_before(dashes[0])
        for value, before in zip(new, matched, strict=True):
            if before < 0:
                found.append(self.own_lines(place, [f"- {flow(value, spot.key)}"], column))
                continue
            inner = Spot(spot.key, dashes[before] + 1, column)
            found += self.edits(node.value[before], old[before], value, inner)
            place = self.line_of(node.value[before])
        return found

    def _dash(self, item: yaml.Node) -> int:
        """Return the place of the dash of an item that begins its line; -1 when it does not."""
        start = int(item.start_mark.index)
        dash = self._text.rfind("-", 0, start)
        if dash < 0 or self._text[dash + 1 : start].strip():
            return -1
        return -1 if self._text[self.line_start(dash) : dash].strip() else dash

    def _between_brackets(
        self, node: yaml.Node, places: Sequence[tuple[int, int]], pieces: Sequence[Piece]
    ) -> Edit:
        """Return the edit of what stands between brackets; what stays keeps what is before it."""
        gaps = {n + 1: self._text[a[1] : b[0]] for n, (a, b) in enumerate(pairwise(places))}
        said = [self._text[int(node.start_mark.index) : places[0][0]]]
        for before, number, text in pieces:
            said += [gaps.get(before, ", ") if number else "", text]
        said.append(self._text[places[-1][1] : end_of(node, self._text)])
        return Edit(int(node.start_mark.index), end_of(node, self._text), "".join(said))

    def _whole(self, node: yaml.Node, new: object, spot: Spot) -> list[Edit]:
        """Return the edits that write a value anew, behind its key or dash."""
        block = isinstance(node, yaml.CollectionNode) and not node.flow_style
        start = spot.place if block else max(spot.place, int(node.start_mark.index))
        end = max(start, end_of(node, self._text))
        said = self._said(node, new, spot)
        space = "" if self._text[start - 1 : start].isspace() else " "
        kept = self.comments(start, end, spot.column)
        behind = line_end(self._text, end)
        found = [Edit(start, end, f"{space}{said}")]
        return [*found, Edit(behind, behind, kept)] if kept else found

    def _said(self, node: yaml.Node, new: object, spot: Spot) -> str:
        if not isinstance(new, str):
            return flow(new, spot.key)
        style = node.style if isinstance(node, yaml.ScalarNode) else ""
        if style == '"':
            return quoted(new)
        if style == "'" and new.isprintable():
            return "'" + new.replace("'", "''") + "'"
        return scalar(new, spot.key, inside=spot.inside)


def _same(one: object, other: object) -> bool:
    """Tell whether two values are the same; 1 is not true, and the order of keys counts."""
    return json.dumps(one) == json.dumps(other)


def _matched(old: Sequence[object], new: Sequence[object]) -> list[int]:
    """Return for each new item the old one that it stays or comes from; -1 when it is added."""
    found: list[int] = []
    one, other = ([json.dumps(item) for item in items] for items in (old, new))
    for _, start, end, first, last in SequenceMatcher(None, one, other, False).get_opcodes():
        places: Iterator[int] = iter(range(start, end))
        found += [next(places, -1) for _ in range(first, last)]
    return found

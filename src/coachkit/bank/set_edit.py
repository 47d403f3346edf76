"""Add, change, move and remove questions in the text of a set; all other characters stay.

The text is that of a set that was read without a problem. Whoever saves what comes of it, reads it
again and compares.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import yaml

from coachkit.bank.comments import comments_in, is_open_mark
from coachkit.bank.formal import DECIDE, PROPOSAL
from coachkit.bank.formal_edit import compose, end_of, line_end, newline_at, pairs
from coachkit.bank.setfile import WIDTH, flow, lines_of
from coachkit.bank.value_edit import Edit, Spot, ValueEditor, edited
from coachkit.yamlfile import LINE_BREAK

Data = Mapping[str, object]
Marks = Mapping[str, str]
"""Keys of a question with a text that nobody looked at yet, and why a person must decide (or
nothing)."""

_MARK = re.compile(rf"#\s*(?:{PROPOSAL}|{DECIDE}:?)\s*")


def with_question(text: str, question: Data) -> str:
    """Return the text with a question more, at the end."""
    file = _File(text)
    if not file.items:
        return _first(file, question)
    if file.in_brackets:
        place = end_of(file.items[-1], text)
        return edited(text, [Edit(place, place, f", {flow(question)}")])
    column = int(file.list.start_mark.column)
    indent = max(1, int(file.items[0].start_mark.column) - column)
    lines = _item_lines(question, column, indent)
    if file.spaced:
        lines = ["", *lines]
    place = file.chunks[-1][1]
    newline = newline_at(text, place)
    return edited(text, [Edit(place, place, "".join(newline + line for line in lines))])


def with_change(text: str, place: int, old: Data, new: Data) -> str:
    """Return the text in which one question, by its number from 0, says something else."""
    file = _File(text)
    item = file.items[place]
    column = int(item.start_mark.column)
    dash = text.rfind("-", 0, int(item.start_mark.index))
    inside = file.in_brackets
    start = int(item.start_mark.index) if inside else dash + 1
    return edited(text, file.editor.edits(item, old, new, Spot("", start, column, inside)))


def without_question(text: str, place: int) -> str:
    """Return the text without one question; the comments in and above it stay."""
    file = _File(text)
    if file.in_brackets:
        return file.reordered([n for n in range(len(file.items)) if n != place])
    start, end = file.lines(place)
    kept = file.editor.comments(start, end, int(file.list.start_mark.column))
    if len(file.items) == 1:
        colon = file.list_key_end
        before = file.after_space(line_end(text, colon), start)
        return edited(text, [Edit(colon, colon, " []"), Edit(before, end, kept)])
    if place:
        before = file.after_space(file.chunks[place - 1][1], start)
        return edited(text, [Edit(before, end, kept)])
    behind = file.chunks[1][0]
    if kept or text[end:behind].strip():
        return edited(text, [Edit(file.editor.line_before(start), end, kept)])
    return edited(text, [Edit(start, behind, "")])


def with_move(text: str, place: int, to: int) -> str:
    """Return the text in which one question stands at another number.

    The comments right above a question and right below it go along; what stands apart from it, by
    an empty line, stays.
    """
    file = _File(text)
    order = [n for n in range(len(file.items)) if n != place]
    order.insert(to, place)
    return file.reordered(order)


def marks_in(text: str, place: int) -> dict[str, str]:
    """Return the keys of a question of which a mark says that nobody looked at the text yet."""
    file = _File(text)
    found = {}
    for where, comment in file.marks(place):
        found[file.key_at(place, where)] = _MARK.sub("", comment.partition("  #")[0])
    return found


def behind_mark(comment: str) -> str:
    """Return the comment of a person that stands behind a mark; empty when there is none."""
    _, beside, words = comment.partition("  #")
    return f"#{words}" if beside else ""


def with_marks(text: str, place: int, marks: Marks) -> str:
    """Return the text with these marks at a question, and no others."""
    file = _File(text)
    edits = [file.without_comment(where, comment) for where, comment in file.marks(place)]
    lines: dict[int, list[str]] = {}
    for key, (_, value) in pairs(file.items[place]).items():
        if key in marks:
            node = file.items[place] if file.is_flow(place) else value
            lines.setdefault(end_of(node, text), []).append(marks[key])
    for end, reasons in lines.items():
        why = "; ".join(" ".join(reason.split()) for reason in reasons if reason)
        mark = f"  # {DECIDE}: {why}" if why else f"  # {PROPOSAL}"
        edits.append(Edit(end, end, mark))
    return edited(text, edits)


class _File:
    """The text of a set, with the places of its questions."""

    def __init__(self, text: str) -> None:
        self.text = text
        root = compose(text)
        self.in_braces = _in_brackets(root)
        key, self.list = pairs(root)["vragen"]
        self.list_key_end = text.index(":", int(key.end_mark.index)) + 1
        self.in_brackets = _in_brackets(self.list)
        self.items: list[yaml.Node] = list(self.list.value)
        self.editor = ValueEditor(text)
        self.chunks: list[tuple[int, int]] = []
        if not self.in_brackets:
            for place in range(len(self.items)):
                self.chunks.append(self._chunk(place))

    @property
    def spaced(self) -> bool:
        """Whether there are empty lines between the questions."""
        if len(self.items) == 1:
            return True
        between = self.text[self.chunks[-2][1] : self.chunks[-1][0]]
        return len(LINE_BREAK.findall(between)) > 1

    def lines(self, place: int) -> tuple[int, int]:
        """Return where the lines of a question itself begin and end, without the last break."""
        start = int(self.items[place].start_mark.index)
        dash = self.text.rfind("-", 0, start)
        return self.editor.line_start(dash), self.editor.line_of(self.items[place])

    def after_space(self, floor: int, start: int) -> int:
        """Return where the empty lines above a line begin; with comments there, its own break."""
        blank = not self.text[floor:start].strip()
        return floor if blank else self.editor.line_before(start)

    def is_flow(self, place: int) -> bool:
        """Whether a question stands between braces."""
        return _in_brackets(self.items[place])

    def reordered(self, order: Sequence[int]) -> str:
        """Return the text with its questions in another order; what is between them stays."""
        text, parts = self.text, self.chunks
        if self.in_brackets:
            parts = [(int(item.start_mark.index), end_of(item, text)) for item in self.items]
        new = [text[slice(*parts[number])] for number in order]
        gaps = [text[a[1] : b[0]] for a, b in pairwise(parts)]
        said = "".join(f"{gaps[n - 1] if n else ''}{part}" for n, part in enumerate(new))
        return edited(text, [Edit(parts[0][0], parts[-1][1], said)])

    def marks(self, place: int) -> Iterator[tuple[int, str]]:
        """Yield the marks on the lines of a question, with their places."""
        start, end = int(self.items[place].start_mark.index), self.editor.line_of(self.items[place])
        for where, comment in comments_in(self.text):
            if start <= where < end and is_open_mark(comment):
                yield where, comment

    def key_at(self, place: int, where: int) -> str:
        """Return the key of a question on whose lines a place is; the last one that begins."""
        before = [
            key
            for key, (node, _) in pairs(self.items[place]).items()
            if int(node.start_mark.index) <= where
        ]
        return before[-1]

    def without_comment(self, where: int, comment: str) -> Edit:
        """Return the edit that takes a mark away with the white space before it.

        A comment of a person behind the mark stays.
        """
        mark = comment.removesuffix(behind_mark(comment)).rstrip()
        start = len(self.text[:where].rstrip(" \t"))
        return Edit(start, where + len(mark), "")

    def _chunk(self, place: int) -> tuple[int, int]:
        """Return the place of a question with the comments that belong to it."""
        start, end = self.lines(place)
        floor = self.chunks[-1][1] if self.chunks else line_end(self.text, self.list_key_end)
        while (above := self.editor.line_before(start)) > floor:
            line = self.text[self.editor.line_start(above) : above].strip()
            if not line.startswith("#"):
                break
            start = self.editor.line_start(above)
        while below := LINE_BREAK.match(self.text, end):
            line_stop = line_end(self.text, below.end())
            line = self.text[below.end() : line_stop]
            inner = len(line) - len(line.lstrip()) > int(self.list.start_mark.column)
            if not (line.strip().startswith("#") and inner):
                break
            end = line_stop
        return start, end


def _item_lines(question: Data, column: int, indent: int) -> list[str]:
    """Return the lines of a question behind its dash."""
    lines = lines_of(question, WIDTH)
    margin = " " * column
    return [
        f"{margin}-{' ' * (indent - 1)}{lines[0]}",
        *(f"{margin}{' ' * indent}{line}" for line in lines[1:]),
    ]


def _first(file: _File, question: Data) -> str:
    """Return the text of an empty set with its first question."""
    text = file.text
    start, end = int(file.list.start_mark.index), int(file.list.end_mark.index)
    if file.in_braces:
        return edited(text, [Edit(start, end, f"[{flow(question)}]")])
    place = line_end(text, end)
    newline = newline_at(text, place)
    lines = "".join(newline + line for line in ["", *_item_lines(question, 2, 2)])
    return edited(text, [Edit(file.list_key_end, end, ""), Edit(place, place, lines)])


def _in_brackets(node: yaml.Node) -> bool:
    return isinstance(node, yaml.CollectionNode) and bool(node.flow_style)

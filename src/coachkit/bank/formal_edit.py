"""Put a key into the text of a YAML file, and leave every other character as it is.

The composed nodes of PyYAML say where a value begins and ends; the new text goes right behind it.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

import yaml

from coachkit.yamlfile import LINE_BREAK, Loader

Value = str | tuple[str, ...]

# What can stand bare in any place of a YAML file without being read as something else.
_PLAIN = re.compile(r"[A-Za-zÀ-ÿ][^:#,\[\]{}\"'\\\n\r\t&*!|>%@`]*[^\s:#,\[\]{}\"'\\&*!|>%@`]")
_WORDS = frozenset({"true", "false", "yes", "no", "on", "off", "null", "y", "n"})


@dataclass(frozen=True)
class Insertion:
    """Text to put into a file at a place, counted in characters."""

    place: int
    text: str


def compose(text: str) -> yaml.Node:
    """Return the nodes of a text that was read before without a problem."""
    node = yaml.compose(text, Loader=Loader)
    assert node is not None, "an empty file is a problem"  # noqa: S101  # for mypy
    return node


def pairs(node: yaml.Node) -> dict[str, tuple[yaml.Node, yaml.Node]]:
    """Return key -> (node of the key, node of the value) of a mapping; else nothing."""
    if not isinstance(node, yaml.MappingNode):
        return {}
    return {key.value: (key, value) for key, value in node.value if isinstance(key.value, str)}


def end_of(node: yaml.Node, text: str) -> int:
    """Return the place behind the last character of a value, without what follows it."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return end_of(last[1] if isinstance(last, tuple) else last, text)
    end = int(node.end_mark.index)
    if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
        return _end_of_block(text, int(node.start_mark.index), end)
    return end


def _end_of_block(text: str, start: int, end: int) -> int:
    """Return the end of a block text; its node reaches to the next key."""
    lines = text[start:end].splitlines(keepends=True)
    while len(lines) > 1 and not lines[-1].strip():
        lines.pop()
    return start + len("".join(lines).rstrip("\r\n"))


def line_end(text: str, place: int) -> int:
    """Return the place of the line break behind a place, or the end of the text."""
    found = LINE_BREAK.search(text, place)
    return found.start() if found else len(text)


def newline_at(text: str, place: int) -> str:
    """Return the line break of a line by its end; the last line may have to look above it."""
    found = LINE_BREAK.match(text, place)
    breaks = [found[0]] if found else LINE_BREAK.findall(text)
    return breaks[-1] if breaks and breaks[-1] in ("\r\n", "\r") else "\n"


def own_line(
    text: str, after: tuple[yaml.Node, yaml.Node], key: str, value: Value, mark: str
) -> Insertion:
    """Return a line of its own for a key, below the pair that it belongs to."""
    key_node, value_node = after
    place = line_end(text, end_of(value_node, text))
    newline = newline_at(text, place)
    indent = " " * int(key_node.start_mark.column)
    comment = f"  # {mark}" if mark else ""
    if isinstance(value, str):
        lines = [f"{indent}{key}: {_scalar(value, value_node)}{comment}"]
    elif isinstance(value_node, yaml.SequenceNode) and value_node.flow_style:
        lines = [f"{indent}{key}: {_flow(value, value_node)}{comment}"]
    else:
        dash = " " * int(value_node.start_mark.column)
        items = _styled(value, value_node)
        lines = [f"{indent}{key}:{comment}", *(f"{dash}- {item}" for item in items)]
    return Insertion(place, "".join(newline + line for line in lines))


def in_flow(text: str, value_node: yaml.Node, key: str, value: Value) -> Insertion:
    """Return a pair for a mapping between braces, behind the pair that it belongs to."""
    place = end_of(value_node, text)
    said = _scalar(value, value_node) if isinstance(value, str) else _flow(value, value_node)
    return Insertion(place, f", {key}: {said}")


def _flow(value: tuple[str, ...], node: yaml.Node) -> str:
    return f"[{', '.join(_styled(value, node))}]"


def _styled(value: tuple[str, ...], node: yaml.Node) -> list[str]:
    models = node.value if isinstance(node, yaml.SequenceNode) else []
    return [_scalar(item, model) for item, model in zip(value, models, strict=True)]


def _scalar(value: str, model: yaml.Node) -> str:
    """Write a text in the style of another, or between double quotes when that is not safe."""
    style = model.style if isinstance(model, yaml.ScalarNode) else '"'
    if not style and _PLAIN.fullmatch(value) and value.lower() not in _WORDS:
        return value
    if style == "'" and "\n" not in value:
        return "'" + value.replace("'", "''") + "'"
    return json.dumps(value, ensure_ascii=False)


def applied(text: str, insertions: list[Insertion]) -> str:
    """Return the text with all insertions; of those at one place the first comes first."""
    parts: list[str] = []
    place = 0
    for item in sorted(insertions, key=lambda item: item.place):
        parts += [text[place : item.place], item.text]
        place = item.place
    return "".join([*parts, text[place:]])

"""Values in YAML become others, and every other character stays."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from coachkit.bank.comments import comments_in
from coachkit.bank.formal_edit import compose
from coachkit.bank.setfile import flow
from coachkit.bank.value_edit import Spot, ValueEditor, edited
from coachkit.yamlfile import parse_yaml


def data_of(text: str) -> Any:
    document = parse_yaml(text.encode(), "proef.yaml")
    assert not document.problems, (text, document.problems)
    return document.data


def changed(text: str, new: object) -> str:
    """Return a text of which the whole becomes something else."""
    return edited(text, ValueEditor(text).edits(compose(text), data_of(text), new, Spot("", 0, 0)))


@pytest.mark.parametrize(
    ("text", "new", "expected"),
    [
        ("a: een  # 1\nb: twee\n", {"a": "drie", "b": "twee"}, "a: drie  # 1\nb: twee\n"),
        ("a: 'een'\n", {"a": "zo'n"}, "a: 'zo''n'\n"),
        ('a: "een"\n', {"a": "twee"}, 'a: "twee"\n'),
        ("a: een\n", {"a": "ja: nee"}, 'a: "ja: nee"\n'),
        ("a: een\n", {"a": True}, "a: true\n"),
        ("a: 1\n", {"a": True}, "a: true\n"),
        ("a:   # leeg\nb: 1\n", {"a": "x", "b": 1}, "a: x   # leeg\nb: 1\n"),
        ("a: een\nb: 1", {"a": "een", "b": 1, "c": "x"}, "a: een\nb: 1\nc: x"),
        ("a: een\r\nb: 1\r\n", {"a": "een", "c": "x", "b": 1}, "a: een\r\nc: x\r\nb: 1\r\n"),
        ("a: een\nb: 1  # waarom\nc: 2\n", {"a": "een", "c": 2}, "a: een\n# waarom\nc: 2\n"),
        ("a: een\nb: 1\nc: 2\n", {"a": "een"}, "a: een\n"),
        ("a: |\n  een\n  twee\n\nb: 1\n", {"a": "x", "b": 1}, "a: x\n\nb: 1\n"),
        ("a: een\n  twee\nb: 1\n", {"a": "x", "b": 1}, "a: x\nb: 1\n"),
        ("a: {b: 1, c: 2}  # 1\n", {"a": {"b": 1, "c": 3}}, "a: {b: 1, c: 3}  # 1\n"),
        ("a: { b: 1, c: 2 }\n", {"a": {"c": 2}}, "a: { c: 2 }\n"),
        ('a: {"b": 1}\n', {"a": {"b": 1, "d": "x, y"}}, 'a: {"b": 1, d: "x, y"}\n'),
        ("a: [x,  y]\n", {"a": ["x", "z", "y"]}, "a: [x, z,  y]\n"),
        ("a: [x, y]\n", {"a": []}, "a: []\n"),
        ("a: []\n", {"a": ["x"]}, "a: [x]\n"),
        ("a:\n  - x  # 1\n  - y  # 2\n", {"a": ["x", "z"]}, "a:\n  - x  # 1\n  - z  # 2\n"),
        ("a:\n  - x  # 1\n  - y\n", {"a": ["y"]}, "a:\n  # 1\n  - y\n"),
        ("a:\n- x\n- y\n", {"a": ["w", "x", "y"]}, "a:\n- w\n- x\n- y\n"),
        ("a:\n  - x\nb: 1\n", {"a": ["x", "y: z"], "b": 1}, 'a:\n  - x\n  - "y: z"\nb: 1\n'),
        ("a:\n  - x  # 1\nb: 1\n", {"a": 3, "b": 1}, "a: 3  # 1\nb: 1\n"),
        ("a: 3\nb: 1\n", {"a": ["x"], "b": 1}, "a: [x]\nb: 1\n"),
        ("a:\n  # over b\n  b: 1\nc: 1\n", {"a": 3, "c": 1}, "a: 3\n# over b\nc: 1\n"),
        ("- a: 1\n  b: 2\n", [{"b": 2}], "- {b: 2}\n"),
        ("a:\n  b: 1\n  c: 2\nd: 1\n", {"a": {"b": 1}, "e": 2, "d": 1}, "a:\n  b: 1\ne: 2\nd: 1\n"),
    ],
)
def test_only_what_differs_is_written(text: str, new: object, expected: str) -> None:
    assert changed(text, new) == expected


def test_what_stays_the_same_is_not_touched() -> None:
    text = "a:   {b:   1,c: 2}\n"
    assert changed(text, {"a": {"b": 1, "c": 2}}) == text


WORDS = st.sampled_from(["een", "twee woorden", "met: punt", "a, b", "", "# geen", "ja", "1"])
VALUES = st.recursive(
    WORDS | st.integers(0, 9) | st.booleans(),
    lambda part: st.lists(part, max_size=3) | st.dictionaries(st.sampled_from("abcd"), part),
    max_leaves=8,
)
MAPPINGS = st.dictionaries(st.sampled_from("abcdef"), VALUES, min_size=1, max_size=5)


def in_lines(value: object, numbers: list[int]) -> str:
    """Return a value in lines, with a comment at each that has room for one."""
    lines = yaml.safe_dump(value, allow_unicode=True, sort_keys=False).splitlines()
    return "\n".join(f"{line}  # {numbers[i % len(numbers)]}" for i, line in enumerate(lines))


@settings(max_examples=80, deadline=None)
@given(MAPPINGS, MAPPINGS, st.lists(st.integers(0, 99), min_size=3, max_size=3), st.booleans())
def test_any_value_can_become_any_other(
    old: dict[str, object], new: dict[str, object], numbers: list[int], windows: bool
) -> None:
    text = in_lines({**old, "z": 1}, numbers).replace("\n", "\r\n" if windows else "\n")
    after = changed(text, {**new, "z": 1})
    assert data_of(after) == {**new, "z": 1}
    before, kept = ([words for _, words in comments_in(each)] for each in (text, after))
    assert sorted(before) == sorted(kept)


@settings(max_examples=60, deadline=None)
@given(MAPPINGS, MAPPINGS)
def test_between_brackets_too(old: dict[str, object], new: dict[str, object]) -> None:
    assert data_of(changed(flow({**old, "z": 1}), {**new, "z": 1})) == {**new, "z": 1}

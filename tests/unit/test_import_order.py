"""Imports run one way: each room knows only the rooms above it, as the architecture tells."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import coachkit

PACKAGE = Path(coachkit.__file__).parent
ARCHITECTURE = PACKAGE.parents[1] / "docs" / "architecture.md"

ROOMS = (
    "errors",
    "safetext",
    "resources",
    "files",
    "nbconvert_import",
    "vocabulary",
    "slots",
    "language",
    "address",
    "validation",
    "yamlfile",
    "answers",
    "model",
    "practice",
    "bank",
    "lint",
    "invitation",
    "worksheet",
    "export",
    "homework",
    "session",
    "desk",
    "ui",
    "app",
    "cli",
)
FRONT = "__init__"
"""What ``import coachkit`` gives: it may show all rooms but the commands, and only they use it."""

MODULES = {
    ".".join(("coachkit", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(
        ".__init__"
    ): path
    for path in sorted(PACKAGE.rglob("*.py"))
}


def imported(tree: ast.AST) -> Iterator[str]:
    """Yield every module of coachkit that is imported, also in functions or by its name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            inside = [f"{node.module}.{alias.name}" for alias in node.names]
            names = [name if name in MODULES else str(node.module) for name in inside]
        elif isinstance(node, ast.Constant) and node.value in MODULES and "." in node.value:
            names = [str(node.value)]
        else:
            continue
        yield from (name for name in names if name.partition(".")[0] == "coachkit")


def room(module: str) -> str:
    return [*module.split("."), FRONT][1]


def imports_of_rooms() -> Iterator[tuple[str, str, str]]:
    """Yield a file, its room, and a room that it imports."""
    for module, path in MODULES.items():
        for name in imported(ast.parse(path.read_text(encoding="utf-8"))):
            yield str(path.relative_to(PACKAGE)), room(module), room(name)


def test_every_file_belongs_to_a_room() -> None:
    assert {room(module) for module in MODULES} == {*ROOMS, FRONT}


def test_no_room_imports_one_that_comes_later() -> None:
    order = {name: place for place, name in enumerate(ROOMS)}
    wrong = [
        f"{file} imports {later}"
        for file, own, later in imports_of_rooms()
        if FRONT not in (own, later) and order[later] > order[own]
    ]
    assert wrong == []


def test_the_front_is_used_by_the_commands_alone_and_knows_nothing_of_them() -> None:
    uses = {own for _, own, other in imports_of_rooms() if other == FRONT}
    shows = {other for _, own, other in imports_of_rooms() if own == FRONT}
    assert uses <= {"cli", FRONT}
    assert "cli" not in shows
    assert {"bank", "worksheet", "export", "session"} <= shows


def test_the_order_is_the_one_of_the_architecture() -> None:
    text = ARCHITECTURE.read_text(encoding="utf-8").partition("## Rooms")[2].partition("###")[0]
    rows = re.findall(r"^\| (`[^|]*) \|", text, flags=re.MULTILINE)
    told = [name for row in rows for name in re.findall(r"`(\w+)/?`", row)]
    assert tuple(told) == ROOMS


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("import coachkit.bank.load", ["coachkit.bank.load"]),
        ("from coachkit.bank import load", ["coachkit.bank.load"]),
        ("from coachkit.errors import Problem", ["coachkit.errors"]),
        ("def f():\n    from coachkit.cli import app", ["coachkit.cli.app"]),
        ("if TYPE_CHECKING:\n    import coachkit", ["coachkit"]),
        ("LATER = {'x': 'coachkit.session'}", ["coachkit.session"]),
        ("import os, re", []),
        ("GROUP = 'coachkit.vraagbank'", []),
    ],
)
def test_imports_are_found_wherever_they_stand(code: str, found: list[str]) -> None:
    assert list(imported(ast.parse(code))) == found

"""Files come in pieces, in their order, and never more than may come."""

from __future__ import annotations

from typing import Any

import pytest

from coachkit.ui.dropping import DropZone, Handed
from support.pressing import drop


@pytest.fixture
def zone() -> DropZone:
    return DropZone(most=100, together=100)


@pytest.fixture
def handed(zone: DropZone) -> list[list[Handed]]:
    found: list[list[Handed]] = []
    zone.on_files(found.append)
    return found


def test_pieces_become_files(zone: DropZone, handed: list[list[Handed]]) -> None:
    drop(zone, ("a.pdf", b"0123456789"), ("leeg.pdf", b""), ("b.json", b"{}"))
    drop(zone, ("a.pdf", b"ander"), batch="2")
    first = [Handed("a.pdf", b"0123456789"), Handed("leeg.pdf", b""), Handed("b.json", b"{}")]
    assert handed == [first, [Handed("a.pdf", b"ander")]]


def test_each_message_is_answered(zone: DropZone, handed: list[list[Handed]]) -> None:
    sent: list[Any] = []
    zone.send = lambda content, buffers=None: sent.append(content["got"])
    drop(zone, ("a.pdf", b"012"))
    assert sent == ["1/0/0", "1/0/1", "1/0/2", "1"]


def test_it_is_answered_also_when_something_goes_wrong(zone: DropZone) -> None:
    def broken(_: list[Handed]) -> None:
        raise RuntimeError

    sent: list[Any] = []
    zone.on_files(broken)
    zone.send = lambda content, buffers=None: sent.append(content["got"])
    drop(zone, ("a.pdf", b""))
    assert sent == ["1"]


def test_a_file_that_was_not_sent_tells_why(zone: DropZone, handed: list[list[Handed]]) -> None:
    drop(zone, ("groot.pdf", b""), why="groot")
    assert handed == [[Handed("groot.pdf", b"", "groot")]]


def test_more_than_may_come_is_not_kept(zone: DropZone, handed: list[list[Handed]]) -> None:
    drop(zone, ("a.pdf", b"x" * 99), ("b.pdf", b"y" * 99))
    assert [len(file.raw) for file in handed[0]] == [99, 0]


@pytest.mark.parametrize(
    "message",
    [
        {"batch": "1", "file": "x", "at": 0},
        {"batch": "1", "file": 0, "at": 5},
        {"batch": None},
        {"done": "9"},
        {"done": "9", "files": [{}]},
        {"done": "9", "files": "x"},
        {"done": "9", "files": [{"file": [], "name": None, "why": "onzin"}, 3]},
        {},
    ],
)
def test_a_strange_message_does_no_harm(
    zone: DropZone, handed: list[list[Handed]], message: dict[str, Any]
) -> None:
    zone._handle_custom_msg(message, [memoryview(b"abc")])
    assert [file for files in handed for file in files if file.raw] == []
    drop(zone, ("a.pdf", b"abc"), batch="3")
    assert handed[-1] == [Handed("a.pdf", b"abc")]

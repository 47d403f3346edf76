"""More than a thousand files that were filled in and then damaged or changed, each in its own way.

Each is refused in plain Dutch, or read so that every answer is of its type and under its question.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import coachkit as ck
from coachkit.bank.bank import Bank
from coachkit.errors import FileError, HomeworkError
from coachkit.homework.read import read_answers
from coachkit.model import Brief
from support.hostile import Homework, hand_in, is_plain, is_typed, mark, plain, strangers
from support.mutations import Mutant, of_bytes, of_data, of_objects

_LONGEST = 2.0
"""In seconds of work, for one file."""


@pytest.fixture(scope="module")
def pair(small_bank: Bank, tmp_path_factory: pytest.TempPathFactory) -> tuple[Homework, Homework]:
    """The homework of two clients: sheets of their own, with fields that have the same names."""
    made = []
    for letter, name, recipe in (("A", "Sanne", "alles"), ("B", "Bram", "alles")):
        brief = Brief(name=name, goal="meer bewegen", situation="doel-te-groot", phase="beslissing")
        sheet = ck.make_worksheet(small_bank, brief, recipe, seed=len(made) + 1)
        made.append(hand_in(sheet, tmp_path_factory.mktemp(letter), letter))
    return made[0], made[1]


def _judge(
    pair: tuple[Homework, Homework], mutants: Iterator[Mutant], folder: Path
) -> Counter[str]:
    """Read each mutant, check what comes of it, and count what was read and what was refused."""
    marks = {
        mark(letter, name): (homework.form.worksheet, name)
        for letter, homework in zip("AB", pair, strict=True)
        for name in homework.filled
    }
    counts: Counter[str] = Counter()
    path = folder / "mutant"
    for label, raw, moved in mutants:
        path.write_bytes(raw)
        begin = time.thread_time()
        try:
            answers = read_answers(path)
        except (HomeworkError, FileError) as error:
            assert is_plain(str(error)), (label, str(error))
            counts["refused"] += 1
        else:
            assert strangers(answers, marks) <= moved, label
            assert is_typed(answers), label
            counts["read"] += 1
        assert time.thread_time() - begin < _LONGEST, label
    return counts


@pytest.mark.parametrize("saved", ["plain", "packed"])
def test_a_pdf_with_changed_bytes(
    pair: tuple[Homework, Homework], tmp_path: Path, saved: str
) -> None:
    one, two = [plain(each.pdf) if saved == "plain" else each.pdf for each in pair]
    counts = _judge(pair, of_bytes(1, 90, one, two), tmp_path)
    assert counts.total() == 450
    assert min(counts["read"], counts["refused"]) >= 50, counts


def test_a_pdf_with_changed_objects(pair: tuple[Homework, Homework], tmp_path: Path) -> None:
    counts = _judge(pair, of_objects(2, 30, pair[0].pdf), tmp_path)
    assert counts.total() == 270
    assert min(counts["read"], counts["refused"]) >= 50, counts


def test_saved_answers_with_changed_data(pair: tuple[Homework, Homework], tmp_path: Path) -> None:
    counts = _judge(pair, of_data(3, 60, pair), tmp_path)
    assert counts.total() == 240
    assert min(counts["read"], counts["refused"]) >= 30, counts


def test_saved_answers_with_changed_bytes(pair: tuple[Homework, Homework], tmp_path: Path) -> None:
    # An answer in JSON has nothing but the name of its field: whoever puts the end of one file
    # behind the start of another has written new answers.
    mutants = (
        (label, raw, set(pair[1].filled) if label.startswith("_splice") else set())
        for label, raw, _ in of_bytes(4, 60, pair[0].json, pair[1].json)
    )
    counts = _judge(pair, mutants, tmp_path)
    assert counts.total() == 300
    assert min(counts["read"], counts["refused"]) >= 15, counts

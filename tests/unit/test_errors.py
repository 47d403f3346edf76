"""Errors: what they say, and that they survive the way back from another process."""

from __future__ import annotations

import errno
import os
import pickle

import pytest

from coachkit import errors
from coachkit.errors import (
    CoachkitError,
    ExportError,
    FileError,
    HomeworkError,
    InputError,
    LockedError,
    NotebookError,
    Problem,
    SelectionError,
    cause,
)

PROBLEM = Problem(
    "'vraag_u' ontbreekt",
    "voeg vraag_u: toe",
    "structuur",
    "error",
    "pijn.yaml",
    4,
    5,
    ("vragen", 0),
)


def _tree(root: type[CoachkitError]) -> list[type[CoachkitError]]:
    return [root, *(found for child in root.__subclasses__() for found in _tree(child))]


EXAMPLES: dict[type[CoachkitError], CoachkitError] = {
    CoachkitError: CoachkitError("iets klopt niet"),
    InputError: InputError([PROBLEM, Problem("nog iets")]),
    SelectionError: SelectionError("er is geen vraag 'x'; kijk met: coachkit bank list"),
    NotebookError: NotebookError("dit notebook is geen werkblad"),
    HomeworkError: HomeworkError("deze pdf is geen werkblad van coachkit"),
    LockedError: LockedError("deze pdf heeft een wachtwoord"),
    ExportError: ExportError("de pdf komt er niet uit"),
    FileError: FileError("schrijven lukt niet"),
}


@pytest.mark.parametrize("kind", _tree(CoachkitError))
def test_every_error_pickles_and_comes_back_equal(kind: type[CoachkitError]) -> None:
    error = EXAMPLES[kind]
    back = pickle.loads(pickle.dumps(error))
    assert type(back) is kind
    assert back.args == error.args
    assert vars(back) == vars(error)
    assert str(back) == str(error) != ""


def test_a_problem_pickles_and_comes_back_equal() -> None:
    assert pickle.loads(pickle.dumps(PROBLEM)) == PROBLEM


def test_the_docstring_draws_every_error_of_the_tree() -> None:
    words = str(errors.__doc__).split()
    assert [kind.__name__ for kind in _tree(CoachkitError) if kind.__name__ not in words] == []


def test_a_problem_names_its_place_then_what_is_wrong_then_the_cure() -> None:
    assert str(PROBLEM) == "pijn.yaml:4:5: 'vraag_u' ontbreekt; voeg vraag_u: toe"


@pytest.mark.parametrize(
    ("path", "line", "column", "place"),
    [("", 0, 0, ""), ("", 3, 4, ""), ("a.yaml", 0, 0, "a.yaml"), ("a.yaml", 3, 4, "a.yaml:3:4")],
)
def test_a_place_is_told_as_far_as_it_is_known(
    path: str, line: int, column: int, place: str
) -> None:
    assert Problem("fout", path=path, line=line, column=column).place == place


def test_a_problem_without_place_and_cure_is_its_message() -> None:
    assert str(Problem("fout")) == "fout"


def test_at_gives_a_copy_with_a_place_and_leaves_the_rest() -> None:
    problem = Problem("fout", "doe dit", "regel", "hint", loc=("vragen",))
    placed = problem.at("b.yaml", 2, 3)
    assert (placed.path, placed.line, placed.column) == ("b.yaml", 2, 3)
    assert placed.at("", 0, 0) == problem
    assert problem.path == ""


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (errno.ENOENT, "het is er niet"),
        (errno.EACCES, "je mag er niet bij"),
        (errno.ENOSPC, "de schijf is vol"),
        (errno.EIO, os.strerror(errno.EIO)),
        (None, "iets vreemds"),
    ],
)
def test_what_the_system_says_is_told_in_dutch(number: int | None, told: str) -> None:
    known = OSError(number, os.strerror(number)) if number else OSError("iets vreemds")
    assert cause(known) == told


def test_an_input_error_tells_all_its_problems_one_on_a_line() -> None:
    error = InputError(problem for problem in (PROBLEM, Problem("nog iets")))
    assert error.problems == (PROBLEM, Problem("nog iets"))
    assert str(error).splitlines() == [str(PROBLEM), "nog iets"]

"""Reading what came back: what kind of file it is, and many at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from coachkit.errors import FileError, HomeworkError, LockedError
from coachkit.export.protect import protect
from coachkit.homework.limits import MAX_FILE
from coachkit.homework.read import read_answers, read_bytes, read_returned
from support.filling import came_back
from support.hostile import read, sannes_homework


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b" \n", "leeg"),
        (b"<HTML lang=nl>", "de webpagina zelf"),
        (b"hoi", "geen ingevuld werkblad"),
        (b"{}", "geen antwoorden van coachkit"),
        (b"junk %PDF-1.7", "kapot"),
        (b" " * 2000 + b"%PDF-1.7", "leeg"),
        (b"a" * (MAX_FILE + 1), "veel te groot"),
    ],
)
def test_what_a_file_is_follows_from_its_start(tmp_path: Path, raw: bytes, told: str) -> None:
    path = tmp_path / "antwoorden.pdf"
    path.write_bytes(raw)
    with pytest.raises(HomeworkError, match=told):
        read_answers(str(path))


def test_a_path_that_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="een map"):
        read_answers(tmp_path)
    with pytest.raises(FileError, match="het is er niet"):
        read_answers(tmp_path / "weg.pdf")


def test_of_many_files_each_problem_is_told(tmp_path: Path) -> None:
    paths = [tmp_path / "a.pdf", tmp_path]
    returned = read_returned(paths)
    assert (returned.homework, returned.notes) == ((), ())
    assert [problem.partition(": ")[0] for problem in returned.problems] == [*map(str, paths)]


def test_bytes_are_read_as_a_file_is() -> None:
    homework = sannes_homework()
    for raw in (homework.pdf, homework.json):
        answers = read_bytes(raw, "sanne")
        assert (came_back(answers), answers.source) == (came_back(read(raw)), "sanne")
    with pytest.raises(HomeworkError, match="veel te groot"):
        read_bytes(b" " * (MAX_FILE + 1))


def test_a_password_that_is_missing_or_wrong_can_be_tried_again() -> None:
    locked = protect(sannes_homework().pdf, "geheim-genoeg")
    for wrong in (None, "", "fout"):
        with pytest.raises(LockedError, match="wachtwoord"):
            read_bytes(locked, "slot.pdf", wrong)
    assert not read_bytes(locked, "slot.pdf", "geheim-genoeg").is_empty

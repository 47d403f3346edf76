"""Reading what came back: what kind of file it is, and many at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from coachkit.errors import FileError, HomeworkError
from coachkit.homework.limits import MAX_FILE
from coachkit.homework.read import read_answers, read_returned


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b" \n", "leeg"),
        (b"<HTML lang=nl>", "de webpagina zelf"),
        (b"hoi", "geen ingevuld werkblad"),
        (b"{}", "geen antwoorden van coachkit"),
        (b"junk %PDF-1.7", "beschadigd"),
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

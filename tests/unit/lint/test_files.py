"""Check the files of a bank."""

from __future__ import annotations

from pathlib import Path

import pytest

from coachkit.bank.lint import lint_paths
from coachkit.errors import FileError

SET = "naam: S\nvragen:\n  - {id: een, vraag: Wat?, vraag_u: Wat?, categorie: pijn}\n"
RECIPE = "id: blad\ntitel: T\nminuten: 5\nonderdelen:\n  - {vraag: een}\n  - {labels: [x]}\n"


@pytest.fixture
def base(tmp_path: Path) -> Path:
    path = tmp_path / "basis.yaml"
    path.write_text(SET)
    return path


def test_a_good_file_has_no_problems(base: Path) -> None:
    assert lint_paths([base]) == []


def test_a_file_may_build_on_others_that_are_taken_as_right(base: Path, tmp_path: Path) -> None:
    own = tmp_path / "eigen.yaml"
    own.write_text(RECIPE)
    assert [problem.rule for problem in lint_paths([own])] == ["verwijzing"]
    assert lint_paths([own], base=[base]) == []


def test_only_the_problems_of_what_was_named_are_told(base: Path, tmp_path: Path) -> None:
    own = tmp_path / "eigen.yaml"
    own.write_text("a: [\n")
    base.write_text("b: [\n")
    assert [Path(p.path).name for p in lint_paths([own], base=[base])] == ["eigen.yaml"]


def test_a_file_that_is_named_and_a_base_is_checked_once(base: Path) -> None:
    assert lint_paths([base, base], base=[base]) == []


def test_a_folder_is_checked_with_all_its_files(base: Path, tmp_path: Path) -> None:
    (tmp_path / "map").mkdir()
    (tmp_path / "map" / "een.yaml").write_text("a: [\n")
    (tmp_path / "map" / "twee.yml").write_text("b: [\n")
    assert len(lint_paths([tmp_path])) == 2


def test_a_path_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileError, match=r"weg\.yaml is er niet; geef een bestand of een map"):
        lint_paths([tmp_path / "weg.yaml"])


def test_the_settings_of_a_practice_are_checked_too(tmp_path: Path) -> None:
    settings = tmp_path / "praktijk.yaml"
    settings.write_text("naam: Praktijk De Linde\n")
    assert lint_paths([tmp_path]) == []
    settings.write_text("naamm: x\nkleur: groen\n")
    (tmp_path / "eigen.yaml").write_text("a: [\n")
    problems = lint_paths([tmp_path])
    assert [(Path(p.path).name, p.line) for p in problems] == [
        ("praktijk.yaml", 2),
        ("praktijk.yaml", 1),
        ("eigen.yaml", 2),
    ]

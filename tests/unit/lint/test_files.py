"""Check the files of a bank."""

from __future__ import annotations

from pathlib import Path

import pytest

from coachkit.errors import FileError
from coachkit.lint.files import lint_paths

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


def test_other_sheets_of_a_practice_are_left_alone(tmp_path: Path) -> None:
    sheet = tmp_path / "uitnodigingen" / "feiten.yaml"
    wrong = tmp_path / "vraagbank" / "vragen" / "los.yaml"
    for path, text in ((sheet, "training: Rust\n"), (wrong, "naam: Los\n")):
        path.parent.mkdir(parents=True)
        path.write_text(text)
    assert len(lint_paths([tmp_path])) == 2  # it is no practice yet
    (tmp_path / "praktijk.yaml").write_text("naam: Praktijk De Linde\n")
    assert [Path(problem.path).name for problem in lint_paths([tmp_path])] == ["los.yaml"]
    assert len(lint_paths([sheet])) == 1
    (tmp_path / "vragen.yaml").write_text("naam: Los\nvragen: []\nx: y\n")
    assert "vragen.yaml" in {Path(problem.path).name for problem in lint_paths([tmp_path])}


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


TWINS = """\
naam: S
categorie: pijn
vragen:
  - {id: een, vraag: Wat helpt het best?, vraag_u: Wat helpt het best?}
  - {id: twee, vraag: Wat helpt het best nu?, vraag_u: Wat helpt het best nu?}
"""
PAIR = "dubbelgangers:\n  - {vragen: [een, twee], reden: de ene is voor later}\n"


def test_questions_that_are_alike_are_told_at_the_later_one(tmp_path: Path) -> None:
    (tmp_path / "s.yaml").write_text(TWINS)
    (problem,) = lint_paths([tmp_path])
    assert (problem.rule, problem.level, problem.line) == ("dubbelganger", "error", 5)
    assert "'een': 'Wat helpt het best?'" in problem.message


def test_of_several_that_are_alike_the_nearest_is_told_and_the_rest_counted(
    tmp_path: Path,
) -> None:
    more = "  - {id: drie, vraag: Wat helpt het best nú?, vraag_u: Wat helpt het best nú?}\n"
    (tmp_path / "s.yaml").write_text(TWINS + more)
    last = lint_paths([tmp_path])[-1]
    assert "'twee' (en op nog 1 andere): 'Wat helpt het best nu?'" in last.message


def test_a_question_is_compared_with_those_of_other_files(base: Path, tmp_path: Path) -> None:
    own = tmp_path / "eigen.yaml"
    own.write_text(SET.replace("id: een", "id: twee"))
    (problem,) = lint_paths([own], base=[base])
    assert "'een' in basis.yaml" in problem.message
    assert lint_paths([base], base=[base]) == []


@pytest.mark.parametrize("place", ["dubbelgangers.yaml", "../dubbelgangers.yaml"])
def test_a_pair_may_be_alike_when_a_file_says_so(tmp_path: Path, place: str) -> None:
    folder = tmp_path / "vragen"
    folder.mkdir()
    (folder / "s.yaml").write_text(TWINS)
    (folder / place).write_text(PAIR)
    assert lint_paths([tmp_path]) == []


def test_a_pair_may_be_alike_when_one_of_them_says_so(tmp_path: Path) -> None:
    text = TWINS.replace("best nu?}", 'best nu?, mag: {dubbelganger: "voor later"}}')
    (tmp_path / "s.yaml").write_text(text)
    assert lint_paths([tmp_path]) == []


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        (PAIR.replace("twee", "weg"), 2, "er is geen vraag 'weg'"),
        (PAIR.replace("reden", "redn"), 2, "'redn' is onbekend"),
        ("dubbelgangers: [\n", 2, "haakje"),
    ],
)
def test_what_is_wrong_in_the_file_with_pairs_is_told(
    tmp_path: Path, text: str, line: int, message: str
) -> None:
    (tmp_path / "s.yaml").write_text(TWINS)
    path = tmp_path / "dubbelgangers.yaml"
    path.write_text(text)
    told = [p for p in lint_paths([tmp_path]) if p.path == str(path)]
    assert any(p.line == line and message in p.message for p in told)


def test_expansions_of_one_pattern_are_not_compared_with_each_other(tmp_path: Path) -> None:
    text = """\
naam: S
categorie: pijn
lijsten:
  wie: [{id: a, je: de zee}, {id: b, je: de zee hier}]
vragen:
  - {id: een, vraag: "Wat zegt {{ keuze.wie }}?", vraag_u: "Wat zegt {{ keuze.wie }}?"}
"""
    (tmp_path / "s.yaml").write_text(text)
    assert lint_paths([tmp_path]) == []


def test_a_retired_question_is_not_looked_at(tmp_path: Path) -> None:
    text = TWINS.replace("best nu?}", "best nu?, vervallen: true, hulp: Waarom?}")
    (tmp_path / "s.yaml").write_text(text)
    assert lint_paths([tmp_path]) == []


def test_a_missing_formal_text_names_the_command_that_makes_one(tmp_path: Path) -> None:
    path = tmp_path / "s.yaml"
    path.write_text("naam: S\ncategorie: pijn\nvragen:\n  - {id: een, vraag: Waarom wil je dat?}\n")
    problems = lint_paths([path])
    assert [p.rule for p in problems] == ["u-vorm-ontbreekt", "waarom"]
    assert problems[0].cure.endswith(f"coachkit bank formal {path}")
    assert (problems[1].line, problems[1].column) == (4, 22)


def test_a_problem_is_told_once(tmp_path: Path) -> None:
    path = tmp_path / "s.yaml"
    path.write_text(SET.replace("vraag: Wat?", "vraag: Wat wilt u?"))
    assert [p.rule for p in lint_paths([path])] == ["aanspreekvorm"]


def test_twins_in_files_that_others_build_on_are_not_told(base: Path, tmp_path: Path) -> None:
    twin = tmp_path / "tweeling.yaml"
    twin.write_text(SET.replace("id: een", "id: twee"))
    own = tmp_path / "eigen.yaml"
    own.write_text(SET.replace("id: een, vraag: Wat?", "id: drie, vraag: Hoe laat?"))
    assert lint_paths([own], base=[base, twin]) == []

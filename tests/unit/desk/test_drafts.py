"""Drafts: work is kept, two tabs do not write over each other, and damage is told."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from coachkit.desk.drafts import FOLDER, MAX_DRAFT, Draft, Drafts
from coachkit.errors import FileError


@pytest.fixture
def drafts(tmp_path: Path) -> Drafts:
    return Drafts(tmp_path, "sessie")


def kept_file(tmp_path: Path, draft: Draft) -> Path:
    return tmp_path / FOLDER / f"{draft.name}.json"


def test_work_is_kept_and_taken_up_again(drafts: Drafts) -> None:
    draft = drafts.new()
    assert draft.save("Sanne · bewegen 🙂", {"doel": "één\nregel \ud83d"[:9]}) == ""
    (kept,) = drafts.kept()
    assert (kept.name, kept.title) == (draft.name, "Sanne · bewegen 🙂")
    again, work = drafts.open(kept.name)
    assert work == {"doel": "één\nregel"}
    assert again.save("Sanne", {"doel": "anders"}) == ""
    assert drafts.open(kept.name)[1] == {"doel": "anders"}


def test_the_newest_comes_first(drafts: Drafts, tmp_path: Path) -> None:
    names = []
    for number in range(3):
        draft = drafts.new()
        draft.save(f"nummer {number}", {})
        os.utime(kept_file(tmp_path, draft), (number, number))
        names.append(draft.name)
    assert [kept.name for kept in drafts.kept()] == names[::-1]


def test_kinds_of_work_stay_apart(drafts: Drafts, tmp_path: Path) -> None:
    drafts.new().save("een", {})
    assert Drafts(tmp_path, "terugblik").kept() == []


def test_without_a_folder_nothing_is_kept(tmp_path: Path) -> None:
    drafts = Drafts(None, "sessie")
    draft = drafts.new()
    assert draft.save("een", {"a": 1}) == ""
    draft.drop()
    assert not drafts.keeps
    assert drafts.kept() == []
    with pytest.raises(FileError, match="er niet meer"):
        drafts.open(draft.name)


def test_a_second_tab_gets_a_draft_of_its_own(drafts: Drafts) -> None:
    first = drafts.new()
    first.save("een", {"a": 1})
    second, _ = drafts.open(first.name)
    second.save("een", {"a": 2})
    name = first.name
    assert "ander tabblad" in first.save("een", {"a": 3})
    assert first.name != name
    assert first.save("een", {"a": 4}) == ""
    assert drafts.open(name)[1] == {"a": 2}
    assert drafts.open(first.name)[1] == {"a": 4}


def test_a_draft_that_vanished_is_written_again(drafts: Drafts, tmp_path: Path) -> None:
    draft = drafts.new()
    draft.save("een", {"a": 1})
    kept_file(tmp_path, draft).unlink()
    assert draft.save("een", {"a": 2}) == ""
    assert drafts.open(draft.name)[1] == {"a": 2}


def test_a_draft_that_was_damaged_is_written_again(drafts: Drafts, tmp_path: Path) -> None:
    draft = drafts.new()
    draft.save("een", {"a": 1})
    kept_file(tmp_path, draft).write_text("{")
    assert draft.save("een", {"a": 2}) == ""
    assert drafts.open(draft.name)[1] == {"a": 2}


def test_a_draft_can_be_thrown_away_twice(drafts: Drafts) -> None:
    draft = drafts.new()
    draft.save("een", {})
    draft.drop()
    draft.drop()
    assert drafts.kept() == []


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", "beschadigd"),
        ("[]", "geen concept"),
        ('{"versie": 1, "werk": []}', "geen concept"),
        ('{"versie": 2, "werk": {}}', "andere versie"),
        ("[" * 100_000, "beschadigd"),
        (" " * (MAX_DRAFT + 1), "te groot"),
        ("\udcff", "beschadigd"),
    ],
)
def test_damage_is_told_and_hides_nothing_else(
    drafts: Drafts, tmp_path: Path, content: str, message: str
) -> None:
    drafts.new().save("goed", {})
    bad = tmp_path / FOLDER / "sessie-kapot.json"
    bad.write_bytes(content.encode("utf-8", "surrogateescape"))
    with pytest.raises(FileError, match=message):
        drafts.open("sessie-kapot")
    assert "goed" in [kept.title for kept in drafts.kept()]


@pytest.mark.parametrize("name", ["../geheim", "a/b", "", "sessie-weg"])
def test_no_file_elsewhere_is_opened(drafts: Drafts, tmp_path: Path, name: str) -> None:
    (tmp_path / "geheim.json").write_text(json.dumps({"versie": 1, "werk": {}}))
    with pytest.raises(FileError, match="er niet meer"):
        drafts.open(name)


def test_a_folder_in_the_way_is_told(drafts: Drafts, tmp_path: Path) -> None:
    (tmp_path / FOLDER).write_text("een bestand")
    with pytest.raises(FileError, match="lukt niet"):
        drafts.new().save("een", {})
    assert drafts.kept() == []


def test_a_tab_that_lags_behind_throws_nothing_newer_away(tmp_path: Path) -> None:
    draft = Drafts(tmp_path, "sessie").new()
    draft.save("Sanne", {"stap": "oud"})
    other, _ = Drafts(tmp_path, "sessie").open(draft.name)
    other.save("Sanne", {"stap": "nieuw"})
    draft.drop_own()
    assert Drafts(tmp_path, "sessie").open(draft.name)[1] == {"stap": "nieuw"}
    other.drop_own()
    assert Drafts(tmp_path, "sessie").kept() == []


def test_what_is_too_large_to_open_again_is_not_kept(tmp_path: Path) -> None:
    draft = Drafts(tmp_path, "sessie").new()
    draft.save("Sanne", {"stap": "klein"})
    with pytest.raises(FileError, match="te veel"):
        draft.save("Sanne", {"stap": "x" * MAX_DRAFT})
    assert Drafts(tmp_path, "sessie").open(draft.name)[1] == {"stap": "klein"}


def test_the_list_reads_no_more_than_the_head_of_a_draft(tmp_path: Path) -> None:
    draft = Drafts(tmp_path, "sessie").new()
    draft.save('Sanne \U0001f642 "{', {"stap": "x" * 10_000})
    path = tmp_path / FOLDER / f"{draft.name}.json"
    path.write_text(path.read_text(encoding="utf-8")[:-5_000], encoding="utf-8")  # half a file
    assert [kept.title for kept in Drafts(tmp_path, "sessie").kept()] == ['Sanne \U0001f642 "{']
    with pytest.raises(FileError, match="beschadigd"):
        Drafts(tmp_path, "sessie").open(draft.name)

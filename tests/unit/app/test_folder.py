"""The practice folder: made once, never written over, and honest about what is not kept."""

from __future__ import annotations

import errno
import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from coachkit.app import folder as module
from coachkit.app.folder import FIRST, FOLDERS, NOT_KEPT, open_place, practice_folder
from coachkit.desk.invitation_files import FOLDER as INVITATIONS
from coachkit.errors import FileError
from coachkit.practice import DATE, ENVIRONMENT, Settings, load_practice
from coachkit.resources import data_folder
from coachkit.yamlfile import read_yaml


def all_files(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_the_first_use_makes_all_that_a_practice_needs(tmp_path: Path) -> None:
    place = open_place(tmp_path / "nieuw" / "praktijk")
    assert all((place.folder / name).is_dir() for name in FOLDERS)
    shipped = {path.name for path in data_folder("workbooks").glob("*.ipynb")}
    assert {path.name for path in place.workbooks.glob("*.ipynb")} == shipped
    assert "start.ipynb" in shipped
    assert place.notes == (f"{place.folder} is nu je praktijkmap",)
    assert not place.not_kept
    assert place.environment() == {ENVIRONMENT: str(place.folder), NOT_KEPT: "", DATE: ""}
    later = replace(place, day=date(2026, 12, 1))
    assert later.environment()[DATE] == "2026-12-01"


def test_the_settings_that_it_makes_are_valid_and_name_every_key(tmp_path: Path) -> None:
    place = open_place(tmp_path)
    assert load_practice(place.folder).settings == Settings()
    text = (place.folder / "praktijk.yaml").read_text(encoding="utf-8")
    keys = {info.alias or name for name, info in Settings.model_fields.items()}
    assert [key for key in keys if f"{key}:" not in text] == []


def test_the_examples_in_the_settings_are_right_too(tmp_path: Path) -> None:
    place = open_place(tmp_path)
    path = place.folder / "praktijk.yaml"
    lines = path.read_text(encoding="utf-8").splitlines()
    keys = tuple(f"# {info.alias or name}:" for name, info in Settings.model_fields.items())
    open_lines = [line.removeprefix("# ") if line.startswith(keys) else line for line in lines]
    path.write_text("\n".join(line for line in open_lines if "logo" not in line), encoding="utf-8")
    assert not read_yaml(path).problems
    assert load_practice(place.folder).house.name == "Praktijk De Linde"


def test_a_second_start_changes_nothing(tmp_path: Path) -> None:
    open_place(tmp_path)
    before = all_files(tmp_path)
    assert open_place(tmp_path).notes == ()
    assert all_files(tmp_path) == before


def test_what_is_there_already_stays(tmp_path: Path) -> None:
    (tmp_path / "praktijk.yaml").write_text("naam: Praktijk De Linde\n", encoding="utf-8")
    (tmp_path / "werkbladen").mkdir()
    (tmp_path / "werkbladen" / "sanne.pdf").write_bytes(b"%PDF")
    before = all_files(tmp_path)
    open_place(tmp_path)
    assert all_files(tmp_path).items() >= before.items()


@pytest.mark.parametrize("name", ["met spatie", "Zoë's praktijk", "100% #1 [a]", "-rf", "日本"])
def test_a_strange_name_is_a_name(tmp_path: Path, name: str) -> None:
    assert open_place(tmp_path / name).workbooks == tmp_path / name / "werkboeken"
    assert open_place(tmp_path / name).notes == ()


def test_a_file_in_the_place_of_the_folder_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "praktijk").write_text("geen map")
    for folder in (tmp_path / "praktijk", tmp_path / "praktijk" / "dieper"):
        with pytest.raises(FileError, match="praktijk is een bestand en geen map; noem een andere"):
            open_place(folder)


@pytest.mark.parametrize(
    ("number", "why"),
    [
        (errno.EROFS, "je kunt daar alleen lezen"),
        (errno.ENOSPC, "de schijf is vol"),
        (errno.EACCES, "je mag er niet bij"),
    ],
)
def test_a_folder_that_cannot_be_written_is_told_and_the_shipped_workbooks_serve(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, why: str
) -> None:
    def refuse(*_args: object, **_more: object) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr("coachkit.files.os.fsync", refuse)
    place = open_place(tmp_path)
    assert place.workbooks == data_folder("workbooks")
    assert f"in {tmp_path} kan coachkit niets bewaren ({why})" in place.not_kept
    assert place.environment()[NOT_KEPT] == place.not_kept
    assert all_files(tmp_path) == {}, "something half-written stayed behind"


def test_one_workbook_that_is_held_is_told_and_all_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = open_place(tmp_path)
    (place.workbooks / "terugblik.ipynb").write_bytes(b"oud")
    _refuse(monkeypatch, "terugblik.ipynb")
    place = open_place(tmp_path)
    assert place.own_workbooks
    assert not place.not_kept
    (note,) = place.notes
    assert note.startswith("werkboeken/terugblik.ipynb kon coachkit niet vernieuwen (je mag er")


def test_without_a_first_screen_of_her_own_that_of_coachkit_serves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_place(tmp_path)
    _refuse(monkeypatch, "start.ipynb")
    monkeypatch.setattr("coachkit.app.folder.os.access", lambda path, _: path.name != FIRST)
    place = open_place(tmp_path)
    assert place.workbooks == data_folder("workbooks")
    assert not place.not_kept
    assert len(place.notes) == 1


def _refuse(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Let a file in a folder of workbooks be closed to us."""
    really = Path.read_bytes

    def refuse(self: Path) -> bytes:
        if self.name == name and "werkboeken" in self.parts:
            raise PermissionError(errno.EACCES, "no")
        return really(self)

    monkeypatch.setattr(Path, "read_bytes", refuse)


def test_half_files_are_swept_from_all_that_is_written_in(tmp_path: Path) -> None:
    open_place(tmp_path)
    half = [tmp_path / name / ".tekst.md-0a1b2c3d.tmp" for name in (*FOLDERS, INVITATIONS)]
    for path in half:
        path.touch()
        os.utime(path, (1, 1))
    open_place(tmp_path)
    assert [path for path in half if path.exists()] == []


def test_a_home_folder_that_nobody_has_is_an_error() -> None:
    with pytest.raises(FileError, match="~geenmens/x is niet te vinden: deze computer kent die"):
        practice_folder(Path("~geenmens/x"))


def test_a_folder_that_may_not_be_looked_at_is_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    really = Path.stat

    def refuse(self: Path, **more: bool) -> os.stat_result:
        if self.name == "dicht":
            raise PermissionError(errno.EACCES, "no")
        return really(self, **more)

    monkeypatch.setattr(Path, "stat", refuse)
    place = open_place(tmp_path / "dicht")
    assert "kan coachkit niets bewaren (je mag er niet bij)" in place.not_kept


def test_a_file_where_a_folder_belongs_is_told_too(tmp_path: Path) -> None:
    (tmp_path / "werkbladen").write_text("geen map")
    assert "er staat een bestand waar een map hoort" in open_place(tmp_path).not_kept


def test_a_folder_that_never_came_is_not_named_to_the_workbooks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_folder: Path) -> list[str]:
        raise OSError(errno.EACCES, "no")

    monkeypatch.setattr(module, "_made", refuse)
    assert open_place(tmp_path / "nergens").environment()[ENVIRONMENT] == ""


def test_the_folder_is_named_or_of_the_environment_or_here_or_at_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, here = tmp_path / "huis", tmp_path / "hier"
    here.mkdir()
    monkeypatch.setattr(Path, "home", lambda: home)
    monkeypatch.chdir(here)
    monkeypatch.delenv(ENVIRONMENT, raising=False)
    assert practice_folder(None) == home / "coachkit"
    (here / "praktijk.yaml").touch()
    assert practice_folder(None) == here
    monkeypatch.setenv(ENVIRONMENT, str(tmp_path / "anders"))
    assert practice_folder(None) == tmp_path / "anders"
    assert practice_folder(Path("genoemd")) == here / "genoemd"

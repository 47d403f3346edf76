"""Files appear whole or not at all, and nothing is overwritten unless asked."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from types import SimpleNamespace

import pytest

from coachkit import files as module
from coachkit.errors import FileError
from coachkit.files import sweep, write_files, write_under_free_names

TWO = {"blad.pdf": b"%PDF-een", "blad.html": b"<p>een</p>"}


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_files_are_written_and_told_in_order(tmp_path: Path) -> None:
    paths = write_files(tmp_path / "a" / "b", TWO)
    assert paths == [tmp_path / "a" / "b" / "blad.pdf", tmp_path / "a" / "b" / "blad.html"]
    assert [path.read_bytes() for path in paths] == list(TWO.values())
    assert names(tmp_path / "a" / "b") == ["blad.html", "blad.pdf"]


def test_the_same_bytes_again_are_fine_and_left_alone(tmp_path: Path) -> None:
    [path] = write_files(tmp_path, {"blad.pdf": b"x"})
    before = path.stat()
    assert write_files(tmp_path, {"blad.pdf": b"x"}) == [path]
    after = path.stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


@pytest.mark.parametrize("old", [b"anders!!", b"langer dan eerst"])
def test_a_file_that_differs_is_not_overwritten_and_none_is_written(
    tmp_path: Path, old: bytes
) -> None:
    (tmp_path / "blad.pdf").write_bytes(old)
    with pytest.raises(FileError, match=r"blad\.pdf bestaat al en is anders; .*--out.*--force"):
        write_files(tmp_path, TWO)
    assert names(tmp_path) == ["blad.pdf"]
    assert (tmp_path / "blad.pdf").read_bytes() == old


def test_with_force_a_file_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "blad.pdf").write_bytes(b"anders")
    write_files(tmp_path, TWO, force=True)
    assert (tmp_path / "blad.pdf").read_bytes() == TWO["blad.pdf"]


def test_a_folder_in_the_place_of_a_file_is_told_even_with_force(tmp_path: Path) -> None:
    (tmp_path / "blad.html").mkdir()
    with pytest.raises(FileError, match=r"blad\.html is een map"):
        write_files(tmp_path, TWO, force=True)
    assert names(tmp_path) == ["blad.html"]


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "uit").write_bytes(b"")
    with pytest.raises(FileError, match=r"schrijven in .*uit lukt niet"):
        write_files(tmp_path / "uit", TWO)


def test_a_new_file_has_the_permissions_that_the_system_gives(tmp_path: Path) -> None:
    if os.name != "posix":
        pytest.skip("permissions of POSIX")
    before = os.umask(0o077)
    try:
        [path] = write_files(tmp_path, {"blad.pdf": b"x"})
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_a_file_that_is_overwritten_keeps_its_permissions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "blad.pdf"
    path.write_bytes(b"oud")
    path.chmod(0o600)
    seen = []

    def note_modes(handle: int) -> None:
        seen.append(stat.S_IMODE(os.fstat(handle).st_mode))

    monkeypatch.setattr(os, "fsync", note_modes)
    write_files(tmp_path, {"blad.pdf": b"nieuw"}, force=True)
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"nieuw", 0o600)
    assert seen == [0o600]


@pytest.mark.parametrize("name", ["../blad.pdf", "map/blad.pdf", "/blad.pdf", "x/.."])
def test_a_name_that_leads_elsewhere_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(FileError, match="geen naam van een bestand"):
        write_files(tmp_path / "uit", {name: b"x"})
    assert names(tmp_path) == []


# When it goes wrong half-way


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced = []

    def full_at_the_second_file(handle: int) -> None:
        synced.append(handle)
        if len(synced) > 1:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full_at_the_second_file)
    with pytest.raises(FileError, match=r"de schijf is vol.*er is niets geschreven"):
        write_files(tmp_path, TWO)
    assert names(tmp_path) == []


def test_no_permission_is_told_and_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, *args: object, **kwargs: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(self))

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(FileError, match=r"je mag er niet bij.*kijk of .* je daar mag schrijven"):
        write_files(tmp_path, TWO)
    assert names(tmp_path) == []


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere"
)
def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(FileError, match="je mag er niet bij"):
            write_files(tmp_path, TWO)
    finally:
        tmp_path.chmod(0o700)


@pytest.mark.parametrize("signal", [KeyboardInterrupt, SystemExit])
def test_an_interrupt_half_way_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, signal: type[BaseException]
) -> None:
    def stop(handle: int) -> None:
        raise signal

    monkeypatch.setattr(os, "fsync", stop)
    with pytest.raises(signal):
        write_files(tmp_path, TWO)
    assert names(tmp_path) == []


def test_a_file_is_whole_before_it_gets_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []
    monkeypatch.setattr(os, "fsync", lambda handle: seen.append(names(tmp_path)))
    write_files(tmp_path, TWO)
    assert [len(found) for found in seen] == [1, 2]
    assert all(name.startswith(".blad") and name.endswith(".tmp") for name in seen[-1])


def test_when_one_file_is_held_the_others_are_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = {"blad.pdf": b"oud", "blad.html": b"ook oud"}
    write_files(tmp_path, old)
    _hold(monkeypatch, "held.ipynb")
    with pytest.raises(FileError, match="er is niets geschreven"):
        write_files(tmp_path, {**TWO, "new.txt": b"nieuw", "held.ipynb": b"{}"}, force=True)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == old


@pytest.mark.parametrize(("system", "tries"), [("nt", 4), ("posix", 1)])
def test_on_windows_a_file_that_is_held_shortly_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: str, tries: int
) -> None:
    path, ready = tmp_path / "blad.pdf", tmp_path / "half.tmp"
    really, asked, pauses = Path.replace, [], []

    def held(self: Path, target: Path) -> Path:
        asked.append(target)
        if len(asked) < free_at:
            raise PermissionError(errno.EACCES, "held")
        return really(self, target)

    monkeypatch.setattr(module, "os", SimpleNamespace(name=system))
    monkeypatch.setattr(module.time, "sleep", pauses.append)
    monkeypatch.setattr(Path, "replace", held)
    free_at = tries
    ready.write_bytes(b"nieuw")
    module._rename(ready, path)
    assert path.read_bytes() == b"nieuw"
    assert len(pauses) == tries - 1
    free_at = 99
    asked.clear()
    with pytest.raises(PermissionError):
        module._rename(ready, path)
    assert len(asked) == tries
    assert sum(pauses) < 2


def _hold(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Refuse to replace one file, as Windows does while a program has it open."""
    replace = Path.replace

    def held(self: Path, target: Path) -> Path:
        if Path(target).name == name:
            raise PermissionError(errno.EACCES, "Permission denied")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", held)


def test_files_get_the_first_names_that_are_free(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"van mij")
    files = [("a.pdf", b"een"), ("a.pdf", b"twee"), ("b", b"drie"), ("a.pdf", b"een")]
    paths = write_under_free_names(tmp_path, files)
    assert [path.name for path in paths] == ["a-2.pdf", "a-3.pdf", "b", "a-2.pdf"]
    assert [path.read_bytes() for path in paths] == [b"een", b"twee", b"drie", b"een"]
    assert (tmp_path / "a.pdf").read_bytes() == b"van mij"
    assert write_under_free_names(tmp_path, files) == paths
    assert len(list(tmp_path.iterdir())) == 4


def test_half_files_of_long_ago_are_swept_away(tmp_path: Path) -> None:
    old, fresh, other = (
        tmp_path / name for name in (".a.json-0a1b2c3d.tmp", ".b.json-0a1b2c3d.tmp", ".c.tmp")
    )
    for path in (old, fresh, other):
        path.write_bytes(b"half")
    for path in (old, other):
        os.utime(path, (0, 0))
    sweep(tmp_path)
    assert sorted(tmp_path.iterdir()) == sorted([fresh, other])

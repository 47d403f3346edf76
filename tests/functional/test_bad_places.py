"""Files that cannot be written: nothing is overwritten unless asked, and nothing half-written."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from coachkit import files

Run = Callable[..., Any]
pytestmark = pytest.mark.usefixtures("small_shipped")


@pytest.fixture
def sheet(run: Run, tmp_path: Path) -> Callable[..., Any]:
    """Make a worksheet in ``uit`` with some more options."""
    (tmp_path / "sanne.yaml").write_text("naam: Sanne\ndatum: 2026-11-22\n")

    def call(*words: object) -> Any:
        return run(
            "make",
            "sanne.yaml",
            "--out",
            "uit",
            "--recipe",
            "kort",
            "--format",
            "html,ipynb",
            *words,
        )

    return call


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_file_that_exists_is_not_overwritten_unless_asked(sheet: Run, tmp_path: Path) -> None:
    assert sheet().code == 0
    before = content(tmp_path / "uit")
    assert sheet().code == 0
    ran = sheet("--large")
    assert (ran.code, ran.out) == (1, "")
    assert re.search(r"\.html bestaat al en is anders; .*--out.*--force", ran.err)
    assert content(tmp_path / "uit") == before
    assert sheet("--large", "--force").code == 0
    assert content(tmp_path / "uit") != before
    assert len(before) == len(content(tmp_path / "uit"))


def _failing(error: BaseException, after: int) -> Callable[[int], None]:
    calls: Iterator[int] = iter(range(100))

    def fsync(handle: int) -> None:
        if next(calls) >= after:
            raise error

    return fsync


@pytest.mark.parametrize("after", [0, 1])
@pytest.mark.parametrize("there", [False, True])
def test_a_full_disk_is_told_and_nothing_is_half_written(
    sheet: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after: int, there: bool
) -> None:
    if there:
        sheet()
    before = content(tmp_path / "uit") if there else {}
    full = OSError(errno.ENOSPC, "No space left on device")
    monkeypatch.setattr(files.os, "fsync", _failing(full, after))
    ran = sheet("--seed", 99, "--force")
    assert (ran.code, ran.out) == (1, "")
    assert "(de schijf is vol)" in ran.err
    assert "er is niets geschreven; kijk of de schijf vol is" in ran.err
    assert content(tmp_path / "uit") == before


@pytest.mark.parametrize("after", [0, 1])
def test_killed_half_way_nothing_is_half_written(
    sheet: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    monkeypatch.setattr(files.os, "fsync", _failing(KeyboardInterrupt(), after))
    ran = sheet()
    assert (ran.code, ran.out) == (130, "")
    assert content(tmp_path / "uit") == {}


def test_no_permission_to_make_the_folder_is_told(
    sheet: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, *args: object, **kwargs: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(self))

    monkeypatch.setattr(files.Path, "mkdir", refuse)
    ran = sheet()
    assert (ran.code, ran.out) == (1, "")
    assert "schrijven in uit lukt niet (je mag er niet bij)" in ran.err
    assert "of je daar mag schrijven" in ran.err


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere"
)
def test_a_folder_that_may_not_be_written_is_told(sheet: Run, tmp_path: Path) -> None:
    (tmp_path / "uit").mkdir(mode=0o500)
    try:
        ran = sheet()
    finally:
        (tmp_path / "uit").chmod(0o700)
    assert ran.code == 1
    assert "je mag er niet bij" in ran.err


@pytest.mark.parametrize("what", ["file", "long"])
def test_a_folder_that_cannot_be_is_told(sheet: Run, tmp_path: Path, what: str) -> None:
    (tmp_path / "bezet").write_bytes(b"")
    ran = sheet("--out", "bezet" if what == "file" else "x" * 300)
    assert (ran.code, ran.out) == (1, "")
    assert "lukt niet" in ran.err

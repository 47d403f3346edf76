"""A shortcut starts coachkit in the practice folder, whatever signs are in its name."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path, PureWindowsPath

import pytest

from coachkit.app.shortcut import make_shortcut

STRANGE = 'mijn praktijk & co\'s %USERNAME% $HOME "x"'


@pytest.mark.skipif(os.name == "nt", reason="there is no sh")
def test_on_a_mac_it_is_a_script_that_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake = tmp_path / "py thon"
    fake.write_text('#!/bin/sh\nprintf "%s|" "$@"\n')
    fake.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(fake))
    folder = tmp_path / STRANGE
    path = make_shortcut(folder, tmp_path / "Bureaublad", system="darwin")
    assert path.name == "coachkit.command"
    said = subprocess.run([path], capture_output=True, text=True, check=True).stdout
    assert said == f"-P|-m|coachkit.cli|start|{folder}|"


def test_on_windows_no_sign_is_taken_for_a_variable(tmp_path: Path) -> None:
    path = make_shortcut(Path("C:/é 100%"), tmp_path, system="win32")
    text = path.read_bytes().decode()
    assert path.name == "coachkit.cmd"
    assert f'-P -m coachkit.cli start "{Path("C:/é 100%%")}"\r\n' in text
    assert text.count("\n") == text.count("\r\n")
    assert text.index("chcp 65001") < text.index("é")


@pytest.mark.parametrize(
    ("folder", "written"),
    [("E:\\", "E:\\\\"), ("\\\\pc\\map\\", "\\\\pc\\map\\\\"), ("E:\\een map", "E:\\een map")],
)
def test_on_windows_a_last_backslash_does_not_swallow_the_quote(
    tmp_path: Path, folder: str, written: str
) -> None:
    path = make_shortcut(PureWindowsPath(folder), tmp_path, system="win32")  # type: ignore[arg-type]
    assert f'start "{written}"\r\n' in path.read_bytes().decode()


def test_on_linux_it_is_a_desktop_entry(tmp_path: Path) -> None:
    path = make_shortcut(Path('/a b/$x%"\\'), tmp_path, system="linux")
    assert path.stat().st_mode & 0o100 or os.name == "nt"
    assert 'start "/a b/\\\\$x%%\\\\"\\\\\\\\"\n' in path.read_text()


def test_it_is_made_again_where_it_was(tmp_path: Path) -> None:
    make_shortcut(tmp_path / "een", tmp_path)
    path = make_shortcut(tmp_path / "twee", tmp_path)
    assert "twee" in path.read_text()
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_the_commands_run_as_a_module_too() -> None:
    command = [sys.executable, "-m", "coachkit.cli", "--version"]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout.startswith(
        "coachkit "
    )

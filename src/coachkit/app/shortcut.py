"""A shortcut on the desktop, with which a coach starts coachkit by a double click."""

from __future__ import annotations

import shlex
import sys
from contextlib import suppress
from pathlib import Path

import platformdirs

from coachkit.files import write_files

_WINDOWS = (
    "@echo off\r\nchcp 65001 >nul\r\ntitle coachkit\r\n"
    '"{python}" -P -m coachkit.cli start "{folder}"\r\nif errorlevel 1 pause\r\n'
)
_MAC = "#!/bin/sh\nexec {python} -P -m coachkit.cli start {folder}\n"
_LINUX = (
    "[Desktop Entry]\nType=Application\nName=coachkit\nTerminal=true\n"
    'Exec="{python}" -P -m coachkit.cli start "{folder}"\n'
)


def make_shortcut(folder: Path, desktop: Path | None = None, *, system: str = sys.platform) -> Path:
    """Put a file on the desktop that starts coachkit in a practice folder.

    Args:
        folder: the practice folder.
        desktop: where the file comes; the desktop of this person when it is left out.
        system: ``win32``, ``darwin`` or ``linux``.

    Raises:
        FileError: it cannot be written.

    """
    desktop = desktop or platformdirs.user_desktop_path()
    name, text = _shortcut(sys.executable, str(folder), system)
    (path,) = write_files(desktop, {name: text.encode()}, force=True)
    if system != "win32":
        with suppress(OSError):  # some disks know no such thing
            path.chmod(path.stat().st_mode | 0o111)
    return path


def _shortcut(python: str, folder: str, system: str) -> tuple[str, str]:
    """Return the name and the text of the file; each system has signs of its own to guard."""
    if system == "win32":
        return "coachkit.cmd", _WINDOWS.format(**_named(_in_cmd(python), _in_cmd(folder)))
    if system == "darwin":
        return "coachkit.command", _MAC.format(**_named(shlex.quote(python), shlex.quote(folder)))
    return "coachkit.desktop", _LINUX.format(**_named(_in_exec(python), _in_exec(folder)))


def _named(python: str, folder: str) -> dict[str, str]:
    return {"python": python, "folder": folder}


def _in_cmd(path: str) -> str:
    r"""Return a path as it may stand in quotes in a cmd file.

    A backslash before the last quote (``E:\``) would make it part of the path.
    """
    bare = path.rstrip("\\")
    return (bare + 2 * path[len(bare) :]).replace("%", "%%")


def _in_exec(path: str) -> str:
    """Return a path as it may stand in quotes in the key Exec (Desktop Entry Specification)."""
    for sign in ("\\", '"', "`", "$"):
        path = path.replace(sign, f"\\{sign}")
    return path.replace("\\", "\\\\").replace("%", "%%")

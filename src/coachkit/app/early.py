"""The first kernel, started before all else: it imports while the server does."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Self

KERNEL = [sys.executable, "-P", "-m", "coachkit.app.kernel"]
"""The command of a kernel: without the current folder among its modules."""


class EarlyKernel:
    """A kernel that does its imports, and waits to be told its connection file."""

    def __init__(self, folder: Path) -> None:
        self.folder = str(folder)
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        """Start it; on Windows, where it would not end with us, every kernel starts later."""
        if os.name == "posix":
            self._process = subprocess.Popen(  # noqa: S603  # our own command
                KERNEL,
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                cwd=self.folder,
                env={**os.environ, "JPY_PARENT_PID": str(os.getpid())},
                start_new_session=True,
            )
        return self

    def take(self, connection_file: str) -> subprocess.Popen[bytes] | None:
        """Return its process, which learns its connection file; none when it is gone or taken."""
        process, self._process = self._process, None
        if process is None or process.stdin is None:
            return None
        with suppress(OSError), process.stdin as told:
            told.write(os.fsencode(connection_file) + b"\n")
        return process if process.poll() is None else None

    def __exit__(self, *_error: object) -> None:
        """End it, when nobody took it."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()

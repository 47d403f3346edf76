"""The app as a process of its own, as a coach starts it."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import psutil
import requests

SECONDS = 60
TODAY = date(2026, 11, 27)
"""The day of all screens: it decides which questions are drawn."""


@dataclass
class App:
    """A coachkit that was started."""

    process: subprocess.Popen[str]
    url: str
    home: Path
    said: str = ""
    code: int | None = None
    session: requests.Session = field(default_factory=requests.Session)

    @property
    def base(self) -> str:
        return self.url.partition("/?")[0].partition("/lab")[0]

    @property
    def token(self) -> str:
        return self.url.partition("token=")[2]

    def get(self, path: str, **more: object) -> requests.Response:
        return self.session.get(self.base + path, timeout=SECONDS, **more)  # type: ignore[arg-type]

    def log_in(self) -> requests.Response:
        return self.session.get(self.url, timeout=SECONDS)

    def kernels(self) -> list[psutil.Process]:
        """Return the kernels that run now."""
        found = []
        for child in psutil.Process(self.process.pid).children(recursive=True):
            try:
                command = " ".join(child.cmdline())
            except psutil.Error:
                continue
            if "coachkit.app.kernel" in command or "ipykernel" in command:
                found.append(child)
        return found

    def lives(self, name: str) -> bool:
        """Tell whether a kernel is there, also one that is about to end."""
        key = {"Authorization": f"token {self.token}"}
        try:
            return self.get(f"/api/kernels/{name}", headers=key).status_code == 200
        except requests.ConnectionError:
            return False

    def kernel(self, name: str) -> psutil.Process:
        """Return the process of a kernel: it listens where its connection file says."""
        (file,) = self.home.glob(f"voila_*/kernel-{name}.json")
        port = json.loads(file.read_text())["shell_port"]
        (found,) = (
            kernel
            for kernel in self.kernels()
            if port in {connection.laddr.port for connection in kernel.net_connections()}
        )
        return found

    def stop(self, number: int = signal.SIGINT) -> None:
        """Stop it as a person does, and keep what it said."""
        if self.code is None:
            self.process.send_signal(number)
            _, self.said = self.process.communicate(timeout=SECONDS)
            self.code = self.process.returncode


def wait_for(true: Callable[[], object], what: str, seconds: float = SECONDS) -> None:
    """Wait until something is so."""
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, what
        time.sleep(0.05)


def environment(home: Path) -> dict[str, str]:
    """Return an environment in which nothing of this machine's coach is known."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("COACHKIT_")}
    own = {f"JUPYTER_{name}_DIR": str(home / name) for name in ("CONFIG", "DATA", "RUNTIME")}
    own |= {name: str(home) for name in ("HOME", "USERPROFILE", "TMPDIR", "TEMP")}
    return {**clean, **own, "COLUMNS": "40"}


def command(*words: object) -> list[str]:
    return [str(Path(sys.executable).with_name("coachkit")), "start", *map(str, words)]


def free_port() -> int:
    """Return a port that nobody has now, and that no app takes when it chooses for itself."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def running(home: Path, *words: object) -> Iterator[App]:
    """Start the app without a browser; whatever happens, it is gone afterwards."""
    home.mkdir(parents=True, exist_ok=True)
    process = subprocess.Popen(
        command(*words, "--no-browser", "--date", TODAY.isoformat()),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env=environment(home),
        cwd=home,
    )
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        assert line, process.communicate(timeout=SECONDS)[1]
        app = App(process, line.rstrip("\n"), home)
        yield app
        app.stop()
    finally:
        if process.poll() is None:
            process.kill()
            process.communicate()

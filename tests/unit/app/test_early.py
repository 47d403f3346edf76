"""The kernel that is started before the server knows where it will listen."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from coachkit.app import early as module
from coachkit.app.early import EarlyKernel
from coachkit.app.kernel import told_file

pytestmark = pytest.mark.skipif(os.name != "posix", reason="it is for POSIX alone")
ECHO = "import os, sys; print(os.getcwd(), sys.stdin.readline(), file=open('said', 'w'))"


def stand_in(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    monkeypatch.setattr(module, "KERNEL", [sys.executable, "-c", code])


def test_it_runs_in_its_folder_and_is_told_its_file_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(monkeypatch, ECHO)
    with EarlyKernel(tmp_path) as early:
        process = early.take("/weg/kernel-1.json")
        assert process is not None
        assert early.take("/weg/kernel-2.json") is None
        assert process.wait(30) == 0
    assert (tmp_path / "said").read_text().split() == [str(tmp_path), "/weg/kernel-1.json"]


def test_one_that_died_is_not_handed_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(monkeypatch, "raise SystemExit")
    with EarlyKernel(tmp_path) as early:
        assert early._process is not None
        early._process.wait(30)
        assert early.take("kernel-1.json") is None


def test_one_that_nobody_took_ends_with_the_server(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(monkeypatch, "import time; time.sleep(60)")
    with EarlyKernel(tmp_path) as early:
        process = early._process
    assert process is not None
    assert process.returncode is not None


def test_where_it_would_not_end_with_the_server_there_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module.os, "name", "nt")
    early = EarlyKernel(tmp_path).__enter__()
    monkeypatch.undo()
    assert early.take("kernel-1.json") is None


def test_a_kernel_whose_server_is_gone_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    told = io.BytesIO(os.fsencode("/weg van André/kernel-1.json\n"))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(told, encoding="latin-1"))
    assert told_file() == "/weg van André/kernel-1.json"
    with pytest.raises(SystemExit):
        told_file()
    command = [*module.KERNEL]
    assert subprocess.run(command, stdin=subprocess.DEVNULL, timeout=60, check=True).returncode == 0

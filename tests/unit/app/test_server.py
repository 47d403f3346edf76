"""The app in this process: its settings, and how it stops."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from pathlib import Path

import psutil
import pytest
import requests

from coachkit.app import kernels, lab, server
from coachkit.app.address import address, listen, port_of
from coachkit.app.folder import Place, open_place
from coachkit.errors import FileError
from coachkit.practice import DATE, ENVIRONMENT, NOT_KEPT

pytestmark = pytest.mark.filterwarnings("ignore")


def test_the_colour_is_that_of_the_practice_and_can_be_read(tmp_path: Path) -> None:
    place = open_place(tmp_path)
    assert server.accent(place) == "#1f6b66"
    (tmp_path / "praktijk.yaml").write_text('kleur: "#ffff00"\n')
    assert server.accent(place) != "#ffff00"
    (tmp_path / "praktijk.yaml").write_text("kleur: paars\n")
    assert server.accent(place) == "#1f6b66"
    assert server.accent(Place(tmp_path / "weg", tmp_path)) == "#1f6b66"


def test_a_page_may_reach_no_other_machine() -> None:
    allowed = server.POLICY
    for host in ("localhost", "127.0.0.1"):  # this app, and no other program
        allowed = allowed.replace(f"ws://{host}:{{port}}", "")
    assert "//" not in allowed
    assert "*" not in allowed


def test_it_serves_and_stops_in_one_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in (ENVIRONMENT, NOT_KEPT, DATE):
        monkeypatch.setenv(name, "")  # put back afterwards
    place, door = open_place(tmp_path), listen()
    url = address(port_of(door), "sleutel")
    answers: list[requests.Response | Exception] = []

    def visit() -> None:
        session = requests.Session()
        try:
            answers.extend(
                session.get(url.replace("/?", f"/{path}?"), timeout=60)
                for path in ("", "login", "voila/render/start.ipynb", "er/niet")
            )
        except requests.RequestException as error:
            answers.append(error)
        signal.raise_signal(signal.SIGINT)

    visitor = threading.Thread(target=visit)
    visitor.start()
    before = signal.getsignal(signal.SIGINT)
    server.serve(place, door, "sleutel")
    visitor.join()
    assert [answer.status_code for answer in answers] == [200, 200, 200, 404]  # type: ignore[union-attr]
    assert "Jouw praktijk" in answers[0].text  # type: ignore[union-attr]
    assert signal.getsignal(signal.SIGINT) is before


def test_ctrl_c_before_it_runs_stops_it_too() -> None:
    reached = []
    with server.stopping():
        signal.raise_signal(signal.SIGTERM)
        reached.append("after")
    assert reached == []


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="there is no such signal")
def test_a_signal_that_was_ignored_stops_nothing() -> None:
    reached = []
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with server.stopping() as stop:
            stop.listen()  # as after a library put its own in the place
            signal.raise_signal(signal.SIGHUP)
            reached.append("after")
        assert signal.getsignal(signal.SIGHUP) == signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)
    assert reached == ["after"]


def test_ctrl_c_stops_it_also_where_a_script_had_that_ignored() -> None:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with server.stopping() as stop:
            assert signal.getsignal(signal.SIGINT) is stop
        assert signal.getsignal(signal.SIGINT) == signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)


def test_there_is_time_to_stop_for_what_kernels_still_do() -> None:
    assert kernels.SHORT + 5 < server.PATIENCE


NOISE = """
import logging, warnings
from coachkit.app import server
with server.silence():
    logging.getLogger("iets").error("lawaai")
    warnings.warn("lawaai")
warnings.warn("hoorbaar")
"""


def test_libraries_stay_silent() -> None:
    command = [sys.executable, "-c", NOISE]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    assert "lawaai" not in done.stdout + done.stderr
    assert "hoorbaar" in done.stderr


def test_jupyterlab_that_is_missing_is_named_with_its_cure(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lab.check_installed()
    monkeypatch.setattr(lab, "find_spec", lambda _name: None)
    with pytest.raises(FileError, match=r'pip install "coachkit\[lab\]"'):
        lab.check_installed()


def test_jupyterlab_gets_the_same_door_and_token(tmp_path: Path) -> None:
    place = Place(tmp_path, tmp_path / "werkboeken")
    words = lab.arguments(place, 8870, "sleutel")
    assert "--ServerApp.ip=127.0.0.1" in words
    assert "--ServerApp.port=8870" in words
    assert "--IdentityProvider.token=sleutel" in words
    assert f"--ServerApp.root_dir={tmp_path}" in words
    assert lab.first_path(place) == "/lab/tree/werkboeken/start.ipynb"
    kept_nothing = Place(tmp_path, tmp_path / "shipped", not_kept="vol")
    assert lab.first_path(kept_nothing) == "/lab/tree/start.ipynb"
    assert f"--ServerApp.root_dir={tmp_path / 'shipped'}" in lab.arguments(kept_nothing, 1, "s")


HANGS = """
import subprocess, sys, time
from coachkit.app.server import Stop
stop = Stop(patience=0.2)
stop.call = lambda: None
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
print(child.pid, flush=True)
stop()
stop()
time.sleep(600)
"""


def test_what_hangs_while_it_stops_is_left() -> None:
    words = [sys.executable, "-c", HANGS]
    ran = subprocess.run(words, check=True, capture_output=True, timeout=60)
    assert not psutil.pid_exists(int(ran.stdout))

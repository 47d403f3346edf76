"""``coachkit start`` as a process: who gets in, what is shown, and that all ends with it."""

from __future__ import annotations

import json
import re
import signal
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
import requests

from support.app import SECONDS, App, command, environment, running, wait_for

BROKEN = "raise ValueError('geheim van de programmeur')"


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    """One app for the tests that only look."""
    home = tmp_path_factory.mktemp("start")
    with running(home, home / "praktijk") as started:
        cells = [{"cell_type": "code", "id": "a", "metadata": {}, "outputs": [], "source": BROKEN}]
        cells[0]["execution_count"] = None
        notebook = {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
        (home / "praktijk" / "werkboeken" / "stuk.ipynb").write_text(json.dumps(notebook))
        yield started


@pytest.fixture
def visitor(app: App) -> App:
    """The same app for somebody who has not been there."""
    return App(app.process, app.url, app.home)


def kernel_of(page: str) -> str:
    (found,) = re.findall(r'"kernelId": "([\w-]+)"', page)
    return str(found)


def test_the_address_stands_whole_on_one_line(app: App) -> None:
    assert re.fullmatch(r"http://localhost:\d+/\?token=[\w-]{32}", app.url)


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/voila/render/start.ipynb",
        "/voila/render/is-er-niet.ipynb",
        "/voila/tree",
        "/voila/tree/",
        "/voila/files/praktijk.yaml",
        "/is/er/niet",
    ],
)
def test_without_the_token_there_is_only_the_log_in(visitor: App, path: str) -> None:
    answer = visitor.get(path, allow_redirects=False)
    assert answer.status_code in (302, 403)
    if answer.status_code == 302:
        assert answer.headers["Location"].partition("?")[0].endswith("/login")
    assert "praktijk" not in answer.text


def test_without_the_token_kernels_cannot_be_reached(visitor: App) -> None:
    assert visitor.get("/api/kernels/0-0-0-0-0").status_code == 403
    posted = visitor.session.post(f"{visitor.base}/voila/api/shutdown/0-0-0-0-0", timeout=SECONDS)
    assert posted.status_code == 403


def test_the_log_in_is_dutch_and_takes_the_token(visitor: App) -> None:
    page = visitor.get("/login?next=%2F")
    assert '<html lang="nl">' in page.text
    assert visitor.token not in page.text
    assert not re.findall(r"https?://", page.text)
    (xsrf,) = re.findall(r'name="_xsrf" value="([^"]+)"', page.text)
    login = f"{visitor.base}/login?next=%2F"
    wrong = {"_xsrf": xsrf, "password": "verkeerd"}
    refused = visitor.session.post(login, data=wrong, timeout=SECONDS)
    assert refused.status_code == 401
    assert "Deze sleutel past niet" in refused.text
    right = {"_xsrf": xsrf, "password": visitor.token}
    inside = visitor.session.post(login, data=right, timeout=SECONDS)
    assert inside.status_code == 200
    assert inside.url == f"{visitor.base}/voila/render/start.ipynb"


def test_with_the_token_the_first_screen_comes(visitor: App) -> None:
    page = visitor.log_in()
    assert page.status_code == 200
    assert page.url == f"{visitor.base}/voila/render/start.ipynb"
    assert '<html lang="nl">' in page.text
    assert "<title>Begin · coachkit</title>" in page.text
    assert "Jouw praktijk" in page.text
    assert "Hier ging iets mis" not in page.text
    assert visitor.token not in page.text
    assert "default-src 'self'" in page.headers["Content-Security-Policy"]


def test_only_names_of_this_machine_are_answered(app: App) -> None:
    answer = requests.get(app.url, headers={"Host": "kwaad.example"}, timeout=SECONDS)
    assert answer.status_code == 403


def test_the_server_listens_to_this_machine_alone(app: App) -> None:
    connections = psutil.Process(app.process.pid).net_connections("tcp")
    listening = {c.laddr.ip for c in connections if c.status == psutil.CONN_LISTEN}
    assert listening == {"127.0.0.1"}


def test_a_page_that_is_not_there_says_so(visitor: App) -> None:
    visitor.log_in()
    for path in ("/voila/render/is-er-niet.ipynb", "/is/er/niet", "/voila/tree"):
        page = visitor.get(path)
        assert page.status_code == 404, path
        assert "Deze bladzijde is er niet" in page.text
        words = " ".join(page.text.split())
        assert "Is je praktijkmap verplaatst? Zet haar terug." in words


def test_a_workbook_that_is_damaged_is_told(visitor: App) -> None:
    (visitor.home / "praktijk" / "werkboeken" / "kapot.ipynb").write_text("{")
    visitor.log_in()
    page = visitor.get("/voila/render/kapot.ipynb").text
    assert "Dit werkboek is niet te lezen" in page
    assert "Traceback" not in page


def test_an_error_in_a_workbook_shows_no_traceback(visitor: App) -> None:
    visitor.log_in()
    page = visitor.get("/voila/render/stuk.ipynb").text
    assert "Hier ging iets mis" in page
    assert "</html>" in page
    assert not re.findall("Traceback|ValueError|geheim|Error at server", page)


def test_a_closed_page_ends_its_kernel(visitor: App) -> None:
    kernel = kernel_of(visitor.log_in().text)
    assert visitor.get(f"/api/kernels/{kernel}").status_code == 200
    end = f"{visitor.base}/voila/api/shutdown/{kernel}"
    without = visitor.session.post(end, timeout=SECONDS)
    assert without.status_code == 403
    proof = {"_xsrf": visitor.session.cookies["_xsrf"]}
    assert visitor.session.post(end, data=proof, timeout=SECONDS).status_code == 204
    assert visitor.get(f"/api/kernels/{kernel}").status_code == 404


def test_the_first_page_gets_the_kernel_that_was_started_first(tmp_path: Path) -> None:
    with running(tmp_path, tmp_path / "praktijk") as app:
        kernel = app.kernel(kernel_of(app.log_in().text))
        assert kernel.cmdline()[-1] == "coachkit.app.kernel", "it waited to be told its file"
        assert kernel.cwd() == str(tmp_path / "praktijk" / "werkboeken")


def test_a_kernel_that_died_is_gone_for_its_page(visitor: App) -> None:
    kernel = kernel_of(visitor.log_in().text)
    visitor.kernel(kernel).kill()
    wait_for(
        lambda: visitor.get(f"/api/kernels/{kernel}").status_code == 404,
        "the server still thinks that the kernel lives",
    )


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_stopping_ends_the_server_and_its_kernels(tmp_path: Path, number: int) -> None:
    with running(tmp_path, tmp_path / "praktijk") as app:
        app.log_in()
        kernels = app.kernels()
        assert kernels
        app.stop(number)
    assert app.code == 0
    assert app.said.splitlines()[-1] == "coachkit is gestopt."
    assert "Traceback" not in app.said
    assert app.token not in app.said
    assert len(app.said.splitlines()) == 3, app.said
    _, alive = psutil.wait_procs(kernels, timeout=SECONDS)
    assert alive == []


def test_stopping_while_it_starts_is_as_quiet(tmp_path: Path) -> None:
    with running(tmp_path, tmp_path / "praktijk") as app:
        app.stop()
    assert app.code == 0
    assert "Traceback" not in app.said
    assert app.said.splitlines()[-1] == "coachkit is gestopt."


def test_two_starts_on_one_folder_work_beside_each_other(tmp_path: Path) -> None:
    folder = tmp_path / "praktijk"
    with running(tmp_path, folder) as first, running(tmp_path, folder) as second:
        assert first.base != second.base
        assert first.log_in().status_code == second.log_in().status_code == 200
        assert requests.get(f"{first.base}/?token={second.token}", timeout=SECONDS).url != first.url


def test_a_port_that_was_asked_for_and_is_in_use_is_an_error(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        ran = refused(tmp_path, tmp_path / "praktijk", "--port", port)
    assert f"poort {port} is niet vrij" in ran.stderr


def test_a_file_in_the_place_of_the_folder_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "praktijk").write_text("geen map")
    ran = refused(tmp_path, tmp_path / "praktijk")
    assert "praktijk is een bestand en geen map" in ran.stderr


def refused(home: Path, *words: object) -> subprocess.CompletedProcess[str]:
    ran = subprocess.run(
        command(*words, "--no-browser"),
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment(home),
        cwd=home,
        timeout=SECONDS,
        check=False,
    )
    assert ran.returncode == 1
    assert ran.stdout == ""
    assert "Traceback" not in ran.stderr
    return ran


def test_where_nothing_can_be_written_it_starts_and_says_so(tmp_path: Path) -> None:
    with running(tmp_path, "/proc/coachkit/praktijk") as app:
        page = app.log_in().text
        app.stop()
    assert "Er wordt niets bewaard." in page
    assert 'data-kept="nee"' in page
    assert "kan coachkit niets bewaren" in app.said


def test_without_a_folder_the_home_folder_gets_one(tmp_path: Path) -> None:
    with running(tmp_path) as app:
        app.log_in()
    assert (tmp_path / "coachkit" / "praktijk.yaml").is_file()


def test_jupyterlab_starts_on_the_same_folder(tmp_path: Path) -> None:
    with running(tmp_path, tmp_path / "praktijk", "--lab") as app:
        assert re.fullmatch(
            r"http://localhost:\d+/lab/tree/werkboeken/start\.ipynb\?token=[\w-]{32}", app.url
        )
        without = app.get("/lab", allow_redirects=False)
        assert without.status_code == 302
        page = app.log_in()
        assert page.status_code == 200
        assert "JupyterLab" in page.text
        listed = app.get("/api/contents/werkboeken").json()
        assert "start.ipynb" in {item["name"] for item in listed["content"]}
        app.stop()
    assert app.code == 0
    assert app.said.splitlines()[-1] == "coachkit is gestopt."
    assert "Traceback" not in app.said
    assert app.token not in app.said

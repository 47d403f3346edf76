"""The command line: help, wrong use, terminals and pipes, and being stopped."""

from __future__ import annotations

import io
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

import coachkit
from coachkit import files
from coachkit.cli import app as cli
from coachkit.cli.options import columns, working

Run = Callable[..., Any]
ANSI = "\x1b"


def commands(command: object = None, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Yield every command and every group, by the words that call it."""
    found = command or typer.main.get_command(cli.app)
    yield path
    for name, child in getattr(found, "commands", {}).items():
        yield from commands(child, (*path, name))


ALL = sorted(commands())


def test_all_commands_are_there() -> None:
    wanted = {"demo", "make", "lint", "bank", *(f"bank {n}" for n in ("list", "show", "stats"))}
    assert wanted | {"bank schema"} <= {" ".join(path) for path in ALL}


@pytest.mark.parametrize("path", ALL, ids=" ".join)
def test_every_command_has_help_with_an_example(path: tuple[str, ...]) -> None:
    result = CliRunner().invoke(cli.app, [*path, "--help"])
    assert result.exit_code == 0
    example = "Begin met: coachkit demo" if not path else f"Voorbeeld: coachkit {' '.join(path)}"
    assert example in result.stdout
    assert ANSI not in result.stdout


@pytest.mark.parametrize("path", ALL, ids=" ".join)
def test_every_option_has_a_line_of_help(path: tuple[str, ...]) -> None:
    found: object = typer.main.get_command(cli.app)
    for name in path:
        found = found.commands[name]
    silent = [p.name for p in found.params if not getattr(p, "help", None)]
    assert silent == []


def test_the_version_is_told(run: Run) -> None:
    ran = run("--version")
    assert (ran.code, ran.out, ran.err) == (0, f"coachkit {coachkit.__version__}\n", "")


@pytest.mark.parametrize(
    "words",
    [
        ["onzin"],
        ["make"],
        ["make", "x.yaml", "--variant", "potlood"],
        ["make", "x.yaml", "--seed", "veel"],
        ["make", "x.yaml", "--date", "22-11-2026"],
        ["demo", "--onzin"],
        ["bank", "show"],
        ["bank", "list", "--category", "lust"],
        ["lint", "--format", "xml"],
        ["lint", "weg.yaml"],
    ],
    ids=" ".join,
)
def test_wrong_use_is_exit_2_and_says_what_to_do(run: Run, words: list[str]) -> None:
    ran = run(*words)
    assert ran.code == 2
    assert ran.out == ""
    assert words[-1] in ran.err or "--help" in ran.err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["read"], "er ontbreekt iets: BESTAND..."),
        (["make", "x.yaml", "--foo"], "--foo is geen keuze van deze opdracht"),
        (["make", "x.yaml", "--variant", "pen"], "kies uit: invullen, schrijven"),
        (["make", "x.yaml", "--date", "morgen"], "schrijf bijvoorbeeld 2026-11-22"),
        (["make", "x.yaml", "--seed", "drie"], "achter --seed hoort een getal"),
        (["make", "x.yaml", "y.yaml"], "dit is te veel: y.yaml"),
        (["read", "a.pdf", "--report"], "achter --report ontbreekt een waarde"),
        (["maak"], "er is geen opdracht 'maak'; bedoel je make?"),
        (["xyzzy"], "er is geen opdracht 'xyzzy'"),
    ],
    ids=str,
)
def test_wrong_use_is_told_in_dutch(run: Run, words: list[str], told: str) -> None:
    ran = run(*words)
    assert ran.code == 2
    assert told in ran.err
    assert "kijk met: coachkit" in ran.err
    assert not re.search("Error|Usage|Invalid|Missing|option", ran.err)


# On a terminal


def test_a_text_of_more_lines_is_one_line_in_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    columns([("een", "twee\nregels\ten een tab")], ("id", "tekst"))
    assert capsys.readouterr().out == "een\ttwee regels en een tab\n"


def test_on_a_terminal_rows_become_a_table(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    columns([("een", "[bold]twee[/bold]")], ("id", "tekst"))
    told = capsys.readouterr().out
    assert "id" in told
    assert "[bold]twee[/bold]" in told


def test_progress_is_shown_on_a_terminal_only(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with working("Even geduld"):
        pass
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with working("Even geduld"):
        pass
    assert "Even geduld" in capsys.readouterr().err


# Interrupted


def test_ctrl_c_is_told_in_dutch_and_is_exit_130(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(files.os, "fsync", _raise(KeyboardInterrupt()))
    ran = run("bank", "schema", "--out", tmp_path / "uit")
    assert (ran.code, ran.out, ran.err) == (130, "", "Gestopt.\n")
    assert list((tmp_path / "uit").iterdir()) == []


def _raise(error: BaseException) -> Callable[..., None]:
    def call(*args: object) -> None:
        raise error

    return call


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_command_that_is_stopped_half_way_leaves_no_file(tmp_path: Path, number: int) -> None:
    code = (
        "import os, signal, sys, time\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # ignored in a background job
        "os.fsync = lambda handle: (print('bezig', flush=True), time.sleep(60))\n"
        f"sys.argv = ['coachkit', 'bank', 'schema', '--out', {str(tmp_path)!r}]\n"
        "from coachkit.cli import main\n"
        "main()\n"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"bezig\n"
        assert len(list(tmp_path.iterdir())) == 1
        process.send_signal(number)
        assert process.wait(30) == 128 + number
    assert list(tmp_path.iterdir()) == []


def test_a_command_that_the_system_stops_ends_as_the_system_asks() -> None:
    with pytest.raises(SystemExit) as stop:
        cli._stop(signal.SIGTERM, None)
    assert stop.value.code == 143


def test_a_system_without_some_signals_and_streams_will_do(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(signal, "SIGHUP", raising=False)
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    assert run("--version").code == 0

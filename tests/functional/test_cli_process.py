"""The command as a process of its own, as people and scripts call it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ANSI = "\x1b"


def coachkit_process(*words: object, **more: object) -> subprocess.CompletedProcess[str]:
    command = Path(sys.executable).with_name("coachkit")
    environment = {**os.environ, "COLUMNS": "40", "FORCE_COLOR": "1"}
    environment.pop("COACHKIT_PRACTICE", None)
    return subprocess.run(
        [command, *map(str, words)],
        capture_output=True,
        text=True,
        env=environment,
        timeout=120,
        check=False,
        encoding="utf-8",
        **more,
    )


def test_the_demo_runs_as_a_process(tmp_path: Path) -> None:
    ran = coachkit_process("demo", "--out", "uit", cwd=tmp_path)
    assert ran.returncode == 0, ran.stderr
    assert sorted(path.suffix for path in (tmp_path / "uit").iterdir()) == [
        ".eml",
        ".html",
        ".ics",
        ".ipynb",
        ".pdf",
    ]
    assert len(ran.stdout.splitlines()) == 5


def test_output_to_a_pipe_is_never_wrapped_or_coloured(tmp_path: Path) -> None:
    ran = coachkit_process("bank", "list", cwd=tmp_path)
    assert ran.returncode == 0
    lines = ran.stdout.splitlines()
    assert all(line.count("\t") == 4 for line in lines)
    assert max(map(len, lines)) > 80
    assert ANSI not in ran.stdout + ran.stderr


def test_a_pipe_that_closes_early_gives_no_traceback(tmp_path: Path) -> None:
    command = Path(sys.executable).with_name("coachkit")
    with subprocess.Popen(
        [command, "bank", "list", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        told = process.stderr.read()
    assert b"Traceback" not in told


def test_a_narrow_encoding_of_the_terminal_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text("naam: Zoë\nfase: é\n", encoding="utf-8")
    command = Path(sys.executable).with_name("coachkit")
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    ran = subprocess.run(
        [command, "make", "x.yaml"],
        capture_output=True,
        env=environment,
        cwd=tmp_path,
        check=False,
    )
    assert ran.returncode == 1
    assert b"x.yaml:2:7: 'fase' kan geen '" in ran.stderr
    assert b"Traceback" not in ran.stderr


def test_importing_coachkit_stays_light(tmp_path: Path) -> None:
    heavy = "{'nbconvert', 'nbformat', 'typst', 'rich.table', 'mistune'} & set(sys.modules)"
    code = f"import sys, coachkit; print(sorted({heavy}))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "[]\n"


@pytest.mark.parametrize("module", ["coachkit", "coachkit.cli"])
def test_what_is_not_asked_for_is_not_imported(module: str) -> None:
    code = f"import sys, {module}; print('pydantic' in sys.modules, 'yaml' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "False False\n"


@pytest.mark.parametrize(
    "words",
    [
        ("goal", "een ↑ doel"),
        ("bank", "show", "eigen", "--practice", "."),
        ("lint", "vraagbank", "--format", "json"),
    ],
)
def test_json_keeps_all_letters_on_a_console_that_lacks_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    (tmp_path / "praktijk.yaml").write_text("naam: De Linde\n")
    (tmp_path / "vraagbank").mkdir()
    (tmp_path / "vraagbank" / "a.yaml").write_text(
        "naam: S\ncategorie: pijn\nvragen:\n"
        "  - {id: eigen, vraag: Wat ↑ is er?, vraag_u: Wat ↑ is er?}\n"
        "  - {id: nog, vraag: Wat ↑ is er nu?, vraag_u: Wat ↑ is er nu?}\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("PYTHONIOENCODING", "cp1252")
    option = () if "--format" in words else ("--json",)
    ran = coachkit_process(*words, *option, cwd=tmp_path)
    json.loads(ran.stdout)
    assert " ? " not in ran.stdout
    assert "\\u2191" in ran.stdout

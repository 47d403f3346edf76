"""The package that docs/voorbeelden shows: it builds, installs, and its questions are there."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "docs" / "voorbeelden" / "linde-vragen"
COMMAND = ("-c", "from coachkit.cli import main; main()")
PROGRAM = """
import json, coachkit
bank = coachkit.load_bank()
print(json.dumps([sorted(q for q in bank.questions if q.startswith("linde-")),
                  sorted(r for r in bank.recipes if r.startswith("linde-"))]))
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the example into a folder of its own, from a wheel, without network."""
    if find_spec("hatchling") is None:
        pytest.skip("hatchling is absent: pip install -e .[test]")
    work = tmp_path_factory.mktemp("pakket")
    shutil.copytree(EXAMPLE, work / "linde-vragen")
    target = work / "doel"
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    alone = ["--no-deps", "--no-index", "--no-build-isolation", "--target", str(target)]
    ran = subprocess.run(
        [*pip, *alone, str(work / "linde-vragen")],
        capture_output=True,
        text=True,
        check=False,
        cwd=work,
    )
    assert ran.returncode == 0, ran.stderr
    return target


def run(target: Path | None, *words: str) -> str:
    path = {"PYTHONPATH": str(target)} if target else {}
    kept = {key: value for key, value in os.environ.items() if key != "COACHKIT_PRACTICE"}
    ran = subprocess.run(
        [sys.executable, *words],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        cwd=target or ROOT,
        env={**kept, **path, "PYTHONIOENCODING": "utf-8"},
    )
    return ran.stdout


def test_its_questions_and_its_recipe_are_in_the_bank(installed: Path) -> None:
    questions, recipes = json.loads(run(installed, "-c", PROGRAM))
    assert questions == ["linde-rust-geluid", "linde-rust-na-afloop", "linde-rust-stoel"]
    assert recipes == ["linde-vijf-minuten"]


def test_without_it_they_are_not() -> None:
    assert json.loads(run(None, "-c", PROGRAM)) == [[], []]


def test_the_command_shows_them(installed: Path) -> None:
    listed = run(installed, *COMMAND, "bank", "list", "--category", "kleine-stappen")
    assert "linde-rust-geluid\tkleine-stappen\topen\t2 min\tWelk geluid" in listed


def test_it_is_clean(installed: Path) -> None:
    folder = installed / "linde_vragen" / "vraagbank"
    assert run(None, *COMMAND, "lint", "--strict", str(folder)) == ""

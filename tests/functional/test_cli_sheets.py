"""The commands demo and make: from a brief to files."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


def made(folder: Path) -> dict[str, bytes]:
    """The files in a folder, by their last part."""
    return {path.suffix: path.read_bytes() for path in folder.iterdir()}


def test_the_demo_makes_all_that_a_coach_and_a_client_get(run: Run, tmp_path: Path) -> None:
    ran = run("demo", "--out", tmp_path / "uit", "--date", "2026-11-22")
    assert ran.code == 0
    found = made(tmp_path / "uit")
    assert sorted(found) == [".eml", ".html", ".ics", ".ipynb", ".pdf"]
    assert found[".pdf"].startswith(b"%PDF-")
    assert found[".html"].startswith(b"<!DOCTYPE html>")
    assert json.loads(found[".ipynb"])["nbformat"] == 4
    told = ran.out.splitlines()
    assert [Path(line).suffix for line in told] == [".ipynb", ".pdf", ".html", ".ics", ".eml"]
    assert all(Path(line).is_file() for line in told)
    assert "werkvorm" in ran.err


def test_without_out_the_demo_stands_in_a_folder_of_its_own(run: Run, tmp_path: Path) -> None:
    assert run("demo").code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["coachkit-demo"]


def test_the_demo_overwrites_nothing_unless_asked(run: Run, tmp_path: Path) -> None:
    words = ("demo", "--out", tmp_path, "--date", "2026-11-22")
    page = Path(run(*words).out.splitlines()[-1])
    page.write_text("van mij", encoding="utf-8")
    assert run(*words).code == 1
    assert page.read_text(encoding="utf-8") == "van mij"
    assert run(*words, "--force").code == 0
    assert page.read_text(encoding="utf-8") != "van mij"


def test_a_brief_becomes_a_worksheet(
    run: Run, small_shipped: None, brief_file: Path, tmp_path: Path
) -> None:
    ran = run("make", brief_file, "--out", tmp_path / "uit")
    assert ran.code == 0
    assert sorted(made(tmp_path / "uit")) == [".eml", ".html", ".ipynb", ".pdf"]
    assert "'Kort' voor Sanne (je-vorm" in ran.err
    assert re.search(r"^ +1\. p-\w+: \w", ran.err, flags=re.MULTILINE)


def test_the_recipe_and_the_seed_are_taken_as_given(
    run: Run, small_shipped: None, brief_file: Path
) -> None:
    ran = run("make", brief_file, "--recipe", "alles", "--seed", "7", "--format", "ipynb")
    assert "werkvorm alles, seed 7" in ran.err
    notebook = json.loads(Path(ran.out.strip()).read_text(encoding="utf-8"))
    assert notebook["metadata"]["coachkit"]["sheet"]["origin"]["seed"] == 7


def test_the_same_wishes_give_the_same_bytes(
    run: Run, small_shipped: None, brief_file: Path, tmp_path: Path
) -> None:
    for name in ("een", "twee"):
        assert run("make", brief_file, "--seed", "7", "--out", tmp_path / name).code == 0
    assert made(tmp_path / "een") == made(tmp_path / "twee")


def test_the_options_change_the_sheet(
    run: Run, small_shipped: None, brief_file: Path, tmp_path: Path
) -> None:
    changes = [[], ["--variant", "schrijven"], ["--large"], ["--date", "2026-12-01"]]
    pdfs = set()
    for number, words in enumerate(changes):
        out = tmp_path / str(number)
        ran = run("make", brief_file, "--seed", 1, "--format", "pdf", "--out", out, *words)
        assert ran.code == 0
        pdfs.add(made(out)[".pdf"])
    assert len(pdfs) == len(changes)


def test_only_the_formats_that_are_asked_are_made(
    run: Run, small_shipped: None, brief_file: Path, tmp_path: Path
) -> None:
    ran = run("make", brief_file, "--format", " html, ipynb,html", "--out", tmp_path / "uit")
    assert [Path(line).suffix for line in ran.out.splitlines()] == [".html", ".ipynb"]


def test_a_practice_gets_its_worksheets_in_its_own_folder(
    run: Run, small_shipped: None, brief_file: Path, tmp_path: Path
) -> None:
    own = tmp_path / "praktijk"
    own.mkdir()
    (own / "praktijk.yaml").write_text("naam: Praktijk De Linde\naanspreekvorm: u\n")
    ran = run("make", brief_file, "--practice", own, "--format", "html")
    assert ran.code == 0
    assert "(u-vorm" in ran.err
    [path] = (own / "werkbladen").iterdir()
    assert "Praktijk De Linde" in path.read_text(encoding="utf-8")


def test_letters_that_no_font_has_are_told_to_the_coach(
    run: Run, small_shipped: None, brief_file: Path, tmp_path: Path
) -> None:
    brief = brief_file.read_text(encoding="utf-8")
    brief_file.write_text(brief.replace("Sanne", "Sanne 🙂"), encoding="utf-8")
    ran = run("make", brief_file, "--format", "pdf", "--out", tmp_path / "uit")
    assert ran.code == 0
    assert re.search(r"^Let op: .*U\+1F642", ran.err, flags=re.MULTILINE)


def test_what_stands_in_earlier_worksheets_is_not_asked_again(run: Run, tmp_path: Path) -> None:
    brief = tmp_path / "sanne.yaml"
    brief.write_text("naam: Sanne\ndoel: meer bewegen\nfase: actie\n", encoding="utf-8")
    asked: list[str] = []
    after: list[object] = []
    for number in range(3):
        folder = tmp_path / str(number)
        options = ("--recipe", "eerste-stap", "--format", "ipynb", "--out", folder)
        ran = run("make", brief, *options, *after)
        assert ran.code == 0, ran.err
        [path] = folder.iterdir()
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        questions = [cell["metadata"]["coachkit"].get("question") for cell in cells]
        asked += [question["id"] for question in questions if question]
        after += ["--after", path]
    assert len(set(asked)) == len(asked) >= 12


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "is niet te lezen (het is er niet)"),
        (b"naam: Sanne", "dit is geen notebook"),
        (b"\xff\xfe\x00", "dit is geen notebook"),
        (b"[1, 2]", "dit is geen notebook"),
        (b"{}", "geen werkblad"),
        (b'{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": []}', "geen werkblad"),
    ],
)
def test_a_file_that_is_no_earlier_worksheet_is_refused(
    run: Run, tmp_path: Path, content: bytes | None, told: str
) -> None:
    brief, earlier = tmp_path / "sanne.yaml", tmp_path / "eerder.ipynb"
    brief.write_text("naam: Sanne\n", encoding="utf-8")
    if content is not None:
        earlier.write_bytes(content)
    ran = run("make", brief, "--after", earlier, "--out", tmp_path / "uit")
    assert ran.code == 1
    assert str(earlier) in ran.err
    assert told in ran.err
    assert not (tmp_path / "uit").exists()

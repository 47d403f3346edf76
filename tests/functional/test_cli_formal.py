"""The command ``bank formal``: fill in, check, and note what was reviewed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from coachkit.bank.load import load_files

Run = Callable[..., Any]

SET = """\
naam: Proef
categorie: pijn
vragen:
  - id: proef-een
    vraag: Wat wil je?
    vervolgvraag: Wie kan je helpen?
"""
REASON = "'kan je' kan hier 'kan u' of 'kunt u' zijn: wie doet het?"
FILLED = f"""\
naam: Proef
categorie: pijn
vragen:
  - id: proef-een
    vraag: Wat wil je?
    vraag_u: Wat wilt u?  # voorstel
    vervolgvraag: Wie kan je helpen?
    vervolgvraag_u: Wie kan u helpen?  # BESLIS: {REASON}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "set.yaml"
    path.write_text(SET, encoding="utf-8")
    return path


def test_missing_texts_are_filled_and_counted(run: Run, file: Path) -> None:
    ran = run("bank", "formal", str(file))
    assert ran.code == 0
    assert file.read_text(encoding="utf-8") == FILLED
    assert ran.out == f"{file}:8: vervolgvraag_u: beslis zelf: {REASON}\n"
    assert ran.err.startswith("1 u-tekst ingevuld als voorstel, 1 om zelf te beslissen.\n")


def test_a_second_time_there_is_nothing_to_do(run: Run, file: Path) -> None:
    run("bank", "formal", str(file))
    ran = run("bank", "formal", str(file))
    assert (ran.code, ran.out, ran.err) == (0, "", "Er ontbreekt geen u-tekst.\n")
    assert file.read_text(encoding="utf-8") == FILLED


def test_check_writes_nothing_and_exits_with_1(run: Run, file: Path) -> None:
    ran = run("bank", "formal", "--check", str(file))
    assert ran.code == 1
    assert f"{file}:6: vraag_u ontbreekt" in ran.out
    assert file.read_text(encoding="utf-8") == SET
    file.write_text(FILLED, encoding="utf-8")
    assert run("bank", "formal", "--check", str(file)).code == 0


def test_the_review_is_noted_when_the_marks_are_gone(run: Run, file: Path) -> None:
    run("bank", "formal", str(file))
    ran = run("bank", "formal", "--reviewed", str(file))
    assert ran.out == ""
    assert f"{file}:4:5: hier staat nog een merkteken" in ran.err
    bare = "\n".join(line.partition("  #")[0] for line in FILLED.splitlines()) + "\n"
    file.write_text(bare, encoding="utf-8")
    ran = run("bank", "formal", "--reviewed", str(file))
    assert (ran.code, ran.out, ran.err) == (0, "proef-een\n", "1 vraag genoteerd als nagekeken.\n")
    assert 'u_nagekeken: "' in file.read_text(encoding="utf-8")
    assert not load_files([file]).problems


def test_without_a_path_it_takes_the_practices_own_bank(run: Run, tmp_path: Path) -> None:
    (tmp_path / "praktijk.yaml").write_text("naam: De Linde\n", encoding="utf-8")
    folder = tmp_path / "vraagbank"
    folder.mkdir()
    (folder / "eigen.yaml").write_text(SET, encoding="utf-8")
    assert run("bank", "formal", "--practice", str(tmp_path)).code == 0
    assert (folder / "eigen.yaml").read_text(encoding="utf-8") == FILLED


def test_without_a_path_and_a_bank_it_says_what_to_give(run: Run, tmp_path: Path) -> None:
    ran = run("bank", "formal", "--practice", str(tmp_path))
    assert ran.code == 2
    assert "eigen vraagbank" in ran.err


@pytest.mark.parametrize("words", [["--check", "--reviewed"], ["er-is-niets.yaml"]])
def test_wrong_use_ends_in_2(run: Run, words: list[str]) -> None:
    assert run("bank", "formal", *words).code == 2


@pytest.mark.parametrize(
    "data", [b"", b"\x00\xff", b"vragen: &a [*a]\n", b"vragen: " + b"x" * 1_000_000, b"{" * 9999]
)
def test_a_bad_file_is_told_and_the_others_are_done(run: Run, file: Path, data: bytes) -> None:
    bad = file.with_name("aa.yaml")
    bad.write_bytes(data)
    ran = run("bank", "formal", str(file.parent))
    assert ran.code == 1
    assert f"{bad}:" in ran.err
    assert "Traceback" not in ran.err
    assert bad.read_bytes() == data
    assert file.read_text(encoding="utf-8") == FILLED


def test_a_read_only_file_is_told_and_the_others_are_done(run: Run, file: Path) -> None:
    locked = file.with_name("aa.yaml")
    locked.write_text(SET, encoding="utf-8")
    locked.chmod(0o444)
    ran = run("bank", "formal", str(file.parent))
    assert ran.code == 1
    assert "alleen-lezen" in ran.err
    assert locked.read_text(encoding="utf-8") == SET
    assert file.read_text(encoding="utf-8") == FILLED

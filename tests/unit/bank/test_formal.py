"""Proposals for missing u-texts, put into YAML without a change elsewhere."""

from __future__ import annotations

import difflib
import os
import stat
from pathlib import Path

import pytest
import yaml

from coachkit.bank.formal import Outcome, find_reviewed, propose, save
from coachkit.errors import FileError
from coachkit.model import fingerprint
from coachkit.resources import data_folder

SET = """\
# Een set van iemand die niet bestaat.
naam: Proef   # een naam
categorie: pijn

vragen:
  - id: p-een
    vraag: Hoe gaat het met je?   # zo begint het
    hulp: 'Neem je tijd: het mag.'
    vervolgvraag: "Wie kan je helpen?"
    antwoord:
      soort: aankruisen
      opties:
        - Mijn werk
        - Je gezin

  # en dan
  - id: p-twee
    vraag: |
      Wat wil je?

    vervolgvraag: Wat nog meer?
"""


def made(folder: Path, text: str | bytes, name: str = "set.yaml") -> Path:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def filled(path: Path) -> str:
    outcome = propose(path)
    assert not outcome.problems
    save(outcome)
    return path.read_bytes().decode()


def test_missing_texts_get_a_line_of_their_own_with_a_mark(tmp_path: Path) -> None:
    new = filled(made(tmp_path, SET))
    added = [
        line[1:] for line in difflib.ndiff(SET.splitlines(), new.splitlines()) if line[0] != " "
    ]
    assert [line.strip() for line in added] == [
        "vraag_u: Hoe gaat het met u?  # voorstel",
        "hulp_u: 'Neem uw tijd: het mag.'  # voorstel",
        'vervolgvraag_u: "Wie kan u helpen?"  # BESLIS: '
        "'kan je' kan hier 'kan u' of 'kunt u' zijn: wie doet het?",
        "opties_u:  # voorstel",
        "- Mijn werk",
        "- Uw gezin",
        'vraag_u: "Wat wilt u?\\n"  # voorstel',
    ]


def test_all_other_lines_stay_byte_for_byte(tmp_path: Path) -> None:
    for text in (SET, SET.replace("\n", "\r\n"), "\ufeff" + SET, SET.rstrip("\n")):
        lines = iter(filled(made(tmp_path, text)).splitlines(keepends=True))
        assert all(
            any(kept == line for line in lines) for kept in text.splitlines(keepends=True)[:-1]
        )


def test_the_new_file_says_the_same_and_more(tmp_path: Path) -> None:
    question = yaml.safe_load(filled(made(tmp_path, SET)))["vragen"][0]
    assert question["antwoord"]["opties_u"] == ["Mijn werk", "Uw gezin"]
    assert question["vraag"] == "Hoe gaat het met je?"


def test_pairs_between_braces_stay_there_with_one_mark_for_the_line(tmp_path: Path) -> None:
    text = "naam: x\nvragen:\n  - {id: a, vraag: Wat wil je, hulp: 'Kies je dag'} # zo\n"
    new = filled(made(tmp_path, text))
    assert new.splitlines()[2] == (
        "  - {id: a, vraag: Wat wil je, vraag_u: Wat wilt u, hulp: 'Kies je dag', "
        "hulp_u: 'Kies uw dag'} # zo  # voorstel"
    )


def test_a_mark_never_lands_in_a_text_that_goes_on(tmp_path: Path) -> None:
    text = 'naam: x\nvragen:\n  - {id: a, vraag: Wat wil je, bron: "een\n    boek"}\n'
    new = filled(made(tmp_path, text))
    assert new.endswith('boek"}  # voorstel\n')
    assert yaml.safe_load(new)["vragen"][0]["bron"] == "een boek"


def test_a_file_that_would_change_elsewhere_is_left_as_it_is(tmp_path: Path) -> None:
    text = 'vragen: [{id: a, vraag: Wat wil je}, {id: b, vraag_u: x, vraag: "twee\n  regels"}]\n'
    outcome = propose(made(tmp_path, text))
    assert "iets anders veranderen" in str(outcome.problems[0])
    assert (outcome.proposed, outcome.new_text) == ([], None)


def test_the_line_of_each_proposal_is_told(tmp_path: Path) -> None:
    path = made(tmp_path, SET)
    outcome = propose(path)
    save(outcome)
    lines = path.read_text().splitlines()
    assert [lines[item.line - 1].strip().partition(":")[0] for item in outcome.proposed] == [
        item.key for item in outcome.proposed
    ]


@pytest.mark.parametrize("newline", ["\r", "\r\n", "\n"])
def test_lines_are_counted_and_ended_as_the_file_does(tmp_path: Path, newline: str) -> None:
    path = made(tmp_path, SET.replace("\n", newline))
    outcome = propose(path)
    save(outcome)
    text = path.read_bytes().decode()
    assert text.replace(newline, "") == text.replace("\r", "").replace("\n", "")
    lines = text.split(newline)
    assert [lines[item.line - 1].strip().partition(":")[0] for item in outcome.proposed] == [
        item.key for item in outcome.proposed
    ]
    assert len(outcome.proposed) == 5


@pytest.mark.parametrize("text", ["vraag_u: Iets anders", "vraag_u: ''", "vraag_u:", "vraag_u: je"])
def test_a_key_that_is_there_is_never_touched(tmp_path: Path, text: str) -> None:
    path = made(tmp_path, f"naam: x\nvragen:\n  - id: a\n    vraag: Wat wil je?\n    {text}\n")
    outcome = propose(path)
    assert outcome.proposed == []
    assert outcome.new_text is None


def test_a_complete_file_is_not_written_at_all(tmp_path: Path) -> None:
    path = made(tmp_path, SET)
    filled(path)
    before = path.stat().st_mtime_ns, path.read_bytes()
    filled(path)
    assert (path.stat().st_mtime_ns, path.read_bytes()) == before


def test_the_shipped_bank_needs_nothing() -> None:
    for path in sorted(data_folder("vraagbank").rglob("v*/*.yaml")):
        assert [item.key for item in propose(path).proposed] == [], path.name


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "leeg"),
        (b"\x00\x01\xff\xfe", "UTF-8"),
        ("naam: é".encode("latin-1"), "UTF-8"),
        (b"vragen: [" * 50, "lagen"),
        (b"vragen: &a [*a]", "verwijzingen"),
        (b"vragen: !!python/object:os.system x", "niet toegestaan"),
        (b"vragen: " + b"je " * 400_000, "langer"),
        (b"naam: x", "geen vragenset"),
        (b"[1, 2]", "geen vragenset"),
        (b"vragen: [\n", "haakje"),
    ],
)
def test_bad_files_are_told_and_left(tmp_path: Path, data: bytes, said: str) -> None:
    path = made(tmp_path, data)
    outcome = propose(path)
    assert said in " ".join(map(str, outcome.problems))
    assert str(path) in str(outcome.problems[0])
    save(outcome)
    assert path.read_bytes() == data


@pytest.mark.parametrize("questions", ["x", "[1, {}, [], null]", "{a: {b: c}}", "[{vraag: [a]}]"])
def test_odd_shapes_are_no_reason_to_stop(tmp_path: Path, questions: str) -> None:
    assert propose(made(tmp_path, f"vragen: {questions}\n")).proposed == []


def test_a_file_that_is_read_only_is_refused(tmp_path: Path) -> None:
    path = made(tmp_path, SET)
    path.chmod(0o444)
    with pytest.raises(FileError, match="alleen-lezen"):
        save(propose(path))
    assert path.read_text() == SET


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_a_file_keeps_its_permissions(tmp_path: Path) -> None:
    path = made(tmp_path, SET)
    path.chmod(0o600)
    filled(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_of_a_link_the_file_that_it_points_to_is_filled(tmp_path: Path) -> None:
    (tmp_path / "echt").mkdir()
    path = made(tmp_path / "echt", SET)
    link = tmp_path / "link.yaml"
    try:
        link.symlink_to(path)
    except OSError:
        pytest.skip("no links here")
    assert "vraag_u" in filled(link)
    assert link.is_symlink()
    assert "vraag_u" in path.read_text(encoding="utf-8")
    assert sorted(item.name for item in tmp_path.iterdir()) == ["echt", "link.yaml"]


# -- after the review --------------------------------------------------------------------------


def reviewed(path: Path) -> Outcome:
    outcome = find_reviewed(path)
    save(outcome)
    return outcome


def test_questions_with_an_open_mark_are_not_reviewed(tmp_path: Path) -> None:
    path = made(tmp_path, SET)
    filled(path)
    outcome = reviewed(path)
    assert outcome.reviewed == []
    assert [note.line for note in outcome.notes] == [6, 23]
    assert all("merkteken" in str(note) for note in outcome.notes)


def test_the_fingerprint_is_noted_once_the_marks_are_gone(tmp_path: Path) -> None:
    path = made(tmp_path, SET)
    lines = filled(path).splitlines()
    bare = [line.partition("  # voorstel")[0].partition("  # BESLIS")[0] for line in lines]
    made(tmp_path, "\n".join(bare) + "\n")
    assert reviewed(path).reviewed == ["p-een", "p-twee"]
    data = yaml.safe_load(path.read_text())["vragen"]
    assert data[0]["u_nagekeken"] == fingerprint("Hoe gaat het met je?") == "815cbe"
    assert data[1]["u_nagekeken"] == fingerprint("Wat wil je?")
    assert reviewed(path).reviewed == []


def test_an_old_fingerprint_is_told_and_not_changed(tmp_path: Path) -> None:
    text = "naam: x\nvragen:\n  - id: a\n    vraag: Wil je?\n    vraag_u: Wilt u?\n"
    path = made(tmp_path, text + "    u_nagekeken: aaaaaa\n")
    for outcome in (propose(path), find_reviewed(path)):
        assert [note.line for note in outcome.notes] == [6]
        assert "oudere tekst" in str(outcome.notes[0])
        assert outcome.new_text is None

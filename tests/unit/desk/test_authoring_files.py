"""The file of a set: whole or not at all, never over the work of another, all else kept."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from coachkit.bank.load import read_item
from coachkit.desk.authoring import Authoring
from coachkit.errors import FileError, InputError
from coachkit.model import Question, QuestionSet
from coachkit.practice import Practice
from coachkit.yamlfile import read_yaml
from support.authoring import SET, desk_in, opened_in, path_in, practice_in, write
from support.banks import bank_of


def changed(desk: Authoring) -> Authoring:
    desk.open_question("moed-klein")
    write(desk, help="Klein is goed.")
    desk.put_question()
    return desk


def test_a_file_that_another_program_changed_is_left_alone(tmp_path: Path) -> None:
    desk = changed(opened_in(tmp_path))
    other = SET.replace("moedig?", "dapper?")
    path_in(tmp_path).write_text(other)
    with pytest.raises(FileError, match="door een ander programma of in een ander tabblad"):
        desk.save()
    assert path_in(tmp_path).read_text() == other
    assert desk.unsaved
    assert desk.save(overwrite=True) == ""
    assert path_in(tmp_path).read_bytes() == desk.yaml


def test_the_second_tab_is_told_and_loses_nothing(tmp_path: Path) -> None:
    first, second = changed(opened_in(tmp_path)), opened_in(tmp_path)
    second.open_question("moed-klein")
    write(second, minutes="9")
    first.save()
    second.put_question()
    with pytest.raises(FileError, match="niets geschreven"):
        second.save()
    write(second, depth="licht")
    second.open_set(path_in(tmp_path))
    second.put_question()
    second.save()
    text = path_in(tmp_path).read_text()
    assert "Klein is goed." in text
    assert "diepte: licht" in text


def test_a_new_question_stays_when_its_set_is_opened_again(tmp_path: Path) -> None:
    desk = opened_in(tmp_path)
    desk.new_question()
    write(desk, text="Wie helpt?")
    desk.open_set(path_in(tmp_path))
    assert desk.question
    assert desk.question.value("text") == "Wie helpt?"


def test_a_question_that_another_took_away_becomes_a_new_one(tmp_path: Path) -> None:
    desk = opened_in(tmp_path)
    desk.open_question("moed-eerder")
    write(desk, help="Denk aan vroeger.")
    path_in(tmp_path).write_text(SET.partition("\n  # De tweede.")[0])
    desk.open_set(path_in(tmp_path))
    assert desk.put_question() == "moed-eerder"
    assert desk.yaml.decode().endswith(
        "\n  - id: moed-eerder\n    vraag: Wanneer was je eerder moedig?\n"
        "    vraag_u: Wanneer was u eerder moedig?\n    hulp: Denk aan vroeger.\n"
    )


def test_a_file_that_vanished_is_told_and_can_be_made_again(tmp_path: Path) -> None:
    desk = changed(opened_in(tmp_path))
    path_in(tmp_path).unlink()
    with pytest.raises(FileError, match="er niet meer, en er is niets geschreven"):
        desk.save()
    assert not path_in(tmp_path).exists()
    desk.save(overwrite=True)
    assert path_in(tmp_path).read_bytes() == desk.yaml


def test_a_new_set_goes_over_no_other(tmp_path: Path) -> None:
    one, two = desk_in(tmp_path), desk_in(tmp_path)
    one.start_set("Rust")
    two.start_set("Rust", "coach")
    one.save()
    with pytest.raises(FileError, match="bestaat intussen al"):
        two.save()
    assert path_in(tmp_path, "rust").read_bytes() == one.yaml


def test_an_id_that_another_set_took_meanwhile_is_told(tmp_path: Path) -> None:
    desk = opened_in(tmp_path)
    desk.new_question()
    write(desk, text="Wie helpt?", text_formal="Wie helpt?")
    id_ = desk.put_question()
    other = SET.replace("naam: Moed", "naam: Ander").replace("moed-klein", id_)
    practice_in(tmp_path, ander=other.replace("moed-eerder", "ander-eerder"))
    with pytest.raises(InputError, match=rf"'{id_}' is al in gebruik \(in ander.yaml\)"):
        desk.save()
    assert path_in(tmp_path).read_text() == SET


def test_a_file_that_may_only_be_read_stays(tmp_path: Path) -> None:
    desk = changed(opened_in(tmp_path))
    path_in(tmp_path).chmod(0o444)
    with pytest.raises(FileError, match="alleen-lezen"):
        desk.save()
    assert path_in(tmp_path).read_text() == SET


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "vraagbank").write_text("een bestand")
    desk = Authoring(Practice(folder=tmp_path), bank_of())
    desk.start_set("Moed")
    with pytest.raises(FileError):
        desk.save()
    assert desk.unsaved


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real = tmp_path / "elders.yaml"
    real.write_text(SET)
    practice_in(tmp_path)
    path_in(tmp_path).symlink_to(real)
    desk = desk_in(tmp_path)
    desk.open_set(path_in(tmp_path))
    changed(desk).save()
    assert path_in(tmp_path).is_symlink()
    assert real.read_bytes() == desk.yaml


FORMS = [SET, SET.replace("\n", "\r\n"), "\ufeff" + SET, SET.removesuffix("\n")]
VISIBLE = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"])
TEXTS = st.text(VISIBLE, max_size=40).map(lambda text: text.replace("{", "(").replace("}", ")"))
SAID = st.tuples(TEXTS, TEXTS, TEXTS).map(lambda parts: [f"Wat {part}x?" for part in parts])


@settings(max_examples=40, deadline=None)
@given(SAID, st.sampled_from(FORMS), st.booleans())
@example(["Wat: 1 # x?", "- [", "'\"\\"], FORMS[1], True)
@example(["1", "true", "null"], FORMS[3], False)
@example(["\u2028x\x85y", "~", "🙂\ufeff"], FORMS[2], True)
def test_what_was_saved_loads_again(said: list[str], text: str, new: bool) -> None:
    with TemporaryDirectory() as name:
        desk = opened_in(Path(name), text)
        if new:
            desk.new_question()
        else:
            desk.open_question("moed-eerder")
        write(desk, text=said[0], text_formal=said[1], answer="keuze")
        write(desk, answer__options=f"{said[2]}\nanders", source=said[2])
        try:
            id_ = desk.put_question()
        except InputError as error:
            assert all(problem.cure for problem in error.problems)
            return
        written = desk.question
        desk.save()
        raw = path_in(Path(name)).read_bytes()
        item, problems = read_item(read_yaml(path_in(Path(name))))
    assert not problems
    assert written
    assert isinstance(item, QuestionSet)
    assert found(item, id_) == written.check().question
    # A text is a line of its own: all that stood there before the change still does.
    old = text.encode()
    head, _, rest = old.partition(b"  - id: moed-eerder")
    assert raw.startswith(head)
    if new:
        assert raw.startswith(old)
    else:
        assert raw[len(head) :].startswith(b"  - id: moed-eerder")
        assert raw.endswith(b"\n") == rest.endswith(b"\n")


def found(item: QuestionSet, id_: str) -> Question:
    (question,) = (question for question in item.questions if question.id == id_)
    return question

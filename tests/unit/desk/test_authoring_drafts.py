"""Work on the trainer's desk is kept, and can be taken up again; strange drafts are told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coachkit.desk.authoring import Authoring
from coachkit.desk.drafts import FOLDER, SCHEMA
from coachkit.errors import FileError, InputError
from support.authoring import SET, desk_in, opened_in, path_in, write


def worked_on(folder: Path) -> Authoring:
    desk = opened_in(folder)
    desk.move("moed-eerder", 0)
    desk.open_question("moed-klein")
    write(desk, text="Wat durf je\r\nmorgen \ud83d?", answer="keuze", answer__options="a\nb")
    assert desk.question
    desk.question.take_formal()
    return desk


def kept(folder: Path, work: object) -> str:
    """Keep something as if it were work of this desk; return its name."""
    data = {"versie": SCHEMA, "stempel": "x", "titel": "x", "werk": work}
    (folder / FOLDER).mkdir(exist_ok=True)
    (folder / FOLDER / "vragen-proef.json").write_text(json.dumps(data))
    return "vragen-proef"


def test_work_is_taken_up_as_it_was(tmp_path: Path) -> None:
    desk = worked_on(tmp_path)
    assert desk.keep() == ""
    other = desk_in(tmp_path)
    (draft,) = other.kept()
    assert draft.title == "Moed: Wat durf je morgen ■?"
    other.take_up(draft.name)
    assert other.told == ""
    assert other.work() == desk.work()
    assert other.yaml == desk.yaml
    assert other.put_question() == "moed-klein"
    desk.put_question()
    assert other.yaml == desk.yaml
    assert "# BESLIS" in desk.yaml.decode() or "# voorstel" in desk.yaml.decode()
    assert other.save() == ""
    assert path_in(tmp_path).read_bytes() == desk.yaml


def test_a_new_question_is_taken_up_with_its_id(tmp_path: Path) -> None:
    desk = opened_in(tmp_path)
    desk.new_question()
    write(desk, text="Wie helpt?", id="moed-hulp")
    desk.keep()
    other = desk_in(tmp_path)
    other.take_up(other.kept()[0].name)
    assert other.question
    assert (other.question.id, other.question.value("text")) == ("moed-hulp", "Wie helpt?")


def test_a_set_that_was_never_saved_is_taken_up(tmp_path: Path) -> None:
    desk = desk_in(tmp_path)
    desk.start_set("Rust", "client", "pijn")
    desk.keep()
    other = desk_in(tmp_path)
    other.take_up(other.kept()[0].name)
    assert other.told == ""
    other.save()
    assert path_in(tmp_path, "rust").read_bytes() == desk.yaml


def test_what_went_away_again_needs_no_draft(tmp_path: Path) -> None:
    desk = opened_in(tmp_path)
    assert (desk.keep(), desk.kept()) == ("", [])
    desk.new_question()
    write(desk, text="W")
    desk.keep()
    assert [draft.title for draft in desk.kept()] == ["Moed: W"]
    write(desk, text="")
    desk.keep()
    assert desk.kept() == []


def test_a_file_that_changed_since_is_told(tmp_path: Path) -> None:
    worked_on(tmp_path).keep()
    path_in(tmp_path).write_text(SET.replace("Linde", "Noor"))
    other = desk_in(tmp_path)
    other.take_up(other.kept()[0].name)
    assert "veranderd sinds" in other.told
    with pytest.raises(FileError, match="niets geschreven"):
        other.save()


def test_what_was_saved_needs_no_draft(tmp_path: Path) -> None:
    desk = worked_on(tmp_path)
    desk.keep()
    desk.put_question()
    desk.save()
    assert desk.kept() == []


def test_a_question_that_was_not_put_in_keeps_its_draft(tmp_path: Path) -> None:
    desk = worked_on(tmp_path)
    desk.keep()
    desk.save()
    assert len(desk.kept()) == 1


def test_what_was_saved_meanwhile_is_for_good(tmp_path: Path) -> None:
    desk = opened_in(tmp_path)
    desk.new_question()
    write(desk, text="Wie helpt?", text_formal="Wie helpt?")
    id_ = desk.put_question()
    desk.keep()
    path_in(tmp_path).write_bytes(desk.yaml)
    other = desk_in(tmp_path)
    other.take_up(other.kept()[0].name)
    assert [listed.permanent for listed in other.questions] == [True, True, True]
    with pytest.raises(InputError, match="laat haar vervallen"):
        other.remove(id_)


def test_other_work_does_not_take_the_place_of_what_was_kept(tmp_path: Path) -> None:
    desk = worked_on(tmp_path)
    desk.keep()
    desk.start_set("Rust")
    desk.keep()
    assert len(desk.kept()) == 2


def test_two_tabs_keep_two_drafts(tmp_path: Path) -> None:
    desk = worked_on(tmp_path)
    desk.keep()
    other = desk_in(tmp_path)
    other.take_up(other.kept()[0].name)
    other.keep()
    assert "ander tabblad" in desk.keep()


GOOD = {"path": "vragen/moed.yaml", "basis": "x", "text": SET, "permanent": ["moed-klein"]}
QUESTION = {"in_set": "moed-klein", "written": {"text": "Wat?"}}


@pytest.mark.parametrize(
    "strange",
    [
        {**GOOD, "path": "../../geheim.yaml"},
        {**GOOD, "path": "/etc/passwd.yaml"},
        {**GOOD, "path": "vragen/\0.yaml"},
        {**GOOD, "path": "vragen/moed.txt"},
        {**GOOD, "path": "x/" * 5000 + "y.yaml"},
        {**GOOD, "text": "vragen: ["},
        {**GOOD, "text": "naam: x"},
        {**GOOD, "text": "\ud800"},
        {**GOOD, "text": 7},
        {**GOOD, "permanent": "moed-klein"},
        {**GOOD, "meer": 1},
        {**GOOD, "question": {**QUESTION, "written": {"weg": "x"}}},
        {**GOOD, "question": {**QUESTION, "written": {"text": "x" * 30_000}}},
        {**GOOD, "question": {**QUESTION, "written": ["text"]}},
        {**GOOD, "question": {**QUESTION, "reviewed": "geen"}},
        {**GOOD, "question": 7},
    ],
)
def test_strange_work_is_told_and_the_desk_stays(tmp_path: Path, strange: object) -> None:
    desk = worked_on(tmp_path)
    before = desk.work()
    with pytest.raises(FileError, match="beschadigd; begin een nieuw"):
        desk.take_up(kept(tmp_path, strange))
    assert desk.work() == before


PARTS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda part: st.lists(part, max_size=3) | st.dictionaries(st.text(max_size=5), part),
    max_leaves=5,
)
QUESTIONS = st.fixed_dictionaries(
    {},
    optional={
        "in_set": st.sampled_from(["", "moed-klein", "weg"]),
        "own_id": st.text(max_size=5),
        "reviewed": st.sampled_from(["", "0123ab"]),
        "unread": st.dictionaries(st.sampled_from(["vraag_u", "antwoord", "x"]), st.text()),
        "written": st.dictionaries(
            st.sampled_from(["text", "text_formal", "answer", "answer.rows"]), st.text()
        ),
    },
)


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(list(GOOD)) | st.just("question"),
    PARTS | QUESTIONS,
)
def test_any_work_is_taken_up_or_told(
    tmp_path_factory: pytest.TempPathFactory, key: str, part: Any
) -> None:
    folder = tmp_path_factory.mktemp("praktijk")
    desk = opened_in(folder)
    try:
        desk.take_up(kept(folder, {**GOOD, key: part}))
    except FileError:
        return
    if desk.question:
        desk.question.problems()
        desk.question.near()
    desk.keep()


def test_the_same_set_opened_again_leaves_what_was_put_in_a_draft(tmp_path: Path) -> None:
    desk = opened_in(tmp_path)
    desk.new_question()
    write(desk, text="Wie helpt?", text_formal="Wie helpt?")
    id_ = desk.put_question()
    desk.open_set(path_in(tmp_path))
    assert id_ not in [each.id for each in desk.questions]
    assert not desk.unsaved
    desk.move("moed-eerder", 0)
    desk.keep()
    (older,) = [each for each in desk.kept() if "Wie helpt?" in each.title]
    desk.take_up(older.name)
    assert id_ in [each.id for each in desk.questions]

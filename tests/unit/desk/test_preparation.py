"""A session from an empty form to files, and nothing of it is lost."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coachkit.bank.bank import Bank
from coachkit.desk.delivery import FOLDER as SHEETS
from coachkit.desk.drafts import FOLDER as DRAFTS
from coachkit.desk.drafts import Drafts
from coachkit.desk.preparation import Preparation
from coachkit.errors import ExportError, FileError, SelectionError
from coachkit.practice import Practice

DAY = date(2026, 11, 28)


def again(desk: Preparation) -> Preparation:
    """Return a desk that took up what another kept."""
    fresh = Preparation(desk.bank, desk.practice, day=desk.day)
    fresh.take_up(fresh.kept()[0].name)
    return fresh


def test_a_name_is_needed(desk: Preparation) -> None:
    with pytest.raises(SelectionError, match="naam van je cliënt"):
        desk.choose()
    desk.tell("naam", "Sanne")
    desk.tell("minuten", "veel")
    with pytest.raises(SelectionError, match="minuten"):
        desk.choose()
    desk.tell("minuten", "")
    desk.choose()
    assert desk.sheet.name == "Sanne"


def test_words_of_the_client_change_and_the_questions_stay(prepared: Preparation) -> None:
    before = [pick.question.id for pick in prepared.choice.made.picks]
    prepared.tell("naam", "Bram")
    prepared.tell("doel", "beter slapen")
    assert [pick.question.id for pick in prepared.choice.made.picks] == before
    assert prepared.sheet.name == "Bram"
    assert "beter slapen" in prepared.sheet.blocks[1].text
    assert not prepared.choice.is_stale


@pytest.fixture
def naming(desk: Preparation) -> Preparation:
    """A sheet with, in a pinned place, a question that names the goal, in words of the coach."""
    desk.tell("naam", "Sanne")
    desk.tell("doel", "meer bewegen")
    desk.choose("huiswerk")
    named = [
        q.id
        for q in desk.bank.questions.values()
        if "doel.te" in q.slots
        and q.category
        and q.audience == "client"
        and not q.retired
        and not q.is_pattern
    ]
    desk.choice.add(named[0])
    place = _place(desk, named[0])
    desk.choice.pin(place)
    desk.choice.reword(place, "Wat doe je om {doel.te}?")
    return desk


def _place(desk: Preparation, id_: str) -> int:
    return [pick.question.id for pick in desk.choice.made.picks].index(id_)


@pytest.mark.parametrize("goal", ["", "rust", "m"])
def test_questions_stay_while_the_goal_is_typed(naming: Preparation, goal: str) -> None:
    before, pinned = naming.sheet, set(naming.choice.pinned)
    naming.tell("doel", goal)
    assert naming.sheet == before
    assert "noemt het doel" in naming.behind
    assert "kies daar een andere vraag" in naming.behind
    naming.tell("doel", "meer bewegen in het bos")
    assert naming.behind == ""
    assert "in het bos" in str(naming.sheet)
    assert naming.choice.pinned == pinned
    assert [each.words for each in naming.choice.made.picks if each.words]


def test_another_question_lets_the_sheet_follow(naming: Preparation) -> None:
    (id_,) = naming.choice.pinned
    naming.tell("doel", "rust")
    naming.choice.surprise()
    assert naming.behind
    assert naming.choice.made.brief.goal == "meer bewegen"
    naming.choice.swap(_place(naming, id_))
    assert naming.behind == ""
    assert naming.choice.made.brief.goal == "rust"
    naming.choice.undo()
    assert id_ in [pick.question.id for pick in naming.choice.made.picks]
    assert naming.behind
    with pytest.raises(SelectionError, match="noemt het doel"):
        naming.make()


def test_a_draft_that_is_only_looked_at_is_not_changed(
    prepared: Preparation, bank: Bank, practice: Practice
) -> None:
    prepared.keep()
    other = Preparation(bank, practice, day=DAY)
    other.take_up(other.kept()[0].name)
    assert other.keep() == ""
    prepared.tell("doel", "beter slapen")
    assert prepared.keep() == ""
    assert len(prepared.kept()) == 1


def test_a_sheet_that_needs_a_goal_stays_when_the_goal_goes(prepared: Preparation) -> None:
    before = prepared.sheet
    prepared.tell("doel", "")
    assert "noemt het doel" in prepared.behind
    assert prepared.sheet == before
    assert prepared.client.values["doel"] == ""


def test_another_phase_asks_for_a_new_draw(prepared: Preparation) -> None:
    prepared.tell("fase", "actie")
    assert prepared.choice.is_stale
    prepared.redraw()
    assert not prepared.choice.is_stale
    prepared.choice.undo()
    assert prepared.choice.is_stale
    prepared.keep()
    taken = again(prepared)
    assert taken.choice.is_stale
    taken.tell("fase", "beslissing")
    assert not taken.choice.is_stale


def test_pages_follow_variant_and_print(prepared: Preparation) -> None:
    small = prepared.pages().pages
    prepared.large = True
    large = prepared.pages().pages
    prepared.variant = "schrijven"
    assert len({small, large, prepared.pages().pages}) == 3


def test_work_is_kept_and_taken_up(prepared: Preparation) -> None:
    prepared.choice.move(0, 1)
    prepared.choice.reword(0, "Eigen {{ woorden }} <b>?")
    prepared.choice.pin(0)
    prepared.choice.surprise()
    prepared.large, prepared.variant = True, "schrijven"
    assert prepared.keep() == ""
    taken = again(prepared)
    assert taken.sheet == prepared.sheet
    assert taken.choice.pinned == prepared.choice.pinned
    assert (taken.large, taken.variant, taken.notes) == (True, "schrijven", ())
    taken.redraw()
    prepared.redraw()
    assert taken.sheet == prepared.sheet


def test_an_empty_form_leaves_no_draft(desk: Preparation) -> None:
    desk.keep()
    assert desk.kept() == []
    desk.tell("doel", "x")
    desk.keep()
    assert [kept.title for kept in desk.kept()] == ["zonder naam · x"]


def test_what_is_wrong_is_kept_too(desk: Preparation) -> None:
    desk.tell("naam", "Sanne")
    desk.tell("minuten", "veel")
    desk.keep()
    assert again(desk).client.values["minuten"] == "veel"


def test_a_password_is_never_kept(prepared: Preparation, tmp_path: Path) -> None:
    prepared.make("geheim woord")
    prepared.keep()
    (draft,) = (tmp_path / DRAFTS).iterdir()
    assert "geheim woord" not in draft.read_text(encoding="utf-8")


def test_a_new_client_begins_with_nothing_of_the_one_before(prepared: Preparation) -> None:
    prepared.keep()
    prepared.start_over()
    assert prepared.client.is_empty
    assert prepared.choice.proposal is None
    prepared.tell("naam", "Bram")
    prepared.keep()
    assert len(prepared.kept()) == 2


def test_questions_that_are_gone_are_told(prepared: Preparation, tmp_path: Path) -> None:
    prepared.keep()
    (path,) = (tmp_path / DRAFTS).iterdir()
    data = json.loads(path.read_text(encoding="utf-8"))
    data["werk"]["proposal"]["picks"][0]["id"] = "weg-is-weg"
    path.write_text(json.dumps(data), encoding="utf-8")
    taken = again(prepared)
    assert "weg-is-weg" in taken.notes[0]
    assert len(taken.choice.made.picks) == len(prepared.choice.made.picks) - 1


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=10,
)
_KEYS = ("brief", "asked", "seed", "variant", "large", "pinned", "proposal", "x")


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.sampled_from(_KEYS), _json))
def test_a_strange_draft_loses_nothing_and_raises_nothing(
    bank: Bank, practice: Practice, work: dict[str, object]
) -> None:
    desk = Preparation(bank, practice, day=DAY)
    draft = Drafts(practice.folder, "sessie").new()
    draft.save("vreemd", work)
    desk.take_up(draft.name)
    draft.drop()
    assert desk.choice.proposal is None


def test_files_are_made_and_kept(prepared: Preparation, tmp_path: Path) -> None:
    made = prepared.make()
    assert made.folder == tmp_path / SHEETS
    assert {path.name for path in made.folder.iterdir()} == set(made.files)
    assert {name.rpartition(".")[2] for name in made.files} == {
        "pdf",
        "html",
        "ics",
        "eml",
        "ipynb",
    }
    assert prepared.make().taken == ()


def test_other_files_are_replaced_only_when_asked(prepared: Preparation) -> None:
    before = prepared.make()
    prepared.choice.swap(0)
    made = prepared.make()
    assert made.folder is None
    assert made.taken
    assert before.folder is not None
    pdf = next(before.folder.glob("*.pdf"))
    assert pdf.read_bytes() == before.files[pdf.name]
    assert prepared.make(replace=True).folder
    assert pdf.read_bytes() == made.files[pdf.name]


def test_with_a_password_there_is_no_open_page(prepared: Preparation) -> None:
    prepared.make()
    made = prepared.make("geheim woord", replace=True)
    assert not any(name.endswith(".html") for name in made.files)
    assert any("zonder wachtwoord" in note and "html" in note for note in made.notes)
    with pytest.raises(ExportError):
        prepared.make("x" * 500)


def test_without_a_folder_files_can_only_be_downloaded(bank: Bank) -> None:
    desk = Preparation(bank, day=DAY)
    desk.tell("naam", "Sanne")
    desk.choose()
    made = desk.make()
    assert made.folder is None
    assert made.files
    assert any("niet bewaard" in note for note in made.notes)
    assert desk.keep() == ""


def test_where_nothing_can_be_written_the_files_are_still_there(
    prepared: Preparation, tmp_path: Path
) -> None:
    (tmp_path / SHEETS).write_text("een bestand")
    (tmp_path / DRAFTS).write_text("een bestand")
    made = prepared.make()
    assert made.folder is None
    assert made.files
    assert any("niet bewaard" in note for note in made.notes)
    with pytest.raises(FileError):
        prepared.keep()


@pytest.mark.parametrize(
    ("key", "wrong", "right"), [("minuten", "3o", "30"), ("naam", "", "Sanne")]
)
def test_questions_of_a_draft_wait_until_the_form_is_right(
    prepared: Preparation, bank: Bank, practice: Practice, key: str, wrong: str, right: str
) -> None:
    prepared.choice.reword(0, "In mijn woorden?")
    prepared.choice.pin(0)
    prepared.tell(key, wrong)
    prepared.keep()
    desk = Preparation(bank, practice, day=DAY)
    desk.take_up(desk.kept()[0].name)
    assert desk.choice.proposal is None
    assert "zodra stap 1 klopt" in desk.notes[0]
    desk.keep()
    again = Preparation(bank, practice, day=DAY)
    again.take_up(again.kept()[0].name)
    again.tell(key, right)
    assert again.choice.made.picks[0].words == "In mijn woorden?"
    assert again.choice.pinned == {again.choice.made.picks[0].question.id}


def test_words_that_are_taken_out_are_taken_off_the_disk(
    prepared: Preparation, practice: Practice
) -> None:
    prepared.keep()
    assert prepared.kept()
    for key in list(prepared.client.values):
        prepared.tell(key, "")
    prepared.keep()
    (draft,) = (practice.place() / DRAFTS).iterdir()
    assert not {"Sanne", "bewegen"} & set(re.findall(r"\w+", draft.read_text(encoding="utf-8")))
    prepared.start_over()
    prepared.tell("naam", "Sanne")
    prepared.keep()
    prepared.tell("naam", "")
    prepared.keep()
    assert list((practice.place() / DRAFTS).iterdir()) == [draft]

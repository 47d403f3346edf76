"""A review is kept while it goes on: nothing is lost, nothing is open that had a password."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date

import pytest

from coachkit.desk.drafts import Drafts
from coachkit.desk.review import Review
from coachkit.errors import FileError
from coachkit.export.protect import protect
from coachkit.model import Worksheet
from coachkit.practice import Practice
from support.desks import drafts_in, file_of, in_the_way
from support.hostile import sannes_homework

Sheet = Callable[..., Worksheet]
Saved = Callable[..., bytes]


@pytest.fixture
def review(practice: Practice, day: date) -> Review:
    return Review(practice, day)


def test_the_work_is_taken_up_as_it_was(
    review: Review, practice: Practice, day: date, sheet: Sheet, saved: Saved
) -> None:
    review.add([("a.json", saved(v5_dan="pak ik mijn jas")), ("b.json", saved("Bram", v1="x"))])
    review.add([("papier.ipynb", file_of(sheet("Noor"), "ipynb"))])
    review.put(review.pieces[2].key, "v1", "zon")
    review.choose(review.clients[0].key)
    review.change_step("iets anders")
    (kept,) = review.kept()
    assert kept.title == "Sanne, Bram en Noor"
    again = Review(practice, day)
    again.take_up(kept.name)
    assert [piece.answers for piece in again.pieces] == [each.answers for each in review.pieces]
    assert again.client is not None
    assert (again.client.name, again.step) == ("Sanne", "iets anders")
    assert again.messages == ()
    again.change_step("weer anders")
    assert len(review.kept()) == 1


def test_nothing_on_the_desk_is_nothing_kept(review: Review, practice: Practice) -> None:
    review.add([("stuk.pdf", b"hoi")])
    assert drafts_in(practice) == []


def test_no_open_copy_is_kept_of_what_has_a_password(review: Review, practice: Practice) -> None:
    homework = sannes_homework()
    review.add([("slot.pdf", protect(homework.pdf, "geheim-genoeg"))])
    review.unlock(review.pieces[0].key, "geheim-genoeg")
    assert review.clients != ()
    (draft,) = drafts_in(practice)
    text = draft.read_text(encoding="utf-8")
    assert "geheim-genoeg" not in text
    assert "<A:" not in text
    work = json.loads(text)["werk"]
    assert work["files"][0]["typed"] is None


def test_a_clear_desk_leaves_the_draft(review: Review, saved: Saved) -> None:
    review.add([("a.json", saved(v1="rust"))])
    review.start_over()
    assert review.pieces == ()
    review.add([("b.json", saved("Bram", v1="rust"))])
    assert {kept.title for kept in review.kept()} == {"Sanne", "Bram"}


def test_when_it_cannot_be_kept_the_work_goes_on(
    review: Review, practice: Practice, saved: Saved
) -> None:
    in_the_way(practice, "concepten")
    review.add([("a.json", saved(v5_dan="pak ik mijn jas"))])
    assert review.told.startswith("dit wordt niet bewaard: ")
    assert review.step == "pak ik mijn jas"
    with pytest.raises(FileError, match="lukt niet"):
        review.next_session()


@pytest.mark.parametrize(
    "work",
    [
        {"files": 3},
        {"files": [{"name": "a", "raw": "geen base64!"}]},
        {"files": [{"name": "a"}]},
        {"own": {"a": 1}},
        {"brief": {}, "asked": []},
        {"files": [{"name": "a.json", "raw": "e30=", "typed": {"v1": [1]}}]},
    ],
)
def test_damaged_work_is_told_and_leaves_the_desk(
    review: Review, practice: Practice, saved: Saved, work: dict[str, object]
) -> None:
    review.add([("a.json", saved(v1="rust"))])
    draft = Drafts(practice.folder, "terugblik").new()
    draft.save("stuk", work)
    with pytest.raises(FileError, match="beschadigd; begin een nieuw"):
        review.take_up(draft.name)
    assert len(review.pieces) == 1
    (practice.folder / "concepten" / f"{draft.name}.json").write_text("{")  # type: ignore[operator]
    with pytest.raises(FileError, match="beschadigd"):
        review.take_up(draft.name)


def test_a_kept_file_that_cannot_be_read_any_more_is_told_and_kept(
    review: Review, practice: Practice, saved: Saved
) -> None:
    draft = Drafts(practice.folder, "terugblik").new()
    draft.save("oud", {"files": [{"name": "oud.json", "raw": "e30="}]})
    review.take_up(draft.name)
    (piece,) = review.pieces
    assert piece.is_unreadable
    assert not piece.is_locked
    assert review.messages[0].startswith("oud.json: ")
    review.add([("a.json", saved(v5_dan="pak ik mijn jas"))])
    again = Review(practice, date(2026, 11, 28))
    again.take_up(draft.name)
    assert [each.raw for each in again.pieces][:1] == [b"{}"]  # the draft may be the only copy
    again.remove(again.pieces[0].key)
    assert [each.name for each in again.pieces] == ["a.json"]

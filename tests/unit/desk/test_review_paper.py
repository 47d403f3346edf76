"""Typing over what came back on paper: from a worksheet of the practice, or from an empty PDF."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from coachkit.desk.drafts import Drafts
from coachkit.desk.review import Review
from coachkit.errors import FileError, HomeworkError, InputError
from coachkit.export.page import Variant
from coachkit.export.protect import protect
from coachkit.homework.read import read_answers
from coachkit.model import Worksheet
from coachkit.practice import Practice
from support.desks import file_of, in_the_way

Sheet = Callable[..., Worksheet]
Saved = Callable[..., bytes]


@pytest.fixture
def review(practice: Practice, day: date) -> Review:
    return Review(practice, day)


@pytest.fixture
def shelf(practice: Practice) -> Path:
    assert practice.folder is not None
    folder = practice.folder / "werkbladen"
    folder.mkdir()
    return folder


def test_worksheets_of_clients_are_listed_newest_first(
    review: Review, shelf: Path, sheet: Sheet
) -> None:
    for number, when in enumerate((date(2026, 11, 1), date(2026, 11, 20), None)):
        path = shelf / f"{number}.ipynb"
        path.write_bytes(file_of(sheet(day=when), "ipynb"))
        os.utime(path, (number, number))
    (shelf / "spiegel.ipynb").write_bytes(file_of(sheet(audience="coach"), "ipynb"))
    (shelf / "stuk.ipynb").write_text("{")
    (shelf / "map.ipynb").mkdir()
    (shelf / "los.ipynb").symlink_to(shelf / "weg.ipynb")
    assert [(each.file, each.heading) for each in review.sheets()] == [
        ("1.ipynb", "Proef · Sanne · 20 november 2026"),
        ("0.ipynb", "Proef · Sanne · 1 november 2026"),
        ("2.ipynb", "Proef · Sanne"),
    ]


def test_a_sheet_is_typed_over(
    review: Review, practice: Practice, shelf: Path, sheet: Sheet
) -> None:
    (shelf / "a.ipynb").write_bytes(file_of(sheet(), "ipynb"))
    key = review.type_over_sheet("a.ipynb")
    review.put(key, "v1", "rust")
    review.put(key, "v5_dan", "pak ik mijn jas")
    assert review.type_over_sheet("a.ipynb") == key
    (piece,) = review.pieces
    assert piece.told[0].lines == ("rust",)
    assert piece.notes == ("dit blad is overgetypt van papier",)
    assert review.step == "pak ik mijn jas"
    with pytest.raises(InputError, match="geen vak"):
        review.put(key, "v9", "a")
    _, work = Drafts(practice.folder, "sessie").open(review.next_session())
    assert "plan" in work["asked"]


def test_only_what_was_typed_over_is_told_to_be(review: Review, sheet: Sheet, saved: Saved) -> None:
    review.add([("a.ipynb", file_of(sheet("Bram"), "ipynb"))])
    (piece,) = review.pieces
    assert (piece.notes, piece.has_typing) == ((), False)
    review.put(piece.key, "v1", "rust")
    assert (piece.notes, piece.has_typing) == (("dit blad is overgetypt van papier",), True)


def test_an_empty_sheet_beside_a_filled_one_is_told(
    review: Review, sheet: Sheet, saved: Saved, day: date
) -> None:
    review.add([("sanne.json", saved(v1="rust")), ("leeg.pdf", file_of(sheet(day=day), "pdf"))])
    _, empty = review.pieces
    assert empty.notes == ("hetzelfde blad als sanne.json, maar leeg",)
    review.type_over(empty.key)
    review.put(empty.key, "v1", "geld")
    assert empty.notes[0] == "hetzelfde blad als sanne.json"
    review.start_over()
    review.add([("leeg.pdf", file_of(sheet(day=day), "pdf")), ("sanne.json", saved(v1="rust"))])
    assert review.pieces[1].notes == ("hetzelfde blad als leeg.pdf; dat is leeg",)


@pytest.mark.parametrize("file", ["weg.ipynb", "../geheim.ipynb", "", "a\0.ipynb"])
def test_a_sheet_that_is_not_there_is_told(
    review: Review, shelf: Path, sheet: Sheet, file: str
) -> None:
    (shelf.parent / "geheim.ipynb").write_bytes(file_of(sheet(), "ipynb"))
    with pytest.raises(FileError, match=r"; k"):
        review.type_over_sheet(file)
    assert review.pieces == ()


def test_a_notebook_that_is_dropped_is_typed_over(review: Review, sheet: Sheet) -> None:
    review.add([("Blad.IPYNB", file_of(sheet(), "ipynb"))])
    review.put(review.pieces[0].key, "v2", "0")
    assert review.pieces[0].told[1].lines == ("rust",)


@pytest.mark.parametrize("variant", ["invullen", "schrijven"])
def test_an_empty_pdf_is_typed_over(review: Review, sheet: Sheet, variant: Variant) -> None:
    review.add([("leeg.pdf", file_of(sheet(), "pdf", variant))])
    (piece,) = review.pieces
    with pytest.raises(HomeworkError, match="kwam ingevuld terug"):
        review.put(piece.key, "v1", "rust")
    review.type_over(piece.key)
    review.put(piece.key, "v1", "rust")
    review.type_over(piece.key)
    assert piece.told[0].lines == ("rust",)
    assert piece.notes == ("dit blad is overgetypt van papier",)


def test_what_was_filled_in_is_not_typed_over(review: Review, saved: Saved) -> None:
    review.add([("vol.json", saved(v1="rust"))])
    with pytest.raises(HomeworkError, match="al getypte antwoorden"):
        review.type_over(review.pieces[0].key)


def test_a_locked_pdf_is_typed_over_after_its_password(
    review: Review, practice: Practice, day: date, sheet: Sheet
) -> None:
    review.add([("slot.pdf", protect(file_of(sheet(), "pdf"), "geheim-genoeg"))])
    key = review.pieces[0].key
    with pytest.raises(HomeworkError, match="geef eerst het wachtwoord"):
        review.type_over(key)
    review.unlock(key, "geheim-genoeg")
    review.type_over(key)
    review.put(key, "v1", "rust")
    assert "zonder wachtwoord bewaard" in review.pieces[0].notes[0]
    again = Review(practice, day)
    again.take_up(review.kept()[0].name)
    (piece,) = again.pieces
    assert piece.is_locked
    again.remove(99)
    again.unlock(piece.key, "geheim-genoeg")
    assert piece.told[0].lines == ("rust",)


def test_homework_is_kept_when_asked_and_over_nothing(
    review: Review, practice: Practice, sheet: Sheet, saved: Saved
) -> None:
    assert practice.folder is not None
    folder = practice.folder / "huiswerk"
    folder.mkdir()
    (folder / "sanne-1.json").write_text("van mij")
    first, second = saved(v1="rust"), saved("Bram", v1="geld")
    pdf = file_of(sheet("Noor"), "pdf", "schrijven")
    review.add([("Sanne 1.txt", first), ("sanne_1.json", second), ("😀", pdf)])
    review.add([("NUL.json", saved("Lot", v1="zee"))])
    review.add([("blad.ipynb", file_of(sheet("Kim"), "ipynb"))])
    review.put(review.pieces[4].key, "v1", "zon")
    paths = review.keep()
    assert [path.name for path in paths] == [
        *("sanne-1-2.json", "sanne-1-3.json", "huiswerk.pdf", "huiswerk-nul.json"),
        "kim-proef-000000-antwoorden.json",
    ]
    assert (folder / "sanne-1.json").read_text() == "van mij"
    assert [path.read_bytes() for path in paths[:3]] == [first, second, pdf]
    assert read_answers(paths[4])["open"] == "zon"
    assert review.keep() == paths


def test_when_there_is_nothing_to_keep_that_is_told(review: Review, sheet: Sheet) -> None:
    review.add([("blad.ipynb", file_of(sheet(), "ipynb"))])
    with pytest.raises(HomeworkError, match="nog geen huiswerk"):
        review.keep()


def test_a_folder_that_cannot_be_written_is_told(
    review: Review, practice: Practice, saved: Saved
) -> None:
    review.add([("a.json", saved(v1="rust"))])
    in_the_way(practice, "huiswerk")
    with pytest.raises(FileError, match="lukt niet"):
        review.keep()

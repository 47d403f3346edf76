"""The coach looks at her own work: sheets on screen, kept privately, printed when she wants."""

from __future__ import annotations

import io
import json
import os
from dataclasses import replace
from datetime import date

import pypdf
import pytest

from coachkit.desk.drafts import FOLDER, Drafts
from coachkit.desk.filling import boxes_of
from coachkit.desk.reflection import ROWS, Reflection
from coachkit.errors import FileError, InputError, SelectionError
from coachkit.model import Recipe
from coachkit.practice import Practice, Settings
from coachkit.vocabulary import Audience
from support.desks import drafts_in, in_the_way
from support.recipes import shipped_bank

SHEETS = ("feitencheck", "zelfreflectie", "verwijskaart", "fris-blijven", "intervisie")


@pytest.fixture
def reflection(practice: Practice, day: date) -> Reflection:
    return Reflection(shipped_bank(), practice, day)


def words_in(pdf: bytes) -> str:
    return " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def test_the_sheets_are_those_for_the_coach(reflection: Reflection) -> None:
    offered = reflection.sheets()
    assert tuple(offer.id for offer in offered) == SHEETS
    assert {row for id_ in SHEETS for row in shipped_bank().recipes[id_].rows} >= set(ROWS)
    assert all(offer.title and offer.intro and not offer.why for offer in offered)


def test_a_sheet_that_needs_a_goal_is_not_offered(practice: Practice, day: date) -> None:
    bank = shipped_bank()
    data = bank.recipes["intervisie"].model_dump(exclude_unset=True)
    own = Recipe.model_validate({**data, "id": "eigen", "title": "Over {{ naam }}"})
    other = Recipe.model_validate({**data, "id": "doel", "title": "Om te {{ doel.te }}"})
    added: dict[str, Recipe] = {**bank.recipes, "eigen": own, "doel": other}
    reflection = Reflection(replace(bank, recipes=added), practice, day)
    offered = {offer.id: offer.title for offer in reflection.sheets()}
    assert offered.keys() - set(SHEETS) == {"eigen"}
    assert offered["eigen"] == "Over je cliënt"


@pytest.mark.parametrize("recipe", SHEETS)
def test_a_sheet_is_filled_in_and_taken_up_again(
    reflection: Reflection, practice: Practice, day: date, recipe: str
) -> None:
    reflection.choose(recipe)
    assert drafts_in(practice) == []
    assert reflection.filling is not None
    for question in reflection.filling.form.questions:
        for box in boxes_of(question):
            reflection.put(box.name, _something(box.kind, box.options))
    assert not any(answered.is_empty for answered in reflection.answers.questions)
    (kept,) = reflection.kept()
    again = Reflection(shipped_bank(), practice, day)
    again.take_up(kept.name)
    assert (again.sheet, again.answers) == (reflection.sheet, reflection.answers)
    assert again.told == ""


def _something(kind: str, options: tuple[tuple[str, str], ...]) -> str | bool:
    return kind == "check" or (options[0][0] if options else "7")


def test_a_name_stands_in_her_own_list_and_nowhere_else(
    reflection: Reflection, practice: Practice
) -> None:
    reflection.choose("intervisie", "  Sanne\n")
    reflection.put("v1", "zij wacht")
    assert [kept.title for kept in reflection.kept()] == ["Samen kijken · Sanne · 28 november 2026"]
    assert reflection.sheet is not None
    assert "sanne" not in reflection.sheet.model_dump_json().lower()
    for pdf in (reflection.printed(), reflection.empty()):
        assert b"sanne" not in pdf.lower()
        assert "sanne" not in words_in(pdf).lower()
    reflection.rename("")
    assert "Sanne" not in drafts_in(practice)[0].read_text(encoding="utf-8")


def test_what_was_filled_in_is_printed(reflection: Reflection) -> None:
    reflection.choose("intervisie")
    reflection.put("v1", "zij wacht op mij")
    printed = words_in(reflection.printed())
    assert "Samen kijken" in printed
    assert "zij wacht op mij" in printed
    assert "zij wacht op mij" not in words_in(reflection.empty())
    reflection.put("v1", "\u0645\u0631")
    reflection.printed()
    assert "kan deze tekens niet tonen" in reflection.notes[0]


def test_of_an_endless_answer_it_is_told_that_only_the_beginning_is_printed(
    reflection: Reflection,
) -> None:
    reflection.choose("intervisie")
    reflection.put("v1", "a\n" * 401)
    assert "De rest van dit antwoord staat in je concept." in words_in(reflection.printed())
    assert reflection.notes == (
        "een antwoord is te lang om helemaal te printen; alles staat in je concept",
    )
    reflection.put("v1", "a\n" * 400)
    reflection.printed()
    assert reflection.notes == ()


def test_a_sheet_speaks_as_the_practice_does(practice: Practice, day: date) -> None:
    formal = replace(practice, settings=Settings(form="u"))
    reflection = Reflection(shipped_bank(), formal, day)
    reflection.choose("feitencheck")
    assert "uw" in words_in(reflection.empty())
    assert reflection.sheet is not None
    assert reflection.sheet.audience is Audience.COACH


def test_another_draw_gives_other_questions(reflection: Reflection) -> None:
    drawn = set()
    for seed in (None, None, 1, 2, 3):
        reflection.choose("zelfreflectie", seed=seed)
        assert reflection.sheet is not None
        drawn.add(tuple(question.id for question in reflection.sheet.questions))
    assert 1 < len(drawn) <= 4


def test_a_new_sheet_leaves_the_one_before_in_its_draft(reflection: Reflection) -> None:
    reflection.choose("intervisie")
    reflection.put("v1", "een")
    reflection.choose("feitencheck")
    assert reflection.answers.is_empty
    assert reflection.filling is not None
    box = boxes_of(reflection.filling.form.questions[0])[0]
    reflection.put(box.name, _something(box.kind, box.options))
    assert {kept.title.partition(" ·")[0] for kept in reflection.kept()} == {
        "Samen kijken",
        "Eerst de feiten",
    }


def test_the_newest_work_on_a_sheet_goes_on(reflection: Reflection, practice: Practice) -> None:
    assert not reflection.go_on("intervisie")
    for text in ("een", "twee"):
        reflection.choose("intervisie")
        reflection.put("v1", text)
        for path in drafts_in(practice):
            os.utime(path, (0, path.stat().st_mtime - 10))
    Drafts(practice.folder, "reflectie").new().save("stuk", {"sheet": 1})
    reflection.choose("feitencheck")
    assert reflection.go_on("intervisie")
    assert reflection.answers.questions[0].value == "twee"
    reflection.put("v1", "drie")
    assert len(drafts_in(practice)) == 3
    assert not reflection.go_on("feitencheck")
    assert reflection.answers.questions[0].value == "drie"


def test_what_is_emptied_is_not_kept(reflection: Reflection, practice: Practice) -> None:
    reflection.choose("intervisie")
    reflection.put("v1", "een")
    reflection.put("v1", "")
    assert drafts_in(practice) == []


@pytest.mark.parametrize("recipe", ["eerste-stap", "loslaten", "weg", "", "x" * 10_000, "\x1b[2J"])
def test_what_is_no_sheet_for_the_coach_is_told(reflection: Reflection, recipe: str) -> None:
    reflection.choose("intervisie")
    with pytest.raises(SelectionError, match="kies uit: feitencheck, ") as error:
        reflection.choose(recipe)
    assert len(str(error.value)) < 200
    assert str(error.value).isprintable()
    assert reflection.sheet is not None
    assert reflection.sheet.origin.recipe == "intervisie"


def test_without_a_sheet_that_is_told(reflection: Reflection) -> None:
    for act in (reflection.printed, reflection.empty, lambda: reflection.put("v1", "a")):
        with pytest.raises(SelectionError, match="kies er eerst een"):
            act()


def test_what_does_not_fit_is_told_and_the_rest_stays(reflection: Reflection) -> None:
    reflection.choose("intervisie")
    reflection.put("v1", "een")
    with pytest.raises(InputError, match="geen vak"):
        reflection.put("v99", "een")
    with pytest.raises(InputError, match="veel te lang"):
        reflection.put("v1", "a" * 1_000_000)
    assert reflection.answers.questions[0].value == "een"


def test_when_it_cannot_be_kept_the_work_goes_on(
    reflection: Reflection, practice: Practice
) -> None:
    in_the_way(practice, "concepten")
    reflection.choose("intervisie")
    reflection.put("v1", "een")
    assert reflection.told.startswith("dit wordt niet bewaard: ")
    assert "een" in words_in(reflection.printed())


def test_a_practice_without_a_folder_keeps_nothing(day: date) -> None:
    reflection = Reflection(shipped_bank(), Practice(), day)
    reflection.choose("intervisie")
    reflection.put("v1", "een")
    assert "wordt niet bewaard" in reflection.told
    assert reflection.kept() == []


@pytest.mark.parametrize("work", [{"sheet": {"id": "x"}}, {"filled": {"v1": 2}}, {"files": []}])
def test_damaged_work_is_told_and_leaves_the_desk(
    reflection: Reflection, practice: Practice, work: dict[str, object]
) -> None:
    reflection.choose("intervisie")
    draft = Drafts(practice.folder, "reflectie").new()
    draft.save("stuk", work)
    with pytest.raises(FileError, match="beschadigd; begin een nieuw"):
        reflection.take_up(draft.name)
    draft.drop()
    with pytest.raises(FileError, match="er niet meer"):
        reflection.take_up(draft.name)
    assert reflection.sheet is not None


def test_a_damaged_draft_does_not_stand_in_the_way_of_its_sheet(
    reflection: Reflection, practice: Practice
) -> None:
    reflection.choose("intervisie")
    reflection.put("v1", "een")
    (path,) = (practice.place() / FOLDER).iterdir()
    data = json.loads(path.read_text(encoding="utf-8"))
    data["werk"]["sheet"]["blocks"] *= 2
    path.write_text(json.dumps(data), encoding="utf-8")
    reflection.start_over()
    with pytest.raises(FileError, match="beschadigd; begin een nieuw"):
        reflection.take_up(path.stem)
    assert (reflection.sheet, reflection.filling) == (None, None)
    assert not reflection.go_on("intervisie")

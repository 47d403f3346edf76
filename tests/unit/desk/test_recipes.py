"""Recipes to choose from, and one of the coach's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from coachkit.bank.load import load_bank
from coachkit.desk.own_recipes import OWN_FOLDER, own_recipes
from coachkit.desk.preparation import Preparation
from coachkit.desk.recipes import picture, time_of
from coachkit.errors import FileError, InputError, SelectionError
from coachkit.export.page import time_needed
from coachkit.lint.recipe import check_recipe
from coachkit.model import wording_ids
from coachkit.practice import Practice
from coachkit.worksheet.proposal import propose


def test_there_are_no_recipes_without_a_client(desk: Preparation) -> None:
    assert desk.offers() == []
    desk.tell("minuten", "veel")
    desk.tell("naam", "Sanne")
    assert desk.offers() == []


def test_the_best_comes_first_and_says_why(prepared: Preparation) -> None:
    offers = prepared.offers()
    assert (offers[0].id, bool(offers[0].why)) == ("eerste-stap", True)
    assert [offer.id for offer in offers if offer.why] == ["eerste-stap"]
    refused = [bool(offer.why_not) for offer in offers]
    assert refused == sorted(refused)
    assert {offer.id for offer in offers} >= {"huiswerk", "terugblik", "kennismaken"}
    assert not any("{{" in offer.intro + offer.title for offer in offers)


def test_every_offer_that_suits_can_be_chosen_and_drawn(prepared: Preparation) -> None:
    for offer in prepared.offers():
        if offer.why_not:
            with pytest.raises(SelectionError):
                prepared.choose(offer.id)
            continue
        prepared.choose(offer.id)
        brief = prepared.brief
        assert brief is not None
        drawn = picture(prepared.bank, brief, offer.id, prepared.practice)
        assert drawn is not None
        assert drawn.pages[0].startswith("<svg")


def test_the_time_of_a_recipe_is_that_of_its_sheet(prepared: Preparation) -> None:
    prepared.tell("vorige_stap", "elke dag een rondje lopen")
    brief = prepared.brief
    assert brief is not None
    for offer in prepared.offers():
        told = time_of(prepared.bank, brief, offer.id, prepared.practice, seed=prepared.seed)
        if offer.why_not:
            assert told == ""
            continue
        prepared.choose(offer.id)
        assert told == time_needed(prepared.sheet.blocks)


def test_a_composition_becomes_a_recipe(prepared: Preparation, tmp_path: Path) -> None:
    prepared.choice.move(0, 1)
    prepared.choice.reword(0, "Alleen voor Sanne?")
    asked = [pick.question.id for pick in prepared.choice.made.picks]
    path = prepared.save_as_recipe(" Mijn  avondblad ")
    assert path.parent == tmp_path / OWN_FOLDER
    assert "Sanne" not in path.read_text(encoding="utf-8")
    prepared.choose("mijn-avondblad")
    assert [pick.question.id for pick in prepared.choice.made.picks] == asked
    assert "Mijn avondblad" in [offer.title for offer in prepared.offers()]
    assert load_bank(prepared.practice).recipes["mijn-avondblad"].kind == "werkblad"


def test_a_wording_that_was_chosen_is_kept(prepared: Preparation) -> None:
    pattern = next(
        q
        for q in prepared.bank.questions.values()
        if q.is_pattern and not q.slots and q.category == "verlangen" and not q.by_name_only
    )
    prepared.choice.add(pattern.id)
    asked = [pick.question.id for pick in prepared.choice.made.picks]
    path = prepared.save_as_recipe("Patroon")
    assert set(asked) & set(wording_ids(pattern))
    brief = prepared.brief
    assert brief is not None
    for seed in range(5):
        drawn = propose(prepared.bank, brief, "patroon", seed=seed, practice=prepared.practice)
        assert [pick.question.id for pick in drawn.picks] == asked
    recipe = load_bank(prepared.practice).recipes["patroon"]
    assert [p.message for p in check_recipe(recipe, prepared.bank) if p.level == "error"] == []
    assert path.is_file()


@pytest.mark.parametrize("title", ["", "   ", "x" * 81, "{{ naam"])
def test_a_recipe_needs_a_title(prepared: Preparation, title: str, tmp_path: Path) -> None:
    with pytest.raises(InputError):
        prepared.save_as_recipe(title)
    assert list(tmp_path.rglob("*.yaml")) == []


def test_a_recipe_keeps_the_order_of_the_method(prepared: Preparation, tmp_path: Path) -> None:
    last = len(prepared.choice.made.picks) - 1
    prepared.choice.add("pijn-lichtere-dag")
    prepared.choice.move(0, last)
    with pytest.raises(InputError):
        prepared.save_as_recipe("Eindigt met pijn")
    assert list(tmp_path.rglob("*.yaml")) == []


def test_which_question_stands_too_late_is_told(prepared: Preparation) -> None:
    places = [pick.question.category for pick in prepared.choice.made.picks]
    late = next(i for i, each in enumerate(places) if each != places[0])
    prepared.choice.move(0, late)
    with pytest.raises(InputError, match=rf"bij vraag {late + 1}: '{places[0]}' komt hier te laat"):
        prepared.save_as_recipe("Omgedraaid")


def test_a_recipe_is_for_the_client_that_it_was_made_for(prepared: Preparation) -> None:
    assert prepared.choice.made.recipe.phases
    prepared.tell("fase", "volhouden")
    prepared.save_as_recipe("Voor Sanne")
    (offer,) = [each for each in prepared.offers() if each.title == "Voor Sanne"]
    assert offer.why_not == ""


def test_a_draft_goes_on_without_its_recipe(prepared: Preparation) -> None:
    prepared.save_as_recipe("Eigen avond")
    prepared.choose("eigen-avond")
    prepared.choice.reword(0, "Wat zei je hond?")
    prepared.keep()
    (draft,) = prepared.kept()
    sheet = prepared.sheet
    prepared.start_over()
    prepared.throw_recipe_away("eigen-avond")
    prepared.take_up(draft.name)
    assert (prepared.notes, prepared.sheet) == ((), sheet)
    prepared.redraw()
    prepared.choice.surprise()
    assert prepared.sheet.blocks


def test_a_title_is_used_once(prepared: Preparation) -> None:
    prepared.save_as_recipe("Mijn blad")
    with pytest.raises((InputError, FileError)):
        prepared.choice.surprise()
        prepared.save_as_recipe("Mijn blad")


def test_a_recipe_of_her_own_can_be_thrown_away(prepared: Preparation, tmp_path: Path) -> None:
    kept = prepared.save_as_recipe("Mijn blad")
    prepared.save_as_recipe("Ander blad")
    (tmp_path / OWN_FOLDER / "kapot.yaml").write_text("onderdelen: [", encoding="utf-8")
    titles = [own.title for own in own_recipes(prepared.practice)]
    assert titles == ["Ander blad", "Mijn blad"]
    prepared.throw_recipe_away("mijn-blad")
    assert not kept.exists()
    assert "Mijn blad" not in [offer.title for offer in prepared.offers()]
    assert [own.title for own in own_recipes(prepared.practice)] == ["Ander blad"]
    prepared.save_as_recipe("Mijn blad")
    assert kept.is_file()


def test_the_recipe_of_this_sheet_stays(prepared: Preparation) -> None:
    kept = prepared.save_as_recipe("Mijn blad")
    prepared.choose("mijn-blad")
    with pytest.raises(SelectionError, match="stap 2"):
        prepared.throw_recipe_away("mijn-blad")
    assert kept.is_file()


def test_only_what_was_kept_can_be_thrown_away(prepared: Preparation) -> None:
    before = set(prepared.bank.recipes)
    for id_ in ("huiswerk", "er-is-er-geen", "../praktijk"):
        prepared.throw_recipe_away(id_)
    assert set(prepared.bank.recipes) == before
    assert own_recipes(Practice()) == []


def test_without_a_folder_there_is_no_own_recipe(prepared: Preparation) -> None:
    prepared.practice = Practice()
    with pytest.raises(FileError, match="geen praktijkmap"):
        prepared.save_as_recipe("Mijn blad")

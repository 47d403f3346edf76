"""What fills the slots of a text: given by the coach, or derived from the goal."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coachkit.bank.bank import Bank
from coachkit.model import Brief
from coachkit.practice import Practice, Settings
from coachkit.vocabulary import Form
from coachkit.worksheet.account import explain
from coachkit.worksheet.compose import make_worksheet
from coachkit.worksheet.values import goal_notes, missing_words, slot_values

JE = Form.INFORMAL


def test_the_goal_is_put_in_a_sentence() -> None:
    values = slot_values(Brief(name="Sanne", goal="mijn huis opruimen"), "")
    assert values["doel.te"] == "je huis op te ruimen"
    assert values["doel.nominaal"] == "je huis opruimen"
    assert values["doel.citaat"] == '"mijn huis opruimen"'


def test_it_is_put_in_the_form_of_address_of_the_brief_or_the_one_that_is_given() -> None:
    brief = Brief(name="Sanne", goal="mijn huis opruimen", form="u")
    assert slot_values(brief, "")["doel.te"] == "uw huis op te ruimen"
    assert slot_values(brief, "", Form.INFORMAL)["doel.te"] == "je huis op te ruimen"


def test_what_the_coach_gives_goes_before_what_is_derived() -> None:
    brief = Brief(name="Sanne", goal="mijn huis opruimen", goal_te="op te ruimen, kamer na kamer")
    values = slot_values(brief, "")
    assert values["doel.te"] == "op te ruimen, kamer na kamer"
    assert values["doel.nominaal"] == "je huis opruimen"


def test_a_goal_that_is_not_certain_stands_in_quotes() -> None:
    values = slot_values(Brief(name="Sanne", goal="meer rust."), "")
    assert "doel.te" not in values
    assert values["doel.nominaal"] == '"meer rust"'


def test_without_a_goal_there_is_nothing_to_fill_in() -> None:
    assert slot_values(Brief(name="Sanne"), "Noor") == {"naam": "Sanne", "coach": "Noor"}
    assert goal_notes(Brief(name="Sanne"), JE) == ()


@pytest.mark.parametrize("goal", ["mijn huis opruimen", "meer rust", "dat ik slaap"])
def test_the_form_of_address_changes_no_slots(goal: str) -> None:
    brief = Brief(name="Sanne", goal=goal)
    assert set(slot_values(brief, "", Form.FORMAL)) == set(slot_values(brief, "", Form.INFORMAL))


@pytest.mark.parametrize(
    ("given", "keys"),
    [
        ({}, "geef doel_te en doel_nominaal in"),
        ({"goal_te": "rust te vinden"}, "geef doel_nominaal in"),
        ({"goal_nominal": "meer rust"}, "geef doel_te in"),
    ],
)
def test_the_note_tells_what_is_missing(given: dict[str, str], keys: str) -> None:
    [note] = goal_notes(Brief(name="Sanne", goal="meer rust", **given), JE)
    assert keys in note
    assert "geen werkwoord" in note


def test_no_note_is_made_where_nothing_is_missing() -> None:
    both = {"goal_te": "rust te vinden", "goal_nominal": "meer rust"}
    assert goal_notes(Brief(name="Sanne", goal="meer rust", **both), JE) == ()
    assert goal_notes(Brief(name="Sanne", goal="meer bewegen"), JE) == ()


def test_forms_of_the_goal_that_say_je_on_a_sheet_with_u_are_told() -> None:
    brief = Brief(name="Sanne", goal="rust", goal_te="je rust te vinden", goal_nominal="meer rust")
    assert goal_notes(brief, JE) == ()
    [note] = goal_notes(brief, Form.FORMAL)
    assert note.startswith("'doel_te' zegt je")


def test_a_goal_in_capitals_does_not_shout_on_paper() -> None:
    assert slot_values(Brief(name="S", goal="MEER RUST"), "")["doel.citaat"] == '"meer rust"'
    assert slot_values(Brief(name="S", goal="HBO"), "")["doel.citaat"] == '"HBO"'


def test_the_coach_is_told(small_bank: Bank, brief: Brief) -> None:
    def told(goal: str, intro: str = "Je doel is {{ doel.citaat }}.") -> str:
        about = brief.model_copy(update={"goal": goal})
        short = small_bank.recipe("kort").model_copy(update={"intro": intro, "intro_formal": intro})
        bank = replace(small_bank, recipes={"kort": short})
        return explain(make_worksheet(bank, about, "kort", seed=1))

    assert "Let op: het doel past niet vanzelf in een zin" in told("meer rust")
    assert "Let op: het doel" not in told("meer bewegen")
    assert "Let op: het doel" not in told("meer rust", intro="Dag {{ naam }}.")


def test_the_goal_follows_the_practice(small_bank: Bank, brief: Brief) -> None:
    tidy = brief.model_copy(update={"goal": "mijn huis opruimen"})
    formal = Practice(Settings(form="u"))
    sheet = make_worksheet(small_bank, tidy, "alles", seed=1, practice=formal)
    texts = " ".join(f"{block.text} {block.body}" for block in sheet.blocks)
    assert "uw huis op" in texts
    assert "je huis" not in texts


def test_a_slot_says_which_key_fills_it() -> None:
    assert "doel_te" in missing_words("doel.te")
    assert "coach" in missing_words("coach")
    assert "--after" in missing_words("vorige.stap")

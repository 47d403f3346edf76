"""Which recipe is taken, and what is told when a named one does not suit."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coachkit.bank.bank import Bank
from coachkit.errors import SelectionError
from coachkit.model import Brief, Recipe
from coachkit.vocabulary import Audience, Phase, Situation
from coachkit.worksheet.candidates import wishes_of
from coachkit.worksheet.recipes import choose_recipe, named_recipe

ANYONE = wishes_of(Brief(name="Sanne"), Audience.CLIENT, coach="")


def bank_of(**recipes: dict[str, object]) -> Bank:
    made = {}
    for id_, more in recipes.items():
        base = {
            "id": id_,
            "titel": id_.title(),
            "minuten": 10,
            "onderdelen": [{"categorie": "pijn"}],
        }
        made[id_] = Recipe.model_validate({**base, **more})
    return Bank({}, made)


def test_the_situation_counts_most_then_the_phase() -> None:
    bank = bank_of(
        plain={},
        phase={"fasen": ["actie"]},
        suits={"past_bij": ["durft-niet"]},
        hard={"situaties": ["coachhopper"]},
        other={"doelgroep": "coach"},
    )
    wishes = replace(ANYONE, phase=Phase.ACTION, situation=Situation.DARES_NOT)
    assert choose_recipe(bank, wishes)[0].id == "suits"
    assert "'durft niet'" in choose_recipe(bank, wishes)[1]
    without = replace(wishes, situation=None)
    recipe, why = choose_recipe(bank, without)
    assert recipe.id == "phase"
    assert "'actie'" in why
    assert "bij iedereen" in choose_recipe(bank_of(plain={}), ANYONE)[1]


def test_what_covers_more_categories_is_the_general_choice() -> None:
    wide = {"onderdelen": [{"categorie": "pijn"}, {"categorie": "verlangen"}]}
    assert choose_recipe(bank_of(narrow={}, wide=wide), ANYONE)[0].id == "wide"


def test_no_recipe_at_all_is_told() -> None:
    wishes = replace(ANYONE, phase=Phase.ACTION)
    with pytest.raises(SelectionError, match="geen werkvorm past bij fase 'actie';"):
        choose_recipe(bank_of(only={"fasen": ["terugval"]}), wishes)


def test_no_recipe_for_an_empty_brief_is_told() -> None:
    with pytest.raises(SelectionError, match="geen werkvorm past bij deze briefing"):
        choose_recipe(Bank({}, {}), ANYONE)


def test_a_recipe_for_another_phase_or_situation_names_what_suits() -> None:
    bank = bank_of(now={"fasen": ["actie"]}, hopper={"situaties": ["coachhopper"]}, plain={})
    wishes = replace(ANYONE, phase=Phase.RELAPSE, situation=Situation.DARES_NOT)
    with pytest.raises(SelectionError, match=r"niet voor fase 'terugval'.*plain"):
        named_recipe(bank, "now", wishes)
    with pytest.raises(SelectionError, match="niet voor situatie 'durft-niet'"):
        named_recipe(bank, "hopper", wishes)
    assert named_recipe(bank, "now", ANYONE).id == "now"


def test_an_unknown_recipe_suggests_one() -> None:
    with pytest.raises(SelectionError, match="bedoel je plain"):
        named_recipe(bank_of(plain={}), "plian", ANYONE)


@pytest.mark.parametrize(
    ("text", "cure"),
    [
        ("Je wilt {{ doel.nominaal }}.", "vul 'doel' in"),
        ("Dag, ik ben {{ coach }}.", "vul 'coach' in"),
        ("Je koos {{ vorige.stap }}.", "vul 'vorige_stap' in"),
    ],
)
def test_a_text_that_cannot_be_filled_names_field_and_cure(text: str, cure: str) -> None:
    bank = bank_of(asks={"inleiding": text, "inleiding_u": text.replace("Je", "U")})
    with pytest.raises(SelectionError, match=cure):
        named_recipe(bank, "asks", ANYONE)


def test_what_is_for_anyone_comes_before_what_is_for_another_situation() -> None:
    bank = bank_of(
        help={"fasen": ["overpeinzing"], "past_bij": ["coachhopper"]},
        plain={"fasen": ["overpeinzing"], "voor_iedereen": True},
    )
    wishes = replace(ANYONE, phase=Phase.CONTEMPLATION, situation=Situation.DARES_NOT)
    recipe, why = choose_recipe(bank, wishes)
    assert recipe.id == "plain"
    assert "geen blad voor 'durft niet'" in why
    hopper = replace(wishes, situation=Situation.COACH_HOPPER)
    assert choose_recipe(bank, hopper)[0].id == "help"


def test_a_previous_step_asks_for_the_recipe_that_begins_with_it() -> None:
    bank = bank_of(
        back={"inleiding": "Je koos {{ vorige.stap }}.", "inleiding_u": "U koos."},
        suits={"past_bij": ["durft-niet"]},
    )
    brief = Brief(name="Sanne", previous_step="bellen", situation=Situation.DARES_NOT)
    assert choose_recipe(bank, wishes_of(brief, Audience.CLIENT, coach=""))[0].id == "back"

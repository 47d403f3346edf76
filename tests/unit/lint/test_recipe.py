"""A recipe: its texts, and the laws of the method."""

from __future__ import annotations

from typing import Any

import pytest

from coachkit.bank.bank import Bank
from coachkit.lint.recipe import check_recipe
from coachkit.model import Question, Recipe


def recipe(**given: Any) -> Recipe:
    data = {"id": "blad", "titel": "Mijn blad", "minuten": 10, "onderdelen": [{"labels": ["a"]}]}
    return Recipe.model_validate({**data, **given})


def question(id_: str, **given: Any) -> Question:
    data = {"id": id_, "vraag": "Wat is er?", "vraag_u": "Wat is er?", "categorie": "pijn"}
    return Question.model_validate({**data, **given})


def bank(*questions: Question) -> Bank:
    return Bank({q.id: q for q in questions}, {})


def rules(recipe: Recipe, bank: Bank | None = None) -> list[str]:
    return [problem.rule for problem in check_recipe(recipe, bank)]


def test_a_good_recipe_has_no_problems() -> None:
    assert rules(recipe()) == []


@pytest.mark.parametrize(
    ("given", "loc"),
    [
        ({"titel": "Waarom"}, ("titel",)),
        ({"inleiding": "Dit is waarom."}, ("inleiding",)),
        ({"slot": "Waarom ook weer?"}, ("slot",)),
        ({"onderdelen": [{"kop": "Waarom", "labels": ["a"]}]}, ("onderdelen", 0, "kop")),
        ({"herinneringen": [{"na_dagen": 1, "tekst": "Waarom?"}]}, ("herinneringen", 0, "tekst")),
    ],
)
def test_its_texts_are_looked_at(given: dict[str, Any], loc: tuple[str | int, ...]) -> None:
    assert [(p.rule, p.loc) for p in check_recipe(recipe(**given))] == [("waarom", loc)]


def test_it_never_ends_in_pain() -> None:
    sections = [{"categorie": "verlangen"}, {"categorie": "pijn"}]
    assert "pijn-afronding" in rules(recipe(onderdelen=sections[1:]))
    assert rules(recipe(onderdelen=[{"categorie": "pijn"}, {"categorie": "verlangen"}])) == []
    fixed = recipe(onderdelen=[{"vraag": "een"}])
    assert rules(fixed, bank(question("een"))) == ["pijn-afronding"]


@pytest.mark.parametrize("phase", ["beslissing", "actie"])
def test_for_deciding_and_acting_it_ends_in_a_plan(phase: str) -> None:
    plan = {"categorie": "kleine-stappen", "soort": "als-dan"}
    assert rules(recipe(fasen=[phase])) == ["als-dan-slot"]
    assert rules(recipe(fasen=[phase], onderdelen=[plan])) == []
    fixed = question("plan", antwoord={"soort": "als-dan"}, categorie="kleine-stappen")
    assert rules(recipe(fasen=[phase], onderdelen=[{"vraag": "plan"}]), bank(fixed)) == []
    assert rules(recipe(fasen=[phase], soort="brief")) == []


def test_no_balance_for_who_still_doubts() -> None:
    balance = [{"categorie": "gevolgen", "soort": "balans"}]
    assert rules(recipe(fasen=["overpeinzing"], onderdelen=balance)) == ["balans-fase"]
    assert rules(recipe(fasen=["volhouden"], onderdelen=balance)) == []


def test_most_questions_are_open() -> None:
    asked = [question(f"q{i}", categorie="verlangen") for i in range(3)]
    closed = [question(f"g{i}", vraag="Lukt het?", categorie="verlangen") for i in range(2)]
    sections = [{"vraag": q.id} for q in (*asked[:1], *closed)]
    assert rules(recipe(onderdelen=sections), bank(*asked, *closed)) == ["open-aandeel"]
    sections = [{"vraag": q.id} for q in asked]
    assert rules(recipe(onderdelen=sections), bank(*asked, *closed)) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Je coach belt je morgen.", True),
        ("Daarna maakt je coach een plan. Je coach stuurt je dat.", True),
        ("{{ coach }} regelt de rest.", True),
        ("Ik stuur je een bericht.", True),
        ("Bel je coach als het tegenzit.", False),
        ("Wat doet je coach?", False),
        ("Je coach is er voor je.", False),
    ],
)
def test_the_client_does_the_work(text: str, found: bool) -> None:
    given = {"slot": text, "slot_u": text.replace("je", "uw")}
    assert ("client-doet" in rules(recipe(**given))) is found
    assert "client-doet" not in rules(recipe(**given, soort="afspraak"))


def test_in_a_heading_i_is_the_client() -> None:
    assert rules(recipe(onderdelen=[{"kop": "Ik vraag hulp", "labels": ["a"]}])) == []

"""Find questions, and tell all that is known of one."""

from __future__ import annotations

import pytest

from coachkit.bank.bank import Bank
from coachkit.bank.describe import (
    Wanted,
    describe_question,
    describe_recipe,
    find_questions,
    find_recipes,
)
from coachkit.model import Question, Recipe
from coachkit.vocabulary import Category, Phase, Situation


def question(id_: str, **more: object) -> Question:
    return Question.model_validate(
        {"id": id_, "vraag": "Wat wil je?", "vraag_u": "Wat wilt u?", "categorie": "pijn", **more}
    )


BANK = Bank(
    {
        q.id: q
        for q in (
            question("alle"),
            question("actie", fasen=["actie"], categorie="grenzen"),
            question("durf", situaties=["durft-niet"]),
            question("oud", vervallen=True),
        )
    },
    {},
)


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        (Wanted(), ["alle", "actie", "durf"]),
        (Wanted(category=Category.PAIN), ["alle", "durf"]),
        (Wanted(phase=Phase.ACTION), ["alle", "actie", "durf"]),
        (Wanted(phase=Phase.RELAPSE), ["alle", "durf"]),
        (Wanted(situation=Situation.DARES_NOT), ["alle", "actie", "durf"]),
        (Wanted(situation=Situation.NO_OVERVIEW), ["alle", "actie"]),
        (Wanted(Category.BOUNDARIES, Phase.RELAPSE, None), []),
    ],
)
def test_questions_are_found_by_what_they_fit(wanted: Wanted, ids: list[str]) -> None:
    assert [found.id for found in find_questions(BANK, wanted)] == ids


def test_all_that_is_known_of_a_question_is_told() -> None:
    asked = question(
        "een",
        hulp="Neem de tijd.",
        fasen=["actie"],
        situaties=["durft-niet"],
        antwoord={"soort": "keuze", "opties": ["Rust", "Ruimte"], "anders": False},
        vervolgvraag="En dan?",
        bron="001",
        labels=["last"],
        mag={"gesloten": "kiezen is hier de bedoeling"},
        vervangt="nul",
        vervallen=True,
    )
    assert describe_question(asked) == [
        "een",
        "  vraag: Wat wil je?",
        "  u-vorm: Wat wilt u?",
        "  hulp: Neem de tijd.",
        "  voor: client",
        "  categorie: pijn",
        "  fasen: actie",
        "  situaties: durft-niet",
        "  antwoord: keuze (opties: Rust / Ruimte)",
        "  minuten: 3",
        "  diepte: midden",
        "  vervolgvraag: En dan?",
        "  bron: 001",
        "  labels: last",
        "  mag: gesloten: kiezen is hier de bedoeling",
        "  vervangt: nul",
        "  vervallen: ja",
    ]


def test_what_is_not_known_of_a_question_is_left_out() -> None:
    lines = describe_question(question("een"))
    assert "  fasen: alle" in lines
    assert "  antwoord: open (regels: 3)" in lines
    assert not any(key in line for line in lines for key in ("bron", "vervallen", "mag", "hulp"))


def test_every_question_can_be_described(small_bank: Bank) -> None:
    for found in small_bank.questions.values():
        assert any(f"antwoord: {found.answer.soort}" in line for line in describe_question(found))


def test_an_answer_of_which_all_is_empty_has_no_brackets() -> None:
    class Silent:
        soort = "stil"

        def spec(self) -> dict[str, object]:
            return {}

    silent = question("een").model_copy(update={"answer": Silent()})
    assert "  antwoord: stil" in describe_question(silent)


def test_all_that_is_known_of_a_recipe_is_told() -> None:
    recipe = Recipe.model_validate(
        {
            "id": "blad",
            "titel": "Mijn blad",
            "rijen": ["S2", "S11"],
            "past_bij": ["durft-niet"],
            "minuten": 20,
            "inleiding": "Rustig aan.",
            "onderdelen": [
                {"kop": "Rust", "categorie": "verlangen", "aantal": 2, "labels": ["last"]},
                {"vraag": "plan"},
                {"soort": "open"},
            ],
            "slot": "Tot ziens.",
        }
    )
    assert describe_recipe(recipe) == [
        "blad",
        "  titel: Mijn blad",
        "  voor: client",
        "  soort: werkblad",
        "  rijen: S2, S11",
        "  fasen: alle",
        "  situaties: alle",
        "  past bij: durft-niet",
        "  minuten: 20",
        "  inleiding: Rustig aan.",
        "  slot: Tot ziens.",
        "  onderdelen:",
        "    - Rust: verlangen last (2 vragen)",
        "    - (zonder kop): plan",
        "    - (zonder kop): vragen open",
    ]


def test_recipes_are_found_by_phase_situation_and_category() -> None:
    section = {"categorie": "pijn"}
    made = {
        id_: Recipe.model_validate(
            {"id": id_, "titel": id_, "minuten": 9, "onderdelen": [section], **more}
        )
        for id_, more in {
            "plain": {},
            "acting": {"fasen": ["actie"]},
            "hopper": {"situaties": ["coachhopper"]},
            "steps": {"onderdelen": [{"categorie": "kleine-stappen"}]},
        }.items()
    }
    bank = Bank({}, made)
    assert [r.id for r in find_recipes(bank, Wanted())] == list(made)
    acting = find_recipes(bank, Wanted(phase=Phase.RELAPSE, situation=Situation.DARES_NOT))
    assert [r.id for r in acting] == ["plain", "steps"]
    pain = find_recipes(bank, Wanted(category=Category.PAIN))
    assert "steps" not in [r.id for r in pain]

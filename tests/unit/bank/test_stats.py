"""Figures on a bank."""

from __future__ import annotations

import hashlib

from coachkit.bank.bank import Bank
from coachkit.bank.stats import ROWS, bank_stats, rows_without_recipe
from coachkit.model import Question, Recipe
from coachkit.vocabulary import Category, Phase, Situation


def question(id_: str, **more: object) -> Question:
    return Question.model_validate(
        {"id": id_, "vraag": "Wat?", "vraag_u": "Wat?", "categorie": "pijn", **more}
    )


BANK = Bank(
    {
        q.id: q
        for q in (
            question("een"),
            question("twee", fasen=["actie", "terugval"], situaties=["durft-niet"]),
            question("drie", labels=["werk"], antwoord={"soort": "als-dan"}, diepte="diep"),
            question("vier", doelgroep="coach", categorie=None),
            question("oud", vervallen=True),
        )
    },
    {},
)


def test_questions_are_counted_by_what_they_name() -> None:
    figures = bank_stats(BANK)
    assert figures["totaal"] == {
        "vragen": 4,
        "werkvormen": 0,
        "sets": 0,
        "vervallen": 1,
        "patronen": 0,
        "vragen uit patronen": 0,
        "verras-me": 0,
    }
    assert figures["voor"] == {"client": 3, "coach": 1}
    assert figures["categorie"]["pijn"] == 3
    assert figures["fase"] == {"elke": 3, **dict.fromkeys(Phase, 0), "actie": 1, "terugval": 1}
    assert figures["situatie"]["elke"] == 3
    assert figures["situatie"]["durft-niet"] == 1
    assert figures["antwoord"] == {"open": 3, "als-dan": 1}
    assert figures["diepte"] == {"licht": 0, "midden": 3, "diep": 1}


def test_what_fits_every_situation_names_none_and_no_world() -> None:
    assert bank_stats(BANK)["past in elke situatie"]["pijn"] == 1


def bank_of(*questions: Question) -> Bank:
    return Bank({question.id: question for question in questions}, {})


def test_questions_for_clients_are_counted_apart() -> None:
    bank = bank_of(question("een"), question("twee", doelgroep="coach"))
    figures = bank_stats(bank)
    assert figures["categorie"]["pijn"] == 1


def test_patterns_are_counted_with_the_questions_they_stand_for() -> None:
    words = [{"id": id_, "je": id_} for id_ in ("een", "twee", "drie")]
    texts = {"vraag": "Wat, {{ keuze.x }}?", "vraag_u": "Wat, {{ keuze.x }}?"}
    pattern = question("p", **texts, lijsten={"x": words})
    total = bank_stats(bank_of(pattern, question("p-los")))["totaal"]
    assert (total["patronen"], total["vragen uit patronen"]) == (1, 3)


def test_sources_and_labels_are_counted() -> None:
    figures = bank_stats(
        bank_of(
            question("een", bron="002", labels=["rust", "verras-me"]),
            question("twee", bron="001", labels=["rust"]),
            question("drie"),
        )
    )
    assert list(figures["bron"].items()) == [("001", 1), ("002", 1), ("geen", 1)]
    assert list(figures["label"].items()) == [("rust", 2), ("verras-me", 1)]
    assert figures["totaal"]["verras-me"] == 1


def test_exceptions_are_counted_with_their_share() -> None:
    bank = bank_of(
        question("een", mag={"gesloten": "hier wel", "lang": "hier wel"}),
        question("twee", mag={"gesloten": "hier wel"}),
        *(question(f"q-{number}") for number in range(6)),
    )
    assert bank_stats(bank)["mag"] == {"vragen": 2, "procent": 25, "gesloten": 2, "lang": 1}


def test_a_review_is_outdated_when_the_question_was_changed_since() -> None:
    fresh = hashlib.sha256(b"Wat?").hexdigest()[:6]
    bank = bank_of(
        question("een", u_nagekeken=fresh), question("twee", u_nagekeken="000000"), question("drie")
    )
    expected = {"nagekeken": 1, "verouderd": 1, "niet nagekeken": 1}
    assert bank_stats(bank)["u-vorm"] == expected


def test_rows_of_the_method_without_a_recipe_are_known() -> None:
    recipe = Recipe.model_validate(
        {
            "id": "r",
            "titel": "R",
            "minuten": 5,
            "rijen": ["S2", "S26"],
            "onderdelen": [{"categorie": "pijn"}],
        }
    )
    figures = bank_stats(Bank({}, {"r": recipe}))
    assert figures["werkvormen per rij"]["S2"] == 1
    assert rows_without_recipe(figures) == [row for row in ROWS if row not in ("S2", "S26")]


def test_also_what_is_not_there_is_told() -> None:
    figures = bank_stats(Bank({}, {}))
    assert figures["categorie"] == dict.fromkeys(Category, 0)
    assert list(figures["situatie"]) == ["elke", *Situation]

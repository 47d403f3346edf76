"""Figures on a bank."""

from __future__ import annotations

from coachkit.bank.bank import Bank
from coachkit.bank.stats import bank_stats
from coachkit.model import Question
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
    assert figures["totaal"] == {"vragen": 4, "werkvormen": 0, "vervallen": 1}
    assert figures["voor"] == {"client": 3, "coach": 1}
    assert figures["categorie"]["pijn"] == 3
    assert figures["fase"] == {"elke": 3, **dict.fromkeys(Phase, 0), "actie": 1, "terugval": 1}
    assert figures["situatie"]["elke"] == 3
    assert figures["situatie"]["durft-niet"] == 1
    assert figures["antwoord"] == {"open": 3, "als-dan": 1}
    assert figures["diepte"] == {"licht": 0, "midden": 3, "diep": 1}


def test_what_fits_every_situation_names_none_and_no_world() -> None:
    assert bank_stats(BANK)["past in elke situatie"]["pijn"] == 1


def test_also_what_is_not_there_is_told() -> None:
    figures = bank_stats(Bank({}, {}))
    assert figures["categorie"] == dict.fromkeys(Category, 0)
    assert list(figures["situatie"]) == ["elke", *Situation]

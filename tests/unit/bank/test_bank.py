"""The bank: by id, and by what selection compares."""

from __future__ import annotations

import pytest

from coachkit.bank.bank import Bank, phase_bit, situation_bit
from coachkit.errors import SelectionError
from coachkit.model import Question, Recipe
from coachkit.vocabulary import Audience, Category, Phase, Situation, World


def question(id_: str, **more: object) -> Question:
    return Question.model_validate(
        {"id": id_, "vraag": "Wat?", "vraag_u": "Wat?", "categorie": "pijn", **more}
    )


def bank(*questions: Question) -> Bank:
    recipe = Recipe.model_validate(
        {"id": "huiswerk", "titel": "T", "minuten": 5, "onderdelen": [{"categorie": "pijn"}]}
    )
    return Bank({q.id: q for q in questions}, {recipe.id: recipe}, {"oud": "een", "ouder": "oud"})


def test_questions_and_recipes_are_found_by_id_also_by_an_old_one() -> None:
    found = bank(question("een"))
    assert found.question("een").id == "een"
    assert found.question("ouder").id == "een"
    assert found.recipe("huiswerk").id == "huiswerk"


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (lambda b: b.question("pijn-gewone-dg"), "geen vraag .*; bedoel je pijn-gewone-dag"),
        (lambda b: b.question("xyz"), "geen vraag 'xyz'; kijk met: coachkit bank list$"),
        (lambda b: b.recipe("huiswrk"), "geen werkvorm 'huiswrk'; bedoel je huiswerk"),
        (lambda b: b.recipe("xyz"), "geen werkvorm 'xyz'; kijk met: coachkit bank list --recipes"),
    ],
)
def test_an_id_that_is_not_there_is_told_with_what_was_meant(ask, message: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(SelectionError, match=message):
        ask(bank(question("een"), question("pijn-gewone-dag")))


def test_the_index_has_audience_and_category_and_leaves_out_what_was_retired() -> None:
    found = bank(
        question("een"),
        question("twee", vervallen=True),
        question("drie", doelgroep="coach", categorie=None),
        question("vier"),
    )
    assert {key: [e.question.id for e in entries] for key, entries in found.index.items()} == {
        (Audience.CLIENT, Category.PAIN): ["een", "vier"],
        (Audience.COACH, None): ["drie"],
    }
    assert [e.order for e in found.index[Audience.CLIENT, Category.PAIN]] == [0, 3]


def test_a_question_that_names_nothing_fits_all_and_is_not_named_by_any() -> None:
    [entry] = bank(question("een")).index[Audience.CLIENT, Category.PAIN]
    assert all(entry.fits & phase_bit(phase) for phase in (None, *Phase))
    assert all(entry.fits & situation_bit(situation) for situation in (None, *Situation))
    assert entry.named == 0
    assert entry.needs == frozenset()


def test_a_question_that_names_some_fits_only_those() -> None:
    named = question("een", fasen=["actie"], situaties=["durft-niet"])
    [entry] = bank(named).index[Audience.CLIENT, Category.PAIN]
    assert [p for p in (None, *Phase) if entry.fits & phase_bit(p)] == ["actie"]
    assert [s for s in (None, *Situation) if entry.fits & situation_bit(s)] == ["durft-niet"]
    assert entry.named == phase_bit(Phase.ACTION) | situation_bit(Situation.DARES_NOT)


def test_the_bits_are_all_different() -> None:
    bits = [phase_bit(p) for p in (None, *Phase)] + [situation_bit(s) for s in (None, *Situation)]
    assert len(set(bits)) == len(bits) == 20
    assert all(bit.bit_count() == 1 for bit in bits)


def test_an_entry_needs_its_slots_and_its_worlds() -> None:
    asked = question(
        "een", vraag="Wat, {{ naam }}?", vraag_u="Wat, {{ coach }}?", labels=["geld", "last"]
    )
    [entry] = bank(asked).index[Audience.CLIENT, Category.PAIN]
    assert entry.needs == {"naam", "coach", World.MONEY}

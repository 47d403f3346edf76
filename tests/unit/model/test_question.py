"""A question of the bank, and the set it comes from."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from coachkit.model import Question, QuestionSet
from coachkit.vocabulary import Audience, Category, Depth, Form, World

WRITTEN: dict[str, Any] = {
    "id": "pijn-gewone-dag",
    "vraag": "Waar heb je het meest last van, {{ naam }}?",
    "vraag_u": "Waar hebt u het meest last van, {{ naam }}?",
    "categorie": "pijn",
}


def question(**more: object) -> Question:
    return Question.model_validate({**WRITTEN, **more})


def test_a_question_needs_little() -> None:
    found = question()
    assert found.audience is Audience.CLIENT
    assert found.category is Category.PAIN
    assert (found.minutes, found.depth, found.answer.soort) == (3, Depth.MEDIUM, "open")
    assert not found.retired


def test_a_question_speaks_in_the_form_that_is_asked() -> None:
    found = question(
        hulp="Denk aan je week.",
        hulp_u="Denk aan uw week.",
        vervolgvraag="Wie merkt dat bij je?",
        vervolgvraag_u="Wie merkt dat bij u?",
    ).in_form(Form.FORMAL)
    assert found.text == WRITTEN["vraag_u"]
    assert (found.help, found.follow_up) == ("Denk aan uw week.", "Wie merkt dat bij u?")


def test_the_slots_of_all_that_a_client_reads_must_be_filled() -> None:
    found = question(
        hulp="Kijk naar {{ vorige.stap }}.",
        hulp_u="Kijk naar {{ vorige.antwoord }}.",
        vervolgvraag="En {{ coach }}?",
    )
    assert found.slots == {"naam", "vorige.stap", "vorige.antwoord"}


def test_a_label_of_a_world_is_a_world_and_others_are_not() -> None:
    assert question(labels=["werk", "last", "geld"]).worlds == {World.WORK, World.MONEY}
    assert question().worlds == frozenset()


def test_a_client_question_needs_a_category_and_a_coach_question_does_not() -> None:
    with pytest.raises(ValidationError, match="'categorie' ontbreekt"):
        question(categorie=None)
    assert question(categorie=None, doelgroep="coach").category is None


@pytest.mark.parametrize(
    "wrong",
    [
        {"id": "Een"},
        {"id": "een--twee"},
        {"id": "-een"},
        {"id": "een_twee"},
        {"id": "x" * 81},
        {"id": "een\n"},
        {"labels": ["Werk"]},
        {"u_nagekeken": "3F9A1C"},
        {"u_nagekeken": "3f9a1"},
        {"vraag": " "},
        {"vraag_u": None},
        {"vraag": "Wat {{ nam }}?"},
        {"bron": "{{ naam }}"},
        {"minuten": 61},
        {"diepte": "ondiep"},
        {"vrag": "x"},
        {"mag": {"gesloten": ""}},
        {"vervangt": "Niet Goed"},
    ],
)
def test_what_is_wrong_in_a_question_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        question(**wrong)


def test_a_question_survives_json() -> None:
    found = question(fasen=["actie"], situaties=["durft-niet"], mag={"lang": "moet zo"})
    assert Question.model_validate_json(found.model_dump_json(by_alias=True)) == found


# Sets


def question_set(**more: object) -> QuestionSet:
    return QuestionSet.model_validate({"naam": "Set", "vragen": [WRITTEN], **more})


def test_a_set_gives_its_audience_and_category_to_questions_that_have_none() -> None:
    plain = {key: value for key, value in WRITTEN.items() if key != "categorie"}
    own = {**plain, "id": "eigen", "categorie": "grenzen", "doelgroep": "client"}
    found = question_set(categorie="verlangen", doelgroep="coach", vragen=[plain, own])
    assert [q.category for q in found.questions] == ["verlangen", "grenzen"]
    assert [q.audience for q in found.questions] == ["coach", "client"]


@pytest.mark.parametrize("key", ["categorie", "doelgroep"])
def test_a_wrong_word_of_a_set_is_told_once_at_the_set(key: str) -> None:
    plain = {name: value for name, value in WRITTEN.items() if name != "categorie"}
    shared = {"categorie": "pijn", "doelgroep": "client", key: "iedereen"}
    with pytest.raises(ValidationError) as caught:
        question_set(**shared, vragen=[plain, {**plain, "id": "twee"}])
    assert [error["loc"] for error in caught.value.errors()] == [(key,)]


@pytest.mark.parametrize("wrong", [{"vragen": "geen"}, {"vragen": ["geen"]}, {"taal": "en"}])
def test_what_is_no_set_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        question_set(**wrong)


def test_data_that_has_no_keys_is_refused() -> None:
    with pytest.raises(ValidationError):
        QuestionSet.model_validate(["vragen"])


def test_a_set_may_be_empty() -> None:
    assert question_set(vragen=[]).questions == ()

"""Patterns: one question with words from lists, and the questions that it stands for."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from coachkit.model import Question, QuestionSet, expand

PERSON = [
    {"id": "vriend", "je": "een goede vriend", "u": "een goede vriend"},
    {"id": "oudere-ik", "je": "je oudere ik", "u": "uw oudere ik"},
]
TIME = [{"id": "morgen", "je": "morgen"}, {"id": "jaar", "je": "over een jaar"}]


def pattern(text: str, **more: object) -> Question:
    base = {"id": "tip", "vraag": text, "vraag_u": text, "categorie": "verlangen"}
    lists = {"ander": PERSON, "tijd": TIME}
    return Question.model_validate({**base, "lijsten": lists, **more})


def test_a_pattern_stands_for_one_question_for_each_item_in_both_forms() -> None:
    found = expand(
        pattern(
            "Welke tip krijg je van {{ keuze.ander }}?",
            vraag_u="Welke tip krijgt u van {{ keuze.ander }}?",
        )
    )
    assert [(q.id, q.text, q.text_formal) for q in found] == [
        (
            "tip-vriend",
            "Welke tip krijg je van een goede vriend?",
            "Welke tip krijgt u van een goede vriend?",
        ),
        (
            "tip-oudere-ik",
            "Welke tip krijg je van je oudere ik?",
            "Welke tip krijgt u van uw oudere ik?",
        ),
    ]
    assert not any(q.is_pattern or q.lists for q in found)


def test_two_lists_give_all_combinations_with_ids_in_the_order_of_the_list_names() -> None:
    found = expand(pattern("Wat ziet {{ keuze.tijd }} bij jou {{ keuze.ander }}?"))
    assert [q.id for q in found] == [
        "tip-vriend-morgen",
        "tip-vriend-jaar",
        "tip-oudere-ik-morgen",
        "tip-oudere-ik-jaar",
    ]


def test_rewording_a_pattern_leaves_its_ids_as_they_are() -> None:
    one = pattern("Wat ziet {{ keuze.tijd }} bij jou {{ keuze.ander }}?")
    other = pattern("Wat zegt {{ keuze.ander }} {{ keuze.tijd }}?")
    assert [q.id for q in expand(one)] == [q.id for q in expand(other)]


def test_a_plain_question_stands_for_itself() -> None:
    question = pattern("Wat wil je?", lijsten={})
    assert expand(question) == (question,)
    assert not question.is_pattern


def test_other_slots_stay_and_help_and_follow_up_get_the_same_words() -> None:
    (first, _) = expand(
        pattern(
            "{{ naam }}, wat zegt {{ keuze.ander }}?",
            hulp="Denk aan {{ keuze.ander }}.",
            vervolgvraag="Wat nog meer volgens {{ keuze.ander }}?",
        )
    )
    assert first.text == "{{ naam }}, wat zegt een goede vriend?"
    assert first.slots == {"naam"}
    assert first.help == "Denk aan een goede vriend."
    assert first.follow_up == "Wat nog meer volgens een goede vriend?"


def test_a_sentence_that_begins_with_a_choice_gets_a_capital() -> None:
    assert expand(pattern("{{ keuze.ander }} kijkt mee. Wat valt op?"))[0].text.startswith("Een ")


def test_what_must_be_known_of_a_client_is_without_the_choices() -> None:
    assert pattern("{{ naam }} en {{ keuze.ander }}?").slots == {"naam"}


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"lijsten": {}}, "er is geen lijst 'ander'"),
        ({"vraag_u": "Wat zegt u?"}, "kiezen uit dezelfde lijsten"),
        ({"vervolgvraag": "En {{ keuze.tijd }}?"}, "kiezen uit dezelfde lijsten"),
        ({"lijsten": {"ander": [PERSON[0], PERSON[0]]}}, "staat een id twee keer"),
        ({"lijsten": {"ander": PERSON[:1]}}, "at least 2"),
        ({"vraag": "Wat zegt {{ (keuze.ander) }}?"}, "schrijf haar precies zo"),
        ({"vraag": "Wat zegt {{ keuze.ander.x }}?"}, "geen bekende invulplek"),
        ({"lijsten": {"ander": [{"id": "a", "je": "{{ naam }}"}, PERSON[0]]}}, "geen invulplek"),
    ],
)
def test_a_wrong_pattern_is_refused_with_what_to_do(
    changes: dict[str, object], message: str
) -> None:
    with pytest.raises(ValidationError, match=message.replace("(", r"\(")):
        pattern("Wat zegt {{ keuze.ander }}?", **changes)


def test_a_pattern_of_too_many_questions_is_refused() -> None:
    many = [{"id": f"a{i}", "je": f"woord {i}"} for i in range(100)]
    with pytest.raises(ValidationError, match="dit patroon geeft 1000"):
        pattern(
            "{{ keuze.a }} {{ keuze.b }} {{ keuze.c }}?",
            lijsten={"a": many, "b": many, "c": many},
        )


def test_a_set_gives_its_questions_the_lists_that_they_use() -> None:
    questions = [
        {
            "id": "een",
            "vraag": "Wat zegt {{ keuze.ander }}?",
            "vraag_u": "Wat zegt {{ keuze.ander }}?",
        },
        {"id": "twee", "vraag": "Wat wil je?", "vraag_u": "Wat wilt u?"},
        {
            "id": "drie",
            "vraag": "Wat zegt {{ keuze.ander }}?",
            "vraag_u": "Wat zegt {{ keuze.ander }}?",
            "lijsten": {"ander": TIME},
        },
    ]
    found = QuestionSet.model_validate(
        {"naam": "S", "categorie": "pijn", "lijsten": {"ander": PERSON}, "vragen": questions}
    )
    ids = [[wording.id for wording in expand(question)] for question in found.questions]
    assert ids == [["een-vriend", "een-oudere-ik"], ["twee"], ["drie-morgen", "drie-jaar"]]

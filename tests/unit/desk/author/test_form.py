"""A question as strings in a form, and back: nothing that was not touched changes."""

from __future__ import annotations

from typing import Any

import pytest

from coachkit.answers import KINDS
from coachkit.desk.author.fields import Kind, answer_fields, question_fields
from coachkit.desk.author.form import MAX_LETTERS, QuestionForm
from coachkit.errors import InputError
from coachkit.model import Question
from support.answer_specs import ALL_SPECS

PLAIN: dict[str, Any] = {"id": "a", "vraag": "Wat?", "vraag_u": "Wat?"}


RINGS = [{"titel": "Ik", "uitleg": "a: b"}, {"titel": "Jij"}]


def without_id(data: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if key != "id"}


@pytest.mark.parametrize(("kind", "spec"), ALL_SPECS)
def test_what_was_not_touched_stays(kind: str, spec: dict[str, object]) -> None:
    data = {**PLAIN, "antwoord": {"soort": kind, **spec}, "vraag": "Wat?\n", "alleen_op_naam": True}
    form = QuestionForm(data)
    assert form.data({}) == without_id(data)
    assert not form.changed


@pytest.mark.parametrize(("kind", "spec"), ALL_SPECS)
def test_an_answer_that_is_written_again_is_the_same(kind: str, spec: dict[str, object]) -> None:
    shown = QuestionForm({**PLAIN, "antwoord": {"soort": kind, **spec}})
    form = QuestionForm(PLAIN)
    for name, words in shown.written.items():
        form.write(name, words)
    expected = {"soort": kind, **spec}
    assert form.data({}).get("antwoord", {"soort": "open"}) == expected
    question = {**PLAIN, "categorie": "pijn", "antwoord": form.data({}).get("antwoord", {})}
    assert Question.model_validate(question).answer.soort == kind


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_fields_for_all_its_keys(kind: str) -> None:
    keys = {info.alias or name for name, info in KINDS[kind].model_fields.items()}
    assert {"soort", *(field.key for field in answer_fields(kind))} == keys
    named = {field.name for field in answer_fields(kind)}
    assert all(field.formal in named for field in answer_fields(kind) if field.formal)


def test_usual_values_are_told() -> None:
    usual = {field.name: field.usual for field in (*question_fields(), *answer_fields("cirkels"))}
    assert usual["minutes"] == str(Question.model_fields["minutes"].default)
    assert usual["answer.rings"].startswith("Van mij: wat ik zeg en doe\n")
    assert {f.name: f.usual for f in answer_fields("keuze")}["answer.other"] == "ja"


@pytest.mark.parametrize(
    ("name", "words", "key", "value"),
    [
        ("phases", "actie, terugval;volhouden", "fasen", ["actie", "terugval", "volhouden"]),
        ("labels", " ,\n ", "labels", None),
        ("minutes", " 5 ", "minuten", 5),
        ("minutes", "vijf", "minuten", "vijf"),
        ("help", "  Ja.  ", "hulp", "Ja."),
        ("allowed", "gesloten: kiezen: mag", "mag", {"gesloten": "kiezen: mag"}),
        ("category", "", "categorie", None),
    ],
)
def test_words_become_what_yaml_holds(name: str, words: str, key: str, value: object) -> None:
    form = QuestionForm(PLAIN)
    form.write(name, words)
    assert form.data({}).get(key) == value or (value is None and form.data({}).get(key) == [])


@pytest.mark.parametrize(
    ("kind", "name", "words", "key", "value"),
    [
        ("tabel", "rows", "3", "rijen", 3),
        ("tabel", "rows", "Nu\n\nLater", "rijen", ["Nu", "Later"]),
        ("keuze", "options", "Een, twee\nDrie", "opties", ["Een, twee", "Drie"]),
        ("keuze", "other", "Nee", "anders", False),
        ("cirkels", "rings", "Ik: a: b\nJij", "ringen", RINGS),
    ],
)
def test_words_of_an_answer_too(kind: str, name: str, words: str, key: str, value: object) -> None:
    form = QuestionForm(PLAIN)
    form.write("answer", kind)
    form.write(f"answer.{name}", words)
    assert form.data({})["antwoord"] == {"soort": kind, key: value}


def test_keys_come_in_the_order_of_the_bank() -> None:
    form = QuestionForm({**PLAIN, "minuten": 3, "labels": ["x"]})
    for name in ("source", "help", "phases", "answer"):
        form.write(name, {"answer": "balans", "phases": "actie"}.get(name, "x"))
    assert list(form.data({})) == [
        *("vraag", "vraag_u", "fasen", "antwoord", "hulp", "minuten", "bron", "labels")
    ]


def test_another_kind_of_answer_keeps_what_both_have() -> None:
    form = QuestionForm({**PLAIN, "antwoord": {"soort": "keuze", "opties": ["a", "b"]}})
    form.write("answer", "aankruisen")
    assert form.data({})["antwoord"] == {"soort": "aankruisen", "opties": ["a", "b"]}
    form.write("answer", "open")
    assert form.data({})["antwoord"] == {"soort": "open"}
    form.write("answer", "keuze")
    assert not form.changed


def test_the_category_of_the_set_is_not_said_again() -> None:
    form = QuestionForm(PLAIN)
    form.write("category", "pijn")
    assert "categorie" not in form.data({"categorie": "pijn"})
    assert form.data({"categorie": "grenzen"})["categorie"] == "pijn"
    said = QuestionForm({**PLAIN, "categorie": "pijn"})
    assert said.data({"categorie": "pijn"})["categorie"] == "pijn"


def test_lines_end_alike_and_half_letters_get_a_stand_in() -> None:
    form = QuestionForm()
    form.write("text", "a\r\nb\rc \ud83d")
    assert form.written["text"] == "a\nb\nc ■"


@pytest.mark.parametrize(
    ("name", "words", "message"),
    [
        ("tekst", "x", "geen veld 'tekst'"),
        ("text", "x" * 10_000_000, "meer dan 20.000 tekens"),
    ],
)
def test_what_is_refused_changes_nothing(name: str, words: str, message: str) -> None:
    form = QuestionForm(PLAIN)
    with pytest.raises(InputError, match=message):
        form.write(name, words)
    assert form.data({}) == without_id(PLAIN)
    form.write("text", "x" * MAX_LETTERS)


def test_a_text_with_you_in_it_wants_a_companion() -> None:
    form = QuestionForm(PLAIN)
    form.write("help", "Neem je tijd.")
    form.write("follow_up", "Wie nog meer?")
    form.write("answer", "ladder")
    form.write("answer.rungs", "Je wens\nVandaag")
    assert form.wants_formal() == ("help", "answer.rungs")
    form.write("text_formal", " ")
    assert form.wants_formal() == ("text", "help", "answer.rungs")


def test_kinds_of_fields_are_told_to_a_view() -> None:
    kinds = {field.name: field.kind for kind in KINDS for field in answer_fields(kind)}
    assert kinds["answer.options"] is Kind.LINES
    assert kinds["answer.rows"] is Kind.ROWS
    assert kinds["answer.days"] is Kind.NUMBER

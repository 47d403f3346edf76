"""Answers by question, each of its type."""

from __future__ import annotations

import pytest

from coachkit.answers.open import Open
from coachkit.answers.scale import Scale
from coachkit.model.form import FormQuestion, WorksheetForm
from coachkit.model.homework import answers_of

FORM = WorksheetForm(
    worksheet="sanne-000000",
    title="Blad",
    questions=(
        FormQuestion(field="v1", id="a", text="Wat?", answer=Open()),
        FormQuestion(field="v2", id="b", text="Hoe?", answer=Scale(low="laag", high="hoog")),
    ),
)


def test_values_are_found_by_question() -> None:
    answers = answers_of(FORM, {"v1": "Rust", "v2": "0"}, ("let op",), "a.pdf")
    assert (answers["a"], answers["b"]) == ("Rust", 0)
    assert (answers.notes, answers.source) == (("let op",), "a.pdf")
    with pytest.raises(KeyError):
        answers["c"]


def test_nought_is_an_answer_and_white_space_is_none() -> None:
    assert answers_of(FORM, {"v1": " \n", "v2": ""}).is_empty
    assert [each.is_empty for each in answers_of(FORM, {"v2": "0"}).questions] == [True, False]


@pytest.mark.parametrize("figure", ["11", "-1", "07", "7.0", "٧", "zeven"])
def test_what_is_not_on_the_scale_is_marked(figure: str) -> None:
    scale = answers_of(FORM, {"v2": figure}).questions[1]
    assert scale.value is None
    assert scale.remarks == (f"'{figure}' is geen cijfer van 0 tot 10",)

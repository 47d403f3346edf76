"""The form that travels with a worksheet, and its seal."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pydantic import ValidationError

from coachkit.answers.open import Open
from coachkit.errors import HomeworkError
from coachkit.model.form import FormQuestion, WorksheetForm, open_form, seal_form


def _question(number: int = 1, id_: str = "a") -> FormQuestion:
    return FormQuestion(field=f"v{number}", id=id_, text="Wat is “één”?", answer=Open())


FORM = WorksheetForm(worksheet="sanne-000000", title="Blad", questions=(_question(),))


def test_a_sealed_form_opens_as_it_was() -> None:
    sealed = seal_form(FORM)
    assert sealed.isascii()
    assert open_form(json.loads(sealed)) == FORM
    assert seal_form(open_form(json.loads(sealed))) == sealed


@pytest.mark.parametrize("data", [None, [], 7, "x", {}, {"soort": "iets"}, {"soort": ["a"]}])
def test_other_data_is_no_form(data: object) -> None:
    with pytest.raises(HomeworkError, match="geen werkblad"):
        open_form(data)


@pytest.mark.parametrize("version", [None, 0, 2, 1.0, True, "1", [1]])
def test_another_version_is_told(version: object) -> None:
    with pytest.raises(HomeworkError, match="andere versie"):
        open_form({**json.loads(seal_form(FORM)), "schema": version})


@pytest.mark.parametrize(
    "change", [{"titel": "Anders"}, {"extra": 1}, {"controle": ""}, {"controle": None}]
)
def test_a_changed_form_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(HomeworkError, match="veranderd"):
        open_form({**json.loads(seal_form(FORM)), **change})


def test_a_form_without_bottom_is_refused() -> None:
    deep: list[Any] = []
    for _ in range(100_000):
        deep = [deep]
    with pytest.raises(HomeworkError, match="kloppen niet"):
        open_form({**json.loads(seal_form(FORM)), "titel": deep})


def test_two_questions_have_two_names() -> None:
    for twin in (_question(1, "b"), _question(2, "a")):
        with pytest.raises(ValidationError, match="dezelfde naam"):
            WorksheetForm(worksheet="sanne-000000", title="Blad", questions=(_question(), twin))

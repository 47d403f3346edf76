"""A recipe: the plan of one kind of worksheet."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from coachkit.model import Recipe, Section
from coachkit.vocabulary import Audience, Form, Moment, RecipeKind

WRITTEN: dict[str, Any] = {
    "id": "eerste-stap",
    "titel": "Mijn eerste stap",
    "minuten": 20,
    "onderdelen": [{"categorie": "verlangen", "aantal": 2}, {"vraag": "stap-ladder"}],
}


def recipe(**more: object) -> Recipe:
    return Recipe.model_validate({**WRITTEN, **more})


def test_a_recipe_needs_little() -> None:
    found = recipe()
    assert (found.audience, found.kind) == (Audience.CLIENT, RecipeKind.WORKSHEET)
    assert [section.count for section in found.sections] == [2, 1]


def test_a_recipe_speaks_in_the_form_that_is_asked() -> None:
    found = recipe(
        titel="Je stap",
        titel_u="Uw stap",
        inleiding="Dag {{ naam }}",
        slot="Leg het bij je bed.",
        slot_u="Leg het bij uw bed.",
    ).in_form(Form.FORMAL)
    assert (found.title, found.intro, found.closing) == (
        "Uw stap",
        "Dag {{ naam }}",
        "Leg het bij uw bed.",
    )


def test_the_slots_of_a_recipe_tell_which_text_has_them() -> None:
    found = recipe(
        titel="Voor {{ naam }}",
        inleiding="Om {{ doel.te }}",
        slot="Groet, {{ coach }}",
        onderdelen=[{"kop": "Over {{ doel.nominaal }}", "categorie": "pijn"}],
        herinneringen=[{"na_dagen": 1, "tekst": "Hoe ging {{ vorige.stap }}?"}],
    )
    assert found.slots == {
        "naam": "titel",
        "doel.te": "inleiding",
        "coach": "slot",
        "doel.nominaal": "kop",
        "vorige.stap": "herinneringen",
    }
    assert recipe().slots == {}


def test_a_single_word_serves_where_a_list_may_stand() -> None:
    section = Section.model_validate({"labels": "last", "soort": "open", "diepte": "licht"})
    assert section.labels == ("last",)
    assert section.kinds == ("open",)
    assert section.depths == ("licht",)


def test_a_section_may_wait_for_tomorrow() -> None:
    section = Section.model_validate({"categorie": "verlangen", "moment": "morgen"})
    assert section.moment is Moment.TOMORROW


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({}, "dit onderdeel kiest niets"),
        ({"kop": "Rust"}, "dit onderdeel kiest niets"),
        ({"vraag": "x", "categorie": "pijn"}, "'vraag' en 'categorie' gaan niet samen"),
        ({"vraag": "x", "labels": ["a"]}, "'vraag' en 'labels' gaan niet samen"),
        ({"vraag": "x", "soort": "open"}, "'vraag' en 'soort' gaan niet samen"),
        ({"vraag": "x", "diepte": "diep"}, "'vraag' en 'diepte' gaan niet samen"),
        ({"vraag": "x", "aantal": 2}, "'vraag' en 'aantal' gaan niet samen"),
        ({"soort": "opne"}, "'opne' is geen soort antwoord; kies uit: open, schaal"),
        ({"categorie": "pijn", "aantal": 0}, "greater than or equal to 1"),
        ({"categorie": "pijn", "aantal": 21}, "less than or equal to 20"),
        ({"categorie": "pijn", "moment": "later"}, "Input should be"),
    ],
)
def test_what_is_wrong_in_a_section_is_refused(wrong: dict[str, object], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        Section.model_validate(wrong)


@pytest.mark.parametrize(
    "wrong",
    [
        {"onderdelen": []},
        {"onderdelen": [{"categorie": "pijn"}] * 41},
        {"rijen": ["S0"]},
        {"rijen": ["S27"]},
        {"minuten": 241},
        {"inleiding": "{{ nam }}"},
        {"herinneringen": [{"na_dagen": 0, "tekst": "x"}]},
        {"soort": "poster"},
        {"taal": "en"},
    ],
)
def test_what_is_wrong_in_a_recipe_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        recipe(**wrong)


def test_rows_of_the_method_are_taken() -> None:
    assert recipe(rijen=["S1", "S19", "S26"]).rows == ("S1", "S19", "S26")

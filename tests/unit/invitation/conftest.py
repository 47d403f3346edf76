"""Facts of an invented training, to change one at a time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from coachkit.bank.load import load_files
from coachkit.invitation.facts import Facts
from coachkit.model import TextRecipe
from coachkit.resources import data_folder

TODAY = date(2027, 1, 10)
GIVEN: dict[str, Any] = {
    "training": "Eén ding per week",
    "voor_wie": "zelfstandigen",
    "aanspreekvorm": "je",
    "last": "Zondag weet je wat je gaat doen. Vrijdag is de bladzijde nog leeg.",
    "wens": "Stel dat één ding echt af komt.",
    "na_afloop": ["één ding kiezen", "een plan maken"],
    "dagen": ["2027-03-02"],
    "tijd": "19.30-21.00 uur",
    "plaats": "online",
    "prijs": "160 euro met btw",
    "aanmelden": "info@eending.example",
}

MakeFacts = Callable[..., Facts]


@pytest.fixture(scope="session")
def today() -> date:
    return TODAY


@pytest.fixture(scope="session")
def make_facts() -> MakeFacts:
    """Make facts; keywords change them, ``None`` leaves one out."""

    def make(**changes: object) -> Facts:
        given = {key: value for key, value in {**GIVEN, **changes}.items() if value is not None}
        return Facts.model_validate(given, by_alias=True, by_name=False)

    return make


@pytest.fixture(scope="session")
def recipe() -> TextRecipe:
    """The text recipe that ships."""
    path = data_folder("vraagbank") / "teksten" / "uitnodiging.yaml"
    bank = load_files([path])
    assert not bank.problems
    return bank.text_recipe("uitnodiging")

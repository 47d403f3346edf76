"""A bank, a practice and a prepared session of an invented client."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from coachkit.bank.bank import Bank
from coachkit.bank.load import load_bank
from coachkit.desk.preparation import Preparation
from coachkit.practice import Practice, Settings

DAY = date(2026, 11, 28)


@pytest.fixture(scope="session")
def bank() -> Bank:
    return load_bank()


@pytest.fixture
def practice(tmp_path: Path) -> Practice:
    return Practice(Settings(name="De Linde", coach="Noor"), tmp_path)


@pytest.fixture
def desk(bank: Bank, practice: Practice) -> Preparation:
    """An empty desk."""
    return Preparation(bank, practice, day=DAY)


@pytest.fixture
def prepared(desk: Preparation) -> Preparation:
    """A desk with a client and the questions of a recipe."""
    for key, value in {
        "naam": "Sanne",
        "doel": "meer bewegen",
        "fase": "beslissing",
        "situatie": "doel-te-groot",
    }.items():
        desk.tell(key, value)
    desk.choose("eerste-stap")
    return desk

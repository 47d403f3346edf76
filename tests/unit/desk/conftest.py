"""A bank, a practice, a prepared session, and homework of invented clients."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from coachkit.bank.bank import Bank
from coachkit.bank.load import load_bank
from coachkit.desk.preparation import Preparation
from coachkit.export.form import build_form
from coachkit.homework.saved import saved_answers
from coachkit.model import Block, Worksheet
from coachkit.practice import Practice, Settings

DAY = date(2026, 11, 28)
PLAN = {"soort": "als-dan"}

Sheet = Callable[..., Worksheet]
Saved = Callable[..., bytes]


@pytest.fixture
def day() -> date:
    return DAY


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


@pytest.fixture
def sheet(sheet_with: Callable[..., Worksheet], question: Callable[..., Block]) -> Sheet:
    """Make a sheet with an open question, one to choose, one to tick, and a plan."""

    def make(name: str = "Sanne", **fields: object) -> Worksheet:
        blocks = (
            question("open", "Wat telt?"),
            question("kies", "Wat past?", soort="keuze", opties=["rust", "geld"]),
            question("kruis", "Wat helpt?", soort="aankruisen", opties=["slaap", "zon"]),
            question("cijfer", "Hoe veel?", soort="levenswiel", gebieden=["werk", "thuis", "geld"]),
            question("plan", "Wat doe je?", **PLAN),
        )
        id_ = f"{name.strip().lower()}-proef-000000"
        return sheet_with(*blocks, **{"name": name, "id": id_, **fields})

    return make


@pytest.fixture
def saved(sheet: Sheet) -> Saved:
    """Save homework as a web page does; keywords are what stands in its fields."""

    def save(name: str = "Sanne", day: date | None = DAY, mark: str = "", **filled: str) -> bytes:
        made = sheet(name, day=day, mark=mark)
        return saved_answers(build_form(made, "invullen"), filled)

    return save

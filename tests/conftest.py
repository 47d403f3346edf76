"""What many tests share: a small bank of invented questions, and a brief of an invented client."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from coachkit.bank.bank import Bank
from coachkit.bank.load import load_files
from coachkit.model import Brief

DATA = Path(__file__).parent / "data"


@pytest.fixture(scope="session")
def small_bank() -> Bank:
    """A bank with one question of each answer kind, and some recipes; see tests/data/bank."""
    bank = load_files(sorted((DATA / "bank").rglob("*.yaml")))
    assert not bank.problems
    return bank


@pytest.fixture
def brief() -> Brief:
    """The brief of a client who does not exist."""
    return Brief(
        name="Sanne",
        goal="meer bewegen",
        goal_te="meer te bewegen",
        goal_nominal="meer bewegen",
        situation="doel-te-groot",
        phase="beslissing",
        day=date(2026, 11, 22),
    )

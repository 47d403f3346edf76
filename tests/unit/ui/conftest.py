"""What tests of screens share: a bank, a practice, a sheet, and what the browser sends."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from coachkit.export.form import build_form
from coachkit.homework.saved import saved_answers
from coachkit.model import Block, Worksheet
from coachkit.practice import Practice, Settings

DAY = date(2026, 11, 28)

Sheet = Callable[..., Worksheet]
Saved = Callable[..., bytes]


@pytest.fixture
def day() -> date:
    return DAY


@pytest.fixture
def practice(tmp_path: Path) -> Practice:
    return Practice(Settings(name="De Linde", coach="Noor"), tmp_path)


@pytest.fixture
def sheet(sheet_with: Callable[..., Worksheet], question: Callable[..., Block]) -> Sheet:
    """Make a sheet with an open question, one to choose, some to tick, figures, and a plan."""

    def make(name: str = "Sanne", **fields: object) -> Worksheet:
        blocks = (
            question("open", "Wat telt?"),
            question("kies", "Wat past?", soort="keuze", opties=["rust", "geld"]),
            question("kruis", "Wat helpt?", soort="aankruisen", opties=["slaap", "zon"]),
            question("cijfer", "Hoe veel?", soort="levenswiel", gebieden=["werk", "thuis", "geld"]),
            question("plan", "Wat doe je?", soort="als-dan"),
            question("zwaar", "Hoe zwaar?", soort="schaal", laag="licht", hoog="zwaar"),
        )
        id_ = f"{name.strip().lower() or 'niemand'}-proef-000000"
        return sheet_with(*blocks, **{"name": name, "id": id_, **fields})

    return make


@pytest.fixture
def saved(sheet: Sheet) -> Saved:
    """Save homework as a web page does; keywords are what stands in its fields."""

    def save(name: str = "Sanne", day: date | None = DAY, **filled: str | bool) -> bytes:
        return saved_answers(build_form(sheet(name, day=day), "invullen"), filled)

    return save

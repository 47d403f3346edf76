from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from coachkit.invitation.facts import Facts, read_facts
from coachkit.invitation.starter import facts_sheet
from coachkit.invitation.text import write_invitation
from coachkit.model import TextRecipe
from coachkit.model.text_recipe import Length


@pytest.mark.parametrize("today", [date(2026, 11, 27), date(2031, 2, 28), date(2096, 2, 29)])
def test_the_sheet_gives_a_good_text_as_it_is_in_any_year(
    tmp_path: Path, recipe: TextRecipe, today: date
) -> None:
    path = tmp_path / "feiten.yaml"
    path.write_bytes(facts_sheet(today))
    facts, document = read_facts(path)
    assert write_invitation(facts, recipe, today, document).remarks == ()


def test_with_all_its_lines_in_use_it_gives_a_long_text(
    tmp_path: Path, recipe: TextRecipe, today: date
) -> None:
    lines = facts_sheet(today).decode().replace("lengte: kort", "lengte: lang").splitlines()
    keys = tuple(f"# {info.alias or name}: " for name, info in Facts.model_fields.items())
    path = tmp_path / "feiten.yaml"
    used = [line.removeprefix("# ") if line.startswith(keys) else line for line in lines]
    path.write_text("\n".join(used), "utf-8")
    facts, document = read_facts(path)
    assert facts.length == Length.LONG
    assert None not in facts.model_dump().values()
    assert write_invitation(facts, recipe, today, document).remarks == ()


@pytest.mark.parametrize("key", [i.alias or n for n, i in Facts.model_fields.items()])
def test_every_fact_is_on_the_sheet(today: date, key: str) -> None:
    lines = facts_sheet(today).decode().splitlines()
    assert [line for line in lines if line.removeprefix("# ").startswith(f"{key}:")]

"""A sheet with example facts, for a trainer to fill in."""

from __future__ import annotations

from datetime import date, timedelta

from coachkit.resources import data_folder
from coachkit.slots import fill

_WEEKS = {"vandaag": 0, "sluitdag": 7, "dag1": 8, "dag2": 10}


def facts_sheet(today: date) -> bytes:
    """Return the sheet, with example days in the weeks to come, as UTF-8."""
    template = (data_folder("templates") / "feiten.yaml").read_text(encoding="utf-8")
    days = {name: str(today + timedelta(weeks=weeks)) for name, weeks in _WEEKS.items()}
    return fill(template, days).encode()

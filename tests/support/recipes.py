"""The shipped recipes, and a sheet of each for an invented client."""

from __future__ import annotations

from datetime import date
from functools import cache

from coachkit.bank.bank import Bank
from coachkit.bank.load import load_bank
from coachkit.model import Brief, Worksheet
from coachkit.resources import data_folder
from coachkit.vocabulary import Form
from coachkit.worksheet.compose import make_worksheet

RECIPES = sorted(path.stem for path in (data_folder("vraagbank") / "werkvormen").glob("*.yaml"))


@cache
def shipped_bank() -> Bank:
    """Return the shipped question bank, read once."""
    return load_bank()


def sheet_of(recipe: str, form: Form = Form.INFORMAL) -> Worksheet:
    """Return a sheet of a shipped recipe, in the first phase that it is for."""
    brief = Brief(
        name="Sanne",
        goal="meer bewegen",
        previous_step="elke dag een rondje lopen",
        coach="Noor",
        form=form,
        phase=next(iter(shipped_bank().recipes[recipe].phases), None),
        day=date(2026, 11, 22),
    )
    return make_worksheet(shipped_bank(), brief, recipe, seed=1)

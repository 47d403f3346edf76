"""What is wrong with the facts of a training that are there, while others still are not."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from functools import lru_cache

from coachkit.desk.invitation_fields import FIELDS, facts_data, field_of
from coachkit.errors import InputError, Problem
from coachkit.invitation.facts import facts_in
from coachkit.invitation.starter import facts_sheet
from coachkit.invitation.text import write_invitation
from coachkit.model import TextRecipe
from coachkit.yamlfile import parse_yaml

_DAYS, _WITH_DAYS = "dagen", "aanmelden_tot"
_FREE = {"nog_vrij", "geteld_op"}
"""They are one fact together."""


def wrong_ahead(
    fields: Mapping[str, str], but: Collection[str], recipe: TextRecipe, day: date
) -> list[Problem]:
    """Return what no text may say; for a fact that is not there, or wrong, an example stands in.

    Args:
        fields: what was typed, by key.
        but: the keys of fields of which it is told already that they are wrong.
        recipe: the text recipe.
        day: the date of today.

    """
    given = {key: value for key, value in facts_data(fields).items() if key not in but}
    if _DAYS not in given:  # a day of an example says nothing of another
        given.pop(_WITH_DAYS, None)
    if not _FREE.isdisjoint(but):
        given.pop("nog_vrij", None)
    try:
        write_invitation(facts_in({**_examples(day), **given}, day), recipe, day)
    except InputError as error:
        return [problem for problem in error.problems if field_of(problem) in fields.keys() - but]
    return []


@lru_cache(maxsize=1)  # it is asked for at each key
def _examples(day: date) -> dict[str, object]:
    """Return an example of each fact that a text needs."""
    sheet = parse_yaml(facts_sheet(day), "").data
    assert isinstance(sheet, dict)  # noqa: S101  # for mypy
    return {each.key: sheet[each.key] for each in FIELDS if each.is_needed}

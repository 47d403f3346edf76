"""The facts of a training as fields on the screen."""

from __future__ import annotations

from typing import Any

from coachkit.desk.invitation import Invitation
from coachkit.desk.invitation_fields import FIELDS, FactField
from coachkit.ui.parts import Data

_OPTIONAL = ("aanmelden_tot", "plaatsen", "nog_vrij", "geteld_op", "waarom_nu", "waarom_nu_bron")
_LONG = ("aanpak", "trainer", "iets_vragen", "kop")
_AREAS = {"text": 3, "lines": 4, "days": 2}
CHOICES = {
    "aanspreekvorm": [("je", "je"), ("u", "u")],
    "lengte": [("kort", "kort, hoogstens 110 woorden"), ("lang", "lang, 150 tot 220 woorden")],
}
_HELP = {
    "lines": "Zet elk ding op een eigen regel.",
    "days": "Bijvoorbeeld: 15 januari 2030. Of meer: 15 en 29 januari 2030, 3 t/m 5 juni 2030.",
    "day": "Bijvoorbeeld: 15 januari 2030.",
}


def fact_fields(desk: Invitation) -> list[Data]:
    """Return the facts as fields of a form; what is optional is folded away."""
    recipes = [(recipe.id, recipe.title) for recipe in desk.bank.texts.values()]
    choice: Data = {"key": "werkvorm", "label": "Soort tekst", "kind": "select", "options": recipes}
    known = {each.key: _field(each) for each in FIELDS}
    rest = [field for key, field in known.items() if key not in (*_OPTIONAL, *_LONG)]
    return [
        *([choice] if len(recipes) > 1 else []),
        *rest,
        {
            "label": "Aanmelden, plaatsen en waarom nu",
            "fields": [known[key] for key in _OPTIONAL],
        },
        {"label": "Voor een lange tekst, en een kop", "fields": [known[key] for key in _LONG]},
    ]


def _field(field: FactField) -> Data:
    help_ = " ".join(filter(None, (field.question, _HELP.get(field.kind, ""))))
    found: dict[str, Any] = {"key": field.key, "label": field.label, "help": help_}
    if field.kind == "choice":
        return {**found, "kind": "radio", "options": CHOICES[field.key]}
    if field.kind in _AREAS:
        example = "" if field.kind == "days" else field.example
        return {
            **found,
            "kind": "area",
            "rows": _AREAS[field.kind],
            "wide": True,
            "placeholder": example,
        }
    example = "" if field.kind == "day" else field.example
    return {
        **found,
        "placeholder": example,
        **({"kind": "number"} if field.kind == "number" else {}),
    }

"""``coachkit goal``: how a client's goal stands in a sentence."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from coachkit.cli.options import print_json, tell
from coachkit.language.goal import GoalForms, goal_forms
from coachkit.vocabulary import Form


def goal(
    words: Annotated[str, typer.Argument(metavar="DOEL", help="Het doel, in eigen woorden.")],
    form: Annotated[
        Form, typer.Option("--form", help="Hoe je je cliënt aanspreekt.")
    ] = Form.INFORMAL,
    as_json: Annotated[bool, typer.Option("--json", help="Geef de vormen als JSON.")] = False,
) -> None:
    """Laat zien hoe een doel in een zin past.

    Voorbeeld: coachkit goal "mijn huis opruimen"
    """
    found = goal_forms(words, form)
    if as_json:
        print_json(asdict(found))
    elif found.status == "auto":
        typer.echo(_as_sentence(found, form))
    else:
        typer.echo(f"doel: {found.quoted}")
        tell(_what_to_fill_in(found))


def _as_sentence(found: GoalForms, form: Form) -> str:
    return (
        f'Klopt dit: "Wat helpt {form} om {found.te}?"\n'
        f"doel_te: {found.te}\n"
        f"doel_nominaal: {found.nominal}\n"
        "Klopt het niet? Zet deze twee regels dan zelf in de briefing."
    )


def _what_to_fill_in(found: GoalForms) -> str:
    return (
        f"Dit doel past niet vanzelf in een zin: {found.why}.\n"
        "Op het blad staat het tussen aanhalingstekens. Zet voor een vloeiende zin zelf in de "
        "briefing:\n"
        "  doel_te: wat past achter 'Wat helpt je om ...', zoals 'je huis op te ruimen'\n"
        "  doel_nominaal: wat past achter 'Je wilt ...', zoals 'je huis opruimen'"
    )

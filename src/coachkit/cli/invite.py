"""``coachkit invite``: an invitation to a training, from its facts."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from coachkit.bank.load import load_bank
from coachkit.cli.options import PracticeOption, tell, write_results
from coachkit.errors import FileError
from coachkit.invitation.facts import read_facts
from coachkit.invitation.starter import facts_sheet
from coachkit.invitation.text import write_invitation
from coachkit.model import TextRecipe
from coachkit.practice import find_practice


class TextFormat(StrEnum):
    """How a text is set."""

    MARKDOWN = "md"
    PLAIN = "txt"


FactsArgument = Annotated[
    Path, typer.Argument(metavar="FEITEN.yaml", help="De feiten van de training.")
]
NewOption = Annotated[
    bool, typer.Option("--new", help="Schrijf eerst een feitenblad met voorbeelden.")
]
FormatOption = Annotated[
    TextFormat | None,
    typer.Option(
        "--format", help="md (Markdown) of txt (voor een mail); anders naar de naam bij --out."
    ),
]
OutOption = Annotated[
    Path | None, typer.Option("--out", help="Bestand voor de tekst; anders op het scherm.")
]
TodayOption = Annotated[
    datetime | None,
    typer.Option("--date", formats=["%Y-%m-%d"], help="De dag van vandaag (voor de datums)."),
]


def invite(
    facts_file: FactsArgument,
    new: NewOption = False,
    recipe: Annotated[str, typer.Option("--recipe", help="Tekstwerkvorm.")] = "uitnodiging",
    format_: FormatOption = None,
    out: OutOption = None,
    day: TodayOption = None,
    force: Annotated[bool, typer.Option("--force", help="Overschrijf wat er al is.")] = False,
    practice_folder: PracticeOption = None,
) -> None:
    """Schrijf een eerlijke uitnodiging voor een training, van feiten die jij geeft.

    Voorbeeld: coachkit invite feiten.yaml --new, en daarna: coachkit invite feiten.yaml
    """
    today = day.date() if day else date.today()
    if new:
        _begin(facts_file, today, force=force)
        return
    if out and out.resolve() == facts_file.resolve():
        raise FileError(f"{out} is het feitenblad zelf; kies een andere naam bij --out")
    facts, document = read_facts(facts_file, today)
    invitation = write_invitation(facts, _text_recipe(recipe, practice_folder), today, document)
    plain = (format_ or _format_of(out)) is TextFormat.PLAIN
    text = invitation.plain if plain else invitation.markdown
    if out:
        write_results({out: text.encode()}, force=force)
    else:
        typer.echo(text, nl=False)
    for problem in invitation.remarks:
        tell(f"Kijk nog eens: {problem}")
    tell(f"{invitation.words} woorden. Lees de tekst hardop na voor je hem verstuurt.")


def _begin(facts_file: Path, today: date, *, force: bool) -> None:
    write_results({facts_file: facts_sheet(today)}, force=force)
    tell("Alles op dit blad is een voorbeeld, ook 'dagen': zet er je eigen feiten neer.")
    tell(f"Daarna: coachkit invite {facts_file}")


def _text_recipe(id_: str, practice_folder: Path | None) -> TextRecipe:
    bank = load_bank(find_practice(practice_folder), lenient=True)
    for problem in bank.problems:
        tell(f"Let op: {problem}")
    return bank.text_recipe(id_)


def _format_of(out: Path | None) -> TextFormat:
    return TextFormat.PLAIN if out and out.suffix.lower() == ".txt" else TextFormat.MARKDOWN

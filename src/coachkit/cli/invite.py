"""``coachkit invite``: an invitation to a training, from its facts."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from coachkit.bank.load import load_bank
from coachkit.cli.options import PracticeOption, tell
from coachkit.errors import FileError
from coachkit.files import write_files
from coachkit.invitation.facts import read_facts
from coachkit.invitation.starter import facts_sheet
from coachkit.invitation.text import write_invitation
from coachkit.practice import find_practice


class TextFormat(StrEnum):
    """How a text is set."""

    MARKDOWN = "md"
    PLAIN = "txt"


def invite(
    facts_file: Annotated[
        Path, typer.Argument(metavar="FEITEN.yaml", help="De feiten van de training.")
    ],
    new: Annotated[
        bool, typer.Option("--new", help="Schrijf eerst een feitenblad met voorbeelden.")
    ] = False,
    recipe: Annotated[str, typer.Option("--recipe", help="Tekstwerkvorm.")] = "uitnodiging",
    format_: Annotated[
        TextFormat | None,
        typer.Option(
            "--format", help="md (Markdown) of txt (voor een mail); anders naar de naam bij --out."
        ),
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", help="Bestand voor de tekst; anders op het scherm.")
    ] = None,
    day: Annotated[
        datetime | None,
        typer.Option("--date", formats=["%Y-%m-%d"], help="De dag van vandaag (voor de datums)."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Overschrijf wat er al is.")] = False,
    practice_folder: PracticeOption = None,
) -> None:
    """Schrijf een eerlijke uitnodiging voor een training, van feiten die jij geeft.

    Voorbeeld: coachkit invite feiten.yaml --new, en daarna: coachkit invite feiten.yaml
    """
    today = day.date() if day else date.today()
    if new:
        _write(facts_file, facts_sheet(today), force=force)
        tell("Alles op dit blad is een voorbeeld, ook 'dagen': zet er je eigen feiten neer.")
        tell(f"Daarna: coachkit invite {facts_file}")
        return
    if out and out.resolve() == facts_file.resolve():
        raise FileError(f"{out} is het feitenblad zelf; kies een andere naam bij --out")
    facts, document = read_facts(facts_file)
    bank = load_bank(find_practice(practice_folder), lenient=True)
    for problem in bank.problems:
        tell(f"Let op: {problem}")
    invitation = write_invitation(facts, bank.text_recipe(recipe), today, document)
    plain = (format_ or _format_of(out)) is TextFormat.PLAIN
    text = invitation.plain if plain else invitation.markdown
    if out:
        _write(out, text.encode(), force=force)
    else:
        typer.echo(text, nl=False)
    for problem in invitation.remarks:
        tell(f"Kijk nog eens: {problem}")
    tell(f"{invitation.words} woorden. Lees de tekst hardop na voor je hem verstuurt.")


def _format_of(out: Path | None) -> TextFormat:
    return TextFormat.PLAIN if out and out.suffix.lower() == ".txt" else TextFormat.MARKDOWN


def _write(path: Path, content: bytes, *, force: bool) -> None:
    if not force and path.is_file() and path.read_bytes() != content:
        raise FileError(f"{path} bestaat al; kies een andere naam, of overschrijf het met --force")
    for written in write_files(path.parent, {path.name: content}, force=force):
        typer.echo(str(written))

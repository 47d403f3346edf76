"""``coachkit bank formal``: propose the texts with *u* that are missing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from coachkit.bank.formal import Outcome, find_reviewed, propose, save
from coachkit.bank.load import yaml_files
from coachkit.cli.options import PracticeOption, tell
from coachkit.errors import FileError
from coachkit.practice import SETTINGS, find_practice


def formal(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[PAD]...", help="Bestanden of mappen; anders je eigen vraagbank."),
    ] = None,
    check: Annotated[
        bool,
        typer.Option("--check", help="Schrijf niets; uitgang 1 als er een u-tekst ontbreekt."),
    ] = False,
    reviewed: Annotated[
        bool,
        typer.Option(
            "--reviewed",
            help="Noteer als nagekeken: vragen zonder '# voorstel' of '# BESLIS' erbij.",
        ),
    ] = False,
    practice_folder: PracticeOption = None,
) -> None:
    """Vul u-teksten in die ontbreken, als voorstel om na te kijken.

    Bij elk voorstel komt '# voorstel' te staan, of '# BESLIS:' met de reden als jij moet kiezen.
    Kijk de tekst na en haal het merkteken weg. Geef daarna dezelfde opdracht met --reviewed.

    Uitgang 0: in orde. 1: een bestand kon niet, of --check vond iets. 2: verkeerd gebruik.

    Voorbeeld: coachkit bank formal mijn-vragen.yaml
    """
    if check and reviewed:
        raise typer.BadParameter("--check en --reviewed gaan niet samen; kies een van beide")
    files = dict.fromkeys(_files(paths or [], practice_folder))
    outcomes = [(find_reviewed if reviewed else propose)(path) for path in files]
    for outcome in outcomes:
        _carry_out(outcome, write=not check)
    if reviewed:
        _tell_reviewed(outcomes)
    else:
        _tell_proposed(outcomes, check=check)
    missing = check and any(outcome.proposed for outcome in outcomes)
    wrong = any(outcome.problems or outcome.failed for outcome in outcomes)
    raise typer.Exit(1 if missing or wrong else 0)


def _carry_out(outcome: Outcome, *, write: bool) -> None:
    if write:
        _save(outcome)
    for problem in (*outcome.problems, *outcome.notes):
        tell(str(problem))


def _files(paths: list[Path], practice_folder: Path | None) -> Iterator[Path]:
    if not paths:
        folder = find_practice(practice_folder).bank_folder
        if folder is None:
            raise typer.BadParameter("er is geen eigen vraagbank; geef een bestand of een map")
        paths = [folder]
    for path in paths:
        if path.is_dir():
            yield from (file for file in yaml_files(path) if file.name != SETTINGS)
        elif path.exists():
            yield path
        else:
            raise typer.BadParameter(f"{path} is er niet; geef een bestand of een map")


def _save(outcome: Outcome) -> None:
    """Write one file; when that fails, tell so and go on with the others."""
    try:
        save(outcome)
    except FileError as error:
        tell(str(error))
        outcome.failed = True
        outcome.proposed, outcome.reviewed = [], []


def _tell_proposed(outcomes: list[Outcome], *, check: bool) -> None:
    found = [(outcome.path, item) for outcome in outcomes for item in outcome.proposed]
    for path, item in found:
        if item.why:
            typer.echo(f"{path}:{item.line}: {item.key}: beslis zelf: {item.why}")
        elif check:
            typer.echo(f"{path}:{item.line}: {item.key} ontbreekt")
    decide = sum(bool(item.why) for _, item in found)
    if not found:
        if not any(outcome.problems or outcome.failed for outcome in outcomes):
            tell("Er ontbreekt geen u-tekst.")
    elif check:
        noun = "u-tekst ontbreekt" if len(found) == 1 else "u-teksten ontbreken"
        tell(f"{len(found)} {noun}; vul in zonder --check.")
    else:
        sure = len(found) - decide
        noun = "u-tekst" if sure == 1 else "u-teksten"
        tell(f"{sure} {noun} ingevuld als voorstel, {decide} om zelf te beslissen.")
        files = " ".join(f'"{path}"' for path in dict.fromkeys(path for path, _ in found))
        tell("Kijk ze na en haal de merktekens weg. Daarna:")
        tell(f"coachkit bank formal --reviewed {files}")


def _tell_reviewed(outcomes: list[Outcome]) -> None:
    ids = [id_ for outcome in outcomes for id_ in outcome.reviewed]
    for id_ in ids:
        typer.echo(id_)
    noun = "vraag" if len(ids) == 1 else "vragen"
    tell(f"{len(ids)} {noun} genoteerd als nagekeken." if ids else "Er is niets te noteren.")

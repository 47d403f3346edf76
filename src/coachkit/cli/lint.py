"""``coachkit lint``: check question sets and recipes."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from coachkit.bank.lint import lint_paths
from coachkit.bank.load import bank_files
from coachkit.cli.options import PracticeOption, tell, working
from coachkit.errors import FileError, Problem
from coachkit.practice import find_practice


def lint(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[PAD]...", help="Bestanden of mappen; anders de hele vraagbank."),
    ] = None,
    format_: Annotated[
        str,
        typer.Option("--format", help="text, json of github (aantekeningen in een pull request)."),
    ] = "text",
    strict: Annotated[
        bool, typer.Option("--strict", help="Ook waarschuwingen geven uitgang 1.")
    ] = False,
    practice_folder: PracticeOption = None,
) -> None:
    """Controleer vragensets en werkvormen: alle problemen in een keer, met plaats en raad.

    Uitgang 0: in orde. 1: problemen. 2: verkeerd gebruik.

    Voorbeeld: coachkit lint mijn-vragen.yaml
    """
    if format_ not in _PRINTERS:
        raise typer.BadParameter(f"'{format_}' kan niet; kies uit {', '.join(_PRINTERS)}")
    known = list(bank_files(find_practice(practice_folder)))
    try:
        with working("De vragen worden nagekeken ..."):
            problems = lint_paths(paths or known, base=known)
    except FileError as error:
        raise typer.BadParameter(str(error)) from None
    _PRINTERS[format_](problems)
    levels = ("error", "warning") if strict else ("error",)
    raise typer.Exit(1 if any(problem.level in levels for problem in problems) else 0)


def _text(problems: list[Problem]) -> None:
    for problem in problems:
        typer.echo(f"{problem} [{problem.rule}]")
    count = len(problems)
    tell("Alles in orde." if not count else f"{count} problemen." if count > 1 else "1 probleem.")


def _json(problems: list[Problem]) -> None:
    typer.echo(json.dumps([asdict(problem) for problem in problems], ensure_ascii=False, indent=1))


def _github(problems: list[Problem]) -> None:
    for problem in problems:
        kind = "notice" if problem.level == "hint" else problem.level
        place = f"file={_property(problem.path)},line={problem.line},col={problem.column}"
        text = f"{problem.message}; {problem.cure}" if problem.cure else problem.message
        typer.echo(f"::{kind} {place},title={problem.rule}::{_data(text)}")


def _data(text: str) -> str:
    """Escape a message as GitHub's workflow commands ask."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


_PRINTERS = {"text": _text, "json": _json, "github": _github}

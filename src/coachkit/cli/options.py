"""Options that several commands share, and how they print."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from coachkit.errors import FileError
from coachkit.files import write_files
from coachkit.safetext import without_controls

PracticeOption = Annotated[
    Path | None,
    typer.Option(
        "--practice",
        help="Map van de praktijk (praktijk.yaml, vraagbank/); ook via COACHKIT_PRACTICE.",
        show_default=False,
    ),
]

DateOption = Annotated[
    datetime | None,
    typer.Option("--date", formats=["%Y-%m-%d"], help="Datum op het blad (anders vandaag)."),
]

PasswordOption = Annotated[
    bool,
    typer.Option(
        "--password",
        help="Met een wachtwoord op de pdf; coachkit vraagt erom, of leest COACHKIT_PASSWORD.",
    ),
]
PASSWORD_ENVIRONMENT = "COACHKIT_PASSWORD"  # noqa: S105  # where one is, not one


def new_password() -> str:
    """Return a password for a new file: from the environment, or asked for twice and not shown."""
    return os.environ.get(PASSWORD_ENVIRONMENT) or _asked(twice=True)


def known_password() -> str:
    """Return the password of files that are there: from the environment, or asked for."""
    return os.environ.get(PASSWORD_ENVIRONMENT) or _asked(twice=False)


def _asked(*, twice: bool) -> str:
    """Ask for a password; it is never an argument, which the history of a shell would keep."""
    if not sys.stdin.isatty():
        raise FileError(f"er is geen wachtwoord; zet het in {PASSWORD_ENVIRONMENT}")
    answer: str = typer.prompt("Wachtwoord voor de pdf", hide_input=True, err=True)
    if twice and typer.prompt("Nog een keer", hide_input=True, err=True) != answer:
        raise FileError("de twee wachtwoorden zijn niet gelijk; probeer het opnieuw")
    return answer


@contextmanager
def working(what: str) -> Iterator[None]:
    """Show on a terminal that work is going on; print nothing elsewhere."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console  # noqa: PLC0415  # only for a terminal

    with Console(stderr=True).status(what):
        yield


def tell(text: str) -> None:
    """Print what is no result on standard error; words of a stranger cannot command a terminal."""
    typer.echo(without_controls(text), err=True)


def tell_notes(notes: Iterable[str]) -> None:
    """Print what a coach should know."""
    for note in notes:
        tell(f"Let op: {note}.")


def print_json(data: object) -> None:
    """Print data as JSON, in ASCII: a console that lacks a letter cannot lose it."""
    typer.echo(json.dumps(data, indent=1))


def write_results(files: Mapping[Path, bytes], *, force: bool, quiet: bool = False) -> None:
    """Write files that someone named, none over something else unless asked; and tell which.

    With ``quiet`` nothing is told on standard output.

    Raises:
        FileError: a file is there and differs, is a folder, or cannot be written.

    """
    for path, data in files.items():
        if path.is_dir():
            raise FileError(f"{path} is een map; geef een bestand, of een andere naam")
        if not force and path.is_file() and path.read_bytes() != data:
            raise FileError(
                f"{path} bestaat al; kies een andere naam, of overschrijf het met --force"
            )
    for folder in dict.fromkeys(path.parent for path in files):
        here = {path.name: data for path, data in files.items() if path.parent == folder}
        for path in write_files(folder, here, force=force):
            (tell if quiet else typer.echo)(str(path))


def columns(rows: Sequence[tuple[str, ...]], heads: tuple[str, ...]) -> None:
    """Print rows: as a table on a terminal, with tabs and nothing else in a pipe."""
    if not sys.stdout.isatty():
        for row in rows:
            typer.echo("\t".join(" ".join(cell.split()) for cell in row))
        return
    from rich import box  # noqa: PLC0415  # only for a terminal
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    table = Table(*heads, box=box.SIMPLE)
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    Console().print(table)

"""Options that several commands share, and how they print."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

PracticeOption = Annotated[
    Path | None,
    typer.Option(
        "--practice",
        help="Map van de praktijk (praktijk.yaml, vraagbank/); ook via COACHKIT_PRACTICE.",
        show_default=False,
    ),
]


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
    """Print what is no result on standard error."""
    typer.echo(text, err=True)


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

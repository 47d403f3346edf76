"""The command ``coachkit``: its parts, and what happens to errors."""

from __future__ import annotations

import signal
import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typer.exceptions import TyperException

import coachkit
from coachkit.cli.arguments import spread
from coachkit.cli.later import CommandsLater
from coachkit.cli.options import tell
from coachkit.cli.usage import usage_words
from coachkit.errors import CoachkitError, cause

COMMANDS = {
    "demo": "sheets:demo",
    "make": "sheets:make",
    "read": "read:read",
    "lint": "lint:lint",
    "goal": "goal:goal",
    "invite": "invite:invite",
    "start": "start:start",
    "bank": "bank:app",
}


class _Commands(TyperGroup):
    def __init__(self, **more: Any) -> None:
        super().__init__(**more)
        self.commands = CommandsLater(COMMANDS)


app = typer.Typer(
    name="coachkit",
    cls=_Commands,
    help="Maakt van een bank met coachvragen persoonlijke werkbladen.\n\nBegin met: coachkit demo",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def _print_version(wanted: bool) -> None:  # typer calls it so
    if wanted:
        typer.echo(f"coachkit {coachkit.__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Toon de versie."),
    ] = False,
) -> None:
    """Maakt van een bank met coachvragen persoonlijke werkbladen."""


def main() -> None:
    """Run the command line; an error that coachkit knows is told in words and ends in exit 1."""
    _prepare()
    try:
        code = app(spread(sys.argv[1:]), standalone_mode=False) or 0
    except typer.Abort:
        code = _INTERRUPTED
    except TyperException as error:
        tell(usage_words(error))
        code = error.exit_code
    except CoachkitError as error:
        tell(str(error))
        code = 1
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        tell(f"{place}dit lukt niet ({cause(error)})")
        code = 1
    if code == _INTERRUPTED:
        tell("Gestopt.")
    raise SystemExit(code)


# What typer makes of Ctrl-C.
_INTERRUPTED = 128 + signal.SIGINT


def _stop(number: int, _frame: object) -> None:
    """Leave as on Ctrl-C when the system asks to, so that no half file stays behind."""
    raise SystemExit(128 + number)


def _prepare() -> None:
    """Let a console lose only letters that it lacks, and a request to stop leave no half file."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name) and signal.getsignal(getattr(signal, name)) != signal.SIG_IGN:
            signal.signal(getattr(signal, name), _stop)

"""``coachkit start``: the coach's app in the browser."""

from __future__ import annotations

import threading
import webbrowser
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from coachkit.app.address import address, listen, new_token, port_of
from coachkit.app.folder import open_place, practice_folder
from coachkit.cli.options import DateOption, tell, tell_notes

_OPEN = "Open dit adres in je browser. Stoppen: Ctrl+C in dit venster."
_OPENS = "Gaat je browser niet vanzelf open? Open dan dit adres. Stoppen: Ctrl+C in dit venster."

FolderArgument = Annotated[
    Path | None,
    typer.Argument(
        metavar="[MAP]",
        help="Je praktijkmap; coachkit maakt haar als ze er niet is (anders ~/coachkit).",
        show_default=False,
    ),
]


def start(
    folder: FolderArgument = None,
    lab: Annotated[bool, typer.Option("--lab", help="Open de werkboeken in JupyterLab.")] = False,
    no_browser: Annotated[
        bool, typer.Option("--no-browser", help="Open geen browser; toon alleen het adres.")
    ] = False,
    port: Annotated[
        int | None,
        typer.Option("--port", min=1, max=65535, help="Poort (anders een die vrij is)."),
    ] = None,
    day: DateOption = None,
    shortcut: Annotated[
        bool, typer.Option("--shortcut", help="Zet ook een snelkoppeling op je bureaublad.")
    ] = False,
) -> None:
    """Werk in de browser: werkbladen maken, antwoorden bekijken, vragen schrijven.

    Voorbeeld: coachkit start ~/praktijk
    """
    from coachkit.app import lab as jupyterlab  # noqa: PLC0415  # slow to import
    from coachkit.app import server  # noqa: PLC0415
    from coachkit.app.shortcut import make_shortcut  # noqa: PLC0415

    if lab:
        jupyterlab.check_installed()
    place = replace(open_place(practice_folder(folder)), day=day.date() if day else None)
    tell_notes(note for note in (*place.notes, place.not_kept) if note)
    if shortcut:
        tell(f"Op je bureaublad staat nu een snelkoppeling: {make_shortcut(place.folder)}")
    door, token = listen(port), new_token()
    url = address(port_of(door), token, jupyterlab.first_path(place) if lab else "/")
    with server.stopping():
        tell(_OPEN if no_browser else _OPENS)
        typer.echo(url)
        if not no_browser:
            threading.Thread(target=_open, args=(url,), daemon=True).start()
        (jupyterlab.serve if lab else server.serve)(place, door, token)
    tell("coachkit is gestopt.")


def _open(url: str) -> None:
    """Open the browser; where there is none the address on the screen will do."""
    with suppress(webbrowser.Error, OSError):
        webbrowser.open(url)

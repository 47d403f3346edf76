"""JupyterLab on the same folder, for who wants to see the notebooks themselves."""

from __future__ import annotations

import logging
import os
import socket
from importlib.util import find_spec

from coachkit.app.address import HOST, port_of
from coachkit.app.folder import FIRST, Place
from coachkit.app.server import silence, stopping
from coachkit.app.workbooks import WORKBOOKS
from coachkit.errors import FileError
from coachkit.nbconvert_import import skip_slow_grammar


def check_installed() -> None:
    """Raise where JupyterLab is not installed.

    Raises:
        FileError: it is not.

    """
    if find_spec("jupyterlab") is None:
        raise FileError(
            'JupyterLab staat er nog niet; installeer het met: pip install "coachkit[lab]"'
        )


def first_path(place: Place) -> str:
    """Return the path of the first notebook in JupyterLab's address."""
    inside = f"{WORKBOOKS}/" if place.own_workbooks else ""
    return f"/lab/tree/{inside}{FIRST}"


def serve(place: Place, door: socket.socket, token: str) -> None:
    """Run JupyterLab in this process, until Ctrl+C or the system says stop."""
    with silence(), stopping() as stop:
        skip_slow_grammar()
        from coachkit.app.lab_app import lab_server  # noqa: PLC0415  # heavy

        os.environ.update(place.environment())
        app = lab_server(arguments(place, port_of(door), token), door)
        stop.call = lambda: app.stop(from_signal=True)
        stop.listen()  # JupyterLab put its own in the place, which asks whether we are sure
        app.start()


def arguments(place: Place, port: int, token: str) -> list[str]:
    """Return the settings, which go before those of configuration files."""
    return [
        f"--ServerApp.ip={HOST}",
        f"--ServerApp.port={port}",
        f"--IdentityProvider.token={token}",
        f"--ServerApp.root_dir={place.folder if place.own_workbooks else place.workbooks}",
        "--ServerApp.open_browser=False",
        "--ServerApp.answer_yes=True",
        "--ServerApp.allow_root=True",
        f"--ServerApp.log_level={logging.CRITICAL}",
        "--LabApp.news_url=None",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
        "--LabApp.expose_app_in_browser=False",
    ]

"""JupyterLab's server as coachkit starts it: it listens before it is ready, as our own does."""

from __future__ import annotations

import socket
from typing import Any

from jupyter_server.serverapp import ServerApp
from jupyterlab.labapp import LabApp
from traitlets import Instance

NEWS = "@jupyterlab/apputils-extension:announcements"


class OwnDoor(ServerApp):
    """A server with a socket that is open already, so that no browser comes too early."""

    door = Instance(socket.socket)

    def _find_http_port(self) -> None:
        """Do nothing: who started us has the door."""

    def _bind_http_server(self) -> None:
        self.http_server.add_socket(self.door)


def lab_server(words: list[str], door: socket.socket) -> ServerApp:
    """Return JupyterLab's server, ready to start."""
    LabApp.serverapp_class = OwnDoor
    server: ServerApp = LabApp.initialize_server(argv=words, door=door)
    server.web_app.settings["page_config_hook"] = _without_news
    return server


def _without_news(_handler: object, page_config: dict[str, Any]) -> dict[str, Any]:
    """Let JupyterLab not ask whether it may fetch news: nothing leaves this machine."""
    disabled = [*page_config.get("disabledExtensions", []), NEWS]
    return {**page_config, "disabledExtensions": disabled}

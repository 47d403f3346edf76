"""The door of the app: a port of this machine alone, a token, and the address that has both."""

from __future__ import annotations

import secrets
import socket
from contextlib import suppress

from coachkit.errors import FileError

HOST = "127.0.0.1"
PREFERRED_PORT = 8866
TRIES = 50


def new_token() -> str:
    """Return a token that nobody guesses."""
    return secrets.token_urlsafe(24)


def address(port: int, token: str, path: str = "/") -> str:
    """Return the address to open in a browser."""
    return f"http://localhost:{port}{path}?token={token}"


def listen(port: int | None = None) -> socket.socket:
    """Return a socket that listens on this machine alone.

    Args:
        port: the port that someone asked for; otherwise a free one near 8866.

    Raises:
        FileError: the port is in use, not allowed, or none is free.

    """
    if port is not None:
        if (door := _door(port)) is None:
            raise FileError(
                f"poort {port} is niet vrij; laat --port weg, dan kiest coachkit zelf, "
                "of sluit het programma dat de poort gebruikt"
            )
        return door
    for candidate in (*range(PREFERRED_PORT, PREFERRED_PORT + TRIES), 0):
        if (door := _door(candidate)) is not None:
            return door
    raise FileError("er is geen poort vrij; sluit andere programma's en probeer het opnieuw")


def _door(port: int) -> socket.socket | None:
    """Listen on a port; none when another program has it, also for ``localhost`` in IPv6."""
    door = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):  # on Windows two programs could share a port
            door.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        door.bind((HOST, port))
        door.listen(128)
        door.setblocking(False)
    except (OSError, OverflowError):
        door.close()
        return None
    if _is_taken_in_ipv6(port_of(door)):
        door.close()
        return None
    return door


def port_of(door: socket.socket) -> int:
    """Return the port that a socket has."""
    return int(door.getsockname()[1])


def _is_taken_in_ipv6(port: int) -> bool:
    """Tell whether another program would get what a browser sends to ``localhost``."""
    with suppress(OSError), socket.socket(socket.AF_INET6, socket.SOCK_STREAM) as probe:
        probe.settimeout(1)
        return probe.connect_ex(("::1", port, 0, 0)) == 0
    return False

"""The port and the token of the app."""

from __future__ import annotations

import socket
from urllib.parse import parse_qs, urlsplit

import pytest

from coachkit.app import address as module
from coachkit.app.address import HOST, address, listen, new_token, port_of
from coachkit.errors import FileError


def test_the_token_is_long_and_never_the_same() -> None:
    tokens = {new_token() for _ in range(50)}
    assert len(tokens) == 50
    assert min(map(len, tokens)) >= 32


def test_the_address_names_this_machine_and_holds_the_token() -> None:
    parts = urlsplit(address(8866, "a-b_c", "/lab/tree/start.ipynb"))
    assert (parts.hostname, parts.port, parts.path) == ("localhost", 8866, "/lab/tree/start.ipynb")
    assert parse_qs(parts.query) == {"token": ["a-b_c"]}


def test_without_a_wish_the_next_free_port_is_taken() -> None:
    with listen() as first, listen() as second:
        assert port_of(first) != port_of(second)
        assert first.getsockname()[0] == HOST


def test_the_preferred_port_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as other:
        other.bind((HOST, 0))
        free = other.getsockname()[1]
    monkeypatch.setattr(module, "PREFERRED_PORT", free)
    with listen() as door:
        assert port_of(door) == free


def test_a_port_that_was_asked_for_is_used_or_refused() -> None:
    with listen() as door:
        taken = port_of(door)
        with pytest.raises(FileError, match=f"poort {taken} is niet vrij; laat --port weg"):
            listen(taken)
    with listen(taken) as again:
        assert port_of(again) == taken


def test_a_port_that_another_program_has_in_ipv6_is_not_free() -> None:
    with socket.socket(socket.AF_INET6) as other:
        try:
            other.bind(("::1", 0))
        except OSError:
            return  # a machine without IPv6 has no such danger
        other.listen()
        with pytest.raises(FileError):
            listen(other.getsockname()[1])


def test_no_free_port_at_all_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_door", lambda _port: None)
    with pytest.raises(FileError, match="er is geen poort vrij"):
        listen()

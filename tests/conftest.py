"""What many tests share: a small bank of invented questions, and a brief of an invented client."""

from __future__ import annotations

import base64
import struct
import zlib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from coachkit.bank.bank import Bank
from coachkit.bank.load import load_files
from coachkit.model import Asked, Block, BlockKind, Brief, House, Logo, Origin, Worksheet
from coachkit.session import example_brief

DATA = Path(__file__).parent / "data"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that writes the goldens anew; look at the difference before you keep it."""
    parser.addoption("--update-goldens", action="store_true", help="write the goldens anew")


@pytest.fixture(scope="session")
def small_bank() -> Bank:
    """A bank with one question of each answer kind, and some recipes; see tests/data/bank."""
    bank = load_files(sorted((DATA / "bank").rglob("*.yaml")))
    assert not bank.problems
    return bank


@pytest.fixture
def brief() -> Brief:
    """The brief of a client who does not exist."""
    return example_brief(date(2026, 11, 22))


@pytest.fixture(scope="session")
def sheet_with() -> Callable[..., Worksheet]:
    """Make a worksheet of an invented client from some blocks; keywords change its fields."""

    def make(*blocks: Block, **fields: object) -> Worksheet:
        standard = {
            "id": "sanne-proef-000000",
            "stem": "sanne-proef",
            "title": "Proef",
            "name": "Sanne",
            "day": date(2026, 11, 22),
            "origin": Origin(recipe="proef", seed=1),
        }
        return Worksheet.model_validate({**standard, **fields, "blocks": blocks})

    return make


@pytest.fixture(scope="session")
def question() -> Callable[..., Block]:
    """Make a question block; keywords are the answer, an open one when none is given."""

    def make(id_: str, text: str = "Wat telt voor jou?", body: str = "", **answer: object) -> Block:
        asked = Asked.model_validate({"id": id_, "answer": answer or {"soort": "open"}})
        return Block(kind=BlockKind.QUESTION, text=text, body=body, question=asked)

    return make


def _png(width: int, height: int) -> bytes:
    rows = b"".join(b"\0" + b"\x20\x60\xa0" * width for _ in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )


_JPEG = """
/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgMCAgMDAwMEAwMEBQgFBQQEBQoHBwYIDAoMDAsKCwsNDhIQDQ4RDgsL
EBYQERMUFRUVDA8XGBYUGBIUFRT/wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAA
AAAAAAAAAAD/2gAIAQEAAD8AVN//2Q==
"""

PICTURES = {
    "png": ("image/png", _png(30, 10)),
    "wide": ("image/png", _png(300, 8)),
    "jpeg": ("image/jpeg", base64.b64decode(_JPEG)),
    "svg": (
        "image/svg+xml",
        b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="10">'
        b'<rect width="40" height="10" fill="#2060a0"/></svg>',
    ),
    "broken": ("image/png", _png(200, 100)[:60]),
}


@pytest.fixture(scope="session")
def house_with_logo() -> Callable[[str], House]:
    """Make the house style of an invented practice, with the logo ``png``, ``jpeg``, ``svg`` ..."""

    def make(picture: str) -> House:
        media_type, data = PICTURES[picture]
        logo = Logo.model_validate({"media_type": media_type, "data": base64.b64encode(data)})
        return House(name="Praktijk De Linde", contact="noor@linde.example", logo=logo)

    return make

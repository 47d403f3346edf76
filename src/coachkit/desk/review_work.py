"""What is kept of a review: the files as they came, and what the coach did with them."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, Field, PlainSerializer

from coachkit.desk.desk import Work
from coachkit.desk.pieces import Dropped, Piece

_Raw = Annotated[
    bytes,
    BeforeValidator(lambda v: base64.b64decode(v, validate=True) if isinstance(v, str) else v),
    PlainSerializer(lambda raw: base64.b64encode(raw).decode("ascii")),
]


class _File(BaseModel):
    name: str
    raw: _Raw
    typed: dict[str, str | bool] | None = None


class ReviewWork(Work):
    """The work of a review. A file with a password keeps it, so no open copy comes about."""

    files: list[_File] = Field([])
    client: str = ""
    own: dict[str, dict[str, str]] = Field({})

    @property
    def dropped(self) -> Iterator[Dropped]:
        """The files with what was typed, as a pile takes them."""
        return ((file.name, file.raw, file.typed) for file in self.files)


def files_of(pieces: Iterable[Piece]) -> list[_File]:
    """Return the files of pieces, with what was typed."""
    return [_File(name=each.name, raw=each.raw, typed=each.typed) for each in pieces]

"""A place to drop files: they come to the kernel in pieces."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import anywidget
import traitlets

from coachkit.ui.parts import Data, script

PIECE = 500_000
"""In bytes: what goes over the connection at once."""

Why = Literal["", "groot", "vol", "onleesbaar"]


@dataclass(frozen=True, slots=True)
class Handed:
    """A file that was handed in; ``why`` tells why its content did not come."""

    name: str
    raw: bytes
    why: Why = ""


class DropZone(anywidget.AnyWidget):
    """A place to drop files, with a button.

    Attributes:
        label: what to drop.
        help: what is allowed.
        accept: which files the button shows, as HTML has it.
        most: how big one file may be, in bytes.
        together: how big all files that are dropped at once may be, in bytes.

    """

    _esm = script("inleveren.js")
    label = traitlets.Unicode().tag(sync=True)
    help = traitlets.Unicode().tag(sync=True)
    accept = traitlets.Unicode().tag(sync=True)
    most = traitlets.Int().tag(sync=True)
    together = traitlets.Int().tag(sync=True)
    piece = traitlets.Int(PIECE).tag(sync=True)

    def __init__(self, **traits: object) -> None:
        super().__init__(**traits)
        self._batch = ""
        self._parts: dict[int, bytearray] = {}

    def on_files(self, told: Callable[[list[Handed]], None]) -> None:
        """Call a function with the files that were handed in at once."""

        def heard(_: object, message: Data, buffers: Sequence[Any]) -> None:
            if "done" in message:
                batch = str(message["done"])
                try:
                    told(self._whole(batch, message.get("files")))
                finally:
                    self._begin("")
                    self.send({"got": batch})
            elif "batch" in message and buffers:
                self._take(message, bytes(buffers[0]))

        self.on_msg(heard)

    def _begin(self, batch: str) -> None:
        self._batch = batch
        self._parts = {}

    def _take(self, message: Data, data: bytes) -> None:
        """Put a piece behind those before it; more than may come together is dropped."""
        batch, file, at = str(message["batch"]), message.get("file"), message.get("at")
        if batch != self._batch:
            self._begin(batch)
        if isinstance(file, int):
            part = self._parts.setdefault(file, bytearray())
            fits = sum(map(len, self._parts.values())) + len(data) <= self.together
            if fits and at == len(part):
                part += data
        self.send({"got": f"{batch}/{file}/{at}"})

    def _whole(self, batch: str, files: object) -> list[Handed]:
        found = []
        for about in files if isinstance(files, list) else []:
            if not isinstance(about, dict):
                continue
            name, why, number = str(about.get("name", "")), about.get("why"), about.get("file")
            known: Why = why if why in ("groot", "vol", "onleesbaar") else ""
            parts = self._parts if batch == self._batch else {}
            part = parts.get(number, b"") if isinstance(number, int) else b""
            found.append(Handed(name, b"" if known else bytes(part), known))
        return found

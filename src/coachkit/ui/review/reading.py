"""Step 2: the answers, by client, sheet and question."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import partial
from typing import Any

import anywidget
import traitlets

from coachkit.desk.pieces import Piece
from coachkit.desk.review import Review
from coachkit.ui.parts import Data, Form, Notice, box, heading, script, show
from coachkit.ui.review.paper import PaperPanel
from coachkit.ui.screen import Do
from coachkit.ui.words import caution

_EMPTY = "Hier lees je straks wat je cliënt invulde, vraag voor vraag."


class Reading(anywidget.AnyWidget):
    """Answers to read.

    Attributes:
        sheets: of each its ``id`` and ``title``, ``notes``, and ``questions``: of each its
            ``question``, ``lines``, ``remarks`` and whether it is ``empty``.

    """

    _esm = script("antwoorden.js")
    sheets: traitlets.List[Any] = traitlets.List().tag(sync=True)
    empty = traitlets.Unicode().tag(sync=True)

    def focus(self, id_: str) -> None:
        """Put the keyboard at the heading of a sheet; of one that is not shown, at the first."""
        self.send({"focus": id_})


class ReadingPanel:
    """Whose homework it is, and what stands in it."""

    def __init__(self, desk: Review, do: Do, paper: PaperPanel) -> None:
        self._desk, self._do, self._paper = desk, do, paper
        self.whose = Form()
        self.trouble = Notice()
        self.answers = Reading()
        self._whose = box("deel", self.whose)
        self.whose.on_change(self._choose)
        self.widget = box(
            "paneel",
            heading("2. Wat vulde je cliënt in?"),
            self._whose,
            self.trouble,
            self.answers,
        )

    def fill(self) -> None:
        """Begin without messages."""
        self.trouble.tell([])

    def refresh(self) -> None:
        """Show the answers of the client who was chosen, or of all."""
        clients = self._desk.clients
        show(self._whose, len(clients) > 1)
        field: Data = {
            "key": "client",
            "label": "Van wie wil je het lezen?",
            "kind": "radio",
            "options": [(client.key, client.name) for client in clients],
            "help": "Dit kreeg je van meer cliënten. Met wie ga je verder?",
            "wide": True,
        }
        chosen = self._desk.client
        wanted = {"client": chosen.key if chosen else ""}
        if self.whose.fields != [field] or self.whose.values != wanted:
            with self.whose.hold_sync():
                self.whose.fields = [field]
                self.whose.fill(wanted)
        pieces = list(self._pieces())
        headings = Counter(piece.heading for piece in pieces)
        self.answers.sheets = [_sheet(p, alike=headings[p.heading] > 1) for p in pieces]
        self.answers.empty = self._empty

    def _choose(self, _: str, value: Any) -> None:
        self._do(partial(self._desk.choose, str(value)), self.trouble)

    def _pieces(self) -> Iterator[Piece]:
        """Yield what can be read, client by client; what is being typed over is above."""
        chosen = self._desk.client
        clients = [chosen] if chosen else self._desk.clients
        known = [piece for client in clients for piece in client.pieces]
        nameless = [piece for piece in self._desk.pieces if piece.form and not piece.client]
        yield from (piece for piece in [*known, *nameless] if piece.key != self._paper.key)

    @property
    def _empty(self) -> str:
        pieces = self._desk.pieces
        if any(piece.key == self._paper.key for piece in pieces):
            return "Wat je nu overtypt, lees je hier als je op 'Klaar met typen' drukt."
        if pieces and all(piece.is_locked for piece in pieces):
            return "Geef eerst het wachtwoord. Dan lees je hier de antwoorden."
        return _EMPTY


def _sheet(piece: Piece, *, alike: bool) -> Data:
    """Return a sheet to read; when others have the same heading, its file tells it apart."""
    return {
        "id": str(piece.key),
        "title": f"{piece.heading} · {piece.name}" if alike else piece.heading,
        "notes": [caution(note) for note in piece.notes],
        "questions": [
            {
                "question": told.question,
                "lines": list(told.lines),
                "remarks": [caution(remark) for remark in told.remarks],
                "empty": told.is_empty,
            }
            for told in piece.told
        ],
    }

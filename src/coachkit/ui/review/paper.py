"""Between: a sheet that came back on paper is typed over."""

from __future__ import annotations

from collections.abc import Callable

from coachkit.desk.pieces import Piece
from coachkit.desk.review import Review
from coachkit.ui.filling import SheetForm
from coachkit.ui.parts import Buttons, Notice, box, heading, show
from coachkit.ui.screen import Do

_HEADING = "Typ over wat er op papier staat"
_HINT = "Wat op papier leeg is, laat je leeg."
_KEPT = " Alles wat je typt, wordt meteen bewaard."


class PaperPanel:
    """The fields of one sheet.

    Attributes:
        key: of the piece that is being typed over; ``None`` when none is.

    """

    def __init__(self, desk: Review, do: Do, type_: Do, closed: Callable[[int], None]) -> None:
        self._desk, self._do, self._closed = desk, do, closed
        self._is_opening = False
        self._turn = 0
        self.key: int | None = None
        self.which = Notice()
        self.trouble = Notice()
        self.sheet = SheetForm(type_, self._put, self.trouble)
        self.buttons = Buttons(
            buttons=[{"name": "klaar", "label": "Klaar met typen", "kind": "eerst"}]
        )
        self.buttons.on_press(lambda _: self._close())
        self.widget = box(
            "paneel",
            heading(_HEADING, _HINT + (_KEPT if desk.practice.folder else "")),
            self.which,
            self.sheet.form,
            self.trouble,
            self.buttons,
        )

    def open(self, key: int) -> None:
        """Show the fields of a piece."""
        self.key = key
        self._is_opening = True

    def close(self) -> None:
        """Put the fields away; what was typed stays."""
        self.key = None

    def fill(self) -> None:
        """Begin without a sheet; keys of pieces begin again too."""
        self._turn += 1
        self.close()
        self.trouble.tell([])

    def refresh(self) -> None:
        """Show the fields of the piece, as long as it is here."""
        piece = self._piece
        if piece is None:
            self.key = None
        show(self.widget, piece is not None)
        title = piece.heading if piece else ""
        if self.which.lines != ([title] if title else []):
            self.which.tell([title], "echo")
        self.sheet.show(piece.filling if piece else None, f"{self._turn}-{self.key}")
        if self._is_opening:
            self._is_opening = False
            self.sheet.focus()

    @property
    def _piece(self) -> Piece | None:
        return next((p for p in self._desk.pieces if p.key == self.key and p.filling), None)

    def _close(self) -> None:
        key = self.key
        if self._do(self.close, self.trouble) and key is not None:
            self._closed(key)

    def _put(self, name: str, value: str | bool) -> None:
        if self.key is not None:
            self._desk.put(self.key, name, value)

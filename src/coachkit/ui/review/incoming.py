"""Step 1: what came back, as files or on paper."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from coachkit.desk.pieces import MAX_TOGETHER, TOO_MUCH, Piece
from coachkit.desk.review import Review
from coachkit.errors import LockedError
from coachkit.homework.limits import MAX_FILE, TOO_LARGE
from coachkit.safetext import shown
from coachkit.ui.dropping import DropZone, Handed
from coachkit.ui.parts import Buttons, Data, Form, Listing, Notice, box, heading, show
from coachkit.ui.review.paper import PaperPanel
from coachkit.ui.screen import Do
from coachkit.ui.words import caution, sentence

_MILLION = 1_000_000
_LIMITS = (
    "Een ingevulde pdf, of het bestand dat de webpagina bewaarde. Meer tegelijk mag. "
    f"Een bestand mag {MAX_FILE // _MILLION} MB groot zijn, en alles samen "
    f"{MAX_TOGETHER // _MILLION} MB."
)
_WHY = {
    "groot": TOO_LARGE,
    "vol": TOO_MUCH,
    "onleesbaar": "dit is niet te lezen; als het een map is, geef dan de bestanden die erin staan",
}
_EMPTY = "Er ligt nog niets. Wat je hier neerlegt, blijft op je eigen computer."
_TYPE = "Druk op 'Typ over' om in te vullen wat op papier staat."
_CHOOSE: tuple[str, str] = ("", "kies een werkblad")


class IncomingPanel:
    """A place for files, passwords for those that are locked, and all that lies on the desk."""

    def __init__(
        self, desk: Review, do: Do, paper: PaperPanel, start_over: Callable[[], None]
    ) -> None:
        self._desk, self._do, self._paper, self._clear = desk, do, paper, start_over
        self._turn = 0
        self.zone = DropZone(
            label="Sleep het huiswerk van je cliënt hierheen.",
            help=_LIMITS,
            accept=".pdf,.json,.ipynb",
            most=MAX_FILE,
            together=MAX_TOGETHER,
        )
        self.told = Notice()
        self.sheets = Form()
        self.locks = Form()
        self.list = Listing(label="Huiswerk", empty=_EMPTY)
        self.trouble = Notice()
        self.fresh = Buttons()
        self._sheets, self._locks = box("deel", self.sheets), box("deel", self.locks)
        self.zone.on_files(self._hand_in)
        self.sheets.on_send(self._take_sheet)
        self.locks.on_send(self._unlock)
        self.list.on_action(self._act)
        self.fresh.on_press(lambda _: self._start_over())
        self.widget = box(
            "paneel",
            heading("1. Wat kreeg je terug?"),
            self.zone,
            self.told,
            self._sheets,
            self._locks,
            self.trouble,
            self.list,
            self.fresh,
        )

    def fill(self) -> None:
        """Show which sheets of the practice there are, and what the desk told."""
        sheets = [(sheet.file, sheet.heading) for sheet in self._desk.sheets()]
        self.sheets.fields = [_sheet_field(sheets)] if sheets else []
        self.sheets.fill({"blad": ""})
        self.locks.fill({})
        self._turn += 1  # keys of pieces begin again, and no password may come along
        self.trouble.tell([])
        self._tell(self._desk.messages)

    def refresh(self) -> None:
        """Show what lies on the desk."""
        pieces = self._desk.pieces
        locked = [piece for piece in pieces if piece.is_locked]
        fields = [_lock_field(piece, self._key(piece)) for piece in locked]
        if fields != self.locks.fields:
            self.locks.fields = fields
        show(self._locks, bool(locked))
        show(self._sheets, bool(self.sheets.fields))
        self.list.items = [self._item(piece) for piece in pieces]
        fresh = [{"name": "nieuw", "label": "Begin opnieuw"}]
        self.fresh.buttons = fresh if pieces else []

    def _key(self, piece: Piece) -> str:
        return f"{self._turn}-{piece.key}"

    def _start_over(self) -> None:
        self._do(self._clear, self.trouble)

    def _hand_in(self, files: list[Handed]) -> None:
        def work() -> None:
            told = [f"{shown(f.name, 100)}: {_WHY[f.why]}" for f in files if f.why]
            told += self._desk.add((f.name, f.raw) for f in files if not f.why)
            self._tell(told)

        self._do(work, self.trouble)

    def _tell(self, told: list[str] | tuple[str, ...]) -> None:
        self.told.tell(map(sentence, told), "waarschuwing")

    def _take_sheet(self, _: str, file: Any) -> None:
        if not file:
            self.trouble.tell(["Kies eerst een werkblad uit de lijst."], "waarschuwing")
            return

        def work() -> None:
            self._paper.open(self._desk.type_over_sheet(str(file)))
            self.sheets.fill({"blad": ""})

        self._do(work, self.trouble)

    def _unlock(self, key: str, password: Any) -> None:
        def work() -> None:
            piece = next((p for p in self._desk.pieces if self._key(p) == key), None)
            if piece is None or not isinstance(password, str):
                return
            try:
                self._desk.unlock(piece.key, password)
            except LockedError:
                self.locks.messages = {key: sentence(piece.problem)}
                return
            self.locks.messages = {}
            self.locks.fill({k: v for k, v in self.locks.values.items() if k != key})
            self.told.tell([f"{piece.name} is open. De antwoorden staan bij 2."])

        self._do(work, self.trouble)

    def _act(self, id_: str, action: str, _: object) -> None:
        key = next((piece.key for piece in self._desk.pieces if str(piece.key) == id_), None)
        if key is None:  # it went while the message was on its way
            return
        works: dict[str, Callable[[int], None]] = {"typ": self._type, "weg": self._remove}
        if action in works:
            self._do(partial(works[action], key), self.trouble)

    def _type(self, key: int) -> None:
        self._desk.type_over(key)
        self._paper.open(key)

    def _remove(self, key: int) -> None:
        self._desk.remove(key)
        self.told.tell([])

    def _item(self, piece: Piece) -> Data:
        typed = piece.filling is not None
        can_type = typed or (piece.read is not None and piece.read.is_empty)
        type_: Data = {
            "name": "typ",
            "label": "Typ over",
            "pressed": self._paper.key == piece.key,
            "spoken": piece.heading,
        }
        loses = bool(piece.typed and any(piece.typed.values()))
        sure = {"sure": "Ja, haal weg wat je typte"} if loses else {}
        remove: Data = {"name": "weg", "label": "Haal weg", "spoken": piece.heading, **sure}
        is_waiting = can_type and not piece.has_typing and self._paper.key != piece.key
        name = [piece.name] if piece.name != piece.heading and not piece.is_notebook else []
        notes = [caution(note) for note in piece.notes] if not typed else []
        notes += [sentence(piece.problem)] if piece.is_unreadable else []
        return {
            "id": str(piece.key),
            "title": piece.heading,
            "badges": [_state(piece)],
            "details": [*name, *([_TYPE] if is_waiting else []), *notes],
            "actions": [*([type_] if can_type else []), remove],
        }


def _state(piece: Piece) -> str:
    answers = piece.answers
    if answers is None:
        return "niet te lezen" if piece.is_unreadable else "heeft een wachtwoord"
    done = sum(not answered.is_empty for answered in answers.questions)
    if not done:
        return "nog niets ingevuld"
    return f"{done} van {len(answers.questions)} vragen ingevuld"


def _sheet_field(sheets: list[tuple[str, str]]) -> Data:
    return {
        "key": "blad",
        "label": "Kwam het op papier terug?",
        "kind": "select",
        "options": [_CHOOSE, *sheets],
        "help": "Kies het werkblad. Dan kun je overtypen wat erop staat.",
        "send": "Typ dit blad over",
        "wide": True,
    }


def _lock_field(piece: Piece, key: str) -> Data:
    return {
        "key": key,
        "label": f"Wachtwoord van {piece.name}",
        "kind": "password",
        "help": "Het wachtwoord wordt nergens bewaard.",
        "send": "Open",
        "wide": True,
    }

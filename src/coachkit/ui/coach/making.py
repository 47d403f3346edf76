"""Step 4: the files for the client."""

from __future__ import annotations

from functools import partial
from typing import Any

from coachkit.desk.preparation import Preparation
from coachkit.ui.coach.fields import FILES, LOOK, PASSWORD
from coachkit.ui.coach.wording import on_screen
from coachkit.ui.downloads import Downloads
from coachkit.ui.parts import Buttons, Data, Form, Notice, box, heading, show
from coachkit.ui.screen import Do
from coachkit.ui.words import sentence

_TAKEN = (
    "In je praktijk staat al zo'n blad van deze dag, en dat is anders. Download hieronder het "
    "nieuwe, of vervang wat er staat."
)
_OLD = "Je veranderde iets. Maak het werkblad opnieuw."


class MakePanel:
    """How the sheet is laid out, and its files."""

    def __init__(self, desk: Preparation, do: Do, type_: Do) -> None:
        self._desk, self._do, self._type = desk, do, type_
        self._taken = False
        self._made: object = None
        self.look = Form(fields=LOOK)
        self.password = Form(fields=PASSWORD)
        self.buttons = Buttons()
        self.trouble = Notice()
        self.told = Notice()
        self.files = Downloads()
        self.look.on_change(self._lay_out)
        self.password.on_change(self._protect)
        self.buttons.on_press(self._press)
        self.widget = box(
            "paneel",
            heading("4. Maak het werkblad"),
            self.look,
            self.password,
            self.buttons,
            self.trouble,
            self.told,
            self.files,
        )

    def fill(self) -> None:
        """Put what the desk knows in the fields; the password is never kept."""
        self.look.fill({"variant": self._desk.variant, "groot": self._desk.large})
        self.password.fill({"wachtwoord": ""})
        self._clear()
        self.trouble.tell([])

    def refresh(self) -> None:
        """Show what can be made; what was made goes when the sheet is another."""
        show(self.widget, self._desk.choice.proposal is not None)
        if self._made is not None and self._made != self._state():
            self._clear()
            self.told.tell([_OLD])
        make: list[Data] = [{"name": "maak", "label": "Maak werkblad", "kind": "eerst"}]
        replace: list[Data] = [{"name": "vervang", "label": "Vervang wat er staat"}]
        self.buttons.buttons = make + (replace if self._taken else [])

    def _state(self) -> object:
        """Return all that the files follow from."""
        desk = self._desk
        return desk.choice.proposal, desk.variant, desk.large, self._password

    @property
    def _password(self) -> str:
        return str(self.password.values.get("wachtwoord", ""))

    def _clear(self) -> None:
        self._taken, self._made = False, None
        self.told.tell([])
        self.files.offer({}, {})

    def _lay_out(self, key: str, value: Any) -> None:
        def work() -> None:
            if key == "groot":
                self._desk.large = bool(value)
            else:
                self._desk.variant = "schrijven" if value == "schrijven" else "invullen"

        self._do(work, self.trouble)

    def _protect(self, *_: object) -> None:
        """Take files away that have another password, or none."""
        self._type(lambda: None, self.trouble)

    def _press(self, name: str) -> None:
        self._clear()
        self.trouble.tell([])
        self.told.tell(["Het werkblad wordt gemaakt …"])
        if not self._do(partial(self._make, replace=name == "vervang"), self.trouble):
            self._clear()
        else:
            self.told.reveal()

    def _make(self, *, replace: bool) -> None:
        made = self._desk.make(self._password, replace=replace)
        notes = [on_screen(note) for note in made.notes]
        lines = [sentence(note) for note in notes]
        if made.taken:
            lines.insert(0, _TAKEN)
        elif made.folder:
            lines.insert(0, f"Klaar. Je vindt alles terug in {made.folder}.")
        self._taken, self._made = bool(made.taken), self._state()
        self.told.tell(lines, "gewoon" if made.folder else "waarschuwing")
        self.files.offer(made.files, FILES)

"""Facts that are there already."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from coachkit.desk.invitation import Invitation
from coachkit.desk.invitation_files import fact_files, facts_of
from coachkit.safetext import shown
from coachkit.ui.parts import Buttons, Form, Listing, Notice, box, heading, show
from coachkit.ui.screen import Do
from coachkit.ui.words import sentence


class SheetPanel:
    """Open a sheet of facts that is there already: one of the practice, or pasted."""

    def __init__(self, desk: Invitation, do: Do, filled: Callable[[], None]) -> None:
        self._desk, self._do, self._filled = desk, do, filled
        self._open = False
        self._paths: dict[str, Path] = {}
        self.buttons = Buttons()
        self.list = Listing(
            label="Feitenbladen", empty="In je praktijkmap staat geen blad met feiten."
        )
        self.form = Form(
            fields=[{"key": "blad", "label": "Plak hier je blad", "kind": "area", "wide": True}]
        )
        self.take = Buttons(buttons=[{"name": "neem", "label": "Neem dit over"}])
        self.trouble = Notice()
        self.told = Notice()
        self._choice = box("stapel", self.list, self.form, self.take)
        self.buttons.on_press(lambda _: self._press())
        self.list.on_action(lambda id_, *_: self._do_work(partial(self._read, id_)))
        self.take.on_press(lambda _: self._do_work(self._paste))
        self.widget = box(
            "paneel",
            heading("Heb je al een blad met feiten?"),
            self.buttons,
            self._choice,
            self.trouble,
            self.told,
        )

    def fill(self) -> None:
        """Begin with nothing pasted."""
        self.form.fill({"blad": ""})
        self.trouble.tell([])

    def refresh(self) -> None:
        """Show the sheets when they are asked for."""
        show(self._choice, self._open)
        label = "Nee, ik vul het zelf in" if self._open else "Open een blad"
        self.buttons.buttons = [{"name": "open", "label": label}]

    def _press(self) -> None:
        self._open = not self._open
        self.told.tell([])
        self._do_work(self._look)

    def _do_work(self, work: Callable[[], None]) -> None:
        self._do(work, self.trouble)

    def _look(self) -> None:
        self._paths = {str(n): path for n, path in enumerate(fact_files(self._desk.practice))}
        self.list.items = [
            {
                "id": id_,
                "title": path.name,
                "actions": [{"name": "open", "label": "Open", "spoken": path.name}],
            }
            for id_, path in self._paths.items()
        ]

    def _read(self, id_: str) -> None:
        if (path := self._paths.get(id_)) is None:
            return
        self._told_of(path.name, self._desk.read_facts(path.name, facts_of(path)))

    def _paste(self) -> None:
        text = str(self.form.values.get("blad", ""))
        self._told_of("je blad", self._desk.read_facts("je blad", text.encode("utf-8", "replace")))

    def _told_of(self, name: str, told: Iterable[str]) -> None:
        self._open = False
        self._filled()
        self.told.tell([f"De feiten uit {shown(name, 80)} zijn ingevuld.", *map(sentence, told)])

"""Step 1: which set; those that are there, also broken ones, or a new one."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Protocol

from coachkit.desk.author.own_sets import OwnSet
from coachkit.desk.authoring import Authoring
from coachkit.errors import FileError, InputError
from coachkit.safetext import shown
from coachkit.ui.parts import Buttons, Data, Form, Listing, Notice, box, heading, show
from coachkit.ui.screen import Do
from coachkit.ui.trainer.ask import Ask
from coachkit.ui.trainer.fields import BARE, START
from coachkit.ui.trainer.words import told
from coachkit.ui.words import problem_line, sentence

_MAX_PROBLEMS = 8
_LOST = "Je werk aan deze set is niet bewaard, en bewaren lukt hier niet."
_MEND = "Verander dit in Kladblok of een ander tekstprogramma, en kijk dan opnieuw."


class Opened(Protocol):
    """What happens when another set lies on the desk."""

    def __call__(self, *, fresh: bool) -> None:
        """Show it; ``fresh`` when it was just begun."""


class Clears(Protocol):
    """What clears the desk."""

    def __call__(self, *, may_lose: bool) -> None:
        """Do it; ``may_lose`` when work that cannot be kept makes room."""


class SetPanel:
    """The sets of the practice, and a form to begin one."""

    def __init__(self, desk: Authoring, do: Do, opened: Opened) -> None:
        self._desk, self._do, self._opened = desk, do, opened
        self._choosing = self._arrived = False
        self._paths: dict[str, Path] = {}
        self.told = Notice()
        self.list = Listing(
            label="Je sets", empty="Je hebt nog geen eigen set. Hieronder begin je er een."
        )
        self.form = Form(fields=START)
        self.begin = Buttons(
            buttons=[
                {"name": "begin", "label": "Begin deze set", "kind": "eerst"},
                {"name": "kijk", "label": "Kijk opnieuw in de map"},
            ]
        )
        self.buttons = Buttons()
        self.trouble = Notice()
        self.ask = Ask(do, self.trouble)
        self._choice = box(
            "stapel", self.list, heading("Begin een nieuwe set", level=3), self.form, self.begin
        )
        self.form.on_change(self._typed)
        self.list.on_action(lambda id_, *_: self._leave(partial(self._open, id_)))
        self.begin.on_press(self._press)
        self.buttons.on_press(lambda _: self._toggle())
        self.widget = box(
            "paneel",
            heading("1. Welke set?", "Een set is een bestand met vragen die bij elkaar horen."),
            self.told,
            self._choice,
            self.trouble,
            self.ask.widget,
            self.buttons,
        )

    def fill(self) -> None:
        """Begin with an empty name, and look which sets there are."""
        self._choosing = False
        self.form.fill(BARE)
        self.form.messages = {}
        self.ask.clear()
        self.look()

    def look(self) -> None:
        """Read the sets in the folder again."""
        sets = self._desk.own_sets()
        self._paths = {str(place): own.path for place, own in enumerate(sets)}
        self.list.items = [_item(str(place), own) for place, own in enumerate(sets)]

    def refresh(self) -> None:
        """Tell which set is open."""
        opened = self._desk.opened
        show(self._choice, opened is None or self._choosing)
        label = "Blijf bij deze set" if self._choosing else "Andere set"
        self.buttons.buttons = [{"name": "andere", "label": label}] if opened else []
        self.told.tell([f"Je werkt aan {shown(opened.name, 120)}."] if opened else [])
        if self._arrived:
            self.buttons.focus("andere")
            self._arrived = False

    def _toggle(self) -> None:
        def work() -> None:
            self._choosing = not self._choosing
            self.look()

        self._do(work, self.trouble)

    def _press(self, name: str) -> None:
        if name == "kijk":
            self._do(self.look, self.trouble)
        else:
            self._leave(self._start)

    def _leave(self, work: Clears) -> None:
        """Do what clears the desk; ask first when that would lose something."""
        self.ask.clear()
        if self._desk.unsaved and not self._is_kept():
            labels = "Ga toch verder", "Blijf bij deze set"
            self.ask.ask([_LOST, "Download de set eerst."], labels, partial(work, may_lose=True))
        else:
            self._do(partial(work, may_lose=False), self.trouble)

    def _is_kept(self) -> bool:
        try:
            self._desk.keep()
        except FileError:
            return False
        return self._desk.keeps

    def _typed(self, key: str, _: object) -> None:
        self.form.messages = {k: text for k, text in self.form.messages.items() if k != key}

    def _start(self, *, may_lose: bool) -> None:
        values = {**BARE, **self.form.values}
        try:
            self._desk.start_set(*(str(values[key]) for key in BARE), may_lose=may_lose)
        except InputError as error:
            lines = {
                str(each.loc[-1]): told(each.message, each.cure)
                for each in error.problems
                if each.loc
            }
            if not lines.keys() & BARE.keys():
                raise
            self.form.messages = lines
            return
        self.fill()
        self._opened(fresh=True)

    def _open(self, id_: str, *, may_lose: bool) -> None:
        if id_ in self._paths:
            self._desk.open_set(self._paths[id_], may_lose=may_lose)
            self.fill()
            self._opened(fresh=False)
            self._arrived = True


def _item(id_: str, own: OwnSet) -> Data:
    name = shown(own.name, 120)
    count = "1 vraag" if own.questions == 1 else f"{own.questions} vragen"
    shown_problems = [sentence(problem_line(problem)) for problem in own.problems[:_MAX_PROBLEMS]]
    rest = len(own.problems) - len(shown_problems)
    more = [f"En nog {rest}."] if rest > 0 else []
    cure = [_MEND] if own.problems else []
    return {
        "id": id_,
        "title": name,
        "badges": [count, own.path.name, *(["klopt niet"] if own.problems else [])],
        "details": [*shown_problems, *more, *cure],
        "actions": [
            {"name": "open", "label": "Open", "spoken": name, "off": bool(own.problems)},
        ],
    }

"""The facts that are given."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from coachkit.desk.invitation import Invitation
from coachkit.desk.invitation_fields import FIELDS
from coachkit.errors import InputError
from coachkit.ui.invitation.fields import fact_fields
from coachkit.ui.parts import Buttons, Form, Notice, box, heading
from coachkit.ui.screen import Do, sentences
from coachkit.ui.words import proposal, sentence

_WAITS = "Wat hier staat, doet nog niet mee."
_NEEDED = "Dit is nog nodig voor je uitnodiging."


class FactsPanel:
    """The facts, each with what is wrong with it."""

    def __init__(self, desk: Invitation, do: Do, type_: Do, filled: Callable[[], None]) -> None:
        self._desk, self._do, self._type, self._filled = desk, do, type_, filled
        self.form = Form(fields=fact_fields(desk))
        self._seen: set[str] = set()
        self._refused: dict[str, str] = {}
        self.trouble = Notice()
        self.fresh = Buttons()
        self.form.on_change(self._tell)
        self.form.on_offer(self._offered)
        self.fresh.on_press(lambda _: self._press())
        self.widget = box("paneel", heading("Je training"), self.form, self.trouble, self.fresh)

    def fill(self) -> None:
        """Put what the desk knows in the fields."""
        self._seen, self._refused = set(), {}
        self.form.fill({**self._desk.fields, "werkvorm": self._desk.recipe})
        self.trouble.tell([])

    def refresh(self) -> None:
        """Say what is wrong with a fact, and what may be better."""
        written = self._desk.written
        wrong = {key: _joined(told) for key, told in written.problems.items() if key}
        self._seen |= self._desk.fields.keys() - set(written.missing)
        emptied = self._seen.intersection(written.missing)
        self.form.messages = dict.fromkeys(emptied, _NEEDED) | wrong | self._refused
        self.form.remarks = {key: _joined(told) for key, told in written.remarks.items() if key}
        labels = {each.key: each.label for each in FIELDS}
        self.form.offers = {
            key: proposal(labels[key], made) for key, made in written.proposals.items()
        }
        fresh = [{"name": "nieuw", "label": "Nieuwe uitnodiging"}]
        self.fresh.buttons = [] if self._desk.is_bare else fresh

    def _tell(self, key: str, value: Any) -> None:
        words = str(value).encode("utf-8", "replace").decode()  # half letters fit in no file
        choose = partial(self._desk.choose, words)
        put = partial(self._put, key, words)
        self._type(choose if key == "werkvorm" else put, self.trouble)

    def _put(self, key: str, words: str) -> None:
        """Fill in a fact; one that is refused says so until it is mended, and the text waits."""
        self._refused.pop(key, None)
        try:
            self._desk.put(key, words)
        except InputError as error:
            self._refused[key] = " ".join([*sentences(error), _WAITS])

    def _offered(self, key: str, action: str) -> None:
        def work() -> None:
            if action == "neem" and key in self._desk.fields:
                self._desk.take_formal(key)
                self._refused.pop(key, None)
                self.form.put({key: self._desk.fields[key]})

        self._do(work, self.trouble)

    def _press(self) -> None:
        self._do(self._start_over, self.trouble)

    def _start_over(self) -> None:
        self._desk.start_over()
        self._filled()
        self.form.focus(str(self.form.fields[0]["key"]))


def _joined(told: tuple[str, ...]) -> str:
    return "\n".join(map(sentence, told))

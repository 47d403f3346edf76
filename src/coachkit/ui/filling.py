"""The boxes of a sheet as fields on a screen, a group for each question."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from coachkit.desk.filling import Box, Filling, boxes_of
from coachkit.errors import InputError
from coachkit.model.form import FormQuestion
from coachkit.ui.parts import Data, Form, Notice
from coachkit.ui.screen import Do, sentences

_KINDS = {"text": "area", "number": "text", "date": "text", "check": "check", "radio": "radio"}
_CHOSEN = ("check", "radio")
_NONE = ("", "niets gekozen")
_PLACEHOLDERS = {"date": "22-11-2026"}


class SheetForm:
    """A sheet to fill in on a screen.

    What is typed is told of one sheet: words that were on their way when another sheet came in its
    place are left out.
    """

    def __init__(self, do: Do, put: Callable[[str, str | bool], None], trouble: Notice) -> None:
        self._do, self._put, self._trouble = do, put, trouble
        self._mark = ""
        self.form = Form()
        self.form.on_change(self._tell)

    def show(self, filling: Filling | None, mark: str) -> None:
        """Show a sheet; ``mark`` tells it from others, and the same one stays as it is."""
        wanted = mark if filling else ""
        if wanted == self._mark:
            return
        self._mark = wanted
        with self.form.hold_sync():
            self.form.messages = {}
            values = {name: filling.value(name) for name in _names(filling)} if filling else {}
            self.form.fill({self._key(name): value for name, value in values.items()})
            self.form.fields = list(self._questions(filling)) if filling else []

    def focus(self) -> None:
        """Put the keyboard in the first field, which brings it into view."""
        for field in self.form.fields[:1]:
            first = field["fields"][0] if "fields" in field else field
            self.form.focus(first["key"])

    def _key(self, name: str) -> str:
        return f"{self._mark}:{name}"

    def _tell(self, key: str, value: Any) -> None:
        mark, _, name = key.rpartition(":")
        if mark == self._mark and mark:
            self._do(partial(self._try, key, name, value), self._trouble)

    def _try(self, key: str, name: str, value: Any) -> None:
        messages = {k: text for k, text in self.form.messages.items() if k != key}
        try:
            self._put(name, value)
        except InputError as error:
            messages[key] = " ".join(sentences(error))
        self.form.messages = messages

    def _questions(self, filling: Filling) -> Iterator[Data]:
        for number, question in enumerate(filling.form.questions, 1):
            yield self._question(number, question, filling.hints.get(question.id, ""))

    def _question(self, number: int, question: FormQuestion, hint: str) -> Data:
        """Return the fields of a question, with the hint of its paper or that of its kind."""
        boxes = boxes_of(question)
        title = f"{number}. {question.text}"
        help_ = hint or question.answer.help
        if len(boxes) == 1:
            return {**self._field(boxes[0]), "label": title, "help": help_, "wide": True}
        if help_ == question.answer.help and any(box.kind == "radio" for box in boxes):
            help_ = ""
        chosen = any(box.kind in _CHOSEN for box in boxes)
        fields = [self._field(box, wide=chosen and box.kind not in _CHOSEN) for box in boxes]
        columns = len(getattr(question.answer, "columns", ()))
        told = {"columns": columns} if columns else {}
        return {"group": True, "label": title, "help": help_, "fields": fields, **told}

    def _field(self, box: Box, *, wide: bool = False) -> Data:
        return {
            "key": self._key(box.name),
            "label": box.label or ("Je keuze" if box.options else "Antwoord"),
            "kind": _KINDS[box.kind],
            "options": [*box.options, _NONE] if box.options else [],
            "placeholder": _PLACEHOLDERS.get(box.kind, ""),
            "rows": 2,
            "wide": wide or bool(box.options),
        }


def _names(filling: Filling) -> list[str]:
    return [box.name for question in filling.form.questions for box in boxes_of(question)]

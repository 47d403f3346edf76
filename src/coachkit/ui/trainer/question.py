"""Step 2: the question that is being written, with all remarks at their fields."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from coachkit.desk.author.fields import ANSWER
from coachkit.desk.author.writing import Writing
from coachkit.desk.authoring import Authoring
from coachkit.ui.parts import Buttons, Data, Form, Notice, box, heading, show
from coachkit.ui.screen import Do
from coachkit.ui.trainer.ask import Ask
from coachkit.ui.trainer.fields import from_screen, on_screen, screen_fields
from coachkit.ui.trainer.words import (
    ENDS,
    UNASKED,
    is_missing,
    place_of,
    told_at_field,
    words_of,
)
from coachkit.ui.words import proposal

_FIRST = "Je vraag is nog niet klaar. Bij elk veld staat wat er nog moet gebeuren."
_LEFT = "Wat je bij deze vraag schreef, staat nog niet in de set."
_SEEN = "Deze tekst is nagelezen."
_BEHIND = "Je veranderde de vraag. Klopt deze tekst met u nog?"
_UNSEEN = "Lees de teksten met u hardop. Klinkt het goed? Dan zijn ze nagekeken."


class QuestionPanel:
    """The form of one question."""

    def __init__(self, desk: Authoring, do: Do, type_: Do) -> None:
        self._desk, self._do, self._type = desk, do, type_
        self._tried = False
        self._focus = ""
        self.form = Form()
        self._form = box("stapel", self.form)
        self.buttons = Buttons()
        self.trouble = Notice()
        self.told = Notice()
        self.ask = Ask(do, self.trouble)
        self.form.on_change(self._write)
        self.form.on_offer(self._offered)
        self.buttons.on_press(self._press)
        self.widget = box(
            "paneel",
            heading("2. Schrijf je vraag"),
            self._form,
            self.trouble,
            self.told,
            self.ask.widget,
            self.buttons,
        )

    def fill(self) -> None:
        """Put what was written in the fields."""
        self._tried = False
        self.told.tell([])
        self.trouble.tell([])
        self.ask.clear()
        if (question := self._desk.question) is None:
            return
        self._lay(question)
        values = {each.name: on_screen(each, question.value(each.name)) for each in question.fields}
        self.form.fill({**values, "id": question.own_id or question.in_set.id})

    def refresh(self) -> None:
        """Show what there is to say of the question, at its fields."""
        question = self._desk.question
        show(self.widget, self._desk.opened is not None)
        show(self._form, question is not None)
        self.buttons.buttons = self._buttons()
        if question is None:
            return
        self._lay(question)
        remarks = question.problems()
        begun = question.value("text").strip().endswith(tuple(ENDS))
        shown = [
            each
            for each in remarks
            if self._tried or not (is_missing(each) or (each.rule == UNASKED and not begun))
        ]
        for trait, blocks in (("messages", True), ("remarks", False)):
            lines: dict[str, list[str]] = {}
            for each in shown:
                if each.blocks is blocks:
                    lines.setdefault(place_of(each), []).append(told_at_field(each))
            setattr(self.form, trait, {key: "\n".join(said) for key, said in lines.items()})
        self.form.offers = _offers(question)
        if self._focus:
            self.form.focus(self._focus)
            self._focus = ""

    def begin(self) -> None:
        """Begin a new question, with the keyboard in its first field."""
        self._desk.new_question()
        self.fill()
        self._focus = "text"

    def open(self, id_: str) -> None:
        """Take a question of the set."""
        self._desk.open_question(id_)
        self.fill()
        self._focus = "text"

    def leave(self, work: Callable[[], None], ask: Ask) -> None:
        """Do what takes the place of this question; ask first when words would be lost."""
        ask.clear()
        question = self._desk.question
        if question is not None and question.changed:
            labels = "Gooi weg wat ik schreef", "Blijf bij deze vraag"
            ask.ask([_LEFT], labels, work, partial(self.form.focus, "text"))
        else:
            self._do(work, self.trouble)

    def _lay(self, question: Writing) -> None:
        """Lay out the fields; what is known already keeps its place and its words."""
        self.form.fields = screen_fields(
            question.fields, question.around.shared, permanent=question.in_set.permanent
        )

    def _show(self, question: Writing, key: str) -> None:
        """Show what the desk has in some fields: those whose name begins so."""
        fields = [each for each in question.fields if each.name.startswith(key)]
        self.form.put({each.name: on_screen(each, question.value(each.name)) for each in fields})

    def _write(self, key: str, value: Any) -> None:
        def work() -> None:
            if (question := self._desk.question) is None:
                return
            known = {each.name: each for each in question.fields}
            question.write(key, from_screen(known[key], value) if key in known else str(value))
            if key == "answer":
                self._show(question, ANSWER)

        self.told.tell([])
        self._type(work, self.trouble)

    def _offered(self, key: str, action: str) -> None:
        def work() -> None:
            if (question := self._desk.question) is None:
                return
            if action == "neem":
                question.take_formal(key.removesuffix("_formal"))
            elif action == "nagekeken":
                question.mark_reviewed()
            self._show(question, key)

        self._do(work, self.trouble)

    def _press(self, name: str) -> None:
        if name == "nieuw":
            self.leave(self.begin, self.ask)
        elif name == "zet":
            self.ask.clear()
            self._do(self._put, self.trouble)

    def _put(self) -> None:
        self._tried = True
        question = self._desk.question
        before = bool(question and question.in_set.id)
        if question is not None and question.check().blocking:
            self._focus = place_of(question.problems()[0])
            self.told.tell([_FIRST], "waarschuwing")
            return
        self.form.put({"id": self._desk.put_question()})
        self._tried = False
        done = "Je vraag is bijgewerkt in de set." if before else "Je vraag staat in de set."
        self.told.tell([f"{done} Bewaar de set als je klaar bent."])
        self.buttons.focus("nieuw")

    def _buttons(self) -> list[Data]:
        question = self._desk.question
        new = {"name": "nieuw", "label": "Nieuwe vraag"}
        if question is None:
            return [{**new, "kind": "eerst"}]
        label = "Werk bij in de set" if question.in_set.id else "Zet in de set"
        put = {"name": "zet", "label": label, "kind": "eerst", "off": not question.changed}
        return [put, new]


def _offers(question: Writing) -> dict[str, Data]:
    """Return what is offered at the fields with *u*: the proposal, or a look at what is there."""
    found: dict[str, Data] = {}
    missing = question.wants_formal()
    if question.value("text").strip() and not (question.own_id or question.in_set.id):
        found["id"] = {"note": f"Laat je dit leeg, dan wordt het: {question.id}"}
    behind = {"text", "text_formal"} & question.form.changes().keys() == {"text"}
    for field in question.fields:
        if not field.formal:
            continue
        written = question.value(field.formal)
        stale = field.name == "text" and bool(written) and not question.reviewed
        if field.name in missing or stale:
            result = question.proposed_formal(field.name)
            if result.text != written:
                found[field.formal] = proposal(words_of(field.key).label, result)
    if not missing and question.value("text").strip():
        formal = found.get("text_formal", {"text": "", "note": "", "actions": []})
        seen = [] if question.reviewed else [{"name": "nagekeken", "label": "Nagekeken"}]
        found["text_formal"] = {
            **formal,
            "note": formal["note"] or _note(question, behind=behind),
            "actions": [*formal["actions"], *seen],
        }
    return found


def _note(question: Writing, *, behind: bool) -> str:
    """Return what there is to say of a text with *u* that is there."""
    if behind:
        return _BEHIND
    return _SEEN if question.reviewed else _UNSEEN

"""Step 1: for whom it is."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from coachkit.desk.client import GoalEcho
from coachkit.desk.preparation import Preparation
from coachkit.ui.coach.fields import CLIENT, MORE
from coachkit.ui.coach.wording import at_field, on_screen
from coachkit.ui.parts import Buttons, Form, Notice, box, heading
from coachkit.ui.screen import Do

_CARE = (
    "Dit doel kan over de dood of over pijn gaan. Lees het eerst zelf.",
    "Wil je cliënt niet meer leven? Maak dan nu geen werkblad. Vraag ernaar, en bel samen 113 of "
    "0800-0113. Bij direct gevaar bel je 112.",
    "Meer staat bij Zelfreflectie, op het blad 'De weg wijzen'.",
)
_BEHIND = "Het blad is nog van daarnet: {}."


class ClientPanel:
    """The form of the client, with the goal said back."""

    def __init__(
        self, desk: Preparation, do: Do, type_: Do, start_over: Callable[[], None]
    ) -> None:
        self._desk, self._do, self._type, self._clear = desk, do, type_, start_over
        self.form = Form(fields=CLIENT)
        self.more = Form(fields=MORE)
        self.echo = Notice()
        self.behind = Notice()
        self.trouble = Notice()
        self.fresh = Buttons()
        self.form.on_change(self._tell)
        self.more.on_change(self._tell)
        self.fresh.on_press(lambda _: self._start_over())
        self.widget = box(
            "paneel",
            heading("1. Voor wie is het?"),
            self.form,
            self.echo,
            self.more,
            self.behind,
            self.trouble,
            self.fresh,
        )

    def fill(self) -> None:
        """Put what the desk knows in the fields."""
        values = self._desk.client.values
        self.more.fields = [
            {**group, "open": any(values[field["key"]] for field in group["fields"])}
            for group in MORE
        ]
        for form in (self.form, self.more):
            form.fill(values)

    def refresh(self) -> None:
        """Say the goal back, and what is wrong with a field."""
        client = self._desk.client
        nameless = self._desk.choice.proposal is not None and not client.values["naam"]
        name = {"naam": "zonder naam kan er geen blad gemaakt worden"} if nameless else {}
        told = {key: at_field(text) for key, text in (name | client.messages).items()}
        self.form.messages = self.more.messages = told
        echo = self._desk.goal_echo
        self.echo.tell(_echo_lines(echo), "waarschuwing" if echo.care else "echo")
        behind = self._desk.behind if self._desk.brief else ""
        self.behind.tell([_BEHIND.format(on_screen(behind))] if behind else [], "waarschuwing")
        fresh = [{"name": "nieuw", "label": "Nieuwe cliënt"}]
        self.fresh.buttons = [] if self._desk.is_bare else fresh

    def _start_over(self) -> None:
        self._do(self._clear, self.trouble)
        self.form.focus("naam")

    def _tell(self, key: str, value: Any) -> None:
        self._type(partial(self._desk.tell, key, value), self.trouble)


def _echo_lines(echo: GoalEcho) -> list[str]:
    if not echo.sentence:
        return []
    if echo.care:
        return [f"Op het blad staat: {echo.sentence}", *_CARE]
    if not echo.why:
        return [f"Klopt dit: {echo.sentence}"]
    return [
        f"Op het blad staat: {echo.sentence}",
        f"Het doel past niet vanzelf in een zin: {echo.why}. Je kunt zelf zeggen hoe het klinkt, "
        "bij 'Het doel in een zin'.",
    ]

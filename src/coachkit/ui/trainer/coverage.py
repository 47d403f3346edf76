"""Step 4: where there are questions for, and where they are few."""

from __future__ import annotations

from collections.abc import Iterable

from coachkit.bank.coverage import THIN_PHASE, THIN_SITUATION, Count
from coachkit.desk.authoring import Authoring
from coachkit.ui.parts import Buttons, Data, Notice, box, heading, show
from coachkit.ui.reading import Table
from coachkit.ui.screen import Do
from coachkit.ui.words import PHASES, SITUATIONS
from coachkit.vocabulary import Category

_HEADS = [category.label for category in Category]


class CoveragePanel:
    """The coverage map as two tables; figures say all, the colour only helps."""

    def __init__(self, desk: Authoring, do: Do) -> None:
        self._desk, self._do = desk, do
        self._open = False
        self._of = b""
        self.told = Notice()
        self.buttons = Buttons()
        self.trouble = Notice()
        self.phases = Table(
            caption="Vragen per fase, die bij elke situatie passen", heads=["Fase", *_HEADS]
        )
        self.situations = Table(caption="Vragen per situatie", heads=["Situatie", *_HEADS, "Samen"])
        self._map = box("stapel", self.told, self.phases, self.situations)
        self.buttons.on_press(lambda _: self._press())
        text = "De getallen zijn van de hele vraagbank, met jouw set erbij."
        self.widget = box(
            "paneel",
            heading("4. Waar zijn nog vragen nodig?", text),
            self.buttons,
            self.trouble,
            self._map,
        )

    def fill(self) -> None:
        """Count again."""
        self._of = b""

    def refresh(self) -> None:
        """Show the figures when they are asked for."""
        opened = self._desk.opened
        show(self.widget, opened is not None)
        show(self._map, self._open)
        label = "Verberg de kaart" if self._open else "Toon de kaart"
        self.buttons.buttons = [{"name": "kaart", "label": label}]
        if opened is None or not self._open or self._of == self._desk.yaml:
            return
        self._of = self._desk.yaml
        found = self._desk.coverage()
        self.told.tell(_lines(len(found.bank.thin)))
        self.phases.rows = [
            _row(PHASES[phase].partition(":")[0], row.values(), found.own.phases[phase].values())
            for phase, row in found.bank.phases.items()
        ]
        self.situations.rows = [
            _row(
                SITUATIONS[situation],
                [*row.values(), found.bank.totals[situation]],
                [*found.own.situations[situation].values(), found.own.totals[situation]],
            )
            for situation, row in found.bank.situations.items()
        ]

    def _press(self) -> None:
        self._do(self._toggle, self.trouble)

    def _toggle(self) -> None:
        self._open = not self._open


def _row(head: str, bank: Iterable[Count], own: Iterable[Count]) -> Data:
    cells = [_cell(count, mine.number) for count, mine in zip(bank, own, strict=True)]
    return {"head": head, "cells": cells}


def _cell(count: Count, own: int) -> Data:
    return {
        "text": str(count),
        "note": f"{own} van deze set" if own else "",
        "mark": count.thin,
    }


def _lines(thin: int) -> list[str]:
    told = (
        f"Dun is minder dan {THIN_PHASE} vragen bij een fase, of minder dan {THIN_SITUATION} "
        "bij een situatie."
    )
    return [told if thin else "Overal zijn genoeg vragen."]

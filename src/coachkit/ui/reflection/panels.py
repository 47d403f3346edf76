"""The three steps: which sheet, what to fill in, and what to print."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from coachkit.desk.recipes import Offer
from coachkit.desk.reflection import Reflection
from coachkit.ui.downloads import Downloads
from coachkit.ui.filling import SheetForm
from coachkit.ui.parts import Buttons, Cards, Data, Form, Notice, box, heading, show
from coachkit.ui.pictures import PictureCards
from coachkit.ui.screen import Do
from coachkit.ui.words import caution, sentence, without_codes

_PRIVATE = "Dit is voor jezelf. Wat je typt, blijft op je eigen computer."
_KEPT = " Het wordt meteen bewaard."
_LIES = "Je vorige blad is bewaard. Met 'Bewaarde bladen' vind je het terug."
_WENT_ON = "Je ging verder met wat je eerder invulde."
_ABOUT: list[Data] = [
    {
        "key": "over",
        "label": "Hoe noem je dit voor jezelf?",
        "help": "Alleen voor je lijst met concepten. Het komt niet op het blad.",
        "wide": True,
    }
]
_LOOK: list[Data] = [{"key": "groot", "label": "Grote letters, op het lege blad", "kind": "check"}]
_FILES = {".pdf": ("Download de pdf", "om te lezen of te printen")}


class ChooseSheetPanel:
    """Cards of the sheets for a coach; when one was chosen only that one."""

    def __init__(
        self, desk: Reflection, do: Do, begun: Callable[[], None], look: Callable[[], None]
    ) -> None:
        self._desk, self._do, self._begun, self._look_at_kept = desk, do, begun, look
        self._all = self._went_on = False
        self._offers: list[Offer] = []
        self._times: dict[str, str] = {}
        self.trouble = Notice()
        self.told = Notice()
        self.cards = Cards(label="Bladen voor jezelf", empty="Er zijn nog geen bladen voor jezelf.")
        self.buttons = Buttons()
        self._pictures = PictureCards(self.cards, desk.picture)
        self.cards.on_choose(self._choose)
        self.buttons.on_press(self._press)
        self.widget = box(
            "paneel",
            heading("1. Waar wil je naar kijken?"),
            self.cards,
            self.trouble,
            self.told,
            self.buttons,
        )

    def fill(self) -> None:
        """Begin with the sheets that there are."""
        self._all = self._went_on = False
        self._offers = self._desk.sheets()
        self._times = {offer.id: self._desk.time(offer.id) for offer in self._offers}
        self.trouble.tell([])
        self.told.tell([])

    def refresh(self) -> None:
        """Show all sheets, or the one that was chosen."""
        chosen = self._chosen
        offers = [o for o in self._offers if self._all or not chosen or o.id == chosen]
        self._pictures.show([_card(offer, self._times[offer.id]) for offer in offers], chosen)
        label = "Minder bladen" if self._all else "Andere bladen"
        more = [{"name": "meer", "label": label}, {"name": "nieuw", "label": "Bewaarde bladen"}]
        empty = [{"name": "leeg", "label": "Begin een leeg blad"}] if self._went_on else []
        self.buttons.buttons = [*empty, *more] if chosen else []

    @property
    def _chosen(self) -> str:
        return self._desk.sheet.origin.recipe if self._desk.sheet else ""

    def _press(self, name: str) -> None:
        works = {"nieuw": self._start_over, "leeg": self._empty, "meer": self._turn}
        if name in works:
            self._do(works[name], self.trouble)

    def _start_over(self) -> None:
        self._desk.start_over()
        self._look_at_kept()

    def _empty(self) -> None:
        self._desk.choose(self._chosen)
        self._begun()
        self.told.tell([_LIES])

    def _turn(self) -> None:
        self._all = not self._all

    def _choose(self, recipe: str) -> None:
        def work() -> None:
            before = self._desk.filling
            if recipe != self._chosen:
                if not (went_on := self._desk.go_on(recipe)):
                    self._desk.choose(recipe)
                self._begun()
                self._went_on = went_on
                lies = before and not before.is_empty and self._desk.practice.folder
                self.told.tell([_WENT_ON if went_on else "", _LIES if lies else ""])
            self._all = False

        self._do(work, self.trouble)


class FillPanel:
    """The fields of the sheet, and what the coach calls it."""

    def __init__(self, desk: Reflection, type_: Do) -> None:
        self._desk, self._type = desk, type_
        self._turn = 0
        self.trouble = Notice()
        self.about = Form(fields=_ABOUT)
        self.sheet = SheetForm(type_, desk.put, self.trouble)
        self.about.on_change(self._rename)
        self.widget = box(
            "paneel",
            heading("2. Vul in wat je wilt", _PRIVATE + (_KEPT if desk.practice.folder else "")),
            self.sheet.form,
            self.trouble,
            self.about,
        )

    def fill(self) -> None:
        """Show the sheet that lies here now."""
        self._turn += 1
        self.about.fill({"over": self._desk.about})
        self.trouble.tell([])

    def refresh(self) -> None:
        """Show the fields, once there is a sheet."""
        show(self.widget, self._desk.filling is not None)
        self.sheet.show(self._desk.filling, str(self._turn))

    def _rename(self, _: str, value: Any) -> None:
        self._type(partial(self._desk.rename, str(value)[:200]), self.trouble)


class PrintPanel:
    """A PDF with what was filled in, or of the sheet for the pen."""

    def __init__(self, desk: Reflection, do: Do) -> None:
        self._desk, self._do = desk, do
        self._made_of: object = None
        self.look = Form(fields=_LOOK)
        self.buttons = Buttons()
        self.trouble = Notice()
        self.told = Notice()
        self.files = Downloads()
        self.look.on_change(lambda *_: self._look())
        self.buttons.on_press(self._press)
        self.widget = box(
            "paneel",
            heading("3. Op papier"),
            self.look,
            self.buttons,
            self.trouble,
            self.told,
            self.files,
        )

    @property
    def large(self) -> bool:
        """Whether the empty sheet is in large print."""
        return bool(self.look.values.get("groot"))

    def fill(self) -> None:
        """Begin without files."""
        self._clear()
        self.trouble.tell([])

    def refresh(self) -> None:
        """Show what can be printed; a file that tells no longer what is filled in goes."""
        filling = self._desk.filling
        show(self.widget, filling is not None)
        if self._made_of is not None and self._made_of != self._now:
            self._clear()
        is_empty = filling is None or filling.is_empty
        self.buttons.buttons = [
            {"name": "print", "label": "Print wat je invulde", "kind": "eerst", "off": is_empty},
            {"name": "leeg", "label": "Print een leeg blad voor de pen"},
        ]

    @property
    def _now(self) -> object:
        filling = self._desk.filling
        return (self._desk.sheet, filling.values if filling else None, self.large)

    def _clear(self) -> None:
        self._made_of = None
        self.told.tell([])
        self.files.offer({}, {})

    def _look(self) -> None:
        self._do(self._clear, self.trouble)

    def _press(self, name: str) -> None:
        if name in ("print", "leeg"):
            self._clear()
            self._do(partial(self._make, name), self.trouble)

    def _make(self, name: str) -> None:
        desk = self._desk
        pdf = desk.printed() if name == "print" else desk.empty(large=self.large)
        recipe = desk.sheet.origin.recipe if desk.sheet else "blad"
        suffix = "" if name == "print" else "-leeg"
        self._made_of = self._now
        self.told.tell(["De pdf is klaar.", *(caution(without_codes(note)) for note in desk.notes)])
        self.files.offer({f"{recipe}{suffix}.pdf": pdf}, _FILES)


def _card(offer: Offer, time: str) -> Data:
    return {
        "id": offer.id,
        "title": offer.title,
        "text": offer.intro,
        "note": sentence(time) if time else "",
    }

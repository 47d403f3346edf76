"""What screens are made of: small widgets, each with a script of its own in ``templates/scherm/``.

They keep their place on the page while their data changes. Words of people only ever become text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

import anywidget
import traitlets
from ipywidgets import HTML, Box

from coachkit.resources import data_folder

Data = Mapping[str, Any]
_FOLDER = data_folder("templates") / "scherm"
ASKED = "concept"
"""In the address of a page: which draft it takes up by itself."""
FEW = 3
"""How many things that were kept are shown until a person asks for all."""


def script(name: str) -> str:
    """Return the script of a widget, behind what all of them share."""
    return "".join((_FOLDER / part).read_text(encoding="utf-8") for part in ("basis.js", name))


class Style(anywidget.AnyWidget):
    """The stylesheet of all screens, in the accent colour of a practice."""

    _esm = script("stijl.js")
    _css = (_FOLDER / "scherm.css").read_text(encoding="utf-8")
    accent = traitlets.Unicode().tag(sync=True)


class Form(anywidget.AnyWidget):
    """Fields to fill in.

    Attributes:
        fields: of each its ``key``, ``label`` and ``kind`` (``text``, ``number``, ``area``,
            ``password``, ``select``, ``radio``, ``checks``, ``check``), with ``options`` as pairs,
            ``help``, ``placeholder``, ``wide`` and ``rows``, and ``send``, the label of a button
            that gives its value; or a ``label`` with ``fields`` that are folded away, or that
            belong together (``group``).
        values: what stands in them, by key.
        messages: what is wrong with a field, by key.
        remarks: what may be better in a field, by key.
        offers: what is offered at a field, by key: ``text``, ``note`` and ``actions`` (``name``,
            ``label`` and, for a screen reader, ``spoken``).

    """

    _esm = script("formulier.js")
    fields: traitlets.List[Any] = traitlets.List().tag(sync=True)
    messages: traitlets.Dict[str, Any] = traitlets.Dict().tag(sync=True)
    remarks: traitlets.Dict[str, Any] = traitlets.Dict().tag(sync=True)
    offers: traitlets.Dict[str, Any] = traitlets.Dict().tag(sync=True)
    values: traitlets.Dict[str, Any] = traitlets.Dict()
    given: traitlets.Dict[str, Any] = traitlets.Dict().tag(sync=True)
    whole = traitlets.Bool(False).tag(sync=True)
    turn = traitlets.Int(0).tag(sync=True)

    def __init__(self, **traits: object) -> None:
        super().__init__(**traits)
        self._filling = False
        self.on_msg(self._heard)

    def fill(self, values: Data) -> None:
        """Put values in all fields, as no person did."""
        self._give(values, values, whole=True)

    def put(self, values: Data) -> None:
        """Put values in some fields; what a person types in others meanwhile stays."""
        self._give({**self.values, **values}, values)

    def on_change(self, told: Callable[[str, Any], None]) -> None:
        """Call a function with the key and the value of each field that a person changes."""

        def compare(change: Data) -> None:
            before = change["old"] if isinstance(change["old"], dict) else {}
            for key, value in change["new"].items():
                if not self._filling and before.get(key) != value:
                    told(key, value)

        self.observe(compare, "values")

    def on_send(self, told: Callable[[str, Any], None]) -> None:
        """Call a function with the key and the value of a field whose button is pressed."""

        def heard(_: object, message: Data, _buffers: object) -> None:
            if "enter" in message:
                told(str(message["enter"]), message.get("value"))

        self.on_msg(heard)

    def on_offer(self, told: Callable[[str, str], None]) -> None:
        """Call a function with the key of a field, and the name of a button that is offered."""

        def heard(_: object, message: Data, _buffers: object) -> None:
            if "action" in message:
                told(str(message.get("key", "")), str(message["action"]))

        self.on_msg(heard)

    def focus(self, key: str) -> None:
        """Put the keyboard in a field."""
        self.send({"focus": key})

    def _give(self, values: Data, given: Data, *, whole: bool = False) -> None:
        self._filling = True
        try:
            self.values = dict(values)
        finally:
            self._filling = False
        with self.hold_sync():
            self.given, self.whole = dict(given), whole
            self.turn += 1

    def _heard(self, _: object, message: Data, _buffers: object) -> None:
        if "ready" in message:
            self.send({"now": self.values})
        if "field" in message:
            self.values = {**self.values, str(message["field"]): message.get("value")}


class Listing(anywidget.AnyWidget):
    """A list of things with buttons.

    Attributes:
        items: of each its ``id`` and ``title``, with ``numbered``, ``badges``, ``details``,
            ``actions`` (``name``, ``label``, ``pressed``, ``off``, ``sure``, the label that asks
            for a second press, and for a screen reader ``called`` in the place of the label and
            ``spoken`` behind it) and ``edit`` (``label``, ``value``, ``hint``), which the action
            ``edit`` opens.
        first: how many are shown until a person asks for all; 0 is all.
        sortable: whether a person may move them; then there is an action ``move``.
        label: what the list is, for a screen reader.
        empty: what stands there when there is nothing.
        asked: in the address of the page, what names a thing whose first action is done at once.

    """

    _esm = script("lijst.js")
    items: traitlets.List[Any] = traitlets.List().tag(sync=True)
    first = traitlets.Int(0).tag(sync=True)
    sortable = traitlets.Bool(False).tag(sync=True)
    label = traitlets.Unicode().tag(sync=True)
    empty = traitlets.Unicode().tag(sync=True)
    asked = traitlets.Unicode().tag(sync=True)

    def on_action(self, told: Callable[[str, str, Any], None]) -> None:
        """Call a function with the id of a thing, the action, and what goes with it."""

        def heard(_: object, message: Data, _buffers: object) -> None:
            if "action" in message:
                told(str(message["item"]), str(message["action"]), message.get("value"))
                if message["action"] == "move":
                    self.send({"moved": True})

        self.on_msg(heard)


def throw_away(what: str) -> Data:
    """Return the action ``gooi`` of a thing in a list, which asks for a second press."""
    return {"name": "gooi", "label": "Gooi weg", "sure": "Ja, gooi weg", "spoken": what}


class Buttons(anywidget.AnyWidget):
    """Buttons in a row: of each its ``name`` and ``label``, with ``kind`` and ``off``."""

    _esm = script("knoppen.js")
    buttons: traitlets.List[Any] = traitlets.List().tag(sync=True)

    def on_press(self, told: Callable[[str], None]) -> None:
        """Call a function with the name of the button."""

        def heard(_: object, message: Data, _buffers: object) -> None:
            if "action" in message:
                told(str(message["action"]))

        self.on_msg(heard)

    def focus(self, name: str = "") -> None:
        """Put the keyboard on a button; the first comes in view with what is asked above it."""
        self.send({"focus": name})


class Notice(anywidget.AnyWidget):
    """Lines that a screen reader says when they come; none is no notice."""

    _esm = script("melding.js")
    lines: traitlets.List[Any] = traitlets.List().tag(sync=True)
    level = traitlets.Unicode("gewoon").tag(sync=True)

    def tell(self, lines: Iterable[str], level: str = "gewoon") -> None:
        """Show lines, or nothing; ``level`` is gewoon, waarschuwing, fout or echo."""
        with self.hold_sync():
            self.level = level
            self.lines = [line for line in lines if line]

    def reveal(self) -> None:
        """Bring the lines into view."""
        self.send({"reveal": True})


class Pages(anywidget.AnyWidget):
    """The pages of a sheet as SVG, which change without a flicker."""

    _esm = script("voorbeeld.js")
    pages: traitlets.List[Any] = traitlets.List().tag(sync=True)
    version = traitlets.Int(0).tag(sync=True)
    empty = traitlets.Unicode().tag(sync=True)

    def show(self, pages: Sequence[str]) -> None:
        """Show these pages."""
        with self.hold_sync():
            self.pages = [page.encode() for page in pages]
            self.version += 1


class Cards(anywidget.AnyWidget):
    """Cards of which one is chosen.

    Attributes:
        cards: of each its ``id``, ``title`` and ``text``, with ``note``, ``best`` and ``off``.
        chosen: the id of one.

    """

    _esm = script("kaarten.js")
    cards: traitlets.List[Any] = traitlets.List().tag(sync=True)
    chosen = traitlets.Unicode().tag(sync=True)
    label = traitlets.Unicode().tag(sync=True)
    empty = traitlets.Unicode().tag(sync=True)

    def __init__(self, **traits: object) -> None:
        super().__init__(**traits)
        self._pictures: dict[str, bytes] = {}
        self.on_msg(self._heard)

    def on_choose(self, told: Callable[[str], None]) -> None:
        """Call a function with the id of the card."""

        def heard(_: object, message: Data, _buffers: object) -> None:
            if "choose" in message:
                told(str(message["choose"]))

        self.on_msg(heard)

    def picture(self, id_: str, svg: str) -> None:
        """Put a picture on a card that is there, or none; a page that comes later gets it too."""
        self._pictures[id_] = svg.encode()
        self.send({"picture": id_}, [self._pictures[id_]])

    def clear(self) -> None:
        """Take all pictures away: they are of something else."""
        self._pictures.clear()
        self.send({"clear": True})

    def _heard(self, _: object, message: Data, _buffers: object) -> None:
        if "ready" in message:
            for id_, svg in self._pictures.items():
                self.send({"picture": id_}, [svg])


def heading(title: str, text: str = "", level: int = 2) -> HTML:
    """Return a heading with a line of explanation; both are our own words."""
    told = f'<p class="ck-hulp">{text}</p>' if text else ""
    found = HTML(f"<h{level}>{title}</h{level}>{told}")
    return found.add_class("ck-kop")


class Way:
    """A link to another workbook; the words are our own."""

    def __init__(self, page: str, text: str) -> None:
        self._page, self._text = page, text
        self.widget = HTML().add_class("ck-kop")
        self.lead()

    def lead(self, draft: str = "") -> None:
        """Lead to a draft of that workbook, which it takes up by itself, or to its beginning."""
        asked = f"?{urlencode({ASKED: draft})}" if draft else ""
        self.widget.value = (
            f'<a class="ck-knop ck-knop-eerst" href="{self._page}{asked}">{self._text}</a>'
        )


def box(name: str, *children: object) -> Box:
    """Return a box of the stylesheet: ``paneel``, its ``deel``, ``stapel``, ``twee``, ``vast``."""
    found: Box = Box(list(children)).add_class(f"ck-{name}")
    return found


def show(widget: object, visible: bool) -> None:
    """Show a box or hide it; our own parts do not hear of it, so put them in one."""
    (widget.remove_class if visible else widget.add_class)("ck-weg")  # type: ignore[attr-defined]

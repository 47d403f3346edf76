"""Step 2: which recipe, with a picture of what it gives for this client."""

from __future__ import annotations

from functools import partial

from coachkit.desk.preparation import Preparation
from coachkit.desk.recipes import Offer, picture, time_of
from coachkit.errors import SelectionError
from coachkit.export.preview import Preview
from coachkit.ui.parts import Buttons, Cards, Data, Notice, box, heading
from coachkit.ui.pictures import PictureCards
from coachkit.ui.screen import Do
from coachkit.ui.words import sentence

_FIRST = 6
_NAMELESS = "Vul de naam van je cliënt in. Dan zie je hier de werkvormen."
_WRONG = "Bij stap 1 klopt iets niet. Maak dat eerst goed. Dan zie je hier de werkvormen."
_CURE = "Kies een andere werkvorm, of vul bij stap 1 iets anders in"


class ChooseRecipePanel:
    """Cards of recipes; when one was chosen only that one, until others are asked for."""

    def __init__(self, desk: Preparation, do: Do) -> None:
        self._desk, self._do = desk, do
        self._all = False
        self.trouble = Notice()
        self.cards = Cards(label="Werkvormen")
        self._pictures = PictureCards(self.cards, self._picture)
        self.buttons = Buttons()
        self.cards.on_choose(self._choose)
        self.buttons.on_press(self._press)
        self.widget = box(
            "paneel", heading("2. Welke werkvorm?"), self.trouble, self.cards, self.buttons
        )

    def fill(self) -> None:
        """Begin with few cards, without pictures of the sheet of another client."""
        self._all = False
        self._pictures.clear()
        self.trouble.tell([])

    def refresh(self) -> None:
        """Show the recipes for this client."""
        offers = self._desk.offers()
        proposal = self._desk.choice.proposal
        chosen = proposal.recipe.id if proposal else ""
        shown = offers if self._all else offers[:_FIRST]
        if chosen and not self._all:
            shown = [offer for offer in offers if offer.id == chosen]
        cards = [_card(offer, "" if offer.id == chosen else self._time(offer)) for offer in shown]
        self._pictures.show(cards, chosen, self._desk.brief)
        self.cards.empty = _WRONG if self._desk.client.messages else _NAMELESS
        first = {"name": "kies", "label": "Kies voor mij", "kind": "eerst"}
        more = {"name": "meer", "label": "Minder werkvormen" if self._all else "Alle werkvormen"}
        self.buttons.buttons = [*([] if chosen else [first]), more] if offers else []

    def _choose(self, recipe: str) -> None:
        self._do(partial(self._take, recipe), self.trouble)

    def _take(self, recipe: str) -> None:
        offer = next((one for one in self._desk.offers() if one.id == recipe), None)
        if offer is not None and offer.why_not:
            raise SelectionError(f"'{offer.title}' past nu niet: {offer.why_not}. {_CURE}")
        self._desk.choose(recipe)
        self._all = False

    def _press(self, name: str) -> None:
        if name == "kies":
            self._do(self._desk.choose, self.trouble)
        else:
            self._do(self._turn, self.trouble)

    def _turn(self) -> None:
        self._all = not self._all

    def _time(self, offer: Offer) -> str:
        """Return about how long a recipe that suits takes, in the words of its sheet."""
        desk, brief = self._desk, self._desk.brief
        if brief is None or offer.why_not:
            return ""
        told = time_of(desk.bank, brief, offer.id, desk.practice, seed=desk.seed, asked=desk.asked)
        return sentence(told) if told else ""

    def _picture(self, recipe: str) -> Preview | None:
        desk, brief = self._desk, self._desk.brief
        return picture(desk.bank, brief, recipe, desk.practice) if brief else None


def _card(offer: Offer, time: str) -> Data:
    """Return a card; of the recipe that was chosen, the questions tell how long it takes."""
    return {
        "id": offer.id,
        "title": offer.title,
        "text": offer.intro,
        "note": sentence(offer.why_not) if offer.why_not else f"{offer.why} {time}".strip(),
        "best": bool(offer.why),
        "off": bool(offer.why_not),
    }

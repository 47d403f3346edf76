"""The sheet as a recipe of the coach's own; and the recipes that she kept."""

from __future__ import annotations

from functools import partial

from coachkit.desk.own_recipes import own_recipes
from coachkit.desk.preparation import Preparation
from coachkit.ui.coach.fields import RECIPE
from coachkit.ui.parts import FEW, Buttons, Form, Listing, Notice, box, heading, show, throw_away
from coachkit.ui.screen import Do

_OWN_WORDS = (
    "Wat je voor deze cliënt anders opschreef, gaat niet mee. In de werkvorm staan de vragen uit "
    "de vraagbank."
)


class KeepRecipePanel:
    """Keep the questions as a recipe, and throw such recipes away."""

    def __init__(self, desk: Preparation, do: Do) -> None:
        self._desk, self._do = desk, do
        self.form = Form(fields=RECIPE)
        self.buttons = Buttons(buttons=[{"name": "bewaar", "label": "Bewaar als werkvorm"}])
        self.trouble = Notice()
        self.told = Notice()
        self.list = Listing(label="Je eigen werkvormen", first=FEW)
        self._kept = box("stapel", heading("Je eigen werkvormen", level=3), self.list)
        self.buttons.on_press(lambda _: self._press())
        self.list.on_action(lambda id_, action, _: self._act(id_, action))
        self.widget = box(
            "paneel",
            heading("Bewaar als werkvorm"),
            self.form,
            self.buttons,
            self.trouble,
            self.told,
            self._kept,
        )

    def fill(self) -> None:
        """Begin with an empty name, and look which recipes were kept."""
        self.form.fill({"titel": ""})
        self.told.tell([])
        self.trouble.tell([])
        self._look()

    def refresh(self) -> None:
        """Show it when there is something to keep, and a folder to keep it in."""
        desk = self._desk
        show(self.widget, desk.choice.proposal is not None and desk.practice.folder is not None)

    def _press(self) -> None:
        if self.told.lines and not self._name:
            return  # the second half of a double click: it was kept just now
        self.told.tell([])
        self.trouble.tell([])
        self._do(self._keep, self.trouble)

    def _keep(self) -> None:
        path = self._desk.save_as_recipe(self._name)
        self.form.fill({"titel": ""})
        self._look()
        own = any(pick.words for pick in self._desk.choice.made.picks)
        self.told.tell(
            [
                f"Bewaard. Je werkvorm staat nu bij de andere, en in {path}.",
                _OWN_WORDS if own else "",
            ]
        )

    @property
    def _name(self) -> str:
        return str(self.form.values.get("titel", "")).strip()

    def _look(self) -> None:
        """Show the recipes that are kept now."""
        self.list.items = [
            {"id": own.id, "title": own.title, "actions": [throw_away(own.title)]}
            for own in own_recipes(self._desk.practice)
        ]
        show(self._kept, bool(self.list.items))

    def _act(self, id_: str, action: str) -> None:
        if action == "gooi":
            self.told.tell([])
            self._do(partial(self._throw, id_), self.trouble)

    def _throw(self, id_: str) -> None:
        self._desk.throw_recipe_away(id_)
        self._look()

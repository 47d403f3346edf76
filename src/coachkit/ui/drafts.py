"""Work that was kept, offered to go on with."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from coachkit.desk.drafts import KeepsDrafts, Kept
from coachkit.ui.parts import ASKED, FEW, Data, Listing, throw_away
from coachkit.ui.screen import Do


def draft_items(kept: Iterable[Kept]) -> list[Data]:
    """Return drafts as a listing shows them, with the actions ``verder`` and ``gooi``."""
    return [
        {
            "id": draft.name,
            "title": f"Verder met {draft.title.rstrip('?')}?",
            "details": [f"Bewaard op {draft.changed:%d-%m-%Y om %H:%M}."],
            "actions": [
                {"name": "verder", "label": "Ga verder", "spoken": draft.title},
                throw_away(draft.title),
            ],
        }
        for draft in kept
    ]


class DraftsPanel:
    """The drafts of a desk, as long as nothing much lies on it."""

    def __init__(self, desk: KeepsDrafts, do: Do, taken_up: Callable[[], None]) -> None:
        self._desk, self._do, self._taken_up = desk, do, taken_up
        self.list = Listing(label="Concepten", first=FEW, asked=ASKED)
        self.list.add_class("ck-concepten")
        self.list.on_action(self._act)

    def refresh(self, *, visible: bool, stays: bool = False) -> None:
        """Show what was kept, or nothing.

        Args:
            visible: whether there is nothing on the desk.
            stays: whether what is shown stays as it is, so that the page does not jump while
                someone types the first words.

        """
        if visible or not stays:
            self.list.items = draft_items(self._desk.kept()) if visible else []

    def _act(self, name: str, action: str, _: object) -> None:
        works = {"verder": self._take_up, "gooi": self._throw}
        if action in works:
            self._do(partial(works[action], name))

    def _take_up(self, name: str) -> None:
        self._desk.take_up(name)
        self.list.items = []
        self._taken_up()

    def _throw(self, name: str) -> None:
        self._desk.discard(name)
        self.list.items = [item for item in self.list.items if item["id"] != name]

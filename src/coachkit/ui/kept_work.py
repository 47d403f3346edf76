"""Work that was kept, offered above the panels of a screen."""

from __future__ import annotations

from collections.abc import Iterable

from coachkit.desk.drafts import Kept
from coachkit.ui.parts import Data


def kept_items(kept: Iterable[Kept]) -> list[Data]:
    """Return drafts as things of a list, to go on with (``verder``) or to throw away (``gooi``)."""
    return [
        {
            "id": draft.name,
            "title": f"Verder met {draft.title.rstrip('?')}?",
            "details": [f"Bewaard op {draft.changed:%d-%m-%Y om %H:%M}."],
            "actions": [
                {"name": "verder", "label": "Ga verder", "spoken": draft.title},
                {"name": "gooi", "label": "Gooi weg", "spoken": draft.title},
            ],
        }
        for draft in kept
    ]

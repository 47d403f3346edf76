"""Cards of sheets with a picture of their first page, drawn when nothing else is to do."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress

from coachkit.errors import ExportError
from coachkit.export.preview import Preview
from coachkit.ui.parts import Cards, Data

_WAIT = 0.6
"""In seconds: someone who is typing needs no pictures yet."""


class PictureCards:
    """Cards of which one is chosen; their pictures come later."""

    def __init__(self, cards: Cards, draw: Callable[[str], Preview | None]) -> None:
        """Take the cards, and what gives the pages behind the id of a card."""
        self._cards, self._draw = cards, draw
        self._drawing: asyncio.Task[None] | None = None
        self._drawn: tuple[object, ...] = ()

    def show(self, cards: Sequence[Data], chosen: str, about: object = None) -> None:
        """Show cards; when they, or what they are ``about``, are others, pictures are drawn.

        Without a kernel there are none.
        """
        self._cards.cards = list(cards)
        self._cards.chosen = chosen
        wanted = (about, *(card["id"] for card in cards))
        if wanted == self._drawn:
            return
        with suppress(RuntimeError):
            loop = asyncio.get_running_loop()
            if self._drawing is not None:
                self._drawing.cancel()
            self._drawing = loop.create_task(self._draw_all())
            self._drawn = wanted

    def clear(self) -> None:
        """Take all pictures away, as they are of another person's sheet."""
        self._cards.clear()
        self._drawn = ()

    async def _draw_all(self) -> None:
        await asyncio.sleep(_WAIT)
        for card in self._cards.cards:
            await asyncio.sleep(0)  # what the coach does goes first
            with suppress(ExportError):
                found = self._draw(card["id"])
                self._cards.picture(card["id"], found.pages[0] if found else "")

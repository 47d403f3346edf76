"""``keuze``: one of some options, or words of one's own, or none."""

from __future__ import annotations

from typing import Literal

import pydantic

from coachkit.answers.base import Answer, Field, FieldKind
from coachkit.answers.value import OTHER_ID, Chosen, Filled, Read, quoted, text_of
from coachkit.slots import Text

OTHER = "iets anders"
Options = tuple[Text, ...]


class _Options(Answer):
    options: Options = pydantic.Field(alias="opties", min_length=2, max_length=12)
    options_formal: Options = pydantic.Field((), alias="opties_u", max_length=12)
    other: bool = pydantic.Field(True, alias="anders")

    def _boxes(self, name: str, kind: FieldKind) -> tuple[Field, ...]:
        labels = [*self.options, OTHER] if self.other else list(self.options)
        group = name if kind == "radio" else ""
        boxes = [Field(f"{name}_{i}", kind, label, group) for i, label in enumerate(labels)]
        own_words = [Field(f"{name}_{OTHER_ID}", "text", OTHER)] if self.other else []
        return (*boxes, *own_words)

    def _option(self, number: int, words: str) -> Chosen:
        if number < len(self.options):
            return Chosen(str(number), self.options[number])
        return Chosen(OTHER_ID, OTHER, words)

    def _own_words(self, name: str, filled: Filled) -> str:
        return (text_of(filled, f"{name}_{OTHER_ID}") or "") if self.other else ""


class Choice(_Options):
    """One of some options."""

    help = "Kies er één."

    soort: Literal["keuze"] = "keuze"

    def fields(self, name: str) -> tuple[Field, ...]:
        """Return a button for each option; with ``anders`` one more, and a text box."""
        return self._boxes(name, "radio")

    def read(self, name: str, filled: Filled) -> Read:
        """Return the chosen option; words of one's own are kept, whatever was chosen."""
        words = self._own_words(name, filled)
        number = text_of(filled, name)
        known = [field.option for field in self.fields(name) if field.kind == "radio"]
        if number in known:
            chosen = self._option(int(number), words)
            if words and chosen.id != OTHER_ID:
                return Read(Chosen(chosen.id, chosen.label, words), (_BESIDE,))
            return Read(chosen)
        unknown = (f"'{quoted(number)}' is geen keuze van deze vraag",) if number else ()
        return Read(Chosen(OTHER_ID, OTHER, words) if words else None, unknown)


_BESIDE = "naast de keuze staan er eigen woorden"

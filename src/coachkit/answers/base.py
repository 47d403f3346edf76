"""What every kind of answer has: a spec that trainers write, form fields, and a line of help."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal

from coachkit.address import Addressed

FieldKind = Literal["text", "check", "radio"]


@dataclass(frozen=True, slots=True)
class Field:
    """One place to answer: a text box, a check box, or one button of a radio group.

    ``name`` is unique on the sheet; ``label`` is what a screen reader says after the question;
    ``group`` is the name of the radio group.
    """

    name: str
    kind: FieldKind
    label: str = ""
    group: str = ""


class Answer(Addressed):
    """The base of all kinds of answer.

    A kind is a subclass with a ``soort``, the keys a trainer may write, and the fields it has. The
    templates of paper and screen know a kind by its ``soort`` and get the Dutch keys of
    :meth:`spec`.
    """

    soort: str

    serves_both: ClassVar[bool] = True
    """Clients of both forms of address read the words that have no companion."""

    help: ClassVar[str] = ""
    """A line under the question, the same for *je* and *u*."""

    def spec(self, people: Mapping[str, str]) -> dict[str, object]:
        """Return what the templates get, by Dutch key.

        Args:
            people: the names to write for the parties ``client`` and ``coach``.

        """
        formal = {f"{name}_formal" for name in self.pairs()}
        return self.model_dump(by_alias=True, exclude={"soort", *formal})

    def fields(self, name: str) -> tuple[Field, ...]:
        """Return the form fields of a question whose block is called ``name``."""
        raise NotImplementedError

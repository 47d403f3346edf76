"""What every kind of answer has: a spec that trainers write, form fields, and a line of help."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as _with
from datetime import date
from typing import ClassVar, Literal, Self

from coachkit.address import Addressed
from coachkit.answers.value import Filled, Part, Read, date_of, figure_of, text_of

FieldKind = Literal["text", "number", "date", "check", "radio"]


@dataclass(frozen=True, slots=True)
class Field:
    """One place to answer: a text box, a check box, or one button of a radio group.

    ``name`` is unique on the sheet; ``label`` is what a screen reader says after the question;
    ``group`` is the name of the radio group. The kinds ``number`` and ``date`` are text boxes too:
    what a client writes there is always kept. Of a cell ``row`` is the head of its row.
    """

    name: str
    kind: FieldKind
    label: str = ""
    group: str = ""
    row: str = _with(default="", compare=False)

    @property
    def is_text(self) -> bool:
        """Whether words can be typed here."""
        return self.kind not in ("check", "radio")

    @property
    def key(self) -> str:
        """The name under which its answer comes back: that of its group, if it has one."""
        return self.group or self.name

    @property
    def option(self) -> str:
        """What a group holds when this button is chosen: its number."""
        return self.name.rpartition("_")[2]


class Answer(Addressed):
    """The base of all kinds of answer.

    A kind is a subclass with a ``soort``, the keys a trainer may write, the fields it has, and how
    it reads back. The templates of paper and screen know a kind by its ``soort`` and get the Dutch
    keys of :meth:`spec`.
    """

    soort: str

    serves_both: ClassVar[bool] = True
    """Clients of both forms of address read the words that have no companion."""

    help: ClassVar[str] = ""
    """A line under the question, the same for *je* and *u*."""

    def spec(self) -> dict[str, object]:
        """Return what the templates get, by Dutch key."""
        formal = {f"{name}_formal" for name in self.pairs()}
        return self.model_dump(by_alias=True, exclude={"soort", *formal})

    def for_people(self, people: Mapping[str, str]) -> Self:
        """Return a copy with the names that ``client`` and ``coach`` have on the sheet."""
        return self

    def fields(self, name: str) -> tuple[Field, ...]:
        """Return the form fields of a question whose block is called ``name``."""
        raise NotImplementedError

    def read(self, name: str, filled: Filled) -> Read:
        """Return what stands in the fields of a question whose block is called ``name``.

        Unless a kind says otherwise, the value is a part for each field with something in it.
        """
        parts, remarks = [], []
        for field in self.fields(name):
            value, remark = _typed(field, text_of(filled, field.name))
            if value is not None:
                parts.append(Part(field.name.removeprefix(f"{name}_"), field.label, value))
            if remark:
                remarks.append(f"{field.label}: {remark}")
        return Read(tuple(parts), tuple(remarks))


def _typed(field: Field, text: str | None) -> tuple[str | int | date | None, str]:
    if field.kind == "number":
        return figure_of(text)
    return date_of(text) if field.kind == "date" else (text, "")

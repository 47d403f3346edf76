"""``tabel``: cells under column heads, with or without row heads."""

from __future__ import annotations

from typing import Annotated, Literal, Self

import pydantic

from coachkit.answers.base import Answer, Field
from coachkit.answers.value import Filled, Part, Read, Row, text_of
from coachkit.slots import Text

MAX_ROWS = 12
RowCount = Annotated[int, pydantic.Field(ge=1, le=MAX_ROWS)]
RowHeads = Annotated[tuple[Text, ...], pydantic.Field(min_length=1, max_length=MAX_ROWS)]


def _count_or_heads(value: object) -> str:
    return "heads" if isinstance(value, list | tuple) else "count"


Rows = Annotated[
    Annotated[RowCount, pydantic.Tag("count")] | Annotated[RowHeads, pydantic.Tag("heads")],
    pydantic.Discriminator(_count_or_heads),
]


class Table(Answer):
    """A table to fill in; ``rows`` is a number, or the heads of the rows."""

    soort: Literal["tabel"] = "tabel"
    columns: tuple[Text, ...] = pydantic.Field(alias="kolommen", min_length=1, max_length=4)
    columns_formal: tuple[Text, ...] = pydantic.Field((), alias="kolommen_u", max_length=4)
    rows: Rows = pydantic.Field(3, alias="rijen")
    rows_formal: tuple[Text, ...] = pydantic.Field((), alias="rijen_u", max_length=MAX_ROWS)
    row_head: Text | Literal[""] = pydantic.Field("", alias="rijkop")
    row_head_formal: Text | Literal[""] = pydantic.Field("", alias="rijkop_u")

    @pydantic.model_validator(mode="after")
    def _row_head_has_rows(self) -> Self:
        if self.row_head and isinstance(self.rows, int):
            raise ValueError("'rijkop' hoort bij rijen met woorden; geef 'rijen' als lijst")
        return self

    @property
    def row_labels(self) -> tuple[str, ...]:
        """What each row is called."""
        if isinstance(self.rows, int):
            return tuple(f"rij {i + 1}" for i in range(self.rows))
        return self.rows

    def fields(self, name: str) -> tuple[Field, ...]:
        """Return a text box for each cell, row by row."""
        return cells(name, self.row_labels, self.columns)

    def read(self, name: str, filled: Filled) -> Read:
        """Return the rows."""
        return rows(name, self.row_labels, self.columns, filled)


def cells(name: str, rows: tuple[str, ...], columns: tuple[str, ...]) -> tuple[Field, ...]:
    """Return the text boxes of a table, row by row."""
    return tuple(
        Field(f"{name}_{r}_{c}", "text", f"{row}, {column}", row=row)
        for r, row in enumerate(rows)
        for c, column in enumerate(columns)
    )


def rows(name: str, heads: tuple[str, ...], columns: tuple[str, ...], filled: Filled) -> Read:
    """Return the rows of a table; none when all its cells are empty."""
    found = tuple(
        Row(head, tuple(_cell(name, r, c, column, filled) for c, column in enumerate(columns)))
        for r, head in enumerate(heads)
    )
    return Read(found if any(cell.value for row in found for cell in row.cells) else ())


def _cell(name: str, row: int, column: int, label: str, filled: Filled) -> Part:
    id_ = f"{row}_{column}"
    return Part(id_, label, text_of(filled, f"{name}_{id_}"))

"""A worksheet is plain data."""

from __future__ import annotations

import pickle

import pytest
from pydantic import ValidationError

from coachkit.answers.open import Open
from coachkit.model import Asked, Block, BlockKind, House, Origin, Worksheet

SHEET = Worksheet(
    id="abc",
    stem="blad",
    title="Blad",
    name="Sanne",
    blocks=(
        Block(kind=BlockKind.TITLE, text="Blad"),
        Block(kind=BlockKind.QUESTION, text="Wat?", question=Asked(id="een", answer=Open())),
        Block(
            kind=BlockKind.QUESTION, text="En?", question=Asked(id="twee", answer=Open(), minutes=5)
        ),
    ),
    origin=Origin(recipe="kort", seed=7),
)


def test_the_questions_stand_in_the_order_of_the_blocks() -> None:
    assert [question.id for question in SHEET.questions] == ["een", "twee"]


def test_the_minutes_are_those_of_the_questions() -> None:
    assert SHEET.minutes == 8


def test_a_worksheet_survives_json_and_pickling() -> None:
    assert Worksheet.model_validate_json(SHEET.model_dump_json(by_alias=True)) == SHEET
    assert pickle.loads(pickle.dumps(SHEET)) == SHEET


def test_a_worksheet_cannot_be_changed_and_takes_no_unknown_key() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        SHEET.title = "anders"  # type: ignore[misc]
    with pytest.raises(ValidationError, match="Extra inputs"):
        House(kleur="#000000")  # type: ignore[call-arg]

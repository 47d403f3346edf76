"""What a web page saved: JSON of a stranger."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from coachkit.errors import HomeworkError
from coachkit.export.form import build_form
from coachkit.homework.saved import parse_json, read_saved, saved_answers
from coachkit.model import Block, Worksheet
from coachkit.model.form import seal_form
from support.hostile import sannes_homework


def test_saved_answers_come_back_by_question(
    sheet_with: Callable[..., Worksheet], question: Callable[..., Block]
) -> None:
    sheet = sheet_with(question("a"), question("b", soort="schaal", laag="laag", hoog="hoog"))
    data = {
        "soort": "coachkit-antwoorden",
        "versie": 1,
        "blad": json.loads(seal_form(build_form(sheet, "invullen"))),
        "antwoorden": {"v1": "Rust", "v2": "7"},
    }
    answers = read_saved(json.dumps(data).encode(), "sanne.json")
    assert (answers["a"], answers["b"], answers.source) == ("Rust", 7, "sanne.json")
    assert answers.notes == ()


def test_json_may_begin_with_a_byte_order_mark() -> None:
    assert parse_json(b'\xef\xbb\xbf{"a": "\xc3\xa9"}') == {"a": "é"}


@pytest.mark.parametrize("raw", [b"", b"{", b'{"a":1,"a":2}', b"NaN", b"\xe9", b"[" * 99_999])
def test_other_json_is_refused(raw: bytes) -> None:
    with pytest.raises(HomeworkError, match="beschadigd"):
        parse_json(raw)


def test_what_is_saved_is_read_back() -> None:
    homework = sannes_homework()
    assert json.loads(saved_answers(homework.form, homework.filled)) == homework.data
    assert read_saved(saved_answers(homework.form, {})).is_empty

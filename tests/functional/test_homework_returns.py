"""What a program fills in comes back exactly: every recipe, and letters of every kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from coachkit.export.form import build_form
from coachkit.homework.read import read_answers
from coachkit.model import Block, Worksheet
from coachkit.model.form import seal_form
from coachkit.session import save_worksheet
from coachkit.vocabulary import Form
from support.answer_specs import ALL_SPECS
from support.filling import (
    AWKWARD,
    LONG,
    came_back,
    expected,
    fill_in,
    fill_with_pikepdf,
    fill_with_pypdf,
)
from support.recipes import RECIPES, sheet_of

Exported = Callable[..., tuple[bytes, tuple[str, ...]]]
Fill = Callable[[Path, Path, Mapping[str, str | bool]], None]
fillers = pytest.mark.parametrize("fill", [fill_with_pikepdf, fill_with_pypdf])


def returned(
    empty: Path, sheet: Worksheet, fill: Fill, start: int
) -> tuple[dict[str, object], dict[str, object]]:
    """Return what came back of a filled sheet, and what should have."""
    asked = build_form(sheet, "invullen")
    filled = empty.with_name("vol.pdf")
    values = fill_in(asked, (LONG, *AWKWARD) if start == 0 else AWKWARD, start=start)
    fill(empty, filled, values)
    answers = read_answers(filled)
    assert seal_form(answers.form) == seal_form(asked)
    assert answers.notes == ()
    return came_back(answers), expected(asked, values)


@pytest.mark.parametrize(("number", "recipe"), list(enumerate(RECIPES)), ids=RECIPES)
def test_a_filled_sheet_of_every_recipe_comes_back(
    exported: Exported, tmp_path: Path, number: int, recipe: str
) -> None:
    sheet = sheet_of(recipe)
    empty = tmp_path / "leeg.pdf"
    empty.write_bytes(exported(sheet, "pdf")[0])
    for start, fill in ((0, fill_with_pikepdf), (number, fill_with_pypdf)):
        found, wanted = returned(empty, sheet, fill, start)
        assert found == wanted
        assert len(found) >= len(sheet.questions)


@fillers
@pytest.mark.parametrize(
    ("form", "large"), [(Form.FORMAL, False), (Form.INFORMAL, True)], ids=["u", "large"]
)
def test_so_does_one_for_u_and_one_in_large_print(
    exported: Exported, tmp_path: Path, fill: Fill, form: Form, large: bool
) -> None:
    sheet = sheet_of("huiswerk", form)
    empty = tmp_path / "leeg.pdf"
    empty.write_bytes(exported(sheet, "pdf", large=large)[0])
    found, wanted = returned(empty, sheet, fill, 0)
    assert found == wanted


@fillers
def test_so_does_every_kind_of_answer(
    sheet_with: Callable[..., Worksheet],
    question: Callable[..., Block],
    exported: Exported,
    tmp_path: Path,
    fill: Fill,
) -> None:
    sheet = sheet_with(
        *(question(f"a{i}", soort=kind, **spec) for i, (kind, spec) in enumerate(ALL_SPECS))
    )
    empty = tmp_path / "leeg.pdf"
    empty.write_bytes(exported(sheet, "pdf")[0])
    for start in range(3):
        found, wanted = returned(empty, sheet, fill, start)
        assert found == wanted


def test_each_awkward_text_comes_back_from_each_place(
    sheet_with: Callable[..., Worksheet],
    question: Callable[..., Block],
    exported: Exported,
    tmp_path: Path,
) -> None:
    """Text by text, so that nothing of one field can hide in another."""
    sheet = sheet_with(*(question(f"q{i}") for i in range(len(AWKWARD) + 1)))
    empty, filled = tmp_path / "leeg.pdf", tmp_path / "vol.pdf"
    empty.write_bytes(exported(sheet, "pdf")[0])
    values = {f"v{i}": text for i, text in enumerate((*AWKWARD, LONG), 1)}
    for fill in (fill_with_pikepdf, fill_with_pypdf):
        fill(empty, filled, values)
        answers = read_answers(filled)
        assert [answers[f"q{i}"] for i in range(len(values))] == list(values.values())


def test_an_empty_sheet_comes_back_empty(exported: Exported, tmp_path: Path) -> None:
    sheet = sheet_of("huiswerk")
    empty = tmp_path / "leeg.pdf"
    empty.write_bytes(exported(sheet, "pdf")[0])
    assert came_back(read_answers(empty)) == {}
    assert read_answers(empty).is_empty


def test_a_protected_sheet_that_was_filled_in_comes_back(tmp_path: Path) -> None:
    sheet = sheet_of("huiswerk")
    secret = "vier losse woorden"
    (path,) = save_worksheet(sheet, tmp_path, ("pdf",), password=secret)
    asked = build_form(sheet, "invullen")
    filled = tmp_path / "vol.pdf"
    values = fill_in(asked)
    fill_with_pikepdf(path, filled, values, password=secret)
    assert came_back(read_answers(filled, secret)) == expected(asked, values)

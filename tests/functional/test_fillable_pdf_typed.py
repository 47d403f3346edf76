"""Typed as a person does in Chromium's viewer: it comes back, and it shows in other viewers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pikepdf
import pytest

from coachkit.bank.bank import Bank
from coachkit.export.form import build_form
from coachkit.homework.read import read_answers
from coachkit.model import Block, Brief, Worksheet
from coachkit.model.form import WorksheetForm
from coachkit.session import example_brief, example_practice
from coachkit.worksheet.compose import make_worksheet
from support.answer_specs import ALL_SPECS
from support.filling import LATIN, LONG, Values, came_back, expected, fill_in
from support.pdf_checks import problems
from support.pdf_fields import is_button, name_of, rectangle, widgets
from support.pdfium import type_into
from support.pictures import Render, by_pdfium, by_poppler, changed, part
from support.recipes import shipped_bank

Exported = Callable[..., tuple[bytes, tuple[str, ...]]]
ONE_LINE = (
    *LATIN,
    "مرحبا، هذا اختبار (نعم) 123",
    "你好，世界。こんにちは 한국어",
    "e\u0301e\u0301n, co\u0308o\u0308rdinatie",
    "  spaties ervoor en erna  ",
    LONG,
)
"""Chromium's viewer keeps no emoji, and no new lines in a box of one line."""
SHORT = ("Even wandelen", "Ja")
LINES = "regel een\nregel twee\n\n  regel vier"
sizes = pytest.mark.parametrize("large", [False, True], ids=["normal", "large"])
renders = pytest.mark.parametrize("render", [by_poppler, by_pdfium])


@pytest.fixture(scope="module")
def sheets(
    small_bank: Bank, sheet_with: Callable[..., Worksheet], question: Callable[..., Block]
) -> dict[str, Worksheet]:
    brief = Brief(name="Sanne", goal="meer bewegen", goal_te="meer te bewegen",
                  situation="doel-te-groot", phase="actie", day="2026-11-22")  # fmt: skip
    demo = example_brief(brief.day)
    kinds = (question(f"a{i}", soort=kind, **spec) for i, (kind, spec) in enumerate(ALL_SPECS))
    return {
        "alles": make_worksheet(small_bank, brief, "alles", seed=7),
        "demo": make_worksheet(shipped_bank(), demo, practice=example_practice()),
        "kinds": sheet_with(*kinds),
    }


@pytest.fixture
def empty(
    sheets: dict[str, Worksheet], exported: Exported, tmp_path: Path
) -> Callable[..., tuple[Path, WorksheetForm]]:
    def make(which: str, *, large: bool) -> tuple[Path, WorksheetForm]:
        path = tmp_path / "leeg.pdf"
        path.write_bytes(exported(sheets[which], "pdf", large=large)[0])
        return path, build_form(sheets[which], "invullen")

    return make


@sizes
@pytest.mark.parametrize("which", ["alles", "demo", "kinds"])
def test_what_is_typed_comes_back(
    empty: Callable[..., tuple[Path, WorksheetForm]], tmp_path: Path, which: str, large: bool
) -> None:
    path, form = empty(which, large=large)
    values = fill_in(form, ONE_LINE)
    with pikepdf.open(path) as pdf:
        several = [name_of(w) for _, w in widgets(pdf) if int(w.get("/Ff", 0)) >> 12 & 1]
    values |= dict.fromkeys(several[::3], LINES)
    type_into(path, tmp_path / "vol.pdf", values)
    answers = read_answers(tmp_path / "vol.pdf")
    assert came_back(answers) == expected(form, values)
    assert answers.notes == ()
    assert several


@sizes
@pytest.mark.parametrize(
    ("which", "words"),
    [("alles", SHORT), ("demo", SHORT), ("kinds", SHORT), ("kinds", (LONG,))],
    ids=["alles", "demo", "kinds-short", "kinds-long"],
)
def test_what_is_typed_shows_in_its_field_and_nowhere_else(
    empty: Callable[..., tuple[Path, WorksheetForm]],
    tmp_path: Path,
    which: str,
    words: tuple[str, ...],
    large: bool,
) -> None:
    path, form = empty(which, large=large)
    filled = tmp_path / "vol.pdf"
    values = fill_in(form, words)
    type_into(path, filled, values)
    with pikepdf.open(filled) as pdf:
        assert problems(pdf, form) == []
    for render in (by_pdfium, by_poppler):
        assert unseen_and_astray(path, filled, values, render) == ([], [])


def unseen_and_astray(
    path: Path, filled: Path, values: Values, render: Render
) -> tuple[list[str], list[str]]:
    """Return the fields that show nothing though filled, and what shows where it should not."""
    ink = [changed(a, b) for a, b in zip(render(path), render(filled), strict=True)]
    unseen, astray = [], []
    with pikepdf.open(filled) as pdf:
        for page, widget in widgets(pdf):
            name, inside = name_of(widget), part(ink[page], rectangle(widget))
            if is_filled(widget, values):
                if inside.sum() < 4:
                    unseen.append(name)
            elif inside.any():
                astray.append(name)
            inside[:] = False
    astray += [f"page {i}: {page.sum()} pixels" for i, page in enumerate(ink, 1) if page.any()]
    return unseen, astray


def is_filled(widget: pikepdf.Object, values: Values) -> bool:
    if "/T" in widget:
        return bool(values.get(str(widget.T)))
    return name_of(widget) == f"{widget.Parent.T}_{values[str(widget.Parent.T)]}"


def test_it_is_told_when_something_shows_in_the_wrong_place(
    empty: Callable[..., tuple[Path, WorksheetForm]], tmp_path: Path
) -> None:
    path, form = empty("demo", large=False)
    filled = tmp_path / "vol.pdf"
    values = fill_in(form, ("Even wandelen",))
    type_into(path, filled, values)
    first = next(name for name, value in values.items() if value == "Even wandelen")
    assert unseen_and_astray(path, path, values, by_pdfium)[0]
    assert unseen_and_astray(path, filled, {**values, first: ""}, by_pdfium) == ([], [first])


@renders
@sizes
def test_a_line_stands_in_the_middle_of_its_box(
    empty: Callable[..., tuple[Path, WorksheetForm]], tmp_path: Path, large: bool, render: Render
) -> None:
    path, form = empty("kinds", large=large)
    filled = tmp_path / "vol.pdf"
    texts = {name: "H" for name, value in fill_in(form, ("H",)).items() if isinstance(value, str)}
    with pikepdf.open(path) as pdf:
        lines = [(n, w.T, rectangle(w)) for n, w in widgets(pdf)
                 if not is_button(w) and not int(w.get("/Ff", 0))]  # fmt: skip
        names = {str(name) for _, name, _ in lines}
        type_into(path, filled, {name: text for name, text in texts.items() if name in names})
        ink = [changed(a, b) for a, b in
               zip(render(path, 144), render(filled, 144), strict=True)]  # fmt: skip
        off = {str(name): off_middle(part(ink[page], box, 144)) / 2 for page, name, box in lines}
    assert len(off) > 20
    assert {name: points for name, points in off.items() if abs(points) > 2} == {}


def off_middle(inside: np.ndarray[tuple[int, int], np.dtype[np.bool_]]) -> float:
    """Return how far the middle of what shows is under that of its box, in pixels."""
    rows = np.flatnonzero(inside.any(axis=1))
    return float((rows[0] + rows[-1] + 1) / 2 - inside.shape[0] / 2)


@renders
@sizes
def test_a_chosen_figure_stands_in_the_middle_of_its_circle(
    sheet_with: Callable[..., Worksheet],
    question: Callable[..., Block],
    exported: Exported,
    tmp_path: Path,
    large: bool,
    render: Render,
) -> None:
    path, filled = tmp_path / "leeg.pdf", tmp_path / "vol.pdf"
    scales = [question(f"a{i}", soort="schaal", laag="licht", hoog="zwaar") for i in range(11)]
    path.write_bytes(exported(sheet_with(*scales), "pdf", large=large)[0])
    values: Values = {f"v{i + 1}": str(i) for i in range(11)}
    type_into(path, filled, values)
    pages = render(filled, 288)
    with pikepdf.open(filled) as pdf:
        chosen = [(n, w) for n, w in widgets(pdf) if is_filled(w, values)]
        for page, widget in chosen:
            x0, y0, x1, y1 = rectangle(widget)
            air = (x1 - x0) / 5
            inside = part(pages[page] > 150, (x0 + air, y0 + air, x1 - air, y1 - air), 288)
            for side in (inside, inside.T):
                assert abs(off_middle(side)) / 4 < 0.8, name_of(widget)
    assert len(chosen) == 11

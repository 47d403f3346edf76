"""Filled in by pdf.js, which is Firefox's viewer: it comes back, and it shows in other viewers."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from coachkit.export.form import build_form
from coachkit.homework.read import read_answers
from coachkit.model import Block, Worksheet
from coachkit.model.form import WorksheetForm
from support.answer_specs import ALL_SPECS
from support.filling import AWKWARD, LATIN, LONG, Values, came_back, expected, fill_in
from support.pdf_checks import problems
from support.pdf_fields import rectangle, widgets
from support.pictures import by_pdfium, by_poppler, changed, grown, part

SCRIPT = Path(__file__).parents[1] / "support" / "pdfjs_fill.mjs"
FILLINGS: dict[str, tuple[str, ...]] = {"latin": (*LATIN, LONG), "awkward": (*AWKWARD, LONG)}


def folder_with_pdfjs() -> str:
    """Return the folder that holds pdfjs-dist; it must be there when the environment names it."""
    if named := os.environ.get("COACHKIT_PDFJS"):
        return named
    found = ""
    if shutil.which("node") and shutil.which("npm"):
        command = [shutil.which("npm") or "", "root", "-g"]
        found = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    if not (found and (Path(found) / "pdfjs-dist").is_dir()):
        pytest.skip("pdf.js is not here (optional): name its folder in COACHKIT_PDFJS")
    return found


@pytest.fixture(scope="module")
def form(sheet: Worksheet) -> WorksheetForm:
    return build_form(sheet, "invullen")


@pytest.fixture(scope="module")
def sheet(sheet_with: Callable[..., Worksheet], question: Callable[..., Block]) -> Worksheet:
    kinds = (question(f"a{i}", soort=kind, **spec) for i, (kind, spec) in enumerate(ALL_SPECS))
    return sheet_with(*kinds)


@pytest.fixture(scope="module")
def filled(
    sheet: Worksheet,
    form: WorksheetForm,
    exported: Callable[..., tuple[bytes, tuple[str, ...]]],
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[Path, dict[str, tuple[Path, Values]]]:
    """Fill in one sheet twice: with plain letters, and with all that is awkward."""
    pdfjs = folder_with_pdfjs()
    folder = tmp_path_factory.mktemp("pdfjs")
    empty = folder / "leeg.pdf"
    empty.write_bytes(exported(sheet, "pdf")[0])
    made = {
        name: (folder / f"{name}.pdf", fill_in(form, texts)) for name, texts in FILLINGS.items()
    }
    jobs = [
        {"source": str(empty), "target": str(path), "values": values}
        for path, values in made.values()
    ]
    (folder / "jobs.json").write_text(json.dumps(jobs))
    subprocess.run(["node", SCRIPT, pdfjs, folder / "jobs.json"], check=True, timeout=120)
    return empty, made


@pytest.mark.parametrize("which", FILLINGS)
def test_what_firefox_saved_comes_back(
    filled: tuple[Path, dict[str, tuple[Path, Values]]], form: WorksheetForm, which: str
) -> None:
    path, values = filled[1][which]
    answers = read_answers(path)
    assert came_back(answers) == expected(form, values)
    assert answers.notes == ()


def test_it_is_the_empty_sheet_with_something_added(
    filled: tuple[Path, dict[str, tuple[Path, Values]]],
) -> None:
    empty, made = filled
    for path, _ in made.values():
        assert path.read_bytes().startswith(empty.read_bytes())


def test_it_is_still_in_order(
    filled: tuple[Path, dict[str, tuple[Path, Values]]], form: WorksheetForm
) -> None:
    with pikepdf.open(filled[1]["latin"][0]) as pdf:
        assert problems(pdf, form) == []


def test_letters_that_the_font_lacks_are_left_to_the_viewer(
    filled: tuple[Path, dict[str, tuple[Path, Values]]], form: WorksheetForm
) -> None:
    """Then pdf.js gives no appearance and asks every viewer to draw the fields anew."""
    with pikepdf.open(filled[1]["awkward"][0]) as pdf:
        found = problems(pdf, form)
        assert pdf.Root.AcroForm.NeedAppearances
    assert found
    assert [problem for problem in found if not problem.endswith("has no appearance")] == []


@pytest.mark.parametrize("render", [by_poppler, by_pdfium])
def test_it_shows_in_other_viewers(
    filled: tuple[Path, dict[str, tuple[Path, Values]]],
    render: Callable[[Path], list[object]],
) -> None:
    empty, made = filled
    path, values = made["latin"]
    ink = [changed(a, b) for a, b in zip(render(empty), render(path), strict=True)]
    unseen = []
    with pikepdf.open(path) as pdf:
        for page, widget in widgets(pdf):
            inside = part(ink[page], rectangle(widget))
            is_on = values[str(widget.T)] if "/T" in widget else widget.AS != "/Off"
            if bool(is_on) != bool(inside.sum() > 3):
                unseen.append(str(widget.get("/T", widget.AS)))
            part(ink[page], grown(rectangle(widget)))[:] = False
    assert unseen == []
    assert [page.sum() for page in ink if page.any()] == []

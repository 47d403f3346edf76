"""The PDF to fill in: every answer is a field that anyone can find, name and fill in."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from coachkit.bank.bank import Bank
from coachkit.export.form import build_form
from coachkit.export.markdown import plain_text
from coachkit.homework.read import read_answers
from coachkit.model import Block, Brief, Worksheet
from coachkit.vocabulary import Form
from coachkit.worksheet.compose import make_worksheet
from support.answer_specs import ALL_SPECS, SPECS
from support.filling import fill_in, fill_with_pikepdf, fill_with_pypdf
from support.pdf_checks import problems
from support.pdf_fields import widgets
from support.pdfium import type_into
from support.recipes import RECIPES, sheet_of

Exported = Callable[..., tuple[bytes, tuple[str, ...]]]
MakeSheet = Callable[..., Worksheet]
MakeQuestion = Callable[..., Block]
BRIEF = Brief(name="Sanne", goal="meer bewegen", goal_te="meer te bewegen",
              situation="doel-te-groot", phase="actie", day="2026-11-22")  # fmt: skip
sizes = pytest.mark.parametrize("large", [False, True], ids=["normal", "large"])


@pytest.fixture(scope="module")
def all_kinds(sheet_with: MakeSheet, question: MakeQuestion) -> Worksheet:
    return sheet_with(*(question(kind, soort=kind, **spec) for kind, spec in SPECS.items()))


def test_there_are_recipes_to_try() -> None:
    assert len(RECIPES) == 29


@sizes
@pytest.mark.parametrize("form", list(Form))
@pytest.mark.parametrize("recipe", RECIPES)
def test_a_sheet_of_every_recipe_is_in_order_empty_and_filled(
    exported: Exported, tmp_path: Path, recipe: str, form: Form, large: bool
) -> None:
    sheet = sheet_of(recipe, form)
    asked = build_form(sheet, "invullen")
    empty, filled = tmp_path / "leeg.pdf", tmp_path / "vol.pdf"
    empty.write_bytes(exported(sheet, "pdf", large=large)[0])
    fill_with_pikepdf(empty, filled, fill_in(asked))
    assert read_answers(empty).is_empty
    for path in (empty, filled):
        with pikepdf.open(path) as pdf:
            assert len(list(widgets(pdf))) == sum(len(q.fields) for q in asked.questions) > 0
            assert problems(pdf, asked) == []


@sizes
@pytest.mark.parametrize("recipe_kind", ["werkblad", "kaart"])
@pytest.mark.parametrize(("kind", "spec"), ALL_SPECS, ids=lambda value: str(value)[:30])
def test_every_kind_of_answer_becomes_fields(
    sheet_with: MakeSheet,
    question: MakeQuestion,
    exported: Exported,
    tmp_path: Path,
    kind: str,
    spec: dict[str, object],
    recipe_kind: str,
    large: bool,
) -> None:
    sheet = sheet_with(question("z"), question("a", soort=kind, **spec), kind=recipe_kind)
    path = tmp_path / "blad.pdf"
    path.write_bytes(exported(sheet, "pdf", large=large)[0])
    with pikepdf.open(path) as pdf:
        assert problems(pdf, build_form(sheet, "invullen")) == []


@pytest.mark.parametrize("fill", [fill_with_pikepdf, fill_with_pypdf, type_into])
@sizes
def test_programs_that_fill_it_in_leave_it_in_order(
    all_kinds: Worksheet,
    exported: Exported,
    tmp_path: Path,
    fill: Callable[..., None],
    large: bool,
) -> None:
    asked = build_form(all_kinds, "invullen")
    empty, filled = tmp_path / "leeg.pdf", tmp_path / "vol.pdf"
    empty.write_bytes(exported(all_kinds, "pdf", large=large)[0])
    fill(empty, filled, fill_in(asked))
    with pikepdf.open(filled) as pdf:
        found = problems(pdf, asked)
    if fill is type_into:
        # PDFium draws letters that the font of the form lacks from fonts of the machine.
        found = [problem for problem in found if "which is not in the file" not in problem]
    assert found == []


@sizes
@pytest.mark.parametrize("which", ["all kinds", "small bank", *RECIPES])
def test_the_pages_break_alike_for_keys_and_for_a_pen(
    all_kinds: Worksheet,
    small_bank: Bank,
    exported: Exported,
    letters: Callable[[str], str],
    which: str,
    large: bool,
) -> None:
    sheet = {
        "all kinds": all_kinds,
        "small bank": make_worksheet(small_bank, BRIEF, "alles", seed=7),
    }.get(which) or sheet_of(which)
    questions = [letters(plain_text(b.text)) for b in sheet.blocks if b.question is not None]
    keys, pen = (
        pages_of(exported(sheet, "pdf", variant=variant, large=large)[0], questions, letters)
        for variant in ("invullen", "schrijven")
    )
    assert keys == pen
    assert all(places for places in keys[1])


def pages_of(
    pdf: bytes, questions: list[str], letters: Callable[[str], str]
) -> tuple[int, list[list[int]]]:
    """Return how many pages there are, and on which of them each question stands."""
    document = pypdfium2.PdfDocument(pdf)
    pages = [letters(page.get_textpage().get_text_bounded()) for page in document]
    document.close()
    return len(pages), [[i for i, page in enumerate(pages) if text in page] for text in questions]


def test_the_same_sheet_gives_the_same_bytes(all_kinds: Worksheet, exported: Exported) -> None:
    first, _ = exported(all_kinds, "pdf")
    other, _ = exported(all_kinds, "pdf", large=True)
    assert exported(all_kinds, "pdf")[0] == first != other


def test_what_is_attached_is_plain_data_without_what_is_for_the_coach(
    small_bank: Bank, exported: Exported, tmp_path: Path
) -> None:
    sheet = make_worksheet(small_bank, BRIEF, "alles", seed=987_654)
    path = tmp_path / "blad.pdf"
    path.write_bytes(exported(sheet, "pdf")[0])
    with pikepdf.open(path) as pdf:
        raw = pdf.attachments["coachkit.json"].get_file().read_bytes()
    data = json.loads(raw)
    assert set(data) == {
        *("soort", "schema", "werkblad", "titel", "naam", "kenmerk", "datum", "aanspreekvorm"),
        *("variant", "vragen", "controle"),
    }
    for asked in data["vragen"]:
        assert set(asked) <= {"veld", "id", "vraag", "categorie", "antwoord"}
    private = [sheet.origin.reason, "doel-te-groot", "987654", "actie", '"bron"', "vervolgvraag"]
    private += [text for asked in sheet.questions for text in (asked.reason, asked.follow_up)]
    written = json.dumps(data, ensure_ascii=False)
    assert [text for text in private if text and text in written] == []
    assert "Wat trekt je het meest?" in written


@pytest.mark.skipif(not shutil.which("verapdf"), reason="verapdf is not here (optional)")
@pytest.mark.parametrize("fill", [None, fill_with_pikepdf, fill_with_pypdf, type_into])
@sizes
def test_an_independent_validator_agrees(
    all_kinds: Worksheet,
    exported: Exported,
    tmp_path: Path,
    fill: Callable[..., None] | None,
    large: bool,
) -> None:
    good, bad = tmp_path / "goed.pdf", tmp_path / "fout.pdf"
    good.write_bytes(exported(all_kinds, "pdf", large=large)[0])
    if fill:
        values = fill_in(build_form(all_kinds, "invullen"), ("Een woord", "Nog één"))
        fill(good, tmp_path / "vol.pdf", values)
        good = tmp_path / "vol.pdf"
    with pikepdf.open(good) as pdf:
        del next(page for page in pdf.pages if "/Annots" in page)["/Tabs"]
        pdf.save(bad)
    assert verapdf(good).startswith("PASS")
    assert verapdf(bad).startswith("FAIL")


def verapdf(path: Path) -> str:
    """Return what veraPDF says of a file: a line that begins with PASS or FAIL."""
    command = ["verapdf", "--flavour", "ua1", "--format", "text", str(path)]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout

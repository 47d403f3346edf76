"""The shipped question bank: large enough, complete, and every recipe works for everyone."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from coachkit.answers import KINDS, PLAN
from coachkit.bank.bank import Bank
from coachkit.bank.load import load_bank, yaml_files
from coachkit.export.compiler import compile_pdf
from coachkit.export.exporters import WorksheetTypstExporter
from coachkit.model import BlockKind, Brief, Recipe
from coachkit.resources import data_folder
from coachkit.vocabulary import DOUBTING, PLANNING, Category, Form, Phase, Situation
from coachkit.worksheet.compose import make_worksheet
from coachkit.worksheet.notebook import build_notebook

BANK = load_bank()
RECIPES = list(BANK.recipes.values())
BRIEF = Brief(name="Sanne", goal="meer bewegen", coach="Noor", day=date(2026, 11, 22))


@pytest.fixture(scope="module")
def bank() -> Bank:
    return BANK


def phases_of(recipe: Recipe) -> tuple[Phase, ...]:
    return recipe.phases or tuple(Phase)


def test_each_category_has_questions_that_fit_every_situation(bank: Bank) -> None:
    for category in Category:
        questions = [q for q in bank.questions.values() if q.category is category]
        assert len(questions) >= 15
        assert sum(not q.situations and not q.worlds for q in questions) >= 15


def test_every_question_has_all_its_metadata(bank: Bank) -> None:
    for question in bank.questions.values():
        assert question.reviewed, question.id
        assert question.source, question.id
        assert question.follow_up, question.id
        assert question.labels, question.id
    assert {question.answer.soort for question in bank.questions.values()} == set(KINDS)


def test_no_id_names_a_situation_or_a_phase(bank: Bank) -> None:
    words = {*Situation, *Phase}
    for id_ in (*bank.questions, *bank.recipes):
        assert not [word for word in words if word in id_], id_


def test_every_file_names_its_schema_in_the_first_line() -> None:
    folder = data_folder("vraagbank")
    for path in yaml_files(folder):
        first = path.read_text(encoding="utf-8").splitlines()[0]
        name = first.removeprefix("# yaml-language-server: $schema=")
        assert name != first, path
        assert (path.parent / name).resolve().is_file(), path


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.id)
def test_every_recipe_gives_a_sheet_in_every_phase_and_situation(
    bank: Bank, recipe: Recipe
) -> None:
    for phase in (None, *phases_of(recipe)):
        for situation in (None, *Situation):
            brief = BRIEF.model_copy(update={"phase": phase, "situation": situation})
            sheet = make_worksheet(bank, brief, recipe.id)
            kinds = [question.answer.soort for question in sheet.questions]
            assert phase not in PLANNING or recipe.kind != "werkblad" or kinds[-1] == PLAN
            assert phase not in DOUBTING or "balans" not in kinds


def test_two_clients_seldom_get_the_same_sheet(bank: Bank) -> None:
    brief = BRIEF.model_copy(update={"phase": Phase.DECISION})
    sheets = Counter(
        tuple(q.id for q in make_worksheet(bank, brief, "huiswerk", seed=seed).questions)
        for seed in range(50)
    )
    assert len(sheets) >= 45


def test_homework_asks_in_all_five_categories(bank: Bank) -> None:
    sheet = make_worksheet(bank, BRIEF, "huiswerk")
    assert {question.category for question in sheet.questions} == set(Category)


def test_the_decision_has_two_moments_with_head_and_heart(bank: Bank) -> None:
    sheet = make_worksheet(bank, BRIEF.model_copy(update={"phase": Phase.DECISION}), "besluit")
    assert BlockKind.MOMENT in [block.kind for block in sheet.blocks]
    assert "gevolgen-hoofd-en-hart" in [question.id for question in sheet.questions]


@pytest.mark.parametrize("large", [False, True], ids=["normal", "large"])
@pytest.mark.parametrize("variant", ["invullen", "schrijven"])
@pytest.mark.parametrize("form", list(Form))
@pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.id)
def test_every_recipe_compiles_without_a_warning(
    bank: Bank, recipe: Recipe, form: Form, variant: str, large: bool
) -> None:
    for seed in range(3):
        brief = BRIEF.model_copy(update={"form": form, "phase": phases_of(recipe)[0]})
        sheet = make_worksheet(bank, brief, recipe.id, seed=seed)
        exporter = WorksheetTypstExporter(variant=variant, large=large)
        source, resources = exporter.from_notebook_node(build_notebook(sheet))
        pdf, warnings = compile_pdf({"main.typ": source.encode(), **resources["outputs"]})
        assert pdf.startswith(b"%PDF")
        assert warnings == ()

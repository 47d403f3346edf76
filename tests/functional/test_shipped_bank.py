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
from coachkit.model import BlockKind, Brief, Question, Recipe, expand
from coachkit.resources import data_folder
from coachkit.vocabulary import DOUBTING, PLANNING, Audience, Category, Form, Phase, Situation
from coachkit.worksheet.compose import make_worksheet
from coachkit.worksheet.notebook import build_notebook

BANK = load_bank()
RECIPES = list(BANK.recipes.values())
BRIEF = Brief(
    name="Sanne",
    goal="meer bewegen",
    previous_step="elke dag een rondje lopen",
    coach="Noor",
    day=date(2026, 11, 22),
)


@pytest.fixture(scope="module")
def bank() -> Bank:
    return BANK


def phases_of(recipe: Recipe) -> tuple[Phase, ...]:
    return recipe.phases or tuple(Phase)


def live(audience: Audience) -> list[Question]:
    return [q for q in BANK.questions.values() if q.audience is audience and not q.retired]


CLIENT = live(Audience.CLIENT)


def test_each_category_has_sixty_questions_for_clients() -> None:
    assert min(Counter(question.category for question in CLIENT).values()) >= 60


@pytest.mark.parametrize("phase", list(Phase))
@pytest.mark.parametrize("category", list(Category))
def test_each_category_and_phase_has_questions_that_fit_every_situation(
    category: Category, phase: Phase
) -> None:
    written = [q for q in CLIENT if q.category is category and phase in q.phases]
    assert sum(not q.situations and not q.worlds for q in written) >= 6


def test_each_situation_has_questions_written_for_it() -> None:
    counts = Counter(situation for question in CLIENT for situation in question.situations)
    assert min(counts[situation] for situation in Situation) >= 15


def test_there_are_many_unusual_questions_and_questions_for_coaches() -> None:
    assert sum("verras-me" in question.labels for question in CLIENT) >= 40
    assert len(live(Audience.COACH)) >= 60


def test_the_patterns_stand_for_many_questions_that_all_differ() -> None:
    patterns = [question for question in CLIENT if question.is_pattern]
    texts = [wording.text for pattern in patterns for wording in expand(pattern)]
    assert len(patterns) >= 30
    assert len(texts) >= 600
    assert len(set(texts)) == len(texts)


def test_every_row_of_the_method_has_a_recipe(bank: Bank) -> None:
    rows = {row for recipe in (*RECIPES, *bank.texts.values()) for row in recipe.rows}
    assert rows == {f"S{number}" for number in range(1, 27)}
    assert len(RECIPES) >= 18


def test_a_sheet_for_a_coach_alone_asks_nothing_of_a_group(bank: Bank) -> None:
    labels = {label for part in bank.recipes["fris-blijven"].sections for label in part.labels}
    asked = [question for question in live(Audience.COACH) if labels & set(question.labels)]
    assert len(asked) >= 8
    assert [question.id for question in asked if "groep" in question.text] == []


def test_few_questions_need_an_exception_of_a_language_rule(bank: Bank) -> None:
    allowed = [question for question in bank.questions.values() if question.allowed]
    assert len(allowed) <= 0.05 * len(bank.questions)


def test_every_question_has_all_its_metadata(bank: Bank) -> None:
    for question in bank.questions.values():
        assert question.reviewed, question.id
        assert question.source, question.id
        assert question.follow_up, question.id
        assert question.labels, question.id
    assert {question.answer.soort for question in bank.questions.values()} == set(KINDS)


def test_no_id_names_a_situation_or_a_phase(bank: Bank) -> None:
    words = {*Situation, *Phase}
    for id_ in (*bank.questions, *bank.expansions, *bank.recipes):
        assert not [word for word in words if f"-{word}-" in f"-{id_}-"], id_


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
            assert phase not in PLANNING or not recipe.keeps_order or kinds[-1] == PLAN
            assert phase not in DOUBTING or "balans" not in kinds


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.id)
def test_three_sheets_in_a_row_ask_nothing_twice(bank: Bank, recipe: Recipe) -> None:
    for phase in phases_of(recipe):
        for situation in Situation:
            brief = BRIEF.model_copy(update={"phase": phase, "situation": situation})
            asked: set[str] = set()
            for _ in range(3):
                sheet = make_worksheet(bank, brief, recipe.id, asked=asked)
                ids = [question.id for question in sheet.questions]
                assert asked.isdisjoint(ids)
                assert len(set(ids)) == len(ids)
                asked.update(ids)


def test_a_surprise_comes_only_where_a_recipe_asks_for_it(bank: Bank) -> None:
    surprises = {q.id for q in bank.questions.values() if "verras-me" in q.labels}
    for seed in range(20):
        sheet = make_worksheet(bank, BRIEF, "huiswerk", seed=seed)
        assert surprises.isdisjoint(question.id for question in sheet.questions)
        cards = make_worksheet(bank, BRIEF, "verras-me", seed=seed)
        assert all("verras-me" in bank.question(q.id).labels for q in cards.questions)


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

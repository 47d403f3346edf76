"""What earlier sheets tell the next: what was asked, the step, and the client's own words."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import nbformat
import pytest

from coachkit.errors import FileError, HomeworkError, NotebookError
from coachkit.export.form import build_form
from coachkit.homework.earlier import Earlier, look_back
from coachkit.homework.pack import Pack
from coachkit.model import Block, Brief, Worksheet
from coachkit.model.form import seal_form
from coachkit.vocabulary import Category
from coachkit.worksheet.notebook import build_notebook

MakeSheet = Callable[..., Worksheet]
MakeQuestion = Callable[..., Block]
Return = Callable[..., Path]

SANNE = Brief(name="Sanne")
PLAN = {"soort": "als-dan"}
LADDER = {"soort": "ladder", "treden": ["Mijn wens", "Deze week", "Vandaag"]}


@pytest.fixture
def returned(tmp_path: Path) -> Return:
    """Save a sheet as a web page does when a client has filled it in."""

    def save(sheet: Worksheet, name: str = "huiswerk.json", **filled: str) -> Path:
        form = build_form(sheet, "invullen")
        names = {
            field.key: False if field.kind == "check" else ""
            for question in form.questions
            for field in question.fields
        }
        data = {
            "soort": "coachkit-antwoorden",
            "versie": 1,
            "blad": json.loads(seal_form(form)),
            "antwoorden": {**names, **filled},
        }
        path = tmp_path / name
        path.write_text(json.dumps(data), encoding="utf-8")
        return path

    return save


def in_category(block: Block, category: Category) -> Block:
    assert block.question is not None
    asked = block.question.model_copy(update={"category": category})
    return block.model_copy(update={"question": asked})


def test_nothing_earlier_tells_nothing() -> None:
    assert look_back([]) == Earlier()


def test_a_notebook_tells_what_was_asked(
    sheet_with: MakeSheet, question: MakeQuestion, tmp_path: Path
) -> None:
    path = tmp_path / "eerder.ipynb"
    nbformat.write(build_notebook(sheet_with(question("a"), question("b"))), path)
    assert look_back([path], SANNE) == Earlier(frozenset({"a", "b"}))


def test_of_a_plan_the_step_is_what_the_client_does(
    sheet_with: MakeSheet, question: MakeQuestion, returned: Return
) -> None:
    sheet = sheet_with(question("ladder", **LADDER), question("plan", **PLAN))
    path = returned(sheet, v1_2="iets anders", v2_als="ik thuiskom", v2_dan="pak ik\nmijn tas. ")
    found = look_back([path], SANNE)
    assert found.asked == {"ladder", "plan"}
    assert found.step == "pak ik mijn tas"
    told = 'de vorige stap, uit het huiswerk: "pak ik mijn tas"'
    assert list(found.notes_for(SANNE)) == [told]
    own = SANNE.model_copy(update={"previous_step": "zwemmen"})
    assert list(found.notes_for(own)) == []


def test_without_a_plan_the_step_is_the_foot_of_the_ladder(
    sheet_with: MakeSheet, question: MakeQuestion, returned: Return
) -> None:
    sheet = sheet_with(question("ladder", **LADDER), question("plan", **PLAN))
    path = returned(sheet, v1_1="deze week bellen", v1_2="nummer opzoeken", v2_als="ik thuiskom")
    assert look_back([path]).step == "nummer opzoeken"


def test_no_other_rung_is_taken_for_the_step(
    sheet_with: MakeSheet, question: MakeQuestion, returned: Return
) -> None:
    path = returned(sheet_with(question("ladder", **LADDER)), v1_0="ooit verhuizen")
    found = look_back([path])
    assert found.step is None
    assert found.doubts[0] == "in het huiswerk is geen stap ingevuld om mee verder te gaan"


def test_the_latest_sheet_with_a_step_counts(
    sheet_with: MakeSheet, question: MakeQuestion, returned: Return
) -> None:
    plan = question("plan", **PLAN)
    old = returned(sheet_with(plan, day=date(2026, 11, 1)), "oud.json", v1_dan="oude stap")
    new = returned(sheet_with(plan, day=date(2026, 11, 8)), "nieuw.json", v1_dan="nieuwe stap")
    empty = returned(sheet_with(plan, day=date(2026, 11, 15)), "leeg.json")
    undated = returned(sheet_with(plan, day=None), "zonder.json", v1_dan="ooit")
    assert look_back([undated, old, new, empty]).step == "nieuwe stap"


def test_the_words_are_an_open_answer_and_never_of_pain(
    sheet_with: MakeSheet, question: MakeQuestion, returned: Return
) -> None:
    sheet = sheet_with(
        in_category(question("p"), Category.PAIN),
        in_category(question("g"), Category.BOUNDARIES),
        in_category(question("v"), Category.DESIRE),
    )
    everything = returned(sheet, v1="het doet zeer", v2="ik zeg nee", v3="meer rust.")
    assert look_back([everything]).answer == "meer rust"
    assert look_back([returned(sheet, v1="het doet zeer", v2="ik zeg nee")]).answer == "ik zeg nee"
    assert look_back([returned(sheet, v1="het doet zeer")]).answer is None


def test_long_words_are_cut_at_a_space(
    sheet_with: MakeSheet, question: MakeQuestion, returned: Return
) -> None:
    sheet = sheet_with(in_category(question("v"), Category.DESIRE))
    answer = look_back([returned(sheet, v1="lang verhaal " * 40)]).answer
    assert answer is not None
    assert len(answer) <= 161
    assert answer.endswith(("lang …", "verhaal …"))


def test_one_long_word_is_cut_too(
    sheet_with: MakeSheet, question: MakeQuestion, returned: Return
) -> None:
    sheet = sheet_with(question("plan", **PLAN))
    step = look_back([returned(sheet, v1_dan="wandelen/" * 40)]).step
    assert step is not None
    assert step.startswith("wandelen/wandelen/")
    assert len(step) <= 161


def test_dots_are_no_words(sheet_with: MakeSheet, question: MakeQuestion, returned: Return) -> None:
    sheet = sheet_with(
        *(in_category(question("v"), Category.DESIRE), in_category(question("g"), Category.PAIN)),
        *(question("plan", **PLAN), question("plan2", **PLAN)),
        in_category(question("k"), Category.SMALL_STEPS),
    )
    found = look_back([returned(sheet, v1="...", v3_dan="bellen", v4_dan=" … ", v5="Even bellen")])
    assert (found.step, found.answer) == ("bellen", "Even bellen")


def test_of_two_plans_the_last_counts(
    sheet_with: MakeSheet, question: MakeQuestion, returned: Return
) -> None:
    sheet = sheet_with(question("plan", **PLAN), question("plan2", **PLAN))
    assert look_back([returned(sheet, v1_dan="eerst", v2_dan="laatst")]).step == "laatst"


def test_a_sheet_for_the_pen_tells_what_was_asked(
    sheet_with: MakeSheet, question: MakeQuestion, tmp_path: Path
) -> None:
    pack = Pack(sheet_with(question("a"), question("b")), "schrijven")
    (pdf,) = pack.files(["pdf"]).values()
    path = tmp_path / "blad.pdf"
    path.write_bytes(pdf)
    assert look_back([path], SANNE) == Earlier(frozenset({"a", "b"}))


def test_the_brief_wins_over_what_came_back() -> None:
    found = Earlier(step="lopen", answer="rust")
    assert found.told_to(Brief(name="Sanne")).previous_step == "lopen"
    own = found.told_to(Brief(name="Sanne", previous_step="zwemmen"))
    assert (own.previous_step, own.previous_answer) == ("zwemmen", "rust")


@pytest.mark.parametrize(
    ("written", "name"),
    [*(("Sanne", name) for name in ("Sanne", " sanne ", "SANNE")), ("Zoe\u0308", "Zo\xeb")],
)
def test_the_name_may_be_spelled_a_little_otherwise(
    sheet_with: MakeSheet, question: MakeQuestion, returned: Return, written: str, name: str
) -> None:
    sheet = sheet_with(question("a"), name=written)
    assert look_back([returned(sheet)], Brief(name=name)).asked == {"a"}


def test_of_two_clients_of_one_name_the_mark_tells_which(
    sheet_with: MakeSheet, question: MakeQuestion, returned: Return, tmp_path: Path
) -> None:
    sheet = sheet_with(question("a"), mark="De V")
    path, notebook = returned(sheet), tmp_path / "sanne.ipynb"
    nbformat.write(build_notebook(sheet), notebook)
    for earlier in (path, notebook):
        same = look_back([earlier], Brief(name="Sanne", mark="de v"))
        assert not any("kijk of" in doubt for doubt in same.doubts)
        with pytest.raises(HomeworkError, match=r"van Sanne \(De V\), en .* voor Sanne \(Bakker\)"):
            look_back([earlier], Brief(name="Sanne", mark="Bakker"))
        unsure = look_back([earlier], SANNE).doubts[0]
        assert unsure == "een blad is van Sanne (De V); kijk of dat Sanne is"


def test_the_words_of_a_client_cannot_command_the_terminal(
    sheet_with: MakeSheet, question: MakeQuestion, returned: Return
) -> None:
    bad = "loop \x1b[2J\x07 een\nrondje"
    sheet = sheet_with(question("plan", **PLAN), name="Sa\x1b]0;nne")
    path = returned(sheet, v1_dan=bad)
    found = look_back([path], Brief(name="Sa\x1b]0;nne"))
    assert found.step == "loop [2J een rondje"
    with pytest.raises(HomeworkError, match="van Sa■]0;nne"):
        look_back([path], SANNE)


def test_a_sheet_of_someone_else_is_refused(
    sheet_with: MakeSheet, question: MakeQuestion, returned: Return, tmp_path: Path
) -> None:
    sheet = sheet_with(question("a"), name="Bram")
    path, notebook = returned(sheet), tmp_path / "bram.ipynb"
    nbformat.write(build_notebook(sheet), notebook)
    for other in (path, notebook):
        with pytest.raises(HomeworkError, match="van Bram, en de briefing is voor Sanne") as told:
            look_back([other], SANNE)
        assert str(other) in str(told.value)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    absent, strange = tmp_path / "weg.pdf", tmp_path / "raar.json"
    strange.write_text("[]", encoding="utf-8")
    with pytest.raises(FileError, match=r"weg\.pdf: .*het is er niet"):
        look_back([absent])
    with pytest.raises(HomeworkError, match=r"raar\.json: "):
        look_back([strange])
    notebook = tmp_path / "raar.ipynb"
    notebook.write_text("[]", encoding="utf-8")
    with pytest.raises(NotebookError, match=r"raar\.ipynb: "):
        look_back([notebook])

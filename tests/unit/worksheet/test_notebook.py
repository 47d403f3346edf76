"""Worksheet <-> notebook: nothing is lost, and a coach's edits come through."""

from __future__ import annotations

import copy
from collections.abc import Callable

import nbformat
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_raw_cell

from coachkit.bank.bank import Bank
from coachkit.errors import NotebookError
from coachkit.export.markdown import PlainRenderer
from coachkit.export.page import build_page
from coachkit.model import Block, BlockKind, Brief, House, Worksheet
from coachkit.vocabulary import Form, Phase, Situation
from coachkit.worksheet import notebook as module
from coachkit.worksheet.commonmark import escape
from coachkit.worksheet.compose import make_worksheet
from coachkit.worksheet.notebook import build_notebook, read_notebook

WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60).filter(str.strip)
BRIEFS = st.fixed_dictionaries(
    {
        "name": WORDS,
        "form": st.sampled_from(Form),
        "goal": WORDS,
        "goal_te": WORDS,
        "situation": st.just(Situation.GOAL_TOO_BIG),
        "phase": st.sampled_from([Phase.DECISION, Phase.ACTION]),
        "coach": st.none() | WORDS,
        "day": st.none() | st.dates(),
    }
)


@pytest.fixture
def sheet(small_bank: Bank, brief: Brief) -> Worksheet:
    return make_worksheet(small_bank, brief, "alles", seed=4)


@pytest.fixture
def notebook(sheet: Worksheet) -> NotebookNode:
    return build_notebook(sheet)


def cell_of(notebook: NotebookNode, kind: str) -> int:
    """Return the place of the first cell of a kind."""
    kinds = [cell["metadata"].get("coachkit", {}).get("kind") for cell in notebook["cells"]]
    return kinds.index(kind)


def kinds_of(sheet: Worksheet) -> list[str]:
    return [str(block.kind) for block in sheet.blocks]


@settings(max_examples=80, deadline=None)
@given(BRIEFS, st.sampled_from(["alles", "kort"]), st.integers(0, 2**32 - 1))
def test_a_worksheet_comes_back_without_loss(
    small_bank: Bank, brief: dict[str, object], recipe: str, seed: int
) -> None:
    sheet = make_worksheet(small_bank, Brief(**brief), recipe, seed=seed)
    written = nbformat.writes(build_notebook(sheet))
    assert read_notebook(nbformat.reads(written, as_version=4)) == sheet


@pytest.mark.parametrize("text", ["C #", "# a", "*x*", "a\\", "1. b", "&lt;", "$x$ ##"])
def test_a_heading_that_looks_like_markup_comes_back_without_loss(
    sheet_with: Callable[..., Worksheet], question: Callable[..., Block], text: str
) -> None:
    title = Block(kind=BlockKind.TITLE, text=escape(text))
    sheet = sheet_with(title, question("a", text=escape(text)), title=text)
    assert read_notebook(build_notebook(sheet)) == sheet


def test_the_notebook_is_valid(notebook: NotebookNode) -> None:
    nbformat.validate(notebook)


def test_each_block_is_one_markdown_cell(sheet: Worksheet, notebook: NotebookNode) -> None:
    assert len(notebook["cells"]) == len(sheet.blocks)
    assert {cell["cell_type"] for cell in notebook["cells"]} == {"markdown"}
    assert len({cell["id"] for cell in notebook["cells"]}) == len(sheet.blocks)


def test_the_house_style_travels_in_the_notebook(sheet: Worksheet) -> None:
    house = House(name="Praktijk De Linde", accent="#aa3300")
    sheet = sheet.model_copy(update={"house": house})
    assert read_notebook(build_notebook(sheet)).house == house


def test_changed_text_comes_through(notebook: NotebookNode) -> None:
    place = cell_of(notebook, "question")
    notebook["cells"][place]["source"] = "### Wat wil *jij*?\n\nEen woord is **genoeg**."
    block = read_notebook(notebook).blocks[place]
    assert (block.text, block.body) == ("Wat wil *jij*?", "Een woord is **genoeg**.")
    assert block.question is not None


def test_a_changed_title_becomes_the_title_of_the_document(notebook: NotebookNode) -> None:
    notebook["cells"][cell_of(notebook, "title")]["source"] = r"# Een *heel* ander blad \*"
    page = build_page(read_notebook(notebook), PlainRenderer(), variant="invullen", large=False)
    assert page.title == "Een heel ander blad *"


def test_without_a_title_cell_the_title_stays(sheet: Worksheet, notebook: NotebookNode) -> None:
    del notebook["cells"][cell_of(notebook, "title")]
    assert read_notebook(notebook).title == sheet.title


def test_another_order_comes_through(sheet: Worksheet, notebook: NotebookNode) -> None:
    notebook["cells"].reverse()
    assert read_notebook(notebook).blocks == sheet.blocks[::-1]


def test_a_removed_cell_is_gone(sheet: Worksheet, notebook: NotebookNode) -> None:
    place = cell_of(notebook, "question")
    del notebook["cells"][place]
    read = read_notebook(notebook)
    assert read.blocks == sheet.blocks[:place] + sheet.blocks[place + 1 :]


def test_an_empty_cell_is_no_block(sheet: Worksheet, notebook: NotebookNode) -> None:
    notebook["cells"].insert(2, new_markdown_cell(" \n "))
    assert read_notebook(notebook) == sheet


def test_an_added_cell_is_the_coachs_own_text(notebook: NotebookNode) -> None:
    own = "Dit is **vet**, *schuin* en een [link](https://a.example).\n\n- een\n- twee"
    notebook["cells"].insert(3, new_markdown_cell(own))
    assert read_notebook(notebook).blocks[3] == Block(kind=BlockKind.TEXT, text=own)


def test_a_raw_cell_is_the_coachs_own_text_too(notebook: NotebookNode) -> None:
    notebook["cells"].append(new_raw_cell("los"))
    assert read_notebook(notebook).blocks[-1] == Block(kind=BlockKind.TEXT, text="los")


def test_a_cell_that_lost_its_metadata_is_the_coachs_own_text(notebook: NotebookNode) -> None:
    source = notebook["cells"][3]["source"]
    notebook["cells"][3]["metadata"] = None
    assert read_notebook(notebook).blocks[3] == Block(kind=BlockKind.TEXT, text=source)


def test_a_code_cell_is_left_out(sheet: Worksheet, notebook: NotebookNode) -> None:
    notebook["cells"].append(new_code_cell("print('hoi')"))
    assert read_notebook(notebook) == sheet


def test_source_may_be_a_list_of_lines(sheet: Worksheet, notebook: NotebookNode) -> None:
    for cell in notebook["cells"]:
        cell["source"] = cell["source"].splitlines(keepends=True)
    assert read_notebook(notebook) == sheet


def split(notebook: NotebookNode, place: int, rest: str) -> None:
    """Split a cell as JupyterLab does: both parts keep the metadata."""
    second = copy.deepcopy(notebook["cells"][place])
    second["id"], second["source"] = "gesplitst", rest
    notebook["cells"].insert(place + 1, second)


@pytest.mark.parametrize("kind", ["title", "section", "question"])
def test_the_second_part_of_a_split_cell_is_the_coachs_own_text(
    notebook: NotebookNode, kind: str
) -> None:
    place = cell_of(notebook, kind)
    split(notebook, place, "Nog een zin.")
    blocks = read_notebook(notebook).blocks
    assert str(blocks[place].kind) == kind
    assert blocks[place + 1] == Block(kind=BlockKind.TEXT, text="Nog een zin.")


def test_a_moment_may_be_split(sheet_with: Callable[..., Worksheet]) -> None:
    moment = Block(kind=BlockKind.MOMENT, text="Klaar", body="Morgen verder.")
    notebook = build_notebook(sheet_with(moment))
    split(notebook, 0, "Slaap lekker.")
    assert kinds_of(read_notebook(notebook)) == ["moment", "text"]


def test_a_copied_question_is_asked_once(sheet: Worksheet, notebook: NotebookNode) -> None:
    place = cell_of(notebook, "question")
    notebook["cells"].append(copy.deepcopy(notebook["cells"][place]))
    read = read_notebook(notebook)
    assert read.questions == sheet.questions
    assert read.blocks[-1].kind is BlockKind.TEXT


def test_merged_cells_keep_all_their_words(notebook: NotebookNode) -> None:
    place = cell_of(notebook, "title")
    first, second = notebook["cells"][place : place + 2]
    first["source"] += "\n\n" + second["source"]
    del notebook["cells"][place + 1]
    block = read_notebook(notebook).blocks[place]
    assert block.body == second["source"]


def test_a_question_whose_heading_mark_was_removed_stays_a_question(
    notebook: NotebookNode,
) -> None:
    place = cell_of(notebook, "question")
    notebook["cells"][place]["source"] = "Zonder hekjes?\nmet hulp"
    block = read_notebook(notebook).blocks[place]
    assert (block.text, block.body) == ("Zonder hekjes?", "met hulp")
    assert block.question is not None


def test_a_foreign_notebook_is_no_worksheet() -> None:
    foreign = nbformat.v4.new_notebook(cells=[new_markdown_cell("# Iets anders")])
    with pytest.raises(NotebookError, match="geen werkblad van coachkit; maak er een"):
        read_notebook(foreign)


@pytest.mark.parametrize("metadata", [None, "werkblad", {"sheet": {}}, {"schema": "1"}])
def test_other_metadata_under_our_key_makes_no_worksheet(
    notebook: NotebookNode, metadata: object
) -> None:
    notebook["metadata"]["coachkit"] = metadata
    with pytest.raises(NotebookError, match="geen werkblad"):
        read_notebook(notebook)


def test_a_newer_schema_asks_for_an_update(notebook: NotebookNode) -> None:
    notebook["metadata"]["coachkit"]["schema"] = module.SCHEMA + 1
    with pytest.raises(NotebookError, match=r"nieuwere coachkit .* pip install --upgrade"):
        read_notebook(notebook)


def test_an_older_schema_is_upgraded_step_by_step(
    notebook: NotebookNode, sheet: Worksheet, monkeypatch: pytest.MonkeyPatch
) -> None:
    def renamed(metadata: dict[str, object]) -> dict[str, object]:
        return {"schema": 1, "sheet": metadata["blad"]}

    monkeypatch.setitem(module._UPGRADES, 0, renamed)
    metadata = notebook["metadata"]["coachkit"]
    notebook["metadata"]["coachkit"] = {"schema": 0, "blad": metadata["sheet"]}
    assert read_notebook(notebook) == sheet


def test_an_unknown_older_schema_is_told(notebook: NotebookNode) -> None:
    notebook["metadata"]["coachkit"]["schema"] = -3
    with pytest.raises(NotebookError, match="onbekend schema"):
        read_notebook(notebook)


def without(key: str) -> Callable[[NotebookNode], None]:
    return lambda notebook: notebook["metadata"]["coachkit"]["sheet"].pop(key)


def with_sheet(**changes: object) -> Callable[[NotebookNode], None]:
    return lambda notebook: notebook["metadata"]["coachkit"]["sheet"].update(changes)


def with_cell(**changes: object) -> Callable[[NotebookNode], None]:
    return lambda notebook: notebook["cells"][3]["metadata"]["coachkit"].update(changes)


@pytest.mark.parametrize(
    "damage",
    [
        without("name"),
        without("origin"),
        lambda notebook: notebook["metadata"]["coachkit"].pop("sheet"),
        lambda notebook: notebook["metadata"]["coachkit"].update(sheet="kapot"),
        with_sheet(onbekend=1),
        with_sheet(stem="../elders"),
        with_sheet(house={"accent": "red; } body { background: url(//a.example)"}),
        with_sheet(house={"logo": {"media_type": "image/png", "data": '@"'}}),
        with_sheet(house={"logo": {"media_type": "image/png", "data": "A"}}),
        with_sheet(house={"logo": {"media_type": "text/html", "data": ""}}),
        with_cell(kind="vreemd"),
        with_cell(question={"id": "x", "answer": {"soort": "vreemd"}}),
        with_cell(onbekend=1),
        lambda notebook: notebook["cells"][3].update(source=7),
    ],
)
def test_damaged_metadata_is_told(
    notebook: NotebookNode, damage: Callable[[NotebookNode], None]
) -> None:
    damage(notebook)
    with pytest.raises(NotebookError, match="als werkblad beschadigd; maak het opnieuw"):
        read_notebook(notebook)

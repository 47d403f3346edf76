"""From a worksheet to files: all of them or none, the same every time."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import coachkit as ck
from coachkit.bank.bank import Bank
from coachkit.errors import FileError
from coachkit.model import Brief, Question, Recipe, Worksheet
from coachkit.session import example_brief, example_practice, save_worksheet
from coachkit.vocabulary import Form


@pytest.fixture
def sheet(small_bank: Bank, brief: Brief) -> Worksheet:
    return ck.make_worksheet(small_bank, brief, "kort", seed=1)


def test_the_paths_come_in_the_order_of_the_formats(sheet: Worksheet, tmp_path: Path) -> None:
    paths = save_worksheet(sheet, tmp_path / "uit", ("html", "pdf", "ipynb"))
    assert [path.suffix for path in paths] == [".html", ".pdf", ".ipynb"]
    assert {path.stem for path in paths} == {sheet.stem}
    assert paths[1].read_bytes().startswith(b"%PDF-")


def test_saving_twice_is_fine_and_something_else_is_refused(
    sheet: Worksheet, tmp_path: Path
) -> None:
    first = save_worksheet(sheet, tmp_path)
    before = [path.read_bytes() for path in first]
    save_worksheet(sheet, tmp_path)
    with pytest.raises(FileError, match="--force"):
        save_worksheet(sheet, tmp_path, variant="schrijven")
    assert [path.read_bytes() for path in first] == before
    save_worksheet(sheet, tmp_path, variant="schrijven", force=True)
    assert first[1].read_bytes() != before[1]


def test_an_unknown_format_is_told_before_anything_is_written(
    sheet: Worksheet, tmp_path: Path
) -> None:
    with pytest.raises(FileError, match="docx"):
        save_worksheet(sheet, tmp_path / "uit", ("pdf", "docx"))  # type: ignore[arg-type]
    with pytest.raises(FileError):
        save_worksheet(sheet, tmp_path / "uit", ())
    assert not (tmp_path / "uit").exists()


def test_an_unknown_variant_is_told(sheet: Worksheet, tmp_path: Path) -> None:
    with pytest.raises(FileError, match="pen"):
        save_worksheet(sheet, tmp_path, variant="pen")  # type: ignore[arg-type]


def test_a_notebook_cannot_lead_a_file_elsewhere(sheet: Worksheet) -> None:
    notebook = ck.build_notebook(sheet)
    notebook["metadata"]["coachkit"]["sheet"]["stem"] = "../../elders"
    with pytest.raises(ck.NotebookError):
        ck.read_notebook(notebook)


def test_letters_that_the_font_does_not_have_are_told(
    small_bank: Bank, brief: Brief, tmp_path: Path
) -> None:
    smiling = brief.model_copy(update={"name": "Sanne 🙂"})
    sheet = ck.make_worksheet(small_bank, smiling, "kort")
    (note,) = save_worksheet(sheet, tmp_path, ("pdf",)).notes
    assert "U+1F642" in note


def test_the_example_belongs_to_no_one_and_is_good_for_a_sheet() -> None:
    brief = example_brief(date(2026, 11, 22))
    sheet = ck.make_worksheet(ck.load_bank(), brief, practice=example_practice())
    assert sheet.house.name == "Praktijk De Linde"
    assert sheet.coach == "Noor"


def test_words_to_je_in_options_reach_a_sheet(brief: Brief, tmp_path: Path) -> None:
    spec = {
        "soort": "aankruisen",
        "opties": ["Je slaap", "Je rust"],
        "opties_u": ["Uw slaap", "Uw rust"],
    }
    question = Question.model_validate(
        {
            "id": "q",
            "vraag": "Wat telt?",
            "vraag_u": "Wat telt?",
            "categorie": "verlangen",
            "antwoord": spec,
        }
    )
    recipe = Recipe.model_validate(
        {"id": "r", "titel": "R", "soort": "brief", "minuten": 9, "onderdelen": [{"vraag": "q"}]}
    )
    bank = Bank({"q": question}, {"r": recipe})
    for form, word in ((Form.INFORMAL, "Je slaap"), (Form.FORMAL, "Uw slaap")):
        spoken = brief.model_copy(update={"form": form})
        (page,) = save_worksheet(ck.make_worksheet(bank, spoken, "r"), tmp_path / form, ("html",))
        assert word in page.read_text(encoding="utf-8")


def test_explain_names_recipe_seed_and_every_reason(sheet: Worksheet) -> None:
    told = ck.explain(sheet)
    assert "werkvorm kort, seed 1" in told
    assert all(question.reason in told for question in sheet.questions)
    noted = sheet.model_copy(
        update={
            "origin": sheet.origin.model_copy(
                update={"notes": ("te weinig tijd",), "reason": "Past."}
            )
        }
    )
    assert "Let op: te weinig tijd." in ck.explain(noted)
    assert "\nPast.\n" in ck.explain(noted)


def test_only_known_names_are_in_the_package() -> None:
    assert sorted(ck.__all__) == ck.__all__
    assert all(getattr(ck, name) is not None for name in ck.__all__)
    with pytest.raises(AttributeError, match="coachkit"):
        _ = ck.no_such_thing

"""How well the bank covers the method, as figures and as a picture."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from coachkit.bank.bank import Bank
from coachkit.bank.coverage import (
    THIN_PHASE,
    THIN_SITUATION,
    Count,
    bank_coverage,
    coverage_data,
)
from coachkit.bank.heatmap import _luminance, _readable_on, draw_coverage
from coachkit.export.fonts import regular_font
from coachkit.model import Question
from coachkit.vocabulary import Category, Phase, Situation


def bank_of(*questions: dict[str, object]) -> Bank:
    made = [
        Question.model_validate(
            {"id": f"q-{i}", "vraag": "Wat?", "vraag_u": "Wat?", "categorie": "pijn", **more}
        )
        for i, more in enumerate(questions)
    ]
    return Bank({question.id: question for question in made}, {})


BANK = bank_of(
    *[{"fasen": ["actie"]}] * THIN_PHASE,
    {"fasen": ["actie", "terugval"]},
    {},
    {"fasen": ["beslissing"], "labels": ["werk"]},
    {"fasen": ["beslissing"], "situaties": ["durft-niet"]},
    {"fasen": ["actie"], "vervallen": True},
    {"fasen": ["actie"], "doelgroep": "coach"},
    *[{"situaties": ["coachhopper"], "categorie": "grenzen", "labels": ["werk"]}] * THIN_SITUATION,
)


def test_a_phase_counts_what_names_it_and_fits_every_situation() -> None:
    phases = bank_coverage(BANK).phases
    assert phases[Phase.ACTION][Category.PAIN] == Count(THIN_PHASE + 1)
    assert phases[Phase.RELAPSE][Category.PAIN] == Count(1, thin=True)
    assert phases[Phase.DECISION][Category.PAIN] == Count(0, thin=True)
    assert phases[Phase.ACTION][Category.DESIRE] == Count(0, thin=True)


def test_a_situation_counts_what_names_it() -> None:
    coverage = bank_coverage(BANK)
    assert coverage.situations[Situation.DARES_NOT][Category.PAIN] == Count(1)
    assert coverage.totals[Situation.DARES_NOT] == Count(1, thin=True)
    assert coverage.totals[Situation.COACH_HOPPER] == Count(THIN_SITUATION)
    assert coverage.situations[Situation.COACH_HOPPER][Category.BOUNDARIES] == Count(15)


def test_the_limit_itself_is_not_thin() -> None:
    few = bank_coverage(bank_of(*[{"fasen": ["actie"]}] * (THIN_PHASE - 1)))
    enough = bank_coverage(bank_of(*[{"fasen": ["actie"]}] * THIN_PHASE))
    assert few.phases[Phase.ACTION][Category.PAIN].thin
    assert not enough.phases[Phase.ACTION][Category.PAIN].thin


def test_what_is_thin_is_told_in_words() -> None:
    thin = bank_coverage(BANK).thin
    assert "Pijn in fase terugval: 1 (liefst 6 of meer)" in thin
    assert "situatie durft-niet: 1 (liefst 15 of meer)" in thin
    assert not any("coachhopper" in line or "fase actie: 7" in line for line in thin)


def test_some_categories_keep_the_order_and_the_totals_of_all() -> None:
    coverage = bank_coverage(BANK, [Category.DESIRE, Category.PAIN, Category.PAIN])
    assert coverage.categories == (Category.PAIN, Category.DESIRE)
    assert coverage.totals[Situation.COACH_HOPPER] == Count(THIN_SITUATION)


def test_the_figures_are_plain_data() -> None:
    data = coverage_data(bank_coverage(BANK))
    assert list(data) == ["fase", "situatie", "situatie_totaal", "dun", "grens"]
    assert data["fase"]["actie"]["pijn"] == 7  # type: ignore[index]
    assert list(data["situatie"]) == [str(s) for s in Situation]  # type: ignore[call-overload]


# The picture


def test_a_png_is_drawn_and_is_the_same_each_time() -> None:
    coverage = bank_coverage(BANK)
    data = draw_coverage(coverage, "png", fonts=[regular_font()])
    assert data.startswith(b"\x89PNG")
    assert data == draw_coverage(coverage, "png", fonts=[regular_font()])


def test_an_svg_tells_in_words_what_it_shows() -> None:
    coverage = bank_coverage(BANK)
    data = draw_coverage(coverage, "svg").decode()
    title = re.search(r'<svg role="img" lang="nl" aria-labelledby="titel uitleg".*\n <title', data)
    assert title is not None
    told = re.search(r'<desc id="uitleg">(.*?)</desc>', data, re.DOTALL)
    assert told is not None
    assert "actie: Pijn 7, Verlangen 0 dun" in told[1]
    assert "Samen 15." in told[1]
    assert data.encode() == draw_coverage(coverage, "svg")


def test_every_cell_has_its_number(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Letters become outlines in an SVG; matplotlib notes beside them what they say."""
    data = draw_coverage(bank_coverage(BANK), "svg").decode()
    said = re.findall(r"<!-- (.*?) -->", data)
    cells = len(Phase) * len(Category) + len(Situation) * (len(Category) + 1)
    assert sum(re.fullmatch(r"\d+(  dun)?", text) is not None for text in said) == cells
    assert "7" in said
    assert "1  dun" in said
    assert {*map(str, Phase), *map(str, Situation)} <= set(said)


@pytest.mark.parametrize("fill", ["#ffffff", "#1f6b66", "#6a9a97", "#808080", "#8a3b12"])
def test_letters_can_be_read_on_their_cell(fill: str) -> None:
    light, dark = sorted([_luminance(fill), _luminance(_readable_on(fill))], reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_a_bank_without_questions_is_drawn_too() -> None:
    assert draw_coverage(bank_coverage(Bank({}, {})), "png", accent="#8a3b12")

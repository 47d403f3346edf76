"""The coverage of the bank as a picture."""

from __future__ import annotations

import re

import matplotlib as mpl
import pytest
from matplotlib import font_manager

from coachkit.bank.bank import Bank
from coachkit.bank.coverage import THIN_PHASE, THIN_SITUATION, bank_coverage
from coachkit.export.colour import luminance
from coachkit.export.heatmap import _readable_on, draw_coverage
from coachkit.vocabulary import Category, Phase, Situation
from support.banks import bank_of

BANK = bank_of(
    *[{"fasen": ["actie"]}] * (THIN_PHASE + 1),
    *[{"situaties": ["coachhopper"], "categorie": "grenzen"}] * THIN_SITUATION,
    {"situaties": ["durft-niet"]},
)


def test_a_png_is_drawn_and_is_the_same_each_time() -> None:
    coverage = bank_coverage(BANK)
    data = draw_coverage(coverage, "png")
    assert data.startswith(b"\x89PNG")
    assert data == draw_coverage(coverage, "png")


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


def test_every_cell_has_its_number() -> None:
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
    light, dark = sorted([luminance(fill), luminance(_readable_on(fill))], reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_a_bank_without_questions_is_drawn_too() -> None:
    assert draw_coverage(bank_coverage(Bank({}, {})), "png", accent="#8a3b12")


def test_drawing_changes_nothing_for_who_draws_next() -> None:
    fonts, settings = list(font_manager.fontManager.ttflist), dict(mpl.rcParams)
    for format_ in ("png", "svg"):
        draw_coverage(bank_coverage(BANK), format_)
    assert font_manager.fontManager.ttflist == fonts
    assert dict(mpl.rcParams) == settings


def test_letters_are_those_of_the_worksheets(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = draw_coverage(bank_coverage(BANK), "svg")
    assert b"SourceSansPro-Regular" in drawn
    assert b"SourceSansPro-Bold" in drawn
    assert b"DejaVu" not in drawn

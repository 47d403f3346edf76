"""The fixed words of the method."""

from __future__ import annotations

from coachkit.vocabulary import DOUBTING, PLANNING, Category, Form, Phase, Situation, World


def test_the_categories_stand_in_the_order_of_a_worksheet() -> None:
    assert list(Category) == ["pijn", "verlangen", "gevolgen", "kleine-stappen", "grenzen"]
    assert [category.rank for category in Category] == [0, 1, 2, 3, 4]


def test_a_category_has_a_label_that_people_read() -> None:
    assert Category.SMALL_STEPS.label == "Kleine stappen"
    assert Category.PAIN.label == "Pijn"


def test_there_are_six_phases_twelve_situations_and_seven_worlds() -> None:
    assert (len(Phase), len(Situation), len(World)) == (6, 12, 7)


def test_doubting_and_planning_share_no_phase() -> None:
    assert set(DOUBTING) == {"voorbeschouwing", "overpeinzing"}
    assert set(PLANNING) == {"beslissing", "actie"}


def test_a_word_is_its_dutch_text() -> None:
    assert str(Form.FORMAL) == "u"
    assert Form("je") is Form.INFORMAL

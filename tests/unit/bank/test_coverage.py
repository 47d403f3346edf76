"""How well the bank covers the method, as figures and as a picture."""

from __future__ import annotations

from coachkit.bank.coverage import (
    THIN_PHASE,
    THIN_SITUATION,
    Count,
    bank_coverage,
    coverage_data,
)
from coachkit.vocabulary import Category, Phase, Situation
from support.banks import bank_of

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

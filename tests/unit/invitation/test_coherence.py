"""Facts that contradict each other, the day of today, or the form of address."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from coachkit.errors import Problem
from coachkit.invitation.coherence import contradictions
from coachkit.invitation.facts import Facts

MakeFacts = Callable[..., Facts]


@pytest.fixture
def problems(make_facts: MakeFacts, today: date) -> Callable[..., list[Problem]]:
    return lambda **changes: list(contradictions(make_facts(**changes), today))


Problems = Callable[..., list[Problem]]


def test_plain_facts_agree(problems: Problems) -> None:
    assert problems() == []


@pytest.mark.parametrize(
    ("changes", "loc"),
    [
        ({"dagen": ["2027-01-10"]}, ("dagen", 0)),
        ({"dagen": ["2027-03-02", "2026-03-02"]}, ("dagen", 1)),
        ({"dagen": ["2027-03-02", "2027-03-02"]}, ("dagen", 1)),
        ({"aanmelden_tot": "2027-03-02"}, ("aanmelden_tot",)),
        ({"aanmelden_tot": "2027-01-09"}, ("aanmelden_tot",)),
        ({"nog_vrij": {"aantal": 2, "geteld_op": "2027-01-02"}}, ("nog_vrij", "geteld_op")),
        ({"nog_vrij": {"aantal": 2, "geteld_op": "2027-01-11"}}, ("nog_vrij", "geteld_op")),
        (
            {"nog_vrij": {"aantal": 9, "geteld_op": "2027-01-10"}, "plaatsen": 8},
            ("nog_vrij", "aantal"),
        ),
        ({"waarom_nu": "De zomer is rustig."}, ("waarom_nu",)),
        ({"last": "U neemt weer op."}, ("last",)),
        ({"na_afloop": ["één ding kiezen", "uw week plannen"]}, ("na_afloop", 1)),
        ({"aanspreekvorm": "u"}, ("last",)),
        ({"tijd": "25.00 uur"}, ("tijd",)),
        ({"tijd": "19.75-21.00 uur"}, ("tijd",)),
        ({"tijd": "van 12:30 tot 9:00"}, ("tijd",)),
        ({"tijd": "12.30-9.00 uur"}, ("tijd",)),
        ({"tijd": "9.00 tot en met 9.00 uur"}, ("tijd",)),
        ({"tijd": "maandag 9.00-12.00 uur, dinsdag 16.00 uur - 13.00 uur"}, ("tijd",)),
    ],
)
def test_a_contradiction_is_told_at_its_place_with_a_cure(
    problems: Problems, changes: dict[str, object], loc: tuple[str | int, ...]
) -> None:
    [problem] = problems(**changes)
    assert problem.loc == loc
    assert problem.cure


@pytest.mark.parametrize(
    "changes",
    [
        {"aanmelden_tot": "2027-01-10"},
        {"aanmelden_tot": "2027-03-01"},
        {"nog_vrij": {"aantal": 2, "geteld_op": "2027-01-03"}},
        {"nog_vrij": {"aantal": 8, "geteld_op": "2027-01-10"}, "plaatsen": 8},
        {"last": "'Dat weet u zelf', zegt hij. Jij zwijgt."},
        {"tijd": "19.30 u tot 21 u"},
        {"tijd": "hele dag"},
        {"tijd": "9 tot 12 uur"},
        {"tijd": "10 tot 2 uur"},
        {"tijd": "2 keer 3 uur, 9u30-12u30"},
        {"tijd": "22.00-2.00 uur"},
        {"tijd": "9.00-12.30 uur en 13.30-24.00 uur"},
        {"tijd": "dag 1 vanaf 13.00 uur, dag 2 tot 12.00 uur"},
        {"tijd": "op 30.06.2027 van 9.00 tot 12.00 uur"},
        {"aanmelden": "u@uw.example"},
        {"aanspreekvorm": "u", "last": "U neemt op.", "training": "Jij en je geld"},
    ],
)
def test_what_fits_is_no_contradiction(problems: Problems, changes: dict[str, object]) -> None:
    assert problems(**changes) == []


def test_a_text_with_je_gets_a_proposal_with_u(problems: Problems) -> None:
    [problem] = problems(aanspreekvorm="u", last="Je belt de gemeente.")
    assert '"U belt de gemeente."' in problem.cure
    [problem] = problems(aanspreekvorm="u", last="Ik vraag wie je kan helpen.")
    assert "kijk na" in problem.cure

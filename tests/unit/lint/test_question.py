"""A question of the bank: all its texts, what its author allows, and patterns."""

from __future__ import annotations

from typing import Any

import pytest

from coachkit.errors import Problem
from coachkit.lint.address import differ_in_address_only
from coachkit.lint.question import check_question
from coachkit.model import Question, fingerprint


def question(**given: Any) -> Question:
    data = {"id": "een", "vraag": "Wat wil je?", "vraag_u": "Wat wilt u?", "categorie": "pijn"}
    return Question.model_validate({**data, **given})


def told(**given: Any) -> list[tuple[str, tuple[str | int, ...]]]:
    return [(problem.rule, problem.loc) for problem in check_question(question(**given))]


def test_a_good_question_has_no_problems() -> None:
    assert told() == []


@pytest.mark.parametrize("key", ["vraag_u", "vervolgvraag", "hulp"])
def test_each_text_is_looked_at(key: str) -> None:
    assert told(**{key: "Waarom is dat zo?"}) == [("waarom", (key,))]


def test_a_rule_is_told_once_for_a_text_and_its_formal_companion() -> None:
    assert told(vraag="Waarom?", vraag_u="Waarom?") == [("waarom", ("vraag",))]


def test_a_line_of_help_may_state_instruct_and_deny() -> None:
    assert told(hulp="Schrijf op wat er is. Het hoeft niet netjes.") == []


def test_options_are_looked_at_lightly() -> None:
    answer = {"soort": "keuze", "opties": ["ik doe het niet", "het moet"]}
    assert told(antwoord=answer) == [("moeten", ("antwoord", "opties", 1))]


def test_a_kind_that_is_work_may_be_an_instruction() -> None:
    drawing = {"soort": "tekenvak", "hoogte": 60}
    text = {"vraag": "Teken een huis.", "vraag_u": "Teken een huis."}
    assert told(**text, antwoord=drawing) == []
    assert told(**text) == [("opdracht", ("vraag",))]


def test_a_label_of_a_part_of_life_answers_an_assumption() -> None:
    text = {"vraag": "Wat zegt je baas?", "vraag_u": "Wat zegt uw baas?"}
    assert told(**text) == [("aanname", ("vraag",))]
    assert told(**text, labels=["werk"]) == []


def test_the_client_is_he_only_in_a_question_for_the_coach() -> None:
    text = {"vraag": "Wat wil de cliënt?", "vraag_u": "Wat wil de cliënt?"}
    assert told(**text) == [("aanspreekvorm", ("vraag",))]
    assert told(**text, doelgroep="coach") == []


def test_a_missing_formal_companion_is_told() -> None:
    assert told(vervolgvraag="Wie helpt je?") == [("u-vorm-ontbreekt", ("vervolgvraag",))]


def test_a_text_that_changed_after_its_review_is_told() -> None:
    assert told(u_nagekeken=fingerprint("Wat wil je?")) == []
    assert told(u_nagekeken="000000") == [("u-vorm-verouderd", ("u_nagekeken",))]


def test_what_an_author_allows_is_not_told() -> None:
    text = {"vraag": "Lukt het?", "vraag_u": "Lukt het?"}
    assert told(**text, mag={"gesloten": "kort is goed"}) == []


def test_an_allowance_that_is_unknown_or_not_needed_is_told() -> None:
    problems = check_question(question(mag={"geslotn": "x", "waarom": "y"}))
    assert [(p.rule, p.level, p.loc) for p in problems] == [
        ("mag", "warning", ("mag", "geslotn")),
        ("mag", "hint", ("mag", "waarom")),
    ]
    assert problems[0].cure == "bedoel je 'gesloten'?"


def pattern(*items: str) -> list[Problem]:
    lists = {"ding": [{"id": f"d{i}", "je": item, "u": item} for i, item in enumerate(items)]}
    text = "Wat zegt {{ keuze.ding }}?"
    return check_question(question(vraag=text, vraag_u=text, lijsten=lists))


def test_a_pattern_is_looked_at_in_all_its_expansions_and_told_once() -> None:
    assert pattern("de zee", "een boom") == []
    problems = pattern("de zee", "je coping", "je mindset")
    rules = [(problem.rule, problem.loc) for problem in problems if problem.rule == "jargon"]
    assert rules == [("jargon", ("vraag",))]
    assert "(in 'Wat zegt je coping?')" in next(p.message for p in problems if p.rule == "jargon")


@pytest.mark.parametrize("phases", [["voorbeschouwing"], ["overpeinzing", "actie"]])
def test_a_balance_is_not_for_who_still_doubts(phases: list[str]) -> None:
    assert told(antwoord={"soort": "balans"}, fasen=phases) == [("balans-fase", ("fasen",))]
    assert told(antwoord={"soort": "balans"}, fasen=["beslissing"]) == []


SCALE = {"soort": "schaal", "laag": "weinig", "hoog": "veel"}


@pytest.mark.parametrize(
    ("follow_up", "found"),
    [
        (None, True),
        ("Wie helpt er mee?", True),
        ("Wat maakt dat het geen 10 is?", True),
        ("Wat maakt dat het cijfer niet hoger is?", True),
        ("Wat maakt dat het cijfer niet lager is?", False),
        ("Waar komen die punten vandaan?", False),
    ],
)
def test_a_ruler_is_followed_by_why_not_lower(follow_up: str | None, found: bool) -> None:
    asked = "Hoe belangrijk is dit?"
    rules = told(vraag=asked, vraag_u=asked, antwoord=SCALE, vervolgvraag=follow_up)
    assert (("liniaal", ("vervolgvraag" if follow_up else "vraag",)) in rules) is found


def test_another_scale_may_be_followed_by_anything() -> None:
    asked = "Hoe druk is het?"
    assert told(vraag=asked, vraag_u=asked, antwoord=SCALE) == []


@pytest.mark.parametrize(
    ("informal", "formal", "same"),
    [
        ("Wat wil je?", "Wat wilt u?", True),
        ("Waar ga je heen met je plan?", "Waar gaat u heen met uw plan?", True),
        ("Wat zie je, als je kijkt?", "Wat ziet u, als u kijkt?", True),
        ("Hoe voel je je?", "Hoe voelt u zich?", True),
        ("Wat heb je nodig?", "Wat hebt u nooit?", False),
        ("Wat wil je?", "Wat wilt u dan?", False),
        ("Wat wil je?", "Wat moet u?", False),
    ],
)
def test_a_formal_text_that_says_the_same_is_looked_at_once(
    informal: str, formal: str, same: bool
) -> None:
    assert differ_in_address_only(informal, formal) is same

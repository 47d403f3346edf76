"""A worksheet as it will be given."""

from __future__ import annotations

from typing import Any

import pytest

from coachkit.bank.bank import Bank
from coachkit.lint.worksheet import check_worksheet
from coachkit.model import Question, Worksheet


def asked(text: str, soort: str = "open", **given: Any) -> dict[str, Any]:
    words = {"laag": "weinig", "hoog": "veel"} if soort == "schaal" else {}
    question = {"id": "een", "answer": {"soort": soort, **words}, "category": "verlangen"}
    return {"kind": "question", "text": text, "question": {**question, **given}}


def told(*blocks: dict[str, Any], phase: str | None = None) -> list[tuple[str, tuple[Any, ...]]]:
    return [(problem.rule, problem.loc) for problem in check_worksheet(sheet(*blocks, phase=phase))]


def sheet(*blocks: dict[str, Any], phase: str | None = None) -> Worksheet:
    origin = {"recipe": "blad", "seed": 1, "phase": phase}
    data = {"id": "blad", "stem": "blad", "title": "Blad", "name": "Sanne", "origin": origin}
    return Worksheet.model_validate({**data, "blocks": blocks})


def test_a_good_sheet_has_no_problems() -> None:
    assert told({"kind": "title", "text": "Blad"}, asked("Wat wil je?")) == []


def test_what_a_coach_changed_is_looked_at_without_its_backslashes() -> None:
    assert told(asked("Waarom wil je dat\\?")) == [("waarom", ("blocks", 0))]
    assert told({"kind": "text", "text": "Dit moet."}) == [("moeten", ("blocks", 0))]


def test_what_the_author_allows_is_allowed_here() -> None:
    data = {"id": "een", "vraag": "Lukt het?", "vraag_u": "Lukt het?", "categorie": "pijn"}
    question = Question.model_validate({**data, "mag": {"gesloten": "kort"}})
    page = sheet(asked("Lukt het?"))
    assert [p.rule for p in check_worksheet(page)] == ["gesloten"]
    assert check_worksheet(page, Bank({"een": question}, {})) == []


def test_it_never_ends_in_pain() -> None:
    pain = asked("Wat doet pijn?", category="pijn")
    assert told(pain) == [("pijn-afronding", ("blocks", 0))]
    assert told(pain, asked("Wat wil je?")) == []


def test_for_deciding_and_acting_it_ends_in_a_plan() -> None:
    assert told(asked("Wat wil je?"), phase="actie") == [("als-dan-slot", ("blocks", 0))]
    assert told(asked("Wat is je plan?", "als-dan"), phase="actie") == []
    assert told(asked("Wat wil je?"), phase="volhouden") == []


def test_no_balance_for_who_still_doubts() -> None:
    balance = asked("Wat weegt het zwaarst?", "balans")
    assert told(balance, phase="overpeinzing") == [("balans-fase", ("blocks", 0))]
    assert told(balance, phase="volhouden") == []


@pytest.mark.parametrize(
    ("following", "found"),
    [("Wat maakt dat het cijfer niet lager is?", False), ("Wat zie je daar?", True)],
)
def test_a_ruler_may_be_followed_by_the_next_question(following: str, found: bool) -> None:
    rules = [rule for rule, _ in told(asked("Hoe belangrijk is dit?", "schaal"), asked(following))]
    assert ("liniaal" in rules) is found


def test_most_questions_are_open() -> None:
    closed = asked("Lukt het?")
    assert ("open-aandeel", ()) in told(closed, closed, asked("Wat wil je?"))


def test_the_client_does_the_work() -> None:
    closing = {"kind": "closing", "text": "Je coach belt je morgen."}
    assert told(asked("Wat wil je?"), closing) == [("client-doet", ("blocks", 1))]

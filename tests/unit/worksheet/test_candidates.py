"""What keeps a question away, counted when a section has too few."""

from __future__ import annotations

from coachkit.bank.bank import Bank
from coachkit.model import Brief, Question, Section
from coachkit.vocabulary import Audience, Category
from coachkit.worksheet.candidates import Filter, candidates, what_would_help, wishes_of


def question(id_: str, **more: object) -> Question:
    base = {"id": id_, "vraag": "Wat?", "vraag_u": "Wat?", "categorie": "pijn"}
    return Question.model_validate({**base, **more})


def test_only_single_obstacles_count_as_help() -> None:
    questions = [
        question("fits-not-label"),
        question("other-phase", labels=["x"], fasen=["actie"]),
        question("two-obstacles", labels=["x"], fasen=["actie"], situaties=["durft-niet"]),
        question("world", labels=["x", "geld"]),
    ]
    bank = Bank({q.id: q for q in questions}, {})
    section = Section.model_validate({"categorie": "pijn", "labels": ["x"]})
    filter_ = Filter(section, frozenset({Category.PAIN}), plan_allowed=False)
    wishes = wishes_of(Brief(name="Sanne"), Audience.CLIENT, coach="")
    assert candidates(bank, wishes, filter_) == []
    told = what_would_help(bank, wishes, filter_)
    assert told.count("1 vraag") == 3
    assert "bepaalde fase" in told
    assert "labels, soort of diepte" in told
    assert "gaat over geld" in told


def test_a_section_without_category_also_takes_coach_questions_without_one() -> None:
    coach = question("c", doelgroep="coach", categorie=None, labels=["x"])
    bank = Bank({"c": coach}, {})
    section = Section.model_validate({"labels": ["x"]})
    filter_ = Filter(section, frozenset(Category), plan_allowed=True)
    wishes = wishes_of(Brief(name="Sanne"), Audience.COACH, coach="")
    assert [entry.question.id for entry in candidates(bank, wishes, filter_)] == ["c"]

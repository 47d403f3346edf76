"""Two forms of address: a text and its companion."""

from __future__ import annotations

from typing import ClassVar

import pytest
from pydantic import BaseModel, Field, ValidationError

from coachkit.address import Addressed, address_problems, speaks_informally
from coachkit.vocabulary import Form


class Card(Addressed):
    """A model as others have it: with a text, a list, and a text without companion."""

    title: str = Field("Rust", alias="titel")
    title_formal: str | None = Field(None, alias="titel_u")
    lines: tuple[str, ...] = Field((), alias="regels")
    lines_formal: tuple[str, ...] = Field((), alias="regels_u")
    help: str = ""


CARD = Card(
    titel="Wat wil je?",
    titel_u="Wat wilt u?",
    regels=("Je wens", "Nu"),
    regels_u=("Uw wens", "Nu"),
    help="Neem de tijd.",
)


def test_the_pairs_of_a_model_are_known() -> None:
    assert Card.pairs() == ("title", "lines")


@pytest.mark.parametrize(
    ("form", "title", "lines"),
    [
        (Form.INFORMAL, "Wat wil je?", ("Je wens", "Nu")),
        (Form.FORMAL, "Wat wilt u?", ("Uw wens", "Nu")),
    ],
)
def test_a_copy_speaks_in_one_form_whichever_text_is_read(
    form: Form, title: str, lines: tuple[str, ...]
) -> None:
    card = CARD.in_form(form)
    assert card.title == card.title_formal == title
    assert card.lines == card.lines_formal == lines
    assert card.help == "Neem de tijd."
    assert card.in_form(Form.INFORMAL) == card.in_form(Form.FORMAL) == card


def test_words_without_a_companion_serve_both_forms() -> None:
    assert Card(titel="Rust").in_form(Form.FORMAL).title == "Rust"


def test_a_model_without_pairs_is_returned_as_it_is() -> None:
    plain = Plain(help="x")
    assert plain.in_form(Form.FORMAL) is plain


# What is wrong with the forms of address


class Plain(Addressed):
    """A model that has no pairs."""

    help: str = ""


class Shared(BaseModel):
    """A model of which both forms of address read the words."""

    serves_both: ClassVar[bool] = True
    words: str = Field("", alias="woorden")


class Stack(Addressed):
    """A model with models in it."""

    top: Card = Field(Card(), alias="boven")
    cards: tuple[Card, ...] = Field((), alias="kaarten")
    shared: tuple[Shared, ...] = Field((), alias="gedeeld")


def told(model: BaseModel) -> list[tuple[str, tuple[str | int, ...]]]:
    return [(problem.message, problem.loc) for problem in address_problems(model)]


def test_a_good_pair_has_no_problems() -> None:
    assert told(CARD) == []
    assert told(Card(titel="Rust")) == []


@pytest.mark.parametrize("given", [{"titel": "Wat wil je?"}, {"titel": "Rust je?", "titel_u": ""}])
def test_words_to_je_need_words_to_u(given: dict[str, str]) -> None:
    [problem] = address_problems(Card.model_validate(given))
    assert str(problem) == "'titel_u' ontbreekt; schrijf 'titel' ook in de u-vorm"
    assert problem.rule == "u-vorm-ontbreekt"
    assert problem.loc == ("titel",)


@pytest.mark.parametrize(
    ("given", "message", "key"),
    [
        ({"titel": "Wat wil je?", "titel_u": "Wat wilt je?"}, "'titel_u' zegt 'je'", "titel_u"),
        ({"titel": "Wat wilt u?", "titel_u": "Wat wilt u?"}, "'titel' zegt 'u'", "titel"),
        ({"regels": ["Nu", "Jouw wens"]}, "'regels_u' ontbreekt", "regels"),
        ({"regels": ["Nu", "Straks"], "regels_u": ["Nu"]}, "zijn niet even lang", "regels_u"),
        ({"regels": ["Nu"], "regels_u": ["Jouw wens"]}, "'regels_u' zegt 'Jouw'", "regels_u"),
    ],
)
def test_a_pair_that_is_not_right_is_told_at_its_key(
    given: dict[str, object], message: str, key: str
) -> None:
    [problem] = address_problems(Card.model_validate(given))
    assert message in problem.message
    assert problem.cure
    assert problem.loc == (key,)


def test_models_in_a_model_are_checked_at_their_places() -> None:
    wrong = Card(titel="Wat wil je?")
    assert told(Stack(boven=wrong, kaarten=(CARD, wrong))) == [
        ("'titel_u' ontbreekt", ("boven", "titel")),
        ("'titel_u' ontbreekt", ("kaarten", 1, "titel")),
    ]


def test_words_that_serve_both_forms_may_not_say_je() -> None:
    stack = Stack(gedeeld=(Shared(woorden="wat ik doe"), Shared(woorden="wat je doet")))
    [problem] = address_problems(stack)
    assert problem.message == "'woorden' zegt je of jij, en staat ook op bladen met u"
    assert problem.loc == ("gedeeld", 1, "woorden")


def test_a_model_cannot_be_changed_and_takes_no_unknown_key() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        CARD.title = "anders"  # type: ignore[misc]
    with pytest.raises(ValidationError, match="Extra inputs"):
        Card.model_validate({"titl": "x"})


@pytest.mark.parametrize(
    ("value", "informal"),
    [
        ("Wat wil je?", True),
        ("Jij en ik", True),
        ("Doe het voor JOU", True),
        ("jouw dag", True),
        ("Kijk naar jezelf", True),
        ("Wat doen jullie?", True),
        ("Wat wilt u?", False),
        ("Een jetlag", False),
        ("objecten", False),
        ("", False),
        (None, False),
        (3, False),
        (("Nu", "Je wens"), True),
        (("Nu", "Straks"), False),
        ((), False),
    ],
)
def test_it_is_told_whether_words_say_je(value: object, informal: bool) -> None:
    assert speaks_informally(value) is informal


@pytest.mark.parametrize(
    "formal",
    [
        'Wat zegt u als iemand zegt: "Je bent te laat"?',
        "Wat zegt u op “Jij altijd”?",
        "Hoe gaat u met elkaar om, en hoe lang wonen jullie samen?",
    ],
)
def test_what_another_says_and_who_are_with_several_may_be_je(formal: str) -> None:
    text = Card.model_validate({"titel": "Wat zeg je dan?", "titel_u": formal})
    assert list(address_problems(text)) == []

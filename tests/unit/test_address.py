"""Two forms of address: a text and its companion."""

from __future__ import annotations

import pytest
from pydantic import Field, ValidationError

from coachkit.address import Addressed, speaks_informally
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


def test_in_the_informal_form_the_companions_are_gone() -> None:
    card = CARD.in_form(Form.INFORMAL)
    assert (card.title, card.lines) == ("Wat wil je?", ("Je wens", "Nu"))
    assert (card.title_formal, card.lines_formal) == (None, ())


def test_in_the_formal_form_the_companions_take_the_place() -> None:
    card = CARD.in_form(Form.FORMAL)
    assert (card.title, card.lines) == ("Wat wilt u?", ("Uw wens", "Nu"))
    assert (card.title_formal, card.lines_formal) == (None, ())
    assert card.help == "Neem de tijd."


def test_words_without_a_companion_serve_both_forms() -> None:
    assert Card(titel="Rust").in_form(Form.FORMAL).title == "Rust"


def test_a_model_without_pairs_is_returned_as_it_is() -> None:
    class Plain(Addressed):
        help: str = ""

    plain = Plain(help="x")
    assert plain.in_form(Form.FORMAL) is plain


@pytest.mark.parametrize(
    "given", [{"titel": "Wat wil je?"}, {"titel": "Neem je tijd", "titel_u": ""}]
)
def test_words_to_je_need_words_to_u(given: dict[str, str]) -> None:
    with pytest.raises(ValidationError, match="'titel_u' ontbreekt; schrijf 'titel' ook in de u"):
        Card.model_validate(given)


def test_a_list_to_je_needs_a_list_to_u() -> None:
    with pytest.raises(ValidationError, match="'regels_u' ontbreekt"):
        Card.model_validate({"regels": ["Nu", "Jouw wens"]})


def test_two_lists_must_be_of_one_length() -> None:
    with pytest.raises(ValidationError, match="'regels' en 'regels_u' zijn niet even lang"):
        Card.model_validate({"regels": ["Nu", "Straks"], "regels_u": ["Nu"]})


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

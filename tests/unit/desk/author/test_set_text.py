"""The text of a set: what cannot be done without losing something is refused."""

from __future__ import annotations

import pytest

from coachkit.desk.author.set_text import read_text
from coachkit.errors import InputError
from support.authoring import SET

PATH = "vragen/moed.yaml"


def test_the_mark_that_editors_put_first_stays() -> None:
    raw = b"\xef\xbb\xbf" + SET.encode()
    text = read_text(raw, PATH)
    assert text.raw == raw
    assert text.moved("moed-klein", 1).moved("moed-klein", 0).raw == raw


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"naam: x", "geen vragenset"),
        (b"id: x\nonderdelen: []\ntitel: x\nminuten: 3\n", "onderdelen"),
        (b"\xff\xfe", "niet in UTF-8"),
        (b"vragen: [", "haakje"),
    ],
)
def test_what_is_no_set_is_told_by_line(raw: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message) as error:
        read_text(raw, PATH)
    assert all(problem.path == PATH for problem in error.value.problems)


def test_a_recipe_is_no_set() -> None:
    raw = b"id: x\ntitel: X\nminuten: 3\nonderdelen:\n  - {categorie: pijn}\n"
    with pytest.raises(InputError, match="geen vragenset"):
        read_text(raw, PATH)


def test_a_comment_that_would_be_lost_stops_the_change() -> None:
    brackets = SET.partition("vragen:")[0] + (
        "vragen: [\n  {id: a, vraag: Wat?, vraag_u: Wat?,\n   # waarom\n   hulp: x},\n"
        "  {id: b, vraag: Wie?, vraag_u: Wie?}\n]\n"
    )
    text = read_text(brackets.encode(), PATH)
    changed = text.changed("a", {**text.question("a"), "hulp": "y"})
    assert changed.text == brackets.replace("hulp: x", "hulp: y")
    with pytest.raises(InputError, match="kan zonder er iets anders in te veranderen"):
        text.changed("a", {"id": "a", "vraag": "Wat?", "vraag_u": "Wat?"})


def test_a_block_at_the_end_of_the_file_stands_in_no_way() -> None:
    raw = SET.replace("vraag_u: Wanneer was u eerder moedig?\n", "vraag_u: |\n      Wanneer was u?")
    text = read_text(raw.encode(), PATH)
    new = {"id": "moed-nu", "vraag": "Wat nu?", "vraag_u": "Wat nu?"}
    added = text.added(new, {})
    assert added.text.startswith(raw)
    assert added.removed("moed-nu").text == raw
    assert text.moved("moed-eerder", 0).moved("moed-eerder", 1).text == raw
    assert added.moved("moed-nu", 0).removed("moed-eerder").ids == ["moed-nu", "moed-klein"]


def test_what_is_shared_is_what_the_set_says_for_all() -> None:
    assert read_text(SET.encode(), PATH).shared == {"categorie": "kleine-stappen"}

"""Questions come, change, move and go in the text of a set, and all else stays."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coachkit.bank.comments import comments_in
from coachkit.bank.set_edit import (
    behind_mark,
    marks_in,
    with_change,
    with_marks,
    with_move,
    with_question,
    without_question,
)
from coachkit.resources import data_folder
from coachkit.yamlfile import parse_yaml

NEW = {"id": "nieuw", "vraag": "Wat: wil je?", "vraag_u": "Wat wilt u?", "labels": ["a", "b"]}
NEW_LINES = """
  - id: nieuw
    vraag: "Wat: wil je?"
    vraag_u: Wat wilt u?
    labels: [a, b]
"""

SET = """\
# Van Linde.
naam: Proef
vragen:

  # De eerste.
  - id: een   # voor altijd
    vraag: Wat?
    vraag_u: Wat?  # voorstel
    # fasen: [actie]

  # --- Dit staat los ---

  - id: twee
    vraag: Wie?
    vraag_u: Wie?

  - {id: drie, vraag: Hoe?, vraag_u: Hoe?, hulp: x}  # BESLIS: kies
auteur: Linde  # dat ben ik
"""

JSON = '{"naam": "x", "vragen": [{"id": "a", "vraag": "W"}, {"id": "b", "vraag": "V"}]}\n'


def questions(text: str) -> list[dict[str, Any]]:
    document = parse_yaml(text.encode(), "proef.yaml")
    assert not document.problems, (text, document.problems)
    found: list[dict[str, Any]] = document.data["vragen"]  # type: ignore[index]
    return found


def told(text: str) -> list[dict[str, Any]]:
    """Return the questions without the white space around their texts: it says nothing."""
    return [{**each, "vraag": each["vraag"].strip()} for each in questions(text)]


def ids(text: str) -> str:
    return " ".join(question["id"] for question in questions(text))


def test_a_new_question_comes_last_and_nothing_else_changes() -> None:
    before, behind = SET.split("auteur:")
    assert with_question(SET, NEW) == f"{before.rstrip()}\n{NEW_LINES}auteur:{behind}"


@pytest.mark.parametrize("text", [SET, SET.replace("\n", "\r\n"), SET.removesuffix("\n")])
def test_what_was_added_goes_without_a_trace(text: str) -> None:
    assert without_question(with_question(text, NEW), 3) == text


def test_the_breaks_of_lines_are_those_of_the_file() -> None:
    text = with_question(SET.replace("\n", "\r\n"), NEW)
    assert text.count("\n") == text.count("\r\n")


def test_the_indent_is_that_of_the_file() -> None:
    text = "naam: x\nvragen:\n-   id: a\n    vraag: W\n-   id: b\n    vraag: W"
    assert with_question(text, {"id": "c", "vraag": "V"}) == f"{text}\n-   id: c\n    vraag: V"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("naam: x\nvragen: []\n", f"naam: x\nvragen:\n{NEW_LINES}"),
        ("vragen: []  # leeg\r\nnaam: x\r\n", None),
        ("vragen: [] # leeg", None),
        ("{vragen: [], naam: x}", None),
    ],
)
def test_an_empty_set_gets_its_first(text: str, expected: str | None) -> None:
    added = with_question(text, NEW)
    assert expected in (None, added)
    assert questions(added) == [NEW]
    assert ("# leeg" in added) == ("# leeg" in text)


def test_the_last_one_leaves_an_empty_list() -> None:
    text = without_question("vragen:\n  # waarom\n  - id: a\n    vraag: W\nnaam: x\n", 0)
    assert text == "vragen: []\n  # waarom\nnaam: x\n"


def test_a_change_leaves_the_rest_of_the_question() -> None:
    old = questions(SET)[0]
    text = with_change(SET, 0, old, {**old, "vraag": "Waar?"})
    assert text == SET.replace("vraag: Wat?", "vraag: Waar?", 1)


def test_a_question_between_braces_changes_too() -> None:
    old = questions(SET)[2]
    text = with_change(SET, 2, old, {**old, "hulp": "y, z"})
    assert text == SET.replace("hulp: x}", 'hulp: "y, z"}')


def test_comments_at_a_question_go_along_and_those_apart_stay() -> None:
    text = with_move(SET, 0, 1)
    assert ids(text) == "twee een drie"
    assert "# De eerste.\n  - id: een" in text
    assert "# fasen: [actie]\n\n  - {id: drie" in text
    assert text.index("id: twee") < text.index("# --- Dit staat los") < text.index("id: een")
    assert with_move(text, 1, 0) == SET


def test_a_file_as_json_can_be_changed() -> None:
    assert ids(with_move(JSON, 0, 1)) == "b a"
    assert without_question(JSON, 0) == JSON.replace('{"id": "a", "vraag": "W"}, ', "")
    assert with_question(JSON, NEW).startswith(JSON.removesuffix("]}\n"))
    assert questions(with_question(JSON, NEW))[2] == NEW


def test_marks_are_found_by_the_key_at_which_they_stand() -> None:
    assert marks_in(SET, 0) == {"vraag_u": ""}
    assert marks_in(SET, 1) == {}
    assert marks_in(SET, 2) == {"hulp": "kies"}


def test_marks_come_and_go_alone() -> None:
    assert with_marks(SET, 0, {}) == SET.replace("  # voorstel", "")
    marked = with_marks(SET, 1, {"vraag_u": "wie\n doet het?"})
    assert marked == SET.replace("vraag_u: Wie?", "vraag_u: Wie?  # BESLIS: wie doet het?")
    assert with_marks(marked, 1, {}) == SET
    assert with_marks(with_marks(SET, 2, {}), 2, {"hulp": "kies"}) == SET


def test_a_comment_behind_a_mark_stays() -> None:
    text = SET.replace("vraag_u: Wie?", "vraag_u: Wie?  # mooi")
    marked = with_marks(text, 1, {"vraag_u": ""})
    assert "vraag_u: Wie?  # voorstel  # mooi" in marked
    assert behind_mark("# voorstel  # mooi") == "# mooi"
    assert with_marks(marked, 1, {}) == text


def test_the_starter_can_be_worked_on() -> None:
    text = (data_folder("templates") / "begin" / "vragenset.yaml").read_text()
    for place in range(5):
        old = questions(text)[place]
        new = {"id": old["id"], "vraag": "Hoe?", "vraag_u": "Hoe?", "hulp": "Ja"}
        after = with_change(text, place, old, new)
        assert questions(after)[place] == new
        assert remarks(after) == remarks(text)


def remarks(text: str) -> list[str]:
    return sorted(words for _, words in comments_in(text))


LINE = st.sampled_from(["", "  # los", "    # diep", "# ver", "  # --- kop ---"])
TEXTS = st.sampled_from(["Wat?", '"Wat: nu?"', "|\n      Wat\n      nu?", "Wat\n      nu?  # 1"])


@st.composite
def sets(draw: st.DrawFn) -> str:
    """Make the text of a set with comments and empty lines anywhere."""
    parts = ["naam: Proef  # n", "vragen:"]
    for number in range(draw(st.integers(1, 4))):
        parts += draw(st.lists(LINE, max_size=3))
        if draw(st.integers(0, 3)) == 0:
            parts.append(f"  - {{id: q{number}, vraag: W, hulp: [a, b]}}  # k{number}")
            continue
        parts += [f"  - id: q{number}  # i", f"    vraag: {draw(TEXTS)}"]
        parts += draw(st.lists(st.just("    # in"), max_size=1))
        parts += draw(st.lists(st.just("    hulp:\n      - a  # a\n      - b"), max_size=1))
    parts += draw(st.lists(LINE, max_size=2))
    parts += draw(st.lists(st.just("auteur: Linde"), max_size=1))
    text = "\n".join(parts) + draw(st.sampled_from(["", "\n", "\n\n"]))
    return text.replace("\n", draw(st.sampled_from(["\n", "\r\n"])))


@settings(max_examples=60, deadline=None)
@given(sets())
def test_one_more_puts_in_and_changes_nothing(text: str) -> None:
    added = with_question(text, NEW)
    assert told(added) == [*told(text), NEW]
    place = next((i for i, letter in enumerate(text) if added[i] != letter), len(text))
    assert added.endswith(text[place:])
    assert without_question(added, len(questions(text))) == text


@settings(max_examples=60, deadline=None)
@given(sets(), st.data())
def test_a_move_keeps_every_line(text: str, data: st.DataObject) -> None:
    found = told(text)
    places = st.integers(0, len(found) - 1)
    place, to = data.draw(places), data.draw(places)
    moved = with_move(text, place, to)
    found.insert(to, found.pop(place))
    assert told(moved) == found
    assert sorted(moved.splitlines()) == sorted(text.splitlines())


@settings(max_examples=60, deadline=None)
@given(sets(), st.data())
def test_what_goes_takes_no_comment_along(text: str, data: st.DataObject) -> None:
    found = told(text)
    place = data.draw(st.integers(0, len(found) - 1))
    left = without_question(text, place)
    del found[place]
    assert told(left) == found
    assert remarks(left) == remarks(text)


@settings(max_examples=60, deadline=None)
@given(sets(), st.data())
def test_a_change_leaves_all_other_lines(text: str, data: st.DataObject) -> None:
    found = told(text)
    place = data.draw(st.integers(0, len(found) - 1))
    new = {"id": found[place]["id"], "vraag": "Nieuw: ja?", "labels": ["x"]}
    if data.draw(st.booleans()):
        new["hulp"] = ["b", "c"]
    after = with_change(text, place, questions(text)[place], new)
    found[place] = new
    assert told(after) == found
    assert remarks(after) == remarks(text)

"""Plain text as CommonMark: the same letters come out, whatever they are."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from coachkit.export.html import HTMLRenderer
from coachkit.export.markdown import plain_text
from coachkit.worksheet.commonmark import escape

ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]))
MARKUP = st.text("#*_`[](){}<>!&;=+-.|\\~^$:\n\t 019abé'\"/@", max_size=40)


def letters(text: str) -> str:
    return "".join(text.split())


@settings(max_examples=150, deadline=None)
@given(ANY_TEXT | MARKUP)
@example("C #")
@example("1. een\n2) twee")
@example("&amp; &lt; &#35;")
@example("[a]: http://a.example")
@example("~~~\nx")
def test_the_letters_are_the_same_white_space_aside(text: str) -> None:
    assert letters(plain_text(escape(text))) == letters(text)


@settings(max_examples=100, deadline=None)
@given(MARKUP)
def test_a_text_is_one_paragraph_without_any_markup(text: str) -> None:
    html = str(HTMLRenderer().blocks(escape(text)))
    inside = html.removeprefix("<p>").removesuffix("</p>")
    assert "<" not in inside


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("meer bewegen", "meer bewegen"),
        ("  twee\n regels ", "twee regels"),
        ("- geen lijst", r"\- geen lijst"),
        ("3. geen lijst", r"3\. geen lijst"),
        ("2026 is een jaar", "2026 is een jaar"),
        ("# geen kop", r"\# geen kop"),
        ("C #", r"C \#"),
        ("*niet* vet", r"\*niet\* vet"),
        ("<b>", r"\<b\>"),
        ("", ""),
    ],
)
def test_only_what_would_be_markup_is_escaped(text: str, escaped: str) -> None:
    assert escape(text) == escaped

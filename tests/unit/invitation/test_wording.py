from __future__ import annotations

import html
import re
from datetime import date

import mistune
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachkit.invitation.days import training_days
from coachkit.invitation.wording import as_markdown, closed, enumeration, number, sentences


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Een. Twee? Drie!", ["Een.", "Twee?", "Drie!"]),
        ("Om 9.30 uur, bijv. op maandag. Of i.p.v. dinsdag.", None),
        (
            "Hij zegt: 'Kom nog eens.' Zo begint het.",
            ["Hij zegt: 'Kom nog eens.'", "Zo begint het."],
        ),
        ("Zonder punt", ["Zonder punt"]),
    ],
)
def test_a_text_falls_apart_in_sentences(text: str, parts: list[str] | None) -> None:
    assert sentences(text) == (parts or ["Om 9.30 uur, bijv. op maandag.", "Of i.p.v. dinsdag."])


def test_a_text_is_closed_once() -> None:
    assert [closed(text) for text in ("Ja", "Ja.", "Ja?", "'Ja.'", "'Ja'")] == [
        "Ja.",
        "Ja.",
        "Ja?",
        "'Ja.'",
        "'Ja'.",
    ]


@pytest.mark.parametrize(
    ("items", "said"),
    [
        (["a", "b"], "a en b"),
        (["a", "b", "c"], "a, b en c"),
        (["a en b", "c"], "a en b, en c"),
        (["a", "b of c", "d"], "a, b of c, en d"),
        (["a, b", "c", "d"], "a, b; c; en d"),
        (["een keus", "bedenktijd", "offerte"], "een keus, bedenktijd en offerte"),
    ],
)
def test_the_parts_of_a_list_stay_clear(items: list[str], said: str) -> None:
    assert enumeration(items) == said


def test_small_numbers_are_words() -> None:
    assert [number(n) for n in (1, 2, 12, 20, 21)] == ["één", "twee", "twaalf", "twintig", "21"]


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (["2027-04-13"], "Dinsdag 13 april 2027"),
        (["2027-06-17", "2027-06-03"], "Donderdag 3 en 17 juni 2027"),
        (["2027-10-13", "2027-10-14"], "Woensdag 13 en donderdag 14 oktober 2027"),
        (["2028-01-11", "2028-02-08"], "Dinsdag 11 januari en 8 februari 2028"),
        (
            ["2028-01-11", "2028-01-25", "2028-02-08", "2028-02-22"],
            "Dinsdag 11 en 25 januari, 8 en 22 februari 2028",
        ),
        (["2026-12-30", "2027-01-06"], "Woensdag 30 december 2026 en 6 januari 2027"),
        (["2026-12-30", "2027-01-07"], "Woensdag 30 december 2026 en donderdag 7 januari 2027"),
    ],
)
def test_days_are_told_without_repeating(days: list[str], said: str) -> None:
    assert training_days([date.fromisoformat(day) for day in days]) == said


def shown(markdown: str) -> str:
    """Return what a reader sees of one paragraph, or its HTML when it became something else."""
    page = str(mistune.html(markdown)).strip()
    found = re.fullmatch(r"<p>(.*)</p>", page, re.DOTALL)
    return html.unescape(found[1]) if found else page


@pytest.mark.parametrize(
    "text",
    [
        "**dik** en _schuin_",
        "# kop",
        "- punt",
        "+ punt",
        "1. punt",
        "12) punt",
        "2027. punt",
        "<script>alert(1)</script>",
        "[hier](https://kwaad.example)",
        "![x](y)",
        "`code`",
        "&amp; &lt;",
        "a_b@c.example",
        "> citaat",
        "~~weg~~",
        "9.30-16.30 uur",
        "\\*",
        "***",
        "===",
    ],
)
def test_a_fact_stays_letters(text: str) -> None:
    assert shown(as_markdown(text)) == text


@given(st.text(alphabet="ab1.)(*_#<>&;`[]!~-+=\\|: ", min_size=1))
def test_any_fact_stays_letters(text: str) -> None:
    line = " ".join(text.split())
    if any(c.isalnum() for c in line):
        assert shown(as_markdown(line)) == line


def test_a_time_or_address_is_not_disturbed() -> None:
    for text in ("9.30-16.30 uur", "jan_de_vries@x.example", "160 euro, met lunch (zonder btw)"):
        assert as_markdown(text) == text

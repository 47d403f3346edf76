"""A stranger's words in a message, in a header and on a terminal."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from coachkit.safetext import controls_in, one_line, shown, without_controls


def test_words_of_a_stranger_fit_in_a_message() -> None:
    assert shown("foto.jpg") == "foto.jpg"
    assert shown("a\n\x1b[2J\u202eb") == "a■■[2J■b"
    assert shown("é" * 99, 5) == "éééé…"


def test_what_commands_a_terminal_gets_a_stand_in_and_lines_stay() -> None:
    assert without_controls("a\tb\nc\x1b]0;d\x07\x9b\ud800") == "a\tb\nc■]0;d■■■"
    assert controls_in("a\tb\n\x1b\x00") == ["\x1b", "\x00"]


def test_one_line_has_no_controls_and_no_breaks() -> None:
    assert one_line("\ufeff a\r\nb\t\0c\x1fd\x85e\u2028f\u2029g\x7f \ud800h ") == "a b c d e f g h"
    assert one_line("👩\u200d👧 zoë") == "👩\u200d👧 zoë"


@given(text=st.text())
def test_one_line_loses_no_letter(text: str) -> None:
    def bare(value: str) -> str:
        return "".join(c for c in value if c.isprintable() and not c.isspace())

    assert bare(one_line(text)) == bare(text)

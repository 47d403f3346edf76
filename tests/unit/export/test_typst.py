"""Values and CommonMark as Typst: strings are literals, never markup."""

from __future__ import annotations

import json

import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st

from coachkit.export.glyphs import Letters
from coachkit.export.typst import TypstWriter
from coachkit.safetext import STAND_IN


@pytest.fixture(scope="module")
def writer() -> TypstWriter:
    return TypstWriter(Letters())


def evaluated(code: str) -> object:
    """Return what Typst makes of a value, by way of its own JSON."""
    source = f"#metadata({code}) <waarde>".encode()
    found = json.loads(typst.query({"main.typ": source}, "<waarde>", field="value"))
    return found[0]


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (None, "none"),
        (True, "true"),
        (False, "false"),
        (-3, "-3"),
        ("a", '"a"'),
        ("", '""'),
        ((), "()"),
        (["a"], '("a",)'),
        (("a", 1), '("a", 1,)'),
        ({}, "(:)"),
        ({"a b": [1]}, '("a b": (1,))'),
        ('#let x = "\\"\n\t', '"#let x = \\"\\\\\\"\\n\\t"'),
    ],
)
def test_values_in_typst(writer: TypstWriter, value: object, code: str) -> None:
    assert writer.value(value) == code


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(min_codepoint=32, max_codepoint=126)))
def test_typst_reads_back_what_was_written(writer: TypstWriter, text: str) -> None:
    assert evaluated(writer.value(text)) == text


def test_typst_reads_back_nested_values(writer: TypstWriter) -> None:
    value = {"a": [1, "x", None, True], "b": {"c": []}, 'q"\\': "#pagebreak()"}
    assert evaluated(writer.value(value)) == value


def test_what_the_font_lacks_is_replaced(writer: TypstWriter) -> None:
    assert writer.value("\x00") == f'"{STAND_IN}"'


@pytest.mark.parametrize("value", [1.5, object(), b"x", {1}])
def test_a_value_without_counterpart_is_refused(writer: TypstWriter, value: object) -> None:
    with pytest.raises(TypeError, match="has no counterpart in Typst"):
        writer.value(value)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("**a** *b* ~~c~~", 'alinea({ vet({ t("a") }); t(" "); cursief({ t("b") }); t(" "); '
         'doorgehaald({ t("c") }) })'),
        ("`a`", 'alinea({ code-inline("a") })'),
        ("```\na\n```", 'code("a")'),
        ("[a](https://a.example)", 'alinea({ koppeling("https://a.example", { t("a") }) })'),
        ("a  \nb", 'alinea({ t("a"); regelbreuk(); t("b") })'),
        ("---", "lijn()"),
        ("# a\n\n###### b", 'kop(1, { t("a") }); kop(3, { t("b") })'),
        ("- a\n- b", 'lijst(({ t("a") }, { t("b") },))'),
        ("3. a", 'genummerd(start: 3, ({ t("a") },))'),
        ("> a", 'citaat({ alinea({ t("a") }) })'),
        ('#let x = "1"', 'alinea({ t("#let x = \\"1\\"") })'),
        ("", ""),
    ],
)  # fmt: skip
def test_commonmark_in_typst(writer: TypstWriter, text: str, code: str) -> None:
    assert writer.blocks(text) == code


def test_empty_letters_are_no_call(writer: TypstWriter) -> None:
    assert writer.letters("") == ""

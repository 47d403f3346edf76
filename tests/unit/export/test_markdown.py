"""CommonMark, walked over once for all languages; shown here by the plain renderer."""

from __future__ import annotations

import re

import pytest

from coachkit.export.html import HTMLRenderer
from coachkit.export.markdown import PlainRenderer, plain_text, tokens_of


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Een **vet** en *schuin* en ~~weg~~ `code` woord", "Een vet en schuin en weg code woord"),
        ("een\ntwee  \ndrie", "een twee drie"),
        ("# Kop\n\nTekst", "Kop Tekst"),
        ("- a\n- b\n\n  c\n  - d", "a b c d"),
        ("> citaat", "citaat"),
        ("a\n\n---\n\nb", "a b"),
        ("```\ncode\n```", "code"),
        ("[tekst](https://a.example)", "tekst"),
        ("[tekst](javascript:alert(1))", "tekst (javascript:alert(1))"),
        ("![plaatje](https://a.example/a.png)", "[afbeelding: plaatje]"),
        ("<b>a</b>", "<b>a</b>"),
        ("<div>\na\n</div>", "<div> a </div>"),
        ("", ""),
    ],
)
def test_the_letters_alone(text: str, plain: str) -> None:
    assert plain_text(text) == plain


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("een\n\ntwee", "een twee"),
        ("- a\n- b", "• a • b"),
        ("1. a\n2. b", "1. a 2. b"),
        ("4. a\n5. b", "4. a 5. b"),
        ("> a", "a"),
        ("# a", "a"),
        ("```\ncode\n```", "code"),
        ("<div>x</div>", "<div>x</div>"),
        ("a\n\n---\n\nb", "a b"),
    ],
)
def test_on_one_line_paragraphs_and_items_become_lines(text: str, line: str) -> None:
    assert PlainRenderer().inline(text) == line


def test_a_text_is_parsed_once() -> None:
    assert tokens_of("een tekst") is tokens_of("een tekst")


@pytest.mark.parametrize("start", ["http://", "https://", "mailto:", "tel:", "HTTPS://"])
def test_links_that_can_do_no_harm_stay_links(start: str) -> None:
    assert "<a href=" in HTMLRenderer().blocks(f"[a]({start}a.example)")


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "//a.example",
        "#elders",
        "blad.html",
        "https://a.example/" + "x" * 2000,
    ],
)
def test_other_addresses_are_shown_as_letters(url: str) -> None:
    html = str(HTMLRenderer().blocks(f"[a]({url})"))
    assert "<a" not in html
    assert url in html


@pytest.mark.parametrize("text", ["![a](https://a.example/a.png)", "<img src=x onerror=alert(1)>"])
def test_pictures_are_not_fetched(text: str) -> None:
    assert "<img" not in HTMLRenderer().blocks(text)


@pytest.mark.parametrize(
    "text", ["*" * 3000 + "a" + "*" * 3000, "[" * 3000, ">" * 500 + "a", "<" * 3000, "`" * 3000]
)
def test_a_text_made_to_hurt_comes_out_with_all_its_letters(text: str) -> None:
    assert set(plain_text(text)) <= set(text)
    assert ("a" in plain_text(text)) == ("a" in text)


TABLE = "| Wie | Waarvoor |\n| --- | --- |\n| **Jan** | [bellen](tel:112) |\n| a \\| b | <b> |"


def test_a_table_keeps_its_letters_and_its_shape() -> None:
    assert plain_text(TABLE) == "Wie Waarvoor Jan bellen a | b <b>"
    html = str(HTMLRenderer().blocks(TABLE))
    bare = re.sub(r' (role|data-kop)="[^"]*"', "", html)
    assert bare.startswith('<table><thead><tr><th scope="col">Wie</th>')
    assert "<td><strong>Jan</strong></td>" in bare
    assert "<td>a | b</td><td>&lt;b&gt;</td></tr></tbody></table>" in bare


def test_each_cell_knows_its_head_for_a_narrow_screen() -> None:
    html = str(HTMLRenderer().blocks('| a **b** | "c" `<d>` |\n| --- | --- |\n| 1 | 2 |'))
    assert '<td role="cell" data-kop="a b">1</td>' in html
    assert '<td role="cell" data-kop="&#34;c&#34; &lt;d&gt;">2</td>' in html


def test_a_table_without_rows_is_a_table() -> None:
    assert '<tbody role="rowgroup"></tbody>' in str(
        HTMLRenderer().blocks("| a | b |\n| --- | --- |")
    )

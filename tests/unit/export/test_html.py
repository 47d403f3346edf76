"""CommonMark as HTML that can do no harm."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coachkit.export.html import HTMLRenderer, control_notes, visible
from coachkit.safetext import STAND_IN

MARKUP = st.text("#*_`[]()<>!&;=+-.~'\"/:\n aojvscriptxhref=1\x00", max_size=80)
ALLOWED = {"p", "strong", "em", "s", "blockquote", "code", "pre", "a", "br", "hr", "ul", "ol", "li"}
ALLOWED |= {"h2", "h3", "h4", "h5", "h6"}


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("**a** *b* ~~c~~", "<p><strong>a</strong> <em>b</em> <s>c</s></p>"),
        ("`<a>`", "<p><code>&lt;a&gt;</code></p>"),
        ("```\na\n```", "<pre><code>a</code></pre>"),
        ("a  \nb", "<p>a<br>b</p>"),
        ("---", "<hr>"),
        ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
        ("3. a", '<ol start="3"><li>a</li></ol>'),
        ("> a", "<blockquote><p>a</p></blockquote>"),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        (
            '[a](https://a.example/?b=1&c="x")',
            '<p><a href="https://a.example/?b=1&amp;c=%22x%22" rel="noreferrer noopener">a</a></p>',
        ),
        ("a\x00b", f"<p>a{STAND_IN}b</p>"),
        ("a\ud800b", f"<p>a{STAND_IN}b</p>"),
    ],
)
def test_commonmark_in_html(text: str, html: str) -> None:
    assert HTMLRenderer().blocks(text) == html


@settings(max_examples=150, deadline=None)
@given(MARKUP)
def test_no_other_tags_and_attributes_come_out(text: str) -> None:
    found = Tags()
    found.feed(str(HTMLRenderer().blocks(text)))
    assert found.tags <= ALLOWED
    assert found.attributes <= {"href", "rel", "start"}


def levels(level: int, text: str) -> str:
    return str(HTMLRenderer(level).blocks(text)).replace("</", "<")


@pytest.mark.parametrize(
    ("level", "text", "html"),
    [
        (2, "# a", "<h2>a<h2>"),
        (3, "## a", "<h3>a<h3>"),
        (3, "#### a", "<h3>a<h3>"),
        (3, "## a\n\n###### b", "<h3>a<h3><h4>b<h4>"),
        (3, "## a\n\n### b\n\n#### c\n\n## d", "<h3>a<h3><h4>b<h4><h5>c<h5><h3>d<h3>"),
    ],
)
def test_headings_fit_their_surroundings_and_skip_no_level(
    level: int, text: str, html: str
) -> None:
    assert levels(level, text) == html


def test_each_text_begins_its_levels_anew() -> None:
    renderer = HTMLRenderer().under(2)
    assert renderer.blocks("# a\n\n### b") == "<h2>a</h2><h3>b</h3>"
    assert renderer.blocks("### c") == "<h2>c</h2>"


def test_only_strings_that_are_not_yet_safe_get_stand_ins() -> None:
    safe = HTMLRenderer().inline("a")
    assert visible("a\x07") == f"a{STAND_IN}"
    assert visible(safe) is safe
    assert visible(3) == 3


def test_control_characters_are_told_once_each() -> None:
    (note,) = control_notes(["a\x07b\x07", "\x00"])
    assert "(U+0000, U+0007)" in note
    assert control_notes(["gewoon\n", "é😀"]) == ()

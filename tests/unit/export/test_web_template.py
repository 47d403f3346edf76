"""The web page as it is written: its policy, its script, and whom its texts speak to."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable
from html import unescape

import pytest

from coachkit.errors import ExportError
from coachkit.export import exporters
from coachkit.export.exporters import reused_exporter
from coachkit.model import Block, BlockKind, Worksheet
from coachkit.resources import data_folder
from coachkit.worksheet.notebook import build_notebook

MakeSheet = Callable[..., Worksheet]
MakeQuestion = Callable[..., Block]
JE = r"\b(je|jij|jouw|jezelf)\b"
U = r"\b(u|uw|uzelf)\b"


def web(sheet: Worksheet) -> str:
    """Return a worksheet as a web page."""
    exporter = reused_exporter("werkblad_web", "invullen", False)
    return str(exporter.from_notebook_node(build_notebook(sheet))[0])


def policy_of(html: str) -> dict[str, str]:
    """Return the policy of a page: what is allowed from where."""
    content = re.search(r'Content-Security-Policy" content="([^"]*)"', html)
    assert content is not None
    parts = [part.partition(" ") for part in content[1].split("; ")]
    return {name: sources for name, _, sources in parts}


def test_the_policy_allows_its_own_style_and_script_by_hash_and_no_more(
    sheet_with: MakeSheet, question: MakeQuestion
) -> None:
    html = web(sheet_with(question("a", "Wat is script-src 'hash'?")))
    inline = re.findall(r"<(style|script)([^>]*)>(.*?)</\1>", html, re.DOTALL)
    assert [(tag, attributes) for tag, attributes, _ in inline] == [
        ("style", ""),
        ("script", ' type="application/json" id="formulier"'),
        ("script", ""),
    ]
    style, _, script = (
        f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'"
        for _, _, code in inline
    )
    assert policy_of(html) == {
        "default-src": "'none'",
        "style-src": style,
        "script-src": script,
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }


@pytest.mark.parametrize("head", ["", "script-src 'hash' <style></style>"])
def test_a_page_that_is_not_whole_is_an_error(head: str) -> None:
    with pytest.raises(ExportError, match="installeer coachkit opnieuw"):
        exporters._with_hashes(f"<html>{head}</html>")


def test_a_page_without_questions_has_no_script_no_note_and_no_buttons(
    sheet_with: MakeSheet,
) -> None:
    html = web(sheet_with(Block(kind=BlockKind.TEXT, text="Lees dit eens.")))
    assert "script-src" not in policy_of(html)
    assert not re.search(r'<script|<button|class="noot let-op|class="uitleg', html)


def test_the_script_can_stand_in_a_page_and_makes_no_code_of_texts() -> None:
    path = data_folder("templates") / "werkblad_web" / "werkblad.js"
    script = path.read_text(encoding="utf-8")
    assert "'use strict'" in script
    assert len(script.splitlines()) < 300
    for absent in (
        r"</script|<!--|\{\{|\{%|\{#",
        r"innerHTML|outerHTML|insertAdjacent|\beval|Function\(|document\.write|setAttribute",
        r"fetch|XMLHttp|WebSocket|sendBeacon|\bimport\b|https?:|confirm\(|alert\(",
    ):
        assert re.findall(absent, script) == []


@pytest.mark.parametrize(
    ("changes", "there", "absent"),
    [
        ({"form": "je"}, "naar je coach", U),
        ({"form": "u"}, "naar uw coach", JE),
        ({"form": "je", "audience": "coach", "kind": "coach"}, "later verdergaan", U),
        ({"form": "u", "audience": "coach", "kind": "coach"}, "kunt u later", JE),
    ],
)
def test_the_page_speaks_to_who_fills_it_in(
    sheet_with: MakeSheet,
    question: MakeQuestion,
    changes: dict[str, str],
    there: str,
    absent: str,
) -> None:
    html = web(sheet_with(question("a", "Wat telt?"), title="Blad", **changes))
    body = html[html.index("<body") : html.index("<script")]
    attributes = re.findall(r'data-[\w-]+="([^"]*)"', body)
    words = unescape(" ".join([re.sub(r"<[^>]*>", " ", body), *attributes]))
    assert there in words
    assert re.findall(absent, words, re.IGNORECASE) == []
    assert ("coach" in words) == ("audience" not in changes)

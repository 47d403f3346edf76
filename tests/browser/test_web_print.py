"""The web page on paper: what stays together on a page, and no page for the head alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from coachkit.model import Block, Brief, Worksheet
from coachkit.session import save_worksheet
from coachkit.worksheet.compose import make_worksheet
from support.recipes import RECIPES, shipped_bank
from support.webpage import open_page

pytestmark = pytest.mark.browser

PAPER = {"width": 650, "height": 1000}  # the width of A4 without its margins
SIZES = pytest.mark.parametrize("large", [False, True], ids=["normal", "large"])
LONG_WORD = "Hottentottententententoonstelling" * 4
SENTENCE = "Ik ga elke avond na het eten een rondje lopen met mijn buurvrouw. "

_CARDS = "() => [...document.querySelectorAll('.vraagkop')].map(e => e.innerText)"
_START = "() => document.querySelector('.vraag > .vraagkop, .tekst').innerText"
_ROWS = """() => [...document.querySelectorAll('.tekst tr')]
    .map(row => [...row.cells].map(cell => cell.innerText))"""
_BROKEN = """() => [...document.querySelectorAll('.raster th')].flatMap(th => {
    const range = document.createRange();
    return [...th.childNodes].filter(node => node.nodeType === 3).flatMap(text =>
        [...text.data.matchAll(/\\p{L}{2,}/gu)].filter(found => {
            range.setStart(text, found.index);
            range.setEnd(text, found.index + found[0].length);
            return new Set([...range.getClientRects()].map(r => Math.round(r.top))).size > 1;
        }).map(found => found[0]));
})"""


@pytest.fixture
def sheet_of(web_brief: Brief) -> Callable[[str], Worksheet]:
    """Make a shipped sheet."""
    brief = web_brief.model_copy(update={"phase": None, "situation": None})
    return lambda recipe: make_worksheet(shipped_bank(), brief, recipe, seed=3)


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """Open a sheet on a screen that is as wide as paper."""
    context = browser.new_context(viewport=PAPER)

    def open_sheet(sheet: Worksheet, *, large: bool = False) -> Any:
        (path,) = save_worksheet(sheet, tmp_path, ("html",), large=large)
        return open_page(context, path).page

    yield open_sheet
    context.close()


def squeezed(text: str) -> str:
    """Return a text without white space: lines break elsewhere on paper."""
    return "".join(text.split())


def printed(page: Any) -> list[str]:
    """Return the text of each page on paper."""
    pdf = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    texts = [squeezed(sheet.get_textpage().get_text_range()) for sheet in pdf]
    return [re.sub(r"Bladzijde\d+van\d+", "", text) for text in texts]


def fill(page: Any, words: str) -> int:
    """Write words in each box, between two marks with its number; return how many there are."""
    boxes = page.locator("main textarea").all()
    for number, box in enumerate(boxes):
        box.fill(f"[{number}]{words}[/{number}]")
    return len(boxes)


def cut(page: Any, boxes: int) -> list[int]:
    """Return the numbers of the boxes that begin on one page and end on another."""
    pages = printed(page)
    return [n for n in range(boxes) if not any(f"[{n}]" in p and f"[/{n}]" in p for p in pages)]


@pytest.mark.parametrize("recipe", [recipe for recipe in RECIPES if recipe != "uitnodiging"])
def test_the_first_page_holds_more_than_the_head(
    sheet_of: Callable[[str], Worksheet], opened: Callable[..., Any], recipe: str
) -> None:
    page = opened(sheet_of(recipe), large=True)
    page.emulate_media(media="print")
    first = page.evaluate(_START)
    assert squeezed(first)[:40] in printed(page)[0]


@SIZES
def test_cards_are_whole_and_take_no_more_pages_than_the_pdf_and_one(
    sheet_of: Callable[[str], Worksheet], opened: Callable[..., Any], tmp_path: Path, large: bool
) -> None:
    sheet = sheet_of("kaartjes")
    (pdf,) = save_worksheet(sheet, tmp_path, ("pdf",), large=large)
    page = opened(sheet, large=large)
    boxes = fill(page, "bellen")
    pages = printed(page)
    assert len(pages) <= len(pypdfium2.PdfDocument(pdf)) + 1
    assert cut(page, boxes) == []
    *heads, plan = [squeezed(head) for head in page.evaluate(_CARDS)]
    assert squeezed(heads[0]) in pages[0]
    for number, head in enumerate(heads):
        assert any(head in text and f"[/{number}]" in text for text in pages)
    last = boxes - 1
    assert any(all(w in text for w in (plan, "Als", "dan", f"[/{last}]")) for text in pages)


@SIZES
def test_no_row_of_a_table_to_read_is_cut(
    sheet_of: Callable[[str], Worksheet], opened: Callable[..., Any], large: bool
) -> None:
    page = opened(sheet_of("verwijskaart"), large=large)
    rows = page.evaluate(_ROWS)
    pages = printed(page)
    assert len(rows) > 20
    assert [
        row
        for row in rows
        if not any(all(squeezed(cell) in text for cell in row) for text in pages)
    ] == []


@pytest.mark.parametrize("recipe", ["bijhouden", "op-eigen-benen"])
def test_a_long_answer_stays_on_one_page(
    sheet_of: Callable[[str], Worksheet], opened: Callable[..., Any], recipe: str
) -> None:
    page = opened(sheet_of(recipe))
    boxes = fill(page, SENTENCE * 10)
    assert cut(page, boxes) == []


@SIZES
@pytest.mark.parametrize("recipe", ["fris-blijven", "gevolgen", "verwijskaart", "werkafspraken"])
def test_no_word_of_a_table_head_is_broken(
    sheet_of: Callable[[str], Worksheet], opened: Callable[..., Any], recipe: str, large: bool
) -> None:
    page = opened(sheet_of(recipe), large=large)
    page.emulate_media(media="print")
    assert page.locator(".raster th").count() > 0
    assert page.evaluate(_BROKEN) == []


@SIZES
@pytest.mark.parametrize("columns", [1, 2, 3, 4])
def test_a_word_longer_than_the_paper_is_not_lost(
    sheet_with: Callable[..., Worksheet],
    question: Callable[..., Block],
    opened: Callable[..., Any],
    columns: int,
    large: bool,
) -> None:
    kolommen = [LONG_WORD] * columns
    table = question("a", "Wat?", soort="tabel", kolommen=kolommen, rijen=[LONG_WORD, "Kort"])
    page = opened(sheet_with(table), large=large)
    page.emulate_media(media="print")
    assert page.evaluate("document.documentElement.scrollWidth") <= PAPER["width"]


def test_something_else_has_room_to_write_beside_two_columns(
    sheet_of: Callable[[str], Worksheet], opened: Callable[..., Any]
) -> None:
    page = opened(sheet_of("bijhouden"))
    page.locator(".kort .anders textarea").first.fill(SENTENCE)
    page.evaluate("() => { dispatchEvent(new Event('beforeprint')) }")
    page.emulate_media(media="print")
    whole = page.locator(".kort").first.bounding_box()["width"]
    assert page.locator(".kort .anders .afdruk").first.bounding_box()["width"] > whole / 2


@SIZES
def test_the_number_of_a_question_stands_before_it(
    sheet_of: Callable[[str], Worksheet], opened: Callable[..., Any], large: bool
) -> None:
    page = opened(sheet_of("eerste-stap"), large=large)
    page.emulate_media(media="print")
    for question in page.locator(".vraag").all():
        number, head = (question.locator(c).bounding_box() for c in ("> .nr", "> .vraagkop"))
        assert number["x"] + number["width"] <= head["x"]
        assert abs(number["y"] - head["y"]) < 3

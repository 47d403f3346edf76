"""What tests of whole files share: worksheets in all formats, and the words that are in them."""

from __future__ import annotations

import re
import signal
import sys
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

import nbformat
import pypdfium2
import pytest
from nbformat import NotebookNode

from coachkit.cli import main
from coachkit.export.exporters import reused_exporter
from coachkit.model import Worksheet
from coachkit.resources import data_folder
from coachkit.worksheet.notebook import build_notebook

BRIEF = """\
naam: Sanne
doel: meer bewegen
doel_te: meer te bewegen
doel_nominaal: meer bewegen
situatie: doel-te-groot
fase: beslissing
datum: 2026-11-22
"""
SMALL_BANK = Path(__file__).parents[1] / "data" / "bank"
Export = Callable[..., tuple[bytes, tuple[str, ...]]]
_MM = 72 / 25.4
_HEADER, _FOOTER = 20 * _MM, 19 * _MM
# What a reader of PDFs gives for a hyphen at the end of a line depends on the reader.
_LIGATURE = re.compile("[\ufb00-\ufb06]")
_NOT_LETTERS = re.compile("[\\s\\x02\\u00ad\\ufffe\\u200b\\u2010-]+")


@pytest.fixture(scope="session")
def exported() -> Export:
    """Export a worksheet, or a notebook, as ``ipynb``, ``pdf``, ``html`` or ``typ``."""
    names = {"pdf": "werkblad", "html": "werkblad_web", "typ": "werkblad_typst"}

    def export(
        sheet: Worksheet | NotebookNode,
        format_: str,
        *,
        variant: str = "invullen",
        large: bool = False,
    ) -> tuple[bytes, tuple[str, ...]]:
        notebook = build_notebook(sheet) if isinstance(sheet, Worksheet) else sheet
        if format_ == "ipynb":
            return nbformat.writes(notebook).encode(), ()
        exporter = reused_exporter(names[format_], variant, large)
        output, resources = exporter.from_notebook_node(notebook)
        data = output.encode() if isinstance(output, str) else output
        return data, resources["coachkit_notes"]

    return export


@pytest.fixture(scope="session")
def letters() -> Callable[[str], str]:
    """Leave the letters of a text: composed, ligatures apart, no white space and hyphens."""

    def squeeze(text: str) -> str:
        composed = unicodedata.normalize("NFC", text)
        apart = _LIGATURE.sub(lambda found: unicodedata.normalize("NFKC", found[0]), composed)
        return _NOT_LETTERS.sub("", apart)

    return squeeze


@pytest.fixture(scope="session")
def pdf_text() -> Callable[[bytes], str]:
    """Extract the text of a PDF, page after page, without running heads and footers."""

    def extract(pdf: bytes) -> str:
        document = pypdfium2.PdfDocument(pdf)
        parts = []
        for number, page in enumerate(document):
            width, height = page.get_size()
            top = height - (_HEADER if number else 0)
            words = page.get_textpage()
            parts.append(words.get_text_bounded(left=0, bottom=_FOOTER, right=width, top=top))
        document.close()
        return "\n".join(parts)

    return extract


class Page(HTMLParser):
    """A web page, taken apart: its elements with their attributes, its words, and its scripts."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.scripts: list[str] = []
        self._inside = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._inside = tag

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside == "script":
            self.scripts.append(data)
        elif self._inside != "style":
            self.text += data


@pytest.fixture(scope="session")
def read_html() -> Callable[[bytes], Page]:
    """Take a web page apart."""
    return lambda html: Page(html.decode())


@dataclass(frozen=True)
class Ran:
    """What a command returned and printed."""

    code: int
    out: str
    err: str


@pytest.fixture
def run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> Iterator[Callable[..., Ran]]:
    """Run ``coachkit`` with some words, in this process and in an empty folder of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COACHKIT_PRACTICE", raising=False)

    def call(*words: object) -> Ran:
        monkeypatch.setattr(sys, "argv", ["coachkit", *map(str, words)])
        capsys.readouterr()
        with pytest.raises(SystemExit) as stop:
            main()
        printed = capsys.readouterr()
        assert "Traceback" not in printed.err
        return Ran(int(stop.value.code or 0), printed.out, printed.err)

    signals = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {number: signal.getsignal(number) for number in signals}
    yield call
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.fixture
def small_shipped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the small bank of the tests for the shipped one."""

    def folder(name: str) -> Path:
        return SMALL_BANK if name == "vraagbank" else data_folder(name)

    monkeypatch.setattr("coachkit.bank.load.data_folder", folder)


@pytest.fixture
def brief_file(tmp_path: Path) -> Path:
    """A brief of an invented client, as a file."""
    path = tmp_path / "sanne.yaml"
    path.write_text(BRIEF, encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def text_of(
    pdf_text: Callable[[bytes], str], read_html: Callable[[bytes], Page]
) -> Callable[[bytes, str], str]:
    """Return what can be read in a PDF or a web page."""
    return lambda data, format_: pdf_text(data) if format_ == "pdf" else read_html(data).text

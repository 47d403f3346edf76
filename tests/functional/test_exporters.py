"""The exporters as people use them: ``jupyter nbconvert --to werkblad sheet.ipynb``."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import entry_points
from pathlib import Path

import nbformat
import pikepdf
import pytest
import typst
from nbconvert.exporters import get_export_names, get_exporter
from nbformat.v4 import new_markdown_cell

from coachkit.bank.bank import Bank
from coachkit.errors import ExportError
from coachkit.export.fonts import font_folder
from coachkit.model import Block, BlockKind, Brief, House, Worksheet
from coachkit.vocabulary import RecipeKind
from coachkit.worksheet.compose import make_worksheet
from coachkit.worksheet.notebook import build_notebook

Exported = Callable[..., tuple[bytes, tuple[str, ...]]]
GOLDENS = Path(__file__).parent / "goldens"
EXPORTERS = {"werkblad": ".pdf", "werkblad_typst": ".typ", "werkblad_web": ".html"}


@pytest.fixture
def sheet(small_bank: Bank, brief: Brief) -> Worksheet:
    return make_worksheet(small_bank, brief, "alles", seed=7)


@pytest.fixture
def notebook_file(sheet: Worksheet, tmp_path: Path) -> Path:
    path = tmp_path / "sheet.ipynb"
    nbformat.write(build_notebook(sheet), path)
    return path


def nbconvert(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run ``jupyter nbconvert`` as someone does who has no settings of his own."""
    programs = str(Path(sys.executable).parent)
    environment = {
        "PATH": os.pathsep.join([programs, os.environ.get("PATH", "")]),
        "HOME": str(folder),
        "PYTHONUTF8": "1",
    }
    return subprocess.run(
        [sys.executable, "-m", "jupyter", "nbconvert", *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_the_exporters_are_registered() -> None:
    names = set(entry_points(group="nbconvert.exporters").names)
    assert set(EXPORTERS) <= names
    assert set(EXPORTERS) <= set(get_export_names())


@pytest.mark.parametrize(("name", "extension"), EXPORTERS.items())
def test_nbconvert_finds_the_exporters_by_name(name: str, extension: str) -> None:
    assert get_exporter(name)().file_extension == extension
    assert re.fullmatch(r"\w+", name)


def test_nbconvert_to_pdf(notebook_file: Path) -> None:
    done = nbconvert(notebook_file.parent, "--to", "werkblad", notebook_file.name)
    assert done.returncode == 0, done.stderr
    assert notebook_file.with_suffix(".pdf").read_bytes().startswith(b"%PDF")
    assert {path.name for path in notebook_file.parent.glob("sheet*")} == {
        "sheet.ipynb",
        "sheet.pdf",
    }


def test_nbconvert_to_a_pdf_in_large_print_for_a_pen(
    sheet: Worksheet, exported: Exported, notebook_file: Path
) -> None:
    layout = ["--WorksheetExporter.variant=schrijven", "--WorksheetExporter.large=True"]
    done = nbconvert(notebook_file.parent, "--to", "werkblad", *layout, notebook_file.name)
    assert done.returncode == 0, done.stderr
    wanted, _ = exported(sheet, "pdf", variant="schrijven", large=True)
    assert notebook_file.with_suffix(".pdf").read_bytes() == wanted


def test_nbconvert_to_a_web_page(sheet: Worksheet, exported: Exported, notebook_file: Path) -> None:
    done = nbconvert(notebook_file.parent, "--to", "werkblad_web", notebook_file.name)
    assert done.returncode == 0, done.stderr
    assert notebook_file.with_suffix(".html").read_bytes() == exported(sheet, "html")[0]


def test_nbconvert_to_typst_gives_source_that_compiles_in_its_folder(
    sheet: Worksheet, house_with_logo: Callable[[str], House], tmp_path: Path
) -> None:
    with_logo = sheet.model_copy(update={"house": house_with_logo("png")})
    nbformat.write(build_notebook(with_logo), tmp_path / "sheet.ipynb")
    done = nbconvert(tmp_path, "--to", "werkblad_typst", "sheet.ipynb")
    assert done.returncode == 0, done.stderr
    pdf, warnings = typst.compile_with_warnings(
        str(tmp_path / "sheet.typ"),
        root=str(tmp_path),
        font_paths=[str(font_folder())],
        ignore_system_fonts=True,
        pdf_standards="ua-1",
    )
    assert pdf.startswith(b"%PDF")
    assert list(warnings) == []


def test_nbconvert_tells_what_was_replaced(sheet: Worksheet, tmp_path: Path) -> None:
    notebook = build_notebook(sheet)
    notebook["cells"].append(new_markdown_cell("Goed gedaan 😀"))
    nbformat.write(notebook, tmp_path / "sheet.ipynb")
    done = nbconvert(tmp_path, "--to", "werkblad", "sheet.ipynb")
    assert done.returncode == 0, done.stderr
    assert "U+1F600" in done.stderr


def test_nbconvert_says_that_a_foreign_notebook_is_no_worksheet(tmp_path: Path) -> None:
    nbformat.write(nbformat.v4.new_notebook(), tmp_path / "anders.ipynb")
    done = nbconvert(tmp_path, "--to", "werkblad", "anders.ipynb")
    assert done.returncode != 0
    assert "dit notebook is geen werkblad van coachkit" in done.stderr
    assert not (tmp_path / "anders.pdf").exists()


def test_edits_made_in_jupyterlab_come_out(
    sheet: Worksheet,
    exported: Exported,
    letters: Callable[[str], str],
    text_of: Callable[[bytes, str], str],
) -> None:
    notebook = build_notebook(sheet)
    kinds = [cell["metadata"]["coachkit"]["kind"] for cell in notebook["cells"]]
    first = kinds.index("question")
    removed = notebook["cells"][first]["source"]
    notebook["cells"][first] = new_markdown_cell(
        "Een **vet** en *schuin* woord, en een [koppeling](https://a.example).\n\n- punt\n- nog een"
    )
    notebook["cells"][kinds.index("title")]["source"] = "# Een ander blad\n\nMet een eigen zin."
    notebook["cells"][-2:] = notebook["cells"][:-3:-1]
    pdf, html = exported(notebook, "pdf")[0], exported(notebook, "html")[0]
    for text in (text_of(pdf, "pdf"), text_of(html, "html")):
        found = letters(text)
        for words in ("Een vet en schuin woord, en een koppeling.", "punt", "nog een"):
            assert letters(words) in found
        assert letters("Een ander blad") in found
        assert letters("Met een eigen zin.") in found
        assert letters(removed.splitlines()[0].lstrip("# ")) not in found
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        links = [note for page in opened.pages for note in page.get("/Annots", ()) if "/A" in note]
        assert [str(link.A.URI) for link in links] == ["https://a.example"]
    assert b'<a href="https://a.example"' in html
    assert b"<strong>vet</strong>" in html


@pytest.mark.parametrize("picture", ["png", "wide", "jpeg", "svg"])
def test_a_practice_logo_is_on_paper_and_on_the_web(
    sheet: Worksheet,
    exported: Exported,
    house_with_logo: Callable[[str], House],
    read_html: Callable[[bytes], object],
    picture: str,
) -> None:
    house = house_with_logo(picture)
    assert house.logo is not None
    with_logo = sheet.model_copy(update={"house": house})
    pdf, _ = exported(with_logo, "pdf")
    assert len(pdf) > len(exported(sheet, "pdf")[0])
    page = read_html(exported(with_logo, "html")[0])
    (image,) = [a for tag, a in page.elements if tag == "img"]  # type: ignore[attr-defined]
    assert image["src"] == f"data:{house.logo.media_type};base64,{house.logo.data}"


def test_a_broken_logo_is_told(
    sheet: Worksheet, exported: Exported, house_with_logo: Callable[[str], House]
) -> None:
    broken = sheet.model_copy(update={"house": house_with_logo("broken")})
    with pytest.raises(ExportError, match="dit is het praktijklogo"):
        exported(broken, "pdf")


@pytest.mark.parametrize("format_", ["pdf", "html"])
@pytest.mark.parametrize("kind", RecipeKind)
def test_every_kind_of_recipe_shows_all_its_blocks(
    sheet_with: Callable[..., Worksheet],
    question: Callable[..., Block],
    exported: Exported,
    letters: Callable[[str], str],
    text_of: Callable[[bytes, str], str],
    kind: RecipeKind,
    format_: str,
) -> None:
    blocks = (
        Block(kind=BlockKind.TITLE, text="Titel"),
        Block(kind=BlockKind.TEXT, text="Vooraf"),
        Block(kind=BlockKind.INTRO, text="Inleiding"),
        question("a", "Eerste vraag"),
        Block(kind=BlockKind.TEXT, text="Tussendoor"),
        question("b", "Tweede vraag"),
        Block(kind=BlockKind.MOMENT, text="Pauze", body="Adem in"),
        question("c", "Derde vraag"),
        Block(kind=BlockKind.CLOSING, text="Afsluiting"),
        Block(kind=BlockKind.HELP_LINE, text="Hulp"),
    )
    data, _ = exported(sheet_with(*blocks, kind=kind, title="Titel"), format_)
    found = letters(text_of(data, format_))
    for block in blocks:
        assert letters(block.text) in found
        assert letters(block.body) in found


def golden_text(sheet: Worksheet, format_: str, exported: Exported) -> str:
    """Return an export in the shape in which it is kept: without style and script of the page."""
    text = exported(sheet, format_)[0].decode()
    text = re.sub(r"<(style|script)>.*?</\1>", r"<\1>...</\1>", text, flags=re.DOTALL)
    return re.sub(r"'sha256-[^']+'", "'sha256-...'", text).rstrip("\n") + "\n"


@pytest.mark.parametrize("format_", ["ipynb", "typ", "html"])
def test_goldens(
    sheet_with: Callable[..., Worksheet],
    question: Callable[..., Block],
    exported: Exported,
    request: pytest.FixtureRequest,
    format_: str,
) -> None:
    """Write them anew with ``pytest --update-goldens``, and read the difference."""
    sheet = sheet_with(
        Block(kind=BlockKind.TITLE, text="Proef"),
        Block(kind=BlockKind.INTRO, text=r"Dag Sanne\*. Neem de tijd."),
        Block(kind=BlockKind.SECTION, text="Hoe het nu is", category="pijn", label="Pijn"),
        question("a", "Hoe zwaar is het?", "Kies één cijfer.", soort="schaal", laag="a", hoog="b"),
        Block(kind=BlockKind.TEXT, text="Een **vet** woord.\n\n1. een\n2. [twee](https://a.example)"),
        Block(kind=BlockKind.MOMENT, text="Klaar voor vandaag", body="Morgen verder."),
        question("b", "Wat telt?", soort="keuze", opties=["Rust", "Ruimte"], anders=True),
        question("c", "Wat is je plan?", soort="als-dan"),
        Block(kind=BlockKind.CLOSING, text="Leg dit blad op een goede plek."),
        Block(kind=BlockKind.HELP_LINE, text="Praat erover met je coach."),
        house=House(name="Praktijk De Linde", contact="noor@linde.example", footer="Rust eerst"),
    )  # fmt: skip
    golden = GOLDENS / f"proef.{format_}"
    text = golden_text(sheet, format_, exported)
    if request.config.getoption("--update-goldens"):
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")

"""Any text in, the same letters out: in the PDF and in the web page, and nothing is run."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from nbformat import NotebookNode
from nbformat.v4 import new_markdown_cell

from coachkit.bank.bank import Bank
from coachkit.bank.load import load_files
from coachkit.export.glyphs import Letters
from coachkit.export.markdown import plain_text
from coachkit.model import Brief
from coachkit.resources import data_folder
from coachkit.safetext import STAND_IN
from coachkit.worksheet.commonmark import escape
from coachkit.worksheet.compose import make_worksheet
from coachkit.worksheet.notebook import build_notebook

# Control characters that Python takes for white space; a test of their own is below.
SPACE_CONTROLS = "\x0b\x0c\x1c\x1d\x1e\x1f\x85"
CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")
ANY = st.characters(exclude_categories=["Cs"], exclude_characters=SPACE_CONTROLS)
LATIN = st.characters(max_codepoint=0x24F, exclude_categories=["Cc"])
TEXT = (
    st.text(ANY, min_size=1, max_size=200)
    | st.text(LATIN, min_size=1, max_size=200)
    | st.text("abcefijlknorst -.&#*_$\\", min_size=20, max_size=300)
).filter(lambda text: text.strip() and Letters().clean(text).strip())
MARKDOWN = st.text("ab *_#>-+1.`~[]()!<>\n\\|:/", max_size=120)

HOSTILE = [
    "#let x = 1",
    '#panic("weg")',
    "$x^2$",
    "\\",
    'zeg "nee" \\',
    "{{ 7*7 }}",
    "{% for x in range(9) %}x{% endfor %}",
    "<script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    "a\x00b\x07c\x1bd",
    "Sanne 😀",
    "سارة",
    "שרה",
    "莎",
    "[a](javascript:alert(1))",
    "![a](https://a.example/a.png)",
    "*_`~^|",
    "- a",
    "1. a",
    "# a #",
    "&amp;&lt;",
    "ffi fl st ﬁ",
    "a\u202eb\u200dc\ufeff",
    "e\u0301e\u0301n",
    "x" * 10_000,
    "Donaudampfschifffahrt-" * 40,
]
SCRIPT = data_folder("templates") / "werkblad_web" / "werkblad.js"
TO_BE_TOLD = {"a\x00b\x07c\x1bd", "Sanne 😀", "سارة", "שרה", "莎"}

Exported = Callable[..., tuple[bytes, tuple[str, ...]]]
Squeeze = Callable[[str], str]


_SET = """
naam: Doel
vragen:
  - id: doel-vraag
    categorie: verlangen
    vraag: "Dag {{ naam }}, wat helpt je om {{ doel.te }}?"
    vraag_u: "Dag {{ naam }}, wat helpt u om {{ doel.te }}?"
"""
_RECIPE = """
id: doel-blad
titel: "Blad voor {{ naam }}"
minuten: 10
inleiding: "Begin {{ doel.nominaal }} einde"
onderdelen: [{kop: "Samen met {{ coach }}", vraag: doel-vraag}]
"""


@pytest.fixture(scope="module")
def slotted_bank(tmp_path_factory: pytest.TempPathFactory) -> Bank:
    """A bank whose texts have slots everywhere."""
    folder = tmp_path_factory.mktemp("bank")
    (folder / "set.yaml").write_text(_SET, encoding="utf-8")
    (folder / "werkvorm.yaml").write_text(_RECIPE, encoding="utf-8")
    loaded = load_files(sorted(folder.iterdir()))
    assert not loaded.problems
    return loaded


def notebook_of(bank: Bank, text: str) -> NotebookNode:
    """Make a worksheet in which a text is name, goal, title, heading and the coach's own cell."""
    brief = Brief(
        name=text, goal=text, goal_te=text, goal_nominal=text, coach=text, day=date(2026, 11, 22)
    )
    notebook = build_notebook(make_worksheet(bank, brief, "doel-blad", seed=3))
    notebook["cells"].insert(2, new_markdown_cell(f"EIGEN {escape(text)} CEL"))
    return notebook


def all_places(letters: str) -> list[str]:
    """Return how the letters of a text should stand on the sheet, in each of its places."""
    return [
        f"Naam{letters}Datum",
        f"Bladvoor{letters}",
        f"Begin{letters}einde",
        f"EIGEN{letters}CEL",
        f"Samenmet{letters}",
        f"Dag{letters},wathelptjeom{letters}",
    ]


def shown(text: str) -> str:
    """Return what a PDF shows of a text."""
    return Letters().clean("".join(text.split()))


@settings(max_examples=100, deadline=None)
@given(TEXT, st.booleans())
@example("ffi ffl fi fl st", False)
@example("zee-egel co-ouder", False)
@example("00000000000 :0000000000000", False)
@example("0000000000000MW\x1b\x1b\x1b\x1b\x1b\x1b", False)
@example("000000000000000000000000000000[0000000000000", True)
@example("WIJNGAARDENWERKMAATSCHAPPIJ", True)
@example("een\xa0" * 40, True)
@example("( a" * 30, True)
def test_the_same_letters_come_out_of_the_pdf(
    slotted_bank: Bank,
    exported: Exported,
    letters: Squeeze,
    pdf_text: Callable[[bytes], str],
    text: str,
    large: bool,
) -> None:
    pdf, notes = exported(notebook_of(slotted_bank, text), "pdf", large=large)
    found, wanted = letters(pdf_text(pdf)), letters(shown(text))
    assert [place for place in all_places(wanted) if place not in found] == []
    assert bool(notes) == (STAND_IN in shown(text) and STAND_IN not in text)


@settings(max_examples=100, deadline=None)
@given(TEXT)
def test_the_same_letters_come_out_of_the_web_page(
    slotted_bank: Bank,
    exported: Exported,
    letters: Squeeze,
    read_html: Callable[[bytes], Any],
    text: str,
) -> None:
    html, notes = exported(notebook_of(slotted_bank, text), "html")
    found = letters(read_html(html).text)
    wanted = letters(CONTROLS.sub(STAND_IN, text))
    assert [place for place in all_places(wanted) if place not in found] == []
    assert bool(notes) == bool(CONTROLS.search(text))


@settings(max_examples=60, deadline=None)
@given(MARKDOWN)
def test_whatever_markdown_a_coach_writes_its_words_come_out(
    slotted_bank: Bank,
    exported: Exported,
    letters: Squeeze,
    pdf_text: Callable[[bytes], str],
    read_html: Callable[[bytes], Any],
    text: str,
) -> None:
    notebook = notebook_of(slotted_bank, "Sanne")
    notebook["cells"][2]["source"] = f"{text}\n"
    words = re.sub("[^ab]", "", plain_text(text))
    for format_, read in (("pdf", pdf_text), ("html", lambda html: read_html(html).text)):
        found = letters(read(exported(notebook, format_)[0]))
        between = found[found.index("einde") : found.index("Samenmet")]
        assert words in re.sub("[^ab]", "", between)


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("columns", [2, 5])
@pytest.mark.parametrize("words", [60, 250, 1500])
def test_a_long_cell_runs_on_over_the_pages(
    slotted_bank: Bank, exported: Exported, words: int, columns: int, large: bool
) -> None:
    notebook = notebook_of(slotted_bank, "Sanne")
    rest = " kort |" * (columns - 1)
    head, line = "| kop " * columns, "| --- " * columns
    notebook["cells"][2]["source"] = f"{head}|\n{line}|\n| {'woord ' * words}EIND |{rest}\n"
    pdf = pypdfium2.PdfDocument(exported(notebook, "pdf", large=large)[0])
    shown = "".join(page.get_textpage().get_text_bounded() for page in pdf)
    assert shown.count("woord") == words
    assert "EIND" in shown


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_name_appears_as_text_and_nothing_is_run(
    slotted_bank: Bank,
    exported: Exported,
    letters: Squeeze,
    pdf_text: Callable[[bytes], str],
    read_html: Callable[[bytes], Any],
    text: str,
) -> None:
    notebook = notebook_of(slotted_bank, text)
    pdf, notes = exported(notebook, "pdf")
    assert f"EIGEN{letters(shown(text))}CEL" in letters(pdf_text(pdf))
    assert bool(notes) == (text in TO_BE_TOLD)
    html, _ = exported(notebook, "html")
    page = read_html(html)
    assert f"EIGEN{letters(CONTROLS.sub(STAND_IN, text))}CEL" in letters(page.text)
    tags = {tag for tag, _ in page.elements}
    assert not tags & {"img", "iframe", "object", "link", "base", "a"}
    form, script = page.scripts
    assert json.loads(form)["soort"] == "coachkit-werkblad"
    assert script.strip() == SCRIPT.read_text(encoding="utf-8").strip()
    names = {name for _, attributes in page.elements for name in attributes}
    assert not any(name.startswith("on") for name in names)


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("large", [False, True])
def test_a_hostile_name_does_not_break_any_layout(
    slotted_bank: Bank, exported: Exported, large: bool, text: str
) -> None:
    notebook = notebook_of(slotted_bank, text)
    pdf, _ = exported(notebook, "pdf", variant="schrijven", large=large)
    assert pdf.startswith(b"%PDF")


@pytest.mark.parametrize("mark", SPACE_CONTROLS)
def test_a_control_character_that_is_white_space_leaves_the_letters(
    slotted_bank: Bank,
    exported: Exported,
    letters: Squeeze,
    pdf_text: Callable[[bytes], str],
    mark: str,
) -> None:
    pdf, _ = exported(notebook_of(slotted_bank, f"links{mark}rechts"), "pdf")
    assert f"EIGENlinks{STAND_IN}rechtsCEL" in letters(pdf_text(pdf))


def test_a_lone_surrogate_in_a_cell_gets_a_stand_in(
    slotted_bank: Bank, exported: Exported, read_html: Callable[[bytes], Any]
) -> None:
    notebook = notebook_of(slotted_bank, "Sanne")
    notebook["cells"][2]["source"] = "los \ud800 deel"
    pdf, notes = exported(notebook, "pdf")
    assert pdf.startswith(b"%PDF")
    assert "U+D800" in notes[0]
    html, notes = exported(notebook, "html")
    assert f"los {STAND_IN} deel" in read_html(html).text
    assert "U+D800" in notes[0]


def test_a_pdf_holds_no_actions(slotted_bank: Bank, exported: Exported, tmp_path: Path) -> None:
    path = tmp_path / "blad.pdf"
    path.write_bytes(exported(notebook_of(slotted_bank, "[a](javascript:alert(1))"), "pdf")[0])
    with pikepdf.open(path) as pdf:
        assert "/OpenAction" not in pdf.Root
        assert "/AA" not in pdf.Root
        assert "/Names" not in pdf.Root or "/JavaScript" not in pdf.Root.Names
        annotations = [note for page in pdf.pages for note in page.get("/Annots", ())]
        assert {str(note.Subtype) for note in annotations} == {"/Widget"}
        assert not [note for note in annotations if "/A" in note or "/AA" in note]


_SCRIPT = """
import sys
from datetime import date
from pathlib import Path
from coachkit.bank.load import load_files
from coachkit.model import Brief
from coachkit.session import save_worksheet
from coachkit.worksheet.compose import make_worksheet
bank = load_files(sorted(Path(sys.argv[1]).rglob("*.yaml")))
brief = Brief(name="Sanne", goal="meer bewegen", goal_te="meer te bewegen",
              situation="doel-te-groot", phase="beslissing", day=date(2026, 11, 22))
save_worksheet(make_worksheet(bank, brief, "alles", seed=7), sys.argv[2])
"""


def test_the_same_brief_seed_and_date_give_the_same_bytes_in_two_processes(
    tmp_path: Path,
) -> None:
    bank = Path(__file__).parents[1] / "data" / "bank"
    made = []
    for hash_seed in ("1", "2"):
        out = tmp_path / hash_seed
        command = [sys.executable, "-c", _SCRIPT, str(bank), str(out)]
        environment = {"PYTHONHASHSEED": hash_seed, "HOME": str(tmp_path)}
        subprocess.run(command, check=True, env=environment, timeout=120)
        made.append({path.name: path.read_bytes() for path in sorted(out.iterdir())})
    assert len(made[0]) == 5
    assert made[0] == made[1]


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.differing_executors])
@given(st.integers(0, 2**32 - 1), st.dates())
def test_the_same_brief_seed_and_date_give_the_same_bytes_again(
    small_bank: Bank, exported: Exported, seed: int, day: date
) -> None:
    brief = Brief(
        name="Sanne",
        goal="meer bewegen",
        goal_te="meer te bewegen",
        situation="doel-te-groot",
        phase="actie",
        day=day,
    )
    sheets = [make_worksheet(small_bank, brief, "alles", seed=seed) for _ in range(2)]
    for format_ in ("ipynb", "pdf", "html"):
        first, second = (exported(sheet, format_)[0] for sheet in sheets)
        assert first == second


def test_another_date_gives_other_bytes(small_bank: Bank, exported: Exported) -> None:
    brief = Brief(name="Sanne", goal="a", goal_te="te a", situation="doel-te-groot", phase="actie")
    sheets = [
        make_worksheet(
            small_bank, brief.model_copy(update={"day": date(2026, 11, day)}), "kort", seed=1
        )
        for day in (1, 2)
    ]
    for format_ in ("ipynb", "pdf", "html"):
        assert exported(sheets[0], format_)[0] != exported(sheets[1], format_)[0]

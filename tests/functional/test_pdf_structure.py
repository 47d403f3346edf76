"""The PDF is one that everyone can read: tagged, with a title, a language and its own font."""

from __future__ import annotations

import io
import itertools
import re
from collections.abc import Callable, Iterator
from functools import cache

import pikepdf
import pytest

from coachkit.answers import KINDS
from coachkit.bank.bank import Bank
from coachkit.export.compiler import compile_pdf
from coachkit.export.exporters import WorksheetTypstExporter
from coachkit.model import Block, BlockKind, Brief, House, Worksheet
from coachkit.worksheet.compose import make_worksheet
from coachkit.worksheet.notebook import build_notebook
from support.answer_specs import ALL_SPECS, SPECS
from support.pdf_fields import is_embedded

Exported = Callable[..., tuple[bytes, tuple[str, ...]]]
MakeSheet = Callable[..., Worksheet]
MakeQuestion = Callable[..., Block]

LAYOUTS = [(v, large) for v in ("invullen", "schrijven") for large in (False, True)]


@pytest.fixture(scope="module")
def sheet(small_bank: Bank) -> Worksheet:
    """A sheet of several pages with all headings, and text of the coach."""
    brief = Brief(name="Sanne", goal="meer bewegen", goal_te="meer te bewegen",
                  situation="doel-te-groot", phase="actie", day="2026-11-22")  # fmt: skip
    made = make_worksheet(small_bank, brief, "alles", seed=7)
    own = Block(kind=BlockKind.TEXT, text="#### Diep\n\n> # In een citaat\n\n# Hoog\n\n- ## a\n- b")
    house = House(name="Praktijk De Linde", contact="noor@linde.example")
    blocks = (made.blocks[0], own, *made.blocks[1:5], own, *made.blocks[5:])
    return made.model_copy(update={"blocks": blocks, "house": house})


@pytest.fixture(scope="module", params=LAYOUTS, ids=str)
def pdf(
    sheet: Worksheet, exported: Exported, request: pytest.FixtureRequest
) -> Iterator[pikepdf.Pdf]:
    variant, large = request.param
    data, _ = exported(sheet, "pdf", variant=variant, large=large)
    with pikepdf.open(io.BytesIO(data)) as opened:
        yield opened


def structure(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Dictionary]:
    """Yield the structure elements in the order of reading."""

    def walk(element: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
        if isinstance(element, pikepdf.Array):
            for kid in element:
                yield from walk(kid)
        elif isinstance(element, pikepdf.Dictionary):
            if "/S" in element:
                yield element
            yield from walk(element.get("/K", pikepdf.Array()))

    return walk(pdf.Root.StructTreeRoot.K)


def roles(pdf: pikepdf.Pdf) -> list[str]:
    return [str(element.S) for element in structure(pdf)]


def test_it_is_tagged(pdf: pikepdf.Pdf) -> None:
    assert pdf.Root.MarkInfo.Marked
    assert {"/Document", "/H1", "/H2", "/H3", "/P", "/Table", "/TH", "/TD", "/L", "/LI"} <= set(
        roles(pdf)
    )


def test_it_speaks_dutch(pdf: pikepdf.Pdf) -> None:
    assert str(pdf.Root.Lang) == "nl"


def test_the_window_shows_its_title(sheet: Worksheet, pdf: pikepdf.Pdf) -> None:
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    with pdf.open_metadata() as metadata:
        assert metadata["dc:title"] == sheet.title
        assert metadata["dc:language"] == ["nl"] or metadata["dc:language"] == {"nl"}


def test_it_says_that_it_is_pdf_ua_1(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata() as metadata:
        assert metadata["{http://www.aiim.org/pdfua/ns/id/}part"] == "1"


def test_the_author_is_the_practice(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata() as metadata:
        assert metadata["dc:creator"] == ["Praktijk De Linde"]


def test_it_has_bookmarks(sheet: Worksheet, pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        (title,) = outline.root
        names = [item.title for item in title.children]
    assert title.title == sheet.title
    assert "Wat je wilt" in names


def test_every_font_is_embedded(pdf: pikepdf.Pdf) -> None:
    fonts = [
        thing
        for thing in pdf.objects
        if isinstance(thing, pikepdf.Dictionary)
        and thing.get("/Type") == "/Font"
        and not str(thing.Subtype).startswith("/CIDFont")
    ]
    outside = [str(font.BaseFont) for font in fonts if not is_embedded(font)]
    # Viewers want its name for buttons; no page and no appearance uses it.
    assert outside == (["/ZapfDingbats"] if "/AcroForm" in pdf.Root else [])
    assert len(fonts) > 2


def test_no_look_of_a_field_uses_the_font_that_is_not_embedded(pdf: pikepdf.Pdf) -> None:
    if "/AcroForm" in pdf.Root:
        assert set(pdf.Root.AcroForm.DR.Font.keys()) == {"/Wingdings", "/ZaDb"}
        assert not is_embedded(pdf.Root.AcroForm.DR.Font.ZaDb)
    streams = [thing for thing in pdf.objects if isinstance(thing, pikepdf.Stream)]
    forms = [stream for stream in streams if stream.get("/Subtype") == "/Form"]
    for used in (*forms, *pdf.pages):
        assert "/ZaDb" not in used.get("/Resources", {}).get("/Font", {})
    assert not [form for form in forms if b"/ZaDb" in form.read_bytes()]


def test_headings_skip_no_level(pdf: pikepdf.Pdf) -> None:
    levels = [int(role[2]) for role in roles(pdf) if re.fullmatch("/H[1-6]", role)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_every_page_is_a4_and_in_the_order_of_the_structure(pdf: pikepdf.Pdf) -> None:
    assert len(pdf.pages) > 2
    for page in pdf.pages:
        assert [round(float(edge)) for edge in page.mediabox] == [0, 0, 595, 842]
        assert page.Tabs == "/S"


@pytest.mark.parametrize("picture", ["png", "wide", "jpeg", "svg"])
def test_the_logo_says_whose_it_is(
    sheet_with: MakeSheet,
    exported: Exported,
    house_with_logo: Callable[[str], House],
    picture: str,
) -> None:
    data, _ = exported(sheet_with(house=house_with_logo(picture)), "pdf")
    with pikepdf.open(io.BytesIO(data)) as opened:
        figures = [e for e in structure(opened) if e.S == "/Figure"]
    assert [str(figure.Alt) for figure in figures] == ["Logo van Praktijk De Linde"]


def test_a_heading_that_a_coach_made_empty_breaks_nothing(
    sheet_with: MakeSheet, question: MakeQuestion, exported: Exported
) -> None:
    blocks = (
        Block(kind=BlockKind.TITLE, text=""),
        Block(kind=BlockKind.SECTION, text=""),
        question("a", text=""),
        Block(kind=BlockKind.TEXT, text="#\n\n##"),
        Block(kind=BlockKind.MOMENT, text=""),
    )
    data, _ = exported(sheet_with(*blocks, title=""), "pdf")
    with pikepdf.open(io.BytesIO(data)) as opened, opened.open_metadata() as metadata:
        assert metadata["dc:title"] == "Werkblad"


class Marked(WorksheetTypstExporter):
    """The source from which the PDF is made: each answer box is marked."""

    form_fields = True


@cache
def exporter_of(
    of: type[WorksheetTypstExporter], variant: str, large: bool
) -> WorksheetTypstExporter:
    return of(variant=variant, large=large)


def test_there_is_a_spec_of_every_kind() -> None:
    assert set(SPECS) == set(KINDS)


@pytest.mark.parametrize("recipe_kind", ["werkblad", "kaart", "afspraak", "brief"])
@pytest.mark.parametrize("layout", LAYOUTS, ids=str)
@pytest.mark.parametrize(("kind", "spec"), SPECS.items(), ids=SPECS)
def test_every_kind_of_answer_compiles_without_a_warning(
    sheet_with: MakeSheet,
    question: MakeQuestion,
    kind: str,
    spec: dict[str, object],
    layout: tuple[str, bool],
    recipe_kind: str,
) -> None:
    variant, large = layout
    made = question("a", body="Een woord is genoeg.", soort=kind, **spec)
    exporter = exporter_of(Marked, variant, large)
    source, resources = exporter.from_notebook_node(
        build_notebook(sheet_with(made, kind=recipe_kind))
    )
    _, warnings = compile_pdf({"main.typ": source.encode(), **resources["outputs"]})
    assert warnings == ()


def figures_read_aloud(pdf: bytes) -> int:
    """Return how many figures of scales are in the text that is read aloud, and not artifacts."""
    found, inside = 0, []
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for page in opened.pages:
            for operands, operator in pikepdf.parse_content_stream(page):
                match str(operator):
                    case "BMC" | "BDC":
                        inside.append(str(operands[0]))
                    case "EMC":
                        inside.pop()
                    case "Tj" | "TJ" if "/Artifact" not in inside:
                        found += 1
    return found


def test_the_figures_of_a_scale_are_read_once(
    sheet_with: MakeSheet, question: MakeQuestion, exported: Exported
) -> None:
    sheet = sheet_with(question("a", soort="schaal", laag="licht", hoog="zwaar"))
    source, resources = exporter_of(WorksheetTypstExporter, "invullen", False).from_notebook_node(
        build_notebook(sheet)
    )
    plain, _ = compile_pdf({"main.typ": source.encode(), **resources["outputs"]})
    filled, _ = exported(sheet, "pdf")
    assert figures_read_aloud(plain) - figures_read_aloud(filled) == 11


@pytest.mark.parametrize(("kind", "spec"), ALL_SPECS, ids=lambda value: str(value)[:30])
def test_the_fields_of_the_web_page_have_the_same_names(
    sheet_with: MakeSheet,
    question: MakeQuestion,
    exported: Exported,
    read_html: Callable[[bytes], object],
    kind: str,
    spec: dict[str, object],
) -> None:
    made = question("a", soort=kind, **spec)
    page = read_html(exported(sheet_with(made), "html")[0])
    found = [a for tag, a in page.elements if tag in ("input", "textarea")]  # type: ignore[attr-defined]
    inputs = [a for a in found if a.get("type") != "file"]
    texts = {None, "text"}
    types = {"text": texts, "number": texts | {"number"}, "date": texts | {"date"}}
    types |= {"check": {"checkbox"}, "radio": {"radio"}}
    answer = KINDS[kind].model_validate({"soort": kind, **spec})
    assert {a["id"] for a in inputs} == {field.name for field in answer.fields("v1")}
    assert len(inputs) == len(answer.fields("v1"))
    by_id = {a["id"]: a for a in inputs}
    for field in answer.fields("v1"):
        assert by_id[field.name]["name"] == (field.group or field.name)
        assert by_id[field.name].get("type") in types[field.kind]
    for i, field in enumerate(f for f in answer.fields("v1") if f.kind == "radio"):
        assert by_id[field.name]["value"] == str(i)


@pytest.mark.parametrize("large", [False, True])
def test_a_sheet_for_a_pen_has_no_fields(
    sheet_with: MakeSheet, question: MakeQuestion, exported: Exported, large: bool
) -> None:
    sheet = sheet_with(*(question(kind, soort=kind, **spec) for kind, spec in SPECS.items()))
    data, _ = exported(sheet, "pdf", variant="schrijven", large=large)
    with pikepdf.open(io.BytesIO(data)) as opened:
        assert "/AcroForm" not in opened.Root
        assert not [page for page in opened.pages if "/Annots" in page]
        assert list(opened.attachments) == ["coachkit.json"]

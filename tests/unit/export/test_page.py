"""A worksheet as a page: what the templates get, and what they do not get."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import pytest

from coachkit.export.html import HTMLRenderer
from coachkit.export.page import Item, Page, Variant, build_page
from coachkit.model import Block, House, Worksheet
from coachkit.vocabulary import Category

MakeSheet = Callable[..., Worksheet]
MakeQuestion = Callable[..., Block]


def page_of(sheet: Worksheet, *, variant: Variant = "invullen", large: bool = False) -> Page:
    return build_page(sheet, HTMLRenderer(), variant=variant, large=large)


def block(kind: str, text: str, body: str = "", **fields: object) -> Block:
    return Block.model_validate({"kind": kind, "text": text, "body": body, **fields})


def kinds(items: tuple[Item, ...]) -> list[str]:
    return [item.kind for item in items]


def timed(made: Block, minutes: int, depth: str = "midden") -> Block:
    assert made.question is not None
    asked = made.question.model_copy(update={"minutes": minutes, "depth": depth})
    return made.model_copy(update={"question": asked})


def test_every_block_but_the_title_becomes_an_item(
    sheet_with: MakeSheet, question: MakeQuestion
) -> None:
    wanted = ["intro", "section", "question", "text", "moment", "closing", "help_line"]
    blocks = [question("a") if kind == "question" else block(kind, "x") for kind in wanted]
    assert kinds(page_of(sheet_with(block("title", "T"), *blocks)).items) == wanted


@pytest.mark.parametrize("kind", ["title", "section"])
def test_what_a_coach_wrote_below_a_heading_is_not_lost(sheet_with: MakeSheet, kind: str) -> None:
    page = page_of(sheet_with(block(kind, "Kop", "Nog *een* zin.")))
    assert page.items[-1].kind == "text"
    assert page.items[-1].content == "<p>Nog <em>een</em> zin.</p>"


def test_a_moment_keeps_what_stands_below_its_heading(sheet_with: MakeSheet) -> None:
    (item,) = page_of(sheet_with(block("moment", "Klaar", "Tot *morgen*."))).items
    assert (item.title, item.explanation) == ("Klaar", "Tot <em>morgen</em>.")


def test_questions_are_numbered_in_their_order(
    sheet_with: MakeSheet, question: MakeQuestion
) -> None:
    items = page_of(sheet_with(question("b"), block("text", "x"), question("a"))).items
    found = [(item.number, item.field) for item in items if item.kind == "question"]
    assert found == [(1, "v1"), (2, "v2")]


def test_help_is_left_out_when_there_is_none(sheet_with: MakeSheet, question: MakeQuestion) -> None:
    items = page_of(sheet_with(question("a"), question("b", body="Kort *is* goed."))).items
    assert [item.help for item in items] == [None, "Kort <em>is</em> goed."]


def test_headings_go_one_level_down_after_a_section(
    sheet_with: MakeSheet, question: MakeQuestion
) -> None:
    own = block("text", "# Kop")
    items = page_of(sheet_with(own, question("a"), block("section", "S"), question("b"), own)).items
    assert [item.level for item in items if item.kind == "question"] == [2, 3]
    assert items[0].content == "<h2>Kop</h2>"
    assert items[-1].content == "<h3>Kop</h3>"


def test_a_question_without_metadata_is_text(sheet_with: MakeSheet) -> None:
    (item,) = page_of(sheet_with(block("question", "Los", "eronder"))).items
    assert (item.kind, item.plain) == ("text", "Los eronder")


def test_the_section_before_a_plan_gets_the_sign_of_a_plan(
    sheet_with: MakeSheet, question: MakeQuestion
) -> None:
    section = block("section", "S", category="kleine-stappen", label="Plan")
    plan = question("p", soort="als-dan")
    before_plan = page_of(sheet_with(section, plan)).items[0]
    before_other = page_of(sheet_with(section, question("a"))).items[0]
    last = page_of(sheet_with(section)).items[0]
    assert (before_plan.category, before_other.category) == ("plan", "kleine-stappen")
    assert (last.category, last.label) == ("kleine-stappen", "Plan")


def test_a_question_has_the_category_of_its_metadata(
    sheet_with: MakeSheet, question: MakeQuestion
) -> None:
    made = question("a")
    assert made.question is not None
    asked = made.question.model_copy(update={"category": Category.SMALL_STEPS})
    items = page_of(sheet_with(made.model_copy(update={"question": asked}), question("b"))).items
    found = [(item.category, item.label) for item in items]
    assert found == [("kleine-stappen", "Kleine stappen"), (None, "")]


@pytest.mark.parametrize(("coach", "called"), [("Noor", "Noor"), ("", "Coach")])
def test_the_parties_of_an_agreement_are_called_by_name(
    sheet_with: MakeSheet, question: MakeQuestion, coach: str, called: str
) -> None:
    made = question("a", soort="afspraak", partijen=["client", "coach", "Mijn zus"])
    (item,) = page_of(sheet_with(made, coach=coach)).items
    assert item.spec["partijen"] == ("Sanne", called, "Mijn zus")


def test_closing_and_help_line_are_one_line(sheet_with: MakeSheet) -> None:
    items = page_of(sheet_with(block("closing", "a\n\nb"), block("help_line", "c"))).items
    assert [item.content for item in items] == ["a<br>b", "c"]


def test_the_last_question_is_kept_with_all_that_follows(
    sheet_with: MakeSheet, question: MakeQuestion
) -> None:
    sheet = sheet_with(block("intro", "I"), question("a"), question("b"), block("closing", "C"))
    page = page_of(sheet)
    assert kinds(page.opening) == ["intro", "question"]
    assert kinds(page.ending) == ["question", "closing"]


def test_a_sheet_without_questions_is_all_ending(sheet_with: MakeSheet) -> None:
    page = page_of(sheet_with(block("intro", "I")))
    assert (kinds(page.opening), kinds(page.ending)) == ([], ["intro"])


@pytest.mark.parametrize(
    ("minutes", "words"),
    [([], ""), ([3], "ongeveer 3 minuten"), ([3, 4], "ongeveer 10 minuten"),
     ([5, 5], "ongeveer 10 minuten")],
)  # fmt: skip
def test_the_time_is_rounded_up_to_five_minutes(
    sheet_with: MakeSheet, question: MakeQuestion, minutes: list[int], words: str
) -> None:
    blocks = [timed(question(f"q{i}"), n) for i, n in enumerate(minutes)]
    assert page_of(sheet_with(*blocks)).time == words


def test_the_time_is_told_for_both_days(sheet_with: MakeSheet, question: MakeQuestion) -> None:
    sheet = sheet_with(timed(question("a"), 11), block("moment", "M"), timed(question("b"), 4))
    assert page_of(sheet).time == "vandaag 15, morgen 4 minuten"


@pytest.mark.parametrize(
    ("depths", "energy"),
    [([], None), (["licht"], "licht"), (["licht", "diep"], "midden"), (["midden", "diep"], "diep"),
     (["licht", "licht", "midden"], "licht")],
)  # fmt: skip
def test_the_energy_is_the_mean_depth(
    sheet_with: MakeSheet, question: MakeQuestion, depths: list[str], energy: str | None
) -> None:
    blocks = [timed(question(f"q{i}"), 1, depth) for i, depth in enumerate(depths)]
    assert page_of(sheet_with(*blocks)).energy == energy


def test_a_sheet_for_the_coach_names_no_client(
    sheet_with: MakeSheet, question: MakeQuestion
) -> None:
    page = page_of(sheet_with(question("a"), audience="coach", kind="coach"))
    assert (page.name, page.energy) == ("", None)


def test_the_title_is_what_the_coach_left_of_it(sheet_with: MakeSheet) -> None:
    changed = block("title", r"Een *heel* ander [blad](https://a.example) \*")
    assert page_of(sheet_with(changed)).title == "Een heel ander blad *"
    assert page_of(sheet_with(block("title", ""), title="Proef")).title == "Proef"
    assert page_of(sheet_with(title="Proef")).title == "Proef"


def test_the_page_bears_its_date_in_dutch(sheet_with: MakeSheet) -> None:
    assert page_of(sheet_with()).date == "22 november 2026"
    assert page_of(sheet_with(day=None)).date == ""


def test_layout_and_house_style_are_passed_on(sheet_with: MakeSheet) -> None:
    house = House(name="De Linde", contact="noor@linde.example", footer="Rust", accent="#ffff00")
    page = page_of(sheet_with(house=house, form="u"), variant="schrijven", large=True)
    assert (page.variant, page.large, page.form, page.lang) == ("schrijven", True, "u", "nl")
    assert (page.house.name, page.house.contact) == ("De Linde", "noor@linde.example")
    assert page.house.footer == "Rust"
    assert page.accent != "#ffff00"


def test_without_a_logo_there_is_no_file(sheet_with: MakeSheet) -> None:
    house = page_of(sheet_with()).house
    assert (house.logo_file, house.logo_uri, house.logo_svg) == (None, "", b"")


def test_an_svg_logo_is_given_as_it_is(
    sheet_with: MakeSheet, house_with_logo: Callable[[str], House]
) -> None:
    house = page_of(sheet_with(house=house_with_logo("svg"))).house
    assert house.logo_svg.startswith(b"<svg")
    assert house.logo_uri.startswith("data:image/svg+xml;base64,")


@pytest.mark.parametrize(
    ("picture", "size"),
    [("png", b'width="30" height="10"'), ("jpeg", b'width="1" height="1"'),
     ("wide", b'width="300" height="8"')],
)  # fmt: skip
def test_another_logo_is_wrapped_in_an_svg_of_its_size(
    sheet_with: MakeSheet, house_with_logo: Callable[[str], House], picture: str, size: bytes
) -> None:
    house = page_of(sheet_with(house=house_with_logo(picture))).house
    assert size in house.logo_svg
    assert house.logo_uri.encode() in house.logo_svg


def test_nothing_for_the_coach_alone_is_on_the_page(
    sheet_with: MakeSheet, question: MakeQuestion
) -> None:
    made = question("geheime-vraag")
    assert made.question is not None
    asked = made.question.model_copy(update={"reason": "GEHEIM", "follow_up": "GEHEIM"})
    origin = {"recipe": "GEHEIM", "seed": 7331, "phase": "terugval", "reason": "GEHEIM"}
    sheet = sheet_with(made.model_copy(update={"question": asked}), origin=origin, id="geheim-blad")
    shown = repr(dataclasses.asdict(page_of(sheet)))
    assert "Sanne" in shown
    for secret in ("GEHEIM", "geheim-blad", "geheime-vraag", "7331", "terugval"):
        assert secret not in shown

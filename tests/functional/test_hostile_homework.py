"""Filled PDFs that somebody damaged, changed or made up: a clear refusal, or nothing wrong read."""

from __future__ import annotations

from collections.abc import Callable

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from support.filling import came_back
from support.hostile import (
    Homework,
    changed,
    field,
    is_typed,
    mark,
    plain,
    put,
    read,
    refusal,
    sannes_homework,
)

Change = Callable[[pikepdf.Pdf], object]


@pytest.fixture(scope="module")
def good() -> Homework:
    return sannes_homework()


def swap(key: str) -> Change:
    """Return what swaps the values of a key between two open questions."""

    def change(pdf: pikepdf.Pdf) -> None:
        one, two = field(pdf, "v2"), field(pdf, "v4")
        one[key], two[key] = two[key], one[key]

    return change


def nested(depth: int) -> Change:
    """Return what puts a field far below others."""

    def change(pdf: pikepdf.Pdf) -> None:
        inner = pdf.Root.AcroForm.Fields[0]
        for number in range(depth):
            inner = pdf.make_indirect(Dictionary(T=String(f"a{number}"), Kids=Array([inner])))
        pdf.Root.AcroForm.Fields[0] = inner

    return change


def cycle(pdf: pikepdf.Pdf) -> None:
    one = field(pdf, "v2")
    one.Kids = Array([one])


def test_what_is_good_comes_back_whole(good: Homework) -> None:
    answers = read(good.pdf)
    assert (answers.notes, [a.remarks for a in answers.questions if a.remarks]) == ((), [])
    found = came_back(answers)
    texts = {name: value for name, value in good.filled.items() if str(value).startswith("<")}
    assert len(texts) > 20
    assert {name: found[name] for name in texts} == texts
    assert is_typed(answers)


CHANGED_FIELDS: dict[str, tuple[Change, str]] = {
    "renamed": (put("v2", "/T", String("v77")), "'v2' ontbreekt"),
    "no name": (put("v2", "/T", None), "'v2' ontbreekt"),
    "doubled": (lambda pdf: pdf.Root.AcroForm.Fields.append(field(pdf, "v2")), "dubbel"),
    "same name": (put("v2", "/T", String("v4")), "dubbel"),
    "missing": (lambda pdf: pdf.Root.AcroForm.Fields.pop(5), "ontbreekt"),
    "below another": (nested(1), "ontbreekt"),
    "far below others": (nested(30), "beschadigd"),
    "in a circle": (cycle, "beschadigd"),
    "no array": (lambda pdf: pdf.Root.AcroForm.__setitem__("/Fields", 5), "kapot"),
    "a stream for an array": (
        lambda pdf: pdf.Root.AcroForm.__setitem__("/Fields", pdf.make_stream(b"[]")),
        "kapot",
    ),
    "no dictionary": (lambda pdf: pdf.Root.AcroForm.Fields.append(String("v2")), "beschadigd"),
    "an endless name": (put("v2", "/T", String("v" * 100_000)), "beschadigd"),
    "text as button": (put("v2", "/FT", Name.Btn), "'v2' is een ander soort vak"),
    "button as text": (put("v1", "/FT", Name.Tx), "'v1' is een ander soort vak"),
    "group as box": (put("v1", "/Ff", 0), "'v1' is een ander soort vak"),
    "list": (put("v2", "/FT", Name.Ch), "'v2' is een ander soort vak"),
    "swapped names": (swap("/T"), "hoort bij een andere vraag"),
    "swapped tooltips": (swap("/TU"), "hoort bij een andere vraag"),
    "endless tooltip": (put("v2", "/TU", String("v" * 100_000)), "beschadigd"),
    "name as value": (put("v2", "/V", Name.Off), "iets anders dan tekst"),
    "figure as value": (put("v2", "/V", 7), "iets anders dan tekst"),
    "array as value": (put("v2", "/V", Array([String("a")])), "iets anders dan tekst"),
    "10 MB": (put("v2", "/V", String("é" * 2_000_000)), "kapot"),
    "10 MB in a stream": (
        lambda pdf: put("v2", "/V", pdf.make_stream(b"a" * 10_000_000))(pdf),
        "veel meer",
    ),
    "no form": (lambda pdf: pdf.Root.__delitem__("/AcroForm"), "geen invulvakken"),
    "empty form": (lambda pdf: pdf.Root.AcroForm.__setitem__("/Fields", Array()), "geen invulv"),
}


@pytest.mark.parametrize("case", CHANGED_FIELDS)
def test_changed_fields_are_refused(good: Homework, case: str) -> None:
    change, told = CHANGED_FIELDS[case]
    assert told in refusal(changed(good.pdf, change))


def test_a_long_answer_is_refused(good: Homework) -> None:
    raw = plain(changed(good.pdf, put("v2", "/V", String("é" * 2_000_000))))
    assert "het antwoord in vak 'v2' is veel te lang" in refusal(raw)
    raw = plain(changed(good.pdf, put("v2", "/V", String("é" * 12_000_000))))
    assert "veel te groot" in refusal(raw)


def test_many_long_answers_are_refused(good: Homework) -> None:
    def fill(pdf: pikepdf.Pdf) -> None:
        for each in pdf.Root.AcroForm.Fields:
            if "/Kids" not in each and str(each.FT) == "/Tx":
                each.V = pdf.make_stream(b"a" * 90_000)

    assert "samen veel te lang" in refusal(changed(good.pdf, fill))


def test_without_tooltips_names_are_enough(good: Homework) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        for each in pdf.Root.AcroForm.Fields:
            del each["/TU"]

    answers = read(changed(good.pdf, change))
    assert came_back(answers) == came_back(read(good.pdf))
    (note,) = answers.notes
    assert "staat er niet meer bij welke vraag het hoort" in note


def test_a_field_that_is_not_on_the_page_is_told(good: Homework) -> None:
    names = read(good.pdf).form.names
    text_field = next(name for name, kind in names.items() if kind == "text")

    def cover(pdf: pikepdf.Pdf) -> None:
        """Show another field in the place of the first, which then stands in the form alone."""
        for page in pdf.pages:
            for i, each in enumerate(page.get("/Annots", ())):
                if str(each.get("/T")) == text_field:
                    page.Annots[i] = pdf.make_indirect(Dictionary(dict(each.items())))

    def strip(pdf: pikepdf.Pdf) -> None:
        for page in pdf.pages:
            del page["/Annots"]

    for change, count in ((cover, "1 vak is"), (strip, f"{len(names)} vakken zijn")):
        (note,) = read(changed(good.pdf, change)).notes
        assert note.startswith(f"{count} niet op het blad zelf te zien")


def test_buttons_that_changed_places_are_refused(good: Homework) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        for group in pdf.Root.AcroForm.Fields:
            if "/Kids" in group and Name.Off != group.V:
                pressed = next(kid for kid in group.Kids if kid.AS == group.V)
                other = next(kid for kid in group.Kids if kid.AS != group.V)
                pressed.TU = other.TU

    told = refusal(changed(good.pdf, change))
    assert "een keuze in vak" in told
    assert "is een andere geworden" in told


def test_fields_of_others_are_told_and_not_read(good: Homework) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        for name, value in (("v99", 7), ("Handtekening", Name.X)):
            new = Dictionary(FT=Name.Tx, T=String(name), V=value)
            pdf.Root.AcroForm.Fields.append(pdf.make_indirect(new))

    answers = read(changed(good.pdf, change))
    (note,) = answers.notes
    assert note == "in de pdf zitten ook 2 andere vakken; wat daarin staat is niet gelezen"
    assert came_back(answers) == came_back(read(good.pdf))


TEXTS = {
    "stream": (lambda pdf: pdf.make_stream("één".encode("utf-16")), "één"),
    "half letters": (lambda pdf: String(b"\xfe\xff\xd8\x00\x00a"), "a"),
    "two lines": (lambda pdf: String("a\r\nb\rc"), "a\nb\nc"),
    "beyond": (lambda pdf: String("🙂\x00\u202e"), "🙂\x00\u202e"),
}


@pytest.mark.parametrize("case", TEXTS)
def test_strange_texts_are_texts(good: Homework, case: str) -> None:
    make, text = TEXTS[case]
    pdf = changed(good.pdf, lambda pdf: put("v2", "/V", make(pdf))(pdf))
    assert came_back(read(pdf))["v2"] == text


def _press(name: str, value: object, states: dict[int, str]) -> Change:
    """Return what sets the value of a group, and the state of some of its buttons."""

    def change(pdf: pikepdf.Pdf) -> None:
        group = field(pdf, name)
        for number, widget in enumerate(group.get("/Kids", [group])):
            widget.AS = Name(f"/{states.get(number, 'Off')}")
        put(name, "/V", value)(pdf)

    return change


SCALE, CHOICE, BOX = "v1", "v5", "v8_0"
BUTTONS: dict[str, tuple[str, Change, object, str]] = {
    "good": (SCALE, _press(SCALE, Name("/7"), {7: "7"}), 7, ""),
    "empty": (SCALE, _press(SCALE, Name.Off, {}), None, ""),
    "off the scale": (SCALE, _press(SCALE, Name("/11"), {3: "11"}), None, "geen cijfer"),
    "minus": (SCALE, _press(SCALE, Name("/-1"), {1: "-1"}), None, "geen cijfer"),
    "leading zero": (SCALE, _press(SCALE, Name("/07"), {7: "07"}), None, "geen cijfer"),
    "other digits": (SCALE, _press(SCALE, Name("/٧"), {7: "٧"}), None, "geen cijfer"),
    "two at once": (SCALE, _press(SCALE, Name("/3"), {3: "3", 4: "4"}), None, "twee dingen"),
    "other than seen": (SCALE, _press(SCALE, Name("/3"), {4: "4"}), None, "twee dingen"),
    "seen, not kept": (SCALE, _press(SCALE, Name.Off, {4: "4"}), 4, "niet goed bewaard"),
    "kept, not seen": (SCALE, _press(SCALE, Name("/4"), {}), 4, "niet te zien"),
    "no value": (SCALE, _press(SCALE, None, {4: "4"}), 4, ""),
    "as text": (SCALE, _press(SCALE, String("4"), {4: "4"}), 4, ""),
    "as text with a slash": (SCALE, _press(SCALE, String("/4"), {4: "4"}), 4, ""),
    "off as text": (SCALE, _press(SCALE, String("/Off"), {}), None, ""),
    "unknown option": (CHOICE, _press(CHOICE, Name("/77"), {0: "77"}), None, "geen keuze"),
    "option in words": (CHOICE, _press(CHOICE, Name("/Rust"), {0: "Rust"}), None, "geen keuze"),
    "box": (BOX, _press(BOX, Name.Ja, {0: "Ja"}), True, ""),
    "unknown state": (BOX, _press(BOX, Name.Yes, {0: "Yes"}), None, "aan noch uit"),
    "box, not seen": (BOX, _press(BOX, Name.Ja, {}), True, "niet te zien"),
}


@pytest.mark.parametrize("case", BUTTONS)
def test_buttons_say_one_known_thing_or_nothing(good: Homework, case: str) -> None:
    name, press, value, remark = BUTTONS[case]

    def change(pdf: pikepdf.Pdf) -> None:
        press(pdf)
        put("v5_anders", "/V", String(""))(pdf)

    answers = read(changed(good.pdf, change))
    assert came_back(answers).get(name) == value
    [answered] = [a for a in answers.questions if a.question.field == name.split("_")[0]]
    assert [remark in found for found in answered.remarks] == ([True] if remark else [])
    assert is_typed(answers)


def test_a_figure_as_state_is_refused(good: Homework) -> None:
    assert "iets anders dan tekst" in refusal(changed(good.pdf, put(SCALE, "/V", 7)))


def test_a_forged_sheet_is_no_better_than_its_forger(good: Homework) -> None:
    """Who swaps names and tooltips together makes another sheet; nothing in it tells."""

    def change(pdf: pikepdf.Pdf) -> None:
        for key in ("/T", "/TU"):
            swap(key)(pdf)

    found = came_back(read(changed(good.pdf, change)))
    assert (found["v2"], found["v4"]) == (mark("A", "v4"), mark("A", "v2"))

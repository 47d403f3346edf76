"""The fields of an AcroForm: their full names, kinds and values."""

from __future__ import annotations

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from coachkit.errors import HomeworkError
from coachkit.homework.fields import Found, Place, find_fields, kind_of, read_field
from coachkit.homework.limits import Steps


def _text(name: str, **more: object) -> Dictionary:
    return Dictionary({"/T": String(name), "/FT": Name.Tx, **{f"/{k}": v for k, v in more.items()}})


def _pdf(*fields: pikepdf.Object) -> pikepdf.Pdf:
    pdf = pikepdf.new()
    pdf.Root.AcroForm = Dictionary(Fields=Array(list(fields)))
    return pdf


def test_fields_are_found_by_their_full_names() -> None:
    inner = Dictionary(T=String("b"), Kids=Array([_text("c")]))
    pdf = _pdf(_text("v1"), Dictionary(T=String("a"), Kids=Array([inner, _text("d")])))
    assert list(find_fields(pdf, Steps())) == ["v1", "a.b.c", "a.d"]


def test_a_pdf_without_form_has_no_fields() -> None:
    assert find_fields(pikepdf.new(), Steps()) == {}


def test_a_field_inherits_from_those_above() -> None:
    above = Dictionary(T=String("a"), FT=Name.Btn, Ff=1 << 15, Kids=Array([]))
    kid = Dictionary(T=String("b"))
    assert kind_of(Place(kid)) == "other"
    assert kind_of(Place(kid, (above,))) == "radio"


@pytest.mark.parametrize(
    ("entries", "kind"),
    [
        ({"FT": Name.Tx}, "text"),
        ({"FT": Name.Btn}, "check"),
        ({"FT": Name.Btn, "Ff": 1 << 15}, "radio"),
        ({"FT": Name.Ch}, "other"),
        ({"FT": String("Tx")}, "other"),
        ({}, "other"),
    ],
)
def test_kinds(entries: dict[str, object], kind: str) -> None:
    assert kind_of(Place(Dictionary({f"/{key}": value for key, value in entries.items()}))) == kind


def test_a_text_and_its_tooltip() -> None:
    place = Place(_text("v1", V=String("één\r\ntwee"), TU=String("Wat?")))
    assert read_field("v1", place, "text", Steps()) == Found("Wat?", "één\ntwee")
    assert read_field("v1", Place(_text("v1")), "text", Steps()) == Found(None, "")


def test_two_of_one_name_are_refused() -> None:
    with pytest.raises(HomeworkError, match="'v1' staat dubbel"):
        find_fields(_pdf(_text("v1"), _text("v1")), Steps())


@pytest.mark.parametrize(
    ("letter", "remarks"), [("\uf642", True), ("\U0001f642", False), ("€", False)]
)
def test_a_letter_that_a_viewer_lost_is_told(letter: str, remarks: bool) -> None:
    found = read_field("v1", Place(_text("v1", V=String(f"leuk {letter}"))), "text", Steps())
    assert found.value == f"leuk {letter}"
    assert ("emoji" in found.remark) is remarks

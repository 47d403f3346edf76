"""How each kind of answer reads back: typed values, and a remark where a text does not fit."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pydantic import TypeAdapter

from coachkit.answers import KINDS, Answer, AnyAnswer
from coachkit.answers.value import Chosen, Part, Read, Row, value_data, words_of

ANSWER: TypeAdapter[Answer] = TypeAdapter(AnyAnswer)
OPTIONS = {"opties": ["Rust", "Ruimte"]}

SPECS: dict[str, dict[str, Any]] = {
    "schaal": {"laag": "niet", "hoog": "heel erg"},
    "keuze": OPTIONS,
    "aankruisen": OPTIONS,
    "tabel": {"kolommen": ["Dat kost", "Dat geeft"], "rijen": ["Nu", "Later"]},
    "ladder": {"treden": ["Mijn wens", "Vandaag"]},
    "levenswiel": {"gebieden": ["Rust", "Werk", "Geld"]},
    "afspraak": {"partijen": ["Sanne"]},
    "dagboek": {"dagen": 2, "kolommen": ["Wat ik deed"]},
    "sorteren": {"bakken": ["Nu", "Later"]},
}


def read(soort: str, filled: dict[str, str | bool], **spec: object) -> Read:
    answer = ANSWER.validate_python({"soort": soort, **(spec or SPECS.get(soort, {}))})
    return answer.read("v3", filled)


@pytest.mark.parametrize("soort", KINDS)
def test_nothing_filled_in_is_empty(soort: str) -> None:
    assert read(soort, {}).value in (None, ())
    assert read(soort, {}).remarks == ()


@pytest.mark.parametrize("soort", KINDS)
def test_white_space_is_empty(soort: str) -> None:
    answer = ANSWER.validate_python({"soort": soort, **SPECS.get(soort, {})})
    blank = {field.name: " \n\t" for field in answer.fields("v3") if field.is_text}
    assert answer.read("v3", blank) == answer.read("v3", {})


@pytest.mark.parametrize("soort", ["open", "tekenvak"])
def test_a_text_comes_back_as_it_is(soort: str) -> None:
    assert read(soort, {"v3": "  Ja, é 🙂\nen meer "}) == Read("  Ja, é 🙂\nen meer ")


@pytest.mark.parametrize("figure", range(11))
def test_a_scale_gives_a_number(figure: int) -> None:
    assert read("schaal", {"v3": str(figure)}) == Read(figure)


@pytest.mark.parametrize("wrong", ["11", "-1", "7.5", "zeven", "٧", "1e1", "0007"])
def test_a_figure_off_the_scale_is_no_answer(wrong: str) -> None:
    found = read("schaal", {"v3": wrong})
    assert found.value is None
    assert found.remarks == (f"'{wrong}' is geen cijfer van 0 tot 10",)


def test_a_choice_gives_the_option() -> None:
    assert read("keuze", {"v3": "1"}) == Read(Chosen("1", "Ruimte"))


def test_another_choice_gives_the_words() -> None:
    filled = {"v3": "2", "v3_anders": "een dag vrij"}
    assert read("keuze", filled) == Read(Chosen("anders", "iets anders", "een dag vrij"))


def test_words_without_a_choice_are_the_choice() -> None:
    assert read("keuze", {"v3_anders": "vrij"}) == Read(Chosen("anders", "iets anders", "vrij"))


def test_words_beside_a_choice_are_kept_and_told() -> None:
    found = read("keuze", {"v3": "0", "v3_anders": "vrij"})
    assert found.value == Chosen("0", "Rust", "vrij")
    assert found.remarks == ("naast de keuze staan er eigen woorden",)


@pytest.mark.parametrize("unknown", ["3", "9", "anders", "Rust", "-1"])
def test_an_unknown_choice_is_no_answer(unknown: str) -> None:
    found = read("keuze", {"v3": unknown})
    assert found == Read(None, (f"'{unknown}' is geen keuze van deze vraag",))


def test_without_other_words_there_is_no_choice_for_them() -> None:
    filled: dict[str, str | bool] = {"v3": "2", "v3_anders": "vrij"}
    assert read("keuze", filled, **OPTIONS, anders=False).value is None


def test_what_was_ticked_comes_in_the_order_of_the_options() -> None:
    filled: dict[str, str | bool] = {"v3_2": True, "v3_1": False, "v3_0": True, "v3_anders": "vrij"}
    ticked = (Chosen("0", "Rust"), Chosen("anders", "iets anders", "vrij"))
    assert read("aankruisen", filled) == Read(ticked)


def test_own_words_count_as_ticked() -> None:
    found = read("aankruisen", {"v3_anders": "vrij"})
    assert found == Read((Chosen("anders", "iets anders", "vrij"),))


def test_a_table_gives_all_its_rows_when_one_cell_is_filled() -> None:
    found = read("tabel", {"v3_1_0": "tijd"})
    empty, filled = (
        Row(head, (Part(f"{r}_0", "Dat kost", value), Part(f"{r}_1", "Dat geeft", None)))
        for r, head, value in ((0, "Nu", None), (1, "Later", "tijd"))
    )
    assert found == Read((empty, filled))


@pytest.mark.parametrize("soort", ["tabel", "dagboek", "balans"])
def test_each_cell_comes_back_in_its_row_and_column(soort: str) -> None:
    answer = ANSWER.validate_python({"soort": soort, **SPECS.get(soort, {})})
    filled: dict[str, str | bool] = {f.name: f.label for f in answer.fields("v3")}
    rows = answer.read("v3", filled).value
    assert isinstance(rows, tuple)
    cells = [
        (f"{row.head}, {cell.label}", cell.value)
        for row in rows
        if isinstance(row, Row)
        for cell in row.cells
    ]
    assert cells == [(value, value) for value in filled.values()]


@pytest.mark.parametrize("soort", ["ladder", "als-dan", "cirkels", "sorteren", "afspraak"])
def test_parts_come_back_by_their_names(soort: str) -> None:
    answer = ANSWER.validate_python({"soort": soort, **SPECS.get(soort, {})})
    texts = [field for field in answer.fields("v3") if field.kind == "text"]
    found = answer.read("v3", {field.name: f"bij {field.name}" for field in texts})
    expected = [
        Part(field.name.removeprefix("v3_"), field.label, f"bij {field.name}") for field in texts
    ]
    assert found == Read(tuple(expected))


def test_a_wheel_gives_figures_and_keeps_what_is_none() -> None:
    found = read("levenswiel", {"v3_0": " 7 ", "v3_1": "een 8", "v3_2": "12"})
    assert [part.value for part in found.value] == [7, "een 8", "12"]  # type: ignore[union-attr]
    assert [remark.partition(": ")[2] for remark in found.remarks] == [
        "'een 8' is geen cijfer van 0 tot 10",
        "'12' is geen cijfer van 0 tot 10",
    ]


def test_a_date_is_a_date_and_prose_stays_text() -> None:
    day = read("afspraak", {"v3_datum_0": "3 december 2026"})
    assert day.value == (Part("datum_0", "Sanne, datum", date(2026, 12, 3)),)
    prose = read("afspraak", {"v3_datum_0": "na de vakantie"})
    assert prose.value == (Part("datum_0", "Sanne, datum", "na de vakantie"),)
    assert prose.remarks == ("Sanne, datum: 'na de vakantie' is geen datum als 22-11-2026",)


def test_a_remark_is_short_whatever_was_written() -> None:
    (remark,) = read("schaal", {"v3": "x" * 5000}).remarks
    assert len(remark) < 80


WORDS = [
    ("open", {"v3": "een\ntwee"}, [("", "een\ntwee")]),
    ("schaal", {"v3": "7"}, [("", "7")]),
    ("keuze", {"v3": "2", "v3_anders": "vrij"}, [("", "iets anders: vrij")]),
    ("aankruisen", {"v3_0": True}, [("", "Rust")]),
    ("tabel", {"v3_0_1": "rust"}, [("Nu, Dat geeft", "rust")]),
    ("ladder", {"v3_1": "lopen"}, [("Vandaag", "lopen")]),
    ("levenswiel", {"v3_1": "6"}, [("Werk, cijfer van 0 tot 10", "6")]),
    ("afspraak", {"v3_datum_0": "3-12-2026"}, [("Sanne, datum", "3 december 2026")]),
]


@pytest.mark.parametrize(("soort", "filled", "words"), WORDS)
def test_an_answer_can_be_read_by_people(
    soort: str, filled: dict[str, str | bool], words: list[tuple[str, str]]
) -> None:
    assert list(words_of(read(soort, filled).value)) == words


def test_nothing_answered_has_no_words() -> None:
    assert list(words_of(None)) == list(words_of(())) == []


DATA = [
    ("open", {"v3": "ja"}, "ja"),
    ("open", {}, None),
    ("schaal", {"v3": "0"}, 0),
    ("keuze", {"v3": "1"}, {"id": "1", "label": "Ruimte", "words": ""}),
    ("aankruisen", {"v3_1": True}, [{"id": "1", "label": "Ruimte", "words": ""}]),
    ("ladder", {"v3_0": "rust"}, [{"id": "0", "label": "Mijn wens", "value": "rust"}]),
    (
        "afspraak",
        {"v3_datum_0": "3-12-26"},
        [{"id": "datum_0", "label": "Sanne, datum", "value": "2026-12-03"}],
    ),
]


@pytest.mark.parametrize(("soort", "filled", "data"), DATA)
def test_an_answer_goes_into_json(soort: str, filled: dict[str, str | bool], data: object) -> None:
    assert value_data(read(soort, filled).value) == data


def test_a_row_goes_into_json_with_its_cells() -> None:
    (day, _) = value_data(read("dagboek", {"v3_0_0": "gelopen"}).value)  # type: ignore[misc]
    assert day == {
        "head": "Dag 1",
        "cells": [{"id": "0_0", "label": "Wat ik deed", "value": "gelopen"}],
    }

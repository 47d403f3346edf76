"""Sets as tables: out to xlsx and csv, and back to the same sets."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from coachkit.bank.load import read_item, yaml_files
from coachkit.bank.setfile import set_data, set_text
from coachkit.bank.tables.columns import LIST_COLUMNS, QUESTION_COLUMNS, SET_COLUMNS
from coachkit.bank.tables.delimited import guarded, unguarded
from coachkit.bank.tables.files import import_sets, read_sets, table_bytes
from coachkit.bank.tables.sheets import NamedSet
from coachkit.bank.tables.workbook_in import unescaped
from coachkit.bank.tables.workbook_out import escaped
from coachkit.errors import InputError
from coachkit.model import Question, QuestionSet
from coachkit.resources import data_folder
from coachkit.vocabulary import Category, Phase, Situation
from coachkit.yamlfile import parse_yaml

DATA = Path(__file__).parents[2] / "data" / "bank"
BOTH = pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
STARTS = (
    "=1+1",
    "+31",
    "-5",
    "@SOM(A1)",
    "'s ochtends",
    "'=1",
    "''+",
    "001",
    "1-2",
    "3 mei",
    "1e5",
)

# Sets that hypothesis makes


def plain_text(text: str) -> bool:
    """Whether a text may stand anywhere: not empty, no slots, and it speaks to nobody."""
    spoken = re.search(r"\b(?:je|jij|jou|jouw|jezelf|jouzelf|jullie|u|uw|uzelf)\b", text, re.I)
    return bool(text.strip()) and not spoken and not re.search(r"\{[{%#]|[%#}]\}", text)


letters = st.characters(exclude_categories=["Cs"])
strange = st.sampled_from(
    [*STARTS, "a\nb", 'zeg "hoi"', "a;b,c\td", "\r", "_x0041_", "ja", "x: y #z"]
)
texts = st.one_of(st.text(letters, min_size=1, max_size=30), strange).filter(plain_text)
ids = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,4})?", fullmatch=True)
several = st.lists(texts, min_size=2, max_size=4)
answers = st.one_of(
    st.fixed_dictionaries({"soort": st.just("open")}, optional={"regels": st.integers(1, 15)}),
    st.fixed_dictionaries({"soort": st.just("schaal"), "laag": texts, "hoog": texts}),
    st.fixed_dictionaries(
        {"soort": st.sampled_from(["keuze", "aankruisen"]), "opties": several},
        optional={"anders": st.booleans()},
    ),
    st.fixed_dictionaries(
        {"soort": st.just("tabel"), "kolommen": several, "rijen": st.integers(1, 9) | several}
    ),
)
items = st.fixed_dictionaries({"id": ids, "je": texts}, optional={"u": texts})
lists = st.lists(items, min_size=2, max_size=3, unique_by=lambda item: item["id"])
labels = st.lists(ids, max_size=3)
optional_texts = ("hulp", "hulp_u", "vervolgvraag", "vervolgvraag_u", "bron")
questions = st.fixed_dictionaries(
    {"vraag": texts, "vraag_u": texts},
    optional={
        "u_nagekeken": st.from_regex(r"[0-9a-f]{6}", fullmatch=True),
        "doelgroep": st.just("coach"),
        "categorie": st.sampled_from(Category).map(str),
        "fasen": st.lists(st.sampled_from(Phase).map(str), max_size=3),
        "situaties": st.lists(st.sampled_from(Situation).map(str), max_size=3),
        "antwoord": answers,
        "minuten": st.integers(1, 60),
        "diepte": st.sampled_from(["licht", "midden", "diep"]),
        "labels": labels,
        "lijsten": st.dictionaries(st.sampled_from(["eigen", "plaats"]), lists, max_size=2),
        "mag": st.dictionaries(texts, texts, max_size=2),
        "alleen_op_naam": st.booleans(),
        "vervallen": st.booleans(),
        **dict.fromkeys(optional_texts, texts),
    },
)


@st.composite
def question_sets(draw: st.DrawFn) -> QuestionSet:
    """A set of some questions, one of which may choose from a list of the set."""
    data: dict[str, Any] = draw(
        st.fixed_dictionaries(
            {"naam": texts, "categorie": st.sampled_from(Category).map(str)},
            optional={"auteur": texts, "licentie": texts, "doelgroep": st.just("coach")},
        )
    )
    given_questions = draw(st.lists(questions, max_size=4))
    for number, question in enumerate(given_questions):
        question["id"] = f"q-{number}-{draw(ids)}"
    if draw(st.booleans()):
        data["lijsten"] = {"plaats": draw(lists)}
        pattern = {"vraag": "Wat, {{ keuze.plaats }}?", "vraag_u": "Wat, {{ keuze.plaats }}?"}
        given_questions.append({"id": "patroon", **pattern})
    data["vragen"] = given_questions
    return QuestionSet.model_validate(data)


def loaded(data: bytes) -> QuestionSet:
    item, problems = read_item(parse_yaml(data, "set.yaml"))
    assert problems == []
    assert isinstance(item, QuestionSet)
    return item


@given(question_sets())
@settings(max_examples=100, deadline=None)
def test_a_set_is_written_as_yaml_without_loss(item: QuestionSet) -> None:
    assert loaded(set_text(set_data(item)).encode()) == item


@BOTH
@given(item=question_sets(), other=question_sets())
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_sets_come_back_as_they_were(
    tmp_path: Path, suffix: str, item: QuestionSet, other: QuestionSet
) -> None:
    renamed = other.model_copy(
        update={
            "questions": tuple(
                question.model_copy(update={"id": f"tweede-{question.id}"})
                for question in other.questions
            )
        }
    )
    sets = [NamedSet("een", item), NamedSet("twee", renamed)]
    if not item.questions and not other.questions:
        sets = sets[:1]
    path = tmp_path / f"tabel{suffix}"
    path.write_bytes(table_bytes(sets, suffix))
    files = import_sets(path, tmp_path / "uit")
    for one in sets:
        assert loaded(files[tmp_path / "uit" / f"{one.stem}.yaml"]) == one.item


@BOTH
def test_all_shipped_sets_come_back_as_they_were(tmp_path: Path, suffix: str) -> None:
    sets = read_sets([data_folder("vraagbank"), DATA])
    assert len(sets) > 5
    path = tmp_path / f"tabel{suffix}"
    path.write_bytes(table_bytes(sets, suffix))
    files = import_sets(path, tmp_path / "uit")
    assert len(files) == len(sets)
    for one in sets:
        assert loaded(files[tmp_path / "uit" / f"{one.stem}.yaml"]) == one.item, one.stem


def test_equal_sets_give_equal_bytes() -> None:
    sets = read_sets([DATA])
    assert table_bytes(sets, ".xlsx") == table_bytes(sets, ".xlsx")


# What a spreadsheet makes of it


def a_set(**more: object) -> NamedSet:
    question = {"id": "q", "vraag": "Wat?", "vraag_u": "Wat?", "categorie": "pijn", **more}
    return NamedSet("proef", QuestionSet.model_validate({"naam": "Proef", "vragen": [question]}))


@pytest.mark.parametrize("text", STARTS)
def test_no_text_is_a_formula_or_a_number_in_excel(text: str) -> None:
    page = load_workbook(io.BytesIO(table_bytes([a_set(bron=text)], ".xlsx")))["vragen"]
    cell = page.cell(2, [column.key for column in QUESTION_COLUMNS].index("bron") + 1)
    assert (cell.value, cell.data_type, cell.number_format) == (text, "s", "@")
    assert cell.quotePrefix


@pytest.mark.parametrize("text", [text for text in STARTS if text != "'s ochtends"])
def test_no_text_is_a_formula_or_a_number_in_csv(text: str) -> None:
    raw = table_bytes([a_set(bron=text)], ".csv").decode("utf-8-sig")
    row = list(csv.reader(io.StringIO(raw), delimiter=";"))[-1]
    written = row[[column.key for column in QUESTION_COLUMNS].index("bron")]
    assert written == f"'{text}"


@given(st.text(letters) | strange)
def test_a_guard_is_taken_away_exactly(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert guarded(text)[:1] not in ("=", "+", "-", "@", "\t", "\r", "＝")


def test_an_apostrophe_of_a_trainer_stays() -> None:
    assert guarded("'s ochtends") == unguarded("'s ochtends") == "'s ochtends"
    assert unguarded("'001") == "001"


@given(st.text(st.sampled_from("_x0041Dd8\r\x07\x1f\uffff\ufffe ") | letters))
def test_what_xml_cannot_hold_is_escaped_and_comes_back(text: str) -> None:
    assert unescaped(escaped(text)) == text
    assert not re.search("[\x00-\x08\x0b-\x1f\ufffe\uffff]", escaped(text))


def test_half_a_character_in_a_workbook_stays_as_it_is_written() -> None:
    assert unescaped("_xD800_") == "_xD800_"


def test_csv_is_as_a_dutch_excel_wants_it() -> None:
    raw = table_bytes([a_set(hulp="één; twee")], ".csv")
    assert raw.startswith(b"\xef\xbb\xbf")
    lines = raw.decode("utf-8-sig").split("\r\n")
    assert lines[0] == '"#set";"proef";"naam";"Proef"'
    assert lines[1].startswith('"set";"id";"vraag"')


def test_an_answer_is_readable_in_its_cells() -> None:
    answer = {"soort": "keuze", "opties": ["Zon", "Regen, of wind"], "anders": False}
    page = load_workbook(io.BytesIO(table_bytes([a_set(antwoord=answer)], ".xlsx")))["vragen"]
    heads = [cell.value for cell in page[1]]
    row = dict(zip(heads, [cell.value for cell in page[2]], strict=True))
    assert row["antwoord"] == "keuze"
    assert row["antwoord_details"] == 'opties: [Zon, "Regen, of wind"]\nanders: false'


def test_every_key_has_its_column_and_its_explanation() -> None:
    keys = {info.alias or name for name, info in Question.model_fields.items()}
    assert {column.key for column in QUESTION_COLUMNS} == keys - {"lijsten"} | {
        "set",
        "antwoord_details",
    }
    for column in (*QUESTION_COLUMNS, *SET_COLUMNS, *LIST_COLUMNS):
        assert column.told, column.key


def test_a_text_too_long_for_excel_is_refused_with_the_way_out() -> None:
    options = [f"{number} " + "a" * 1990 for number in range(12)]
    answer = {"soort": "keuze", "opties": options, "opties_u": options}
    with pytest.raises(InputError, match=r"deze tekst is te lang .*exporteer naar csv"):
        table_bytes([a_set(antwoord=answer)], ".xlsx")
    assert table_bytes([a_set(antwoord=answer)], ".csv")


# House style


def test_the_yaml_is_in_the_style_of_the_bank() -> None:
    answer = {"soort": "schaal", "laag": "niet", "hoog": "heel erg"}
    item = a_set(bron="001", labels=["last"], antwoord=answer, vervolgvraag="Zo: hoe?").item
    assert set_text(set_data(item), "schema/x.json").splitlines() == [
        "# yaml-language-server: $schema=schema/x.json",
        "naam: Proef",
        "vragen:",
        "",
        "  - id: q",
        "    vraag: Wat?",
        "    vraag_u: Wat?",
        "    categorie: pijn",
        "    antwoord: {soort: schaal, laag: niet, hoog: heel erg}",
        '    vervolgvraag: "Zo: hoe?"',
        '    bron: "001"',
        "    labels: [last]",
    ]


def test_the_sets_of_the_bank_keep_their_texts_line_by_line() -> None:
    """What is written for a shipped set is nearly what a person wrote, comments apart."""
    for path in yaml_files(data_folder("vraagbank") / "vragen"):
        wrote = path.read_text(encoding="utf-8").splitlines()
        lines = set_text(set_data(loaded(path.read_bytes()))).splitlines()
        known = {line.replace('"', "") for line in wrote}
        same = sum(line.replace('"', "") in known for line in lines)
        assert same > 0.9 * len(lines), path.name

"""YAML of strangers: the place of everything, limits on everything, and a cure for each trap."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from coachkit import yamlfile
from coachkit.errors import Problem
from coachkit.yamlfile import MAX_BYTES, MAX_DEPTH, MAX_SCALAR, parse_yaml, read_yaml

QUOTES = "tussen dubbele aanhalingstekens"


def only_problem(text: str | bytes) -> Problem:
    raw = text.encode() if isinstance(text, str) else text
    document = parse_yaml(raw, "set.yaml")
    assert len(document.problems) == 1, document.problems
    assert document.problems[0].path == "set.yaml"
    return document.problems[0]


def place(problem: Problem) -> tuple[int, int]:
    return problem.line, problem.column


def test_a_good_file_becomes_plain_data() -> None:
    document = parse_yaml(b"naam: Pijn\nvragen:\n  - {id: een, minuten: 3, vervallen: true}\n", "x")
    assert document.problems == ()
    assert document.data == {
        "naam": "Pijn",
        "vragen": [{"id": "een", "minuten": 3, "vervallen": True}],
    }


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm() -> None:
    assert parse_yaml(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n", "x").data == {"a": 1, "b": 2}


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("12", 12),
        ("1_000", 1000),
        ("-3", -3),
        ("1.5", 1.5),
        ("~", None),
        ("", None),
        ("true", True),
        ("off", False),
        ("yes", True),
        ('"001"', "001"),
        ("ja", "ja"),
        ("1:30", "1:30"),
        ("0x1F", "0x1F"),
        (".nan", ".nan"),
        ("2026-11-22", "2026-11-22"),
        ("=", "="),
    ],
)
def test_a_value_is_read_by_yamls_rule_and_what_is_no_plain_number_stays_text(
    written: str, read: object
) -> None:
    document = parse_yaml(f"a: {written}\n".encode(), "x")
    assert document.problems == ()
    assert document.data == {"a": read}


def test_a_number_of_thousands_of_digits_stays_text() -> None:
    assert parse_yaml(b"a: " + b"9" * 5000, "x").data == {"a": "9" * 5000}


# Places


def test_a_problem_is_placed_at_its_value() -> None:
    document = parse_yaml(b"naam: x\nvragen:\n  - id: een\n    minuten: drie\n", "x.yaml")
    located = document.locate(Problem("fout", loc=("vragen", 0, "minuten")))
    assert located.place == "x.yaml:4:14"


def test_a_problem_with_a_missing_value_is_placed_at_its_parent() -> None:
    document = parse_yaml(b"naam: x\nvragen:\n  - id: een\n", "x.yaml")
    assert document.locate(Problem("fout", loc=("vragen", 0, "vraag"))).place == "x.yaml:3:5"


def test_a_problem_with_an_empty_value_is_placed_at_its_key() -> None:
    document = parse_yaml(b"naam:\nvragen: []\n", "x.yaml")
    assert document.locate(Problem("fout", loc=("naam",))).place == "x.yaml:1:1"


def test_a_problem_of_a_document_without_data_names_the_file_only() -> None:
    document = parse_yaml(b"", "x.yaml")
    assert document.locate(Problem("fout", loc=("naam",))).place == "x.yaml"


# The four traps: each breaks in its own way, and each has its own cure


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("vraag: {{ naam }}\n", (1, 9)),
        ("vraag: {{ naam }}, wat nu?\n", (1, 8)),
        ("a: 1\nvragen:\n  - {{ naam }} zegt\n", (3, 5)),
        ("antwoord: {soort: keuze, opties: [{{ naam }}, b]}\n", (1, 36)),
        ("opties: [a, {{ naam }} b]\n", (1, 13)),
        ("- {vraag: {{ naam }} wat, x: y}\n", (1, 11)),
        ("vraag: {{ naam }}, zeg: wat nu?\n", (1, 8)),
    ],
)
def test_a_text_that_begins_with_a_slot_is_told_to_be_quoted(
    text: str, at: tuple[int, int]
) -> None:
    problem = only_problem(text)
    assert problem.message == "een tekst die met {{ begint, leest YAML niet als tekst"
    assert QUOTES in problem.cure
    assert place(problem) == at


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("vraag: Stel je voor: wat nu?\n", (1, 8)),
        ("vraag: Als je moe bent, denk dan: wat nu?\n", (1, 8)),
        ("a: 1\nb:\n  - vraag: Zeg het: nu\n", (3, 12)),
        ('vraag: Zeg "nee": wat dan?\n', (1, 8)),
        ("- {kop: Hoe het is: nu, categorie: pijn}\n", (1, 9)),
        ("vraag: Denk aan dit:\n", (1, 8)),
    ],
)
def test_a_text_with_a_colon_inside_is_told_to_be_quoted(text: str, at: tuple[int, int]) -> None:
    problem = only_problem(text)
    assert "dubbele punt" in problem.message
    assert QUOTES in problem.cure
    assert place(problem) == at


@pytest.mark.parametrize(
    "line",
    ['kop: "Voor: {{ naam }}"', "kop: 'Let op: nu'", "kop: x # let op: nu", 'kop: "a\\": {{ b }}"'],
)
def test_a_good_line_above_the_trouble_is_not_blamed(line: str) -> None:
    problem = only_problem(f"{line}\nb: [\n")
    assert "haakje" in problem.message
    assert problem.line == 3


# What is wrong with the writing


@pytest.mark.parametrize(
    ("text", "at"),
    [("a: 1\n\tb: 2\n", (2, 1)), ("vragen:\n\t- x\n", (2, 1)), ("\t\n", (1, 1))],
)
def test_a_tab_is_told_with_its_place(text: str, at: tuple[int, int]) -> None:
    problem = only_problem(text)
    assert (problem.message, problem.cure) == ("hier staat een tab", "gebruik spaties")
    assert place(problem) == at


@pytest.mark.parametrize(
    ("raw", "at"),
    [
        ("a: 1\nnaam: één".encode("latin-1"), (2, 7)),
        ("a: 1\rnaam: één".encode("latin-1"), (2, 7)),
        (b"\xef\xbb\xbfa: \xc3\xa9\xe9", (1, 5)),
        ("naam: Pijn".encode("utf-16"), (1, 1)),
        (b"\xed\xa0\x80", (1, 1)),
    ],
)
def test_a_wrong_encoding_is_told_with_its_place_and_how_to_save(
    raw: bytes, at: tuple[int, int]
) -> None:
    problem = only_problem(raw)
    assert "niet in UTF-8" in problem.message
    assert "Kladblok" in problem.cure
    assert place(problem) == at


@pytest.mark.parametrize(
    ("text", "message", "at"),
    [
        ("- @iets\n", "een tekst kan niet met dit teken beginnen", (1, 3)),
        ('a: "x\nb: c\n', "een aanhalingsteken mist zijn einde", (3, 1)),
        ('a: 1\nb: "x\x07"\n', "een onzichtbaar stuurteken", (2, 1)),
        ("a: \x00\n", "een onzichtbaar stuurteken", (1, 1)),
        ('a: "\\q"\n', "een \\ in een tekst tussen dubbele aanhalingstekens", (1, 5)),
        ("a: [x, y\n", "een haakje [ of { mist zijn einde, of een komma ontbreekt", (2, 1)),
        ("a: 1\n  b: 2\n", "het inspringen klopt niet", (2, 4)),
        ("a:\n   b: 1\n  c: 2\n", "het inspringen klopt niet", (3, 3)),
        ("a: 1\na: 2\n", "de sleutel 'a' staat er twee keer", (2, 1)),
        ("a: 1\n? [b]\n: c\n", "hier staat een sleutel die geen woord is", (2, 3)),
        ("a: 1\n---\nb: 2\n", "er staan twee documenten in het bestand", (2, 1)),
        ("a: !!python/name:os.system x\n", "een ! voor een waarde is hier niet toegestaan", (1, 4)),
        ("a: b\nc\nd: e\n", "op deze regel mist een dubbele punt", (2, 1)),
        (
            "a:\n  - b\n  c: d\n",
            "in dit rijtje mist een regel zijn streepje, of de streepjes staan niet gelijk",
            (3, 3),
        ),
        ("%YAML x\n---\na\n", "vanaf hier is het bestand niet te lezen", (1, 7)),
        ("", "het bestand is leeg", (0, 0)),
        ("# niets\n", "het bestand is leeg", (0, 0)),
    ],
)
def test_what_yaml_cannot_read_is_told_in_dutch_with_its_place_and_a_cure(
    text: str, message: str, at: tuple[int, int]
) -> None:
    problem = only_problem(text)
    assert problem.message == message
    assert problem.cure
    assert place(problem) == at


@pytest.mark.parametrize(
    "text",
    ["a:\n  - b\n  c: d\n", "a: b\nc\n", "%YAML x\n", "a: |x\n", "'a' 'b'\n", 'a: "\\xZZ"\n'],
)
def test_what_the_parser_says_in_english_is_not_told(text: str) -> None:
    told = str(only_problem(text))
    assert not re.search(r"\b(?:expected|did not|could not|found|while|document)\b", told)
    assert re.search("inspringen|streepje|aanhalingstekens|dubbele punt", told)


# What is dangerous


@pytest.mark.parametrize("bracket", ["[", "{a: ", "- ", "{? "])
@pytest.mark.parametrize("closed", [False, True])
def test_a_hundred_thousand_brackets_are_refused(bracket: str, closed: bool) -> None:
    close = {"[": "]", "{": "}"}.get(bracket[0], "") if closed else ""
    problem = only_problem(bracket * 100_000 + close * 100_000)
    assert problem.message == f"het bestand is dieper dan {MAX_DEPTH} lagen"
    assert problem.line == 1


def test_as_many_layers_as_allowed_are_read() -> None:
    assert parse_yaml(b"[" * MAX_DEPTH + b"]" * MAX_DEPTH, "x").problems == ()


def test_an_alias_bomb_is_refused_at_its_first_anchor() -> None:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    lines += [f"{n}: &{n} [{', '.join([f'*{p}'] * 9)}]" for p, n in pairwise("abcd")]
    problem = only_problem("\n".join(lines))
    assert "& en *" in problem.message
    assert place(problem) == (1, 4)


@pytest.mark.parametrize("text", ["a: *b\n", "&a b: c\n", "- &x y\n", "&x [a]\n"])
def test_aliases_and_anchors_are_refused(text: str) -> None:
    assert "& en *" in only_problem(text).message


def test_a_flood_of_values_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yamlfile, "MAX_EVENTS", 100)
    assert only_problem("[" + "a," * 100 + "]").message == "er staat te veel in dit bestand"
    assert parse_yaml(b"[" + b"a," * 90 + b"]", "x").problems == ()


def test_an_endless_text_is_refused() -> None:
    assert "langer dan 100.000 tekens" in only_problem("a: " + "x" * (MAX_SCALAR + 1)).message
    assert parse_yaml(b"a: " + b"x" * MAX_SCALAR, "x").problems == ()


def test_bytes_beyond_the_limit_are_refused() -> None:
    problem = only_problem(b"#" * (MAX_BYTES + 1))
    assert problem.message == "het bestand is te groot (5 MB)"
    assert "hooguit 5 MB" in problem.cure


# Files


def test_a_file_is_read_by_its_path(tmp_path: Path) -> None:
    path = tmp_path / "set.yaml"
    path.write_text("naam: Pijn\n", encoding="utf-8")
    document = read_yaml(path)
    assert document.data == {"naam": "Pijn"}
    assert document.path == str(path)


def test_a_sparse_file_of_100_mb_is_refused_unread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "groot.yaml"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    monkeypatch.setattr(Path, "open", _must_not_be_called)
    [problem] = read_yaml(path).problems
    assert problem.message == "het bestand is te groot (100 MB)"


def _must_not_be_called(*args: object, **kwargs: object) -> None:
    raise AssertionError("the file was opened")


def test_a_file_that_hides_its_size_is_read_up_to_the_limit() -> None:
    endless = Path("/dev/zero")
    if not endless.exists():
        pytest.skip("no /dev/zero here")
    [problem] = read_yaml(endless).problems
    assert "te groot" in problem.message


def test_a_file_that_is_not_there_is_a_problem_and_no_exception(tmp_path: Path) -> None:
    [problem] = read_yaml(tmp_path / "weg.yaml").problems
    assert problem.message == "dit bestand is er niet"
    assert problem.place == str(tmp_path / "weg.yaml")


def test_a_folder_is_a_problem_and_no_exception(tmp_path: Path) -> None:
    [problem] = read_yaml(tmp_path).problems
    assert "niet te lezen" in problem.message


# Whatever comes


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda t: t.encode("utf-8", "replace")))
def test_any_bytes_give_data_or_problems_with_a_place(raw: bytes) -> None:
    document = parse_yaml(raw, "x.yaml")
    for problem in document.problems:
        assert problem.path == "x.yaml"
        assert problem.message
        assert problem.line <= raw.count(b"\n") + raw.count(b"\r") + 40


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="ab:-{}[],\"'# \n", max_size=60))
def test_what_has_no_problems_is_read_as_pyyaml_reads_it(text: str) -> None:
    document = parse_yaml(text.encode(), "x.yaml")
    if not document.problems:
        assert document.data == _with_words_as_keys(yaml.safe_load(text))


def _with_words_as_keys(data: object) -> object:
    """PyYAML makes None of an empty key, and we keep it an empty text."""
    if isinstance(data, dict):
        return {"" if k is None else k: _with_words_as_keys(v) for k, v in data.items()}
    return [_with_words_as_keys(item) for item in data] if isinstance(data, list) else data

"""What pydantic finds wrong, said in Dutch with a cure: as a trainer meets it."""

from __future__ import annotations

from datetime import date

import pytest
from pydantic import BaseModel, ValidationError

from coachkit.bank.keys import known_keys
from coachkit.bank.load import read_item
from coachkit.errors import Problem
from coachkit.model import QuestionSet
from coachkit.practice import Settings
from coachkit.validation import MAX_PROBLEMS, explain
from coachkit.yamlfile import parse_yaml

SET = """\
naam: Set
categorie: pijn
vragen:
  - id: een
    vraag: Wat nu?
    vraag_u: Wat nu?
"""


def only_problem(text: str) -> Problem:
    item, problems = read_item(parse_yaml(text.encode(), "set.yaml"))
    assert item is None
    assert len(problems) == 1, problems
    return problems[0]


@pytest.mark.parametrize(
    ("line", "message", "cure", "at"),
    [
        ("minutn: 3", "de sleutel 'minutn' is onbekend", "bedoel je 'minuten'?", (7, 13)),
        ("xyz: 3", "de sleutel 'xyz' is onbekend", "haal hem weg of verbeter hem", (7, 10)),
        ("xyz:", "de sleutel 'xyz' is onbekend", "een tekst met een komma", (7, 5)),
        (
            "fasen: [aktie]",
            "'fasen' kan geen 'aktie' zijn",
            "bedoel je 'actie'? (kies uit: voorbeschouwing,",
            (7, 13),
        ),
        ("fasen: [xyz]", "'fasen' kan geen 'xyz' zijn", "kies uit: voorbeschouwing", (7, 13)),
        ("fasen: actie", "'fasen' moet een lijst zijn, niet 'actie'", "[actie]", (7, 12)),
        ("bron: 001", "'bron' wordt gelezen als getal (1), niet als tekst", 'bron: "001"', (7, 11)),
        ("bron: 1.5", "'bron' wordt gelezen als getal (1.5)", "aanhalingstekens", (7, 11)),
        ("hulp: 3", "'hulp' wordt gelezen als getal (3)", "aanhalingstekens", (7, 11)),
        ("hulp: yes", "'hulp' wordt gelezen als waar/onwaar", "aanhalingstekens", (7, 11)),
        ("hulp: [a]", "'hulp' is geen tekst", "aanhalingstekens", (7, 11)),
        ('hulp: ""', "'hulp' is leeg", "vul het in", (7, 5)),
        ("mag: {lang: }", "'lang' is leeg", "haal de regel weg", (7, 11)),
        ("mag: kort", "'mag' moet sleutels hebben, niet 'kort'", "sleutel: waarde", (7, 10)),
        ("minuten: 0", "'minuten' is te klein", "neem minstens 1", (7, 14)),
        ("minuten: 61", "'minuten' is te groot", "neem hooguit 60", (7, 14)),
        ("minuten: drie", "'minuten' moet een heel getal zijn, niet 'drie'", "cijfers", (7, 14)),
        ("vervallen: ooit", "'vervallen' moet true of false zijn", "true of false", (7, 16)),
        ("labels: [Een X]", "'labels' heeft een vorm die niet kan ('Een X')", "kleine", (7, 14)),
        ("u_nagekeken: zzz", "'u_nagekeken' heeft een vorm", "verbeter het", (7, 18)),
        ("antwoord: open", "'antwoord' moet sleutels hebben", "sleutel: waarde", (7, 15)),
        ("antwoord: {soort: opne}", "'soort' kan geen 'opne' zijn", "bedoel je 'open'?", (7, 15)),
        ("antwoord: {regels: 3}", "bij 'antwoord' ontbreekt 'soort'", "{soort: open", (7, 15)),
    ],
)
def test_each_mistake_in_a_question_is_told_with_its_place_and_a_cure(
    line: str, message: str, cure: str, at: tuple[int, int]
) -> None:
    problem = only_problem(f"{SET}    {line}\n")
    assert problem.message.startswith(message)
    assert cure in problem.cure
    assert (problem.line, problem.column) == at


@pytest.mark.parametrize(
    ("spec", "message", "cure", "column"),
    [
        ("soort: open, regel: 3", "de sleutel 'regel' is", "'regels'", 36),
        ("soort: keuze, opties: [a]", "'opties' heeft te weinig", "minstens 2", 38),
        ("soort: balans, keuzes: [a]", "'keuzes' heeft te weinig", "minstens 2", 39),
        ("soort: balans, keuzes: [a, b, c]", "'keuzes' heeft te veel", "hooguit 2", 39),
        ("soort: tabel, kolommen: [a], rijen: 99", "'rijen' is te groot", "12", 52),
        ("soort: tabel, kolommen: [a], rijen: []", "'rijen' heeft te weinig", "1", 52),
        ("soort: tabel, kolommen: [a], rijen: x", "'rijen' moet een heel", "cijf", 52),
        ("soort: tabel, kolommen: [a], rijen: [1]", "'rijen' wordt gelezen", "aan", 53),
        (
            "soort: schaal, laag: niet, echt, hoog: wel",
            "de sleutel 'echt' is onbekend",
            "zet dan de hele tekst tussen dubbele aanhalingstekens",
            43,
        ),
    ],
)
def test_each_mistake_in_a_kind_of_answer_is_told_with_its_place_and_a_cure(
    spec: str, message: str, cure: str, column: int
) -> None:
    problem = only_problem(f"{SET}    antwoord: {{{spec}}}\n")
    assert problem.message.startswith(message)
    assert cure in problem.cure
    assert (problem.line, problem.column) == (7, column)


@pytest.mark.parametrize(
    ("name", "message", "cure"),
    [
        ("Mijn-Lijst", "'Mijn-Lijst' heeft een vorm die niet kan", "zonder streepjes"),
        ("a" * 41, f"'{'a' * 41}' is te lang", "hooguit 40 tekens"),
    ],
)
def test_a_wrong_name_of_a_list_is_told_by_that_name(name: str, message: str, cure: str) -> None:
    problem = only_problem(f"lijsten:\n  {name}: [{{id: a, je: x}}, {{id: b, je: y}}]\n{SET}")
    assert problem.message == message
    assert cure in problem.cure
    assert problem.line == 2


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("fasen: actie, terugval", "'fasen' moet een lijst zijn, niet 'actie, terugval'; schrijf"),
        ("fasen: actie, terugval", "schrijf [actie, terugval]"),
        ("fasen: rouw", "'fasen' kan geen 'rouw' zijn; kies uit: voorbeschouwing,"),
        ("situaties: durf-niet", "'situaties' kan geen 'durf-niet' zijn; bedoel je 'durft-niet'?"),
        ("diepte: [licht, diep]", "'diepte' is een lijst; geef er één (kies uit: licht, midden,"),
        ("diepte: {a: b}", "'diepte' heeft sleutels; geef één woord (kies uit: licht,"),
        ("antwoord: {soort: [open]}", "'soort' is een lijst; geef er één (kies uit: "),
    ],
)
def test_one_word_and_a_list_are_not_taken_for_each_other(line: str, told: str) -> None:
    assert told in str(only_problem(f"{SET}    {line}\n"))


def test_a_long_value_is_told_in_short() -> None:
    problem = only_problem(SET + "    fasen: " + "x" * 500 + "\n")
    assert "x" * 39 + "…'" in problem.message
    assert "x" * 40 not in problem.message


def test_a_text_that_is_too_long_is_told_with_the_limit() -> None:
    problem = only_problem(SET + "    hulp: " + "x" * 2001 + "\n")
    assert str(problem).endswith("'hulp' is te lang; hooguit 2000 tekens")


def test_a_missing_key_is_told_at_its_question() -> None:
    problem = only_problem(SET.replace("    vraag_u: Wat nu?\n", ""))
    assert str(problem) == "set.yaml:4:5: 'vraag_u' ontbreekt; voeg vraag_u: toe"


def test_a_comma_in_a_flow_of_keys_has_a_cure_of_its_own() -> None:
    recipe = (
        "id: r\ntitel: T\nminuten: 5\nonderdelen:\n  - {kop: Hoe het is, en was, categorie: pijn}\n"
    )
    problem = only_problem(recipe)
    assert problem.message == (
        "'en was' staat er als sleutel: een komma binnen {...} breekt de tekst af"
    )
    assert problem.cure == "zet de hele tekst met de komma tussen dubbele aanhalingstekens"
    assert (problem.line, problem.column) == (5, 23)


def test_a_wrong_category_of_a_set_is_told_once_and_not_for_each_question() -> None:
    text = SET.replace("pijn", "pijnn") + "  - {id: twee, vraag: En?, vraag_u: En?}\n"
    problem = only_problem(text)
    assert (problem.line, problem.column) == (2, 12)
    assert "bedoel je 'pijn'?" in problem.cure


def test_a_rule_of_the_model_itself_keeps_its_own_words() -> None:
    problem = only_problem(SET.replace("categorie: pijn\n", ""))
    assert "'categorie' ontbreekt" in problem.message
    assert problem.cure == "zet hem bij de set of bij de vraag"


def _problems_of(model: type[BaseModel], data: object) -> list[Problem]:
    with pytest.raises(ValidationError) as caught:
        model.model_validate(data)
    return explain(caught.value)


def test_all_mistakes_are_told_at_once() -> None:
    assert len(_problems_of(QuestionSet, {"naam": 3, "vragen": [{"id": "A"}], "x": 1})) == 5


def test_of_a_flood_of_mistakes_the_first_are_told_and_the_rest_counted() -> None:
    problems = _problems_of(QuestionSet, {"naam": "x", "vragen": ["geen"] * (MAX_PROBLEMS + 7)})
    assert len(problems) == MAX_PROBLEMS + 1
    assert str(problems[-1]) == "en nog 7 problemen; verbeter eerst deze"


def test_a_wrong_colour_is_told_with_an_example() -> None:
    [problem] = _problems_of(Settings, {"kleur": "groen"})
    assert problem.cure == 'schrijf een kleur als "#1f6b66", tussen aanhalingstekens'


def test_a_wrong_date_is_told_with_an_example() -> None:
    class Day(BaseModel):
        datum: date

    [problem] = _problems_of(Day, {"datum": "22-11-2026"})
    assert problem.message == "'datum' moet een datum zijn, niet '22-11-2026'"
    assert problem.cure == "schrijf bijvoorbeeld 2026-11-22"


def test_a_model_in_place_of_a_list_of_keys_is_told() -> None:
    [problem] = _problems_of(Settings, ["naam"])
    assert problem.message == "het bestand moet sleutels hebben, niet '['naam']'"


def test_what_has_no_words_of_its_own_is_still_told() -> None:
    class Amount(BaseModel):
        bedrag: float

    [problem] = _problems_of(Amount, {"bedrag": "veel"})
    assert (problem.message, problem.cure) == ("'bedrag' klopt niet", "verbeter 'veel'")


def test_a_typo_is_guessed_only_from_the_keys_that_are_known() -> None:
    with pytest.raises(ValidationError) as caught:
        QuestionSet.model_validate({"naam": "x", "vragen": [], "auteurr": "y"})
    assert explain(caught.value)[0].cure == "haal hem weg of verbeter hem"
    assert explain(caught.value, known_keys(QuestionSet))[0].cure == "bedoel je 'auteur'?"

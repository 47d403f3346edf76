"""Kinds of answer: the keys a trainer may write, the fields, and what the templates get."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from coachkit.address import address_problems
from coachkit.answers import BALANCE, KINDS, PLAN, Answer, AnyAnswer, Field
from coachkit.resources import data_folder
from coachkit.vocabulary import Form

ANSWER: TypeAdapter[Answer] = TypeAdapter(AnyAnswer)
PEOPLE = {"client": "Sanne", "coach": "Noor"}

WRITTEN: dict[str, dict[str, Any]] = {
    "open": {"regels": 4},
    "schaal": {"laag": "helemaal niet", "hoog": "heel erg"},
    "keuze": {"opties": ["Rust", "Ruimte"], "anders": True},
    "aankruisen": {"opties": ["Tijd", "Geld"], "anders": False},
    "tabel": {"kolommen": ["Dat kost", "Dat geeft"], "rijen": ["Nu", "Later"], "rijkop": "Keuze"},
    "ladder": {"treden": ["Mijn wens", "Vandaag"]},
    "als-dan": {"als": "wanneer?", "dan": "wat doe ik?", "regels": 2},
    "cirkels": {"ringen": [{"titel": "Van mij"}, {"titel": "Van Bo"}, {"titel": "Van niemand"}]},
    "levenswiel": {"gebieden": ["Rust", "Werk", "Geld"]},
    "balans": {"keuzes": ["Wel", "Niet"], "kolommen": ["Kost", "Geeft"]},
    "afspraak": {"tekst": "Wat we afspreken", "partijen": ["client", "coach"], "regels": 3},
    "dagboek": {"dagen": 2, "kolommen": ["Wat ik deed"]},
    "sorteren": {"alles": "Alles", "bakken": ["Nu", "Later"], "kies": "Dit nu"},
    "tekenvak": {"hoogte": 60},
}

FIELDS: dict[str, list[Field]] = {
    "open": [Field("v3", "text")],
    "schaal": [
        Field("v3_0", "radio", "0, helemaal niet", "v3"),
        *(Field(f"v3_{i}", "radio", str(i), "v3") for i in range(1, 10)),
        Field("v3_10", "radio", "10, heel erg", "v3"),
    ],
    "keuze": [
        Field("v3_0", "radio", "Rust", "v3"),
        Field("v3_1", "radio", "Ruimte", "v3"),
        Field("v3_2", "radio", "iets anders", "v3"),
        Field("v3_anders", "text", "iets anders"),
    ],
    "aankruisen": [Field("v3_0", "check", "Tijd"), Field("v3_1", "check", "Geld")],
    "tabel": [
        Field("v3_0_0", "text", "Nu, Dat kost"),
        Field("v3_0_1", "text", "Nu, Dat geeft"),
        Field("v3_1_0", "text", "Later, Dat kost"),
        Field("v3_1_1", "text", "Later, Dat geeft"),
    ],
    "ladder": [Field("v3_0", "text", "Mijn wens"), Field("v3_1", "text", "Vandaag")],
    "als-dan": [
        Field("v3_als", "text", "Als (wanneer?)"),
        Field("v3_dan", "text", "dan (wat doe ik?)"),
    ],
    "cirkels": [
        Field("v3_0", "text", "Van mij"),
        Field("v3_1", "text", "Van Bo"),
        Field("v3_2", "text", "Van niemand"),
    ],
    "levenswiel": [
        Field(f"v3_{i}", "number", f"{area}, cijfer van 0 tot 10")
        for i, area in enumerate(("Rust", "Werk", "Geld"))
    ],
    "balans": [
        Field("v3_0_0", "text", "Wel, Kost"),
        Field("v3_0_1", "text", "Wel, Geeft"),
        Field("v3_1_0", "text", "Niet, Kost"),
        Field("v3_1_1", "text", "Niet, Geeft"),
    ],
    "afspraak": [
        Field("v3_tekst", "text", "Wat we afspreken"),
        Field("v3_naam_0", "text", "client, naam"),
        Field("v3_datum_0", "date", "client, datum"),
        Field("v3_naam_1", "text", "coach, naam"),
        Field("v3_datum_1", "date", "coach, datum"),
    ],
    "dagboek": [
        Field("v3_0_0", "text", "Dag 1, Wat ik deed"),
        Field("v3_1_0", "text", "Dag 2, Wat ik deed"),
    ],
    "sorteren": [
        Field("v3_alles", "text", "Alles"),
        Field("v3_0", "text", "Nu"),
        Field("v3_1", "text", "Later"),
        Field("v3_kies", "text", "Dit nu"),
    ],
    "tekenvak": [Field("v3", "text")],
}


def answer(soort: str, **spec: object) -> Answer:
    return ANSWER.validate_python({"soort": soort, **(spec or WRITTEN[soort])})


def test_every_kind_is_tested_here() -> None:
    assert list(WRITTEN) == list(KINDS) == list(FIELDS)


@pytest.mark.parametrize("soort", WRITTEN)
def test_a_kind_is_known_by_its_name_and_has_the_fields_of_its_spec(soort: str) -> None:
    found = answer(soort)
    assert type(found) is KINDS[soort]
    assert list(found.fields("v3")) == FIELDS[soort]


@pytest.mark.parametrize("soort", WRITTEN)
def test_the_names_of_fields_are_unique_and_can_be_read_by_a_pdf(soort: str) -> None:
    names = [field.name for field in answer(soort).fields("v12")]
    assert len(set(names)) == len(names)
    assert all(name == "v12" or name.startswith("v12_") for name in names)
    assert not any("." in name for name in names)


@pytest.mark.parametrize("soort", WRITTEN)
def test_the_templates_get_what_a_trainer_wrote_by_its_own_keys(soort: str) -> None:
    spec = answer(soort).spec()
    for key, value in WRITTEN[soort].items():
        got = spec[key]
        if soort == "cirkels":
            assert got == tuple({**ring, "uitleg": ""} for ring in value)
        else:
            assert list(got) == value if isinstance(got, tuple) else got == value
    assert "soort" not in spec
    assert not any(key.endswith("_u") for key in spec)


@pytest.mark.parametrize("soort", WRITTEN)
def test_an_answer_survives_json(soort: str) -> None:
    found = answer(soort)
    dumped = found.model_dump(mode="json", by_alias=True)
    assert ANSWER.validate_python(dumped) == found
    assert ANSWER.validate_json(found.model_dump_json(by_alias=True)) == found


@pytest.mark.parametrize("soort", WRITTEN)
def test_every_kind_has_its_part_for_paper_and_for_the_screen(soort: str) -> None:
    templates = data_folder("templates")
    assert (templates / "typst" / "antwoorden" / f"{soort}.typ").is_file()
    assert (templates / "werkblad_web" / "antwoorden" / f"{soort}.html.j2").is_file()


@pytest.mark.parametrize("soort", WRITTEN)
def test_the_line_of_help_serves_both_forms_of_address(soort: str) -> None:
    words = KINDS[soort].help.lower().replace(".", " ").split()
    assert not {"je", "jij", "jou", "jouw", "u", "uw"} & set(words)


@pytest.mark.parametrize("soort", ["open", "als-dan", "cirkels", "balans", "afspraak", "tekenvak"])
def test_some_kinds_need_no_spec(soort: str) -> None:
    assert ANSWER.validate_python({"soort": soort}).fields("v1")


def test_the_kinds_with_rules_of_their_own_exist() -> None:
    assert {PLAN, BALANCE} <= set(KINDS)


@pytest.mark.parametrize(
    ("soort", "spec"),
    [
        ("open", {"regels": 0}),
        ("open", {"regels": 16}),
        ("schaal", {"laag": "niet"}),
        ("schaal", {"laag": "", "hoog": "wel"}),
        ("keuze", {"opties": ["een"]}),
        ("keuze", {"opties": ["x"] * 13}),
        ("aankruisen", {}),
        ("tabel", {"kolommen": []}),
        ("tabel", {"kolommen": ["a"] * 5}),
        ("tabel", {"kolommen": ["a"], "rijen": 13}),
        ("tabel", {"kolommen": ["a"], "rijen": 0}),
        ("tabel", {"kolommen": ["a"], "rijen": ["r"] * 13}),
        ("tabel", {"kolommen": ["a"], "rijen": "veel"}),
        ("tabel", {"kolommen": ["a"], "rijen": 3, "rijkop": "Keuze"}),
        ("ladder", {"treden": ["een"]}),
        ("ladder", {"treden": ["x"] * 7}),
        ("als-dan", {"regels": 7}),
        ("cirkels", {"ringen": [{"titel": "een"}, {"titel": "twee"}]}),
        ("cirkels", {"ringen": [{"titel": "een", "uitlg": "x"}] * 3}),
        ("levenswiel", {"gebieden": ["een", "twee"]}),
        ("levenswiel", {"gebieden": ["x"] * 11}),
        ("balans", {"keuzes": ["een"]}),
        ("afspraak", {"partijen": []}),
        ("afspraak", {"partijen": ["a", "b", "c", "d"]}),
        ("dagboek", {"dagen": 15, "kolommen": ["a"]}),
        ("dagboek", {"dagen": 7}),
        ("sorteren", {"bakken": ["een"]}),
        ("sorteren", {"bakken": ["x"] * 5}),
        ("tekenvak", {"hoogte": 29}),
        ("tekenvak", {"hoogte": 151}),
        ("tekenvak", {"hoogte": 60, "breedte": 20}),
        ("keuze", {"opties": ["{{ naam }}", "nee"]}),
    ],
)
def test_what_fits_no_paper_is_refused(soort: str, spec: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        ANSWER.validate_python({"soort": soort, **spec})


@pytest.mark.parametrize(
    ("soort", "spec", "key", "formal"),
    [
        ("schaal", {"laag": "je rust", "laag_u": "uw rust", "hoog": "veel"}, "laag", "uw rust"),
        ("keuze", {"opties": ["Je", "b"], "opties_u": ["U", "b"]}, "opties", ("U", "b")),
        ("aankruisen", {"opties": ["Je", "b"], "opties_u": ["U", "b"]}, "opties", ("U", "b")),
        ("tabel", {"kolommen": ["Je dag"], "kolommen_u": ["Uw dag"]}, "kolommen", ("Uw dag",)),
        ("ladder", {"treden": ["Je", "b"], "treden_u": ["U", "b"]}, "treden", ("U", "b")),
        (
            "levenswiel",
            {"gebieden": ["Je", "b", "c"], "gebieden_u": ["U", "b", "c"]},
            "gebieden",
            ("U", "b", "c"),
        ),
        ("afspraak", {"tekst": "Je doet", "tekst_u": "U doet"}, "tekst", "U doet"),
        ("dagboek", {"kolommen": ["Je dag"], "kolommen_u": ["Uw dag"]}, "kolommen", ("Uw dag",)),
        ("sorteren", {"bakken": ["Je", "b"], "bakken_u": ["U", "b"]}, "bakken", ("U", "b")),
    ],
)
def test_a_kind_speaks_in_the_form_that_is_asked(
    soort: str, spec: dict[str, object], key: str, formal: object
) -> None:
    found = answer(soort, **spec)
    assert found.in_form(Form.FORMAL).spec()[key] == formal
    plain = found.in_form(Form.INFORMAL).spec()[key]
    assert plain == (tuple(spec[key]) if isinstance(spec[key], list) else spec[key])
    assert list(address_problems(found)) == []
    alone = {name: value for name, value in spec.items() if not name.endswith("_u")}
    assert [p.rule for p in address_problems(answer(soort, **alone))] == ["u-vorm-ontbreekt"]


@pytest.mark.parametrize(
    ("soort", "spec"),
    [
        ("als-dan", {"als": "wanneer doe je het?"}),
        ("balans", {"keuzes": ["Je verandert", "Niet"]}),
        ("sorteren", {"bakken": ["Nu", "Later"], "kies": "Dit kies je"}),
        ("cirkels", {"ringen": [{"titel": "Van jou"}, {"titel": "b"}, {"titel": "c"}]}),
    ],
)
def test_words_without_a_companion_may_not_say_je(soort: str, spec: dict[str, object]) -> None:
    [problem] = address_problems(answer(soort, **spec))
    assert problem.message.endswith("zegt je of jij, en staat ook op bladen met u")


@pytest.mark.parametrize("soort", WRITTEN)
def test_the_words_of_a_kind_itself_serve_both_forms(soort: str) -> None:
    required = {i.alias or n for n, i in KINDS[soort].model_fields.items() if i.is_required()}
    least = {key: value for key, value in WRITTEN[soort].items() if key in required}
    assert list(address_problems(ANSWER.validate_python({"soort": soort, **least}))) == []


def test_a_table_with_a_number_of_rows_numbers_them() -> None:
    fields = answer("tabel", kolommen=["Wat"], rijen=2).fields("v1")
    assert [field.label for field in fields] == ["rij 1, Wat", "rij 2, Wat"]


def test_the_heads_of_a_tables_rows_come_in_both_forms() -> None:
    table = answer("tabel", kolommen=["Wat"], rijen=["Je rust"], rijen_u=["Uw rust"])
    assert [field.label for field in table.in_form(Form.FORMAL).fields("v1")] == ["Uw rust, Wat"]


def test_a_ring_tells_what_belongs_in_it() -> None:
    assert answer("cirkels", ringen=[{"titel": "A", "uitleg": "b"}] * 3).fields("v1")[0].label == (
        "A: b"
    )


def test_the_parties_of_an_agreement_get_their_names() -> None:
    agreement = answer("afspraak", partijen=["client", "coach", "Bo"])
    assert agreement.for_people(PEOPLE).spec()["partijen"] == ("Sanne", "Noor", "Bo")
    assert agreement.spec()["partijen"] == ("client", "coach", "Bo")


def test_a_kind_without_fields_says_so() -> None:
    class Nothing(Answer):
        soort: str = "niets"

    with pytest.raises(NotImplementedError):
        Nothing().fields("v1")

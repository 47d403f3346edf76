"""Each rule on texts: its own examples, and the edges of its language."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coachkit.lint.question import check_question
from coachkit.lint.registry import RULES, explain_rule
from coachkit.lint.text_rules import TEXT_RULES


def rules(text: str) -> set[str]:
    return {problem.rule for problem in check_question(text)}


@pytest.mark.parametrize("rule", TEXT_RULES, ids=lambda rule: rule.id)
def test_a_rule_finds_its_bad_example_and_nothing_is_found_in_its_good_one(rule) -> None:
    assert rule.id in rules(rule.bad)
    assert rules(rule.good) <= {"aanname"}


def test_levels_are_those_of_the_method() -> None:
    levels = {
        level: {rule.id for rule in RULES.values() if rule.level == level}
        for level in ("error", "warning", "hint")
    }
    assert {"waarom", "meer-vragen", "lang", "moeten", "aanspreekvorm"} <= levels["error"]
    assert {"u-vorm-ontbreekt", "dubbelganger", "pijn-afronding"} <= levels["error"]
    assert {"gesloten", "ontkenning", "absoluut", "dubbel", "jargon"} <= levels["warning"]
    assert {"leesniveau", "geen-vraag", "opdracht", "u-vorm-verouderd"} <= levels["warning"]
    assert levels["hint"] == {"sturend", "advies", "aanname", "oordeel", "vaag"}


def test_an_explanation_has_all_that_is_known() -> None:
    told = explain_rule("als-dan-slot")
    assert told.startswith("als-dan-slot (fout)\n")
    assert "bron: Gollwitzer & Sheeran (2006)" in told
    with pytest.raises(KeyError):
        explain_rule("bestaat-niet")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wat wil je bereiken?", set()),
        ("Kun je vertellen wat er gebeurde?", set()),
        ("Wat doe je als iemand vraagt: 'Waarom drink je niet?'", set()),
        ("Wie ontmoet je op weg naar huis?", set()),
        ("Wat hoor je anderen over jou zeggen?", set()),
        ("Hoe hoort een ouder zich te gedragen?", {"moeten"}),
        ("Waar dient u zich aan te houden?", {"moeten"}),
        ("Is er een reden waarom het lukte?", {"gesloten"}),
        ("Schrijf op waarom je dit wilt.", {"opdracht", "waarom"}),
        ("Wat heb je altijd al willen doen?", set()),
        ("Hoe komt het dat iedereen dat zegt?", {"absoluut"}),
        ("Wat wil je niet alleen nu, maar ook straks?", set()),
        ("Wat maakt dat je cijfer niet lager is?", set()),
        ("Wat doe je liever niet?", {"ontkenning"}),
        ("Zou je niet eens gaan wandelen?", {"advies", "gesloten"}),
        ("Je wilt toch gezonder leven?", {"sturend", "gesloten"}),
        ("Wie of wat geeft je energie?", set()),
        ("Wat weet je al, maar zeg je zelden?", set()),
        ("Wat doe je als je stopt en even ademhaalt?", set()),
        ("Wat ga je doen en wanneer?", {"dubbel"}),
        ("Slaap je goed en eet je genoeg?", {"gesloten", "dubbel"}),
        ("Hoe zit je hoofd? En hoe zit je hart?", {"meer-vragen", "dubbel"}),
        ("Welke rommellade ruim je als eerste op?", set()),
        ("Wat is jouw copingmechanisme?", {"jargon"}),
        ("Teken je week. Wat valt je op?", set()),
        ("Rust is belangrijk.", {"geen-vraag"}),
        ("Wat vind je van uw plan?", {"aanspreekvorm"}),
        ("Wat wil hij bereiken?", {"aanspreekvorm"}),
        ("Wat zou je vriend zeggen als hij dit zag?", set()),
        ("", set()),
    ],
)
def test_the_language_decides(text: str, expected: set[str]) -> None:
    assert rules(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wie, wat of waar geeft je rust?", set()),
        ("Waar en wanneer lukt het?", {"dubbel"}),
        ("Hoe was het, en was je tevreden?", {"dubbel"}),
        ("Wat heb je gedaan en heb je geleerd?", set()),
        ("Je staat er niet alleen voor.", {"geen-vraag", "ontkenning"}),
        ("Wie wil er nu niet gelukkig zijn?", {"sturend"}),
        ("Had je niet beter kunnen bellen?", {"advies", "gesloten"}),
        ("Zou een cursus niet iets voor je zijn?", {"advies", "gesloten"}),
        ("Zou je diep van binnen niet liever alleen zijn?", {"sturend", "gesloten"}),
        ("Voel je je niet gezien?", {"ontkenning", "gesloten"}),
        ("Kun je niet slapen?", {"ontkenning", "gesloten"}),
        ("Hoe komt het dat niemand je ooit helpt?", {"absoluut", "ontkenning"}),
        ("Schrijf alles op wat in je opkomt.", {"opdracht"}),
        ("Hoe dienen ouders met hun kind om te gaan?", {"moeten"}),
        ("Welke life events hebben je gevormd?", {"jargon"}),
        ("Met wie kijk je naar deze film over Mary Poppins?", set()),
        ("Hoe valt je dagritme uit?", set()),
        ("Op welke gronden heeft u dit besluit genomen?", {"leesniveau"}),
        ("Welke gevolgen heeft dat voor je omgeving?", set()),
        ("Welke mogelijkheden zie je?", set()),
        ("Hoe doe je dat toch?", set()),
        ("Hoe lang wil je doorgaan met dat domme gedrag?", {"sturend", "oordeel"}),
    ],
)
def test_small_words_make_the_difference(text: str, expected: set[str]) -> None:
    assert rules(text) == expected


@pytest.mark.parametrize("slot", ["{{ naam }}", "{{ doel.te }}", "{{ keuze.ander }}"])
def test_a_slot_trips_no_rule(slot: str) -> None:
    assert rules(f"Wat helpt je om {slot}?") == set()


@pytest.mark.parametrize(("count", "found"), [(20, set()), (21, {"lang"})])
def test_a_sentence_has_twenty_words_at_most(count: int, found: set[str]) -> None:
    text = "Wat zie je " + " ".join(["hier"] * (count - 3)) + "?"
    assert rules(text) == found


@pytest.mark.parametrize(("count", "found"), [(30, set()), (31, {"lang"})])
def test_a_text_has_thirty_words_at_most(count: int, found: set[str]) -> None:
    first = "Je ziet " + " ".join(["hier"] * 13) + ". "
    text = first + "Wat zie je " + " ".join(["daar"] * (count - 18)) + "?"
    assert rules(text) == found


def test_of_a_text_of_a_megabyte_only_its_length_is_told() -> None:
    assert rules("waarom? " * 130_000) == {"lang"}


@pytest.mark.parametrize(
    ("text", "proposal"),
    [
        ("Waarom deed je dat?", "Wat maakte dat je dat deed?"),
        ("Waarom wil je stoppen met roken?", "Wat maakt dat je wilt stoppen met roken?"),
        ("Waarom belde je op?", "Wat maakte dat je opbelde?"),
        ("Waarom vindt u dat belangrijk?", "Wat maakt dat u dat belangrijk vindt?"),
        ("Waarom denk je dat het lukt?", "Wat maakt dat je denkt dat het lukt?"),
        ("Waarom doe je dat niet gewoon?", "Wat maakt dat je dat niet gewoon doet?"),
        ("Waarom is dat zo?", "Wat maakt dat ...?"),
        ("Waarom ben je zo moe?", "Wat maakt dat je zo moe bent?"),
        ("Waarom bent u gestopt met werken?", "Wat maakte dat u bent gestopt met werken?"),
        ("Waarom doe je dat en wat wil je?", "Wat maakt dat ...?"),
        ("Ben je tevreden met je week?", "Hoe tevreden ben je ...?"),
        ("Lukt het al?", "Hoe lukt het ...?"),
        ("Heb je hulp?", "Wat heb je ...?"),
        ("Is er iemand die helpt?", "Wie ...?"),
        ("Wat wil je en wat kun je?", "'Wat wil je?' of 'Wat kun je?'"),
        ("Wat moet je doen?", "'wil', 'kan' of 'gaat' in plaats van moet"),
    ],
)
def test_a_better_wording_is_proposed(text: str, proposal: str) -> None:
    assert any(proposal in problem.cure for problem in check_question(text))


def test_all_problems_have_a_message_and_a_cure() -> None:
    for rule in TEXT_RULES:
        for problem in check_question(rule.bad):
            assert problem.message
            assert problem.cure
            assert problem.level == RULES[problem.rule].level


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=120))
def test_no_text_breaks_a_rule(text: str) -> None:
    check_question(text)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(("je", "en", "wat", ",", "?", ":", "'", "“", "zou", "niet", "."))))
def test_no_order_of_words_and_marks_breaks_a_rule(parts: list[str]) -> None:
    check_question(" ".join(parts))

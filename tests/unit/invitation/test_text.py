"""The text of an invitation: in order, complete, and resting on facts alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coachkit.errors import InputError
from coachkit.invitation.days import training_days
from coachkit.invitation.facts import Facts, read_facts
from coachkit.invitation.text import BOUNDS, Invitation, write_invitation
from coachkit.language.dates import dutch_date
from coachkit.model import TextRecipe

MakeFacts = Callable[..., Facts]
EXAMPLES = sorted((Path(__file__).parents[2] / "data" / "feiten").glob("*.yaml"))
WORD = re.compile(r"[^\W_]+")


@pytest.fixture
def write(recipe: TextRecipe, today: date) -> Callable[[Facts], Invitation]:
    return lambda facts: write_invitation(facts, recipe, today)


Write = Callable[[Facts], Invitation]


def words(text: str) -> set[str]:
    return {word.lower() for word in WORD.findall(text)}


def known_words(facts: Facts, recipe: TextRecipe) -> set[str]:
    """Return every word that a text may hold: of the facts, their dates, and the recipe."""
    said = yaml.safe_dump(facts.model_dump(mode="json"), allow_unicode=True, width=10_000)
    days = [facts.closing_day, facts.free and facts.free.counted]
    dated = " ".join([training_days(facts.days), *(dutch_date(day) for day in days if day)])
    numbers = "twee drie vier acht tien plaats plaatsen"
    sentences = [s for p in recipe.paragraphs for s in p.sentences]
    bare = re.sub(r"{{.*?}}", "", " ".join(f"{s.text} {s.text_formal or ''}" for s in sentences))
    return words(" ".join([said, dated, numbers, bare]))


def test_there_are_six_examples() -> None:
    assert [path.stem for path in EXAMPLES] == [
        *("kort-1", "kort-2", "kort-3"),
        *("lang-1", "lang-2", "lang-3"),
    ]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_gives_a_text_without_hints_of_the_right_length(
    path: Path, write: Write
) -> None:
    facts, _ = read_facts(path)
    invitation = write(facts)
    assert invitation.remarks == ()
    low, high = BOUNDS[facts.length]
    assert low <= invitation.words <= high


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_keeps_the_order_and_tells_all_facts(path: Path, write: Write) -> None:
    facts, _ = read_facts(path)
    text = write(facts).plain
    parts = [
        facts.heading,
        facts.pain,
        facts.desire,
        facts.training,
        *facts.outcomes,
        facts.approach,
        facts.why_now,
        facts.audience,
        training_days(facts.days),
        facts.times,
        facts.place,
        facts.price,
        facts.questions,
        facts.sign_up,
    ]
    places = [text.find(part) for part in parts if part]
    assert -1 not in places
    assert places == sorted(places)
    assert facts.closing_day is None or f"Aanmelden tot en met {facts.closing_day.day} " in text


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_says_nothing_that_was_not_told(
    path: Path, write: Write, recipe: TextRecipe
) -> None:
    facts, _ = read_facts(path)
    assert words(write(facts).plain) <= known_words(facts, recipe)


SENTENCE = st.sampled_from(
    ["Je belt weer.", "Niemand neemt op, en dan", "Hoe zou dat zijn?", "# kop *dik*", "1. een"]
)
OPTIONAL: dict[str, st.SearchStrategy[Any]] = {
    "lengte": st.sampled_from(["kort", "lang"]),
    "kop": SENTENCE,
    "aanmelden_tot": st.just("2027-02-01"),
    "plaatsen": st.sampled_from([8, 10]),
    "nog_vrij": st.just({"aantal": 2, "geteld_op": "2027-01-08"}),
    "aanpak": SENTENCE,
    "trainer": SENTENCE,
    "iets_vragen": SENTENCE,
    "last": SENTENCE,
    "wens": SENTENCE,
}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=st.fixed_dictionaries({}, optional=OPTIONAL))
def test_whatever_is_told_nothing_else_is_said(
    changes: dict[str, Any], make_facts: MakeFacts, write: Write, recipe: TextRecipe
) -> None:
    facts = make_facts(**changes)
    invitation = write(facts)
    assert words(invitation.plain) <= known_words(facts, recipe)
    assert "{{" not in invitation.markdown
    assert not re.search(r" {2}|\n{3}| \n|\.\.|None", invitation.plain)
    for fact in (facts.times, facts.place, facts.price, facts.sign_up):
        assert fact in invitation.plain


def test_a_heading_taken_from_the_pain_stands_once(make_facts: MakeFacts, write: Write) -> None:
    text = write(make_facts()).markdown
    assert text.startswith("**Zondag weet je wat je gaat doen**\n\nVrijdag is de bladzijde nog")
    assert text.count("Zondag weet je") == 1


def test_without_a_heading_the_name_stands_there_with_a_hint(
    make_facts: MakeFacts, write: Write
) -> None:
    long = "Dit is een zin van veel meer dan acht gewone woorden."
    invitation = write(make_facts(last=long, wens=long))
    assert invitation.markdown.startswith("**Eén ding per week**\n")
    assert "geef zelf een 'kop'" in str(invitation.remarks[0])


def test_facts_stay_letters_in_markdown_and_are_bare_in_plain_text(
    make_facts: MakeFacts, write: Write
) -> None:
    hostile = "<script>alert(1)</script> **dik** [x](y)"
    invitation = write(make_facts(last=f"# kop. {hostile}", na_afloop=["- *a*", "1. b"]))
    assert "\\<script\\>alert(1)\\</script\\> \\*\\*dik\\*\\* \\[x\\](y)" in invitation.markdown
    assert "\n\\# kop" in invitation.markdown
    assert hostile in invitation.plain
    assert "\\" not in invitation.plain


def test_plain_text_has_no_asterisks_of_its_own(make_facts: MakeFacts, write: Write) -> None:
    invitation = write(make_facts())
    assert "*Eén ding per week*" in invitation.markdown
    assert "'Eén ding per week'" in invitation.plain
    assert "*" not in invitation.plain


def test_a_count_is_told_with_its_day(make_facts: MakeFacts, write: Write) -> None:
    free = {"geteld_op": "2027-01-09"}
    assert (
        "Geteld op 9 januari: nog vier plaatsen vrij."
        in write(make_facts(nog_vrij={"aantal": 4, **free})).plain
    )
    assert "nog één plaats vrij." in write(make_facts(nog_vrij={"aantal": 1, **free})).plain


def test_a_year_that_differs_is_told(make_facts: MakeFacts, write: Write) -> None:
    facts = make_facts(dagen=["2028-01-11"], aanmelden_tot="2027-12-20")
    assert "Aanmelden tot en met 20 december 2027: " in write(facts).plain


def test_the_source_of_the_reason_is_not_told(make_facts: MakeFacts, write: Write) -> None:
    facts = make_facts(waarom_nu="De zomer is rustig.", waarom_nu_bron="mijn agenda")
    assert "De zomer is rustig." in write(facts).plain
    assert "mijn agenda" not in write(facts).plain


def test_what_a_length_does_not_use_is_told(make_facts: MakeFacts, write: Write) -> None:
    [hint] = write(make_facts(aanpak="Je oefent met een acteur.")).remarks
    assert hint.message == "'aanpak' staat niet in een korte tekst"


def test_what_only_a_long_text_uses_does_not_stop_a_short_one(
    make_facts: MakeFacts, write: Write
) -> None:
    wrong = {"aanpak": "Op is op! U oefent.", "trainer": "Uit onderzoek blijkt: U leert."}
    hints = write(make_facts(**wrong)).remarks
    assert [hint.loc for hint in hints] == [("aanpak",), ("trainer",)]
    assert all("staat niet in een korte tekst" in hint.message for hint in hints)
    with pytest.raises(InputError) as error:
        write(make_facts(**wrong, lengte="lang"))
    assert {problem.loc for problem in error.value.problems} == {("aanpak",), ("trainer",)}


@pytest.mark.parametrize(("length", "said"), [("kort", "hoogstens 110"), ("lang", "150 tot 220")])
def test_a_text_of_another_length_gets_a_hint(
    make_facts: MakeFacts, write: Write, length: str, said: str
) -> None:
    much = " ".join(["Je belt weer."] * (40 if length == "kort" else 1))
    hints = [str(hint) for hint in write(make_facts(lengte=length, aanpak=much, last=much)).remarks]
    assert any(f"{length} is {said}" in hint for hint in hints)


def test_contradictions_and_refusals_are_told_at_once(make_facts: MakeFacts, write: Write) -> None:
    with pytest.raises(InputError) as error:
        write(make_facts(wens="Gegarandeerd rust.", dagen=["2027-01-01"], prijs="op aanvraag"))
    assert [p.rule for p in error.value.problems] == ["datum", "belofte", "prijs"]


@pytest.mark.parametrize("fact", ["dagen", "tijd", "plaats", "prijs", "aanmelden"])
def test_a_recipe_that_hides_what_a_reader_must_know_is_refused(
    make_facts: MakeFacts, recipe: TextRecipe, today: date, fact: str
) -> None:
    data = recipe.model_dump(by_alias=True, mode="json", exclude_none=True)
    for paragraph in data["alineas"]:
        for sentence in paragraph["zinnen"]:
            sentence["tekst"] = re.sub(rf"{{{{ {fact} }}}}", "later", sentence["tekst"])
    hiding = TextRecipe.model_validate(data)
    with pytest.raises(InputError, match=f"noemt niet: {fact}"):
        write_invitation(make_facts(), hiding, today)

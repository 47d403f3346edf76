"""A client's goal stands in a sentence, or the coach is asked."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import coachkit
from coachkit.language.goal import GoalForms, goal_forms
from coachkit.vocabulary import Form

DATA = Path(__file__).parents[2] / "data"


def rows(name: str) -> list[list[str]]:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def test_the_example() -> None:
    assert goal_forms("mijn huis opruimen", form="je") == GoalForms(
        te="je huis op te ruimen",
        nominal="je huis opruimen",
        quoted='"mijn huis opruimen"',
        status="auto",
        condition="je je huis opruimt",
    )
    assert coachkit.goal_forms is goal_forms


@pytest.mark.parametrize("row", rows("doelen.tsv"), ids=lambda row: row[0][:50])
def test_goals_as_clients_say_them(row: list[str]) -> None:
    goal, te, te_formal, nominal_formal = row
    informal, formal = goal_forms(goal, Form.INFORMAL), goal_forms(goal, Form.FORMAL)
    assert (informal.te, formal.te, formal.nominal) == (te, te_formal, nominal_formal)
    assert informal.why == formal.why == ""


@pytest.mark.parametrize("row", rows("doelen-vragen.txt"), ids=lambda row: row[0][:50])
def test_what_is_not_certain_is_asked(row: list[str]) -> None:
    forms = goal_forms(row[0])
    assert (forms.status, forms.te, forms.nominal, forms.condition) == ("ask", None, None, None)
    assert forms.why


@pytest.mark.parametrize(
    ("goal", "said"),
    [
        ("mijn huis opruimen", "u uw huis opruimt"),
        ("eerlijk zijn", "u eerlijk bent"),
        ("beter kunnen slapen", "u beter kunt slapen"),
        ("me beter voelen", "u zich beter voelt"),
        ("gezonder eten en meer bewegen", "u gezonder eet en meer beweegt"),
        ("hulp durven vragen", None),
    ],
)
def test_the_goal_as_a_condition(goal: str, said: str | None) -> None:
    assert goal_forms(goal, "u").condition == said


@pytest.mark.parametrize(
    ("goal", "te"),
    [
        ("een burn-out voorkomen", "een burn-out te voorkomen"),
        ("ruimte overhouden", "ruimte over te houden"),
        ("mijn telefoon klaarzetten", "je telefoon klaar te zetten"),
        ("de knoop doorbreken", "de knoop te doorbreken"),
        ("me erbij neerleggen", "je erbij neer te leggen"),
    ],
)
def test_look_alikes_and_verbs_that_no_list_has(goal: str, te: str) -> None:
    assert goal_forms(goal).te == te


@pytest.mark.parametrize(
    "goal",
    ["dood zijn", "er niet meer zijn", "mezelf pijn doen", "een einde maken aan mijn leven"],
)
def test_a_goal_that_may_mean_danger_is_never_put_in_a_sentence(goal: str) -> None:
    forms = goal_forms(goal)
    assert forms.status == "ask"
    assert "lees dit doel eerst zelf" in forms.why


def test_the_quote_keeps_the_words_of_the_client() -> None:
    assert goal_forms(" Meer  Bewegen. ").quoted == '"Meer Bewegen"'
    assert goal_forms("meer \U0001f600").quoted == '"meer \U0001f600"'


def test_a_form_of_address_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="jullie"):
        goal_forms("meer bewegen", "jullie")


@pytest.mark.parametrize(
    "goal",
    ["", " ", "\n", "a" * 20_000, "mijn huis opruimen " * 1000, "en " * 6000, "\x00\x1f", "\ud800",
     "((((", '"', "'", "te te te", "om", "om te", "en", ",", "en slapen en", "te", "wil", "ik wil",
     "{{ naam }}", "<b>slapen</b>", "$(reboot)", "\u202eslapen", "slapen " * 30],
    ids=lambda goal: repr(goal[:20]),
)  # fmt: skip
def test_absurd_goals_are_asked(goal: str) -> None:
    assert goal_forms(goal).status == "ask" or goal == "\u202eslapen"


WORDS = st.sampled_from(
    [
        "mijn",
        "me",
        "mij",
        "te",
        "om",
        "en",
        "of",
        ",",
        ".",
        "?",
        "de",
        "een",
        "het",
        "opruimen",
        "slapen",
        "grenzen",
        "leren",
        "durven",
        "zijn",
        "van",
        "die",
        "wat",
        "dat",
        "dan",
        "als",
        "niet",
        "'s",
        "in",
        "er",
        "over",
        "aan",
        "zonder",
        "met",
        "stoppen",
        "ik",
        "wil",
        "graag",
        "\x00",
        "-",
        "10",
    ]
)


@given(st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=9).map(" ".join)))
def test_no_goal_is_too_odd(goal: str) -> None:
    informal, formal = goal_forms(goal, "je"), goal_forms(goal, "u")
    assert informal.status == formal.status
    for forms in (informal, formal):
        assert (forms.te is None) == (forms.nominal is None) == (forms.status == "ask")
        assert bool(forms.why) == (forms.status == "ask")
        said = f"{forms.te} {forms.nominal}".split()
        assert not {"mijn", "me", "mij", "mezelf", "ik"} & set(said)

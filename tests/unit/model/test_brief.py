"""A brief: what a coach knows of a client."""

from __future__ import annotations

import pickle
from datetime import date

import pytest

from coachkit.errors import InputError
from coachkit.model import Brief
from coachkit.model.brief import MAX_CLIENT_TEXT, brief_keys
from coachkit.vocabulary import Form, Phase, Situation, World


def test_only_the_name_is_required() -> None:
    brief = Brief(name="Sanne")
    assert brief.name == "Sanne"
    assert brief.form is brief.goal is brief.situation is brief.phase is brief.minutes is None
    assert brief.worlds == ()


def test_dutch_keys_and_english_names_mean_the_same() -> None:
    dutch = Brief(
        naam="Sanne",
        kenmerk="S1",
        aanspreekvorm="u",
        doel="meer bewegen",
        doel_te="meer te bewegen",
        doel_nominaal="meer bewegen",
        situatie="doel-te-groot",
        fase="beslissing",
        leefwereld=["werk"],
        minuten=20,
        coach="Noor",
        datum="2026-11-22",
    )
    assert dutch == Brief(
        name="Sanne",
        mark="S1",
        form=Form.FORMAL,
        goal="meer bewegen",
        goal_te="meer te bewegen",
        goal_nominal="meer bewegen",
        situation=Situation.GOAL_TOO_BIG,
        phase=Phase.DECISION,
        worlds=(World.WORK,),
        minutes=20,
        coach="Noor",
        day=date(2026, 11, 22),
    )


def test_the_keys_of_a_brief_are_dutch() -> None:
    assert brief_keys()[:4] == ["naam", "kenmerk", "aanspreekvorm", "doel"]


@pytest.mark.parametrize(
    "name",
    ["#let x", "$x$", "\\", '"', "{{ 7*7 }}", "<script>", "\x07", "🙂", "سارة", "x" * 10_000],
)
def test_a_client_may_be_called_anything(name: str) -> None:
    assert Brief(name=name).name == name


def test_what_a_client_said_becomes_one_line() -> None:
    assert Brief(name="  Sanne \r\n\t de  Wit ").name == "Sanne de Wit"


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({}, "'naam' ontbreekt; voeg naam: toe"),
        ({"naam": ""}, "'naam' is leeg; vul het in"),
        ({"naam": " \n "}, "'naam' is leeg; vul het in"),
        ({"naam": None}, "'naam' is leeg; vul het in of haal de regel weg"),
        ({"naam": 3}, "'naam' wordt gelezen als getal (3), niet als tekst"),
        ({"naam": "x" * (MAX_CLIENT_TEXT + 1)}, "'naam' is te lang; hooguit 20000 tekens"),
        ({"naam": "S", "situatie": "lui"}, "'situatie' kan geen 'lui' zijn; kies uit: waan-van"),
        ({"naam": "S", "fase": "aktie"}, "'fase' kan geen 'aktie' zijn; bedoel je 'actie'?"),
        ({"naam": "S", "aanspreekvorm": "jij"}, "'aanspreekvorm' kan geen 'jij' zijn"),
        ({"naam": "S", "leefwereld": ["tuin"]}, "'leefwereld' kan geen 'tuin' zijn; kies uit"),
        ({"naam": "S", "minuten": 0}, "'minuten' is te klein; neem minstens 1"),
        ({"naam": "S", "minuten": 241}, "'minuten' is te groot; neem hooguit 240"),
        ({"naam": "S", "datum": "morgen"}, "'datum' moet een datum zijn, niet 'morgen'"),
        ({"naam": "S", "situatei": "x"}, "de sleutel 'situatei' is onbekend; bedoel je 'situatie"),
        ({"naam": "S", "self": "x"}, "de sleutel 'self' is onbekend"),
    ],
)
def test_what_is_not_allowed_is_told_in_dutch(given: dict[str, object], told: str) -> None:
    with pytest.raises(InputError) as caught:
        Brief(**given)
    assert str(caught.value).startswith(told)


def test_all_mistakes_are_told_at_once() -> None:
    with pytest.raises(InputError) as caught:
        Brief(minuten=0, fase="x", situatie="y")
    assert len(caught.value.problems) == 4


def test_the_words_that_are_allowed_are_all_named() -> None:
    with pytest.raises(InputError) as caught:
        Brief(name="S", situatie="x", fase="y")
    assert all(str(word) in str(caught.value) for word in (*Situation, *Phase))


def test_a_brief_cannot_be_changed_and_survives_pickling(brief: Brief) -> None:
    with pytest.raises(ValueError, match="frozen"):
        brief.name = "Bo"  # type: ignore[misc]
    assert pickle.loads(pickle.dumps(brief)) == brief

"""The form of a client: what is typed stays, what is wrong is told at its field."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coachkit.desk.client import KEYS, ClientForm
from coachkit.vocabulary import Form

DAY = date(2026, 11, 28)


def test_an_empty_form_is_no_mistake() -> None:
    form = ClientForm()
    assert form.is_empty
    assert form.brief(DAY) is None
    assert form.messages == {}


def test_a_name_is_enough() -> None:
    form = ClientForm({"naam": " Sanne ", "minuten": "  "})
    brief = form.brief(DAY)
    assert brief is not None
    assert (brief.name, brief.minutes, brief.day) == ("Sanne", None, DAY)


def test_all_fields_reach_the_brief() -> None:
    form = ClientForm(
        {
            "naam": "Sanne",
            "kenmerk": "2",
            "aanspreekvorm": "u",
            "doel": "meer bewegen",
            "fase": "actie",
            "situatie": "durft-niet",
            "leefwereld": ["werk", "geld"],
            "minuten": "20",
        }
    )
    brief = form.brief(DAY)
    assert brief is not None
    assert (brief.mark, brief.form, brief.phase, brief.minutes) == ("2", "u", "actie", 20)
    assert brief.worlds == ("werk", "geld")


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("minuten", "veel"),
        ("minuten", "0"),
        ("minuten", "9" * 50),
        ("fase", "onzin"),
        ("leefwereld", ["onzin"]),
        ("doel", "x" * 1001),
    ],
)
def test_what_is_wrong_is_told_at_its_field_and_kept(key: str, value: object) -> None:
    form = ClientForm({"naam": "Sanne", key: value})
    assert form.brief(DAY) is None
    assert list(form.messages) == [key]
    assert form.values[key] == value
    form.tell(key, "" if isinstance(value, str) else [])
    assert form.brief(DAY) is not None
    assert form.messages == {}


@settings(deadline=None)
@given(
    st.dictionaries(
        st.sampled_from([*KEYS, "datum", "x"]),
        st.text() | st.none() | st.integers() | st.lists(st.text()),
    )
)
def test_nothing_that_is_typed_raises(values: dict[str, object]) -> None:
    form = ClientForm(values)
    brief = form.brief(DAY)
    assert brief is None or brief.name
    form.goal_echo(Form.INFORMAL)


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"doel": "meer bewegen"}, "Wat helpt je om meer te bewegen?"),
        ({"doel": "meer bewegen", "aanspreekvorm": "u"}, "Wat helpt u om meer te bewegen?"),
        ({"doel": "qwrtzx"}, 'Je wilt "qwrtzx".'),
        ({"doel": "qwrtzx", "doel_te": "te qwrtzen"}, "Wat helpt je om te qwrtzen?"),
        ({"doel": "qwrtzx!"}, 'Je wilt "qwrtzx!"'),
        ({"doel": "qwrtzx", "doel_te": "te qwrtzen?"}, "Wat helpt je om te qwrtzen?"),
        ({"doel": "qwrtzx", "doel_te": "Om te qwrtzen"}, "Wat helpt je om te qwrtzen?"),
        ({"doel": " "}, ""),
    ],
)
def test_the_goal_is_said_back(values: dict[str, str], sentence: str) -> None:
    echo = ClientForm(values).goal_echo(Form.INFORMAL)
    assert echo.sentence == sentence
    assert bool(echo.why) == sentence.startswith("Je wilt")

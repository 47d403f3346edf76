"""Slots: known names and nothing else, and what is filled in stays data."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from coachkit.slots import SLOTS, SlotText, Text, fill, slots_in

TEXT = TypeAdapter(Text)
SLOT_TEXT = TypeAdapter(SlotText)
ALL_VALUES = {slot: f"<{slot}>" for slot in SLOTS}


@pytest.mark.parametrize("slot", SLOTS)
def test_every_known_slot_is_found_and_filled(slot: str) -> None:
    text = f"Wat wil je, {{{{ {slot} }}}}?"
    assert slots_in(text) == {slot}
    assert fill(text, {slot: "Sanne"}) == "Wat wil je, Sanne?"


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("Wat nu?", set()),
        ("", set()),
        ("Een { los haakje }", set()),
        ("100 %} en #}", set()),
        ("{{naam}}{{ coach }}", {"naam", "coach"}),
        ("{{ naam }} en {{ naam }}", {"naam"}),
        ("{{- doel.te -}}", {"doel.te"}),
    ],
)
def test_the_slots_of_a_text_are_told(text: str, slots: set[str]) -> None:
    assert slots_in(text) == slots


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("{{ nam }}", "{{ nam }} is geen bekende invulplek"),
        ("{{ doel }}", "{{ doel }} is geen bekende invulplek"),
        ("{{ naam.__class__ }}", "{{ naam.__class__ }} is geen bekende invulplek"),
        ("{{ self }}", "{{ self }} is geen bekende invulplek"),
        ("{{ doel.te.upper }}", "deze uitdrukking is geen bekende invulplek"),
        ("{{ doel['te'] }}", "deze uitdrukking is geen bekende invulplek"),
        ("{{ naam | upper }}", "deze uitdrukking is geen bekende invulplek"),
        ("{{ naam() }}", "deze uitdrukking is geen bekende invulplek"),
        ("{{ naam if coach }}", "deze uitdrukking is geen bekende invulplek"),
        ("{{ naam, coach }}", "deze uitdrukking is geen bekende invulplek"),
        ("{{ 7*7 }}", "deze uitdrukking is geen bekende invulplek"),
        ("{{ 'naam' }}", "deze uitdrukking is geen bekende invulplek"),
        ("{{ none }}", "deze uitdrukking is geen bekende invulplek"),
        ("{% for a in naam %}x{% endfor %}", "{% en {# kunnen hier niet"),
        ("{% raw %}{{ x }}{% endraw %}", "{% en {# kunnen hier niet"),
        ("{% raw %}", "{% en {# kunnen hier niet"),
        ("{% include 'x' %}", "{% en {# kunnen hier niet"),
        ("{%- if naam -%}x{% endif %}", "{% en {# kunnen hier niet"),
        ("{# stil #}", "{% en {# kunnen hier niet"),
        ("open {#", "{% en {# kunnen hier niet"),
        ("{{ naam", "er mist iets bij de haakjes {{ }}; bekend zijn: "),
        ("{{ }}", "er mist iets bij de haakjes {{ }}; bekend zijn: "),
        ("naam }}", "}} staat er zonder het andere deel"),
        ("{{ naam }} en }}", "}} staat er zonder het andere deel"),
    ],
)
def test_what_is_no_known_slot_is_refused_with_a_cure(text: str, shown: str) -> None:
    with pytest.raises(ValueError, match="; ") as caught:
        slots_in(text)
    assert str(caught.value).startswith(shown)


@pytest.mark.parametrize(("opening", "closing"), [("(", ")"), ("[", "]"), ("-", "")])
def test_an_endless_knot_of_brackets_is_refused(opening: str, closing: str) -> None:
    with pytest.raises(ValueError, match="te ingewikkeld; bekend zijn: naam"):
        slots_in("{{ " + opening * 990 + "naam" + closing * 990 + " }}")


def test_the_cure_names_every_slot() -> None:
    with pytest.raises(ValueError, match="bekend zijn") as caught:
        slots_in("{{ x }}")
    assert all(slot in str(caught.value) for slot in SLOTS)


def test_a_slot_without_a_value_is_never_filled_with_nothing() -> None:
    with pytest.raises(Exception, match="undefined"):
        fill("Dag {{ naam }}", {})


def test_a_text_without_slots_is_returned_as_it_is() -> None:
    assert fill("100 %} en {# zo #}\r\n", {}) == "100 %} en {# zo #}\r\n"


@pytest.mark.parametrize("value", ["{{ 7*7 }}", "{% for %}", "<script>", "#let x", "\\", "}}"])
def test_what_is_filled_in_is_never_parsed_again(value: str) -> None:
    assert fill("Dag {{ naam }}.", {"naam": value}) == f"Dag {value}."


@pytest.mark.parametrize(
    ("words", "filled"),
    [
        ("meer rust", "Je schreef: meer rust. Wat nu?"),
        ("meer rust.", "Je schreef: meer rust. Wat nu?"),
        ("Tegen rust. En tegen mijn zus!", "Je schreef: Tegen rust. En tegen mijn zus! Wat nu?"),
        ("nooit?", "Je schreef: nooit? Wat nu?"),
        ("niet...", "Je schreef: niet... Wat nu?"),
        ("niet…", "Je schreef: niet… Wat nu?"),
        ("zei hij: 'stop!'", "Je schreef: zei hij: 'stop!' Wat nu?"),
        ("een zus (met kind)", "Je schreef: een zus (met kind). Wat nu?"),
    ],
)
def test_a_sentence_that_a_client_ends_gets_no_second_end(words: str, filled: str) -> None:
    text = "Je schreef: {{ vorige.antwoord }}. Wat nu?"
    assert fill(text, {"vorige.antwoord": words}) == filled


@pytest.mark.parametrize(
    ("text", "words", "filled"),
    [
        ('Je koos: "{{ naam }}". Wat nu?', "Ik bel!", 'Je koos: "Ik bel!" Wat nu?'),
        ("Wat helpt je om {{ naam }}?", "rust te vinden.", "Wat helpt je om rust te vinden.?"),
        ("Wat helpt je om {{ naam }}?", "te rusten?", "Wat helpt je om te rusten?"),
        ("Hoe is het, {{ naam }}?", "Jan B.", "Hoe is het, Jan B.?"),
        ("Hoe is het, {{ naam }}, nu?", "Jan B.", "Hoe is het, Jan B., nu?"),
        ("{{ naam }}...", "Rust", "Rust..."),
        ("Dag {{ naam }}", "Jan!", "Dag Jan!"),
        ("{{ naam }}{{ coach }}.", "Zo.", "Zo.Zo."),
    ],
)
def test_one_end_is_left_wherever_a_slot_stands(text: str, words: str, filled: str) -> None:
    assert fill(text, {"naam": words, "coach": words}) == filled


@settings(max_examples=120, deadline=None)
@given(st.text())
def test_any_words_of_a_client_come_out_as_they_went_in(value: str) -> None:
    values = {"naam": value, "doel.te": value}
    assert fill("{{ naam }}|{{ doel.te }}", values) == f"{value}|{value}"


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["{{", "}}", "{%", "%}", "{#", "#}", " ", "naam", "doel", ".", "te", "raw", "(", "|"]
        )
        | st.text(max_size=3)
    ).map("".join)
)
def test_any_text_is_refused_or_can_be_filled(text: str) -> None:
    try:
        found = slots_in(text)
    except ValueError:
        return
    assert found <= set(SLOTS)
    filled = fill(text, ALL_VALUES)
    assert all(f"<{slot}>" in filled for slot in found)


# The texts of a trainer


def test_a_slot_text_is_stripped_and_may_hold_slots() -> None:
    assert SLOT_TEXT.validate_python("  Dag {{ naam }} ") == "Dag {{ naam }}"


@pytest.mark.parametrize("text", ["", "   ", "x" * 2001])
@pytest.mark.parametrize("kind", [TEXT, SLOT_TEXT])
def test_a_text_is_not_empty_and_not_endless(kind: TypeAdapter[str], text: str) -> None:
    with pytest.raises(ValidationError):
        kind.validate_python(text)


@pytest.mark.parametrize("mark", ["{{", "}}", "{%", "%}", "{#", "#}"])
def test_a_text_without_slots_refuses_their_marks(mark: str) -> None:
    with pytest.raises(ValidationError, match="hier kan geen invulplek staan"):
        TEXT.validate_python(f"Kies {mark} een")


def test_a_plain_text_is_taken_as_it_is() -> None:
    assert TEXT.validate_python(" Ik verander iets ") == "Ik verander iets"

"""Verbs: infinitives, where they split, and how they are spelled after *je*."""

from __future__ import annotations

import pytest

from coachkit.language.tables import is_word, pack, splits_in_two, unpack
from coachkit.language.verbs import (
    find_verb,
    is_infinitive,
    split,
    verb_of_stem,
    verb_of_you,
)


@pytest.mark.parametrize(
    ("verb", "stem", "you"),
    [
        ("lopen", "loop", "loopt"),
        ("zetten", "zet", "zet"),
        ("leven", "leef", "leeft"),
        ("reizen", "reis", "reist"),
        ("vinden", "vind", "vindt"),
        ("wandelen", "wandel", "wandelt"),
        ("reageren", "reageer", "reageert"),
        ("evalueren", "evalueer", "evalueert"),
        ("creëren", "creëer", "creëert"),
        ("groeien", "groei", "groeit"),
        ("duwen", "duw", "duwt"),
        ("gaan", "ga", "gaat"),
        ("staan", "sta", "staat"),
        ("zien", "zie", "ziet"),
        ("doen", "doe", "doet"),
        ("zijn", "ben", "bent"),
        ("hebben", "heb", "hebt"),
        ("kunnen", "kan", "kunt"),
        ("willen", "wil", "wilt"),
        ("zullen", "zal", "zult"),
        ("mogen", "mag", "mag"),
        ("komen", "kom", "komt"),
        ("skiën", "ski", "skiet"),
        ("gamen", "game", "gamet"),
        ("opruimen", "opruim", "opruimt"),
        ("aankunnen", "aankan", "aankunt"),
        ("bestaan", "besta", "bestaat"),
        ("opeten", "opeet", "opeet"),
    ],
)
def test_the_present_tense(verb: str, stem: str, you: str) -> None:
    found = find_verb(verb)
    assert found is not None
    assert (found.stem, found.you) == (stem, you)


@pytest.mark.parametrize(
    ("verb", "parts"),
    [
        ("opruimen", ("op", "ruimen")),
        ("voorbereiden", ("voor", "bereiden")),
        ("opeisen", ("op", "eisen")),
        ("afzonderen", ("af", "zonderen")),
        ("hardlopen", ("hard", "lopen")),
        ("teleurstellen", ("teleur", "stellen")),
        ("doorverwijzen", ("door", "verwijzen")),
        ("terugappen", ("terug", "appen")),
        *(
            (verb, None)
            for verb in ["voorkomen", "overwegen", "ondernemen", "overleggen", "aanvaarden"]
        ),
        *(
            (verb, None)
            for verb in ["doorbreken", "uiten", "wegen", "volgen", "investeren", "stofzuigen"]
        ),
        *(
            (verb, None)
            for verb in ["overbelasten", "omarmen", "weerstaan", "inspireren", "bijten"]
        ),
    ],
)
def test_where_a_verb_splits(verb: str, parts: tuple[str, str] | None) -> None:
    assert is_infinitive(verb)
    assert split(verb) == parts


def test_a_verb_with_two_meanings_is_not_sure() -> None:
    verb = find_verb("overwerken")
    assert verb is not None
    assert not verb.sure
    assert split("overwerken") is None


@pytest.mark.parametrize(
    "word",
    [
        "tafel",
        "huis",
        "boven",
        "gegaan",
        "medelijden",
        "landden",
        "praatten",
        "kasten",
        "verdien",
        "",
    ],
)
def test_other_words_are_no_infinitives(word: str) -> None:
    assert not is_infinitive(word)


def test_a_form_leads_back_to_its_verb() -> None:
    forms = [("loop", "lopen"), ("kan", "kunnen"), ("opruim", "opruimen"), ("ben", "zijn")]
    for stem, verb in forms:
        found = verb_of_stem(stem)
        assert found is not None
        assert found.infinitive == verb
    found = verb_of_you("wilt")
    assert found is not None
    assert found.infinitive == "willen"
    assert verb_of_stem("huisje") is verb_of_you("huisje") is None


@pytest.mark.parametrize(
    ("word", "known"),
    [("huis", True), ("huiswerk", True), ("mogelijkheden", True), ("burn-out", True),
     ("verantwoordelijkheden", True), ("huiss", False), ("bewegn", False), ("mehr", False)],
)  # fmt: skip
def test_words_are_known_and_typing_errors_are_not(word: str, known: bool) -> None:
    assert is_word(word) is known


def test_packed_words_come_back() -> None:
    words = [
        "a",
        "aan",
        "aanval",
        "b",
        "werkgeversverenigingsvergadering",
        "werkgeversverenigingsx",
    ]
    assert list(unpack(pack(words))) == words


def test_a_compound_is_two_words_with_an_s_at_most() -> None:
    words = {"werk", "druk", "stuk"}
    assert splits_in_two("werkdruk", words)
    assert splits_in_two("werksdruk", words)
    assert not splits_in_two("werkxdruk", words)

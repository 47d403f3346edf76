"""Taking a Dutch text apart."""

from __future__ import annotations

import pytest

from coachkit.language.sentence import plain, sentences, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('Wat zeg je op: "Waarom niet?"', "Wat zeg je op: citaat?"),
        ("Wat doe je bij ‘ik moet dit’, denk je?", "Wat doe je bij citaat, denk je?"),
        ("Je schreef: 'Het lukt niet.' Wat helpt?", "Je schreef: citaat. Wat helpt?"),
        ("Hoe gaat het 's avonds met je auto's?", "Hoe gaat het 's avonds met je auto's?"),
        ("Wat helpt je om {{ doel.te }}?", "Wat helpt je om te wandelen?"),
        ("{{ naam }}, wat wil je?", "Naam, wat wil je?"),
        ("Je doel is {{ doel.citaat }}. Wat nu?", "Je doel is citaat. Wat nu?"),
        ("Wat zou {{keuze.ander}} zeggen?", "Wat zou vriend zeggen?"),
        ("Wat  wil\nje?", "Wat wil je?"),
    ],
)
def test_quotes_and_slots_become_plain_words(text: str, expected: str) -> None:
    assert plain(text) == expected


def test_sentences_keep_their_end_mark() -> None:
    found = sentences("Stel, het lukt. Wat doe je dan?? Mooi!")
    assert [(s.text, s.mark) for s in found] == [
        ("Stel, het lukt", "."),
        ("Wat doe je dan", "??"),
        ("Mooi", "!"),
    ]
    assert [s.asks for s in found] == [False, True, False]


def test_the_dot_of_a_number_in_a_list_ends_no_sentence() -> None:
    assert len(sentences("Noem twee dingen: 1. wat lukt, 2. wat beter kan.")) == 1
    assert len(sentences("Je gaf een 6. Wat maakt dat?")) == 2


@pytest.mark.parametrize("text", ["", "   ", "?!", "..."])
def test_a_text_without_words_has_no_sentences(text: str) -> None:
    assert sentences(text) == ()


def test_segments_are_split_at_commas_and_colons() -> None:
    (sentence,) = sentences("Vertel eens: wat ging er goed, denk je?")
    assert sentence.segments == (
        ("vertel", "eens"),
        ("wat", "ging", "er", "goed"),
        ("denk", "je"),
    )


def test_a_word_keeps_its_hyphen_and_apostrophe() -> None:
    assert words("Je auto's en zelf-vertrouwen, hè?") == [
        *("Je", "auto's", "en", "zelf-vertrouwen", "hè"),
    ]

"""What a Dutch sentence does."""

from __future__ import annotations

import pytest

from coachkit.language.clause import Kind, kind_of
from coachkit.language.sentence import plain, sentences


def kinds(text: str) -> list[Kind]:
    return [kind_of(sentence) for sentence in sentences(plain(text))]


@pytest.mark.parametrize(
    "text",
    [
        "Wat wil je?",
        "En met wie dan?",
        "Bij welk soort verhaal luister je graag?",
        "Op grond waarvan koos je dit?",
        "Als het lukt, wat doe je dan?",
        "Wanneer je moe bent, wat helpt dan?",
        "Sanne, waar heb je zin in?",
        "Vertel eens: wat ging er goed?",
        "Kun je vertellen wat er gebeurde?",
        "Kunt u een voorbeeld geven?",
        "Zo ja, wie?",
        "En dan?",
        "En als het misgaat?",
        "Mocht het misgaan, wat doe je dan?",
        "Kijk je terug, waar ben je dan blij om?",
        "Wat wil je graag vertellen",
    ],
)
def test_a_question_word_before_the_verb_makes_a_question_open(text: str) -> None:
    assert kinds(text) == [Kind.OPEN]


@pytest.mark.parametrize(
    "text",
    [
        "Heb je zin?",
        "Maar wil je dat ook?",
        "Thuis ook?",
        "Je hebt er zin in?",
        "Als je eraan denkt, word je dan moe?",
        "Wanneer je moe bent, ga je dan liggen?",
        "Ben je tevreden, en zo ja, waarover?",
        "Ga je sporten en zo ja, wanneer?",
        "Is er een reden waarom het lukte?",
        "Mag ik iets vragen?",
        "Wat denk je, gaat het lukken?",
        "Komt je broer ook",
        "Zou je dat aan je moeder durven vertellen?",
        "Heb je goed geslapen",
    ],
)
def test_without_one_a_question_is_closed(text: str) -> None:
    assert kinds(text) == [Kind.CLOSED]


@pytest.mark.parametrize(
    "text",
    [
        "Teken hoe je week eruitzag.",
        "Schrijft u drie dingen op.",
        "Als je klaar bent, leg het blad dan weg.",
        "Vul aan: ik ben op mijn best als ...",
        "Verzin een titel voor je week.",
        "Neem vijf minuten de tijd en schrijf op wat je ziet.",
    ],
)
def test_a_stem_in_front_tells_to_do_something(text: str) -> None:
    assert kinds(text) == [Kind.INSTRUCTION]


@pytest.mark.parametrize(
    "text",
    [
        "Je bent op de goede weg.",
        "Rust is net zo belangrijk als werk.",
        "Werk en rust wisselen elkaar af.",
        "Wat je hier schrijft, is van jou.",
        "Mooi dat je dit probeert!",
        "Wat een dag!",
        "Wat fijn dat je er bent.",
        "Wat een mooi verhaal.",
        "Dank je wel.",
        "Rust roest.",
        "Hoe meer je oefent, hoe beter het gaat.",
        "Wat vandaag lukt, lukt morgen ook.",
        "Wie niet waagt, die niet wint.",
        "Hoe dan ook, je bent er.",
        "Hoe moeilijk het ook is, je bent begonnen.",
    ],
)
def test_the_rest_states(text: str) -> None:
    assert kinds(text) == [Kind.STATEMENT]

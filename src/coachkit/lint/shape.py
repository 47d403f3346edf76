"""Rules about the shape of a question: open, one at a time, short, and a question at all."""

from __future__ import annotations

from coachkit.language.clause import Kind
from coachkit.language.sentence import sentences, words
from coachkit.lint.reading import Reading
from coachkit.lint.reword import open_question
from coachkit.lint.rule import Finding

MAX_SENTENCE = 20
MAX_WORDS = 30


def closed(reading: Reading) -> Finding | None:
    """Find a question that yes or no can answer."""
    if not reading.closed:
        return None
    return Finding("hierop kan iemand ja of nee zeggen", open_question(reading.closed[0]))


def several_marks(reading: Reading) -> Finding | None:
    """Find more than one question mark."""
    count = reading.plain.count("?")
    if count < 2:
        return None
    return Finding(f"er staan {count} vraagtekens", "stel één vraag, met één vraagteken")


def long(reading: Reading) -> Finding | None:
    """Find a sentence, or a text, with too many words."""
    longest = max((len(words(s.text)) for s in sentences(reading.said)), default=0)
    count = len(words(reading.said))
    if longest > MAX_SENTENCE:
        message = f"een zin van {longest} woorden"
    elif count > MAX_WORDS:
        message = f"{count} woorden bij elkaar"
    else:
        return None
    limits = f"hooguit {MAX_SENTENCE} woorden in een zin en {MAX_WORDS} in alles"
    return Finding(message, f"maak het korter: {limits}")


def no_question(reading: Reading) -> Finding | None:
    """Find a text that asks nothing and tells to do nothing."""
    if reading.questions or Kind.INSTRUCTION in reading.kinds or not reading.sentences:
        return None
    return Finding("hier wordt niets gevraagd", "maak er een vraag van, met een vraagteken")


def instruction(reading: Reading) -> Finding | None:
    """Find a text that only tells to do something."""
    if reading.questions or Kind.INSTRUCTION not in reading.kinds:
        return None
    return Finding(
        "dit is een opdracht, geen vraag", "zet er een vraag bij: 'Teken ... Wat zie je?'"
    )

"""Rules about pushing: leading questions, advice in disguise, assumptions, judgements.

They see only what shows in the words, so they are hints.
"""

from __future__ import annotations

import re

from coachkit.language.clause import FINITE_VERBS, PRONOUNS, SUBORDINATORS, Kind
from coachkit.language.sentence import Sentence
from coachkit.language.wordlists import find_entry, patterns, word_list
from coachkit.lint.reading import Reading
from coachkit.lint.rule import Finding

_TAG = re.compile(
    r"\b(?:toch|hè|hé|he|(?<=, )of niet|of niet soms|niet ?waar|ja toch|niet dan|wel dan|of wel)"
    r"\s*\?+$"
)
_SURE = re.compile(
    r"\b(?:toch|zeker|vast|natuurlijk|ongetwijfeld|uiteraard|vanzelfsprekend|best wel)\b"
)
_NOT_SURE = re.compile(
    r"\b(?:zeker weten|vast (?:moment|patroon|ritme)|vast aan|niet zeker"
    r"|(?:ben|bent|is|was|zijn) (?:\w+ )?zeker (?:van|over))\b"
)
_BLAMES = re.compile(r"\b(?:zo|te|wat ben (?:je|jij|u))\s(?:ontzettend |vreselijk |erg )?(\w+)")
_OWNED = re.compile(
    r"\b(?:(?:je|jouw|uw) (?:eigen )?(\w+)(?= \w)"
    r"|zo'n (\w+)(?= \w)"
    r"|(?:dat|die|zulk|zulke) (\w+) (?:gedrag|gedoe|houding|manier|gewoonte|leven|excuus)\b"
    r"|(?:dat|die|je|jouw|uw) (gezeur|geklaag|smoes|smoesjes|smoezen|excuusjes|luiheid)\b)"
)


def leading(reading: Reading) -> Finding | None:
    """Find a question that tells which answer is wanted."""
    if not (_spans(reading, accusing=True) or _judges(reading)) or advice_spans(reading):
        return None
    return Finding(
        "deze vraag stuurt naar een antwoord", "vraag open: wat merkt, wil of vindt de ander?"
    )


def rhetorical_spans(reading: Reading) -> list[str]:
    """Return the words that ask for a yes, so that a *niet* among them counts for no negation."""
    return _spans(reading, accusing=False)


def _spans(reading: Reading, *, accusing: bool) -> list[str]:
    found = []
    for sentence, kind in zip(reading.sentences, reading.kinds, strict=True):
        small = _without_links(sentence.text.lower()) + sentence.mark
        looked_for = [patterns("verwijten")] if accusing else []
        if kind is Kind.CLOSED:
            looked_for += [patterns("instemmen"), patterns("verklaren"), _TAG]
            if _declares(sentence) and not _NOT_SURE.search(small):
                looked_for.append(_SURE)
        elif sentence.asks and "," in sentence.tokens:
            looked_for.append(_TAG)
        found += [m[0] for pattern in looked_for if (m := pattern.search(small))]
    return found


_FIRST = ("en", "maar", "dus", "want", "nou", "oké", "hè", "ja", "nee")
_LINKS = re.compile(rf"^(?:(?:{'|'.join(_FIRST)}),? )+")


def _without_links(small: str) -> str:
    return _LINKS.sub("", small) if small.startswith(_FIRST) else small


def _declares(sentence: Sentence) -> bool:
    """Tell whether a question has the order of a statement: *Je wilt toch ...?*."""
    words = _without_links(" ".join(sentence.tokens)).split()
    if len(words) < 3:
        return False
    if words[1] in PRONOUNS and words[0] not in PRONOUNS:
        return " toch " in f" {' '.join(words[:5])} " and " ook " in f" {' '.join(words[:6])} "
    if words[0] in PRONOUNS or words[0] in _DETERMINERS:
        return True
    if words[0] in FINITE_VERBS | SUBORDINATORS:
        return False
    return bool(FINITE_VERBS & set(words[1:4]))


_DETERMINERS = frozenset(("de", "het", "een", "mijn", "jouw", "uw", "je", "zijn", "haar"))


def _judges(reading: Reading) -> bool:
    """Tell whether a question takes a judgement for granted: *Waarom ben je zo koppig?*."""
    owned = {word for found in _OWNED.findall(reading.small) for word in found}
    taken = {*_BLAMES.findall(reading.small), *owned}
    return not taken.isdisjoint(word_list("oordeel"))


def advising(reading: Reading) -> Finding | None:
    """Find advice that wears a question mark."""
    if not advice_spans(reading):
        return None
    return Finding(
        "dit is een raad in de vorm van een vraag",
        "vraag wat de ander zelf bedenkt: 'Wat zou helpen?'",
    )


def advice_spans(reading: Reading) -> list[str]:
    """Return the words that advise."""
    found = []
    for sentence in reading.questions:
        small = _without_links(sentence.text.lower()) + sentence.mark
        found += [m[0] for m in patterns("advies").finditer(small)]
    return found


def judging(reading: Reading) -> Finding | None:
    """Find a word that judges."""
    found = find_entry("oordeel", reading.plain)
    if not found:
        return None
    return Finding(f"'{found}' klinkt als een oordeel", "noem wat er te zien of te horen is")


_POSSESSED = re.compile(r"\b(?:je|jouw|uw) ([\w']+)")
_AGAIN = re.compile(r"\b(?:je|jij|u) (?:\w+ )?(?:alweer|voor de zoveelste keer)\b")


def assuming(reading: Reading) -> Finding | None:
    """Find something that need not be true of whoever reads the question."""
    owned = (m for m in _POSSESSED.finditer(reading.small) if m[1] in word_list("aanname"))
    found = next(owned, None)
    if found:
        message = f"'{found[0]}': dat heeft of doet niet iedereen"
        return Finding(message, "maak het ruimer, of geef de vraag een label van haar leefwereld")
    if _AGAIN.search(reading.small):
        return Finding("deze vraag neemt iets aan", "vraag eerst of het zo is, of laat het weg")
    return None

"""What an invitation may not say: each refusal names the word, its place, and a way out.

It is about words, not about truth: that the facts are true remains the trainer's own.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from coachkit.errors import Problem
from coachkit.invitation.facts import Facts, texts
from coachkit.invitation.forbidden import AUTHORITY, REFUSALS, SCARCITY, Refusal
from coachkit.invitation.wording import number

Loc = tuple[str | int, ...]

_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060]")
_NUMBER = re.compile(r"\d+|\w+")
_SHARE_LEFT = 3
"""A group is almost full when at most one in so many places is free."""

_AMOUNT = re.compile(r"\d|\b(?:gratis|kosteloos|geen kosten)\b", re.IGNORECASE)
_FREE_OF_CHARGE = re.compile(r"\b(?:gratis|kosteloos|geen kosten)\b", re.IGNORECASE)
_WHOLE_PRICE = "160 euro met btw, met lunch en werkboek"
_VAT = re.compile(r"btw\b", re.IGNORECASE)
_HIDDEN = re.compile(
    r"\b(?:exclusief|excl(?:\.|\b(?!\.)))(?! ?(?:de )?(?:\d+ ?% ?)?btw) ?\w*"
    r"|\bbijkomende kosten\b|\bop aanvraag\b"
    r"|\bvanaf\b|\bn\.?t\.?b\b|\bnader te bepalen\b|\bnog niet bekend\b"
    r"|(?:\b(?:plus|en)|\+) ?\w*(?:kosten|toeslag)\b(?! inbegrepen)"
    r"|\bkom(?:t|en) er(?: nog)? bij\b|\bapart (?:berekend|betaald)\b",
    re.IGNORECASE,
)


def refusals(facts: Facts) -> Iterator[Problem]:
    """Yield what may not be said, each with the word, the fact it stands in, and a way out."""
    for loc, text in texts(facts):
        said = _UNSEEN.sub("", unicodedata.normalize("NFKC", text))
        for refusal in REFUSALS:
            if loc[0] not in refusal.spared:
                yield from _refused(refusal, facts, loc, said)
    yield from _price_problems(facts)


def _refused(refusal: Refusal, facts: Facts, loc: Loc, text: str) -> Iterator[Problem]:
    for found in refusal.words.finditer(text):
        word = found[0].strip()
        if not _is_carried(refusal, word, facts, loc):
            cure = refusal.cure
            if refusal is SCARCITY and facts.places:
                cure += f" ('De groep telt hoogstens {number(facts.places)} mensen.')"
            yield Problem(f"'{word}' in '{loc[0]}' {refusal.why}", cure, refusal.rule, loc=loc)


def _is_carried(refusal: Refusal, word: str, facts: Facts, loc: Loc) -> bool:
    """Tell whether a fact that was given carries the words."""
    if refusal is AUTHORITY:
        return loc == ("waarom_nu",) and facts.why_now_source is not None
    return refusal is SCARCITY and facts.free is not None and _is_counted(word, facts)


def _is_counted(word: str, facts: Facts) -> bool:
    """Tell whether a count fits the words: the same number, or few places that are left."""
    free = facts.free.number if facts.free else 0
    counts = {part.lower() for part in _NUMBER.findall(word)}
    numbers = {number(i): i for i in range(21)} | {str(i): i for i in range(200)}
    if named := [numbers[part] for part in counts if part in numbers]:
        return named == [free]
    return facts.places is None or free * _SHARE_LEFT <= facts.places


def _price_problems(facts: Facts) -> Iterator[Problem]:
    loc, rule, price = ("prijs",), "prijs", facts.price
    if word := _HIDDEN.search(price):
        cure = f"noem alles wat iemand betaalt in één bedrag, bijvoorbeeld: {_WHOLE_PRICE}"
        message = f"met '{word[0].strip()}' in 'prijs' is het hele bedrag nog niet duidelijk"
        yield Problem(message, cure, rule, loc=loc)
    elif not _AMOUNT.search(price):
        cure = "noem het hele bedrag, of schrijf 'gratis'"
        yield Problem("'prijs' noemt geen bedrag", cure, rule, loc=loc)
    elif not _VAT.search(price) and not _FREE_OF_CHARGE.search(price):
        cure = "zet erbij: met btw, zonder btw, of vrij van btw; voor particulieren altijd met btw"
        yield Problem("'prijs' zegt niet of de btw erin zit", cure, rule, loc=loc)

"""What a trainer had better look at again before an invitation is sent. These are hints only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coachkit.errors import Problem
from coachkit.invitation.facts import Facts, texts
from coachkit.invitation.times import time_remarks
from coachkit.invitation.wording import sentences
from coachkit.lint.plainness import jargon
from coachkit.lint.reading import Reading
from coachkit.model.text_recipe import Length

MAX_WORDS = 20
MAX_HEADING_WORDS = 8

Loc = tuple[str | int, ...]
Remark = tuple[str, str, Loc]

_SENTENCES = {
    "last": {Length.SHORT: 3, Length.LONG: 5},
    "wens": {Length.SHORT: 2, Length.LONG: 4},
    "aanpak": {Length.SHORT: 3, Length.LONG: 4},
    "trainer": {Length.SHORT: 2, Length.LONG: 2},
}
_TOO_LONG = {
    "last": "wie zich herkent, leest door: kies het moment dat het meest zegt",
    "wens": "één beeld is genoeg",
    "aanpak": "zeg alleen wat iemand moet weten om te kiezen",
    "trainer": "noem wat voor de lezer telt",
}
_PLAIN_SPEECH = frozenset({"last", "wens", "na_afloop", "aanpak", "waarom_nu", "voor_wie", "kop"})
_SHOUTED = re.compile(r"\b[A-Z]{6,}\b|\b[A-Z]{3,} [A-Z]{3,}\b|\bGRATIS\b")
_ABOUT_TRAINER = re.compile(
    r"\b(?:ik|mijn|(?:we|wij) (?:willen|zoeken|moeten|hopen)"
    r"|(?:willen|zoeken|moeten|hopen) (?:we|wij)|groep vol)\b",
    re.IGNORECASE,
)
_UNSEEN_OUTCOME = re.compile(
    r"\b(?:inzicht|bewust|bewuster|bewustwording|begrijpen|weten|voelen|groeien|beseffen|leren"
    r"|in je kracht|in uw kracht|sterker (?:staan|worden)|kennis)\b",
    re.IGNORECASE,
)
_SAID_ALREADY = re.compile(
    r"(?:je|jij|u)\s+(?:leert|leer|kunt|kan)\s+(?:dan\s+)?(?=\w)|(?:leert|leer)\s+(?:je|u)\s+(?=\w)",
    re.IGNORECASE,
)
_MAIL = re.compile(r"\S+@\S+")
_PHONE = re.compile(r"(?:\+31|\b0)[\d\s-]{8,}")
_WEB = re.compile(r"(?:https?://|www\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b(?:/\S*)?")
_CALL = re.compile(r"^(?:meld|aanmelden|schrijf|inschrijven|bel|mail|stuur)\b(?!@)", re.IGNORECASE)
_EARLY = re.compile(r"\bvroegboek\w*|\bearly bird\b", re.IGNORECASE)


def remarks(facts: Facts) -> list[Problem]:
    """Return, as hints, what a trainer had better look at again before sending."""
    return [
        Problem(message, cure, "uitnodiging", "hint", loc=loc)
        for look in (_lengths, _purpose, time_remarks, _sign_up, _style)
        for message, cure, loc in look(facts)
    ]


def _lengths(facts: Facts) -> Iterator[Remark]:
    given = dict(texts(facts))
    for key, most in _SENTENCES.items():
        count = len(sentences(given.get((key,), "")))
        if count > (limit := most[facts.length]):
            yield f"'{key}' telt {count} zinnen, meer dan {limit}", _TOO_LONG[key], (key,)
    if facts.heading and len(facts.heading.split()) > MAX_HEADING_WORDS:
        yield f"'kop' is langer dan {MAX_HEADING_WORDS} woorden", "maak hem korter", ("kop",)


def _purpose(facts: Facts) -> Iterator[Remark]:
    if facts.why_now and (word := _ABOUT_TRAINER.search(facts.why_now)):
        message = f"'waarom_nu' zegt '{word[0]}': gaat de reden over de lezer, of over jou?"
        yield message, "geef een reden die voor de lezer telt", ("waarom_nu",)
    for i, outcome in enumerate(facts.outcomes):
        loc: Loc = ("na_afloop", i)
        if word := _UNSEEN_OUTCOME.search(outcome):
            cure = "zeg wat je iemand daarna ziet doen: voeren, maken, kiezen"
            yield f"'{word[0]}' in 'na_afloop' kun je niet zien", cure, loc
        if begin := _SAID_ALREADY.match(outcome):
            message = f"'{begin[0].strip()}' in 'na_afloop' leest dubbel achter 'leer je'"
            yield message, f"laat het weg, en schrijf: {outcome[begin.end() :]}", loc
        elif outcome[:1].isupper() and outcome[1:2].islower():
            message = "'na_afloop' begint met een hoofdletter en komt midden in een zin"
            yield message, "is het geen naam, schrijf dan een kleine letter", loc
    if word := _EARLY.search(facts.price):
        cure = "noem beide bedragen, en tot welke dag het eerste geldt"
        yield f"'prijs' noemt '{word[0]}'", cure, ("prijs",)


def _sign_up(facts: Facts) -> Iterator[Remark]:
    text, loc = facts.sign_up, ("aanmelden",)
    rest = _MAIL.sub("", text)
    ways = [bool(_MAIL.search(text)), bool(_PHONE.search(rest)), bool(_WEB.search(rest))]
    if sum(ways) > 1:
        yield "'aanmelden' noemt meer dan één weg", "kies er een: dat is duidelijker", loc
    elif not any(ways):
        message = "'aanmelden' noemt geen mailadres, telefoonnummer of webpagina"
        yield message, "kijk of je lezer hier iets mee kan, of schrijf één adres", loc
    if _CALL.search(text):
        cure = "schrijf alleen het adres: 'Aanmelden:' komt er vanzelf voor"
        yield "'aanmelden' zegt meer dan een adres", cure, loc


def _style(facts: Facts) -> Iterator[Remark]:
    for loc, text in texts(facts):
        key = loc[0]
        if "!" in text:
            yield f"in '{key}' staat een uitroepteken", "een punt is rustiger", loc
        if word := _SHOUTED.search(text):
            yield (
                f"'{word[0]}' in '{key}' staat in hoofdletters",
                "kleine letters zijn rustiger",
                loc,
            )
        for sentence in sentences(text):
            if len(sentence.split()) > MAX_WORDS:
                message = f"in '{key}' staat een zin van {len(sentence.split())} woorden"
                yield message, f"knip hem: hoogstens {MAX_WORDS} woorden leest rustig", loc
        if key in _PLAIN_SPEECH and (found := jargon(Reading(_for_others(text, facts)))):
            yield f"'{key}': {found.message}", found.cure, loc


def _for_others(text: str, facts: Facts) -> str:
    """Leave out what the readers are called: that word is theirs."""
    own = {word.lower().strip(".,;:?!") for word in facts.audience.split()}
    return " ".join(w for w in text.split() if w.lower().strip(".,;:?!") not in own)

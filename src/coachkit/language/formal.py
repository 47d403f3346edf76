"""From *je* to *u*: a proposal for a Dutch text, that says when a person must decide.

Rules of grammar find what each *je* is: subject (*u*, with its verb), object (*u*), possessive
(*uw*) or reflexive (*zich*). Where grammar alone cannot tell, the result says *ask*, with why.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from coachkit.language.formal_lexicon import lexicon
from coachkit.language.formal_roles import OBJECT, PRONOUNS, Reading
from coachkit.language.formal_rules import read
from coachkit.language.formal_tokens import Token, sentences

Status = Literal["auto", "ask"]

_INFORMAL = re.compile(
    r"\b(?:je|jij|jou|jouw|jouwe|jezelf|jouzelf|jijzelf|jullie)\b", re.IGNORECASE
)
_TO_CHANGE = re.compile(rf"{_INFORMAL.pattern}|alsjeblieft|dankjewel", re.IGNORECASE)

MAX_LENGTH = 5000
"""Characters of the longest text that is read: more than any text of the bank may have."""

MAX_WORDS = 150
"""Words of the longest sentence that is read."""

_PLAIN = {
    "jij": "u",
    "jou": "u",
    "jouw": "uw",
    "jouwe": "uwe",
    "jezelf": "uzelf",
    "jouzelf": "uzelf",
    "jijzelf": "uzelf",
    "alsjeblieft": "alstublieft",
    "dankjewel": "dank u wel",
}


@dataclass(frozen=True)
class FormalResult:
    """A text with *u*: certain (``auto``), or a proposal that someone must judge (``ask``).

    ``why`` says in Dutch what is not certain; it is empty for ``auto``.
    """

    text: str
    status: Status
    why: str = ""


def to_formal(text: str) -> FormalResult:
    """Propose the *u* version of a Dutch text that says *je*; slots stay as they are.

    >>> to_formal("Waar voel je je prettig?").text
    'Waar voelt u zich prettig?'
    >>> to_formal("Wie kan je helpen?").status
    'ask'
    """
    if not _TO_CHANGE.search(text):
        return FormalResult(text, "auto")
    if len(text) > MAX_LENGTH:
        return FormalResult(text, "ask", "de tekst is erg lang: schrijf de u-vorm zelf")
    pieces: list[tuple[Token, str]] = []
    doubts: list[str] = []
    for tokens in sentences(text):
        reading = Reading(tokens, lexicon())
        if len(tokens) > MAX_WORDS:
            doubts.append("een zin is erg lang: schrijf hem zelf met u")
        else:
            read(reading)
        pieces += [(token, _said(reading, i)) for i, token in enumerate(tokens)]
        doubts += reading.doubts + _doubts(tokens)
    proposal = _joined(text, pieces)
    why = "; ".join(dict.fromkeys(doubts))
    return FormalResult(proposal, "ask" if why else "auto", why)


def _said(reading: Reading, i: int) -> str:
    token = reading.tokens[i]
    if i in reading.verbs:
        word = reading.verbs[i]
    elif i in reading.roles:
        word = "u" if reading.roles[i] == OBJECT else reading.roles[i]
    else:
        word = _PLAIN.get(token.low, token.low) if token.kind == "word" else token.low
        if word == token.low or token.kind != "word":
            return token.text
    return _like(token.text, word)


def _like(model: str, word: str) -> str:
    """Give a word the capitals of the one that it replaces."""
    if model.isupper() and len(model) > 1:
        return word.upper()
    return word[0].upper() + word[1:] if model[0].isupper() else word


def _joined(text: str, pieces: list[tuple[Token, str]]) -> str:
    parts: list[str] = []
    place = 0
    for token, said in pieces:
        parts += [text[place : token.start], said]
        place = token.end
    return "".join([*parts, text[place:]])


def _doubts(tokens: list[Token]) -> list[str]:
    """Return what makes a whole sentence doubtful."""
    words = {token.low for token in tokens if token.kind == "word"}
    said_i = any(_is_speaker(tokens, i) for i in range(len(tokens))) and not _asks_leave(tokens)
    informal = bool(words & (PRONOUNS | {"jullie"}))
    doubts = []
    if "jullie" in words:
        doubts.append("'jullie' spreekt er meer dan een aan")
    if any(token.kind == "quote" and _INFORMAL.search(token.text) for token in tokens):
        doubts.append("tussen aanhalingstekens staat je: wie zegt dat tegen wie?")
    if informal and said_i:
        doubts.append("'ik' en 'je' staan in één zin: is 'je' hier de cliënt, of iedereen?")
    if _says_to_self(tokens):
        doubts.append("hier spreekt iemand tegen zichzelf: blijft dat 'je'?")
    if informal and words & {"u", "uw", "uzelf"}:
        doubts.append("er staat al u of uw in")
    if informal and (words & {"men"} or tokens[0].low == "iedereen"):
        doubts.append("'je' kan hier 'men' zijn")
    if any(_INFORMAL.search(t.text) and t.low not in _KNOWN for t in tokens if t.kind == "word"):
        doubts.append("een woord met je erin")
    return doubts


def _says_to_self(tokens: list[Token]) -> bool:
    """Tell whether *je* is in one's own words: ``zeg tegen jezelf: je kunt het``."""
    words = [token.low for token in tokens]
    for i, word in enumerate(words[:-1]):
        if word == "jezelf" and words[i + 1] == ":" and {"tegen", "tot"} & set(words[:i]):
            return bool(PRONOUNS.intersection(words[i + 2 :]))
    return False


def _is_speaker(tokens: list[Token], i: int) -> bool:
    """Tell whether a word is *ik* or *mijn*, and not as in ``je oudere ik``."""
    inner = i and (tokens[i - 1].low in ("je", "jouw") or lexicon().is_inflected(tokens[i - 1].low))
    return tokens[i].low in ("ik", "mijn", "mezelf") and not inner


def _asks_leave(tokens: list[Token]) -> bool:
    """Tell whether the coach asks what to do: ``hoe kan ik je helpen?``."""
    words = [token.low for token in tokens]
    if words[-1] != "?" or words.count("ik") != 1 or {"mijn", "mezelf"} & set(words):
        return False
    place = words.index("ik")
    opened = place == 1 or (place == 2 and words[0] in ("hoe", "wat", "waarmee", "waar"))
    links = set(words) & {"als", "dat", "wanneer", "omdat", "die", ","}
    return opened and words[place - 1] in ("kan", "mag", "zal") and not links


_KNOWN = PRONOUNS | {"jullie"}

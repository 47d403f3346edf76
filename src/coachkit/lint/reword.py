"""Propose better words: a why-question as *Wat maakt dat ...*, a closed question opened."""

from __future__ import annotations

import re

from coachkit.language.clause import ADDRESSED, PREPOSITIONS, PRONOUNS, QUESTION_WORDS, core
from coachkit.language.sentence import Sentence

_MARKS = ",:;()–—"
_AFTER_JE = {
    "kun": "kunt",
    "kan": "kan",
    "zul": "zult",
    "zal": "zal",
    "mag": "mag",
    "ga": "gaat",
    "sta": "staat",
    "sla": "slaat",
    "doe": "doet",
    "zie": "ziet",
}
_PAST = frozenset(
    (
        "deed",
        "ging",
        "kwam",
        "had",
        "was",
        "werd",
        "zag",
        "nam",
        "gaf",
        "zei",
        "dacht",
        "wist",
        "kon",
        "wou",
        "moest",
        "bleef",
        "vond",
        "liep",
        "schreef",
        "begon",
        "sprak",
        "koos",
        "hield",
        "liet",
        "bracht",
        "vroeg",
        "koos",
        "vocht",
        "trok",
        "viel",
        "stond",
        "lag",
        "zat",
        "hing",
        "mocht",
        "zou",
        "kocht",
        "zocht",
        "verloor",
        "verliet",
        "vertrok",
    )
)
_CLAUSE_STARTS = QUESTION_WORDS | frozenset(
    ("dat", "als", "om", "omdat", "terwijl", "of", "toen", "zodat", "die")
)
_PARTICLES = frozenset(
    (
        "af",
        "aan",
        "bij",
        "door",
        "in",
        "mee",
        "na",
        "neer",
        "om",
        "onder",
        "op",
        "over",
        "terug",
        "tegen",
        "toe",
        "uit",
        "voor",
        "weg",
    )
)


def why_question(text: str) -> str:
    """Return how to ask after a reason without *waarom*, as a proposal in Dutch.

    >>> why_question("Waarom deed je dat?")
    "bijvoorbeeld: 'Wat maakte dat je dat deed?'"
    """
    found = re.fullmatch(r"(?:En |Maar )?[Ww]aarom (\w+) (je|jij|u) ?([^?,:;]*)\?", text.strip())
    if not found or found[3].startswith(("niet", "toch")) or " en " in found[3]:
        return "vraag wat, hoe of waardoor: 'Wat maakt dat ...?'"
    verb, subject, rest = found[1].lower(), found[2], found[3].split()
    past = _is_past(verb)
    said = _after_subject(verb, subject, past=past)
    perfect = verb in ("heb", "hebt", "ben", "bent") and any(map(_non_finite, rest))
    made = "maakte" if past or perfect else "maakt"
    clause = " ".join(_verb_last(said, rest))
    return f"bijvoorbeeld: 'Wat {made} dat {subject} {clause}?'"


def open_question(sentence: Sentence) -> str:
    """Return how to open a closed question, as a proposal in Dutch."""
    words = core(tuple(token for token in sentence.tokens if token not in _MARKS))
    generic = "begin met wat, hoe, wie, welke of wanneer"
    if len(words) < 2 or words[1] not in (*ADDRESSED, "het", "er", "dat"):
        return generic
    verb, subject, rest = words[0], words[1], list(words[2:])
    if verb in ("ben", "bent", "voel", "voelt", "was") and rest and subject in ADDRESSED:
        return _how_much(verb, subject, rest) or generic
    if subject in ("het", "dat"):
        return f"{generic}: 'Hoe {verb} {subject} ...?'"
    if verb in ("is", "zijn") and subject == "er":
        about = " ".join(rest[:1])
        who = "Wie" if about in ("iemand", "mensen") else "Wat" if about == "iets" else "Welke"
        return f"{generic}: '{who} ...?'"
    return f"{generic}: 'Wat {verb} {subject} ...?'"


def two_questions(sentence: Sentence, place: int) -> str:
    """Return what two questions a double question holds; ``place`` is where the second begins."""
    tokens = sentence.tokens
    first = " ".join(t for t in tokens[: place - 1] if t not in _MARKS)
    second = " ".join(t for t in tokens[place:] if t not in _MARKS)
    if len(second.split()) < 3:
        return "stel ze na elkaar, of kies er een"
    return f"kies er een: '{first.capitalize()}?' of '{second.capitalize()}?'"


def _how_much(verb: str, subject: str, rest: list[str]) -> str:
    degree = [word for word in rest if word not in ("je", "zich", "al", "nu", "wel", "ook")]
    if not degree or degree[0] in PREPOSITIONS or degree[0] in _CLAUSE_STARTS:
        return ""
    reflexive = f" {rest[0]}" if rest[0] in ("je", "zich") else ""
    return f"vraag hoe: 'Hoe {degree[0]} {verb} {subject}{reflexive} ...?'"


def _is_past(verb: str) -> bool:
    return verb in _PAST or (len(verb) > 4 and verb.endswith(("de", "te")))


def _after_subject(verb: str, subject: str, *, past: bool) -> str:
    """Return the verb as it stands behind its subject: *wil je* but *je wilt*."""
    if past or subject == "u":
        return verb
    return _AFTER_JE.get(verb) or (verb if verb.endswith("t") else f"{verb}t")


def _verb_last(verb: str, rest: list[str]) -> list[str]:
    """Put the verb where a clause has it: at the end, before infinitives and further clauses."""
    place = next((i for i in range(len(rest)) if _starts_clause(rest, i)), len(rest))
    head, tail = rest[:place], rest[place:]
    if head and head[-1] in _PARTICLES:
        return [*head[:-1], head[-1] + verb, *tail]
    verbs = next((i for i, word in enumerate(head) if _non_finite(word)), len(head))
    return [*head[:verbs], verb, *head[verbs:], *tail]


def _starts_clause(rest: list[str], place: int) -> bool:
    """Tell a clause (*dat het lukt*) from an object (*dat*)."""
    if place == 0:
        return rest[0] == "dat" and rest[1:2] != [] and rest[1] in PRONOUNS
    return rest[place] in _CLAUSE_STARTS


def _non_finite(word: str) -> bool:
    return len(word) > 4 and (
        (word.endswith("en") and word not in ("iemand", "alleen", "samen", "morgen", "dingen"))
        or (word.startswith(("ge", "be", "ver")) and word.endswith(("d", "t", "en")))
    )

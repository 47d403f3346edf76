"""Rules about more than words: what the method asks of a question, a recipe and a worksheet.

Sources: implementation intentions (Gollwitzer & Sheeran 2006), the decisional balance (Miller &
Rose 2015), importance and confidence rulers and open questions (Miller & Rollnick 2013).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from coachkit.answers import BALANCE
from coachkit.errors import Problem
from coachkit.language.wordlists import word_list
from coachkit.lint.reading import Reading
from coachkit.lint.registry import RULES
from coachkit.model import Question
from coachkit.vocabulary import DOUBTING, Audience

MIN_OPEN = 0.7
"""The share of open questions that a good talk has, at least (MITI 3.1.1: 70 percent)."""

_ENOUGH = 3

_RULER = re.compile(
    r"\bhoe (?:\w+ )?(?:belangrijk|zeker|zelfverzekerd|overtuigd|haalbaar)\b|\bvertrouwen\b"
    r"|\b(?:ervoor|er voor) over\b|\bover om\b|\bhoe graag\b|\bhoeveel zin\b"
)
_WHY_NOT_MORE = re.compile(
    r"\b(?:niet|geen)\b(?: \w+)?? (?:een |hele |meteen |gelijk )?(?:hoger\w*|10|tien|9|negen)\b"
    r"|\bhoger (?:niet|geen)\b|\bgeen (?:hoger|10|tien)\b"
)
# What already makes the figure what it is comes to the same as *why not lower*.
_WHY_NOT_LESS = re.compile(
    r"\blager\w*\b|\b(?:niet|geen) (?:een )?(?:0|nul|[1-4])\b|\bvandaan\b|\bpunten\b|\bnu al\b"
    r"|\bcijfer\b|\bsteunt?\b|\bbaseert?\b|\bstuk\b|\bdeel\b|\bgeeft? (?:je|u)\b"
    r"|\b(?:maakt|maken) dat\b"
)


def problem(rule: str, message: str, cure: str, loc: tuple[str | int, ...]) -> Problem:
    """Return a problem with the level of its rule."""
    return Problem(message, cure, rule, RULES[rule].level, loc=loc)


def question_laws(question: Question) -> Iterator[Problem]:
    """Yield where a question breaks a law by itself."""
    if question.answer.soort == BALANCE and DOUBTING & set(question.phases):
        loc = ("fasen",)
        yield problem("balans-fase", BALANCE_MESSAGE, "haal die fasen weg, of kies tabel", loc)
    if question.answer.soort == "schaal":
        follow_up = question.follow_up or ""
        told = ruler_problem(question.text, follow_up, client=question.audience is Audience.CLIENT)
        if told:
            loc = ("vervolgvraag",) if follow_up else ("vraag",)
            yield problem("liniaal", *told, loc)


BALANCE_MESSAGE = "voor en tegen afwegen maakt wie nog twijfelt minder zeker van zijn besluit"


def ruler_problem(text: str, follow_up: str, *, client: bool) -> tuple[str, str] | None:
    """Return what is wrong with what follows a ruler of importance or confidence, and the cure."""
    cure = "vraag: 'Wat maakt dat je cijfer niet lager is?'"
    if _WHY_NOT_MORE.search(follow_up.lower()):
        return "vragen naar wat er aan de tien ontbreekt, roept redenen tégen op", cure
    if not client or not _RULER.search(text.lower()) or _WHY_NOT_LESS.search(follow_up.lower()):
        return None
    return "op dit cijfer volgt de vraag niet wat het zo hoog maakt", cure


def open_share(texts: list[str]) -> tuple[str, str] | None:
    """Return what is wrong when too many of some questions are closed, and the cure."""
    closed = [text for text in texts if Reading(text).closed]
    if len(texts) < _ENOUGH or len(closed) <= (1 - MIN_OPEN) * len(texts):
        return None
    share = 100 * (len(texts) - len(closed)) // len(texts)
    return f"{share}% van de vragen is open", f"maak er minstens {MIN_OPEN:.0%} open"


def coach_acts(text: str, *, heading: bool = False) -> bool:
    """Tell whether a text gives an action to the coach instead of the client.

    In a heading *ik* is the client.
    """
    subject = _COACH if heading else _COACH_OR_I
    return any(
        found is not None and found[1] in word_list("coachdaden")
        for sentence in Reading(text).sentences
        if not sentence.asks
        for found in [subject.match(sentence.text.lower())]
    )


_LEAD = r"^(?:dan |daarna |eerst )?"
_NAMED = r"(?:je|uw|de|jouw) coach|naam|wij|we"
_WILL = r"(?: zal| zullen| gaat| ga| gaan)?(?: je| u| jou)? (\w+)"
_COACH = re.compile(rf"{_LEAD}(?:{_NAMED}){_WILL}")
_COACH_OR_I = re.compile(rf"{_LEAD}(?:{_NAMED}|ik){_WILL}")

COACH_MESSAGE = "hier doet de coach het werk"
COACH_CURE = "schrijf wat de cliënt zelf doet"

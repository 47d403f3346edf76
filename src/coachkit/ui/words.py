"""What people read on the screens for the fixed words of the method."""

from __future__ import annotations

import re

from coachkit.answers import KINDS
from coachkit.errors import Problem
from coachkit.language.formal import FormalResult
from coachkit.vocabulary import Category, Phase, Situation, World

PHASES = {
    Phase.PRECONTEMPLATION: "Voorbeschouwing: denkt nog niet aan veranderen",
    Phase.CONTEMPLATION: "Overpeinzing: twijfelt",
    Phase.DECISION: "Beslissing: wil, en maakt een plan",
    Phase.ACTION: "Actie: is begonnen",
    Phase.MAINTENANCE: "Volhouden: houdt het vol",
    Phase.RELAPSE: "Terugval: begint opnieuw",
}
SITUATIONS = {
    Situation.DAILY_HECTIC: "Leeft in de waan van de dag",
    Situation.GOAL_TOO_BIG: "Heeft een doel dat te groot is",
    Situation.NO_OWNERSHIP: "Vindt niet dat het aan hem is",
    Situation.NO_SUPPORT: "Krijgt geen steun van de omgeving",
    Situation.NO_MOVEMENT: "Komt niet in beweging",
    Situation.NO_OVERVIEW: "Heeft geen overzicht",
    Situation.LEAVE_ME_ALONE: "Wil met rust gelaten worden",
    Situation.NO_OPTIONS: "Ziet geen opties",
    Situation.NO_BENEFIT: "Ziet geen voordeel",
    Situation.DARES_NOT: "Durft niet",
    Situation.SAYS_YES_DOES_NO: "Zegt ja en doet nee",
    Situation.COACH_HOPPER: "Ging van coach naar coach",
}
KIND_WORDS = {
    "open": "open vraag",
    "schaal": "schaal van 0 tot 10",
    "keuze": "één keuze",
    "aankruisen": "aankruisen",
    "tabel": "tabel",
    "ladder": "ladder",
    "als-dan": "als-dan-plan",
    "cirkels": "drie cirkels",
    "levenswiel": "levenswiel",
    "balans": "voor en tegen",
    "afspraak": "afspraak",
    "dagboek": "dagboek",
    "sorteren": "sorteren",
    "tekenvak": "tekening",
}

_FILE_NAME = re.compile(r"[^\s'\"]+\.[A-Za-z]{2,5}\b")
_CLOSING = "\"'”’)"
_CODES = re.compile(r" \(U\+[0-9A-F]{4,6}(?:, U\+[0-9A-F]{4,6})*\)")

Options = list[tuple[str, str]]

UNKNOWN: Options = [("", "weet ik niet")]
ANY: Options = [("", "alles")]


def phase_options() -> Options:
    """Return the phases to choose from."""
    return UNKNOWN + [(phase.value, label) for phase, label in PHASES.items()]


def situation_options() -> Options:
    """Return the situations to choose from."""
    return UNKNOWN + [(situation.value, label) for situation, label in SITUATIONS.items()]


def world_options() -> Options:
    """Return the parts of life to choose from."""
    return [(world.value, world.value.capitalize()) for world in World]


def category_options() -> Options:
    """Return the categories to search in."""
    return ANY + [(category.value, category.label) for category in Category]


def kind_options() -> Options:
    """Return the kinds of answer to search for."""
    return ANY + [(kind, kind_word(kind)) for kind in KINDS]


def kind_word(kind: str) -> str:
    """Return what a kind of answer is called on a screen."""
    return KIND_WORDS.get(kind, kind)


def minutes_word(count: int) -> str:
    """Return a number of minutes in words."""
    return "1 minuut" if count == 1 else f"{count} minuten"


def problem_line(problem: Problem) -> str:
    """Return a problem in a file as a person reads it: with its line, and without its path."""
    text = f"{problem.message}; {problem.cure}" if problem.cure else problem.message
    return f"regel {problem.line}: {text}" if problem.line else text


def without_codes(text: str) -> str:
    """Return a message without the codes of letters, such as ``(U+1F600)``."""
    return _CODES.sub("", text)


def sentence(text: str) -> str:
    """Return words as a sentence: with a capital, and an end; a file name keeps its letters."""
    begin = text[:1] if _FILE_NAME.match(text) else text[:1].upper()
    ended = text.rstrip(_CLOSING).endswith((".", "?", "!", "…"))
    return f"{begin}{text[1:]}{'' if ended else '.'}"


def caution(text: str) -> str:
    """Return what a person should know, as a sentence that says so."""
    return sentence(f"Let op: {text}")


def problem_words(problem: Problem) -> str:
    """Return a problem as a person reads it: with the file and the line, and no other numbers."""
    if not problem.path:
        return str(problem)
    line = f", regel {problem.line}" if problem.line else ""
    return f"in {problem.path}{line}: {problem.at('')}"


def proposal(label: str, result: FormalResult) -> dict[str, object]:
    """Return what is offered at a field with *u*: a text, why to look well, a button to take it."""
    why = f"Kijk goed: {result.why}." if result.why else ""
    take = {"name": "neem", "label": "Neem over", "spoken": f"voorstel bij {label}"}
    return {"text": f"Voorstel: {result.text}", "note": why, "actions": [take]}

"""Rules about single words: why, must, not, always, and vague words."""

from __future__ import annotations

import re

from coachkit.language.wordlists import find_entry, patterns
from coachkit.lint.reading import Reading
from coachkit.lint.reword import why_question
from coachkit.lint.rule import Finding
from coachkit.lint.steering import advice_spans, rhetorical_spans

_WHY = re.compile(r"\b(?:waarom|hoezo|vanwaar)\b")
_REASON_WHY = re.compile(r"\b(?:redenen|reden|oorzaak|oorzaken) waarom\b")


def why(reading: Reading) -> Finding | None:
    """Find a why-question, which asks to account for oneself."""
    if not _WHY.search(reading.small) or not _WHY.search(_REASON_WHY.sub("", reading.small)):
        return None
    return Finding("'waarom' klinkt als een verwijt", why_question(reading.text))


_MUST = re.compile(r"\b(?:moet|moeten|moest|moesten|gemoeten)\b")
_OUGHT = re.compile(
    r"(?<!te )(?<!naar )\b(?:dien|dient|dienen|diende|dienden|hoor|hoort|horen|hoorde|hoorden|"
    r"behoor|behoort|behoren)\b"
    r"(?:(?!\bom\b)[^.?!,:;]){0,60}?"
    r"(?:(?<!om )\bte \w+e?n\b(?! krijgen| krijgt| krijg)|\bom te gaan\b(?! \w+en\b))"
)


def must(reading: Reading) -> Finding | None:
    """Find *moeten*, and *dienen te* and *horen te*, which say the same."""
    found = _MUST.search(reading.small) or _OUGHT.search(reading.small)
    if not found:
        return None
    word = found[0].split()[0]
    softer = _SOFTER.get(word)
    example = f"{softer} in plaats van {word}" if softer else "willen, kunnen of gaan"
    return Finding(f"'{word}' legt iets op", f"gebruik bijvoorbeeld {example}")


_SOFTER = {
    "moet": "'wil', 'kan' of 'gaat'",
    "moeten": "'willen', 'kunnen' of 'gaan'",
    "moest": "'wilde' of 'kon'",
    "moesten": "'wilden' of 'konden'",
}

_NEGATION = re.compile(r"\b(?:niet|geen|niemand|niets|niks|nergens|nooit|nimmer|noch|geenszins)\b")


def negation(reading: Reading) -> Finding | None:
    """Find a negation that the reader has to think away."""
    small = reading.small
    if not _NEGATION.search(small):
        return None
    for span in (*rhetorical_spans(reading), *advice_spans(reading)):
        small = small.replace(span, " ")
    if any(sentence.text.lower().startswith("zou ") for sentence in reading.closed):
        # Zou dat niet ...? hopes for a yes.
        small = small.replace(" niet ", " ", 1)
    found = _NEGATION.search(patterns("geen-ontkenning").sub(" ", small))
    if not found:
        return None
    return Finding(f"er staat '{found[0]}'", "zeg wat er wel is, of wat iemand wel wil")


def absolute(reading: Reading) -> Finding | None:
    """Find a word that leaves no exception."""
    found = find_entry("absoluut", reading.small)
    if found:
        found = find_entry("absoluut", patterns("niet-absoluut").sub(" ", reading.small))
    found = found or _nobody_or_wholly(reading)
    if not found:
        return None
    return Finding(
        f"'{found}' laat geen uitzondering toe", "gebruik vaak, soms of meestal, of laat het weg"
    )


_NOBODY = re.compile(r"^\w+ (niemand)\b|\b(?:dat|omdat|alsof) (niemand)\b")
_BLAMED = re.compile(r"\bhoe (?:komt|kan) het dat (niemand)\b|\b(niemand) (?:\w+ )?ooit\b")
_WHOLLY = re.compile(r"^(?:ben|bent|is|zijn) .*\b(helemaal) (?!\w+ \w)(?!niet|geen|zelf|alleen)")


def _nobody_or_wholly(reading: Reading) -> str:
    """Return *niemand* as a subject, or *helemaal* in a closed question about how one is."""
    for sentence in reading.closed:
        small = sentence.text.lower()
        if small.startswith("is er "):
            continue
        if found := _NOBODY.search(small) or _WHOLLY.search(small):
            return str(next(filter(None, found.groups())))
    found = _BLAMED.search(reading.small)
    return str(next(filter(None, found.groups()))) if found else ""


def vague(reading: Reading) -> Finding | None:
    """Find a word that says little."""
    found = find_entry("vaag", reading.plain)
    if not found:
        return None
    return Finding(f"'{found}' zegt weinig", "noem wat, wanneer, waar of hoeveel, of laat het weg")

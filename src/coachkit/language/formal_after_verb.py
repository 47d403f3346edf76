"""The role of *je* right behind a verb: ``vind je``, ``helpt je``, ``zou je moeder``."""

from __future__ import annotations

from coachkit.language.formal_either import after_either
from coachkit.language.formal_roles import (
    DEFINITE,
    MASS,
    NONE,
    OBJECT,
    PLURAL,
    POSSESSIVE,
    REFLEXIVE,
    SUBJECT,
    UNKNOWN,
    VERBNOUN,
    Reading,
)
from coachkit.language.formal_subject import (
    doubt,
    is_reflexive,
    make_subject,
)


def after_verb(r: Reading, i: int) -> None:
    """Give *je* behind a verb its role."""
    lex, verb = r.lex, r.low(i - 1)
    what = r.phrase(i)
    if _my_own(r, i):
        r.roles[i] = POSSESSIVE if what != NONE else REFLEXIVE
        if r.low(i + 1) == "zorgen" and "maak" in verb:
            r.roles[i] = REFLEXIVE
    elif _is_command(r, i - 1):
        r.roles[i] = OBJECT if what == NONE and r.low(i + 1) != "best" else POSSESSIVE
        if r.roles[i] == OBJECT and not _is_own_command(r, i):
            doubt(r, i, f"'{verb} je' kan een opdracht zijn, of '{r.lex.formal(verb)} u'")
        if what == VERBNOUN and verb == "laat":
            doubt(r, i)
    elif lex.is_base(verb):
        if not r.is_question and what != NONE and r.low(i - 2) == ",":
            doubt(r, i)
        if "ik" in r.between(r.clause_start(i - 1), i):
            r.roles[i] = OBJECT if what == NONE else POSSESSIVE
            doubt(r, i, "wie doet het: 'ik' of 'je'?")
        else:
            make_subject(r, i)
    elif lex.is_either(verb):
        after_either(r, i, what)
    else:
        _after_other(r, i, what)


def _my_own(r: Reading, i: int) -> bool:
    """Tell whether the verb before has *je* as its subject already: ``je voelt je``."""
    start = r.clause_start(i - 1)
    if any(r.roles.get(j) == SUBJECT for j in range(start, i - 1)):
        return True
    coordinated = r.low(i - 2) in ("en", "of", "maar") and r.lex.is_third(r.low(i - 1))
    return coordinated and SUBJECT in r.roles.values() and r.roles.get(0) == SUBJECT


def _is_command(r: Reading, i: int) -> bool:
    """Tell whether a verb before *je* is an imperative: ``geef je week een cijfer``."""
    verb = r.low(i)
    if verb == "was" and i == 0 and not r.is_question:
        return r.lex.has("body", r.low(i + 2))
    if r.is_question or verb in r.lex.classes["modal"] or r.lex.is_past(verb):
        return False
    if not (r.lex.is_base(verb) or r.lex.is_either(verb)):
        return False
    after_comma = r.low(i - 1) in (",", "en", "of", "maar", "dan") and _commands(r)
    first = i == 0 or after_comma or r.low(i - 1) in (":", ";", "-", "–", "(")
    marks = (j for j in range(i, len(r.tokens)) if r.low(j) == ",")
    return first and not any("dan" in r.between(j + 1, j + 4) for j in marks)


def _is_own_command(r: Reading, i: int) -> bool:
    """Tell whether a command is one to oneself, or a usual one: ``haast je``, ``laat je``."""
    verb = r.low(i - 1)
    stems = {v.infinitive for v in r.lex.verbs(verb)}
    loose = [w for w in r.between(i + 1, r.clause_end(i)) if r.lex.has("particle", w)]
    usual = verb in ("laat", "dank", "geef", "maak", "trek")
    whole = (word + stem for word in ("", *loose) for stem in stems)
    return usual or any(r.lex.has("reflexive", name) for name in whole)


def _commands(r: Reading) -> bool:
    first = r.low(0)
    return r.lex.is_base(first) or r.lex.is_either(first)


def _after_other(r: Reading, i: int, what: int) -> None:
    """After ``helpt`` or ``geven``: someone else is the subject."""
    names = {v.infinitive for v in r.lex.verbs(r.low(i - 1))} | {r.low(i - 1)}
    giving = bool(names & r.lex.classes["giving"])
    if what == NONE and _only_finite(r, r.low(i + 1)):
        what = UNKNOWN
    if what == NONE:
        verb = r.infinitive_with_te(i)
        r.roles[i] = REFLEXIVE if verb and _own_infinitive(r, i, verb) else OBJECT
    elif "stellen" in names and r.low(i + 1) in ("vragen", "eisen", "voorwaarden"):
        r.roles[i] = OBJECT
    elif what == DEFINITE or not giving:
        r.roles[i] = POSSESSIVE
        if r.lex.has("function-or-noun", r.low(i + 1)) or r.is_time(i + 1):
            doubt(r, i)
    elif "je" in r.between(i + 2, r.clause_end(i)):
        r.roles[i] = POSSESSIVE
    elif what == MASS and names & r.lex.classes["bringing"]:
        r.roles[i] = OBJECT
    elif "vertellen" in names or ("doen" in names and not r.lex.has("given", r.low(i + 1))):
        r.roles[i] = POSSESSIVE
    elif r.lex.has("given", r.low(i + 1)):
        r.roles[i] = OBJECT
    else:
        r.roles[i] = POSSESSIVE if what == PLURAL else OBJECT
        doubt(r, i)


def _only_finite(r: Reading, word: str) -> bool:
    """Tell whether a word looks like a finite verb and nothing else; after one it is a noun."""
    lex = r.lex
    other = lex.is_infinitive(word) or lex.is_participle(word) or lex.is_adjective(word)
    return lex.is_finite_singular(word) and not other and not lex.is_function(word)


def _own_infinitive(r: Reading, i: int, verb: str) -> bool:
    infinitive = r.lex.is_infinitive(r.low(i - 1)) and r.low(i - 1) not in ("zijn", "hebben")
    return infinitive and SUBJECT in r.roles.values() and is_reflexive(r, verb)

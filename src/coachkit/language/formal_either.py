"""*je* behind a verb of which others may be the subject as well: ``zou je``, ``had je``."""

from __future__ import annotations

from coachkit.language.formal_roles import (
    DEFINITE,
    MASS,
    NONE,
    OBJECT,
    PLURAL,
    POSSESSIVE,
    UNKNOWN,
    VERBNOUN,
    Reading,
)
from coachkit.language.formal_subject import (
    ACTS,
    MODAL_SHIFT,
    NOW,
    doubt,
    gives,
    make_subject,
    takes_person,
)

_STANDS = frozenset(
    {"zit", "zat", "lag", "stond", "kwam", "ging", "bleef", "verdween", "groeide", "veranderde"}
    | {"verliep", "eindigde", "ontstond"}
)
"""Verbs that have no object: a noun behind *je* is the one that sits."""

_FELT = frozenset({"had", "voelde", "kreeg", "zocht", "vroeg", "ervoer", "merkte", "gebruikte"})
"""Verbs of which the noun behind *je* is the object, when nothing else is."""

_PEOPLE = frozenset({"ik", "hij", "zij", "ze", "we", "wij", "iemand", "niemand", "iedereen", "men"})


def after_either(r: Reading, i: int, what: int) -> None:
    """After ``zou``, ``laat``, ``vond``: *je* is the subject, unless a noun must have it."""
    asked = _subject_asked(r, r.clause_start(i - 1), i - 1)
    if what == DEFINITE and _becomes(r, i):
        make_subject(r, i)
    elif what == DEFINITE:
        r.roles[i] = POSSESSIVE
    elif what == NONE or (what == PLURAL and not asked):
        _either_subject(r, i, asked)
    else:
        _before_noun(r, i, what, open_to_others=asked)


def _before_noun(r: Reading, i: int, what: int, *, open_to_others: bool) -> None:
    """Read ``zou je hulp vragen``, in which a noun follows that may be of *je* or not."""
    verb = r.low(i - 1)
    brought = what == MASS and gives(r, [r.final_verb(i)], "bringing")
    if brought and open_to_others:
        r.roles[i] = OBJECT
    elif brought or _is_surely_subject(r, i, what, open_to_others=open_to_others):
        make_subject(r, i)
    elif _is_of_noun(r, i, what):
        r.roles[i] = POSSESSIVE
    else:
        make_subject(r, i)
        doubt(r, i)
        if verb in ("was", "werd"):
            r.roles[i] = POSSESSIVE


def _is_of_noun(r: Reading, i: int, what: int) -> bool:
    """Tell whether the noun is the subject: ``mag je angst er zijn``, ``waar zit je rust``."""
    verb = r.low(i - 1)
    if verb in NOW and r.low(i + 2) == "er" and r.final_verb(i) == "zijn":
        return True
    return what in (MASS, UNKNOWN) and verb in _STANDS and r.lex.is_noun(r.low(i + 1))


def _is_surely_subject(r: Reading, i: int, what: int, *, open_to_others: bool) -> bool:
    verb = r.low(i - 1)
    if (what == VERBNOUN and r.is_mark(i + 2)) or (r.is_time(i + 1) and verb in NOW):
        return True
    if what == VERBNOUN and verb in NOW and not open_to_others and not _has_infinitive(r, i + 2):
        return True
    felt = what == MASS and verb in _FELT and _ends_object(r, i + 2)
    return not open_to_others and (felt or _acts_on(r, i + 2))


def _has_infinitive(r: Reading, start: int) -> bool:
    """Tell whether an infinitive without *te* stands behind a place in its clause."""
    places = range(start, r.clause_end(start - 1))
    return any(r.lex.is_infinitive(r.low(j)) and r.low(j - 1) != "te" for j in places)


def _ends_object(r: Reading, place: int) -> bool:
    """Tell whether no other object stands at a place."""
    word = r.low(place)
    more = word in ("genoeg", "nodig", "toen", "gehad", "gevraagd", "gekregen", "gezocht")
    return r.is_mark(place) or more or r.lex.has("preposition", word)


def _acts_on(r: Reading, place: int) -> bool:
    """Tell whether only a person can do what stands behind a noun: ``zou je hulp vragen``."""
    helpers = ("kunnen", "willen", "durven", "gaan", "mogen", "moeten")
    while r.low(place) in helpers and r.lex.is_infinitive(r.low(place + 1)):
        place += 1
    return r.low(place) in ACTS


def _becomes(r: Reading, i: int) -> bool:
    """Tell whether *je* is to be someone, as in ``wil je vader worden``."""
    rest = r.between(i + 2, r.clause_end(i))
    last = rest[-1:] in (["worden"], ["zijn"], ["blijven"])
    bare = all(word in ("willen", "kunnen", "gaan") for word in rest[:-1])
    return last and bare and r.lex.is_person(r.low(i + 1))


def _either_subject(r: Reading, i: int, open_to_others: bool) -> None:
    verb = r.low(i - 1)
    words = r.between(r.clause_start(i - 1), i - 1)
    if verb in ("kan", "wil", "zal") and open_to_others:
        final = r.final_verb(i)
        if "wie" in words or (verb != "wil" and takes_person(r, final)):
            doubt(
                r,
                i,
                f"'{verb} je' kan hier '{verb} u' of '{MODAL_SHIFT[verb]} u' zijn: wie doet het?",
            )
            if "wie" in words:
                r.roles[i] = OBJECT
                return
    if _PEOPLE & set(words):
        r.roles[i] = OBJECT
        return
    make_subject(r, i)


def _subject_asked(r: Reading, start: int, end: int) -> bool:
    """Tell whether a clause asks for its subject: ``wie``, ``wat``, but not ``met wie``."""
    asked = (j for j in range(start, end) if r.lex.has("subject-question", r.low(j)))
    return any(not r.lex.has("preposition", r.low(j - 1)) for j in asked)

"""Whose *je* is in a subordinate clause: ``als je moe bent``, ``als je baas boos wordt``."""

from __future__ import annotations

from coachkit.language.formal_roles import (
    DEFINITE,
    MASS,
    NONE,
    OBJECT,
    PLURAL,
    POSSESSIVE,
    VERBNOUN,
    Reading,
)
from coachkit.language.formal_subject import ACTS, doubt, gives, make_subject, takes_person

_SECOND = frozenset({"hebt", "bent", "kunt", "wilt", "zult"})
_THIRD = frozenset({"is", "heeft"})


def sub_clause(r: Reading, i: int) -> None:
    """``als je ...``: the verb, at the end, may tell whose it is."""
    what = r.phrase(i)
    alone = r.lex.is_finite_singular(r.low(i + 1)) and r.ends_clause(i + 2)
    if r.low(i - 1) == "of" and what != NONE and r.ends_clause(i + 2):
        _one_of_two(r, i, alone=alone and what != DEFINITE)
        return
    if what == NONE or alone:
        make_subject(r, i)
        _may_be_done_to(r, i)
        if r.low(i - 1) == "wie" and {"kan", "wil", "zal"} & set(r.between(i, r.clause_end(i))):
            doubt(r, i, "'wie je kan' en 'wie je wil': wie doet het?")
        return
    words = r.between(i + 2, r.clause_end(i))
    telling = next((w for w in words if w in _SECOND | _THIRD), "")
    if telling in _SECOND:
        make_subject(r, i)
    elif telling:
        r.roles[i] = POSSESSIVE
    else:
        _noun_in_sub_clause(r, i, what, words)


def _one_of_two(r: Reading, i: int, *, alone: bool) -> None:
    """Read ``je hoofd of je hart``; but ``of je sport`` may be a clause."""
    word = r.low(i + 1)
    noun = r.lex.is_noun(word) or r.lex.has("verb-or-noun", word)
    if r.roles.get(i - 3) == POSSESSIVE and noun:
        r.roles[i] = POSSESSIVE
        return
    if alone:
        make_subject(r, i)
    else:
        r.roles[i] = POSSESSIVE
    if alone == noun:
        doubt(r, i)


def _may_be_done_to(r: Reading, i: int) -> None:
    """Read ``wat je kan overkomen``, and doubt ``iemand die je kan helpen``."""
    words = r.between(i + 1, r.clause_end(i))
    open_to_others = r.low(i - 1) in ("wat", "die", "dat") and {"kan", "wil", "zal"} & set(words)
    final = r.final_verb(i)
    if open_to_others and r.lex.has("happening", final):
        r.roles[i] = OBJECT
        r.verbs = {place: said for place, said in r.verbs.items() if place < i}
    elif open_to_others and takes_person(r, final):
        doubt(r, i, f"'{r.low(i - 1)} je {words[0]}': wie doet het?")


def _noun_in_sub_clause(r: Reading, i: int, what: int, words: list[str]) -> None:
    if what == DEFINITE:
        r.roles[i] = POSSESSIVE
        if r.lex.is_person(r.low(i + 1)) and r.low(i + 2) in ("wordt", "was", "werd"):
            doubt(r, i)
    elif what == PLURAL:
        _plural_in_sub_clause(r, i, words)
    else:
        if what == MASS and gives(r, words, "bringing") and r.low(i - 1) in ("wat", "dat", "die"):
            r.roles[i] = OBJECT
            return
        make_subject(r, i)
        says = r.low(i + 1) in ("ja", "nee") and any(
            verb.infinitive == "zeggen" for word in words for verb in r.lex.verbs(word)
        )
        sure = says or (what == VERBNOUN and not words) or _acts(r, i, what, words)
        if not sure:
            doubt(r, i)


def _acts(r: Reading, i: int, what: int, words: list[str]) -> bool:
    """Tell whether only a person does what the verb says: ``als je rust zoekt``."""
    known = what in (MASS, VERBNOUN) or r.lex.is_noun(r.low(i + 1))
    modal = words[:1] in (
        ["kan"],
        ["kon"],
        ["mag"],
        ["mocht"],
        ["wil"],
        ["wilde"],
        ["moet"],
        ["moest"],
    )
    rest = words[modal:]
    verbs = r.lex.verbs(rest[0]) if rest else ()
    return known and len(rest) == 1 and any(verb.infinitive in ACTS for verb in verbs)


def _plural_in_sub_clause(r: Reading, i: int, words: list[str]) -> None:
    """Several things need a verb of many: ``wanneer je plannen veranderen``."""
    one = [w for w in words if r.lex.is_finite_singular(w) and not r.lex.is_noun(w)]
    others = [w for w in words if r.lex.has("subject", w)]
    if one:
        make_subject(r, i)
        if others:
            doubt(r, i)
    else:
        r.roles[i] = POSSESSIVE
        if not any(r.lex.is_plural(w) for w in words):
            doubt(r, i)

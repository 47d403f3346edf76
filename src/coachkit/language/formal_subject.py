"""When *je* is the subject, and what that does to its verb."""

from __future__ import annotations

from coachkit.language.formal_roles import SUBJECT, Reading

MODAL_SHIFT = {"kan": "kunt", "wil": "wilt", "zal": "zult", "heb": "hebt", "ben": "bent"}
NOW = frozenset({"kan", "wil", "zal", "zou", "mag", "moet"})

# Words of a closed class that are a verb as well: ``los je dat op``, ``open je de deur``.
_LOOSE = frozenset({"los", "open", "rond", "ruim", "stil", "vast", "moest", "mocht", "nodig"})


def doubt(r: Reading, i: int, said: str = "") -> None:
    """Note that a person must decide; unless it is said, between *u* and *uw*."""
    word = r.tokens[i + 1].text if i + 1 < len(r.tokens) else ""
    r.doubts.append(said or f"'je {word}' kan hier 'u {word}' of 'uw {word}' zijn")


def make_subject(r: Reading, i: int) -> None:
    """Make *je* the subject, and its verb one that goes with *u*."""
    r.roles[i] = SUBJECT
    before = r.low(i - 1)
    if verb_before(r, i) and (r.lex.is_base(before) or r.lex.is_either(before)):
        r.verbs[i - 1] = r.lex.formal(before)
        _first_of_two(r, i - 3)
        return
    end = r.clause_end(i)
    for place in range(i + 1, end):
        if r.low(place) in MODAL_SHIFT and not r.is_noun_here(place):
            r.verbs[place] = MODAL_SHIFT[r.low(place)]
            return


def _first_of_two(r: Reading, i: int) -> None:
    """Give the first of two verbs its ending too: ``wat voel en denk je``."""
    if i < 1 or r.low(i + 1) not in ("en", "of") or r.is_noun_here(i):
        return
    if r.lex.is_base(r.low(i)) and not has_finite(r, r.clause_start(i), i):
        r.verbs[i] = r.lex.formal(r.low(i))


def verb_before(r: Reading, i: int) -> bool:
    """Tell whether the word before *je* is a finite verb."""
    word = r.low(i - 1)
    if i == 0 or r.is_mark(i - 1) or r.is_noun_here(i - 1):
        return False
    if r.lex.is_function(word):
        return word in _LOOSE and not has_finite(r, r.clause_start(i - 1), i - 1)
    finite = r.lex.is_base(word) or r.lex.is_either(word) or r.lex.is_third(word)
    if not (finite or r.lex.is_plural(word)):
        return False
    if not r.lex.is_noun(word):
        return True
    return not has_finite(r, r.clause_start(i - 1), i - 1)


def has_finite(r: Reading, start: int, end: int) -> bool:
    """Tell whether there is a word, before a place, that is a finite verb and nothing else."""
    for place in range(start, end):
        word = r.low(place)
        sure = r.lex.is_base(word) or r.lex.is_either(word) or r.lex.is_third(word)
        if sure and not (r.lex.is_noun(word) or r.lex.is_function(word) or r.is_noun_here(place)):
            return True
    return False


def is_reflexive(r: Reading, verb: str) -> bool:
    """Tell whether a verb is used with *zich*."""
    names = {v.infinitive for v in r.lex.verbs(verb)} | {verb}
    return bool(names & r.lex.classes["reflexive"])


def gives(r: Reading, words: list[str], kind: str = "giving") -> bool:
    """Tell whether one of some words is a verb of giving, or of bringing, to someone."""
    verbs = (verb for word in words for verb in r.lex.verbs(word))
    return any(r.lex.has(kind, verb.infinitive) for verb in verbs)

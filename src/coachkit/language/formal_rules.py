"""The rules that give each *je* its role, by what stands before it."""

from __future__ import annotations

from coachkit.language.formal_after_verb import after_verb
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
    NOW,
    doubt,
    gives,
    has_finite,
    is_reflexive,
    make_subject,
    verb_before,
)

_SECOND = frozenset({"hebt", "bent", "kunt", "wilt", "zult"})
_THIRD = frozenset({"is", "heeft"})
_TEMPORAL = frozenset({"voor", "tot", "sinds"})


def read(reading: Reading) -> None:
    """Give every *je*, *jij*, *jou* and *jouw* of a sentence its role."""
    for i, token in enumerate(reading.tokens):
        if token.low == "jij":
            make_subject(reading, i)
        elif token.low == "je":
            _read_je(reading, i)


def _read_je(r: Reading, i: int) -> None:
    before = r.low(i - 1)
    if before in ("je", "jij") and r.roles.get(i - 1) == SUBJECT:
        r.roles[i] = _second_je(r, i)
    elif r.lex.has("preposition", before):
        _after_preposition(r, i)
    elif verb_before(r, i):
        after_verb(r, i)
    elif _opens(r, i):
        _at_clause_start(r, i)
    else:
        _elsewhere(r, i)


def _second_je(r: Reading, i: int) -> str:
    """*je* right behind the subject: ``voel je je`` or ``geef je je dag``."""
    what, verb, word = r.phrase(i), r.low(i - 2), r.low(i + 1)
    if word == "best" and verb in ("doe", "deed"):
        return POSSESSIVE
    if what == NONE or _worries(r, i) or _closing_infinitive(r, i, what):
        return REFLEXIVE
    names = {v.infinitive for v in r.lex.verbs(verb)} if verb else set()
    sure = what == DEFINITE and "gunnen" in names
    if names & r.lex.classes["reflexive-with-object"] and not sure:
        doubt(r, i, f"'je {word}' kan hier 'zich' of 'uw' zijn")
    if verb == "was":
        r.verbs[i - 2] = "wast"
        if word not in r.lex.classes["body"]:
            doubt(r, i, "'was' kan van wassen of van zijn komen")
    return POSSESSIVE


def _worries(r: Reading, i: int) -> bool:
    """Tell whether it says ``je zorgen maken``, in which the worries are of no one."""
    words = r.between(i - 2, r.clause_end(i))
    return r.low(i + 1) in ("zorgen", "kopzorgen") and any("maak" in w or "mak" in w for w in words)


def _closing_infinitive(r: Reading, i: int, what: int) -> bool:
    """Tell whether *zich* stands before its verb at the end: ``hoe wil je je gedragen``."""
    closes = what == VERBNOUN and r.ends_clause(i + 2)
    return closes and is_reflexive(r, r.low(i + 1))


def _after_preposition(r: Reading, i: int) -> None:
    before = r.low(i - 1)
    what = r.phrase(i)
    if before == "uit" and not has_finite(r, r.clause_start(i - 1), i - 1) and r.is_question:
        doubt(r, i, "'uit je' kan van uiten komen")
    if what != NONE:
        r.roles[i] = POSSESSIVE
        bare = what != DEFINITE and before in _TEMPORAL and _ends_in_finite(r, i)
        modal = set(r.between(r.clause_start(i - 1), i)) & (NOW | {"kun", "zul"})
        infinitive = what == VERBNOUN and modal and r.is_mark(i + 2)
        if bare or infinitive or r.lex.has("function-or-noun", r.low(i + 1)):
            doubt(r, i)
        return
    verb = r.infinitive_with_te(i - 1)
    if verb and before in ("om", "door", "zonder", "met", "van", "aan"):
        r.roles[i] = REFLEXIVE if is_reflexive(r, verb) else OBJECT
        return
    if r.low(i + 1) == "best":
        r.roles[i] = POSSESSIVE
        return
    if before in _TEMPORAL and _ends_in_finite(r, i):
        make_subject(r, i)
        return
    if r.subject_before(i - 1) and r.low(i + 1) != "heen" and before != "over":
        _own_place(r, i)
        return
    r.roles[i] = OBJECT


def _own_place(r: Reading, i: int) -> None:
    """``met je mee``, ``achter je laten``: *zich* when *je* is the subject, or a doubt."""
    before = r.low(i - 1)
    words = set(r.between(i + 1, r.clause_end(i)))
    clause = set(r.between(r.clause_start(i - 1), i)) | words
    along = before == "met" and any(word.startswith("mee") for word in words)
    behind = before == "achter" and bool({"laat", "laten", "liet", "gelaten"} & clause)
    ahead = before == "voor" and bool({"uit", "zie", "zien", "ziet", "zag"} & clause)
    if along or behind or ahead or (before == "van" and "af" in words):
        r.roles[i] = REFLEXIVE
        return
    r.roles[i] = OBJECT
    doubt(r, i, f"'{before} je' kan hier '{before} u' of '{before} zich' zijn")


def _ends_in_finite(r: Reading, i: int) -> bool:
    words = r.between(i + 1, r.clause_end(i))
    return any(
        r.lex.is_finite_singular(w) and not (r.lex.is_noun(w) or r.lex.is_function(w))
        for w in words
    )


def _opens(r: Reading, i: int) -> bool:
    before = r.low(i - 1)
    classes = ("subordinator", "coordinator", "question")
    opened = any(r.lex.has(name, before) for name in classes) or before in ("dat", "die")
    after = r.low(i + 1)
    then = before == "dan" and r.lex.is_finite_singular(after) and not r.lex.is_noun(after)
    return r.is_mark(i - 1) or opened or then


def _at_clause_start(r: Reading, i: int) -> None:
    before = r.low(i - 1)
    if r.is_mark(i - 1) or (r.lex.has("coordinator", before) and before != "of"):
        _main_clause(r, i)
    else:
        _sub_clause(r, i)


def _main_clause(r: Reading, i: int) -> None:
    """``Je hebt ...`` or ``Je doel is ...``."""
    word, after = r.low(i + 1), r.low(i + 2)
    lex = r.lex
    finite = lex.is_finite_singular(word) and not lex.is_count(word)
    doubled = lex.is_noun(word) and (lex.is_third(after) or lex.is_either(after))
    if finite and not doubled:
        make_subject(r, i)
        if lex.is_noun(word):
            doubt(r, i)
    elif r.phrase(i) != NONE:
        r.roles[i] = POSSESSIVE
    else:
        make_subject(r, i)


def _sub_clause(r: Reading, i: int) -> None:
    """``als je ...``: the verb, at the end, may tell whose it is."""
    what = r.phrase(i)
    if what == NONE or (r.lex.is_finite_singular(r.low(i + 1)) and r.ends_clause(i + 2)):
        make_subject(r, i)
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


def _noun_in_sub_clause(r: Reading, i: int, what: int, words: list[str]) -> None:
    if what == DEFINITE:
        r.roles[i] = POSSESSIVE
        if r.lex.is_person(r.low(i + 1)) and r.low(i + 2) in ("wordt", "was", "werd"):
            doubt(r, i)
    elif what == PLURAL:
        _plural_in_sub_clause(r, i, words)
    else:
        make_subject(r, i)
        given = (
            what == MASS and gives(r, words, "bringing") and r.low(i - 1) in ("wat", "dat", "die")
        )
        says = r.low(i + 1) in ("ja", "nee") and any(
            verb.infinitive == "zeggen" for word in words for verb in r.lex.verbs(word)
        )
        if not given and not says and not (what == VERBNOUN and not words):
            doubt(r, i)


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


def _elsewhere(r: Reading, i: int) -> None:
    """After a noun, a pronoun or an adverb: ``dat het je lukt``, ``alleen je hoofd``."""
    what = r.phrase(i)
    words = r.between(i + 1, r.clause_end(i))
    if _may_be_unknown_verb(r, i):
        doubt(r, i, f"het woord '{r.low(i - 1)}' is niet bekend")
    whole = r.between(r.clause_start(i - 1), r.clause_end(i))
    if what == NONE or (what == MASS and gives(r, whole, "bringing")):
        r.roles[i] = OBJECT
        return
    r.roles[i] = POSSESSIVE
    if what in (PLURAL, UNKNOWN) and gives(r, words):
        doubt(r, i)
    elif what == VERBNOUN and r.is_mark(i + 2):
        r.roles[i] = OBJECT
        doubt(r, i)
    elif r.lex.has("function-or-noun", r.low(i + 1)):
        doubt(r, i)


def _may_be_unknown_verb(r: Reading, i: int) -> bool:
    """Tell whether the word before is unknown in a clause that lacks a verb."""
    word, lex = r.low(i - 1), r.lex
    known = lex.is_noun(word) or lex.is_function(word) or lex.is_adjective(word)
    if known or lex.is_verb(word) or lex.has("determiner", word):
        return False
    start, end = r.clause_start(i - 1), r.clause_end(i)
    return not (has_finite(r, start, i - 1) or has_finite(r, i, end))

"""The rules that give each *je* its role, by what stands before it."""

from __future__ import annotations

from coachkit.language.formal_after_verb import after_verb
from coachkit.language.formal_clauses import sub_clause
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
    MODALS_OF_MANY,
    NOW,
    doubt,
    gives,
    has_finite,
    is_reflexive,
    make_subject,
    stem_and_preposition,
    verb_before,
)

_TEMPORAL = frozenset({"voor", "tot", "sinds"})


def read(reading: Reading) -> None:
    """Give every *je*, *jij*, *jou* and *jouw* of a sentence its role."""
    for i, token in enumerate(reading.tokens):
        if token.low == "jij":
            make_subject(reading, i)
        elif token.low == "jijzelf" and verb_before(reading, i):
            doubt(reading, i, "'jijzelf' staat hier achter zijn werkwoord")
        elif token.low == "je":
            _read_je(reading, i)


def _read_je(r: Reading, i: int) -> None:
    before = r.low(i - 1)
    if before in ("je", "jij") and r.roles.get(i - 1) == SUBJECT:
        r.roles[i] = _second_je(r, i)
    elif r.lex.has("preposition", before) and not stem_and_preposition(r, i):
        _after_preposition(r, i)
    elif stem_and_preposition(r, i) or verb_before(r, i):
        after_verb(r, i)
    elif _opens(r, i):
        _at_clause_start(r, i)
    else:
        _elsewhere(r, i)


def _second_je(r: Reading, i: int) -> str:
    """*je* right behind the subject: ``voel je je`` or ``geef je je dag``."""
    what, verb, word = r.phrase(i), r.low(i - 2), r.low(i + 1)
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
    made = r.low(i + 1) in ("zorgen", "kopzorgen", "druk")
    return made and any("maak" in w or "mak" in w for w in words)


def _closing_infinitive(r: Reading, i: int, what: int) -> bool:
    """Tell whether *zich* stands before its verb at the end: ``hoe wil je je gedragen``."""
    closes = what in (VERBNOUN, PLURAL) and r.ends_clause(i + 2)
    return closes and is_reflexive(r, r.low(i + 1))


def _after_preposition(r: Reading, i: int) -> None:
    before = r.low(i - 1)
    what = r.phrase(i)
    start, end = r.clause_start(i - 1), r.clause_end(i)
    if before == "uit" and r.is_question and not has_finite(r, start, end):
        doubt(r, i, "'uit je' kan van uiten komen")
    if what != NONE:
        r.roles[i] = POSSESSIVE
        bare = what != DEFINITE and before in _TEMPORAL and _ends_in_finite(r, i)
        infinitive = what == VERBNOUN and r.is_mark(i + 2) and _lacks_infinitive(r, i)
        if infinitive and (before, r.low(i + 1)) in _OF_OTHERS:
            r.roles[i] = OBJECT
        elif bare and {"is", "heeft"} & set(r.between(i + 2, end)):
            return
        elif bare or infinitive or r.lex.has("function-or-noun", r.low(i + 1)):
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


_OF_OTHERS = frozenset(
    {("van", "vragen"), ("voor", "zorgen"), ("aan", "denken"), ("over", "denken")}
    | {("over", "dromen"), ("van", "dromen"), ("met", "dansen")}
)


def _lacks_infinitive(r: Reading, i: int) -> bool:
    """Tell whether a modal verb of others has no infinitive: ``wat kunnen zij van je vragen``."""
    if r.subject_before(i - 1):
        return False
    words = r.between(r.clause_start(i - 1), i - 1)
    modals = NOW | {"kun", "zul"} | MODALS_OF_MANY
    return bool(modals & set(words)) and not any(
        r.lex.is_infinitive(word) and word not in MODALS_OF_MANY for word in words
    )


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
        sub_clause(r, i)


def _main_clause(r: Reading, i: int) -> None:
    """``Je hebt ...`` or ``Je doel is ...``."""
    word, after = r.low(i + 1), r.low(i + 2)
    lex = r.lex
    finite = lex.is_finite_singular(word)
    if finite and lex.is_count(word):
        finite = not has_finite(r, i + 2, r.clause_end(i)) and not r.ends_clause(i + 2)
    doubled = lex.is_noun(word) and (lex.is_third(after) or lex.is_either(after))
    if r.low(i - 1) == "en" and r.roles.get(i - 3) == POSSESSIVE and lex.is_noun(word):
        r.roles[i] = POSSESSIVE
    elif finite and not doubled:
        make_subject(r, i)
        if lex.is_noun(word) and not (lex.is_count(word) and r.low(len(r.tokens) - 1) == "."):
            doubt(r, i)
    elif r.phrase(i) != NONE:
        r.roles[i] = POSSESSIVE
    else:
        make_subject(r, i)


def _elsewhere(r: Reading, i: int) -> None:
    """After a noun, a pronoun or an adverb: ``dat het je lukt``, ``alleen je hoofd``."""
    what = r.phrase(i)
    if what == NONE and _same_as_subject(r, i):
        r.roles[i] = REFLEXIVE
        return
    words = r.between(i + 1, r.clause_end(i))
    if _may_be_unknown_verb(r, i):
        doubt(r, i, f"het woord '{r.low(i - 1)}' is niet bekend")
    whole = r.between(r.clause_start(i - 1), r.clause_end(i))
    if what == NONE or (what == MASS and gives(r, whole, "bringing")):
        r.roles[i] = OBJECT
        return
    r.roles[i] = POSSESSIVE
    if r.low(i - 1) == "het" and what != DEFINITE and _manages(r, i):
        r.roles[i] = OBJECT
        if what != MASS:
            doubt(r, i)
    elif what in (PLURAL, UNKNOWN) and gives(r, words):
        doubt(r, i)
    elif what == VERBNOUN and r.is_mark(i + 2):
        r.roles[i] = OBJECT
        doubt(r, i)
    elif r.lex.has("function-or-noun", r.low(i + 1)):
        doubt(r, i)


def _same_as_subject(r: Reading, i: int) -> bool:
    """Tell whether *je* stands a word behind its subject: ``hoe je het je voorstelt``."""
    return r.low(i - 1) in ("het", "'t", "er") and r.roles.get(i - 2) == SUBJECT


def _manages(r: Reading, i: int) -> bool:
    """Tell whether it says what someone manages to do: ``lukt het je rust te nemen``."""
    return bool(r.infinitive_with_te(i)) and "om" not in r.between(i, r.clause_end(i))


def _may_be_unknown_verb(r: Reading, i: int) -> bool:
    """Tell whether the word before is unknown in a clause that lacks a verb."""
    word, lex = r.low(i - 1), r.lex
    known = lex.is_noun(word) or lex.is_function(word) or lex.is_adjective(word)
    if known or lex.is_verb(word) or lex.has("determiner", word):
        return False
    start, end = r.clause_start(i - 1), r.clause_end(i)
    return not (has_finite(r, start, i - 1) or has_finite(r, i, end))

"""When *je* is the subject, and what that does to its verb."""

from __future__ import annotations

from coachkit.language.formal_roles import SUBJECT, Reading

MODAL_SHIFT = {"kan": "kunt", "wil": "wilt", "zal": "zult", "heb": "hebt", "ben": "bent"}
MODALS_OF_MANY = frozenset(
    {"kunnen", "willen", "zullen", "zouden", "mogen", "moeten", "konden", "wilden", "moesten"}
)
NOW = frozenset({"kan", "wil", "zal", "zou", "mag", "moet"})

ACTS = frozenset(
    {"nemen", "vragen", "zoeken", "maken", "krijgen", "vinden", "gebruiken", "voelen", "houden"}
    | {"geven", "hebben", "bieden", "accepteren", "doen", "drinken", "spelen", "volgen", "leren"}
    | {
        "studeren",
        "ervaren",
        "stellen",
        "opnemen",
        "schrijven",
        "kijken",
        "luisteren",
        "toelaten",
        "tonen",
    }
)
"""What only a person does."""

# Words of a closed class that are a verb as well: ``los je dat op``, ``open je de deur``.
_LOOSE = frozenset({"los", "open", "rond", "ruim", "stil", "vast", "moest", "mocht", "nodig"})


# Adverbs that are the stem of a verb that is never used with *je*.
_SELDOM = frozenset({"zo", "wel", "weer", "veel", "meer", "minder", "min", "heel", "net", "even"})


def doubt(r: Reading, i: int, said: str = "") -> None:
    """Note that a person must decide; unless it is said, between *u* and *uw*."""
    word = r.tokens[i + 1].text if i + 1 < len(r.tokens) else ""
    r.doubts.append(said or f"'je {word}' kan hier 'u {word}' of 'uw {word}' zijn")


def make_subject(r: Reading, i: int) -> None:
    """Make *je* the subject, and its verb one that goes with *u*."""
    r.roles[i] = SUBJECT
    before = r.low(i - 1)
    behind = stem_and_preposition(r, i) or verb_before(r, i)
    if behind and (r.lex.is_base(before) or r.lex.is_either(before)):
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
    elif r.low(i) in MODAL_SHIFT:
        r.verbs[i] = MODAL_SHIFT[r.low(i)]


def verb_before(r: Reading, i: int) -> bool:
    """Tell whether the word before *je* is a finite verb."""
    word = r.low(i - 1)
    if i == 0 or r.is_mark(i - 1):
        return False
    if r.is_noun_here(i - 1):
        return _behind_that(r, i) and r.lex.is_base(word)
    if r.lex.is_function(word):
        only = word in _LOOSE or _may_be_stem(r, i)
        return only and not has_finite(r, r.clause_start(i - 1), i - 1)
    finite = r.lex.is_base(word) or r.lex.is_either(word) or r.lex.is_third(word)
    if not (finite or r.lex.is_plural(word)):
        return False
    if not r.lex.is_noun(word):
        return True
    start, end = r.clause_start(i - 1), r.clause_end(i)
    counted = r.low(start) in ("hoeveel", "welk", "welke") and start == i - 2
    return not has_finite(r, start, i - 1) and not (counted and _has_second(r, i + 1, end))


def _behind_that(r: Reading, i: int) -> bool:
    """Tell whether *dat* is the object of a verb that may be a noun: ``dat hoop je``."""
    start = r.clause_start(i - 1)
    alone = start == i - 2 and r.low(start) in ("dat", "dit", "die")
    return alone and not has_finite(r, i + 1, r.clause_end(i))


def _has_second(r: Reading, start: int, end: int) -> bool:
    """Tell whether a verb goes with *je* for sure: ``hoeveel hoop je hebt``."""
    sure = {"hebt", "bent", "kunt", "wilt", "zult"}
    return bool(sure & set(r.between(start, end))) or r.lex.is_third(r.low(end - 1))


def _may_be_stem(r: Reading, i: int) -> bool:
    """Tell whether an adverb before *je* is the only verb there can be: ``wat pas je aan``."""
    word = r.low(i - 1)
    links = ("subordinator", "question", "coordinator", "determiner", "subject", "preposition")
    stem = r.lex.is_base(word) or r.lex.is_either(word)
    seldom = word in _SELDOM and r.low(i + 1) != "je"
    if not stem or seldom or any(r.lex.has(name, word) for name in links):
        return False
    return not has_finite(r, i + 1, r.clause_end(i))


def stem_and_preposition(r: Reading, i: int) -> bool:
    """Tell whether *uit* or *rond* before *je* is of a verb: ``hoe rond je dat af``."""
    word, start, end = r.low(i - 1), r.clause_start(i - 1), r.clause_end(i)
    if word not in ("uit", "rond") or has_finite(r, start, i - 1) or has_finite(r, i + 1, end):
        return False
    if word == "rond":
        return "af" in r.between(i + 1, end)
    return r.is_question and (i - 1 > start or r.low(i + 1) == "je")


def has_finite(r: Reading, start: int, end: int) -> bool:
    """Tell whether there is a word, before a place, that is a finite verb and nothing else."""
    for place in range(start, end):
        word = r.low(place)
        sure = r.lex.is_base(word) or r.lex.is_either(word) or r.lex.is_third(word)
        other = r.lex.is_noun(word) or r.lex.is_function(word) or _only_quality(r, word)
        late = word == "laat" and r.low(place - 1) in ("hoe", "te", "zo", "heel", "erg")
        if sure and not other and not late and not r.is_noun_here(place):
            return True
    return False


def _only_quality(r: Reading, word: str) -> bool:
    """Tell whether a word is an adjective rather than the verb that it may be too: ``snel``."""
    tense = word.endswith(("de", "te")) or word in ("laat", "raak", "rent", "bleek")
    return r.lex.is_adjective(word) and not tense


def is_reflexive(r: Reading, verb: str) -> bool:
    """Tell whether a verb is used with *zich*."""
    names = {v.infinitive for v in r.lex.verbs(verb)} | {verb}
    return bool(names & r.lex.classes["reflexive"])


def gives(r: Reading, words: list[str], kind: str = "giving") -> bool:
    """Tell whether one of some words is a verb of giving, or of bringing, to someone."""
    verbs = (verb for word in words for verb in r.lex.verbs(word))
    return any(r.lex.has(kind, verb.infinitive) for verb in verbs)


def takes_person(r: Reading, verb: str) -> bool:
    """Tell whether a verb may be done to someone: ``helpen``."""
    names = {v.infinitive for v in r.lex.verbs(verb)} | {verb}
    return bool(names & r.lex.classes["object-verb"])

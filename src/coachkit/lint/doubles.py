"""Find two questions in one sentence: *Wat wil je, en wat houdt je tegen?*."""

from __future__ import annotations

import re
from itertools import pairwise

from coachkit.language.clause import (
    FINITE_VERBS,
    LINKS,
    PREPOSITIONS,
    PRONOUNS,
    QUESTION_WORDS,
    SUBORDINATORS,
    core,
)
from coachkit.language.sentence import Sentence
from coachkit.lint.reading import Reading
from coachkit.lint.reword import two_questions
from coachkit.lint.rule import Finding


def double(reading: Reading) -> Finding | None:
    """Find two questions in one."""
    asked = [s for s in reading.questions if s.asks and not _rephrases(s) and not _sets_scene(s)]
    if len(asked) > 1:
        return Finding("hier staan twee vragen", "kies er een, of maak er twee van")
    for sentence in reading.questions:
        place = _second_question(sentence.tokens)
        if place:
            return Finding("dit zijn twee vragen in één", two_questions(sentence, place))
        if _rates_two_things(sentence):
            cure = "vraag naar één ding tegelijk, en maak voor het andere een eigen vraag"
            return Finding("één vraag over twee dingen: het antwoord kan verschillen", cure)
    return None


def _rephrases(sentence: Sentence) -> bool:
    """Tell whether a sentence says again what was asked: *Vertel eens, hoe ging het?*."""
    return sentence.tokens[:1] in (("vertel",), ("oftewel",), ("ofwel",)) or sentence.tokens[
        :2
    ] in (
        ("met", "andere"),
        ("ik", "bedoel"),
    )


def _sets_scene(sentence: Sentence) -> bool:
    return sentence.tokens[:1] == ("stel",) or set(sentence.tokens) == {"echt"}


def _second_question(tokens: tuple[str, ...]) -> int:
    """Return where a second question begins in a sentence; 0 when there is none."""
    for place in range(1, len(tokens)):
        if LINKS.issuperset(set(tokens[:place]) - {","}):
            continue
        if tokens[place] not in ("en", "of", "maar", ",", ";"):
            continue
        rest = _from_word(tokens, place + 1)
        if not rest:
            continue
        before = tokens[:place]
        if before[-2:] == ("dan", "ook") or _one_of(before, tokens[place:]):
            continue
        joined = tokens[place] in ("en", "maar", ";")
        if rest[:2] in (("zo", "ja"), ("zo", "nee"), ("zo", "niet")):
            return place + 1
        if joined and _asks_again(before, rest):
            return place + 1
        if (
            not joined
            and "ook" not in rest
            and _whole_question(rest)
            and _asks_openly(core(before))
        ):
            return place + 1
    return 0


def _one_of(before: tuple[str, ...], rest: tuple[str, ...]) -> bool:
    """Tell bare question words with *of* among them: *Wie, wat of waar geeft je rust?*."""
    if not QUESTION_WORDS.issuperset(set(core(before)) - {",", "of"}):
        return False
    after = next((word for word in rest if word != "," and word not in QUESTION_WORDS), "")
    return after == "of"


def _from_word(tokens: tuple[str, ...], start: int) -> tuple[str, ...]:
    while start < len(tokens) and tokens[start] in (",", "dan", "en", "vervolgens", "daarna"):
        start += 1
    return tokens[start:]


def _asks_again(before: tuple[str, ...], rest: tuple[str, ...]) -> bool:
    """Tell whether what follows *en* is a question of its own."""
    opening = rest[1:] if rest[0] in PREPOSITIONS and len(rest) > 1 else rest
    if opening[0] in QUESTION_WORDS:
        return not _same_list(before, rest, opening)
    return _turns(rest, before)


def _same_list(before: tuple[str, ...], rest: tuple[str, ...], opening: tuple[str, ...]) -> bool:
    """Tell one thing said twice (*wie en wat*), or a clause (*... en op wat je doet*)."""
    free_relative = opening[0] in ("wat", "wie") and len(opening) > 1 and opening[1] in PRONOUNS
    if len(opening) > 1 and opening[1] in PRONOUNS and _in_relative(before):
        return True
    if free_relative:
        asked_before = any(word in QUESTION_WORDS for word in before[1:])
        return not asked_before
    return len(before) == 1 and rest is opening and opening[0] in ("wat", "wie")


def _in_relative(before: tuple[str, ...]) -> bool:
    """Tell whether a clause stands before: *dingen die je leuk vindt en waar je ...*."""
    return any(word in ("die", "dat") and after in PRONOUNS for word, after in pairwise(before))


def _turns(rest: tuple[str, ...], before: tuple[str, ...]) -> bool:
    """Tell whether a finite verb with its subject behind it comes first: *eet je ...*."""
    if len(rest) < 2 or rest[0] in _NO_VERB or rest[0].endswith("end"):
        return False
    if core(before)[0] in QUESTION_WORDS or core(before)[0] in PREPOSITIONS:
        # Two verbs may share one question word: *Wat weet je, maar zeg je zelden?*
        own = len(rest) > 4 or "iets" in rest or (core(before)[0] == "hoe" and rest[0] in _TO_BE)
        return rest[0] in _OWN_QUESTION and rest[1] in _CLEAR_SUBJECTS and own and len(rest) > 2
    if rest[1] in _CLEAR_SUBJECTS:
        return not _in_clause(before)
    subject = rest[1] in PRONOUNS or rest[1] in _DETERMINERS
    return rest[0] in FINITE_VERBS and subject and not SUBORDINATORS & set(before)


_OWN_QUESTION = frozenset(
    (
        *("heb", "hebt", "heeft", "ben", "bent", "is", "was", "kun", "kunt", "wil", "wilt"),
        *("zou", "lukt", "weet"),
    )
)
_TO_BE = frozenset(("ben", "bent", "is", "was"))
_CLEAR_SUBJECTS = frozenset(("je", "jij", "u", "hij", "zij", "ze", "we", "wij", "jullie"))
_DETERMINERS = frozenset(
    (
        *("de", "het", "een", "deze", "dit", "die", "dat"),
        *("mijn", "jouw", "uw", "hun", "ons", "onze", "er"),
    )
)
_NO_VERB = (
    PREPOSITIONS
    | SUBORDINATORS
    | PRONOUNS
    | QUESTION_WORDS
    | _DETERMINERS
    | frozenset(
        (
            *("ook", "toch", "wel", "niet", "dus", "dat", "vooral", "juist", "hoe", "dan"),
            *("alle", "al", "zelfs", "meer", "alleen"),
        )
    )
)


def _in_clause(before: tuple[str, ...]) -> bool:
    """Tell whether the words before stand in a clause that opened the sentence."""
    return before[0] in SUBORDINATORS or before[0] == "stel"


def _whole_question(words_: tuple[str, ...]) -> bool:
    """Tell whether words are a question with its verb second: *wat denk je ...*."""
    if not words_:
        return False
    start = 1 if words_[0] in PREPOSITIONS else 0
    if len(words_) < start + 3 or words_[start] not in QUESTION_WORDS:
        return False
    turned = words_[start + 1] in FINITE_VERBS or words_[start + 2] in PRONOUNS
    return turned and words_[start + 1] not in PRONOUNS and words_[start + 1] not in _OPINION


def _asks_openly(words_: tuple[str, ...]) -> bool:
    """Tell whether words begin as an open question: *welke stap zet je*."""
    start = 1 if words_[0] in PREPOSITIONS else 0
    if len(words_) < start + 3 or words_[start] not in QUESTION_WORDS:
        return False
    return words_[start + 1] not in PRONOUNS and not _OPINION & set(words_[start + 1 : start + 3])


_OPINION = frozenset(("denk", "denkt", "vind", "vindt", "zeg", "geloof"))


_RATING = re.compile(
    r"^(?:en |maar )?(?:hoe (?:gaat|ging|loopt|is|was|bevalt|vind|vindt|voel|tevreden|blij)\b"
    r"|(?:ben|bent) (?:je|jij|u) (?:\w+ )?(?:blij|tevreden|trots|gelukkig|onzeker|bang|boos)\b"
    r"|wat vindt? (?:je|jij|u) van\b|vindt? (?:je|jij|u)\b|gaat het\b|bevalt\b|bevallen\b)"
)
_TWO_THINGS = re.compile(
    r"\b(?:met|over|van|op|bij|in) (?:je|jouw|uw|de|het) \w+(?: \w+)? en "
    r"(?:(?:met|over|van|op|bij|in) )?(?:je|jouw|uw|de|het) \w+"
    r"|\bmet (?:jou|u|jullie) en (?:met )?(?:je|jouw|uw|de|het) \w+"
    r"|\b(?:thuis|(?:op|in|bij) (?:(?:je|uw|het|de) )?\w+) en (?:thuis|op|in|bij|met)\b"
    r"|\b(?:je|jouw|uw) \w+ en (?:je|jouw|uw) \w+"
)


def _rates_two_things(sentence: Sentence) -> bool:
    """Tell whether one judgement is asked of two things: *Ben je blij met je baan en je huis?*."""
    small = " ".join(sentence.tokens)
    return bool(_TWO_QUALITIES.match(small)) or bool(
        _RATING.match(small) and _TWO_THINGS.search(small)
    )


# Is it clear, and is it feasible: either may be true.
_TWO_QUALITIES = re.compile(
    r"^(?:is|zijn|ben|bent) (?:\w+ ){1,3}\w+ en \w+$"
    r"|^hoe \w+ en (?:hoe )?\w+ (?:is|zijn|ben|bent|vind|vindt)\b"
)

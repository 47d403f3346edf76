"""What a Dutch sentence does: ask openly, ask for yes or no, tell to do something, or state.

Dutch shows this in its first words. A question word before the finite verb makes a question open;
the finite verb itself in front makes it closed. In front of both may stand conjunctions, a name,
and clauses or phrases that end in a comma.
"""

from __future__ import annotations

from enum import StrEnum

from coachkit.language.sentence import Sentence
from coachkit.language.telling import asks_to_tell
from coachkit.language.unmarked import begins_as_question
from coachkit.language.verbs import verb_of_stem, verb_of_you
from coachkit.language.wordlists import word_list

Words = tuple[str, ...]


class Kind(StrEnum):
    """What a sentence does."""

    OPEN = "open"
    CLOSED = "closed"
    INSTRUCTION = "instruction"
    STATEMENT = "statement"


LINKS = word_list("aanlopen")
"""Words that may stand before the first word that counts."""

PRONOUNS = word_list("voornaamwoorden")
"""Subjects of one word."""

ADDRESSED = frozenset(("je", "jij", "u"))

QUESTION_WORDS = word_list("vraagwoorden")

PREPOSITIONS = word_list("voorzetsels")

SUBORDINATORS = word_list("voegwoorden")

FINITE_VERBS = word_list("persoonsvormen")
"""Forms of the commonest verbs, to see where a clause turns around."""


def kind_of(sentence: Sentence) -> Kind:
    """Return what a sentence does."""
    if opens_with_question_word(sentence):
        return Kind.OPEN
    if sentence.asks:
        if _lead_in(sentence):
            return Kind.STATEMENT
        return (
            Kind.OPEN if _asks_what_then(sentence) or asks_to_tell(_bare(sentence)) else Kind.CLOSED
        )
    if instructs(sentence):
        return Kind.INSTRUCTION
    if _unmarked_question(sentence):
        return Kind.OPEN if asks_to_tell(_bare(sentence)) else Kind.CLOSED
    return Kind.STATEMENT


def opens_with_question_word(sentence: Sentence) -> bool:
    """Tell whether a question word comes before the finite verb of the main clause."""
    segments = sentence.segments
    if not segments or (not sentence.asks and _asks_not(sentence)):
        return False
    if sentence.tokens[:3] in _SUGGESTIONS or _asks_opinion(segments):
        return False
    if _starts_open(segments[0]):
        return True
    if _verb_first(segments[0]) and not _invites(segments[0], asks=sentence.asks):
        return _supposes(segments)
    return any(_starts_open(words) for words in segments[1:]) and not _only_relative(sentence)


def _asks_not(sentence: Sentence) -> bool:
    """Tell that a sentence without a question mark is no question, though it begins as one."""
    cries = sentence.mark.startswith("!") or _exclaims(sentence.tokens)
    return cries or _free_relative(sentence)


# *Wat dacht je van een wandeling?* has the form of an open question, and asks for yes or no.
_SUGGESTIONS = (("wat", "dacht", "je"), ("wat", "dacht", "u"))


def _asks_opinion(segments: tuple[Words, ...]) -> bool:
    """Tell a lead-in from a question: *Wat denk je, gaat het lukken?*."""
    opening = core(segments[0])
    opinion = len(opening) == 3 and opening[0] == "wat" and opening[1] in _OPINIONS
    return opinion and len(segments) > 1 and _verb_first(segments[1])


_OPINIONS = frozenset(("denk", "denkt", "vind", "vindt"))


def _supposes(segments: tuple[Words, ...]) -> bool:
    """Tell whether a verb in front makes a condition: *Mocht het misgaan, wat doe je dan?*."""
    last = segments[-1]
    open_end = len(segments) > 1 and _starts_open(last) and len(core(last)) > 2
    return open_end and ("dan" in last[1:] or segments[0][0] in ("mocht", "mochten"))


def _exclaims(words: Words) -> bool:
    """Tell *Wat fijn dat je er bent.* from a question without its mark."""
    if len(words) < 2 or words[0] not in ("wat", "hoe"):
        return False
    if words[1] == "een":
        return True
    return words[1] in word_list("uitroepen") and words[2:3] in _AFTER_PRAISE


_AFTER_PRAISE = ((), *((word,) for word in ("dat", "om", "van", "voor", "zeg", "zo", "hè", ",")))


def _invites(words: Words, *, asks: bool) -> bool:
    """Tell *stel je voor, wat ...* (an invitation) from *ga je sporten, en wanneer?*."""
    bare = core(words)
    if asks and len(bare) > 1 and bare[1] in PRONOUNS:
        return bare[0] in _REFLEXIVE
    return _imperative(words)


_REFLEXIVE = frozenset(("stel", "herinner", "verbeeld", "beeld", "verplaats", "bedenk"))


def core(words: Words) -> Words:
    """Return a segment without the conjunctions and small words before what counts."""
    place = 0
    while place < len(words) - 1 and words[place] in LINKS:
        place += 1
    return words[place:]


def _asks_what_then(sentence: Sentence) -> bool:
    """Tell whether *wat* is left out: *En dan?*, *En als het misgaat?*."""
    words = sentence.tokens
    if words[:1] not in (("en",), ("maar",)) or "," in words:
        return False
    return words[1:] in (("dan",), ("daarna",), ("toen",), ("nu",)) or words[1:2] == ("als",)


def _bare(sentence: Sentence) -> Words:
    """Return all words of a sentence from the first that counts."""
    return core(tuple(word for segment in sentence.segments for word in segment))


def instructs(sentence: Sentence) -> bool:
    """Tell whether a sentence tells to do something: *Schrijf op wat je ziet.*."""
    segments = sentence.segments
    if segments and segments[0][0] in SUBORDINATORS:
        segments = segments[1:]
    if not sentence.mark and _unmarked_question(sentence):
        return False
    return any(_imperative(words) for words in segments)


def _imperative(words: Words) -> bool:
    bare = core(words)
    if not bare:
        return False
    first, second = bare[0], bare[1] if len(bare) > 1 else ""
    if first in ("even", "rustig", "samen", "nu", "daarna", "vervolgens", "hierna", "tot"):
        rest = bare[1:]
        return len(rest) > 0 and rest[0] in word_list("opdrachten") and second not in FINITE_VERBS
    if first.endswith("t") and second == "u":
        stem = first.removesuffix("t")
        return stem in word_list("opdrachten") or first in word_list("opdrachten")
    if first not in word_list("opdrachten") and not _other_verb(first, second):
        return False
    return second not in FINITE_VERBS and not (second in ("jij", "ik", "hij") or _is_noun(bare))


def _other_verb(first: str, second: str) -> bool:
    """Tell whether a word is the stem of any verb, with an object behind it that fits no noun."""
    if second not in _OBJECT_STARTS or first in FINITE_VERBS | PREPOSITIONS | QUESTION_WORDS:
        return False
    return first not in _NO_STEMS and verb_of_stem(first) is not None


_OBJECT_STARTS = frozenset(
    (
        *("de", "het", "een", "je", "jouw", "uw", "dit", "deze", "elk", "elke", "iets", "eens"),
        *("twee", "drie", "vier", "vijf", "tien"),
    )
)
_NO_STEMS = frozenset(
    (
        *("dank", "heel", "veel", "was", "al", "dag", "mits", "tal", "halve"),
        *("wat", "met", "niet", "het", "iets", "echt"),
    )
)


def _is_noun(bare: Words) -> bool:
    """Tell a noun in front (*Rust en ruimte helpen*, *Rust roest*) from a verb."""
    if len(bare) < 2:
        return False
    if len(bare) == 2 or bare[2] in _ARTICLES:
        return (
            bare[1].endswith("t") and bare[1] not in _NO_STEMS and verb_of_you(bare[1]) is not None
        )
    return bare[1] in ("en", "of") and bare[2] not in word_list("opdrachten")


_ARTICLES = frozenset(("de", "het", "een", "je", "jou", "u", "ons", "ook"))


def _starts_open(words: Words) -> bool:
    bare = core(words)
    for place, word in enumerate(bare[:4]):
        if word in QUESTION_WORDS:
            return not _subordinate(bare[place:]) and not (
                word in ("wat", "wie", "welke", "hoe", "waar")
                and bare[place + 1 : place + 3] == ("dan", "ook")
            )
        if word not in PREPOSITIONS and word not in _BEFORE_PREPOSITION:
            return False
    return False


_BEFORE_PREPOSITION = frozenset(
    (
        *("pas", "juist", "precies", "tot", "vlak", "sinds", "vooral", "en", "of", "alleen"),
        *("ergens", "grond", "basis", "de", "hand"),
    )
)


def _subordinate(words: Words) -> bool:
    """Tell *wanneer je thuiskomt, ...* (a clause) from *wanneer kom je thuis?* (a question)."""
    return words[0] == "wanneer" and len(words) > 1 and words[1] in PRONOUNS - {"dat", "dit", "die"}


def _verb_first(words: Words) -> bool:
    bare = core(words)
    if len(bare) < 2:
        return False
    return bare[0] in FINITE_VERBS or (bare[1] in PRONOUNS and bare[0] not in _NEVER_VERBS)


_NEVER_VERBS = SUBORDINATORS | PREPOSITIONS | QUESTION_WORDS | PRONOUNS | {"dat", "stel"}


def _free_relative(sentence: Sentence) -> bool:
    """Tell *Wat je hier schrijft, is van jou.* from a question without its mark.

    In a question the verb comes second; in a clause the subject, or whatever else, does.
    """
    bare = core(sentence.segments[0]) if sentence.segments else ()
    if len(bare) < 2 or bare[0] not in QUESTION_WORDS:
        return False
    if bare[1] in PRONOUNS:
        return True
    after = core(sentence.segments[1])[0] if len(sentence.segments) > 1 else ""
    if bare[0] in ("wat", "wie") and sentence.mark:
        return after in FINITE_VERBS or (bare[1] != "voor" and not _is_verb(bare[1]))
    if not after:
        return False
    first = next((word for word in bare[1:] if word in PRONOUNS or _is_verb(word)), "")
    return first in PRONOUNS or after in bare


def _is_verb(word: str) -> bool:
    if word in _NO_STEMS:
        return word in FINITE_VERBS
    return word in FINITE_VERBS or bool(verb_of_you(word) or verb_of_stem(word))


def _only_relative(sentence: Sentence) -> bool:
    """Tell whether question words behind a comma only open a clause: *Iets, wat je ...*."""
    behind = [core(words) for words in sentence.segments[1:]]
    openings = [words for words in behind if words and words[0] in QUESTION_WORDS]
    if not openings or sentence.asks:
        return False
    return all(len(words) > 1 and words[1] in PRONOUNS for words in openings)


def _lead_in(sentence: Sentence) -> bool:
    """Tell whether a sentence only sets the scene: *Stel dat het lukt?*."""
    return sentence.tokens[:1] == ("stel",) and not any(
        _verb_first(words) for words in sentence.segments[1:]
    )


def _unmarked_question(sentence: Sentence) -> bool:
    if sentence.mark not in ("", "…") or not sentence.segments:
        return False
    return begins_as_question(core(sentence.segments[0]))

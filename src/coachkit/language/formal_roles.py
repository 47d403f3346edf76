"""What each *je* in a sentence is: subject, object, possessive or reflexive.

A sentence is read from left to right. What stands before *je* (a preposition, a finite verb, a
conjunction) says which readings there are; what stands behind it says whether a noun follows, to
which *je* belongs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from coachkit.language.formal_lexicon import Lexicon
from coachkit.language.formal_tokens import OPAQUE, Token

SUBJECT, OBJECT, POSSESSIVE, REFLEXIVE = "u", "u.", "uw", "zich"

NONE, DEFINITE, PLURAL, MASS, VERBNOUN, UNKNOWN = range(6)
"""What follows *je*: no noun; one that *je* must belong to; others, that may stand alone."""

_DOES = frozenset({"doe", "doet", "doen", "deed", "deden", "gedaan"})
PRONOUNS = frozenset({"je", "jij", "jou", "jouw", "jezelf", "jouzelf", "jijzelf", "jouwe"})


@dataclass
class Reading:
    """A sentence while it is read: the role of each *je*, new verbs, and what is not sure."""

    tokens: Sequence[Token]
    lex: Lexicon
    roles: dict[int, str] = field(default_factory=dict)
    verbs: dict[int, str] = field(default_factory=dict)
    doubts: list[str] = field(default_factory=list)

    def low(self, i: int) -> str:
        """Return a word in small letters; nothing outside the sentence."""
        return self.tokens[i].low if 0 <= i < len(self.tokens) else ""

    @property
    def is_question(self) -> bool:
        """Whether the sentence ends in a question mark."""
        return "?" in self.low(len(self.tokens) - 1)

    # -- clauses ---------------------------------------------------------------------------------

    def is_mark(self, i: int) -> bool:
        """Tell whether a place is outside the sentence, or holds a comma or the like."""
        return not 0 <= i < len(self.tokens) or self.tokens[i].kind == "mark"

    def clause_start(self, i: int) -> int:
        """Return the first place of the clause in which a word stands."""
        start = i
        while start > 0 and not self._opens_clause(start):
            start -= 1
        return start

    def _opens_clause(self, i: int) -> bool:
        word, before = self.low(i), self.low(i - 1)
        if self.is_mark(i - 1) or self.lex.has("coordinator", word):
            return True
        if word in ("dat", "die") or self.lex.has("question", word):
            return not self.lex.has("preposition", before) and self._starts_here(i)
        return self.lex.has("subordinator", word) and self._starts_here(i)

    def _starts_here(self, i: int) -> bool:
        """Tell whether a word that may be a conjunction is one: *je* or a subject follows."""
        word, after = self.low(i), self.low(i + 1)
        if after in ("je", "jij", "er") or self.lex.has("subject", after):
            return True
        if word == "dat":
            return self.lex.has("determiner", after) or self.lex.is_plural_noun(after)
        if word == "die":
            bare = not self.lex.is_noun(after) and not self.lex.is_inflected(after)
            return bare and not self._finite(i - 1)
        return not self.is_mark(i + 1)

    def _finite(self, i: int) -> bool:
        word = self.low(i)
        return self.lex.is_base(word) or self.lex.is_either(word) or self.lex.is_third(word)

    def clause_end(self, i: int) -> int:
        """Return the place behind the last word of the clause of a word."""
        end = i + 1
        while end < len(self.tokens) and not self._opens_clause(end) and not self.is_mark(end):
            end += 1
        return end

    def between(self, start: int, end: int) -> list[str]:
        """Return the words between two places."""
        return [self.low(i) for i in range(max(start, 0), min(end, len(self.tokens)))]

    def subject_before(self, i: int) -> bool:
        """Tell whether *je* is the subject of the clause, before a place in it."""
        return any(self.roles.get(j) == SUBJECT for j in range(self.clause_start(i), i))

    # -- what follows ----------------------------------------------------------------------------

    def phrase(self, i: int) -> int:
        """Return what follows *je*: no noun, one that it must belong to, or another."""
        place = i + 1
        word = self.low(place)
        if self.is_mark(place) or word in PRONOUNS:
            return NONE
        if word == "best" and _DOES.intersection(
            self.between(self.clause_start(i), len(self.tokens))
        ):
            return DEFINITE
        if word == OPAQUE:
            return NONE if self.tokens[place].kind == "slot" else UNKNOWN
        if self.lex.has("number", word):
            return self.phrase(place) if word != "één" else NONE
        if self.lex.is_person(word):
            return DEFINITE
        return self._adjective_or_noun(place)

    def _adjective_or_noun(self, place: int) -> int:
        word = self.low(place)
        if self.lex.is_definite(word):
            return UNKNOWN if self.is_time(place) else DEFINITE
        if not self._is_attribute(place):
            return self._noun(word)
        if self.low(place + 1) in ("zelf", "ik") and self.ends_clause(place + 2):
            return DEFINITE
        rest = self.phrase(place)
        if rest == NONE and not (self.lex.is_verb(word) or self.is_mark(place + 1)):
            return UNKNOWN
        return rest

    def _is_attribute(self, place: int) -> bool:
        """Tell whether a word is an adjective before a noun, also one made of a participle."""
        word, after = self.low(place), self.low(place + 1)
        if self.lex.is_inflected(word) or word in ("andere", "hele"):
            return True
        return self.lex.is_participle(word.removesuffix("e")) != self.lex.is_participle(
            word
        ) and self.lex.is_noun(after)

    def is_time(self, place: int) -> bool:
        """Tell whether words say when: ``volgende week``."""
        near = self.low(place) in ("volgende", "vorige", "eerste", "laatste")
        return near and self.low(place + 1) in ("week", "maand", "jaar", "keer", "dag", "uur")

    def _noun(self, word: str) -> int:
        lex = self.lex
        kinds = (
            (lex.has("function-or-noun", word) or lex.has("bare", word), UNKNOWN),
            (lex.has("verb-or-noun", word), VERBNOUN),
            (lex.is_function(word), NONE),
            (lex.is_mass(word), MASS),
            (lex.is_count(word), DEFINITE),
            (lex.is_plural_noun(word), PLURAL),
            (lex.is_infinitive(word) or lex.is_adjective(word) or lex.is_participle(word), NONE),
            # The bare stem of a verb cannot follow *je*, so it is a noun.
            (lex.is_base(word), UNKNOWN),
            (lex.is_verb(word), NONE),
        )
        return next((kind for fits, kind in kinds if fits), UNKNOWN)

    def ends_clause(self, place: int) -> bool:
        """Tell whether no word of the same clause stands at a place."""
        opens = place < len(self.tokens) and self._opens_clause(place)
        return opens or self.is_mark(place)

    # -- verbs -----------------------------------------------------------------------------------

    def is_noun_here(self, i: int) -> bool:
        """Tell whether a word that may be a verb is a noun: after *je* = uw, *het*, *goede*."""
        before = self.low(i - 1)
        if self.roles.get(i - 1) == POSSESSIVE or before == "jouw":
            return True
        noun = self.lex.is_noun(self.low(i)) or self.lex.has("verb-or-noun", self.low(i))
        if self.lex.has("determiner", before) and (noun or not self._relative(i - 1)):
            return True
        if self.lex.has("preposition", before) and self.lex.is_noun(self.low(i)):
            return True
        if not self.lex.is_inflected(before) and not self.lex.is_definite(before):
            return False
        if self.low(i) == "wil":
            return before in ("eigen", "vrije", "sterke", "goede", "laatste")
        only_verb = self.lex.is_base(self.low(i)) and self.low(i + 1) in PRONOUNS
        return noun or not only_verb

    def _relative(self, i: int) -> bool:
        return self.lex.has("relative", self.low(i))

    def final_verb(self, i: int) -> str:
        """Return the infinitive that closes a clause, or nothing."""
        words = self.between(i, self.clause_end(i))
        return next((w for w in reversed(words) if self.lex.is_infinitive(w)), "")

    def infinitive_with_te(self, i: int) -> str:
        """Return the infinitive of *te ...* behind a place, with its prefix: ``op te laden``."""
        for place in range(i + 1, self.clause_end(i) - 1):
            if self.low(place) == "te":
                before = self.low(place - 1)
                prefix = before if self.lex.has("particle", before) and place - 1 > i else ""
                return prefix + self.low(place + 1)
        return ""

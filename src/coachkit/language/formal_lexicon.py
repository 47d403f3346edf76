"""What the conversion from *je* to *u* knows of Dutch words: classes, and forms of verbs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

_DATA = Path(__file__).parent / "data"
_HEAD = re.compile(r"\[([a-z-]+)\]")

# Forms of verbs that follow no table; all of them can be a finite verb.
_MODALS = frozenset(
    {
        "kan",
        "wil",
        "zal",
        "zou",
        "mag",
        "moet",
        "moest",
        "mocht",
        "kon",
        "wou",
        "wilde",
        "had",
        "was",
    }
)
_SECOND_ONLY = frozenset({"heb", "ben", "kun", "zul"})
_THIRD_ONLY = frozenset({"is", "heeft"})
_SECOND_FORMS = frozenset({"hebt", "bent", "kunt", "wilt", "zult"})
_PLURALS = frozenset(
    {"zijn", "hebben", "kunnen", "willen", "zullen", "mogen", "moeten"}
    | {"waren", "hadden", "konden", "wilden", "zouden", "mochten", "moesten"}
)
_PARTICIPLE = re.compile(r"(?:ge|be|ver|ont|her)\w{2,}[dt]|\w{2,5}ge\w{3,}[dt]")
_NOUN_SHAPE = re.compile(r"\w{3,}(?:ing|heid|teit|schap|tie|isme|nis)")
_PLURAL_SHAPE = re.compile(r"\w{3,}(?:ingen|heden|teiten|schappen|ties|nissen)")


@dataclass(frozen=True)
class Verb:
    """The forms that a verb has: infinitive, stem, past tense, participle."""

    infinitive: str
    stem: str
    past: str
    participle: str


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Return the lexicon; its files are read once."""
    return Lexicon(_classes(), _verbs(), dict(_pairs("formal-adjectives.txt")))


class Lexicon:
    """Asks that can be made of a word, always in small letters."""

    def __init__(
        self,
        classes: dict[str, frozenset[str]],
        verbs: tuple[Verb, ...],
        adjectives: dict[str, str],
    ) -> None:
        self.classes = classes
        self._verbs = verbs
        self._adjectives = frozenset(adjectives)
        self._inflected = frozenset(adjectives.values()) - self._adjectives
        self._formal = dict(item.split(":") for item in classes["verb-form"])

    def has(self, class_: str, word: str) -> bool:
        """Tell whether a word is of a class of ``formal-words.txt``."""
        return word in self.classes[class_]

    # -- verbs ---------------------------------------------------------------------------------

    @cached_property
    def _by_form(self) -> dict[str, tuple[Verb, ...]]:
        found: dict[str, tuple[Verb, ...]] = {}
        for verb in self._verbs:
            for form in {verb.infinitive, verb.stem, with_t(verb.stem), verb.past, verb.participle}:
                found[form] = (*found.get(form, ()), verb)
        return found

    def verbs(self, form: str) -> tuple[Verb, ...]:
        """Return the verbs of which a word can be a form; a separable prefix is looked through."""
        if form in self._by_form:
            return self._by_form[form]
        for end in range(len(form) - 2, 1, -1):
            if form[:end] in self.classes["separable"]:
                rest = form[end:].removeprefix("te ")
                if rest in self._by_form:
                    return self._by_form[rest]
        return ()

    def _rest(self, form: str) -> str:
        """Return a form without its separable prefix, when only the rest is known."""
        if form in self._by_form or form in _ALL_SPECIAL:
            return form
        prefixes = self.classes["separable"]
        ends = (end for end in range(len(form) - 2, 1, -1) if form[:end] in prefixes)
        return next((form[end:] for end in ends if self._known(form[end:])), form)

    def _known(self, form: str) -> bool:
        return form in self._by_form or form in _ALL_SPECIAL

    def formal(self, form: str) -> str:
        """Return the form after *u* of a verb as it stands before *je*: ``vind`` -> ``vindt``."""
        if form in self._formal:
            return self._formal[form]
        if self.is_past(form) or form in _MODALS or form.endswith(("t", "te", "de")):
            return form
        return with_t(form)

    def is_past(self, form: str) -> bool:
        """Tell whether a word is a past tense, and no present tense."""
        verbs = self.verbs(form)
        past = any(verb.past == form for verb in verbs)
        return past and (form in _PAST_FIRST or not any(verb.stem == form for verb in verbs))

    def is_base(self, form: str) -> bool:
        """Tell whether a word, before *je*, has *je* as its subject for sure: ``vind``, ``kun``."""
        if form in _MODALS:
            return False
        if form in _SECOND_ONLY or form in self._formal:
            return True
        return any(v.stem == form for v in self.verbs(form)) and not (
            form.endswith("t") or self.is_past(form)
        )

    def is_either(self, form: str) -> bool:
        """Tell whether a finite form goes with *je* and with a third person: ``laat``."""
        if form in _MODALS:
            return True
        stem = form.endswith("t") and any(v.stem == form for v in self.verbs(form))
        return stem or self.is_past(form)

    def is_third(self, form: str) -> bool:
        """Tell whether a word has an ending *t*: after *je*, or of another subject."""
        form = self._rest(form)
        if form in _THIRD_ONLY or form in self._formal.values():
            return True
        return any(with_t(v.stem) == form != v.stem for v in self.verbs(form))

    def is_plural(self, form: str) -> bool:
        """Tell whether a word can be a finite verb of many; most are infinitives too."""
        form = self._rest(form)
        if form in _PLURALS:
            return True
        return form in self._plural_forms

    @cached_property
    def _plural_forms(self) -> frozenset[str]:
        pasts = (past for verb in self._verbs for past in plurals(verb.past))
        return frozenset(pasts) | {verb.infinitive for verb in self._verbs}

    def is_infinitive(self, form: str) -> bool:
        """Tell whether a word can be an infinitive."""
        form = self._rest(form)
        return form in _PLURALS or any(v.infinitive == form for v in self.verbs(form))

    def is_participle(self, form: str) -> bool:
        """Tell whether a word can be a participle, by the table or by its shape."""
        form = self._rest(form)
        if any(verb.participle == form for verb in self.verbs(form)):
            return True
        return bool(_PARTICIPLE.fullmatch(form)) and not self.is_noun(form)

    def is_finite_singular(self, form: str) -> bool:
        """Tell whether a word can be the finite verb of a subordinate clause with one subject."""
        form = self._rest(form)
        return self.is_third(form) or self.is_either(form) or form in _SECOND_FORMS

    def is_verb(self, form: str) -> bool:
        """Tell whether a word can be any form of a verb."""
        form = self._rest(form)
        known = form in _ALL_SPECIAL or form in self._plural_forms or bool(self.verbs(form))
        return known or self.is_participle(form)

    # -- nouns and adjectives --------------------------------------------------------------------

    @cached_property
    def _plural_nouns(self) -> frozenset[str]:
        singulars = self.classes["count"] | self.classes["person"]
        return frozenset(p for noun in singulars for p in plurals(noun)) | self.classes["plural"]

    def is_count(self, word: str) -> bool:
        """Tell whether a word is a noun for one thing or person, that seldom stands bare."""
        return self._ends_in(word, self.classes["count"]) or self.is_person(word)

    def is_person(self, word: str) -> bool:
        """Tell whether a word is a noun for one person."""
        return self._ends_in(word, self.classes["person"])

    def is_plural_noun(self, word: str) -> bool:
        """Tell whether a word is a noun for more than one."""
        shape = _PLURAL_SHAPE.fullmatch(word) and not self.verbs(word)
        return bool(shape) or self._ends_in(word, self._plural_nouns)

    def is_mass(self, word: str) -> bool:
        """Tell whether a word is a noun that often stands bare: ``rust``, ``energie``."""
        return word in self.classes["mass"]

    def is_noun(self, word: str) -> bool:
        """Tell whether a word is known as a noun."""
        known = self.is_count(word) or self.is_plural_noun(word) or self.is_mass(word)
        shape = _NOUN_SHAPE.fullmatch(word) and not self.verbs(word)
        return known or bool(shape) or self.has("bare", word)

    def _ends_in(self, word: str, nouns: frozenset[str]) -> bool:
        """Tell whether a word is one of some nouns, or a compound of which one is the head."""
        if word in nouns:
            return True
        if len(word) < 7 or self.verbs(word) or word in self._adjectives:
            return False
        tails = (word[start:] for start in range(3, len(word) - 3))
        return any(tail in nouns for tail in tails)

    def is_definite(self, word: str) -> bool:
        """Tell whether an adjective asks for *the* or *your*: ``eigen``, ``grootste``."""
        return word in self.classes["definite"] or (word.endswith("ste") and len(word) > 5)

    def is_inflected(self, word: str) -> bool:
        """Tell whether a word is an adjective as it stands before a noun: ``goede``."""
        if word in self._inflected or (word.endswith("ere") and self.is_adjective(word[:-1])):
            return True
        return bool(re.fullmatch(r"\w+(?:lijke|ige|ische|bare|zame|ende|loze|volle)", word))

    def is_adjective(self, word: str) -> bool:
        """Tell whether a word is an adjective as it stands alone: ``goed``, ``beter``."""
        if word in self._adjectives:
            return True
        if word.endswith("er") and (word[:-2] in self._adjectives or word[:-1] in self._inflected):
            return True
        if word.startswith("on") and self.is_participle(word[2:]):
            return True
        return bool(re.fullmatch(r"\w+(?:lijk|isch|baar|zaam|end|loos)", word))

    def is_function(self, word: str) -> bool:
        """Tell whether a word is of a closed class, or an adverb."""
        closed = ("function", "preposition", "subordinator", "question", "coordinator")
        return any(word in self.classes[name] for name in closed)


_ALL_SPECIAL = _MODALS | _SECOND_ONLY | _SECOND_FORMS | _THIRD_ONLY | _PLURALS
# Past tenses that look like the stem of a verb that is rare before je.
_PAST_FIRST = frozenset({"vond", "las", "lag", "werd", "schrok", "week", "wond"})


def with_t(stem: str) -> str:
    """Return the present tense after *u*: ``werk`` -> ``werkt``, ``eet`` -> ``eet``."""
    if stem.endswith("t"):
        return stem
    return f"{stem}at" if stem.endswith("a") else f"{stem}t"


def plurals(noun: str) -> set[str]:
    """Return all ways in which the plural of a noun may be spelled."""
    hardened = noun[:-1] + {"f": "v", "s": "z"}.get(noun[-1], noun[-1])
    found = {f"{noun}s", f"{noun}'s", f"{noun}en", f"{noun}n", f"{noun}{noun[-1]}en"}
    found |= {f"{hardened}en", f"{noun[:-1]}ën", f"{noun}ën"}
    if re.search(r"(aa|ee|oo|uu)[^aeiou]$", noun):
        found.add(f"{hardened[:-3]}{hardened[-2:]}en")
    if noun.endswith("heid"):
        found.add(f"{noun[:-4]}heden")
    return found


def _classes() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    words: set[str] = set()
    for line in _lines("formal-words.txt"):
        if head := _HEAD.fullmatch(line):
            words = found.setdefault(head[1], set())
        else:
            words.update(line.split())
    return {name: frozenset(words) for name, words in found.items()}


def _verbs() -> tuple[Verb, ...]:
    return tuple(Verb(*line.split()) for line in _lines("formal-verbs.txt"))


def _pairs(name: str) -> list[tuple[str, str]]:
    return [(word, form) for word, form in (line.split() for line in _lines(name))]


def _lines(name: str) -> list[str]:
    text = (_DATA / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]

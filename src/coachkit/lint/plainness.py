"""Rules about plain Dutch: jargon, and how hard a text reads."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from coachkit.language.frequency import commonness, zipf
from coachkit.language.readability import HARD, flesch_douma
from coachkit.language.sentence import words
from coachkit.language.wordlists import entries, find_entry, word_list
from coachkit.lint.reading import Reading
from coachkit.lint.rule import Finding

_ENOUGH_WORDS = 8
_FEW_WORDS = 6
_VERY_HARD = 5.0
# Easy enough by its syllables, hard by its words.
_MIDDLE = 57.0
# The more stiff words, the sooner a text is hard.
_STIFF = (0.0, 34.0, 57.0, 78.0)
_FORMAL = re.compile(r"\b[uU]w?\b")
_LONG_WORD = 8
_UNCOMMON = 4.0


def jargon(reading: Reading) -> Finding | None:
    """Find a word of the trade."""
    word = find_entry("jargon", reading.plain)
    word = word or next(filter(_is_jargon, _candidates(reading)), "") or _english_pair(reading)
    if not word:
        return None
    return Finding(f"'{word}' is vaktaal", "zeg het met een gewoon woord")


def _candidates(reading: Reading) -> list[str]:
    """Return the words that may be jargon; a name in the middle of a sentence is none."""
    first = {words(sentence.text)[0] for sentence in reading.sentences if words(sentence.text)}
    return [w for w in words(reading.plain) if len(w) > 4 and (w[0].islower() or w in first)]


@lru_cache(maxsize=20_000)
def _is_jargon(word: str) -> bool:
    small = word.lower()
    if small in word_list("gewoon"):
        return False
    if any(root in small and small != root for root in word_list("vakwortels")):
        return True
    if _is_english(small):
        return True
    # Formal words belong to the reading level.
    if not _FOREIGN.search(small) or find_entry("ambtelijk", small):
        return False
    return max(map(commonness, _forms(small))) < _RARE_FOREIGN


def _forms(word: str) -> list[str]:
    """Return a word with words of the same family: *geconstateerde*, *constateren*."""
    bare = word.removesuffix("e")
    forms = [word, bare, word.removesuffix("s"), word.removesuffix("en")]
    if bare.endswith("eerd"):
        forms.append(bare.removeprefix("ge").removesuffix("eerd") + "eren")
    if bare.endswith(("eer", "eert")):
        forms.append(bare.removesuffix("t").removesuffix("eer") + "eren")
    return [form for form in forms if len(form) > 3]


# Endings of words from Latin, Greek, French and English.
_FOREIGN = re.compile(
    r"(?:tie|ties|iteit|iteiten|isme|ismen|ieel|iële|atief|atieve|ologie|ologisch|ologische|"
    r"entie|enties|antie|anties|iseren|iseert|iseerde|ficeren|uleren|isering|ness|ship|ity)$"
)
_RARE_FOREIGN = 2.75
_ENGLISH_GAP = 1.3
_ENGLISH_RARE = 3.6
_ENGLISH_LEANING = 0.6


def _is_english(word: str) -> bool:
    """Tell whether a word is rare in Dutch and much more common in English."""
    dutch = commonness(word)
    return dutch < _ENGLISH_RARE and zipf(word, "en") - dutch > _ENGLISH_GAP


def _english_pair(reading: Reading) -> str:
    """Return two words in a row that are English more than Dutch: *life events*."""
    for first, second in pairwise(words(reading.plain)):
        if _leans_to_english(first) and _leans_to_english(second):
            return f"{first} {second}"
    return ""


@lru_cache(maxsize=20_000)
def _leans_to_english(word: str) -> bool:
    return len(word) > 2 and word.islower() and zipf(word, "en") - zipf(word) > _ENGLISH_LEANING


def hard(reading: Reading) -> Finding | None:
    """Find a text above B1: formal words, or many long ones."""
    formal = find_entry("ambtelijk", reading.plain)
    ease = flesch_douma(reading.plain)
    count = len(words(reading.plain))
    if formal:
        return Finding(f"'{formal}' is schrijftaal", "schrijf zoals je het zou zeggen")
    # In a few words, one word of the trade makes all the difference; that is told already.
    if not _reads_hard(ease, count, reading.plain) or (count < _ENOUGH_WORDS and jargon(reading)):
        return None
    cure = "kies kortere woorden en zinnen (dit cijfer is een aanwijzing)"
    return Finding(f"dit leest zwaar (leesgemak {min(max(ease, 0), 100):.0f} van 100)", cure)


def _reads_hard(ease: float, count: int, text: str) -> bool:
    if count < _FEW_WORDS or ease >= _STIFF[-1]:
        return False
    stiff = len(entries("stroef", text))
    # Who writes stiffly, writes to u.
    stiff += stiff > 1 and bool(_FORMAL.search(text))
    if stiff and ease < _STIFF[min(stiff, len(_STIFF) - 1)]:
        return True
    if count < _ENOUGH_WORDS:
        return ease < _VERY_HARD
    return ease < HARD or (ease < _MIDDLE and len(_uncommon(text)) > 1)


def _uncommon(text: str) -> list[str]:
    long_words = [word for word in words(text) if len(word) >= _LONG_WORD and word.islower()]
    return [word for word in long_words if commonness(word) < _UNCOMMON]

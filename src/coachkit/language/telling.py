"""Requests to tell: *Kun je vertellen wat er gebeurde?* looks closed, and asks openly."""

from __future__ import annotations

from itertools import pairwise

from coachkit.language.wordlists import word_list

Words = tuple[str, ...]


def asks_to_tell(bare: Words) -> bool:
    """Tell whether a closed form asks for a story.

    Args:
        bare: the words of a sentence, from its finite verb on, in small letters.

    """
    if len(bare) < 3 or bare[0] not in _REQUESTS:
        return False
    if bare[1] == "ik":
        # I may ask, or know; what I tell or show is no question.
        return bool({"vragen", "weten"} & set(bare)) and bool(set(bare[2:]) & _QUESTION_WORDS)
    if bare[1] not in ("je", "jij", "u") or {"niet", "durven"} & set(bare[:5]) or _to_another(bare):
        return False
    telling = set(bare) & _TELLING
    if any(word in _TELLING and after == "of" for word, after in pairwise(bare)):
        return False
    if {"laten", "zien"} <= set(bare):
        telling.add("tonen")
    if telling & _ALWAYS_TELLING or ("geven" in bare and set(bare) & _GIVEN):
        return True
    told = _TOLD
    if telling == {"vragen"}:
        told = _QUESTION_WORDS
    elif telling == {"zeggen"}:
        told = _TOLD - {"iets", "eens"}
    return bool(telling) and bool(set(bare[2:]) & told)


def _to_another(bare: Words) -> bool:
    """Tell whether somebody else is told: *aan je moeder*, *je moeder vertellen wat ...*."""
    asked = next((i for i, word in enumerate(bare) if i > 1 and word in _QUESTION_WORDS), len(bare))
    if any(word in _TOWARDS and after in _OTHERS for word, after in pairwise(bare[:asked])):
        return True
    if bare[2] in _THEM:
        return True
    place = next((i for i, word in enumerate(bare) if word in _GIVING), 0)
    clause = bare[place + 1 : place + 2]
    if not place or not (set(clause) & (_QUESTION_WORDS | {"dat", "of", "over"})):
        return False
    return bare[2] in _OTHERS and place > 3


_REQUESTS = frozenset(("kun", "kunt", "kan", "wil", "wilt", "zou", "mag", "zul", "zult"))
_TOWARDS = ("aan", "tegen")
_THEM = frozenset(("hem", "haar", "hen", "hun", "ze"))
_OTHERS = frozenset(
    ("je", "jouw", "uw", "de", "een", "mijn", "iemand", "anderen", "iedereen", *_THEM)
)
_GIVING = frozenset(("vertellen", "zeggen", "uitleggen", "toelichten", "vragen", "schrijven"))
_QUESTION_WORDS = word_list("vraagwoorden")
_ALWAYS_TELLING = word_list("vertelwerkwoorden")
_TELLING = _ALWAYS_TELLING | frozenset(
    (
        *("vertellen", "zeggen", "aangeven", "delen", "vragen", "uitweiden", "ingaan"),
        *("stilstaan", "benoemen", "tonen"),
    )
)
_TOLD = _QUESTION_WORDS | frozenset(("iets", "meer", "over", "eens", "me", "mij", "ons"))
_GIVEN = frozenset(
    (
        *("voorbeeld", "voorbeelden", "omschrijving", "beschrijving", "indruk", "beeld"),
        *("toelichting", "uitleg", "schets"),
    )
)

"""Questions without their mark: a finite verb, and behind it what can only be its subject."""

from __future__ import annotations

from coachkit.language.verbs import verb_of_stem, verb_of_you
from coachkit.language.wordlists import word_list


def begins_as_question(bare: tuple[str, ...]) -> bool:
    """Tell whether words begin as a question: *Heb je ...*, *Komt je broer ...*.

    Args:
        bare: the words of a sentence, from its finite verb on, in small letters.

    """
    if len(bare) < 2:
        return False
    verb, subject = bare[:2]
    if subject in ("het", "dat", "dit", "hij", "er") and verb_of_you(verb):
        return True
    if subject == "u" and bare[2:3] != ("zich",):
        return True
    if subject in word_list("voornaamwoorden") and verb in word_list("vraagwerkwoorden"):
        return True
    return subject in _DETERMINERS and len(bare) > 2 and _no_imperative(verb)


_DETERMINERS = frozenset(("je", "jouw", "uw", "de", "het", "een", "deze", "die", "jullie"))


def _no_imperative(verb: str) -> bool:
    """Tell a form that only a subject can follow: *komt*, and not *zet* or *kijk*."""
    if verb_of_stem(verb) or verb in word_list("opdrachten"):
        return verb in ("is", "kan", "mag", "was", "had", "wil", "zou")
    return verb in word_list("persoonsvormen") or verb_of_you(verb) is not None

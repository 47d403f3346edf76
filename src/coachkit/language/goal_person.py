"""From the client's own mouth to the one who is spoken to: *mijn* becomes *je* or *uw*."""

from __future__ import annotations

from collections.abc import Sequence

from coachkit.language.formal_lexicon import lexicon
from coachkit.language.goal_text import UnclearGoalError, words_of_kind
from coachkit.vocabulary import Form

_POSSESSIVE = ("mijn", "m'n", "mn")
_SELF = ("mezelf", "mijzelf", "mijzelve", "mezelve")
_ME = ("me", "mij")
_ALWAYS = {
    Form.INFORMAL: {"mijn": "je", "mezelf": "jezelf", "mijne": "jouwe", "mijzelf": "jezelf"},
    Form.FORMAL: {"mijn": "uw", "mezelf": "uzelf", "mijne": "uwe", "mijzelf": "uzelf"},
}


def switch_person(words: Sequence[str], form: Form, clause: int) -> list[str]:
    """Return the words, said to the client.

    Args:
        words: the words of a goal.
        form: the form of address.
        clause: the place from which a clause has a subject of its own (*die mij begrijpt*).

    Raises:
        UnclearGoalError: the goal speaks of *ik*, *ons* or *je*, and who that is cannot be known.

    """
    if other := words_of_kind("iemand-anders").intersection(word.lower() for word in words):
        raise UnclearGoalError(
            f"er staat '{min(other)}' in, en dan is niet zeker over wie het gaat"
        )
    return [_switched(words, i, form, in_clause=i >= clause) for i in range(len(words))]


def _switched(words: Sequence[str], place: int, form: Form, *, in_clause: bool) -> str:
    word = words[place].lower()
    if word in _POSSESSIVE:
        return _ALWAYS[form]["mijn"]
    if word in _SELF:
        return _ALWAYS[form]["mezelf"]
    if word == "mijne":
        return _ALWAYS[form]["mijne"]
    if word in _ME:
        return _me(words, place, form, in_clause=in_clause)
    return words[place]


def _own_verb(words: Sequence[str]) -> bool:
    """Tell *(zonder) me te schamen* from *(om) me te helpen*."""
    if "te" not in words[:-1]:
        return False
    place = list(words).index("te")
    verb = words[place + 1]
    return bool(lexicon().classes["reflexive"].intersection((verb, words[place - 1] + verb)))


def _me(words: Sequence[str], place: int, form: Form, *, in_clause: bool) -> str:
    before = words[place - 1].lower() if place else ""
    after = words[place + 1].lower() if place + 1 < len(words) else ""
    # In spoken Dutch "me moeder" is "mijn moeder".
    if words[place].lower() == "me" and after in words_of_kind("naaste"):
        return _ALWAYS[form]["mijn"]
    # "Zonder me te schamen": the preposition goes with the verb, not with me.
    with_te = before in ("zonder", "om") and after != "heen" and _own_verb(words[place:])
    apart = (before in words_of_kind("voorzetsel") and not with_te) or in_clause
    if form is Form.FORMAL:
        return "u" if apart else "zich"
    return "jou" if apart and words[place].lower() == "mij" else "je"

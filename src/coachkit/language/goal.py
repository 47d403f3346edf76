"""A client's goal as it stands in a sentence: *Wat helpt je om je huis op te ruimen?*."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from coachkit.language.goal_heads import clause_start, find_heads
from coachkit.language.goal_person import switch_person
from coachkit.language.goal_text import UnclearGoalError, words_of, words_of_kind
from coachkit.language.verbs import Verb, find_verb
from coachkit.vocabulary import Form


@dataclass(frozen=True)
class GoalForms:
    """A goal as it can stand in a sentence.

    Attributes:
        te: behind *Wat helpt je om*: *je huis op te ruimen*; ``None`` when it must be asked.
        nominal: behind *Je wilt*: *je huis opruimen*; ``None`` when it must be asked.
        condition: behind *als*: *je je huis opruimt*; ``None`` when it must be asked.
        quoted: the client's own words in quotes, which fit anywhere.
        status: ``auto``, or ``ask`` when a person has to say how it goes.
        why: for ``ask`` the reason, in Dutch.

    """

    te: str | None
    nominal: str | None
    quoted: str
    status: Literal["auto", "ask"]
    why: str = ""
    condition: str | None = None


def goal_forms(goal: str, form: Form | str = Form.INFORMAL) -> GoalForms:
    """Return the forms of a goal that a client gave in his own words, such as *mijn huis opruimen*.

    Where the grammar is not certain the status is ``ask``: then only the quoted form is there.
    Never raises on what a client wrote.

    Args:
        goal: the goal, in the words of the client.
        form: how the client is spoken to, ``je`` or ``u``.

    Raises:
        ValueError: the form of address is none of these.

    """
    form = Form(form)
    quoted = f'"{" ".join(goal.split()).rstrip(" .")}"'
    try:
        return _converted(goal, form, quoted)
    except UnclearGoalError as reason:
        return GoalForms(None, None, quoted, "ask", str(reason))


def te_clause(words: str) -> str:
    """Return a clause with *te* that a coach wrote, without *om*: a sentence has that already."""
    return re.sub(r"^om\s+(?=(?:\S+\s+)*te\s)", "", words.strip(), flags=re.IGNORECASE)


def _converted(goal: str, form: Form, quoted: str) -> GoalForms:
    words = words_of(goal)
    _check_safe(words)
    if "te" in words:
        words = _without_te(words)
    _check_no_sentence(words)
    heads = find_heads(words)
    verbs = {place: _sure_verb(words[place]) for place in heads}
    said = switch_person(words, form, clause_start(words))
    _check_own_te(words, verbs)
    return GoalForms(
        te=_with_te(said, verbs),
        nominal=_text(said),
        quoted=quoted,
        status="auto",
        condition=_condition(said, verbs, form),
    )


def _with_te(said: Sequence[str], verbs: Mapping[int, Verb]) -> str:
    """Put *te* at the verbs; *durven te vragen* loses its own: *te durven vragen*."""
    words = [verbs[i].te if i in verbs else word for i, word in enumerate(said)]
    for place in sorted(verbs, reverse=True):
        if verbs[place].infinitive in _OWN_TE and words[place + 1 : place + 2] == ["te"]:
            del words[place + 1]
    return _text(words)


MAY_BE_DANGER = "lees dit doel eerst zelf: het kan over de dood of over pijn gaan"
"""Why a goal is in no sentence that should first be read by a person."""

_OWN_TE = ("durven", "hoeven")


def _check_own_te(words: Sequence[str], verbs: Mapping[int, Verb]) -> None:
    """Refuse *durven uit te lachen*, which becomes *uit te durven lachen*."""
    for place, verb in verbs.items():
        if verb.infinitive == "komen" and words[place + 1 : place + 2] == ["te"]:
            raise UnclearGoalError("'komen te' kan op twee manieren")
        if verb.infinitive in _OWN_TE and "te" in words[place + 2 : clause_start(words)]:
            raise UnclearGoalError(f"'{verb.infinitive}' staat hier met een eigen 'te'")


def _condition(said: Sequence[str], verbs: Mapping[int, Verb], form: Form) -> str | None:
    """Return the goal behind *als*; *durven* then wants a *te* of its own, so it is left out."""
    if any(verb.infinitive in _OWN_TE for verb in verbs.values()):
        return None
    return f"{form} {_text([verbs[i].you if i in verbs else word for i, word in enumerate(said)])}"


def _check_safe(words: Sequence[str]) -> None:
    line = " ".join(words)
    if words_of_kind("gevaar").intersection(words) or _DANGER.search(line):
        raise UnclearGoalError(MAY_BE_DANGER)


_DANGER = re.compile(
    r"(?<!de )dood\b|niet meer (?:zijn|leven|bestaan|wakker worden)\b|einde (?:te )?maken\b"
    r"|van kant\b|(?:mezelf|mijzelf) (?:pijn|iets aan)"
)


def _check_no_sentence(words: Sequence[str]) -> None:
    if not words:
        raise UnclearGoalError("er staat nog geen doel")
    clause, first = clause_start(words), words[0]
    asks = first != "wat" and first in words_of_kind("vraag")
    if clause == 0 or asks or first in words_of_kind("onderwerp"):
        raise UnclearGoalError("het is een vraag of een stuk van een zin")
    begin = words[:clause]
    nouns = words_of_kind("lidwoord") | words_of_kind("voorzetsel")
    for before, word in zip(["", *begin], begin, strict=False):
        if word in words_of_kind("persoonsvorm") and before not in nouns:
            raise UnclearGoalError(f"'{word}' maakt er een zin van, en geen doel")


def _without_te(words: list[str]) -> list[str]:
    """Turn *om mijn huis op te ruimen* into *mijn huis opruimen*; leave other goals as they are."""
    bare = words[1:] if words[0] == "om" else words
    joined: list[str] = []
    for word in bare:
        if joined and joined[-1] == "te" and find_verb(word):
            joined.pop()
            whole = joined[-1] + word if joined else ""
            joined[-1:] = [whole] if find_verb(whole) else [*joined[-1:], word]
        else:
            joined.append(word)
    return words if bare is words and _has_head(words) else joined


def _has_head(words: Sequence[str]) -> bool:
    try:
        return bool(find_heads(words))
    except UnclearGoalError:
        return False


def _sure_verb(word: str) -> Verb:
    verb = find_verb(word)
    if not verb or not verb.sure:
        raise UnclearGoalError(f"'{word}' kan twee dingen betekenen")
    return verb


def _text(words: Sequence[str]) -> str:
    return " ".join(words).replace(" ,", ",")

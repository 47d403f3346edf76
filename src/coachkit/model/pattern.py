"""Question patterns: a question with slots from lists, and the questions that it stands for.

``Welke tip krijg je van {{ keuze.ander }}?`` stands for as many questions as list ``ander`` has
items. Each has an id of its own, so that what was asked before is known to the wording.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from math import prod
from typing import TYPE_CHECKING, Annotated

from pydantic import Field, StringConstraints

from coachkit.address import Addressed
from coachkit.slots import Text, choose, lists_in
from coachkit.validation import ID_PATTERN, LIST_PATTERN
from coachkit.vocabulary import Form

if TYPE_CHECKING:
    from coachkit.model.question import Question

MAX_EXPANSIONS = 500

ListName = Annotated[str, StringConstraints(pattern=LIST_PATTERN, max_length=40)]


class ListItem(Addressed):
    """One item of a list: the words to put in a question, for *je* and for *u*."""

    id: Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=40)]
    text: Text = Field(alias="je")
    text_formal: Text | None = Field(None, alias="u")


Items = Annotated[tuple[ListItem, ...], Field(min_length=2, max_length=100)]
Lists = dict[ListName, Items]


def pattern_problem(texts: tuple[str | None, ...], lists: Mapping[str, Items]) -> str:
    """Return what is wrong with the choices in a question's texts, the question itself first.

    The message is Dutch, with the cure behind a semicolon; empty when all is well.
    """
    used = [lists_in(text) if text else frozenset() for text in texts]
    together = frozenset().union(*used)
    if unknown := sorted(together - lists.keys()):
        known = ", ".join(lists) or "geen"
        return f"er is geen lijst '{unknown[0]}'; zet haar bij 'lijsten' (er zijn: {known})"
    if used[0] != used[1] or used[0] != together:
        return "'vraag' en 'vraag_u' kiezen uit dezelfde lijsten, en andere teksten uit geen andere"
    if double := [name for name in sorted(used[0]) if _doubled(lists[name])]:
        return f"in lijst '{double[0]}' staat een id twee keer; geef elk woord een eigen id"
    count = prod(len(lists[name]) for name in used[0])
    if count > MAX_EXPANSIONS:
        return f"dit patroon geeft {count} vragen; neem kortere lijsten, hooguit {MAX_EXPANSIONS}"
    return ""


def expand(question: Question) -> tuple[Question, ...]:
    """Return the questions that a pattern stands for; a plain question stands for itself.

    The id of each is that of the pattern with those of the items behind it, in the alphabetical
    order of their lists, so that rewording a question leaves the ids as they are.
    """
    if not lists_in(question.text):
        return (question,)
    return tuple(_expansion(question, drawn) for drawn in _draws(question))


def wording_ids(question: Question) -> tuple[str, ...]:
    """Return the ids of the questions that a pattern stands for; a plain question has its own."""
    return tuple(_wording_id(question, drawn) for drawn in _draws(question))


def pattern_and_wording(
    questions: Iterable[Question], id_: str
) -> tuple[Question, Question] | None:
    """Return the pattern that stands for a question, and that question; few are expanded."""
    for question in questions:
        if id_.startswith(f"{question.id}-") and id_ in wording_ids(question):
            return question, next(each for each in expand(question) if each.id == id_)
    return None


def _draws(question: Question) -> Iterator[dict[str, ListItem]]:
    """Yield each way to draw one item from every list that a question uses."""
    names = sorted(lists_in(question.text))
    for drawn in product(*(question.lists[name] for name in names)):
        yield dict(zip(names, drawn, strict=True))


def _wording_id(question: Question, drawn: Mapping[str, ListItem]) -> str:
    return "-".join([question.id, *(item.id for item in drawn.values())])


def _expansion(question: Question, drawn: Mapping[str, ListItem]) -> Question:
    words = {name: item.in_form(Form.INFORMAL).text for name, item in drawn.items()}
    formal = {name: item.in_form(Form.FORMAL).text for name, item in drawn.items()}
    changes: dict[str, object] = {
        "id": _wording_id(question, drawn),
        "lists": {},
    }
    for name in ("text", "help", "follow_up"):
        for key, chosen in ((name, words), (f"{name}_formal", formal)):
            text = getattr(question, key)
            changes[key] = text and choose(text, chosen)
    return question.model_copy(update=changes)


def _doubled(items: Items) -> bool:
    return len({item.id for item in items}) < len(items)

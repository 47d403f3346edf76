"""The question bank: all questions and recipes that were loaded, and an index to choose from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property
from typing import TypeVar

from coachkit.bank.register import current_id, find_question
from coachkit.errors import Problem, SelectionError
from coachkit.model import (
    Question,
    QuestionSet,
    Recipe,
    ReferralCard,
    TextRecipe,
    expand,
    pattern_and_wording,
)
from coachkit.vocabulary import Audience, Category, Phase, Situation, World

Item = TypeVar("Item")

_PHASE_BITS = {phase: 1 << i for i, phase in enumerate([None, *Phase])}
_SITUATION_BITS = {
    situation: 1 << (i + len(_PHASE_BITS)) for i, situation in enumerate([None, *Situation])
}
_ALL_PHASES = sum(_PHASE_BITS.values())
_ALL_SITUATIONS = sum(_SITUATION_BITS.values())


@dataclass(frozen=True, slots=True)
class Entry:
    """A question with what selection compares, as sets of bits.

    ``fits`` has a bit for each phase and situation that the question fits, also for "not known";
    ``named`` only for those that it names.
    """

    question: Question
    fits: int
    named: int
    needs: frozenset[str | World]
    order: int


@dataclass(frozen=True)
class Bank:
    """Questions, recipes and referral cards by id, with the problems of files that did not load."""

    questions: Mapping[str, Question]
    recipes: Mapping[str, Recipe]
    aliases: Mapping[str, str] = field(default_factory=dict)
    sets: tuple[QuestionSet, ...] = ()
    problems: tuple[Problem, ...] = field(default=(), compare=False)
    cards: Mapping[str, ReferralCard] = field(default_factory=dict)
    texts: Mapping[str, TextRecipe] = field(default_factory=dict)

    @cached_property
    def index(self) -> dict[tuple[Audience, Category | None], list[Entry]]:
        """Entries by audience and category, without the questions that were retired."""
        found: dict[tuple[Audience, Category | None], list[Entry]] = defaultdict(list)
        for order, question in enumerate(self.questions.values()):
            if not question.retired:
                found[question.audience, question.category].append(_entry(question, order))
        return dict(found)

    @cached_property
    def expansions(self) -> dict[str, Question]:
        """The questions that patterns stand for, by id."""
        patterns = [question for question in self.questions.values() if question.is_pattern]
        return {wording.id: wording for pattern in patterns for wording in expand(pattern)}

    def question(self, id_: str) -> Question:
        """Return a question, one that a pattern stands for, or what replaced it.

        Raises:
            SelectionError: there is none with this id.

        """
        found = find_question(id_, self.questions, self.aliases)
        return found or _get(self.questions, current_id(id_, self.aliases), "vraag")

    def pattern_of(self, id_: str) -> Question | None:
        """Return the pattern that stands for a question, if one does."""
        found = None if id_ in self.questions else pattern_and_wording(self.questions.values(), id_)
        return found[0] if found else None

    def recipe(self, id_: str) -> Recipe:
        """Return a recipe, or what replaced it.

        Raises:
            SelectionError: there is none with this id.

        """
        return _get(self.recipes, current_id(id_, self.aliases), "werkvorm")

    def card(self, id_: str) -> ReferralCard:
        """Return a referral card, or what replaced it; the register knows that it is there."""
        return self.cards[current_id(id_, self.aliases)]

    def text_recipe(self, id_: str) -> TextRecipe:
        """Return a text recipe, or what replaced it.

        Raises:
            SelectionError: there is none with this id.

        """
        return _get(self.texts, current_id(id_, self.aliases), "werkvorm")


def phase_bit(phase: Phase | None) -> int:
    """Return the bit that an entry must have in ``fits`` for a client in a phase."""
    return _PHASE_BITS[phase]


def situation_bit(situation: Situation | None) -> int:
    """Return the bit that an entry must have in ``fits`` for a client in a situation."""
    return _SITUATION_BITS[situation]


def _entry(question: Question, order: int) -> Entry:
    phases = sum(_PHASE_BITS[phase] for phase in set(question.phases))
    situations = sum(_SITUATION_BITS[situation] for situation in set(question.situations))
    return Entry(
        question=question,
        fits=(phases or _ALL_PHASES) | (situations or _ALL_SITUATIONS),
        named=phases | situations,
        needs=frozenset((*question.slots, *question.worlds)),
        order=order,
    )


def _get(found: Mapping[str, Item], id_: str, noun: str) -> Item:
    if id_ in found:
        return found[id_]
    close = get_close_matches(id_, found, n=3)
    cure = f"bedoel je {' of '.join(close)}?" if close else f"kijk met: coachkit bank {_LIST[noun]}"
    raise SelectionError(f"er is geen {noun} '{id_}'; {cure}")


_LIST = {"vraag": "list", "werkvorm": "list --recipes"}

"""Which ids are in use, and what replaced what, while sources are put together into one bank."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from coachkit.answers import PLAN
from coachkit.errors import Problem
from coachkit.model import Question, QuestionSet, Recipe, Section
from coachkit.vocabulary import Audience, Category, RecipeKind
from coachkit.yamlfile import Document, Loc

Item = TypeVar("Item", Question, Recipe)


@dataclass(frozen=True)
class Source:
    """A set or a recipe as it was read, with its document: that knows the places."""

    document: Document
    item: QuestionSet | Recipe


class Register:
    """Questions and recipes by id; a replacement stands in the place of what it replaces."""

    def __init__(self) -> None:
        self.questions: dict[str, Question] = {}
        self.recipes: dict[str, Recipe] = {}
        self.aliases: dict[str, str] = {}
        self._places: dict[str, str] = {}

    def problems_of(self, source: Source) -> list[Problem]:
        """Return what stands in the way of adding this source."""
        found = []
        inside: set[str] = set()
        replaced: set[str] = set()
        for item, loc in _items(source.item):
            problem = self._problem(item, loc, inside) or _replaced_twice(item, loc, replaced)
            if problem is not None:
                found.append(source.document.locate(problem))
            inside.add(item.id)
            replaced.add(item.replaces or "")
        return found

    def add(self, source: Source) -> None:
        """Take in a source that has no problems."""
        if isinstance(source.item, Recipe):
            self.recipes = _placed(self.recipes, [source.item])
        else:
            self.questions = _placed(self.questions, source.item.questions)
        for item, _ in _items(source.item):
            if item.replaces and item.replaces != item.id:
                self.aliases[item.replaces] = item.id
            self._places[item.id] = source.document.path

    def recipe_problems(self, source: Source, recipe: Recipe) -> list[Problem]:
        """Return what is wrong with a recipe now that all questions are known."""
        problems = [
            _no_such_question(section.question, i)
            for i, section in enumerate(recipe.sections)
            if section.question and self._question(section.question) is None
        ]
        if not problems:
            ranks = [self._rank(section) for section in recipe.sections]
            problems = order_problems(recipe, ranks)
        return [source.document.locate(problem) for problem in problems]

    def _question(self, id_: str) -> Question | None:
        while id_ in self.aliases:
            id_ = self.aliases[id_]
        return self.questions.get(id_)

    def _rank(self, section: Section) -> int | None:
        """Return the place of a section's category in the order; none for a closing plan."""
        category = section.category
        if section.question:
            question = self._question(section.question)
            if question is None or question.answer.soort == PLAN:
                return None
            category = question.category
        return None if category is None or section.kinds == (PLAN,) else category.rank

    def _problem(self, item: Question | Recipe, loc: Loc, inside: set[str]) -> Problem | None:
        known = self.questions if isinstance(item, Question) else self.recipes
        if item.replaces and item.replaces not in known:
            noun = "vraag" if isinstance(item, Question) else "werkvorm"
            message = f"'vervangt' noemt '{item.replaces}', en zo'n {noun} is er niet (meer)"
            return Problem(message, "controleer de id", "verwijzing", loc=(*loc, "vervangt"))
        if item.id in inside or (item.id in self._places and item.id != item.replaces):
            where = "dit bestand" if item.id in inside else Path(self._places[item.id]).name
            message = f"de id '{item.id}' is al in gebruik (in {where})"
            cure = f"kies een andere id, of vervang de oude met vervangt: {item.id}"
            return Problem(message, cure, "dubbele-id", loc=(*loc, "id"))
        return None


def _replaced_twice(item: Question | Recipe, loc: Loc, replaced: set[str]) -> Problem | None:
    if item.replaces not in replaced:
        return None
    message = f"'{item.replaces}' is in dit bestand al vervangen"
    return Problem(message, "haal er een weg", "verwijzing", loc=(*loc, "vervangt"))


def _items(item: QuestionSet | Recipe) -> Iterator[tuple[Question | Recipe, Loc]]:
    if isinstance(item, Recipe):
        yield item, ()
    else:
        for i, question in enumerate(item.questions):
            yield question, ("vragen", i)


def _placed(known: dict[str, Item], items: list[Item] | tuple[Item, ...]) -> dict[str, Item]:
    replacements = {item.replaces: item for item in items if item.replaces}
    kept = {}
    for id_, old in known.items():
        item = replacements.get(id_, old)
        kept[item.id] = item
    return kept | {item.id: item for item in items if not item.replaces}


def _no_such_question(id_: str, section: int) -> Problem:
    return Problem(
        f"de vraag '{id_}' staat niet in de vraagbank",
        "controleer de id met: coachkit bank list",
        "verwijzing",
        loc=("onderdelen", section, "vraag"),
    )


def order_problems(recipe: Recipe, ranks: list[int | None]) -> list[Problem]:
    """Return where a client's worksheet would break the order of the categories."""
    if recipe.audience is not Audience.CLIENT or recipe.kind is not RecipeKind.WORKSHEET:
        return []
    order = ", ".join(Category)
    problems = []
    highest = 0
    for i, rank in enumerate(ranks):
        if rank is not None and rank < highest:
            message = f"'{list(Category)[rank]}' komt hier te laat"
            cure = f"houd de volgorde aan: {order}"
            problems.append(Problem(message, cure, "volgorde", loc=("onderdelen", i)))
        highest = max(highest, rank or 0)
    if ranks and ranks[-1] == Category.PAIN.rank:
        message = "een werkblad eindigt niet met pijn"
        cure = "laat er verlangen of een kleine stap op volgen"
        problems.append(Problem(message, cure, "volgorde", loc=("onderdelen", len(ranks) - 1)))
    return problems

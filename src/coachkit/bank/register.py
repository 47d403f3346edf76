"""Which ids are in use, and what replaced what, while sources are put together into one bank."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from coachkit.answers import PLAN
from coachkit.errors import Problem
from coachkit.model import Question, QuestionSet, Recipe, Section
from coachkit.vocabulary import Category, Phase, Situation
from coachkit.yamlfile import Document, Loc

_PRIVATE = (*Situation, *Phase)
Item = TypeVar("Item", Question, Recipe)


@dataclass(frozen=True)
class Source:
    """A set or a recipe as it was read, with its document: that knows the places."""

    document: Document
    item: QuestionSet | Recipe


class Register:
    """Questions and recipes by id; a replacement stands in the place of what it replaces.

    ``rejected`` are the ids in files that did not load.
    """

    def __init__(self, rejected: frozenset[str] = frozenset()) -> None:
        self._rejected = rejected
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
        if isinstance(source.item, Recipe):
            found += self._recipe_problems(source, source.item)
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

    def _recipe_problems(self, source: Source, recipe: Recipe) -> list[Problem]:
        """Return what is wrong with a recipe; all questions must be known by now."""
        fixed = [(i, s.question) for i, s in enumerate(recipe.sections) if s.question]
        problems = [
            problem
            for i, id_ in fixed
            if (problem := self._fixed_problem(recipe, id_, i)) is not None
        ]
        ids = [id_ for _, id_ in fixed]
        problems += [
            Problem(
                f"de vraag '{id_}' staat twee keer in deze werkvorm",
                "haal er een weg",
                "verwijzing",
                loc=("onderdelen", i, "vraag"),
            )
            for n, (i, id_) in enumerate(fixed)
            if id_ in ids[:n]
        ]
        if not problems and all(self._question(id_) for _, id_ in fixed):
            ranks = [self._rank(section) for section in recipe.sections]
            problems = order_problems(recipe, ranks)
        return [source.document.locate(problem) for problem in problems]

    def _fixed_problem(self, recipe: Recipe, id_: str, position: int) -> Problem | None:
        question = self._question(id_)
        loc = ("onderdelen", position, "vraag")
        if question is None:
            # Its own file is told of already: no echo.
            return None if id_ in self._rejected else _no_such_question(id_, position)
        if question.retired:
            cure = "kies een andere vraag"
            return Problem(f"de vraag '{id_}' is vervallen", cure, "verwijzing", loc=loc)
        if question.audience is not recipe.audience:
            message = f"de vraag '{id_}' is voor een {question.audience}"
            return Problem(message, "kies een andere vraag", "verwijzing", loc=loc)
        return None

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
        if words := [word for word in _PRIVATE if f"-{word}-" in f"-{item.id}-"]:
            message = f"de id '{item.id}' noemt '{words[0]}', en cliënten kunnen een id zien"
            return Problem(message, "kies een id zonder situatie of fase", loc=(*loc, "id"))
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
    if not recipe.keeps_order:
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
        free = [_is_free(section) for section in recipe.sections[max(0, i - 1) : i + 1]]
        if len(free) == 2 and all(free):
            message = "twee onderdelen zonder categorie na elkaar kunnen de volgorde breken"
            cure = "geef een van beide een categorie"
            problems.append(Problem(message, cure, "volgorde", loc=("onderdelen", i)))
    if ranks and ranks[-1] == Category.PAIN.rank:
        message = "een werkblad eindigt niet met pijn"
        cure = "laat er verlangen of een kleine stap op volgen"
        problems.append(Problem(message, cure, "volgorde", loc=("onderdelen", len(ranks) - 1)))
    return problems


def _is_free(section: Section) -> bool:
    """Tell whether a section draws from any category."""
    return section.category is None and section.question is None

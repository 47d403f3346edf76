"""Which ids are in use, and what replaced what, while sources are put together into one bank."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from coachkit.bank.references import recipe_problems
from coachkit.errors import Problem
from coachkit.model import (
    Question,
    QuestionSet,
    Recipe,
    ReferralCard,
    TextRecipe,
    pattern_and_wording,
    wording_ids,
)
from coachkit.vocabulary import Phase, Situation
from coachkit.yamlfile import Document, Loc

_PRIVATE = (*Situation, *Phase)
Content = QuestionSet | Recipe | ReferralCard | TextRecipe
Numbered = Question | Recipe | ReferralCard | TextRecipe
Item = TypeVar("Item", Question, Recipe, ReferralCard, TextRecipe)


@dataclass(frozen=True)
class Source:
    """What a file holds, with its document: that knows the places."""

    document: Document
    item: Content


class Register:
    """All that has an id, by id; a replacement stands in the place of what it replaces.

    ``rejected`` are the ids in files that did not load.
    """

    def __init__(self, rejected: frozenset[str] = frozenset()) -> None:
        self._rejected = rejected
        self.questions: dict[str, Question] = {}
        self.recipes: dict[str, Recipe] = {}
        self.cards: dict[str, ReferralCard] = {}
        self.texts: dict[str, TextRecipe] = {}
        self.aliases: dict[str, str] = {}
        self._places: dict[str, str] = {}

    def problems_of(self, source: Source) -> list[Problem]:
        """Return what stands in the way of adding this source."""
        found = []
        inside: set[str] = set()
        replaced: set[str] = set()
        for item, loc in _items(source.item):
            ids = _ids(item)
            problem = self._problem(item, ids, loc, inside) or _replaced_twice(item, loc, replaced)
            if problem is not None:
                found.append(source.document.locate(problem))
            inside.update(ids)
            replaced.add(item.replaces or "")
        if isinstance(source.item, Recipe):
            problems = recipe_problems(source.item, self._question, self._rejected)
            problems += self._data_problems(source.item)
            found += [source.document.locate(problem) for problem in problems]
        return found

    def add(self, source: Source) -> None:
        """Take in a source that has no problems."""
        if isinstance(source.item, Recipe):
            self.recipes = _placed(self.recipes, [source.item])
        elif isinstance(source.item, ReferralCard):
            self.cards = _placed(self.cards, [source.item])
        elif isinstance(source.item, TextRecipe):
            self.texts = _placed(self.texts, [source.item])
        else:
            self.questions = _placed(self.questions, source.item.questions)
        for item, _ in _items(source.item):
            if item.replaces and item.replaces != item.id:
                self.aliases[item.replaces] = item.id
            self._places |= dict.fromkeys(_ids(item), source.document.path)

    def _question(self, id_: str) -> Question | None:
        return find_question(id_, self.questions, self.aliases)

    def _data_problems(self, recipe: Recipe) -> list[Problem]:
        if recipe.data is None:
            return []
        card = self.cards.get(current_id(recipe.data, self.aliases))
        if card is None:
            message = f"de gegevens '{recipe.data}' staan niet in de vraagbank"
            cure = f"er zijn: {', '.join(self.cards) or 'geen'}"
        elif card.audience is not recipe.audience:
            message = f"de gegevens '{recipe.data}' zijn voor een {card.audience}"
            cure = f"zet bij de werkvorm doelgroep: {card.audience}, of haal 'gegevens' weg"
        else:
            return []
        return [Problem(message, cure, "verwijzing", loc=("gegevens",))]

    def _known(self, item: Numbered) -> tuple[Mapping[str, Numbered], str]:
        """Return what an item may replace, and what such a thing is called."""
        if isinstance(item, Question):
            return self.questions, "vraag"
        if isinstance(item, ReferralCard):
            return self.cards, "kaart"
        return (self.recipes if isinstance(item, Recipe) else self.texts), "werkvorm"

    def _problem(
        self, item: Numbered, ids: list[str], loc: Loc, inside: set[str]
    ) -> Problem | None:
        """Return what is wrong with the ids of an item: its own, and those of its wordings."""
        for id_ in ids:
            if words := [word for word in _PRIVATE if f"-{word}-" in f"-{id_}-"]:
                message = f"de id '{id_}' noemt '{words[0]}', en cliënten kunnen een id zien"
                return Problem(message, "kies een id zonder situatie of fase", loc=(*loc, "id"))
        known, noun = self._known(item)
        if item.replaces and item.replaces not in known:
            message = f"'vervangt' noemt '{item.replaces}', en zo'n {noun} is er niet (meer)"
            return Problem(message, "controleer de id", "verwijzing", loc=(*loc, "vervangt"))
        for id_ in ids:
            if id_ in inside or (id_ in self._places and id_ not in _replaced_ids(item, known)):
                where = "dit bestand" if id_ in inside else Path(self._places[id_]).name
                message = f"de id '{id_}' is al in gebruik (in {where})"
                cure = f"kies een andere id, of vervang de oude met vervangt: {item.id}"
                if id_ not in inside:
                    cure += "; kwam een van de bestanden erbij, haal dat dan weg"
                return Problem(message, cure, "dubbele-id", loc=(*loc, "id"))
        return None


def current_id(id_: str, aliases: Mapping[str, str]) -> str:
    """Follow replacements of replacements; the register lets no circle arise."""
    while id_ in aliases:
        id_ = aliases[id_]
    return id_


def find_question(
    id_: str, questions: Mapping[str, Question], aliases: Mapping[str, str]
) -> Question | None:
    """Return a question, what replaced it, or one that a pattern stands for."""
    current = current_id(id_, aliases)
    if current in questions:
        return questions[current]
    found = pattern_and_wording(questions.values(), current)
    return found[1] if found else None


def _ids(item: Numbered) -> list[str]:
    """Return the id of an item, and those of the questions that a pattern stands for."""
    return list(
        dict.fromkeys([item.id, *(wording_ids(item) if isinstance(item, Question) else ())])
    )


def _replaced_ids(item: Numbered, known: Mapping[str, Numbered]) -> list[str]:
    """Return the ids that come free because an item replaces another."""
    return _ids(known[item.replaces]) if item.replaces else []


def _replaced_twice(item: Numbered, loc: Loc, replaced: set[str]) -> Problem | None:
    if item.replaces not in replaced:
        return None
    message = f"'{item.replaces}' is in dit bestand al vervangen"
    return Problem(message, "haal er een weg", "verwijzing", loc=(*loc, "vervangt"))


def _items(item: Content) -> Iterator[tuple[Numbered, Loc]]:
    if isinstance(item, QuestionSet):
        for i, question in enumerate(item.questions):
            yield question, ("vragen", i)
    else:
        yield item, ()


def _placed(known: dict[str, Item], items: list[Item] | tuple[Item, ...]) -> dict[str, Item]:
    replacements = {item.replaces: item for item in items if item.replaces}
    kept = {}
    for id_, old in known.items():
        item = replacements.get(id_, old)
        kept[item.id] = item
    return kept | {item.id: item for item in items if not item.replaces}

"""The question sets in a practice folder, also broken ones, and the bank that they stand in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from coachkit.bank.bank import Bank
from coachkit.bank.filenames import named
from coachkit.bank.load import ids_in, kind_of, read_item, yaml_files
from coachkit.bank.references import recipe_problems
from coachkit.bank.register import Register, Source, current_id, find_question
from coachkit.errors import Problem
from coachkit.files import may_enter
from coachkit.model import (
    Question,
    QuestionSet,
    Recipe,
    ReferralCard,
    TextRecipe,
    wording_ids,
)
from coachkit.practice import Practice
from coachkit.yamlfile import Document, read_yaml


@dataclass(frozen=True)
class OwnSet:
    """A set in the practice folder; one with problems has to be mended before it can be opened."""

    path: Path
    name: str
    questions: int
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class _Read:
    """What stands in a file: its set when it is right, and else its problems."""

    document: Document
    item: QuestionSet | None
    problems: tuple[Problem, ...] = ()

    @property
    def told(self) -> OwnSet:
        path = Path(self.document.path)
        data = self.document.data if isinstance(self.document.data, dict) else {}
        questions = data.get("vragen")
        count = len(questions) if isinstance(questions, list) else 0
        return OwnSet(path, str(data.get("naam") or named(path)), count, self.problems)


class Beside:
    """The bank without one set, to see whether that set fits in it.

    Args:
        bank: recipes, cards and what replaced what.
        sets: the other sets, each with what it is called in messages.
        rejected: ids in files that are broken.

    """

    def __init__(
        self, bank: Bank, sets: Iterable[tuple[str, QuestionSet]], rejected: frozenset[str]
    ) -> None:
        self._bank, self._sets, self._rejected = bank, tuple(sets), rejected

    @cached_property
    def taken(self) -> frozenset[str]:
        """The ids that are in use, also of what was replaced and of files that are broken."""
        questions = self._register.questions.values()
        used = {id_ for question in questions for id_ in (question.id, *wording_ids(question))}
        bank = self._bank
        return frozenset(used | self._rejected).union(
            bank.aliases, bank.recipes, bank.cards, bank.texts, self._register.aliases
        )

    def problems_of(self, document: Document, item: QuestionSet) -> list[Problem]:
        """Return why a set cannot stand in the bank: its ids, and recipes that ask for it."""
        problems = self._register.problems_of(Source(document, item))
        return problems or list(self._recipe_problems(document, item))

    def bank_with(self, document: Document, item: QuestionSet) -> Bank:
        """Return the bank with a set in it."""
        register = self._filled([*self._sets, (document.path, item)])
        sets = (*(other for _, other in self._sets), item)
        aliases = {**self._bank.aliases, **register.aliases}
        return replace(self._bank, questions=register.questions, aliases=aliases, sets=sets)

    def _recipe_problems(self, document: Document, item: QuestionSet) -> Iterator[Problem]:
        """Yield what goes wrong in recipes that ask for a question by its id, or an older one."""
        bank = self.bank_with(document, item)
        own = {question.id for question in item.questions}

        def lookup(id_: str) -> Question | None:
            return find_question(id_, bank.questions, bank.aliases)

        for recipe in self._bank.recipes.values():
            asked = {current_id(id_, bank.aliases) for id_ in _asked_for(recipe)}
            if own & asked or any(_is_wording(id_, own) for id_ in asked):
                for problem in recipe_problems(recipe, lookup, self._rejected):
                    message = f"de werkvorm '{recipe.id}' vraagt hierom: {problem.message}"
                    yield replace(problem, message=message, cure="pas eerst de werkvorm aan")

    @cached_property
    def _register(self) -> Register:
        return self._filled(self._sets)

    def _filled(self, sets: Iterable[tuple[str, QuestionSet]]) -> Register:
        register = Register(self._rejected)
        bank = self._bank
        for name, item in sets:
            register.add(Source(Document(name, None), item))
        others: list[Recipe | ReferralCard | TextRecipe] = [*bank.recipes.values()]
        for other in [*others, *bank.cards.values(), *bank.texts.values()]:
            register.add(Source(Document(other.id, None), other))
        return register


class OwnSets:
    """The sets in the practice folder; each look reads them again.

    Args:
        practice: whose folder it is; without a folder there are none.
        bank: the bank as it was loaded for this practice.

    """

    def __init__(self, practice: Practice, bank: Bank) -> None:
        self.folder = practice.folder / "vraagbank" if practice.folder else None
        self._bank = bank
        own = [read_item(document)[0] for document in self._documents()]
        self._others = tuple((item.name, item) for item in bank.sets if item not in own)

    def look(self) -> tuple[OwnSet, ...]:
        """Return the sets as they are now, by path, with the problems of those that are broken."""
        return tuple(read.told for read in self._read(self._others))

    def beside(self, path: Path | None) -> Beside:
        """Return the bank without the set in a file."""
        reads = [
            read
            for read in self._read(self._others)
            if path is None or Path(read.document.path).resolve() != path.resolve()
        ]
        good = [(read.document.path, read.item) for read in reads if read.item is not None]
        broken = [ids_in(read.document.data) for read in reads if read.item is None]
        return Beside(self._bank, [*self._others, *good], frozenset().union(*broken))

    def _read(self, others: Iterable[tuple[str, QuestionSet]]) -> list[_Read]:
        """Read the files; each must fit in the bank with those that come before it."""
        register = Register()
        for name, item in others:
            register.add(Source(Document(name, None), item))
        return [_read(document, register) for document in self._documents()]

    def _documents(self) -> Iterator[Document]:
        if self.folder is None or not may_enter(self.folder):
            return
        for path in yaml_files(self.folder):
            document = read_yaml(path)
            if kind_of(document.data) in (None, QuestionSet):
                yield document


def _read(document: Document, register: Register) -> _Read:
    item, problems = read_item(document)
    if not isinstance(item, QuestionSet) or problems:
        return _Read(document, None, tuple(problems))
    source = Source(document, item)
    if problems := register.problems_of(source):
        return _Read(document, None, tuple(problems))
    register.add(source)
    return _Read(document, item)


def _is_wording(id_: str, patterns: Iterable[str]) -> bool:
    """Tell whether an id is, by its name, that of a wording."""
    return any(id_.startswith(f"{pattern}-") for pattern in patterns)


def _asked_for(recipe: Recipe) -> set[str]:
    return {id_ for section in recipe.sections for id_ in section.fixed}

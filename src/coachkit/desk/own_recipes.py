"""Recipes of a coach's own: a sheet of hers becomes one, and those that are kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path

from coachkit.bank.bank import Bank
from coachkit.bank.load import bank_files, load_documents, read_item, yaml_files
from coachkit.bank.setfile import lines_of, schema_beside
from coachkit.bank.starter import file_name, slug_of
from coachkit.errors import InputError, Problem
from coachkit.files import delete_file, may_enter, write_files
from coachkit.model import Recipe, Section
from coachkit.practice import Practice
from coachkit.worksheet.proposal import Proposal
from coachkit.yamlfile import parse_yaml, read_yaml

OWN_FOLDER = Path("vraagbank") / "werkvormen"

_MAX_TITLE = 80
_WIDTH = 110
_NOT_KEPT = ("id", "titel", "titel_u", "onderdelen", "minuten", "rijen", "vervangt", "auteur")


@dataclass(frozen=True, slots=True)
class OwnRecipe:
    """A recipe that was kept in a practice."""

    id: str
    title: str
    path: Path


def own_recipes(practice: Practice) -> list[OwnRecipe]:
    """Return the recipes that were kept in a practice, by title; broken files are left out."""
    folder = practice.folder / OWN_FOLDER if practice.folder else None
    if folder is None or not may_enter(folder):
        return []
    read = ((read_item(read_yaml(path))[0], path) for path in yaml_files(folder))
    found = [
        OwnRecipe(item.id, item.title, path) for item, path in read if isinstance(item, Recipe)
    ]
    return sorted(found, key=lambda own: own.title.casefold())


def throw_away(practice: Practice, id_: str) -> None:
    """Throw a recipe away that was kept; one that is gone already is fine.

    Raises:
        FileError: it cannot be removed.

    """
    for own in own_recipes(practice):
        if own.id == id_:
            delete_file(own.path)


def save_recipe(bank: Bank, proposal: Proposal, title: str, practice: Practice) -> Path:
    """Keep the questions of a proposal as a recipe of the practice, and return its file.

    Own words for one client are not kept: the recipe asks the questions as they are in the bank.

    Raises:
        FileError: there is no practice folder, it is gone, or the file exists or cannot be written.
        InputError: this cannot be a recipe, such as one that ends in pain; or the title is taken.

    """
    title = " ".join(title.split())
    folder = practice.place() / OWN_FOLDER
    if not title or len(title) > _MAX_TITLE:
        cure = f"geef een naam van hooguit {_MAX_TITLE} letters"
        raise InputError([Problem("de werkvorm heeft nog geen goede naam", cure)])
    if title.casefold() in (recipe.title.casefold() for recipe in bank.recipes.values()):
        raise InputError([Problem(f"er is al een werkvorm '{title}'", "kies een andere naam")])
    id_ = _free_id(bank, title)
    path = folder / file_name(id_, "werkvorm")
    schema = schema_beside(folder, "werkvorm.schema.json")
    head = [f"# yaml-language-server: $schema={schema}"] if schema else []
    text = "\n".join([*head, *lines_of(_recipe_data(proposal, id_, title), _WIDTH)]) + "\n"
    known = [read_yaml(file) for file in bank_files(practice)]
    whole = load_documents([*known, parse_yaml(text.encode(), str(path))])
    if found := [problem for problem in whole.problems if problem.path == str(path)]:
        raise InputError(map(_at_question, found))
    (written,) = write_files(folder, {path.name: text.encode()})
    return written


def _at_question(problem: Problem) -> Problem:
    """Return a problem of a recipe that is not there yet, with the question that it is about."""
    part = problem.loc[1] if len(problem.loc) > 1 and problem.loc[0] == "onderdelen" else None
    where = f"bij vraag {part + 1}: " if isinstance(part, int) else ""
    return Problem(f"{where}{problem.message}", problem.cure, problem.rule, problem.level)


def _free_id(bank: Bank, title: str) -> str:
    """Return an id that is not taken: of two names little may be left in plain letters."""
    slug = slug_of(title, "werkvorm")
    ids = chain([slug], (f"{slug}-{number}" for number in count(2)))
    return next(id_ for id_ in ids if id_ not in bank.recipes and id_ not in bank.aliases)


def _recipe_data(proposal: Proposal, id_: str, title: str) -> dict[str, object]:
    """Return the data of a recipe: the texts of the one it began with, and fixed questions."""
    kept = proposal.recipe.model_dump(mode="json", by_alias=True, exclude_unset=True)
    data: dict[str, object] = {
        "id": id_,
        "titel": title,
        "minuten": proposal.minutes,
        **{key: value for key, value in kept.items() if key not in _NOT_KEPT},
    }
    data["onderdelen"] = list(_sections(proposal))
    brief = proposal.brief
    for key, wish in (("fasen", brief.phase), ("situaties", brief.situation)):
        if wish is not None and wish not in kept.get(key, [wish]):
            del data[key]  # she used it for more than it was made for
    return data


def _sections(proposal: Proposal) -> Iterator[dict[str, object]]:
    """Yield a part for each question; only the first of a part has its heading."""
    previous: Section | None = None
    for pick in proposal.picks:
        section = pick.section
        heads = ("heading", "heading_formal", "moment")
        told = section.model_dump(mode="json", by_alias=True, exclude_none=True, include=set(heads))
        if section is previous:
            told = {key: value for key, value in told.items() if key == "moment"}
        yield {**told, "vraag": pick.question.id}
        previous = section

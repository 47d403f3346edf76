"""Recipes as a coach chooses among them, and a sheet of hers that becomes a recipe of her own."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path

from coachkit.bank.bank import Bank
from coachkit.bank.load import bank_files, load_documents
from coachkit.bank.setfile import lines_of, schema_beside
from coachkit.bank.starter import file_name, slug_of
from coachkit.desk.questions import filled
from coachkit.errors import InputError, Problem, SelectionError
from coachkit.export.page import time_needed
from coachkit.export.preview import Preview, preview
from coachkit.files import write_files
from coachkit.model import Brief, Recipe, Section
from coachkit.practice import Practice
from coachkit.vocabulary import Audience
from coachkit.worksheet.candidates import Wishes, wishes_of
from coachkit.worksheet.compose import make_worksheet
from coachkit.worksheet.proposal import Proposal
from coachkit.worksheet.reasons import reason_for_recipe
from coachkit.worksheet.recipes import fitting_recipes
from coachkit.worksheet.values import slot_in_words, slot_values
from coachkit.yamlfile import parse_yaml, read_yaml

OWN_FOLDER = Path("vraagbank") / "werkvormen"

_MAX_TITLE = 80
_WIDTH = 110
_NOT_KEPT = ("id", "titel", "titel_u", "onderdelen", "minuten", "rijen", "vervangt", "auteur")


@dataclass(frozen=True, slots=True)
class Offer:
    """A recipe for this client: why it fits best, or why it does not suit."""

    id: str
    title: str
    intro: str
    why: str = ""
    why_not: str = ""


def offers(
    bank: Bank, brief: Brief, practice: Practice, audience: Audience = Audience.CLIENT
) -> list[Offer]:
    """Return the recipes for clients, or for coaches: the best first, what does not suit last."""
    coach = brief.coach or practice.settings.coach or ""
    form = brief.form or practice.settings.form
    wishes = wishes_of(brief, audience, coach=coach)
    values = slot_values(brief, coach, form)
    fitting = fitting_recipes(bank, wishes)
    others = [recipe for recipe in bank.recipes.values() if recipe.audience is audience]
    found: list[Offer] = []
    for recipe in dict.fromkeys([*(each.id for each in fitting), *(each.id for each in others)]):
        spoken = bank.recipes[recipe].in_form(form)
        offer = Offer(
            id=recipe,
            title=filled(spoken.title, values),
            intro=filled(spoken.intro or "", values),
            why="" if found or not fitting else reason_for_recipe(fitting[0], wishes),
            why_not=_obstacle(bank.recipes[recipe], wishes),
        )
        found.append(offer)
    return found


def _obstacle(recipe: Recipe, wishes: Wishes) -> str:
    """Return, in a few Dutch words, why a recipe does not suit; empty when a coach may name it."""
    for noun, wish, allowed in (
        ("fase", wishes.phase, recipe.phases),
        ("situatie", wishes.situation, recipe.situations),
    ):
        if wish is not None and allowed and wish not in allowed:
            words = [str(one).replace("-", " ") for one in allowed]
            return f"voor een andere {noun}: {', '.join(words)}"
    missing = [slot for slot in recipe.slots if slot not in wishes.slots]
    return f"noemt {slot_in_words(missing[0])}, en dat is niet ingevuld" if missing else ""


def picture(bank: Bank, brief: Brief, recipe: str, practice: Practice) -> Preview | None:
    """Return the pages that a recipe gives for this client, if it can be made at all."""
    try:
        return preview(make_worksheet(bank, brief, recipe, seed=1, practice=practice))
    except SelectionError:
        return None


def time_of(
    bank: Bank,
    brief: Brief,
    recipe: str,
    practice: Practice,
    *,
    seed: int | None = None,
    asked: Collection[str] = (),
) -> str:
    """Return about how long a recipe takes, as the sheet says that it gives for this client.

    Empty when it asks nothing, or cannot be made.
    """
    try:
        sheet = make_worksheet(bank, brief, recipe, seed=seed, asked=asked, practice=practice)
    except SelectionError:
        return ""
    return time_needed(sheet.blocks)


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
        raise InputError(Problem(p.message, p.cure, p.rule, p.level) for p in found)
    (written,) = write_files(folder, {path.name: text.encode()})
    return written


def _free_id(bank: Bank, title: str) -> str:
    """Return an id that is not taken: of two names little may be left in plain letters."""
    slug = slug_of(title, "werkvorm")
    ids = chain([slug], (f"{slug}-{number}" for number in count(2)))
    return next(id_ for id_ in ids if id_ not in bank.recipes and id_ not in bank.aliases)


def _recipe_data(proposal: Proposal, id_: str, title: str) -> dict[str, object]:
    """Return the data of a recipe: the texts of the one it began with, and fixed questions."""
    kept = proposal.recipe.model_dump(mode="json", by_alias=True, exclude_unset=True)
    data = {
        "id": id_,
        "titel": title,
        "minuten": proposal.minutes,
        **{key: value for key, value in kept.items() if key not in _NOT_KEPT},
    }
    data["onderdelen"] = list(_sections(proposal))
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

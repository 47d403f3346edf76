"""Load the question bank: shipped sets, sets of installed packages, and the practice's own.

A file with a problem is left out as a whole, and all problems of all files are told at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.metadata import EntryPoint, entry_points
from importlib.util import find_spec
from pathlib import Path

from pydantic import ValidationError

from coachkit.address import address_problems
from coachkit.bank.bank import Bank
from coachkit.bank.keys import known_keys
from coachkit.bank.register import Content, Register, Source
from coachkit.errors import InputError, Problem
from coachkit.model import QuestionSet, Recipe, ReferralCard, TextRecipe
from coachkit.practice import Practice, find_practice
from coachkit.resources import data_folder
from coachkit.validation import explain
from coachkit.yamlfile import Document, is_yaml, read_yaml

GROUP = "coachkit.vraagbank"
PAIRS_FILE = "dubbelgangers.yaml"
"""Names the questions that may be alike: for the linter, and no part of the bank itself."""

_SKIPPED_FOLDERS = ("schema",)


def load_bank(practice: Practice | Path | str | None = None, *, lenient: bool = False) -> Bank:
    """Load the shipped questions and recipes, those of installed packages, and the practice's own.

    Args:
        practice: a practice, or its folder; its ``vraagbank`` may add and replace.
        lenient: leave broken files out and tell so in ``bank.problems``, instead of raising.

    Raises:
        InputError: anything is wrong in any file (not when ``lenient``).

    """
    bank = load_files(bank_files(practice))
    if not lenient and (errors := [p for p in bank.problems if p.level == "error"]):
        raise InputError(errors)
    return bank


def bank_files(practice: Practice | Path | str | None = None) -> Iterator[Path]:
    """Yield the files of the bank: shipped, of installed packages, and the practice's own."""
    if not isinstance(practice, Practice):
        practice = find_practice(Path(practice)) if practice else Practice()
    own = [practice.bank_folder] if practice.bank_folder else []
    for folder in (data_folder("vraagbank"), *_installed_folders(), *own):
        yield from yaml_files(folder)


def load_files(paths: Iterable[Path]) -> Bank:
    """Load some YAML files as one bank; what is wrong stands in its ``problems``."""
    return load_documents(map(read_yaml, paths))


def load_documents(documents: Iterable[Document]) -> Bank:
    """Load some documents as one bank; what is wrong stands in its ``problems``."""
    problems: list[Problem] = []
    sources: list[Source] = []
    rejected: set[str] = set()
    for document in documents:
        item, found = read_item(document)
        problems += found
        if item is not None and not found:
            sources.append(Source(document, item))
        else:
            rejected |= ids_in(document.data)
    return _join(sources, problems, frozenset(rejected))


def yaml_files(folder: Path) -> Iterator[Path]:
    """Yield the YAML files in a folder and the folders below it, in a fixed order."""
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        hidden = any(part.startswith(".") or part in _SKIPPED_FOLDERS for part in parts)
        hidden = hidden or path.name == PAIRS_FILE
        if is_yaml(path) and path.is_file() and not hidden:
            yield path


KINDS: dict[str, type[Content]] = {
    "vragen": QuestionSet,
    "onderdelen": Recipe,
    "signalen": ReferralCard,
    "alineas": TextRecipe,
}
"""What a file holds, by a key that only such a file has."""

NO_KIND = Problem(
    "dit is geen vragenset, werkvorm, verwijskaart of tekstwerkvorm",
    "een set heeft de sleutel vragen:, een werkvorm onderdelen:, een verwijskaart signalen:, "
    "en een tekstwerkvorm alineas:",
)


def kind_of(data: object) -> type[Content] | None:
    """Return what the data of a file is to become, by its keys; ``None`` when it is nothing."""
    keys = data if isinstance(data, dict) else {}
    return next((model for key, model in KINDS.items() if key in keys), None)


def read_item(document: Document) -> tuple[Content | None, list[Problem]]:
    """Turn a document into what it holds (one of ``KINDS``), or into its problems."""
    if document.problems:
        return None, list(document.problems)
    model = kind_of(document.data)
    if model is None:
        return None, [document.locate(NO_KIND)]
    try:
        item = model.model_validate(document.data, by_alias=True, by_name=False)
    except ValidationError as error:
        return None, [document.locate(p) for p in explain(error, known_keys(model))]
    # What a set passes on to its questions does not stand there: its problem is told at the set.
    problems = [p for p in address_problems(item) if p.loc in document.marks]
    return item, [document.locate(problem) for problem in problems]


def ids_in(data: object) -> set[str]:
    """Return the ids of the questions in the data of a file, as far as they can be read."""
    questions = data.get("vragen") if isinstance(data, dict) else None
    items = questions if isinstance(questions, list) else []
    return {str(item["id"]) for item in items if isinstance(item, dict) and "id" in item}


def _installed_folders() -> Iterator[Path]:
    """Yield the folders that installed packages offer: ``name = package`` or ``package:folder``."""
    for point in sorted(entry_points(group=GROUP), key=lambda point: (point.name, point.value)):
        folder = _folder_of(point)
        if folder is not None:
            yield folder


def _folder_of(point: EntryPoint) -> Path | None:
    """Return the folder of a package, without running any of its code."""
    try:
        spec = find_spec(point.module)
    except (ImportError, ValueError):
        return None
    places = list(spec.submodule_search_locations or ()) if spec else []
    folders = [Path(place) / (point.attr or "") for place in places]
    return next((folder for folder in folders if folder.is_dir()), None)


def _join(sources: list[Source], problems: list[Problem], rejected: frozenset[str]) -> Bank:
    """Put all sources together; one with a doubled id or a reference to nothing is left out."""
    register = Register(rejected)
    good = []
    # Recipes last: they are checked against all the rest before they take another's place.
    for source in sorted(sources, key=lambda source: isinstance(source.item, Recipe)):
        found = register.problems_of(source)
        problems += found
        if not found:
            register.add(source)
            good.append(source)
    sets = tuple(source.item for source in good if isinstance(source.item, QuestionSet))
    return Bank(
        questions=register.questions,
        recipes=register.recipes,
        cards=register.cards,
        texts=register.texts,
        aliases=register.aliases,
        sets=sets,
        problems=tuple(problems),
    )

"""Check the files of a question bank: their structure, their language, and what they ask of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from coachkit.bank.bank import Bank
from coachkit.bank.load import PAIRS_FILE, kind_of, load_documents, read_item, yaml_files
from coachkit.errors import FileError, InputError, Problem
from coachkit.lint.allowed import Allowance, allowances
from coachkit.lint.passage import raw_passages
from coachkit.lint.question import question_problems, text_problems
from coachkit.lint.recipe import lookup_in, recipe_findings
from coachkit.lint.twins import Standing, pairs_files_at, pairs_problems, twin_problems
from coachkit.model import Question, QuestionSet, Recipe
from coachkit.practice import SETTINGS, Practice, load_practice
from coachkit.yamlfile import Document, read_yaml


@dataclass(frozen=True)
class Report:
    """What came of checking some files."""

    problems: list[Problem]
    questions: int = 0
    allowed: list[Allowance] = field(default_factory=list)


def lint_paths(paths: Iterable[Path], base: Iterable[Path] = ()) -> list[Problem]:
    """Return all problems in some files and folders; settings of a practice are checked too.

    Args:
        paths: what to check.
        base: files that others build on: the shipped bank, installed sets, a practice's own.

    Raises:
        FileError: a path is not there.

    """
    return report_on(paths, base).problems


def report_on(paths: Iterable[Path], base: Iterable[Path] = ()) -> Report:
    """Return the problems of :func:`lint_paths`, with how many questions and what they allow."""
    paths = list(paths)
    files = list(dict.fromkeys(file for path in paths for file in _files(path)))
    beside = {file for path in paths for file in _beside_bank(path)}
    settings = [file for file in files if file.name == SETTINGS]
    pairs = [file for file in files if file.name == PAIRS_FILE]
    named = [file for file in files if file not in settings and file not in pairs]
    names = {str(path.resolve()) for path in named}
    known = [path for path in base if str(path.resolve()) not in names]
    documents = [d for p in named if not _is_other(d := read_yaml(p)) or p not in beside]
    report = report_on_documents(documents, [read_yaml(p) for p in known])
    first = [p for file in settings for p in _settings_problems(file)]
    if pairs:
        bank = load_documents(read_yaml(path) for path in [*known, *named])
        first += [p for file in pairs for p in pairs_problems(file, bank.questions)]
    return replace(report, problems=first + report.problems)


def report_on_documents(named: Sequence[Document], base: Sequence[Document] = ()) -> Report:
    """Return what came of checking some documents that build on others."""
    paths = {document.path for document in named}
    bank = load_documents([*base, *named])
    found = [p for p in bank.problems if p.path in paths]
    asked: list[Question] = []
    contents = [(document, read_item(document)[0]) for document in [*base, *named]]
    for document, item in contents[len(base) :]:
        found += [document.locate(p) for p in _content_problems(document, item, bank)]
        asked += item.questions if isinstance(item, QuestionSet) else []
    standing = list(_standing(contents, paths, bank))
    found += twin_problems(standing, _pairs_files([*base, *named]))
    order = {document.path: place for place, document in enumerate(named)}
    told = sorted(
        dict.fromkeys(map(_with_formal_cure, found)),
        key=lambda p: (order[p.path], p.line, p.column),
    )
    return Report(told, len(asked), allowances(asked))


def _content_problems(document: Document, item: object, bank: Bank) -> Iterator[Problem]:
    """Yield the problems of what stands in a document, also when its structure is not right."""
    if isinstance(item, QuestionSet):
        for i, question in enumerate(item.questions):
            if not question.retired:
                # What a set passes on to its questions is told at the set.
                yield from (
                    problem
                    for problem in question_problems(question, ("vragen", i))
                    if "lijsten" not in problem.loc or problem.loc in document.marks
                )
    elif isinstance(item, Recipe):
        yield from recipe_findings(item, lookup_in(bank))
    elif item is None and isinstance(document.data, dict):
        questions = document.data.get("vragen")
        for i, data in enumerate(questions if isinstance(questions, list) else []):
            if isinstance(data, dict) and data.get("vervallen") is not True:
                yield from text_problems(raw_passages(data, ("vragen", i)))


def _standing(
    contents: Iterable[tuple[Document, object]], named: Collection[str], bank: Bank
) -> Iterator[Standing]:
    """Yield the questions of all documents that are in the bank and still asked."""
    for document, item in contents:
        if isinstance(item, QuestionSet):
            for i, question in enumerate(item.questions):
                if question.id in bank.questions and not question.retired:
                    yield Standing(question, document, ("vragen", i), document.path in named)


def _pairs_files(documents: Iterable[Document]) -> list[Path]:
    """Return the files with pairs beside the documents, or one folder higher."""
    folders = {Path(document.path).parent for document in documents}
    places = {path for folder in folders for path in pairs_files_at(folder)}
    return sorted(path for path in places if path.is_file())


def _with_formal_cure(problem: Problem) -> Problem:
    """Say of a text without its companion how to make one."""
    key = str(problem.loc[-1]) if problem.loc else ""
    missing = (
        problem.rule == "structuur" and key.endswith("_u") and problem.message.endswith("ontbreekt")
    )
    if not missing and problem.rule != "u-vorm-ontbreekt":
        return problem
    cure = f"laat een voorstel maken met: coachkit bank formal {problem.path}"
    return replace(problem, rule="u-vorm-ontbreekt", cure=cure)


def _settings_problems(path: Path) -> tuple[Problem, ...]:
    try:
        load_practice(path.parent)
    except InputError as error:
        return error.problems
    return ()


def _beside_bank(folder: Path) -> Iterator[Path]:
    """Yield the files of a practice that stand beside its question bank."""
    if (folder / SETTINGS).is_file():
        bank = Practice(folder=folder).bank_folder
        yield from (file for file in yaml_files(folder) if bank not in file.parents)


def _is_other(document: Document) -> bool:
    """Tell whether it is something else than a bank has, such as a brief or a sheet of facts."""
    return not document.problems and kind_of(document.data) is None


def _files(path: Path) -> Iterator[Path]:
    if path.is_dir():
        yield from yaml_files(path)
        yield from sorted(path.rglob(PAIRS_FILE))
    elif path.is_file():
        yield path
    else:
        raise FileError(f"{path} is er niet; geef een bestand of een map")

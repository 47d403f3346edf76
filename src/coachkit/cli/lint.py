"""``coachkit lint``: check questions, recipes and worksheets."""

from __future__ import annotations

import locale
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from coachkit.bank.load import bank_files, load_files, yaml_files
from coachkit.cli.findings import PRINTERS, print_allowed
from coachkit.cli.options import PracticeOption, working
from coachkit.errors import FileError, NotebookError, Problem, cause
from coachkit.lint.files import Report, report_on
from coachkit.lint.lines import report_on_text
from coachkit.lint.registry import RULES, explain_rule
from coachkit.nbconvert_import import skip_slow_grammar
from coachkit.practice import find_practice
from coachkit.yamlfile import is_yaml, read_yaml

STANDARD_INPUT = Path("-")


PathsArgument = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="[PAD]...",
        help="Bestanden (.yaml, .ipynb, .txt, .md), mappen, of - voor wat je zelf intypt of "
        "doorgeeft: één vraag op een regel. Anders de hele vraagbank.",
    ),
]
FormatOption = Annotated[
    str,
    typer.Option("--format", help="text, json of github (aantekeningen in een pull request)."),
]
ExplainOption = Annotated[
    str | None, typer.Option("--explain", metavar="REGEL", help="Leg een regel uit.")
]


def lint(
    paths: PathsArgument = None,
    format_: FormatOption = "text",
    strict: Annotated[
        bool, typer.Option("--strict", help="Ook waarschuwingen geven uitgang 1.")
    ] = False,
    explain: ExplainOption = None,
    show_allowed: Annotated[
        bool, typer.Option("--show-allowed", help="Toon wat met 'mag' is toegestaan, en waarom.")
    ] = False,
    practice_folder: PracticeOption = None,
) -> None:
    """Kijk vragen, werkvormen en werkbladen na: alle problemen in een keer, met plaats en raad.

    Uitgang 0: in orde. 1: problemen. 2: verkeerd gebruik.

    Voorbeeld: coachkit lint mijn-vragen.yaml
    """
    if explain is not None:
        _explain(explain)
        return
    if format_ not in PRINTERS:
        raise typer.BadParameter(f"'{format_}' kan niet; kies uit {', '.join(PRINTERS)}")
    report = _checked(paths or [], practice_folder)
    if show_allowed:
        print_allowed(report)
        return
    PRINTERS[format_](report.problems)
    levels = ("error", "warning") if strict else ("error",)
    raise typer.Exit(1 if any(problem.level in levels for problem in report.problems) else 0)


def _checked(paths: list[Path], practice_folder: Path | None) -> Report:
    files = (*bank_files(find_practice(practice_folder)), *_beside(paths))
    known = list({file.resolve(): file for file in reversed(files)}.values())[::-1]
    try:
        with working("De vragen worden nagekeken ..."):
            return _report(paths or known, known)
    except FileError as error:
        raise typer.BadParameter(str(error)) from None


def _beside(paths: Sequence[Path]) -> Iterator[Path]:
    """Yield the files that stand with these in a practice's own bank: they go together."""
    folders = (folder for path in paths for folder in path.resolve().parents)
    for folder in dict.fromkeys(folder for folder in folders if folder.name == "vraagbank"):
        yield from yaml_files(folder)


def _explain(id_: str) -> None:
    if id_ not in RULES:
        raise typer.BadParameter(f"er is geen regel '{id_}'; kies uit: {', '.join(RULES)}")
    typer.echo(explain_rule(id_))


def _report(paths: Sequence[Path], known: Sequence[Path]) -> Report:
    """Check each path in the way that fits what it is."""
    bank_paths = [path for path in paths if path.is_dir() or is_yaml(path)]
    missing = [path for path in paths if path != STANDARD_INPUT and not path.exists()]
    parts = [report_on([*bank_paths, *missing], known)] if bank_paths or missing else []
    parts += [_other(path, known) for path in paths if path not in [*bank_paths, *missing]]
    return Report(
        [problem for part in parts for problem in part.problems],
        sum(part.questions for part in parts),
        [allowed for part in parts for allowed in part.allowed],
    )


_TEXT_SUFFIXES = (".txt", ".md")


def _other(path: Path, known: Sequence[Path]) -> Report:
    if path.suffix.lower() == ".ipynb":
        return Report(_worksheet_problems(path, known))
    if path == STANDARD_INPUT:
        return report_on_text(_typed(), "invoer", map(read_yaml, known))
    if path.suffix.lower() in _TEXT_SUFFIXES:
        try:
            raw = path.read_bytes()
        except OSError as error:
            problem = Problem(
                f"dit bestand is niet te lezen ({cause(error)})", "kijk of je het mag openen"
            )
            return Report([problem.at(str(path))])
        return report_on_text(raw, str(path), map(read_yaml, known))
    cure = "geef een .yaml, een werkblad (.ipynb), of een tekst met één vraag op een regel (.txt)"
    return Report([Problem("dit soort bestand kan niet worden nagekeken", cure).at(str(path))])


def _typed() -> bytes:
    """Return standard input in UTF-8; an older console gives it in an encoding of its own."""
    raw = sys.stdin.buffer.read()
    for encoding in ("utf-8", sys.stdin.encoding, locale.getencoding()):
        with suppress(UnicodeDecodeError, LookupError):
            return raw.decode(encoding).encode()
    return raw


def _worksheet_problems(path: Path, known: Sequence[Path]) -> list[Problem]:
    skip_slow_grammar()
    from coachkit.lint.worksheet import check_worksheet  # noqa: PLC0415  # only for a worksheet
    from coachkit.worksheet.notebook import load_worksheet  # noqa: PLC0415  # slow to import

    try:
        sheet = load_worksheet(path)
    except (NotebookError, FileError) as error:
        message, _, cure = str(error).removeprefix(f"{path}: ").partition("; ")
        return [Problem(message, cure).at(str(path))]
    return [_in_cell(p, path) for p in check_worksheet(sheet, load_files(known))]


def _in_cell(problem: Problem, path: Path) -> Problem:
    """Say in which cell a problem is: a notebook has no lines that a coach sees."""
    number = problem.loc[1] if len(problem.loc) > 1 else None
    where = f"cel {int(number) + 1}: " if number is not None else ""
    return replace(problem, message=f"{where}{problem.message}", path=str(path))

"""How ``coachkit lint`` prints what it found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict

import typer

from coachkit.cli.options import columns, print_json, tell
from coachkit.errors import Problem
from coachkit.lint.files import Report
from coachkit.lint.registry import LEVELS


def print_text(problems: Sequence[Problem]) -> None:
    """Print one problem on a line, and their number on standard error."""
    for problem in problems:
        mark = "" if problem.level == "error" else f"{LEVELS[problem.level]}: "
        text = f"{problem.message}; {problem.cure}" if problem.cure else problem.message
        place = f"{problem.place}: " if problem.place else ""
        typer.echo(f"{place}{mark}{text} [{problem.rule}]")
    tell(_summary(problems))


def _summary(problems: Sequence[Problem]) -> str:
    if not problems:
        return "Alles in orde."
    counts = [
        _counted(sum(problem.level == level for problem in problems), *words)
        for level, words in _COUNTED.items()
    ]
    return f"{', '.join(count for count in counts if count)}."


_COUNTED = {
    "error": ("fout", "fouten"),
    "warning": ("waarschuwing", "waarschuwingen"),
    "hint": ("tip", "tips"),
}


def _counted(count: int, one: str, more: str) -> str:
    return f"{count} {one if count == 1 else more}" if count else ""


def print_problems_as_json(problems: Sequence[Problem]) -> None:
    """Print all problems as one JSON list."""
    print_json([asdict(problem) for problem in problems])


def print_github(problems: Sequence[Problem]) -> None:
    """Print problems as GitHub's workflow commands."""
    for problem in problems:
        kind = "notice" if problem.level == "hint" else problem.level
        place = f"file={_property(problem.path)},line={problem.line},col={problem.column}"
        text = f"{problem.message}; {problem.cure}" if problem.cure else problem.message
        typer.echo(f"::{kind} {place},title={problem.rule}::{_data(text)}")


def _data(text: str) -> str:
    """Escape a message as GitHub's workflow commands ask."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def print_allowed(report: Report) -> None:
    """Print what authors allow with ``mag``, and which share of the questions that is."""
    rows = [(allowed.question, allowed.rule, allowed.reason) for allowed in report.allowed]
    columns(rows, ("vraag", "mag", "reden"))
    count = len({allowed.question for allowed in report.allowed})
    share = f"{100 * count / report.questions:.1f}".replace(".", ",") if report.questions else "0"
    tell(f"{count} van de {report.questions} vragen wijken van een regel af ({share}%).")


PRINTERS: dict[str, Callable[[Sequence[Problem]], None]] = {
    "text": print_text,
    "json": print_problems_as_json,
    "github": print_github,
}

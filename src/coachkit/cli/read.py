"""``coachkit read``: the answers in homework that came back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from coachkit.cli.options import (
    PasswordOption,
    PracticeOption,
    known_password,
    tell,
    tell_notes,
    working,
    write_results,
)
from coachkit.errors import FileError
from coachkit.model import House
from coachkit.nbconvert_import import skip_slow_grammar
from coachkit.practice import find_practice

if TYPE_CHECKING:
    from coachkit.model.homework import Answers


FilesArgument = Annotated[
    list[Path],
    typer.Argument(metavar="BESTAND...", help="Ingevulde pdf's en antwoordbestanden."),
]
TableOption = Annotated[bool, typer.Option("--table", help="Als tabel, een regel per deel.")]
ReportOption = Annotated[
    Path | None, typer.Option("--report", help="Maak van de antwoorden een pdf om te printen.")
]
ForceOption = Annotated[
    bool, typer.Option("--force", help="Zet het verslag over een bestand dat er al is.")
]


def read(
    files: FilesArgument,
    as_json: Annotated[bool, typer.Option("--json", help="Als JSON, en niets anders.")] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Als csv, voor een rekenblad.")] = False,
    as_table: TableOption = False,
    report: ReportOption = None,
    password: PasswordOption = False,
    practice_folder: PracticeOption = None,
    force: ForceOption = False,
) -> None:
    """Lees de antwoorden in huiswerk dat terugkomt.

    Voorbeeld: coachkit read sanne.pdf bram-antwoorden.json --report antwoorden.pdf
    """
    from coachkit.cli.homework_text import PRINTERS  # noqa: PLC0415  # slow to import
    from coachkit.homework.read import read_returned  # noqa: PLC0415

    asked = {"json": as_json, "csv": as_csv, "table": as_table}
    ways = [way for way, wanted in asked.items() if wanted] or ([] if report else ["text"])
    if len(ways) > 1:
        raise FileError("kies één van --json, --csv en --table")
    files = list(_expanded(files))
    if report is not None:
        _check_report(report, files)
    secret = known_password() if password else None
    with working("De antwoorden worden gelezen ..."):
        returned = read_returned(files, secret)
    tell_notes(returned.notes)
    for way in ways:
        PRINTERS[way](returned.homework)
    for problem in returned.problems:
        tell(problem)
    if report is not None and returned.homework:
        house = find_practice(practice_folder).house
        write_results({report: _report(returned.homework, house)}, force=force, quiet=bool(ways))
    if returned.problems:
        raise typer.Exit(1)


def _expanded(files: Sequence[Path]) -> Iterator[Path]:
    """Yield the files; a pattern as ``*.pdf``, which not every shell expands, becomes its files."""
    for path in files:
        is_pattern = "*" in path.name and not path.exists()
        yield from (sorted(path.parent.glob(path.name)) if is_pattern else ()) or (path,)


def _check_report(report: Path, files: Sequence[Path]) -> None:
    """Refuse a report in the place of homework, which would be lost, or with a strange name."""
    if report.suffix.lower() != ".pdf":
        raise FileError(f"het verslag is een pdf; geef een naam als {report.stem}.pdf")
    if report.exists() and any(path.exists() and report.samefile(path) for path in files):
        raise FileError(f"{report} is het huiswerk zelf; geef het verslag een andere naam")


def _report(homework: Sequence[Answers], house: House) -> bytes:
    skip_slow_grammar()
    from coachkit.homework.report import report_pdf  # noqa: PLC0415  # slow to import

    pdf, notes = report_pdf(homework, house, date.today())
    tell_notes(notes)
    return pdf

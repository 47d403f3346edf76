"""``coachkit demo`` and ``coachkit make``: from brief to worksheet."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from coachkit.bank.load import load_bank
from coachkit.cli.options import (
    DateOption,
    PasswordOption,
    PracticeOption,
    new_password,
    tell,
    tell_notes,
    working,
)
from coachkit.model import Brief, Worksheet
from coachkit.nbconvert_import import skip_slow_grammar
from coachkit.practice import Practice, find_practice, load_brief
from coachkit.worksheet.account import explain
from coachkit.worksheet.compose import make_worksheet

if TYPE_CHECKING:
    from coachkit.homework.earlier import Earlier
    from coachkit.homework.pack import Format
    from coachkit.session import Saved


class VariantName(StrEnum):
    """The variants, as typer offers them."""

    FILL_IN = "invullen"
    PEN = "schrijven"


DEMO_FOLDER = Path("coachkit-demo")

OutOption = Annotated[Path | None, typer.Option("--out", help="Map voor de bestanden.")]
ForceOption = Annotated[bool, typer.Option("--force", help="Overschrijf bestanden die er al zijn.")]


def demo(
    out: Annotated[Path, typer.Option("--out", help="Map voor de bestanden.")] = DEMO_FOLDER,
    day: DateOption = None,
    force: ForceOption = False,
) -> None:
    """Maak een werkblad voor een voorbeeldcliënt: notebook, pdf, webpagina, agenda en mail.

    Voorbeeld: coachkit demo --out proef
    """
    skip_slow_grammar()
    from coachkit.session import (  # noqa: PLC0415  # slow to import
        example_brief,
        example_practice,
        save_worksheet,
    )

    with working("Het voorbeeld wordt gemaakt ..."):
        brief = example_brief(day.date() if day else date.today())
        sheet = make_worksheet(load_bank(), brief, practice=example_practice())
        saved = save_worksheet(sheet, out, force=force)
    _tell(sheet, saved)


BriefArgument = Annotated[
    Path, typer.Argument(metavar="BRIEFING.yaml", help="Voor wie en waarover.")
]
RecipeOption = Annotated[
    str | None,
    typer.Option("--recipe", help="Werkvorm (zie: coachkit bank list --recipes)."),
]
SeedOption = Annotated[
    int | None, typer.Option("--seed", help="Getal dat kiest tussen gelijkwaardige vragen.")
]
VariantOption = Annotated[
    VariantName, typer.Option("--variant", help="Vakken, of lijnen voor een pen.")
]
FormatsOption = Annotated[
    str | None,
    typer.Option("--format", help="Welke bestanden: pdf,html,ipynb,ics,eml (anders alle)."),
]
AfterOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--after",
        metavar="BESTAND...",
        help="Eerdere bladen van deze cliënt (notebook of huiswerk): ga daarop verder.",
    ),
]


def make(
    brief_file: BriefArgument,
    recipe: RecipeOption = None,
    seed: SeedOption = None,
    day: DateOption = None,
    variant: VariantOption = VariantName.FILL_IN,
    large: Annotated[bool, typer.Option("--large", help="Grote letters.")] = False,
    formats: FormatsOption = None,
    after: AfterOption = None,
    password: PasswordOption = False,
    practice_folder: PracticeOption = None,
    out: OutOption = None,
    force: ForceOption = False,
) -> None:
    """Maak een werkblad voor een cliënt.

    Voorbeeld: coachkit make sanne.yaml --recipe eerste-stap --variant schrijven
    """
    skip_slow_grammar()
    practice = find_practice(practice_folder)
    brief = _dated(load_brief(brief_file), day)
    secret = new_password() if password else None
    with working("Het werkblad wordt gemaakt ..."):
        from coachkit.session import save_worksheet  # noqa: PLC0415  # slow to import

        bank = load_bank(practice)
        earlier = _earlier(after or [], brief, secret)
        tell_notes(earlier.notes_for(brief))
        sheet = make_worksheet(
            bank, earlier.told_to(brief), recipe, seed=seed, asked=earlier.asked, practice=practice
        )
        saved = save_worksheet(
            sheet,
            out or _standard_folder(practice),
            _format_names(formats),
            variant=variant.value,
            large=large,
            password=secret,
            force=force,
        )
    _tell(sheet, saved)


def _earlier(paths: list[Path], brief: Brief, password: str | None) -> Earlier:
    from coachkit.homework.earlier import look_back  # noqa: PLC0415  # slow to import

    return look_back(paths, brief, password)


def _format_names(formats: str | None) -> list[Format] | None:
    if formats is None:
        return None
    return [cast("Format", name.strip()) for name in formats.split(",") if name.strip()]


def _dated(brief: Brief, day: datetime | None) -> Brief:
    when = day.date() if day else brief.day or date.today()
    return brief.model_copy(update={"day": when})


def _standard_folder(practice: Practice) -> Path:
    return practice.folder / "werkbladen" if practice.folder else Path()


def _tell(sheet: Worksheet, saved: Saved) -> None:
    tell(explain(sheet))
    tell_notes(saved.notes)
    for path in saved:
        typer.echo(str(path))

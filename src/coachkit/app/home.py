"""The first screen: what a coach can do here, and where her things are."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from coachkit.app.folder import why_not_kept
from coachkit.errors import InputError, Problem
from coachkit.practice import NO_FOLDER, NOT_KEPT, SETTINGS, Practice, find_practice
from coachkit.resources import data_folder

if TYPE_CHECKING:
    from IPython.display import HTML


@dataclass(frozen=True)
class Card:
    """A workbook on the first screen."""

    name: str
    title: str
    text: str
    icon: str

    @property
    def link(self) -> str:
        """The way to it, in the app and in JupyterLab alike."""
        return f"{self.name}.ipynb"


CARDS = (
    Card(
        "sessie-voorbereiden",
        "Een sessie voorbereiden",
        "Kies vragen voor je cliënt en maak er een werkblad van.",
        "blad",
    ),
    Card(
        "terugblik",
        "Terugblikken",
        "Lees wat je cliënt invulde, en ga daarop verder.",
        "terug",
    ),
    Card(
        "vragen-schrijven",
        "Vragen schrijven",
        "Maak eigen vragen, met hulp terwijl je typt.",
        "pen",
    ),
    Card(
        "zelfreflectie",
        "Zelfreflectie",
        "Kijk naar je eigen werk: valkuilen, grenzen, intervisie.",
        "spiegel",
    ),
    Card(
        "uitnodiging",
        "Een uitnodiging schrijven",
        "Van de gegevens van je training naar een eerlijke tekst.",
        "brief",
    ),
)

# Not for this screen: itself, and the workbook with code to run step by step in JupyterLab.
_NOT_HERE = {"start", "werkblad-maken"}


def home(folder: Path | None = None) -> HTML:
    """Return the first screen, for a notebook to show.

    Args:
        folder: where the workbooks are; the current folder when it is left out.

    """
    from IPython.display import HTML  # noqa: PLC0415  # heavy

    here = folder or Path.cwd()
    names = {path.stem for path in here.glob("*.ipynb")}
    practice, problems = _practice()
    return HTML(  # type: ignore[no-untyped-call]
        _template().render(
            cards=[card for card in CARDS if card.name in names],
            others=_others(names),
            practice=practice,
            settings=SETTINGS,
            problems=[each for each in problems if each.rule != NO_FOLDER],
            no_folder=[each for each in problems if each.rule == NO_FOLDER],
            not_kept=_not_kept(practice),
        )
    )


def _others(names: Iterable[str]) -> list[str]:
    """Return the workbooks that the coach has beside those of coachkit."""
    known = {card.name for card in CARDS} | _NOT_HERE
    return sorted(set(names) - known)


def _practice() -> tuple[Practice, tuple[Problem, ...]]:
    """Return the practice, and what is wrong with its settings or its folder."""
    try:
        return find_practice(), ()
    except InputError as error:
        return Practice(), error.problems


def _not_kept(practice: Practice) -> str:
    """Return why nothing is kept now, in the app; it may have been otherwise when that started."""
    told = os.environ.get(NOT_KEPT)
    return why_not_kept(practice.folder) if told == "" and practice.folder else told or ""


def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(data_folder("templates") / "voila" / "coachkit"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("begin.html.j2")

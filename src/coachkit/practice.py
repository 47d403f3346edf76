"""A coach's own folder, read only: settings in ``praktijk.yaml``, own questions in ``vraagbank/``.

Everything in it is optional; so is the folder itself.
"""

from __future__ import annotations

import base64
import io
import os
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

import imagesize  # type: ignore[import-untyped]
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from coachkit.address import speaks_informally
from coachkit.errors import FileError, InputError, Problem
from coachkit.files import is_folder, may_enter
from coachkit.model import Brief, House, Logo
from coachkit.model.brief import ClientText, brief_keys
from coachkit.model.worksheet import MediaType
from coachkit.validation import COLOUR_PATTERN, explain
from coachkit.vocabulary import Form
from coachkit.yamlfile import Document, read_yaml

ENVIRONMENT = "COACHKIT_PRACTICE"
NOT_KEPT = "COACHKIT_NOT_KEPT"
"""The environment variable in which the app tells why nothing is kept; only the app sets it."""
DATE = "COACHKIT_DATE"
"""The environment variable in which the app tells the day that it takes as today: 2026-11-22."""

NO_FOLDER = "praktijkmap"
"""The rule of the problem that a practice folder is not there, or may not be entered."""

SETTINGS = "praktijk.yaml"
MAX_LOGO_BYTES = 2_000_000

HELP_LINE = (
    "Maakt iets op dit blad veel bij je los? Praat erover met je coach of je huisarts. "
    "Denk je aan zelfmoord? Bel gratis 0800-0113 of chat op 113.nl, dag en nacht."
)
HELP_LINE_FORMAL = (
    "Maakt iets op dit blad veel bij u los? Praat erover met uw coach of uw huisarts. "
    "Denkt u aan zelfmoord? Bel gratis 0800-0113 of chat op 113.nl, dag en nacht."
)

_NOWHERE = "er is geen praktijkmap om iets in te bewaren; open coachkit in een praktijkmap"
_PUT_BACK = "zet haar terug op haar plaats, of start coachkit opnieuw in de map waar ze nu staat"


class Settings(BaseModel):
    """What ``praktijk.yaml`` may hold."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", validate_by_name=True, validate_by_alias=True
    )

    name: ClientText | None = Field(None, alias="naam")
    coach: ClientText | None = None
    contact: ClientText | None = None
    logo: str | None = None
    colour: Annotated[str, StringConstraints(pattern=COLOUR_PATTERN)] = Field(
        House().accent, alias="kleur"
    )
    footer: ClientText | None = Field(None, alias="voettekst")
    form: Form = Field(Form.INFORMAL, alias="aanspreekvorm")
    help_line: ClientText = Field(HELP_LINE, alias="hulplijn")
    help_line_formal: ClientText | None = Field(None, alias="hulplijn_u")


@dataclass(frozen=True)
class Practice:
    """The settings of a practice, and where its own question bank is (if it has one)."""

    settings: Settings = field(default_factory=Settings)
    folder: Path | None = None
    logo: Logo | None = None

    @property
    def house(self) -> House:
        """The house style that goes along with every worksheet."""
        settings = self.settings
        return House(
            name=settings.name or "",
            contact=settings.contact or "",
            footer=settings.footer or "",
            accent=settings.colour,
            logo=self.logo,
        )

    @property
    def bank_folder(self) -> Path | None:
        """The practice's own questions and recipes, if there are any."""
        own = self.folder / "vraagbank" if self.folder else None
        return own if own is not None and may_enter(own) else None

    def place(self) -> Path:
        """Return the folder of the practice, to write in.

        Raises:
            FileError: there is none, or it is gone: it is not made anew behind someone's back.

        """
        if self.folder is None:
            raise FileError(_NOWHERE)
        if not is_folder(self.folder):
            raise FileError(f"de praktijkmap {self.folder} is er niet meer; {_PUT_BACK}")
        return self.folder

    def help_line(self, form: Form) -> str:
        """Return the quiet line on whom to turn to."""
        settings = self.settings
        if form == Form.FORMAL:
            own = settings.help_line if settings.help_line != HELP_LINE else HELP_LINE_FORMAL
            return settings.help_line_formal or own
        return settings.help_line


def find_practice(folder: Path | None = None) -> Practice:
    """Load the practice that is named, or that of the environment, or of the current folder.

    Raises:
        InputError: the folder that was named is not there or may not be entered, or its settings
            are not right.

    """
    named = folder or (Path(value) if (value := os.environ.get(ENVIRONMENT)) else None)
    if named is None:
        here = _here()
        return load_practice(here) if here else Practice()
    if not is_folder(named):
        raise InputError([_gone(named)])
    return load_practice(named)


def _here() -> Path | None:
    """Return the current folder when it is a practice; it may be gone, or closed to us."""
    with suppress(OSError):
        here = Path.cwd()
        if (here / SETTINGS).is_file():
            return here
    return None


def _gone(folder: Path) -> Problem:
    """Say that a folder is not there, in the app in other words than on the command line."""
    in_app = NOT_KEPT in os.environ
    message = "deze praktijkmap is er niet meer" if in_app else "deze praktijkmap bestaat niet"
    cure = _PUT_BACK if in_app else f"kijk naar --practice of naar {ENVIRONMENT}"
    return Problem(message, cure, rule=NO_FOLDER, path=str(folder))


def _is_there(path: Path) -> bool:
    """Tell whether a file is there; one that may not be looked at is, and reading it tells why."""
    try:
        return path.exists()
    except OSError:
        return True


def _closed(folder: Path) -> list[Problem]:
    """Say so when a practice, or its own bank, may not be entered."""
    closed = [part for part in (folder, folder / "vraagbank") if is_folder(part)]
    return [
        Problem(
            "coachkit mag niet in deze map kijken",
            "kijk naar de rechten van de map",
            rule=NO_FOLDER,
            path=str(part),
        )
        for part in closed
        if not may_enter(part)
    ]


def load_practice(folder: Path) -> Practice:
    """Load the practice in a folder.

    Raises:
        InputError: the settings or the logo are not right, or a folder may not be entered; all
            problems at once.

    """
    path = folder / SETTINGS
    if closed := _closed(folder):
        raise InputError(closed)
    if not _is_there(path):
        return Practice(folder=folder)
    document = read_yaml(path)
    if document.empty:
        return Practice(folder=folder)
    problems = list(document.problems)
    settings = Settings()
    if not problems:
        settings, found = _settings(document)
        problems += found
    logo = None
    if settings.logo:
        try:
            logo = read_logo(_inside(folder, settings.logo))
        except ValueError as error:
            message, _, cure = str(error).partition("; ")
            problems.append(document.locate(Problem(f"'logo': {message}", cure, loc=("logo",))))
    if problems:
        raise InputError(problems)
    return Practice(settings, folder, logo)


def _settings(document: Document) -> tuple[Settings, list[Problem]]:
    keys = [info.alias or name for name, info in Settings.model_fields.items()]
    try:
        settings = Settings.model_validate(document.data, by_alias=True, by_name=False)
    except ValidationError as error:
        return Settings(), [document.locate(problem) for problem in explain(error, keys)]
    own = settings.help_line != HELP_LINE
    if own and not settings.help_line_formal and speaks_informally(settings.help_line):
        cure = "schrijf 'hulplijn' ook in de u-vorm"
        return settings, [
            document.locate(Problem("'hulplijn_u' ontbreekt", cure, loc=("hulplijn",)))
        ]
    return settings, []


def _inside(folder: Path, name: str) -> Path:
    """Return the path of a file in the folder; a file elsewhere is refused."""
    path = (folder / name).resolve()
    if not path.is_relative_to(folder.resolve()):
        raise ValueError(f"{name} staat buiten de praktijkmap; zet het logo in de praktijkmap")
    return path


_SIGNATURES: tuple[tuple[bytes, MediaType], ...] = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"<svg", "image/svg+xml"),
    (b"<?xml", "image/svg+xml"),
)


def read_logo(path: Path) -> Logo:
    """Read a logo (PNG, JPEG or SVG, at most 2 MB).

    Raises:
        ValueError: it is not there, too large, or no such picture; Dutch, with the cure.

    """
    try:
        if not path.is_file():
            raise ValueError(f"{path.name} staat niet in de praktijkmap; kijk naar de bestandsnaam")
        if path.stat().st_size > MAX_LOGO_BYTES:
            raise ValueError(f"{path.name} is te groot; neem een plaatje van hooguit 2 MB")
        data = path.read_bytes()
    except OSError as error:
        raise ValueError(
            f"{path.name} is niet te lezen ({error.strerror}); kijk naar de bestandsnaam"
        ) from None
    start = data[:200].removeprefix(b"\xef\xbb\xbf").lstrip()
    for signature, media_type in _SIGNATURES:
        if start.startswith(signature) and _is_picture(data, media_type):
            return Logo(media_type=media_type, data=base64.b64encode(data).decode("ascii"))
    raise ValueError(f"{path.name} is geen png, jpeg of svg; sla het logo op als png")


def _is_picture(data: bytes, media_type: MediaType) -> bool:
    """Tell whether a raster has a size; an SVG is for Typst and the browser to judge."""
    return media_type == "image/svg+xml" or min(imagesize.get(io.BytesIO(data))) > 0


def load_brief(path: Path) -> Brief:
    """Read a client's brief from a YAML file.

    Raises:
        InputError: the file or a value in it is not right; all problems, with their places.

    """
    document = read_yaml(path)
    if document.problems:
        raise InputError(document.problems)
    if not isinstance(document.data, dict):
        problem = Problem("dit is geen briefing", "schrijf sleutels als naam: en doel:")
        raise InputError([document.locate(problem)])
    english = set(Brief.model_fields) - set(brief_keys())
    if strange := [key for key in document.data if key in english]:
        cure = f"bekend zijn: {', '.join(brief_keys())}"
        problems = [Problem(f"de sleutel '{k}' is onbekend", cure, loc=(k,)) for k in strange]
        raise InputError(map(document.locate, problems))
    try:
        return Brief(**document.data)
    except InputError as error:
        raise InputError(document.locate(problem) for problem in error.problems) from None

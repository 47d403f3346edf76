"""A trainer's desk in a practice that does not exist, with a small bank."""

from __future__ import annotations

from pathlib import Path

from coachkit.bank.load import load_files, yaml_files
from coachkit.desk.authoring import Authoring
from coachkit.practice import Practice, Settings

BANK = Path(__file__).parents[1] / "data" / "bank"

SET = """\
# Van Linde, voor wie moed zoekt.
naam: Moed
taal: nl
categorie: kleine-stappen   # voor alle
vragen:

  # De eerste.
  - id: moed-klein   # voor altijd
    vraag: Wat durf je vandaag wel?
    vraag_u: Wat durft u vandaag wel?   # mooi
    fasen: [beslissing, actie]          # alleen dan
    antwoord: {soort: open, regels: 4}
    minuten: 2

  # De tweede.
  - id: moed-eerder
    vraag: Wanneer was je eerder moedig?
    vraag_u: Wanneer was u eerder moedig?
"""
RECIPE = """\
id: moed-blad
titel: Moed
minuten: 10
onderdelen:
  - {vraag: moed-klein}
"""
BROKEN = "naam: Stuk\ncategorie: pijn\nvragen:\n  - id: stuk-een\n    vraag: Wat?\n"


def practice_in(folder: Path, **files: str) -> Practice:
    """Return a practice with files in its bank: ``moed=SET`` becomes ``moed.yaml``."""
    sets = folder / "vraagbank" / "vragen"
    sets.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (sets / f"{name}.yaml").write_bytes(text.encode())
    return Practice(Settings(name="Praktijk De Linde", coach="Noor"), folder)


def desk_in(folder: Path, **files: str) -> Authoring:
    """Return the desk in a practice with these files."""
    practice = practice_in(folder, **files)
    own = folder / "vraagbank"
    return Authoring(practice, load_files([*yaml_files(BANK), *yaml_files(own)]))


def path_in(folder: Path, name: str = "moed") -> Path:
    """Return the path of a set of the practice."""
    return folder / "vraagbank" / "vragen" / f"{name}.yaml"


def opened_in(folder: Path, text: str = SET, **files: str) -> Authoring:
    """Return the desk with the set ``moed`` open."""
    desk = desk_in(folder, moed=text, **files)
    desk.open_set(path_in(folder))
    return desk


def write(desk: Authoring, **words: str) -> None:
    """Write in fields of the question; ``answer__options`` is ``answer.options``."""
    assert desk.question is not None
    for name, said in words.items():
        desk.question.write(name.replace("__", "."), said)

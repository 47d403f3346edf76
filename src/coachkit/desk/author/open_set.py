"""The set that is open, with its file: begun, read, and saved whole or not at all."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

from coachkit.bank.setfile import schema_beside, set_text
from coachkit.bank.starter import file_name
from coachkit.desk.author.set_text import SetText, read_text
from coachkit.errors import FileError, InputError, Problem, cause
from coachkit.files import begin_of, write_files
from coachkit.practice import Practice
from coachkit.yamlfile import MAX_BYTES

SETS = Path("vraagbank") / "vragen"
"""Where new sets go, in the practice folder."""
_MAX_NAME = 200


@dataclass(frozen=True)
class OpenSet:
    """A set on the desk.

    ``path`` is ``None`` without a practice folder; ``basis`` tells which bytes the file had when
    it was read (nothing: there was no file), ``permanent`` which ids were in it.
    """

    path: Path | None
    text: SetText
    basis: str = ""
    permanent: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """What the set is called."""
        return self.text.item.name

    @property
    def file_name(self) -> str:
        """What its file is called."""
        return self.path.name if self.path else file_name(self.name, "vragenset")

    @property
    def changed(self) -> bool:
        """Whether there is anything in it that is not in the file."""
        return _basis_of(self.text.raw) != self.basis

    @property
    def gone(self) -> bool:
        """Whether its file was there, and is not any more."""
        try:
            return bool(self.path and self.basis) and not (self.path and self.path.exists())
        except OSError:  # that it cannot be read is told when it is saved
            return False

    @property
    def unsaved(self) -> bool:
        """Whether there is anything in it that is in no file."""
        return self.changed or self.gone

    def saved(self, *, overwrite: bool = False) -> OpenSet:
        """Write the file, whole or not at all.

        Args:
            overwrite: also when the file was changed or thrown away since it was read.

        Returns:
            the set as it is in its file now.

        Raises:
            FileError: the file was changed by another program, or cannot be written.

        """
        if self.path is None:
            return self
        if not overwrite:
            self._see_that_it_is_the_same(self.path)
        target = self.path.resolve()
        if target.is_file() and not target.stat().st_mode & 0o222:
            raise FileError(f"{self.path}: dit bestand is alleen-lezen; geef jezelf schrijfrecht")
        write_files(target.parent, {target.name: self.text.raw}, force=True)
        ids = frozenset(self.text.ids)
        return replace(self, basis=_basis_of(self.text.raw), permanent=ids)

    def changed_elsewhere(self) -> str:
        """Tell, in Dutch, whether the file is not what it was; empty when it is the same.

        Raises:
            FileError: it cannot be read.

        """
        same = self.path is None or _basis_of(_bytes_of(self.path)) == self.basis
        return "" if same else _CHANGED

    def _see_that_it_is_the_same(self, path: Path) -> None:
        if not self.changed_elsewhere():
            return
        keep = (
            "download wat je hier hebt en open de set opnieuw, "
            "of bewaar eroverheen: dan is weg wat er in het bestand veranderde"
        )
        if not path.exists():
            raise FileError(
                f"{path} is er niet meer, en er is niets geschreven; "
                "zet het bestand terug, of bewaar het opnieuw"
            )
        if not self.basis:
            raise FileError(f"{path} bestaat intussen al, en er is niets geschreven; {keep}")
        raise FileError(
            f"{path} is intussen door een ander programma of in een ander tabblad veranderd, "
            f"en er is niets geschreven; {keep}"
        )


_CHANGED = (
    "het bestand van deze set is veranderd sinds je hiermee begon; "
    "bewaren gaat pas als je zegt dat het eroverheen mag"
)


def open_set(path: Path) -> OpenSet:
    """Read a set.

    Raises:
        FileError: the file cannot be read.
        InputError: it is no set, or something is wrong in it: all problems, by line.

    """
    raw = _bytes_of(path)
    if not raw:
        raise FileError(f"{path} is er niet of is leeg; kijk naar de lijst met sets")
    text = read_text(raw, str(path))
    return OpenSet(path, text, _basis_of(raw), frozenset(text.ids))


def begin_set(practice: Practice, name: str, audience: str, category: str) -> OpenSet:
    """Begin a set without questions; nothing is written yet.

    Raises:
        InputError: the name, the audience or the category cannot be, or the file is there already.
        FileError: the folder of sets may not be entered.

    """
    if len(name) > _MAX_NAME:
        cure = f"neem hooguit {_MAX_NAME} tekens"
        raise InputError([Problem("deze naam is te lang", cure, loc=("naam",))])
    told = {
        "naam": " ".join(name.split()),
        "taal": "nl",
        "auteur": practice.settings.coach or practice.settings.name,
        "doelgroep": audience,
        "categorie": category,
    }
    data = {key: value for key, value in told.items() if value or key == "naam"}
    path = None
    if practice.folder is not None:
        path = practice.folder / SETS / file_name(told["naam"] or "", "vragenset")
        if told["naam"] and _is_there(path):
            message = f"er is al een set in {path.name}"
            raise InputError([Problem(message, "open die, of kies een andere naam", loc=("naam",))])
    schema = schema_beside(path.parent) if path else ""
    raw = set_text({**data, "vragen": []}, schema).encode(errors="replace")
    try:
        return OpenSet(path, read_text(raw, str(path or file_name(name, "vragenset"))))
    except InputError as error:
        # The file is not there yet: a line in it would tell nothing.
        raise InputError(replace(p, path="", line=0, column=0) for p in error.problems) from None


def _is_there(path: Path) -> bool:
    """Tell whether there is a file.

    Raises:
        FileError: its folder may not be entered.

    """
    try:
        return path.exists()
    except OSError as error:
        message = f"{path.parent} is niet te openen ({cause(error)}); kijk naar de rechten"
        raise FileError(message) from error


def _bytes_of(path: Path) -> bytes:
    """Return the bytes of a file; none when it is not there.

    Raises:
        FileError: it cannot be read.

    """
    return begin_of(path, MAX_BYTES + 1, absent=b"")


def _basis_of(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest() if raw else ""

"""Homework on the desk: files that came back, and sheets on paper that are typed over."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath
from typing import NoReturn

from slugify import slugify

from coachkit.bank.filenames import is_kept_by_windows
from coachkit.desk.filling import Filling
from coachkit.errors import CoachkitError, HomeworkError, LockedError, NotebookError
from coachkit.export.form import build_form, hints_of
from coachkit.homework.earlier import client_key
from coachkit.homework.read import BUT_EMPTY, compared, read_bytes, within_limit
from coachkit.homework.saved import saved_answers
from coachkit.homework.told import Told, heading_of, told_answers
from coachkit.model.form import WorksheetForm
from coachkit.model.homework import Answers
from coachkit.safetext import shown
from coachkit.worksheet.notebook import worksheet_in

Typed = dict[str, str | bool]
Dropped = tuple[str, bytes, Typed | None]
"""A file: its name, its bytes, and what was typed in it before."""

MAX_TOGETHER = 12_000_000
"""In bytes, all files on the desk: as JSON they fit in a draft."""
TOO_MUCH = (
    f"alles samen mag {MAX_TOGETHER // 1_000_000} MB zijn; "
    "haal eerst iets weg, en kies dit bestand opnieuw"
)

_MAX_NAME = 100
_TYPED = "dit blad is overgetypt van papier"
_OPEN_COPY = "het blad heeft een wachtwoord; wat je overtypt, wordt zonder wachtwoord bewaard"
_LOCKED = "deze pdf heeft een wachtwoord; typ het, en probeer het opnieuw"
_TYPE_FIRST = "typ eerst het wachtwoord"
_NOT_EMPTY = "in dit blad staan al getypte antwoorden; overtypen kan alleen een leeg blad"
_UNLOCK_FIRST = "dit blad heeft nog een wachtwoord; geef eerst het wachtwoord"
_FILE_ONLY = "dit blad kwam ingevuld terug; typen kan alleen op een blad dat je overtypt"


@dataclass(eq=False)
class Piece:
    """One sheet that came back.

    Attributes:
        key: its number on this desk.
        name: of the file.
        raw: the file itself.
        read: the answers in the file, once it could be read.
        filling: where the answers of a sheet on paper are typed.
        problem: why it cannot be read yet, in Dutch.
        had_password: whether it was unlocked.
        note: of which other piece it is the same sheet, in Dutch.
        is_unreadable: whether it was kept in a draft, and cannot be read any more.

    """

    key: int
    name: str
    raw: bytes
    read: Answers | None = None
    filling: Filling | None = None
    problem: str = ""
    had_password: bool = False
    note: str = ""
    is_unreadable: bool = False
    _typed: Typed | None = None

    @property
    def typed(self) -> Typed | None:
        """What was typed in the boxes, also when it must be unlocked first; else ``None``."""
        return self.filling.values if self.filling else self._typed

    @property
    def has_typing(self) -> bool:
        """Whether anything was typed over."""
        return self.filling is not None and not self.filling.is_empty

    @property
    def is_locked(self) -> bool:
        """Whether it waits for a password."""
        return self.form is None and not self.is_unreadable

    @property
    def is_notebook(self) -> bool:
        """Whether it is a worksheet notebook, and not a file of a client."""
        return self.filling is not None and self.read is None

    @property
    def form(self) -> WorksheetForm | None:
        """Its questions; ``None`` as long as it is locked."""
        holder = self.filling or self.read
        return holder.form if holder else None

    @property
    def answers(self) -> Answers | None:
        """Its answers as they are now; ``None`` as long as it is locked."""
        if self.filling is None:
            return self.read
        kept = self.read.notes if self.read and not self.read.is_on_paper else ()
        notes = (_TYPED, *kept) if self.has_typing else kept
        return self.filling.answers(notes, self.name)

    @property
    def notes(self) -> tuple[str, ...]:
        """What the coach should know of it, in Dutch."""
        own = self.answers.notes if self.answers else ()
        open_copy = _OPEN_COPY if self.had_password and self.filling else ""
        note = self.note.removesuffix(BUT_EMPTY) if self.has_typing else self.note
        return tuple(filter(None, (note, open_copy, *own)))

    @property
    def heading(self) -> str:
        """Title, client and date; the name of the file as long as it is locked."""
        return heading_of(self.form) if self.form else self.name

    @property
    def told(self) -> tuple[Told, ...]:
        """Its questions with their answers, in plain text."""
        return told_answers(self.answers) if self.answers else ()

    @property
    def client(self) -> str:
        """A key of whose it is; empty as long as that is not known."""
        return client_key(self.form.name, self.form.mark) if self.form and self.form.name else ""

    @property
    def file(self) -> tuple[str, bytes] | None:
        """What to keep of it, by a plain name: what was typed, or else the file of the client."""
        if self.filling and not self.filling.is_empty:
            saved = saved_answers(self.filling.form, self.filling.values)
            return f"{self.filling.form.worksheet}-antwoorden.json", saved
        if self.is_notebook:
            return None
        stem = slugify(PurePath(self.name).stem, max_length=_MAX_NAME) or "huiswerk"
        if is_kept_by_windows(stem):
            stem = f"huiswerk-{stem}"
        is_pdf = b"%PDF-" in self.raw[:1024]
        return f"{stem}{'.pdf' if is_pdf else '.json'}", self.raw

    def open(self, password: str | None = None) -> None:
        """Read the file: a notebook becomes a form to type in.

        Raises:
            LockedError: it has a password, and this is not it.
            CoachkitError: it cannot be read; the message is Dutch and says what to do.

        """
        if self.name.lower().endswith(".ipynb"):
            sheet = worksheet_in(within_limit(self.raw))
            self.filling = Filling(build_form(sheet, "invullen"), self._typed, hints_of(sheet))
            if not self.filling.form.questions:
                raise NotebookError("op dit blad staan geen vragen; kies een ander blad")
            return
        self.read = read_bytes(self.raw, self.name, password)
        self.had_password, self.problem = password is not None, ""
        if self._typed is not None:
            self.type_over()

    def type_over(self) -> None:
        """Make a sheet that came back empty ready to type what stands on paper.

        Raises:
            HomeworkError: it is locked, or holds answers.

        """
        if self.filling is not None:
            return
        if self.read is None or not self.read.is_empty:
            raise HomeworkError(_UNLOCK_FIRST if self.read is None else _NOT_EMPTY)
        self.filling = Filling(self.read.form, self._typed)

    def put(self, name: str, value: str | bool) -> None:
        """Type in a box of a sheet on paper.

        Raises:
            HomeworkError: it is no sheet that is typed over.
            InputError: there is no such box, or the value does not fit.

        """
        if self.filling is None:
            raise HomeworkError(_FILE_ONLY)
        self.filling.put(name, value)


class Pile:
    """All homework on the desk; each thing counts once."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self._last = 0

    def add(self, name: str, raw: bytes, typed: Typed | None = None) -> Piece:
        """Read a file and put it on the pile; one with a password waits there for it.

        Raises:
            CoachkitError: it cannot be read, or is here already; the message begins with its name.

        """
        piece = Piece(self._last + 1, _short(name) or "bestand", raw, _typed=typed)
        try:
            self._check_room(piece)
            try:
                piece.open()
            except LockedError:
                piece.problem = _LOCKED
            self._check_twins(piece)
        except CoachkitError as error:
            _with_name(piece, error)
        self._last = piece.key
        self.pieces.append(piece)
        return piece

    def add_all(self, files: Iterable[Dropped], *, keep: bool = False) -> tuple[str, ...]:
        """Add many files; return, in Dutch, why those that cannot be read cannot.

        With ``keep`` they are put on the pile too: a draft may hold the only copy.
        """
        told = []
        for name, raw, typed in files:
            try:
                self.add(name, raw, typed)
            except CoachkitError as error:
                told.append(str(error))
                if keep:
                    self._last += 1
                    piece = Piece(self._last, _short(name), raw, problem=str(error), _typed=typed)
                    piece.is_unreadable = True
                    self.pieces.append(piece)
        return tuple(told)

    def get(self, key: int) -> Piece:
        """Return a piece.

        Raises:
            HomeworkError: it is not here any more.

        """
        for piece in self.pieces:
            if piece.key == key:
                return piece
        raise HomeworkError("dit blad ligt er niet meer; geef het bestand opnieuw")

    def unlock(self, key: int, password: str) -> None:
        """Try a password on a piece that is locked.

        Raises:
            LockedError: it is not the right one; it can be tried again.
            HomeworkError: what is in it cannot be read, or is here already; it is taken away.

        """
        piece = self.get(key)
        if not piece.is_locked:
            return
        try:
            piece.open(password)
            self._check_twins(piece)
        except LockedError as error:
            piece.problem = str(error) if password else _TYPE_FIRST
            raise LockedError(f"{piece.name}: {piece.problem}") from None
        except CoachkitError as error:
            self.pieces.remove(piece)
            _with_name(piece, error)

    def remove(self, key: int) -> None:
        """Take a piece away; one that is gone already is fine."""
        self.pieces = [piece for piece in self.pieces if piece.key != key]

    def _check_room(self, piece: Piece) -> None:
        for other in self.pieces:
            if other.raw == piece.raw:
                raise HomeworkError(f"dit is hetzelfde als {other.name}, en telt één keer")
        if sum(len(other.raw) for other in (*self.pieces, piece)) > MAX_TOGETHER:
            raise HomeworkError(TOO_MUCH)

    def _check_twins(self, piece: Piece) -> None:
        if piece.answers is None:
            return
        others = [other.answers for other in self.pieces if other is not piece]
        is_new, note = compared(piece.answers, [other for other in others if other])
        if not is_new:
            raise HomeworkError(note)
        piece.note = note


def _short(name: str) -> str:
    """Return the name of a file as it fits on a line: with its ending, which tells its kind."""
    path = PurePath(name)
    suffix = shown(path.suffix, 10)
    return shown(path.name.removesuffix(path.suffix), _MAX_NAME) + suffix


def _with_name(piece: Piece, error: CoachkitError) -> NoReturn:
    raise HomeworkError(f"{piece.name}: {error}") from None

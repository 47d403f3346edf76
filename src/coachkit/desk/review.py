"""Look back at homework: read what came back, and go on to a next worksheet."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from coachkit.desk import preparation
from coachkit.desk.by_client import ANSWER, STEP, ClientHomework, changed, clients_of
from coachkit.desk.desk import Desk
from coachkit.desk.drafts import Draft, Drafts
from coachkit.desk.pieces import Piece, Pile
from coachkit.desk.review_work import ReviewWork, files_of
from coachkit.desk.shelf import Shelved, shelved_content, shelved_sheets
from coachkit.errors import HomeworkError
from coachkit.files import write_under_free_names
from coachkit.homework.earlier import Earlier, is_beginning
from coachkit.homework.report import report_pdf
from coachkit.language.dates import listed
from coachkit.safetext import shown

FOLDER = "huiswerk"

_NOTHING = "er is nog geen huiswerk om te lezen; geef een bestand, of typ een blad over"
_BEGINNING = "we namen het begin over. Het hele antwoord staat bij 2"
_NO_NAME = "op dit huiswerk staat geen cliënt; voor een volgend blad is een naam nodig"
_NO_PASSWORD = "het huiswerk had een wachtwoord, en dit verslag heeft er geen"  # noqa: S105
_APART = "aan het blad dat klaarstond, is al gewerkt; dit is een nieuw concept ernaast"
_NEXT_OPEN = (
    "het huiswerk had een wachtwoord; het volgende blad krijgt er pas een als je dat zelf kiest"
)


class Review(Desk[ReviewWork]):
    """The homework that came back, and what the next worksheet takes over from it.

    Attributes:
        messages: what the last action told, in Dutch: files that could not be read, and notes.

    """

    _kind = "terugblik"
    _model = ReviewWork
    messages: tuple[str, ...]
    _pile: Pile
    _client: str
    _own: dict[str, dict[str, str]]
    _next: dict[str, Draft]

    def add(self, files: Iterable[tuple[str, bytes]]) -> tuple[str, ...]:
        """Read files: filled PDFs, answers that a web page saved, or worksheet notebooks.

        A notebook becomes a sheet to type over. A PDF with a password waits for :meth:`unlock`.

        Args:
            files: the name and the bytes of each.

        Returns:
            in Dutch, what is wrong with those that were not taken, by name.

        """
        self.messages = self._pile.add_all((name, raw, None) for name, raw in files)
        self._save()
        return self.messages

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """All homework, in the order in which it came."""
        return tuple(self._pile.pieces)

    @property
    def clients(self) -> tuple[ClientHomework, ...]:
        """The homework by client; what still has a password, or no name, is in none."""
        return clients_of(self.pieces)

    def unlock(self, key: int, password: str) -> None:
        """Try a password on a piece; it is kept nowhere.

        Raises:
            LockedError: it is not the right one; try again.
            HomeworkError: what is in it cannot be read, or is here already; it is taken away.

        """
        try:
            self._pile.unlock(key, password)
        finally:
            self._save()

    def remove(self, key: int) -> None:
        """Take a piece away; nothing else forgets it."""
        self._pile.remove(key)
        self._save()

    def sheets(self) -> list[Shelved]:
        """Return the worksheets of the practice that can be typed over, the newest first."""
        return shelved_sheets(self.practice)

    def type_over_sheet(self, file: str) -> int:
        """Take a worksheet of the practice to type over what stands on paper.

        Args:
            file: one of :meth:`sheets`.

        Returns:
            the key of its piece; of the one that lies here already, if it does.

        Raises:
            FileError: the worksheet cannot be read.
            HomeworkError: it is no worksheet with questions, or there is no room for it.

        """
        raw = shelved_content(self.practice, file)
        for piece in self.pieces:
            if piece.raw == raw:
                return piece.key
        piece = self._pile.add(file, raw)
        self._save()
        return piece.key

    def type_over(self, key: int) -> None:
        """Make a PDF that came back empty ready to type what stands on paper.

        Raises:
            HomeworkError: it holds answers, or still has a password.

        """
        self._pile.get(key).type_over()
        self._save()

    def put(self, key: int, name: str, value: str | bool) -> None:
        """Type in a box of a sheet that is typed over; its ``filling`` tells which there are.

        Raises:
            HomeworkError: it is no sheet that is typed over.
            InputError: there is no such box, or the value does not fit it.

        """
        self._pile.get(key).put(name, value)
        self._save()

    @property
    def client(self) -> ClientHomework | None:
        """Of whom the next sheet is: the one that was chosen, or the only one."""
        clients = self.clients
        chosen = [each for each in clients if each.key == self._client]
        return next(iter(chosen or (clients if len(clients) == 1 else ())), None)

    def choose(self, key: str) -> None:
        """Choose for whom the next sheet is.

        Raises:
            HomeworkError: there is no homework of this client.

        """
        if key not in (each.key for each in self.clients):
            raise HomeworkError("van deze cliënt ligt hier geen huiswerk; kies een ander")
        self._client = key
        self._save()

    @property
    def proposed(self) -> Earlier:
        """What the homework of this client tells the next sheet; ``doubts`` tell what it lacks."""
        return self.client.told if self.client else Earlier()

    @property
    def doubts(self) -> tuple[str, ...]:
        """What the coach should know of what goes along, in Dutch."""
        told = self.proposed
        beginnings = {text for text in (told.step, told.answer) if text and is_beginning(text)}
        is_cut = beginnings & {self.step, self.answer}
        lacks = told.doubts if not self.step else ()
        return (*lacks, _BEGINNING) if is_cut else lacks

    @property
    def step(self) -> str:
        """The agreed step for the next sheet; empty when it is left out."""
        return self._carried(STEP)

    @property
    def answer(self) -> str:
        """The words of the client for the next sheet; empty when they are left out."""
        return self._carried(ANSWER)

    def change_step(self, words: str | None) -> None:
        """Put other words for the step; empty ones leave it out, ``None`` proposes again.

        Raises:
            HomeworkError: it is not clear of which client.
            InputError: the words are far too long.

        """
        self._change(STEP, words)

    def change_answer(self, words: str | None) -> None:
        """Put other words of the client; the rest is that of :meth:`change_step`."""
        self._change(ANSWER, words)

    def report(self) -> bytes:
        """Return the answers of one client as a PDF to print; without names, all that lies here.

        Raises:
            HomeworkError: there are no answers yet, or of more than one client and none was chosen.
            ExportError: it cannot be laid out.

        """
        if self.client is None and self.clients:
            raise HomeworkError(self._several("van wie je een verslag wilt"))
        pieces = self.client.pieces if self.client else self.pieces
        homework = [piece.answers for piece in pieces if piece.answers]
        if not homework:
            raise HomeworkError(_NOTHING)
        pdf, notes = report_pdf(homework, self.practice.house, self.day)
        open_copy = (_NO_PASSWORD,) if any(piece.had_password for piece in pieces) else ()
        self.messages = (*notes, *open_copy)
        return pdf

    def keep(self) -> list[Path]:
        """Copy what came back into ``huiswerk/`` of the practice, over nothing that is there.

        What was typed over becomes a file of answers, as a web page saves it.

        Returns:
            where each stands.

        Raises:
            FileError: there is no practice folder, or it cannot be written.
            HomeworkError: there is nothing to keep.

        """
        folder = self.folder / FOLDER
        if not (files := [file for piece in self.pieces if (file := piece.file)]):
            raise HomeworkError(_NOTHING)
        return write_under_free_names(folder, files)

    def next_session(self) -> str:
        """Keep a draft of a next session, which knows what was asked and agreed.

        Again for the same client it writes over that draft, as long as this desk is there and
        nobody worked on it meanwhile.

        Returns:
            the name of the draft, for the screen that prepares a session; it keeps, as JSON, what
            a brief may have (by its Dutch keys) under ``brief``, and ids under ``asked``.

        Raises:
            HomeworkError: there is no homework, or of more than one client and none was chosen.
            FileError: there is no practice folder, or it cannot be written.

        """
        client = self._one_client()
        brief = client.brief(self._own.get(client.key, {}))
        told = brief.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        drafts = Drafts(self.folder, preparation.KIND)
        draft = self._next.setdefault(client.key, drafts.new())
        title = " · ".join(filter(None, (client.name, shown(self.step, 60))))
        apart = draft.save(title, {"brief": told, "asked": sorted(client.told.asked)})
        is_open = client.had_password
        self.messages = (*((_APART,) if apart else ()), *((_NEXT_OPEN,) if is_open else ()))
        return draft.name

    @property
    def is_bare(self) -> bool:
        """Whether there is nothing on the desk to keep."""
        return not self.pieces

    def _one_client(self) -> ClientHomework:
        if self.client is None:
            unnamed = _NO_NAME if any(piece.form for piece in self.pieces) else _NOTHING
            choose = self._several("voor wie het volgende blad is")
            raise HomeworkError(choose if self.clients else unnamed)
        return self.client

    def _several(self, what: str) -> str:
        names = listed([each.name for each in self.clients])
        return f"dit huiswerk is van {names}; kies bij 2 {what}"

    def _carried(self, key: str) -> str:
        client = self.client
        return client.carried(self._own.get(client.key, {}))[key] if client else ""

    def _change(self, key: str, words: str | None) -> None:
        client = self._one_client()
        self._own[client.key] = changed(client, self._own.get(client.key, {}), key, words)
        self._save()

    @property
    def _title(self) -> str:
        names = [each.name for each in self.clients] or [piece.name for piece in self.pieces]
        return shown(listed(names), 80)

    @property
    def _work(self) -> ReviewWork:
        return ReviewWork(files=files_of(self.pieces), client=self._client, own=self._own)

    def _put_back(self, work: ReviewWork) -> None:
        self._pile = Pile()
        self.messages = self._pile.add_all(work.dropped, keep=True)
        self._client, self._own, self._next = work.client, dict(work.own), {}

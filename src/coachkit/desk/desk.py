"""What desks share that keep their work themselves, as a draft while it goes on."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import ClassVar, Generic, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from coachkit.desk.drafts import Draft, Drafts, KeepsDrafts
from coachkit.errors import FileError
from coachkit.practice import Practice

_NO_FOLDER = (
    "er is geen praktijkmap, dus dit wordt niet bewaard; haal op wat je nodig hebt voor je sluit"
)


class Work(BaseModel):
    """What a desk keeps of its work, as JSON takes it."""

    model_config = ConfigDict(extra="forbid")


AnyWork = TypeVar("AnyWork", bound=Work)


class Desk(KeepsDrafts, Generic[AnyWork]):
    """One piece of work of one person.

    Attributes:
        practice: whose house style it has, and where things are kept.
        day: the date of today.
        told: what the person should know of keeping the work, in Dutch; empty when all is well.
            That it cannot be kept never stops the work.

    """

    _kind: ClassVar[str]
    _model: type[AnyWork]

    def __init__(self, practice: Practice, day: date) -> None:
        self.practice, self.day = practice, day
        self._drafts = Drafts(practice.folder, self._kind)
        self.told = "" if self._drafts.keeps else _NO_FOLDER
        self.start_over()

    def start_over(self) -> None:
        """Clear the desk; what lay there stays in its own draft."""
        self._draft = self._drafts.new()
        self._put_back(self._model())

    def take_up(self, name: str) -> None:
        """Go on with work that was kept; what is on the desk now stays in its own draft.

        Raises:
            FileError: it is gone, damaged, or of another version of coachkit.
                The desk is as it was.

        """
        draft, work = self._opened(name)
        try:
            self._put_back(work)
        except (ValidationError, RecursionError):
            raise _damaged(name) from None
        self._draft = draft
        self.told = ""

    def _opened(self, name: str) -> tuple[Draft, AnyWork]:
        """Return the place of work that was kept, and the work; raises as :meth:`take_up`."""
        draft, data = self._drafts.open(name)
        try:
            return draft, self._model.model_validate(data)
        except (ValidationError, RecursionError):
            raise _damaged(name) from None

    @property
    def is_bare(self) -> bool:
        """Whether there is nothing on the desk to keep."""
        raise NotImplementedError

    @property
    def folder(self) -> Path:
        """The practice folder.

        Raises:
            FileError: there is none, or it is gone.

        """
        return self.practice.place()

    @property
    def _title(self) -> str:
        """What the work is called in a list."""
        raise NotImplementedError

    @property
    def _work(self) -> AnyWork:
        raise NotImplementedError

    def _put_back(self, work: AnyWork) -> None:
        """Put work on the desk, all of it or none; the work of an empty desk clears it."""
        raise NotImplementedError

    def _save(self) -> None:
        """Keep the work; when that is not possible, say so and go on."""
        if not self._drafts.keeps:
            return
        try:
            if self.is_bare:
                self._draft.drop_own()
                self.told = ""
                return
            self.told = self._draft.save(self._title, self._work.model_dump(mode="json"))
        except FileError as error:
            self.told = f"dit wordt niet bewaard: {error}"


def _damaged(name: str) -> FileError:
    return FileError(f"{name} is beschadigd; begin een nieuw concept")

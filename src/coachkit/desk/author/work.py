"""The state of a trainer's desk as JSON, for a draft; what comes back may be anything."""

from __future__ import annotations

from collections.abc import Container
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, StrictStr, StringConstraints, ValidationError

from coachkit.desk.author.open_set import OpenSet, open_set
from coachkit.desk.author.set_in_bank import SetInBank
from coachkit.desk.author.set_text import read_text
from coachkit.desk.author.writing import Writing
from coachkit.errors import CoachkitError, FileError, InputError
from coachkit.practice import Practice
from coachkit.safetext import one_line, shown
from coachkit.yamlfile import is_yaml

_DAMAGED = "dit concept is beschadigd; begin een nieuw"
_FOLDER = "vraagbank"
_MAX_PATH = 500

Review = Annotated[str, StringConstraints(strict=True, pattern=r"^(?:[0-9a-f]{6})?$")]


class _Kept(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class QuestionWork(_Kept):
    """The question that was being written: its id in the set, and what stood in its fields."""

    in_set: StrictStr = ""
    own_id: StrictStr = ""
    reviewed: Review = ""
    unread: dict[str, StrictStr] = {}
    written: dict[str, StrictStr] = {}

    def marks(self, keys: Container[str]) -> dict[str, str]:
        """Return the texts that nobody looked at, as far as their keys are known."""
        return {
            key: why if why.isprintable() else "" for key, why in self.unread.items() if key in keys
        }


class AuthoringWork(_Kept):
    """All that is on the desk.

    ``path`` is that of the set below ``vraagbank`` of the practice; ``text`` is all of its text.
    """

    path: StrictStr = ""
    basis: StrictStr = ""
    text: StrictStr = ""
    permanent: tuple[StrictStr, ...] = ()
    question: QuestionWork | None = None

    @classmethod
    def of(
        cls, practice: Practice, file: OpenSet | None, question: Writing | None
    ) -> AuthoringWork:
        """Return what is on a desk."""
        work = cls(question=_question_work(question) if question else None)
        if file is None:
            return work
        path = ""
        if file.path is not None and practice.folder is not None:
            path = file.path.relative_to(practice.folder / _FOLDER).as_posix()
        told = {"path": path, "basis": file.basis, "permanent": tuple(sorted(file.permanent))}
        return work.model_copy(update={**told, "text": file.text.raw.decode()})

    def opened(self, practice: Practice) -> OpenSet | None:
        """Return the set with the changes that it had; ``None`` when none was open.

        Raises:
            FileError: this is no work that was kept here.

        """
        if not self.text:
            return None
        path = self._path_in(practice)
        try:
            text = read_text(self.text.encode(), str(path or "set"))
        except (InputError, UnicodeEncodeError):
            raise FileError(_DAMAGED) from None
        return OpenSet(path, text, self.basis, frozenset(self.permanent) | _ids_in(path))

    def question_in(self, laid: SetInBank) -> Writing | None:
        """Return the question that was being written, in the set that lies on the desk.

        Raises:
            FileError: this is no work that was kept here.

        """
        if self.question is None:
            return None
        known = self.question.in_set in laid.file.text.ids
        writing = laid.writing(self.question.in_set) if known else Writing(laid.around)
        try:
            for name in {*writing.form.written, *self.question.written}:
                writing.write(name, self.question.written.get(name, ""))
            if not writing.in_set.permanent:
                writing.write("id", self.question.own_id)
        except InputError:
            raise FileError(_DAMAGED) from None
        writing.form.reviewed = self.question.reviewed
        writing.in_set.unread = self.question.marks({field.key for field in writing.fields})
        return writing

    def _path_in(self, practice: Practice) -> Path | None:
        if practice.folder is None or not self.path:
            return None
        folder = practice.folder / _FOLDER
        try:
            inside = (folder / self.path).resolve().is_relative_to(folder.resolve())
        except (OSError, ValueError, RuntimeError):
            inside = False
        if not inside or not is_yaml(Path(self.path)) or len(self.path) > _MAX_PATH:
            raise FileError(_DAMAGED)
        return folder / self.path


def title_of(file: OpenSet | None, question: Writing | None) -> str:
    """Return what the work is about, for the list of drafts."""
    name = file.name if file else "Nog geen set"
    text = question.value("text") if question else ""
    return shown(one_line(f"{name}: {text}" if text else name), 80)


def read_work(data: dict[str, Any]) -> AuthoringWork:
    """Read the work of a draft.

    Raises:
        FileError: it is no such work.

    """
    try:
        return AuthoringWork.model_validate(data)
    except ValidationError:
        raise FileError(_DAMAGED) from None


def _question_work(question: Writing) -> QuestionWork:
    return QuestionWork(
        in_set=question.in_set.id,
        own_id=question.own_id,
        reviewed=question.form.reviewed,
        unread=dict(question.in_set.unread),
        written=dict(question.form.written),
    )


def _ids_in(path: Path | None) -> frozenset[str]:
    """Return the ids in a file; none when it cannot be read now."""
    try:
        return open_set(path).permanent if path else frozenset()
    except CoachkitError:
        return frozenset()

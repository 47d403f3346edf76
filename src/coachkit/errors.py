"""Every error that coachkit raises, and the problems found in files.

    CoachkitError
    ├── InputError          files or values that are not right: all their problems at once
    ├── SelectionError      a wish that the question bank cannot meet
    ├── NotebookError       a notebook that is not a worksheet, or not of a version that is known
    ├── ExportError         a worksheet that could not be laid out
    ├── HomeworkError       a file of a client that cannot be read as homework
    │   └── LockedError     it has a password, and none was given or another one
    └── FileError           a file that could not be read, or not be written

Messages are Dutch: coaches and trainers read them. Each says what is wrong, where, and what to do.
All of them can be pickled, so that they survive the way back from another process.
"""

from __future__ import annotations

import errno
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

Level = Literal["error", "warning", "hint"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: where it stands, what it is, and what to do about it.

    ``line`` and ``column`` count from 1; 0 means that the problem has no place in a file. ``loc``
    is the way to the value in the data: keys, and indexes of lists.
    """

    message: str
    cure: str = ""
    rule: str = "structuur"
    level: Level = "error"
    path: str = ""
    line: int = 0
    column: int = 0
    loc: tuple[str | int, ...] = ()

    def at(self, path: str, line: int = 0, column: int = 0) -> Problem:
        """Return the same problem with its place."""
        return replace(self, path=path, line=line, column=column)

    @property
    def place(self) -> str:
        """``path:line:column``, as far as it is known."""
        numbers = [str(n) for n in (self.line, self.column) if n]
        return ":".join([self.path, *numbers]) if self.path else ""

    def __str__(self) -> str:
        text = f"{self.message}; {self.cure}" if self.cure else self.message
        return f"{self.place}: {text}" if self.place else text


def cause(error: OSError) -> str:
    """Return, in Dutch, what the system says of a file."""
    return _CAUSES.get(error.errno or 0, error.strerror or str(error))


def why(error: FileError | OSError) -> str:
    """Return, in Dutch, what the system says of a file, or what we said of it ourselves."""
    system = error if isinstance(error, OSError) else error.__cause__
    return cause(system) if isinstance(system, OSError) else str(error)


_CAUSES = {
    errno.ENOENT: "het is er niet",
    errno.EACCES: "je mag er niet bij",
    errno.EPERM: "je mag er niet bij",
    errno.EROFS: "je kunt daar alleen lezen",
    errno.ENOSPC: "de schijf is vol",
    errno.EISDIR: "het is een map",
    errno.ENOTDIR: "er staat een bestand waar een map hoort",
    errno.EEXIST: "er staat een bestand waar een map hoort",
}


class CoachkitError(Exception):
    """The root of all errors that coachkit raises by itself."""


class InputError(CoachkitError):
    """Files or values that are not as they should be.

    Attributes:
        problems: all problems that were found, in the order of the files.

    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)


class SelectionError(CoachkitError):
    """A wish that the question bank cannot meet; the message says which wish to loosen."""


class NotebookError(CoachkitError):
    """A notebook that is not a worksheet, or that a newer coachkit made."""


class ExportError(CoachkitError):
    """A worksheet that could not be laid out."""


class HomeworkError(CoachkitError):
    """A file that came back and cannot be read as homework: damaged, changed, or not ours."""


class LockedError(HomeworkError):
    """Homework with a password: it can be tried again with the right one."""


class FileError(CoachkitError):
    """A file that could not be read, or not be written."""

"""Read homework that came back: filled PDFs, and the files that web pages saved."""

from __future__ import annotations

import stat
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from coachkit.errors import CoachkitError, FileError, HomeworkError, cause
from coachkit.homework.limits import MAX_FILE, TOO_LARGE
from coachkit.homework.pdf import read_pdf
from coachkit.homework.saved import read_saved
from coachkit.model.homework import Answers
from coachkit.safetext import shown

_PDF_HEAD = 1024
"""Before a PDF some programs put bytes of their own."""

BUT_EMPTY, OTHERS = ", maar leeg", ", met andere antwoorden"
"""How a sheet may differ from another of the same."""

_PHOTOS = (b"\xff\xd8\xff", b"\x89PNG")
_PHONE_PHOTOS = (b"ftypheic", b"ftypmif1")
"""HEIC, as phones make it, after four bytes of length (ISO 23008-12)."""


def read_answers(path: Path | str, password: str | None = None) -> Answers:
    """Return the answers in a filled PDF, or in the file that a web page saved.

    A text that does not fit its question comes back as text, with a remark.

    Args:
        path: the file.
        password: of the PDF, when it has one.

    Raises:
        FileError: the file cannot be read.
        HomeworkError: it is damaged, protected, changed, far too long, or no homework at all; the
            message is Dutch and says what to do.

    """
    path = Path(path)
    return read_bytes(content_of(path), path.name, password)


def read_bytes(raw: bytes, name: str = "", password: str | None = None) -> Answers:
    """Return the answers in the bytes of a filled PDF, or of the file that a web page saved.

    Args:
        raw: all of the file.
        name: what the file is called; it becomes the ``source`` of the answers.
        password: of the PDF, when it has one.

    Raises:
        LockedError: it has a password, and this is not it.
        HomeworkError: as :func:`read_answers`.

    """
    head = within_limit(raw)[:_PDF_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip()
    if head.startswith(b"{"):
        return read_saved(raw, name)
    if b"%PDF-" in head:
        return read_pdf(raw, password, name)
    raise HomeworkError(_what_it_is(head))


def content_of(path: Path) -> bytes:
    """Return what is in a file; a device or a pipe, which may never end, is not opened.

    Raises:
        FileError: the file cannot be read.
        HomeworkError: it is far too large.

    """
    try:
        kind = path.stat().st_mode
        if stat.S_ISDIR(kind):
            raise FileError("dit is een map; geef de bestanden zelf")
        if not stat.S_ISREG(kind):
            raise FileError("dit is geen gewoon bestand; geef een pdf of een antwoordbestand")
        with path.open("rb") as file:
            raw = file.read(MAX_FILE + 1)
    except (OSError, ValueError) as error:
        why = cause(error) if isinstance(error, OSError) else "de naam klopt niet"
        raise FileError(
            f"dit bestand is niet te lezen ({why}); kijk of naam en map kloppen"
        ) from None
    return within_limit(raw)


def within_limit(raw: bytes) -> bytes:
    """Return the bytes of a file, when they are not too many.

    Raises:
        HomeworkError: it is far too large for a worksheet.

    """
    if len(raw) > MAX_FILE:
        raise HomeworkError(TOO_LARGE)
    return raw


def _what_it_is(head: bytes) -> str:
    if not head:
        return "dit bestand is leeg; vraag je cliënt het opnieuw te sturen"
    if head.startswith(_PHOTOS) or head[4:12] in _PHONE_PHOTOS:
        return "dit is een foto; lees die zelf, coachkit leest alleen wat getypt is"
    if head.lower().startswith((b"<html", b"<!doctype html")):
        return (
            "dit is de webpagina zelf, zonder de antwoorden; "
            "vraag je cliënt op 'Bewaar mijn antwoorden' te drukken en dat bestand te sturen"
        )
    return "dit is geen ingevuld werkblad; geef een pdf, of het bestand dat de webpagina bewaarde"


@dataclass(frozen=True, slots=True)
class Returned:
    """All homework that could be read, what could not, and what the coach should know."""

    homework: tuple[Answers, ...]
    problems: tuple[str, ...]
    notes: tuple[str, ...]


def read_returned(paths: Iterable[Path], password: str | None = None) -> Returned:
    """Read many files; one that cannot be read does not stop the others.

    The same homework twice, with the same answers, counts once. With other answers both stay, and a
    note says so.
    """
    homework: list[Answers] = []
    problems: list[str] = []
    notes: list[str] = []
    for path in paths:
        place = shown(str(path), 4096)
        try:
            answers = replace(read_answers(path, password), source=str(path))
        except CoachkitError as error:
            problems.append(f"{place}: {error}")
            continue
        is_new, note = compared(answers, homework)
        notes += [f"{place}: {note}"] if note else []
        if is_new:
            homework.append(answers)
            notes += [f"{place}: {note}" for note in answers.notes]
    return Returned(tuple(homework), tuple(problems), tuple(notes))


def compared(answers: Answers, others: Sequence[Answers]) -> tuple[bool, str]:
    """Tell whether homework counts beside other homework, and a note in Dutch when it is alike.

    The same answers to the same sheet count once.
    """
    twins = [each for each in others if each.form.worksheet == answers.form.worksheet]
    told = (answers.form.name, answers.questions)
    same = [each.source for each in twins if (each.form.name, each.questions) == told]
    if same:
        return False, f"dit is hetzelfde als {shown(same[0], 4096)}, en telt één keer"
    if not twins:
        return True, ""
    twin = next((each for each in twins if not each.is_empty), twins[0])
    same_sheet = f"hetzelfde blad als {shown(twin.source, 4096)}"
    if answers.is_empty:
        return True, f"{same_sheet}{BUT_EMPTY}"
    return True, f"{same_sheet}; dat is leeg" if twin.is_empty else f"{same_sheet}{OTHERS}"

"""How much of a stranger's file is read: far more than a client writes, far less than hurts."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import Any

import pikepdf
from pikepdf import settings

from coachkit.errors import HomeworkError

MAX_FILE = 10_000_000
"""In bytes; a filled worksheet takes some 100 kB, a practice's logo at most 2 MB."""

MAX_SAVED = 5_000_000
"""In bytes, of what a web page saved; the smallest things in JSON take twenty times their size."""

MAX_ANSWER = 100_000
"""In characters: about forty pages."""

MAX_ANSWERS = 300_000
"""In characters, all answers of one sheet together."""

MAX_STEPS = 50_000
_MAX_STREAM = 1_000_000
_MAX_MEMORY = 250_000_000
"""In bytes, on top of what the process has; reading a worksheet takes less than 5 MB."""

TOO_LARGE = (
    "dit bestand is veel te groot voor een ingevuld werkblad; kijk of dit het goede bestand is"
)
_TOO_LONG = (
    "het antwoord in vak '{}' is veel te lang; vraag je cliënt om een kortere tekst, "
    "of neem het met de hand over"
)
_ALL_TOO_LONG = (
    "de antwoorden in dit bestand zijn samen veel te lang; vraag je cliënt om kortere tekst"
)
_ONE_AT_A_TIME = RLock()


@contextmanager
def limited_pdf() -> Iterator[None]:
    """Let qpdf take no more than this. The limits are of the whole process, so put them back.

    Other threads wait here: they would put back limits that are not theirs. Threads that do other
    work have these limits too, as long as it takes.
    """
    with _ONE_AT_A_TIME, _limited_memory():
        before = settings.set_qpdf_limits(
            flate_max_memory=_MAX_STREAM,
            run_length_max_memory=_MAX_STREAM,
            png_max_memory=_MAX_STREAM,
            tiff_max_memory=_MAX_STREAM,
            dct_max_memory=_MAX_STREAM,
            max_stream_filters=2,
            doc_max_warnings=20,
        )
        try:
            yield
        finally:
            settings.set_qpdf_limits(**before)  # type: ignore[arg-type]  # what it gave itself


@contextmanager
def _limited_memory() -> Iterator[None]:
    """Refuse memory far beyond what a worksheet takes, where the system can (Linux).

    Many small parts of a PDF, each within the limits of qpdf, can be gigabytes together.
    """
    if sys.platform != "linux":
        yield
        return
    import resource  # noqa: PLC0415  # not everywhere

    pages = int(Path("/proc/self/statm").read_bytes().split()[0])
    before, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = pages * os.sysconf("SC_PAGE_SIZE") + _MAX_MEMORY
    if before != resource.RLIM_INFINITY:
        wanted = min(wanted, before)
    resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (before, hard))


class Steps:
    """Counts what is looked at in one file, and the letters of its answers.

    So a PDF that refers to itself, or that shows one long text in many fields, keeps nobody busy.
    """

    def __init__(self) -> None:
        self._left = MAX_STEPS
        self._letters = MAX_ANSWERS

    def letters(self, text: str) -> str:
        """Return the text of an answer, after counting its letters.

        Raises:
            HomeworkError: with the answers before it, it is more than a client writes.

        """
        self._letters -= len(text)
        if self._letters < 0:
            raise HomeworkError(_ALL_TOO_LONG)
        return text

    def over(self, items: Any) -> Iterator[Any]:
        """Yield the items of an array; each is a step.

        Raises:
            HomeworkError: they are too many.
            ValueError: it is no array.

        """
        if not isinstance(items, pikepdf.Array | tuple):
            raise ValueError("no array")
        self._left -= len(items)
        if self._left < 0:
            raise HomeworkError(
                "deze pdf heeft veel meer vakken of onderdelen dan een werkblad; "
                "kijk of dit het goede bestand is"
            )
        yield from items


def check_answer(name: str, text: str) -> str:
    """Return the text of a field, with one kind of line end and no half letters.

    Raises:
        HomeworkError: it is longer than any answer.

    """
    if len(text) > MAX_ANSWER:
        raise HomeworkError(_TOO_LONG.format(name))
    return whole_text(text)


def whole_text(text: str) -> str:
    """Return a text with one kind of line end and no half letters."""
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return whole.replace("\r\n", "\n").replace("\r", "\n")

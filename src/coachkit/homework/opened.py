"""Open the PDF of a stranger: with or without a password, within limits, and with one error."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager

import pikepdf

from coachkit.errors import HomeworkError, LockedError
from coachkit.homework.limits import limited_pdf

_DAMAGED = "deze pdf is kapot of niet compleet; vraag je cliënt hem opnieuw te sturen"
_TOO_MUCH = (
    "in deze pdf zit veel meer dan in een ingevuld werkblad past; "
    "kijk of dit het goede bestand is, of neem de antwoorden met de hand over"
)
_LIMITS = ("limit exceeded", "bad_alloc")
"""What qpdf says when something is too large."""

_MAY_RAISE = (
    *(pikepdf.PikepdfError, ValueError, TypeError, KeyError, AttributeError, IndexError),
    *(RuntimeError, OverflowError, MemoryError, RecursionError, NotImplementedError),
)
"""What pikepdf raises on damaged files, depending on where the damage is."""


@contextmanager
def opened_pdf(raw: bytes, password: str | None) -> Iterator[pikepdf.Pdf]:
    """Open a PDF, and turn all that may go wrong in it, also later, into one error.

    Raises:
        LockedError: the PDF has a password, and this is not it.
        HomeworkError: the PDF is damaged, or takes far more than a worksheet does.

    """
    try:
        with limited_pdf(), _unlocked(raw.rstrip(b"\0\t\n\r "), password) as pdf:
            yield pdf
            if any(map(_is_limit, pdf.get_warnings())):
                raise MemoryError
    except pikepdf.PasswordError:
        raise LockedError(_password_words(password)) from None
    except _MAY_RAISE as error:
        raise HomeworkError(_TOO_MUCH if _is_limit(error) else _DAMAGED) from error


def _is_limit(error: Exception | str) -> bool:
    """Whether something took more than :func:`limited_pdf` allows."""
    return isinstance(error, MemoryError) or any(sign in str(error) for sign in _LIMITS)


def _unlocked(raw: bytes, password: str | None) -> pikepdf.Pdf:
    """Open with no password, or with one as coachkit writes it, or as it was typed."""
    given = password or ""
    for secret in dict.fromkeys(("", unicodedata.normalize("NFKC", given))):
        try:
            return _open(raw, secret)
        except pikepdf.PasswordError:
            continue
    return _open(raw, given)


def _open(raw: bytes, password: str) -> pikepdf.Pdf:
    # Without recovery: a repaired file may have lost what was filled in last.
    return pikepdf.open(
        io.BytesIO(raw),
        password=password,
        suppress_warnings=True,
        attempt_recovery=False,
        inherit_page_attributes=False,
    )


def _password_words(given: str | None) -> str:
    if given:
        return "het wachtwoord past niet bij deze pdf; kijk of het dat van deze cliënt is"
    return "deze pdf heeft een wachtwoord; geef het met --password"

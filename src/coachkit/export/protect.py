"""A password on a PDF: AES-256 (ISO 32000-2, revision 6)."""

from __future__ import annotations

import io
import secrets
import unicodedata

import pikepdf

from coachkit.errors import ExportError

MIN_PASSWORD = 8
_MAX_BYTES = 127
"""What a PDF takes of a password; the rest would not count."""


def protect(pdf: bytes, password: str) -> bytes:
    """Return the PDF so that nobody reads it without the password. Each time the bytes differ.

    Raises:
        ExportError: the password is too short, or longer than a PDF can take.

    """
    secret = usable_password(password)
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        # Nobody needs the second password, which would lift the limits: there are none.
        owner = secrets.token_urlsafe(32)
        document.save(buffer, encryption=pikepdf.Encryption(owner=owner, user=secret, R=6))
    return buffer.getvalue()


def usable_password(password: str) -> str:
    """Return the password as viewers will read it: the same letters, whatever keyboard wrote them.

    Raises:
        ExportError: it is too short, or longer than a PDF can take.

    """
    secret = unicodedata.normalize("NFKC", password)
    if len(secret) < MIN_PASSWORD or not secret.strip():
        raise ExportError(f"neem een wachtwoord van minstens {MIN_PASSWORD} tekens")
    if len(secret.encode()) > _MAX_BYTES:
        raise ExportError(f"neem een wachtwoord van hooguit {_MAX_BYTES} tekens")
    return secret

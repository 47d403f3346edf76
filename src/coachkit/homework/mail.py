"""A mail with a worksheet, as a draft: the coach opens it, adds an address, reads it and sends."""

from __future__ import annotations

from collections.abc import Mapping
from email.header import Header
from email.headerregistry import BaseHeader, HeaderRegistry, UniqueUnstructuredHeader
from email.message import EmailMessage
from email.policy import SMTP, Policy
from functools import cache
from pathlib import PurePath
from typing import ClassVar, Literal

from jinja2 import FileSystemLoader, StrictUndefined, Template
from jinja2.sandbox import ImmutableSandboxedEnvironment

from coachkit.errors import ExportError
from coachkit.export.page import sheet_title
from coachkit.model import Worksheet
from coachkit.resources import data_folder
from coachkit.safetext import one_line
from coachkit.vocabulary import Audience, Form

_TYPES = {
    ".pdf": ("application", "pdf"),
    ".html": ("text", "html"),
    ".ics": ("text", "calendar"),
}
_OPEN_TO_ALL = (".html", ".ipynb")
"""Kinds of file that no password can close."""

_MAX_TITLE = 120
"""In characters; a longer title is cut off in the subject, and whole in the mail."""

_BOUNDARY = "=_coachkit"
"""Quoted-printable and base64 never hold ``=_``, so that this stands in no part."""


def mail_draft(
    sheet: Worksheet,
    attachments: Mapping[str, bytes],
    *,
    protected: bool = False,
    pen: bool = False,
) -> bytes:
    """Return a mail to the client as the bytes of one ``.eml``, without sender, address or date.

    Args:
        sheet: the worksheet.
        attachments: files by name, ``.pdf``, ``.html`` and ``.ics``; the mail tells how to use
            each kind that is among them.
        protected: the PDF has a password: the mail names no title, and tells that the password
            comes another way.
        pen: the PDF has lines, to print and to write on.

    Raises:
        ExportError: there is nothing to attach; a file is not for a client, or stays open for
            all while the PDF has a password; or the sheet is for the coach alone.

    """
    if sheet.audience is not Audience.CLIENT:
        raise ExportError(
            "dit werkblad is voor de coach zelf; kies voor een mail een werkvorm voor cliënten"
        )
    _check(attachments, protected=protected)
    title = "" if protected else one_line(sheet_title(sheet))
    message = EmailMessage(policy=_POLICY)
    message["Subject"] = _subject(sheet, title)
    # Mail programs open a message with this mark as a draft, with a button to send it.
    message["X-Unsent"] = "1"
    message.set_content(
        _body(sheet, title, _kinds(attachments), protected=protected, pen=pen),
        cte="quoted-printable",
    )
    for name, data in attachments.items():
        _attach(message, name, data)
    message.set_boundary(_BOUNDARY)
    return message.as_bytes()


class _Subject(UniqueUnstructuredHeader, BaseHeader):
    """A subject that keeps its spaces: Python's own folding loses some between encoded words."""

    max_count: ClassVar[Literal[1]] = 1

    def fold(self, *, policy: Policy) -> str:
        """Return the lines of the header."""
        charset = "us-ascii" if self.isascii() else "utf-8"
        encoded = Header(str(self), charset, header_name=self.name).encode(linesep=policy.linesep)
        return f"{self.name}: {encoded}{policy.linesep}"


def _policy() -> Policy:
    registry = HeaderRegistry()
    registry.map_to_type("subject", _Subject)
    return SMTP.clone(header_factory=registry)


_POLICY = _policy()


def _check(attachments: Mapping[str, bytes], *, protected: bool) -> None:
    if not attachments:
        raise ExportError("de mail heeft geen bijlage; kies ook pdf, html of ics")
    for name in attachments:
        shown = one_line(name)
        if shown != name or PurePath(name).name != name or "\\" in name or "=?" in name:
            raise ExportError(f"'{shown}' is geen naam voor een bijlage; neem een andere naam")
        suffix = _suffix(name)
        if protected and suffix in _OPEN_TO_ALL:
            raise ExportError(
                f"'{name}' kan geen wachtwoord krijgen; laat het weg, of maak het zonder wachtwoord"
            )
        if suffix not in _TYPES:
            raise ExportError(f"'{name}' gaat niet mee in een mail; kies uit: pdf, html, ics")


def _kinds(attachments: Mapping[str, bytes]) -> set[str]:
    return {_suffix(name) for name in attachments}


def _suffix(name: str) -> str:
    return PurePath(name).suffix.lower()


def _subject(sheet: Worksheet, title: str) -> str:
    subject = "Uw werkblad" if sheet.form is Form.FORMAL else "Je werkblad"
    if not title:
        return subject
    if len(title) > _MAX_TITLE:
        title = title[: _MAX_TITLE - 1].rstrip() + "…"
    # What looks like an encoded word would be decoded, and could hold a new line.
    return f"{subject}: {title.replace('=?', '= ?')}"


def _body(sheet: Worksheet, title: str, kinds: set[str], *, protected: bool, pen: bool) -> str:
    count = len(sheet.reminders)
    return _template().render(
        naam=one_line(sheet.name),
        coach=one_line(sheet.coach),
        praktijk=one_line(sheet.house.name),
        titel=title,
        formeel=sheet.form is Form.FORMAL,
        pdf=".pdf" in kinds,
        web=".html" in kinds,
        agenda=".ics" in kinds,
        seintjes="één herinnering" if count == 1 else f"{count} herinneringen",
        typen=".html" in kinds or (".pdf" in kinds and not pen),
        pen=pen,
        wachtwoord=protected,
    )


@cache
def _template() -> Template:
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(data_folder("templates") / "mail"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # plain text
    )
    return environment.get_template("huiswerk.txt.j2")


def _attach(message: EmailMessage, name: str, data: bytes) -> None:
    main, sub = _TYPES[_suffix(name)]
    params = {"charset": "utf-8"} if main == "text" else {}
    message.add_attachment(data, maintype=main, subtype=sub, filename=name, params=params)

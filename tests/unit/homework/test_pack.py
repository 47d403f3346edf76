"""Which files go along, and what a password does to them."""

from __future__ import annotations

import email
import io
from collections.abc import Callable
from email.message import EmailMessage
from email.policy import default

import pikepdf
import pytest

from coachkit.errors import ExportError, FileError
from coachkit.homework.pack import FORMATS, Pack
from coachkit.model import Block, Note, Worksheet
from coachkit.vocabulary import Audience

MakeSheet = Callable[..., Worksheet]
MakeQuestion = Callable[..., Block]

SECRET = "paarse olifant"
REMINDER = Note(after_days=2, text="Hoe ging je stap?")


@pytest.fixture
def sheet(sheet_with: MakeSheet, question: MakeQuestion) -> Worksheet:
    return sheet_with(question("a"), title="Mijn eerste stap", coach="Noor", reminders=(REMINDER,))


def kinds(files: dict[str, bytes]) -> list[str]:
    return [name.rpartition(".")[2] for name in files]


def attachments(mail: bytes) -> dict[str, bytes]:
    message = email.message_from_bytes(mail, policy=default)
    assert isinstance(message, EmailMessage)
    return {
        str(part.get_filename()): bytes(part.get_payload(decode=True))
        for part in message.iter_attachments()
    }


def test_all_formats_are_made_when_none_is_named(sheet: Worksheet) -> None:
    files = Pack(sheet).files()
    assert list(files) == [f"{sheet.stem}.{name}" for name in FORMATS]


def test_they_come_in_the_order_asked_and_once(sheet: Worksheet) -> None:
    assert kinds(Pack(sheet).files(["eml", "ics", "eml", "pdf"])) == ["eml", "ics", "pdf"]


def test_the_mail_holds_the_very_files(sheet: Worksheet) -> None:
    files = Pack(sheet).files()
    attached = attachments(files[f"{sheet.stem}.eml"])
    assert list(attached) == [f"{sheet.stem}.{name}" for name in ("pdf", "html", "ics")]
    for name in attached:
        assert attached[name].replace(b"\r\n", b"\n") == files[name].replace(b"\r\n", b"\n")


@pytest.mark.parametrize(
    ("formats", "attached"),
    [
        (["eml"], ["pdf", "html", "ics"]),
        (["pdf", "eml"], ["pdf"]),
        (["eml", "ics", "pdf", "ipynb"], ["pdf", "ics"]),
    ],
)
def test_the_mail_holds_what_was_asked_for(
    sheet: Worksheet, formats: list[str], attached: list[str]
) -> None:
    files = Pack(sheet).files(formats)  # type: ignore[arg-type]
    assert kinds(attachments(files[f"{sheet.stem}.eml"])) == attached


def test_without_reminders_there_is_no_calendar(sheet: Worksheet) -> None:
    quiet = sheet.model_copy(update={"reminders": ()})
    pack = Pack(quiet)
    assert kinds(pack.files()) == ["ipynb", "pdf", "html", "eml"]
    assert pack.notes == []
    mailed = Pack(quiet).files(["eml", "ics"])
    assert len(attachments(mailed[f"{sheet.stem}.eml"])) == 2
    asked = Pack(quiet)
    assert kinds(asked.files(["pdf", "ics"])) == ["pdf"]
    assert "geen herinneringen" in asked.notes[0]
    with pytest.raises(ExportError, match="geen herinneringen"):
        Pack(quiet).files(["ics"])


def test_without_a_date_the_calendar_comes_only_when_asked_and_then_tells(
    sheet: Worksheet,
) -> None:
    undated = sheet.model_copy(update={"day": None})
    files = Pack(undated).files()
    assert kinds(files) == ["ipynb", "pdf", "html", "eml"]
    assert len(attachments(files[f"{sheet.stem}.eml"])) == 2
    with pytest.raises(ExportError, match="datum"):
        Pack(undated).files(["ics"])


def test_a_sheet_for_the_coach_needs_no_mail(sheet: Worksheet) -> None:
    own = sheet.model_copy(update={"audience": Audience.COACH})
    assert "eml" not in kinds(Pack(own).files())
    pack = Pack(own)
    assert kinds(pack.files(["pdf", "eml"])) == ["pdf"]
    assert "voor jou zelf" in pack.notes[0]
    with pytest.raises(ExportError, match="voor jou zelf"):
        Pack(own).files(["eml"])


def test_only_a_client_must_get_the_password(sheet: Worksheet) -> None:
    own = sheet.model_copy(update={"audience": Audience.COACH})
    for made, words in ((sheet, "geef het wachtwoord apart"), (own, "bewaar het wachtwoord")):
        pack = Pack(made, password="lindebloesem")  # invented
        pack.files(["pdf"])
        (note,) = pack.notes
        assert words in note
    pack = Pack(sheet, password="lindebloesem")
    pack.files(["ipynb"])
    assert [note.partition(";")[0] for note in pack.notes] == ["het notebook heeft geen wachtwoord"]


def test_a_mail_without_a_sender_is_told(sheet: Worksheet) -> None:
    pack = Pack(sheet.model_copy(update={"coach": ""}))
    pack.files(["pdf", "eml"])
    assert pack.notes == [
        "onder de mail staat geen naam; zet 'coach' in de briefing of in praktijk.yaml"
    ]


@pytest.mark.parametrize("formats", [[], ["docx"], ["pdf", "docx"]])
def test_an_unknown_format_is_told(sheet: Worksheet, formats: list[str]) -> None:
    with pytest.raises(FileError, match="kies uit: ipynb, pdf, html, ics, eml"):
        Pack(sheet).files(formats)  # type: ignore[arg-type]


def test_with_a_password_no_open_copy_goes_along(sheet: Worksheet) -> None:
    pack = Pack(sheet, password=SECRET)
    files = pack.files()
    assert kinds(files) == ["ipynb", "pdf", "ics", "eml"]
    assert list(attachments(files[f"{sheet.stem}.eml"])) == ["werkblad.pdf", "herinneringen.ics"]
    assert any("apart" in note for note in pack.notes)
    assert any("notebook" in note for note in pack.notes)


def test_with_a_password_the_web_page_is_refused_with_the_reason(sheet: Worksheet) -> None:
    with pytest.raises(ExportError, match="iedereen lezen"):
        Pack(sheet, password=SECRET).files(["pdf", "html"])


def test_the_pdf_opens_with_the_password_only(sheet: Worksheet) -> None:
    (pdf,) = Pack(sheet, password=SECRET).files(["pdf"]).values()
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(io.BytesIO(pdf))
    with pikepdf.open(io.BytesIO(pdf), password=SECRET) as opened:
        assert opened.encryption.R == 6
        assert str(opened.Root.AcroForm.Fields[0].T) == "v1"


def test_nothing_open_tells_what_a_protected_sheet_is_about(sheet: Worksheet) -> None:
    files = Pack(sheet, password=SECRET).files(["pdf", "ics", "eml"])
    for name, data in files.items():
        shown = [data, *attachments(data).values()] if name.endswith("eml") else [data]
        for part in shown:
            for word in (b"eerste stap", b"Hoe ging", SECRET.encode(), sheet.stem.encode()):
                assert word not in part


@pytest.mark.parametrize("formats", [["ipynb"], ["pdf"], None])
def test_a_password_that_is_too_short_is_told_at_once(
    sheet: Worksheet, formats: list[str] | None
) -> None:
    with pytest.raises(ExportError, match="minstens 8 tekens"):
        Pack(sheet, password="kort").files(formats)  # type: ignore[arg-type]


def test_an_empty_password_is_no_way_around_it(sheet: Worksheet) -> None:
    with pytest.raises(ExportError, match="minstens 8 tekens"):
        Pack(sheet, password="").files(["pdf"])

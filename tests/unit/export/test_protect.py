"""A password on a PDF: AES-256, and the same letters whatever keyboard wrote them."""

from __future__ import annotations

import io
import unicodedata

import pikepdf
import pypdfium2
import pytest

from coachkit.errors import ExportError
from coachkit.export.compiler import compile_pdf
from coachkit.export.protect import protect, usable_password

SECRET = "vier losse woorden"


@pytest.fixture(scope="module")
def plain() -> bytes:
    source = (
        b'#set document(title: "Geheim", author: "De Linde")\n#set text(lang: "nl")\nZeg niets.'
    )
    return compile_pdf({"main.typ": source})[0]


@pytest.fixture(scope="module")
def locked(plain: bytes) -> bytes:
    return protect(plain, SECRET)


def test_it_opens_with_the_password_and_is_the_same_document(plain: bytes, locked: bytes) -> None:
    with (
        pikepdf.open(io.BytesIO(locked), password=SECRET) as pdf,
        pikepdf.open(io.BytesIO(plain)) as before,
    ):
        assert pdf.pages[0].Contents.read_bytes() == before.pages[0].Contents.read_bytes()
        assert pdf.Root.Lang == "nl"
        with pdf.open_metadata() as metadata:
            assert metadata["dc:title"] == "Geheim"


def test_it_is_aes_256_of_the_newest_revision(locked: bytes) -> None:
    with pikepdf.open(io.BytesIO(locked), password=SECRET) as pdf:
        how = pdf.encryption
        assert (how.R, how.V, how.bits) == (6, 5, 256)
        assert {how.stream_method, how.string_method, how.file_method} == {
            pikepdf.models.EncryptionMethod.aesv3
        }
        assert not pdf.owner_password_matched
        assert pdf.allow.accessibility
        assert pdf.allow.modify_form


def test_nothing_can_be_read_without_it(locked: bytes) -> None:
    for word in ("Geheim", "De Linde", "Zeg"):
        for encoding in ("utf-8", "utf-16-be"):
            assert word.encode(encoding) not in locked


@pytest.mark.parametrize("wrong", ["", "vier losse woorde", SECRET.upper(), f" {SECRET}"])
def test_another_password_does_not_open_it(locked: bytes, wrong: str) -> None:
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(io.BytesIO(locked), password=wrong)
    with pytest.raises(pypdfium2.PdfiumError):
        pypdfium2.PdfDocument(locked, password=wrong or None)


def test_other_programs_open_it_too(locked: bytes) -> None:
    document = pypdfium2.PdfDocument(locked, password=SECRET)
    assert "Zeg niets." in document[0].get_textpage().get_text_bounded()
    document.close()


def test_each_time_the_bytes_differ(plain: bytes, locked: bytes) -> None:
    assert protect(plain, SECRET) != locked


@pytest.mark.parametrize(
    "typed",
    ["wéért ﬁets ½ uur", unicodedata.normalize("NFD", "wéért ﬁets ½ uur"), "wéért fiets 1⁄2 uur"],
)
def test_letters_are_the_same_whatever_keyboard_wrote_them(plain: bytes, typed: str) -> None:
    locked = protect(plain, "wéért ﬁets ½ uur")
    with pikepdf.open(io.BytesIO(locked), password=usable_password(typed)) as pdf:
        assert len(pdf.pages) == 1
    assert usable_password(typed) == "wéért fiets 1⁄2 uur"


@pytest.mark.parametrize("short", ["", "1234567", " " * 20, "\u3000" * 9, "e\u0301" * 7])
def test_a_short_password_is_refused(plain: bytes, short: str) -> None:
    with pytest.raises(ExportError, match="minstens 8 tekens"):
        protect(plain, short)


@pytest.mark.parametrize("long", ["a" * 128, "é" * 64, "🙂" * 32])
def test_so_is_one_of_which_the_end_would_not_count(plain: bytes, long: str) -> None:
    with pytest.raises(ExportError, match="hooguit 127"):
        protect(plain, long)


@pytest.mark.parametrize("just", ["12345678", "a" * 127, "é" * 63])
def test_the_bounds_themselves_are_taken(plain: bytes, just: str) -> None:
    with pikepdf.open(io.BytesIO(protect(plain, just)), password=just) as pdf:
        assert len(pdf.pages) == 1
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(io.BytesIO(protect(plain, just)), password=just[:-1])

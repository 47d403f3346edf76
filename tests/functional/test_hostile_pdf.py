"""Filled PDFs with something else in them: attachments, programs, passwords, and damage."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Encryption, Name, String

import coachkit as ck
from coachkit.bank.bank import Bank
from coachkit.export.form import build_form
from coachkit.export.protect import protect
from coachkit.model import Brief
from coachkit.model.form import WorksheetForm, seal_form
from coachkit.session import save_worksheet
from support.filling import came_back
from support.hostile import (
    Homework,
    changed,
    field,
    plain,
    put,
    read,
    refusal,
    sannes_homework,
)

Change = Callable[[pikepdf.Pdf], object]


@pytest.fixture(scope="module")
def good() -> Homework:
    return sannes_homework()


def attach(raw: bytes, name: str = "coachkit.json") -> Change:
    """Return what puts a file in a PDF, in the place of what had that name."""

    def change(pdf: pikepdf.Pdf) -> None:
        pdf.attachments[name] = pikepdf.AttachedFileSpec(pdf, raw, filename=name)

    return change


def _resealed(form: WorksheetForm, **update: object) -> bytes:
    return seal_form(form.model_copy(update=update))


def _other_words(form: WorksheetForm) -> bytes:
    first, *others = form.questions
    edited = first.model_copy(update={"text": "Mag ik je pincode?"})
    return _resealed(form, questions=(edited, *others))


def _twice(good: Homework) -> Change:
    def change(pdf: pikepdf.Pdf) -> None:
        names = pdf.Root.Names.EmbeddedFiles.Names
        names.extend([String("coachkit.json"), names[1]])

    return change


ATTACHED: dict[str, tuple[Callable[[Homework], Change], str]] = {
    "missing": (lambda good: lambda pdf: pdf.attachments.__delitem__("coachkit.json"), "geen geg"),
    "other name": (
        lambda good: lambda pdf: pdf.Root.Names.EmbeddedFiles.Names.__setitem__(0, String("x")),
        "geen gegevens van coachkit",
    ),
    "twice": (_twice, "dubbel"),
    "empty": (lambda good: attach(b""), "beschadigd"),
    "no JSON": (lambda good: attach(b"%PDF-1.7"), "beschadigd"),
    "no form": (lambda good: attach(b"{}"), "geen werkblad"),
    "a list": (lambda good: attach(b"[]"), "geen werkblad"),
    "deep": (lambda good: attach(b"[" * 100_000 + b"]" * 100_000), "beschadigd"),
    "deep in a form": (
        lambda good: attach(
            b'{"soort":"coachkit-werkblad","schema":1,"x":' + b"[" * 900 + b"]" * 900 + b"}"
        ),
        "veranderd",
    ),
    "10 MB": (lambda good: attach(b'{"soort":"' + b"a" * 10_000_000 + b'"}'), "veel meer"),
    "edited": (
        lambda good: attach(seal_form(good.form).replace(b"Hoe zwaar", b"Hoe licht")),
        "veranderd",
    ),
    "edited and sealed": (lambda good: attach(_other_words(good.form)), "andere vraag"),
    "fewer": (lambda good: attach(_resealed(good.form, questions=good.form.questions[::2])), ""),
    "for a pen": (lambda good: attach(_resealed(good.form, variant="schrijven")), "voor de pen"),
    "other version": (
        lambda good: attach(seal_form(good.form).replace(b'"schema":1', b'"schema":2')),
        "andere versie",
    ),
}


@pytest.mark.parametrize("case", ATTACHED)
def test_a_changed_attachment_is_refused(good: Homework, case: str) -> None:
    make, told = ATTACHED[case]
    pdf = changed(good.pdf, make(good))
    if told:
        assert told in refusal(pdf)
    else:
        assert "andere vakken" in read(pdf).notes[0]


def test_the_attachment_of_another_sheet_is_refused(good: Homework, small_bank: Bank) -> None:
    other = ck.make_worksheet(small_bank, Brief(name="Bram", phase="actie"), "kort", seed=2)
    form = build_form(other, "invullen")
    assert "vak" in refusal(changed(good.pdf, attach(seal_form(form))))


def test_a_sheet_for_the_pen_says_so(small_bank: Bank, brief: Brief, tmp_path: Path) -> None:
    sheet = ck.make_worksheet(small_bank, brief, "kort", seed=1)
    (path,) = save_worksheet(sheet, tmp_path, ("pdf",), variant="schrijven")
    found = read(path.read_bytes())
    assert found.is_empty
    assert "voor de pen" in found.notes[0]


SCRIPT = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
LINK = Dictionary(S=Name.URI, URI=String("https://linde.example"))


def _chain(length: int) -> Dictionary:
    action = SCRIPT
    for _ in range(length):
        action = Dictionary(S=Name.URI, URI=String("https://linde.example"), Next=action)
    return action


def _circle(pdf: pikepdf.Pdf) -> None:
    action = pdf.make_indirect(Dictionary(S=Name.URI, URI=String("x")))
    action.Next = Array([action, action])
    pdf.Root.OpenAction = action


def _first(pdf: pikepdf.Pdf) -> Any:
    return pdf.pages[0].Annots[0]


PROGRAMS: dict[str, Change] = {
    "in the names": lambda pdf: pdf.Root.Names.__setitem__(
        "/JavaScript", Dictionary(Names=Array([String("a"), SCRIPT]))
    ),
    "on opening": lambda pdf: pdf.Root.__setitem__("/OpenAction", SCRIPT),
    "after a link": lambda pdf: pdf.Root.__setitem__("/OpenAction", _chain(3)),
    "after many links": lambda pdf: pdf.Root.__setitem__("/OpenAction", _chain(300)),
    "in a circle": _circle,
    "of the whole": lambda pdf: pdf.Root.__setitem__("/AA", Dictionary(WC=SCRIPT)),
    "of a page": lambda pdf: pdf.pages[0].obj.__setitem__("/AA", Dictionary(O=SCRIPT)),
    "of a field": put("v2", "/AA", Dictionary(K=SCRIPT)),
    "of a group": put("v1", "/AA", Dictionary(K=SCRIPT)),
    "of an annotation": lambda pdf: _first(pdf).__setitem__("/A", SCRIPT),
    "of a link": lambda pdf: pdf.pages[0].Annots.append(
        pdf.make_indirect(Dictionary(Subtype=Name.Link, A=SCRIPT))
    ),
    "in a list": lambda pdf: _first(pdf).__setitem__(
        "/A", Dictionary(S=Name.URI, URI=String("x"), Next=Array([LINK, SCRIPT]))
    ),
    "of a bookmark": lambda pdf: pdf.Root.Outlines.First.__setitem__("/A", SCRIPT),
    "without a kind": lambda pdf: pdf.Root.__setitem__("/OpenAction", Dictionary(JS=String("x"))),
    "launch": lambda pdf: _first(pdf).__setitem__("/A", Dictionary(S=Name.Launch, F=String("x"))),
    "submit": lambda pdf: _first(pdf).__setitem__(
        "/A", Dictionary(S=Name.SubmitForm, F=String("https://x.example"))
    ),
    "XFA": lambda pdf: pdf.Root.AcroForm.__setitem__("/XFA", pdf.make_stream(b"<xdp/>")),
}


def test_bookmarks_in_a_circle_are_refused(good: Homework) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Outlines.First.Next = pdf.Root.Outlines.First

    assert "veel meer" in refusal(changed(good.pdf, change))


@pytest.mark.parametrize("case", PROGRAMS)
def test_programs_are_refused(good: Homework, case: str) -> None:
    assert "programma" in refusal(changed(good.pdf, PROGRAMS[case]))


HARMLESS: dict[str, tuple[Change, str]] = {
    "link": (lambda pdf: _first(pdf).__setitem__("/A", LINK), ""),
    "where to open": (
        lambda pdf: pdf.Root.__setitem__("/OpenAction", Array([pdf.pages[0].obj, Name.Fit])),
        "",
    ),
    "photo": (attach(b"jpeg", "foto \x1b[2J.jpg"), "foto ■[2J.jpg"),
    "photos": (
        lambda pdf: [attach(b"jpeg", f"foto-{n}.jpg")(pdf) for n in range(9)],
        "en nog 6",
    ),
    "words beside a field": (
        lambda pdf: pdf.pages[0].Annots.append(
            pdf.make_indirect(Dictionary(Subtype=Name.FreeText, Contents=String("bijna vergeten")))
        ),
        "1 losse aantekening",
    ),
}


@pytest.mark.parametrize("case", HARMLESS)
def test_what_is_harmless_is_at_most_told(good: Homework, case: str) -> None:
    change, told = HARMLESS[case]
    answers = read(changed(good.pdf, change))
    assert came_back(answers) == came_back(read(good.pdf))
    assert [told in note for note in answers.notes] == ([True] if told else [])
    assert all(note.isprintable() for note in answers.notes)


def test_passwords(good: Homework) -> None:
    locked = protect(good.pdf, "café olifant")
    assert "--password" in refusal(locked)
    assert "past niet" in refusal(locked, "groene olifant")
    for spelled in ("café olifant", "cafe\u0301 olifant"):
        assert came_back(read(locked, spelled)) == came_back(read(good.pdf))


@pytest.mark.parametrize("password", [None, "van een ander"])
def test_who_may_not_print_may_still_read(good: Homework, password: str | None) -> None:
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(good.pdf)) as pdf:
        pdf.save(buffer, encryption=Encryption(owner="alleen de baas", user="", R=6))
    assert came_back(read(buffer.getvalue(), password)) == came_back(read(good.pdf))


def test_damage(good: Homework) -> None:
    raw = plain(good.pdf)
    for cut in (raw[:100], raw[: len(raw) // 2], raw[:-200], raw[:50] + raw[250:]):
        assert "kapot" in refusal(cut)
    assert "kapot" in refusal(raw.replace(b"0000000015", b"0000000099", 1))
    assert "kapot" in refusal(b"%PDF-1.7\n" + b"\xff" * 5000)


def test_bytes_before_and_behind_a_pdf(good: Homework) -> None:
    whole = came_back(read(good.pdf))
    for raw in (b"From: sanne\r\n\r\n" + good.pdf, good.pdf + b"\r\n" * 2000 + b"\0" * 2000):
        answers = read(raw)
        assert (came_back(answers), answers.notes) == (whole, ())


def test_half_of_what_was_saved_last_is_told(good: Homework) -> None:
    half = b"\n9 0 obj\n<< /FT /Tx /T (v2) /V (nieuw"
    answers = read(good.empty_pdf + half)
    assert answers.is_empty
    assert "een beetje beschadigd" in answers.notes[0]


def test_what_was_saved_behind_it_counts(good: Homework) -> None:
    """Firefox keeps the PDF and puts what was filled in behind it."""
    raw = plain(good.empty_pdf)
    with pikepdf.open(io.BytesIO(raw)) as pdf:
        number = field(pdf, "v2").objgen[0]
        size = int(pdf.trailer.Size)
        root = pdf.Root.objgen[0]
        body = field(pdf, "v2").unparse(resolved=True).replace(b"/V ()", b"/V (achteraf)")
    before = int(raw.rsplit(b"startxref", 1)[1].split()[0])
    at = len(raw)
    added = b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"xref\n%d 1\n%010d 00000 n \ntrailer\n<< /Size %d /Root %d 0 R /Prev %d >>\n" % (
        *(number, at, size, root, before),
    )
    end = b"startxref\n%d\n%%%%EOF\n" % (at + len(added))
    answers = read(raw + added + table + end)
    assert came_back(answers)["v2"] == "achteraf"
    assert answers.notes == ()

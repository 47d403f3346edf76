"""The mail with a worksheet: a draft that tells how to use what is attached, and no more."""

from __future__ import annotations

import re
from collections.abc import Callable
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachkit.errors import ExportError
from coachkit.homework.mail import mail_draft
from coachkit.model import Block, BlockKind, House, Note, Origin, Worksheet
from coachkit.safetext import one_line
from coachkit.vocabulary import Audience, Phase, Situation

Make = Callable[..., Worksheet]

FILES = {
    "blad.pdf": b"%PDF-1.7 \x00\xff",
    "blad.html": b"<!DOCTYPE html>\n<p>--=_coachkit</p>\n",
    "blad.ics": b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
}
NO_PAGE = {name: data for name, data in FILES.items() if not name.endswith(".html")}
PDF = {"blad.pdf": FILES["blad.pdf"]}
PAGE = {"blad.html": FILES["blad.html"]}
CALENDAR = {"blad.ics": FILES["blad.ics"]}
VARIANTS = [
    (files, protected, pen)
    for files in (FILES, NO_PAGE, PDF, PAGE, CALENDAR)
    for protected in (False, True)
    for pen in (False, True)
    if not protected or "blad.html" not in files
]
"""What may be attached, with or without a password, with boxes or with lines for a pen."""

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200) | st.text(
    'ab é😀=?_,;:"<>{}%\\\r\n\0\x85\u2028', min_size=1, max_size=200
)
HOSTILE = "x\r\nBcc: a@b.example\r\n\r\n<b>{{ 7 * 7 }} =?utf-8?q?y=0D=0ABcc:_a@b.example?="


def read(data: bytes) -> EmailMessage:
    """Return a mail, which must be sound in all its parts."""
    message = message_from_bytes(data, policy=policy.default)
    assert isinstance(message, EmailMessage)
    assert [part.defects for part in message.walk() if part.defects] == []
    return message


def body_of(data: bytes) -> str:
    part = read(data).get_body()
    assert isinstance(part, EmailMessage)
    return str(part.get_content()).replace("\r\n", "\n")


def told(body: str) -> set[str]:
    """Return the things of which a mail speaks."""
    words = {
        "pdf": "als pdf",
        "page": "webpagina",
        "calendar": "agenda",
        "password": "wachtwoord",
        "boxes": "vakken",
        "lines": "lijnen",
        "file": "bestand met",
    }
    return {thing for thing, word in words.items() if word in body}


def test_the_draft_has_no_sender_no_address_and_no_date(sheet_with: Make) -> None:
    message = read(mail_draft(sheet_with(), FILES))
    assert message.keys() == ["Subject", "X-Unsent", "MIME-Version", "Content-Type"]
    assert message["X-Unsent"] == "1"


def test_the_same_sheet_gives_the_same_bytes(sheet_with: Make) -> None:
    assert mail_draft(sheet_with(), FILES) == mail_draft(sheet_with(), FILES)


def test_the_lines_end_as_mail_asks(sheet_with: Make) -> None:
    data = mail_draft(sheet_with(title="Een blad met een lange titel, één, " * 4), FILES)
    assert not re.search(rb"(?<!\r)\n|\r(?!\n)", data)
    assert max(map(len, data.split(b"\r\n"))) <= 78
    assert data.isascii()


@pytest.mark.parametrize(
    ("form", "subject"), [("je", "Je werkblad: Proef"), ("u", "Uw werkblad: Proef")]
)
def test_the_subject_names_the_title(sheet_with: Make, form: str, subject: str) -> None:
    assert read(mail_draft(sheet_with(form=form), FILES))["Subject"] == subject


def test_the_title_is_the_one_that_the_coach_left(sheet_with: Make) -> None:
    data = mail_draft(sheet_with(Block(kind=BlockKind.TITLE, text="Sannes *eigen* blad")), PDF)
    assert read(data)["Subject"] == "Je werkblad: Sannes eigen blad"
    assert 'Hier is je werkblad "Sannes eigen blad".' in body_of(data)


def test_a_long_title_is_cut_off_in_the_subject_and_whole_in_the_mail(sheet_with: Make) -> None:
    data = mail_draft(sheet_with(title="a" * 20_000), PDF)
    assert read(data)["Subject"] == f"Je werkblad: {'a' * 119}…"
    assert "a" * 20_000 in body_of(data)


def test_the_attachments_are_whole_and_have_their_names_and_types(sheet_with: Make) -> None:
    parts = list(read(mail_draft(sheet_with(), FILES)).iter_attachments())
    assert {part.get_filename(): part.get_payload(decode=True) for part in parts} == FILES
    types = ["application/pdf", "text/html", "text/calendar"]
    assert [part.get_content_type() for part in parts] == types
    assert [part.get_content_charset() for part in parts] == [None, "utf-8", "utf-8"]
    for part in parts:
        assert part.get_content_disposition() == "attachment"
        assert part["Content-Transfer-Encoding"] == "base64"
        assert "Content-ID" not in part


@pytest.mark.parametrize("name", ["zoë's blad.pdf", "😀" * 40 + ".pdf", "a" * 220 + ".PDF"])
def test_any_name_of_a_file_comes_through(sheet_with: Make, name: str) -> None:
    (part,) = read(mail_draft(sheet_with(), {name: b"x"})).iter_attachments()
    assert (part.get_filename(), part.get_content_type()) == (name, "application/pdf")


@pytest.mark.parametrize(
    "name",
    ["a\r\nBcc: x.pdf", "a\0.pdf", "../a.pdf", "/a.pdf", "b\\a.pdf", "=?utf-8?q?a?=.pdf", " a.pdf"],
)
def test_what_is_no_name_of_a_file_is_refused(sheet_with: Make, name: str) -> None:
    with pytest.raises(ExportError, match=r"geen naam voor een bijlage; neem"):
        mail_draft(sheet_with(), {name: b""})


@pytest.mark.parametrize("name", ["blad.ipynb", "blad.exe", "blad", ".pdf", ""])
def test_what_a_client_should_not_get_is_refused(sheet_with: Make, name: str) -> None:
    with pytest.raises(ExportError, match=r"gaat niet mee in een mail; kies uit: pdf"):
        mail_draft(sheet_with(), {**FILES, name: b""})


def test_a_mail_with_nothing_attached_is_refused(sheet_with: Make) -> None:
    with pytest.raises(ExportError, match="geen bijlage; kies"):
        mail_draft(sheet_with(), {})


def test_a_sheet_of_the_coach_is_not_mailed_to_the_client(sheet_with: Make) -> None:
    with pytest.raises(ExportError, match="voor de coach zelf; kies"):
        mail_draft(sheet_with(audience=Audience.COACH), FILES)


@pytest.mark.parametrize("name", ["blad.html", "blad.HTML", "blad.ipynb"])
def test_what_a_password_cannot_close_does_not_go_along(sheet_with: Make, name: str) -> None:
    with pytest.raises(ExportError, match=rf"'{name}' kan geen wachtwoord krijgen; laat het weg"):
        mail_draft(sheet_with(), {**PDF, name: b""}, protected=True)


def test_the_mail_greets_and_signs(sheet_with: Make) -> None:
    sheet = sheet_with(coach="Noor", house=House(name="Praktijk De Linde"))
    body = body_of(mail_draft(sheet, FILES))
    assert body.startswith('Dag Sanne,\n\nHier is je werkblad "Proef".\n\nBij deze mail zit:\n\n- ')
    assert body.endswith(" niet.\n\nHartelijke groet,\nNoor\nPraktijk De Linde\n")


def test_who_is_not_known_does_not_sign(sheet_with: Make) -> None:
    assert body_of(mail_draft(sheet_with(), FILES)).endswith("\n\nHartelijke groet,\n")
    named = body_of(mail_draft(sheet_with(house=House(name="De Linde")), FILES))
    assert named.endswith("\n\nHartelijke groet,\nDe Linde\n")


@pytest.mark.parametrize(
    ("suffixes", "things"),
    [
        ({"pdf"}, {"pdf", "boxes", "file"}),
        ({"html"}, {"page", "file"}),
        ({"ics"}, {"calendar"}),
        ({"pdf", "ics"}, {"pdf", "boxes", "calendar", "file"}),
        ({"pdf", "html", "ics"}, {"pdf", "boxes", "page", "calendar", "file"}),
    ],
)
def test_only_what_is_attached_is_told(
    sheet_with: Make, suffixes: set[str], things: set[str]
) -> None:
    files = {name: data for name, data in FILES.items() if name.split(".")[1] in suffixes}
    assert told(body_of(mail_draft(sheet_with(), files))) == things


def test_there_is_a_choice_when_there_are_two_sheets(sheet_with: Make) -> None:
    both = body_of(mail_draft(sheet_with(), FILES))
    assert "\nKies wat je prettig vindt. Printen en invullen met een pen mag ook.\n" in both
    for one in (PDF, PAGE):
        body = body_of(mail_draft(sheet_with(), one))
        assert "\nPrinten en invullen met een pen mag ook.\n" in body
        assert "Kies" not in body


def test_the_page_names_its_button_as_the_page_does(sheet_with: Make) -> None:
    assert '"Bewaar mijn antwoorden"' in body_of(mail_draft(sheet_with(), FILES))


def test_reminders_alone_come_without_a_sheet(sheet_with: Make) -> None:
    body = body_of(mail_draft(sheet_with(), CALENDAR))
    assert 'Hier zijn seintjes voor bij je werkblad "Proef".' in body
    assert "meelees" not in body
    assert "Print" not in body


@pytest.mark.parametrize(("count", "words"), [(1, "één herinnering in"), (3, "3 herinneringen in")])
def test_the_number_of_reminders_is_told(sheet_with: Make, count: int, words: str) -> None:
    notes = [Note(after_days=day, text="Hoe gaat het?") for day in range(1, count + 1)]
    assert f"Die zet {words} je agenda." in body_of(mail_draft(sheet_with(reminders=notes), FILES))


def test_a_sheet_for_the_pen_is_to_print(sheet_with: Make) -> None:
    body = body_of(mail_draft(sheet_with(), NO_PAGE, pen=True))
    assert told(body) == {"pdf", "lines", "calendar"}
    assert "Print het en vul het in met een pen." in body
    assert "Stuur mij dan een foto van je blad" in body
    assert "Of neem het blad mee." in body


def test_beside_a_page_the_pen_is_a_choice(sheet_with: Make) -> None:
    body = body_of(mail_draft(sheet_with(), FILES, pen=True))
    assert told(body) == {"pdf", "lines", "page", "calendar", "file"}
    assert "Kies wat je prettig vindt.\n" in body


def test_a_password_comes_another_way_and_the_title_is_not_told(sheet_with: Make) -> None:
    sheet = sheet_with(title="Een stap die spannend is")
    data = mail_draft(sheet, NO_PAGE, protected=True)
    body = body_of(data)
    assert told(body) == {"pdf", "boxes", "calendar", "password"}
    assert "De pdf heeft een wachtwoord. Dat krijg je apart van mij" in body
    assert read(data)["Subject"] == "Je werkblad"
    assert "spannend" not in data.decode() + body


def test_a_password_is_told_with_lines_for_a_pen_too(sheet_with: Make) -> None:
    body = body_of(mail_draft(sheet_with(form="u"), PDF, protected=True, pen=True))
    assert told(body) == {"pdf", "lines", "password"}
    assert "Dat krijgt u apart van mij" in body


def test_reminders_alone_have_no_password(sheet_with: Make) -> None:
    body = body_of(mail_draft(sheet_with(), CALENDAR, protected=True))
    assert told(body) == {"calendar"}
    assert "Proef" not in body


@pytest.mark.parametrize(("files", "protected", "pen"), VARIANTS)
@pytest.mark.parametrize(
    ("form", "own", "other"),
    [("je", {"je"}, {"u", "uw", "wilt"}), ("u", {"uw"}, {"je", "jij", "jou", "jouw"})],
    ids=["je", "u"],
)
def test_the_mail_keeps_to_one_form_of_address(
    sheet_with: Make,
    files: dict[str, bytes],
    protected: bool,
    pen: bool,
    form: str,
    own: set[str],
    other: set[str],
) -> None:
    body = body_of(mail_draft(sheet_with(form=form), files, protected=protected, pen=pen))
    words = set(re.findall(r"\w+", body.lower()))
    assert words & own
    assert not words & other


@pytest.mark.parametrize(("files", "protected", "pen"), VARIANTS)
def test_paragraphs_have_one_empty_line_between(
    sheet_with: Make, files: dict[str, bytes], protected: bool, pen: bool
) -> None:
    body = body_of(mail_draft(sheet_with(), files, protected=protected, pen=pen))
    assert "\n\n\n" not in body
    assert body == "".join(f"{line.strip()}\n" for line in body.splitlines())


@pytest.mark.parametrize("field", ["title", "name", "coach", "house"])
def test_no_header_can_be_slipped_in(sheet_with: Make, field: str) -> None:
    value = House(name=HOSTILE) if field == "house" else HOSTILE
    data = mail_draft(sheet_with(**{field: value}), FILES)
    message = read(data)
    assert message.keys() == ["Subject", "X-Unsent", "MIME-Version", "Content-Type"]
    assert "\n" not in message["Subject"]
    assert not re.search(rb"(?mi)^bcc:", data)
    assert not re.search(r"(?mi)^bcc:", body_of(data))


def test_no_attachment_can_be_slipped_in(sheet_with: Make) -> None:
    boundary = read(mail_draft(sheet_with(), FILES)).get_boundary()
    data = mail_draft(sheet_with(coach=f"--{boundary}", house=House(name=f"--{boundary}--")), FILES)
    assert len(list(read(data).iter_attachments())) == len(FILES)
    assert body_of(data).endswith(f"\n--{boundary}\n--{boundary}--\n")


@pytest.mark.parametrize("field", ["title", "name", "coach", "house"])
def test_what_people_are_called_is_no_template(sheet_with: Make, field: str) -> None:
    value = House(name=HOSTILE) if field == "house" else HOSTILE
    body = body_of(mail_draft(sheet_with(**{field: value}), FILES))
    assert "<b>{{ 7 * 7 }} =?utf-8?q?y=0D=0ABcc:_a@b.example?=" in body


@given(title=TEXTS, name=TEXTS, coach=TEXTS)
def test_any_text_comes_through(sheet_with: Make, title: str, name: str, coach: str) -> None:
    data = mail_draft(sheet_with(title=title, name=name, coach=coach), FILES)
    message, body = read(data), body_of(data)
    line = one_line(title)
    short = line if len(line) <= 120 else line[:119].rstrip() + "…"
    told_title = f": {short.replace('=?', '= ?')}" if line else ""
    assert message["Subject"] == f"Je werkblad{told_title}"
    assert body.startswith(f"Dag {one_line(name)},\n")
    assert one_line(coach) in body
    assert len(list(message.iter_attachments())) == len(FILES)


def test_a_space_between_long_words_is_kept_in_the_subject(sheet_with: Make) -> None:
    title = 'Ý;C" Æ\U0009c39c\U00063d31쬰@ÚÒ\U0010fec5Ð+ã \U000a3c18k'
    assert read(mail_draft(sheet_with(title=title), PDF))["Subject"] == f"Je werkblad: {title}"


def test_a_very_long_name_is_kept(sheet_with: Make) -> None:
    data = mail_draft(sheet_with(name="é" * 20_000), FILES)
    assert body_of(data).startswith(f"Dag {'é' * 20_000},\n")
    assert max(map(len, data.split(b"\r\n"))) <= 78


def test_nothing_of_the_coach_is_in_it(sheet_with: Make, question: Callable[..., Block]) -> None:
    asked = question("geheime-vraag", "Wat speelt er in het geheim?")
    assert asked.question is not None
    inner = asked.question.model_copy(update={"reason": "om reden X", "follow_up": "Vervolg Y?"})
    origin = Origin(
        recipe="recept-q",
        seed=987654321,
        situation=Situation.DARES_NOT,
        phase=Phase.RELAPSE,
        reason="gekozen om Z",
        notes=("notitie W",),
    )
    block = asked.model_copy(update={"question": inner})
    data = mail_draft(sheet_with(block, origin=origin), {"a.pdf": b""})
    text = data.decode() + body_of(data)
    for secret in (
        *("durft-niet", "terugval", "987654321", "recept-q", "reden X", "Vervolg Y", "gekozen"),
        *("notitie", "geheim"),
    ):
        assert secret not in text

"""Looking back at homework: all of it is read, told, and goes along to the next sheet."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date

import pypdf
import pytest

from coachkit.desk.drafts import Drafts
from coachkit.desk.pieces import MAX_TOGETHER
from coachkit.desk.preparation import Preparation
from coachkit.desk.review import Review
from coachkit.errors import FileError, HomeworkError, InputError, LockedError
from coachkit.export.form import build_form
from coachkit.export.protect import protect
from coachkit.homework.saved import saved_answers
from coachkit.homework.told import Told
from coachkit.model import Brief, Worksheet
from coachkit.practice import Practice
from support.desks import NO_HOMEWORK, file_of
from support.hostile import sannes_homework
from support.recipes import shipped_bank

Sheet = Callable[..., Worksheet]
Saved = Callable[..., bytes]
PASSWORD = "geheim-genoeg"


@pytest.fixture
def review(practice: Practice, day: date) -> Review:
    return Review(practice, day)


def test_files_are_read_and_told_by_question(review: Review, saved: Saved) -> None:
    raw = saved(v1="rust\nen tijd", v2="1", v4_0="elf")
    assert review.add([("sanne.json", raw)]) == ()
    (piece,) = review.pieces
    assert piece.heading == "Proef · Sanne · 28 november 2026"
    assert piece.told[:2] == (Told("Wat telt?", ("rust", "en tijd")), Told("Wat past?", ("geld",)))
    assert piece.told[2] == Told("Wat helpt?", ("(niet ingevuld)",), is_empty=True)
    assert "geen cijfer" in piece.told[3].remarks[0]


def test_each_bad_file_is_told_and_the_others_are_read(review: Review, saved: Saved) -> None:
    told = review.add([NO_HOMEWORK[0], ("goed.json", saved(v1="ja")), *NO_HOMEWORK[1:]])
    assert [piece.name for piece in review.pieces] == ["goed.json"]
    assert len(told) == len(NO_HOMEWORK)
    assert told[0] == "leeg.pdf: dit bestand is leeg; vraag je cliënt het opnieuw te sturen"
    assert all(message.isprintable() and "; " in message for message in told)
    assert review.messages == told


def test_the_same_homework_counts_once(review: Review) -> None:
    homework = sannes_homework()
    again = [("b.pdf", homework.pdf), ("c.json", homework.json)]
    assert review.add([("a.pdf", homework.pdf), *again]) == (
        "b.pdf: dit is hetzelfde als a.pdf, en telt één keer",
        "c.json: dit is hetzelfde als a.pdf, en telt één keer",
    )
    assert len(review.pieces) == 1


def test_the_same_sheet_with_other_answers_is_told(review: Review, saved: Saved) -> None:
    review.add([("a.json", saved(v1="rust")), ("b.json", saved(v1="geld"))])
    assert review.pieces[1].notes == ("hetzelfde blad als a.json, met andere antwoorden",)


def test_a_pdf_with_a_password_waits_for_it(review: Review) -> None:
    homework = sannes_homework()
    assert review.add([("slot.pdf", protect(homework.pdf, PASSWORD))]) == ()
    (piece,) = review.pieces
    assert piece.is_locked
    assert (piece.heading, piece.told, piece.answers) == ("slot.pdf", (), None)
    assert "typ het, en probeer het opnieuw" in piece.problem
    for wrong, told in (("fout", "past niet"), ("", "typ eerst")):
        with pytest.raises(LockedError, match=told):
            review.unlock(piece.key, wrong)
    assert "--password" not in piece.problem
    review.unlock(piece.key, PASSWORD)
    assert not piece.is_locked
    assert piece.problem == ""
    review.unlock(piece.key, "nog eens")
    assert review.clients[0].name == "Sanne"


def test_what_was_locked_counts_once_too(review: Review) -> None:
    homework = sannes_homework()
    review.add([("open.pdf", homework.pdf), ("slot.pdf", protect(homework.pdf, PASSWORD))])
    with pytest.raises(HomeworkError, match=r"slot\.pdf: dit is hetzelfde als open\.pdf"):
        review.unlock(review.pieces[1].key, PASSWORD)
    assert len(review.pieces) == 1


def test_a_report_and_a_next_session_tell_that_the_password_is_gone(review: Review) -> None:
    review.add([("slot.pdf", protect(sannes_homework().pdf, PASSWORD))])
    with pytest.raises(HomeworkError, match="nog geen huiswerk"):
        review.report()
    review.unlock(review.pieces[0].key, PASSWORD)
    review.report()
    assert "dit verslag heeft er geen" in review.messages[-1]
    review.next_session()
    assert "het volgende blad krijgt er pas een" in review.messages[0]


def test_what_is_taken_away_can_come_back(review: Review, saved: Saved) -> None:
    review.add([("a.json", saved(v1="rust"))])
    key = review.pieces[0].key
    review.remove(key)
    review.remove(key)
    assert review.kept() == []
    with pytest.raises(HomeworkError, match="ligt er niet meer"):
        review.put(key, "v1", "a")
    assert review.add([("a.json", saved(v1="rust"))]) == ()


def test_too_much_together_is_refused(review: Review, saved: Saved) -> None:
    padded = [saved(f"Klant{i}") + b" " * (MAX_TOGETHER // 3) for i in range(3)]
    told = review.add([(f"{i}.json", raw) for i, raw in enumerate(padded)])
    assert [message.partition(":")[0] for message in told] == ["2.json"]
    assert "alles samen mag 12 MB zijn" in told[0]


def test_the_step_and_the_words_can_be_changed(review: Review, saved: Saved) -> None:
    review.add([("a.json", saved(v5_dan="pak ik mijn jas."))])
    assert review.step == "pak ik mijn jas"
    review.change_step("de  hond\nuitlaten \ud83d")
    review.change_answer("wat hij zei")
    assert (review.step, review.answer) == ("de hond uitlaten", "wat hij zei")
    review.change_step("")
    assert review.step == ""
    with pytest.raises(InputError, match="meer dan 1000 letters"):
        review.change_step("a" * 20_001)
    assert review.step == ""
    review.change_step(None)
    assert review.step == "pak ik mijn jas"


def test_without_a_step_that_is_told(review: Review, saved: Saved) -> None:
    review.add([("a.json", saved(v1="rust"))])
    assert review.step == ""
    assert "geen stap ingevuld" in review.proposed.doubts[0]


def test_of_a_long_answer_it_is_told_that_only_the_beginning_goes_along(
    review: Review, saved: Saved
) -> None:
    told = ("we namen het begin over. Het hele antwoord staat bij 2",)
    review.add([("a.json", saved(v5_dan="pak ik mijn jas " * 20))])
    assert review.step.endswith("…")
    assert review.doubts == told
    review.change_step("pak ik mijn jas")
    assert review.doubts == ()
    review.change_step("")
    assert review.doubts == ()
    review.change_step(None)
    assert review.doubts == told


def test_a_long_answer_is_told_to_be_cut_in_the_report(review: Review, saved: Saved) -> None:
    review.add([("a.json", saved(v1="a\n" * 401))])
    review.report()
    assert review.messages == (
        "een antwoord is te lang om helemaal te printen; alles staat in het bestand zelf",
    )


def test_a_next_session_knows_what_was_said(
    review: Review, practice: Practice, saved: Saved
) -> None:
    review.add([("a.json", saved(v5_dan="pak ik mijn jas", mark="K 7"))])
    name = review.next_session()
    _, work = Drafts(practice.folder, "sessie").open(name)
    assert work == {
        "brief": {
            "naam": "Sanne",
            "kenmerk": "K 7",
            "aanspreekvorm": "je",
            "vorige_stap": "pak ik mijn jas",
        },
        "asked": ["cijfer", "kies", "kruis", "open", "plan"],
    }
    (kept,) = Drafts(practice.folder, "sessie").kept()
    assert kept.title == "Sanne (K 7) · pak ik mijn jas"


def test_the_next_session_is_made_again_unless_someone_worked_on_it(
    review: Review, practice: Practice, day: date, saved: Saved
) -> None:
    review.add([("a.json", saved(v5_dan="pak ik mijn jas"))])
    name = review.next_session()
    review.change_step("samen lopen")
    assert review.next_session() == name
    assert review.messages == ()
    preparation = Preparation(shipped_bank(), practice, day=day)
    preparation.take_up(name)
    assert preparation.brief is not None
    assert preparation.brief.previous_step == "samen lopen"
    preparation.tell("doel", "meer bewegen")
    preparation.keep()
    review.change_step("alleen lopen")
    other = review.next_session()
    assert other != name
    assert review.messages == (
        "aan het blad dat klaarstond, is al gewerkt; dit is een nieuw concept ernaast",
    )
    assert review.next_session() == other
    _, work = Drafts(practice.folder, "sessie").open(name)
    assert work["brief"]["doel"] == "meer bewegen"


def test_the_preparation_goes_on_with_it(
    review: Review, practice: Practice, day: date, saved: Saved
) -> None:
    review.add([("a.json", saved(v1="rust", v5_dan="pak ik mijn jas", mark="K 7"))])
    preparation = Preparation(shipped_bank(), practice, day=day)
    preparation.take_up(review.next_session())
    assert preparation.notes == ()
    assert preparation.brief == Brief(
        naam="Sanne", kenmerk="K 7", form="je", vorige_stap="pak ik mijn jas", datum=day
    )
    assert preparation.asked == {"cijfer", "kies", "kruis", "open", "plan"}
    preparation.choose("terugblik")
    assert any("pak ik mijn jas" in block.text for block in preparation.sheet.blocks)


def test_the_newest_sheet_tells_how_a_client_is_spoken_to(
    review: Review, practice: Practice, sheet: Sheet
) -> None:
    for month, form in ((11, "je"), (12, "u"), (10, "je")):
        made = build_form(sheet(form=form, day=date(2026, month, 1)), "invullen")
        review.add([(f"{month}.json", saved_answers(made, {"v1": str(month)}))])
    _, work = Drafts(practice.folder, "sessie").open(review.next_session())
    assert work["brief"]["aanspreekvorm"] == "u"


def test_what_is_left_out_does_not_go_along(
    review: Review, practice: Practice, saved: Saved
) -> None:
    review.add([("a.json", saved(v5_dan="pak ik mijn jas"))])
    review.change_step("")
    _, work = Drafts(practice.folder, "sessie").open(review.next_session())
    assert work["brief"] == {"naam": "Sanne", "aanspreekvorm": "je"}


def test_clients_are_never_mixed(review: Review, practice: Practice, saved: Saved) -> None:
    review.add(
        [
            ("a.json", saved("Sanne", v5_dan="pak ik mijn jas")),
            ("b.json", saved("Bram", v5_dan="bel ik op")),
            ("c.json", saved(" sanne", date(2026, 12, 1), v1="rust")),
            ("d.json", saved("Sanne", mark="B", v1="iets anders")),
        ]
    )
    assert [(each.name, len(each.pieces)) for each in review.clients] == [
        ("Sanne", 2),
        ("Bram", 1),
        ("Sanne (B)", 1),
    ]
    assert (review.client, review.step) == (None, "")
    for act in (review.next_session, lambda: review.change_step("x")):
        with pytest.raises(
            HomeworkError, match=r"van Sanne, Bram en Sanne \(B\); kies bij 2 voor wie"
        ):
            act()
    review.choose(review.clients[1].key)
    assert review.step == "bel ik op"
    review.change_step("app ik")
    review.choose(review.clients[0].key)
    assert review.step == "pak ik mijn jas"
    with pytest.raises(HomeworkError, match="geen huiswerk"):
        review.choose("niemand")
    review.choose(review.clients[1].key)
    _, work = Drafts(practice.folder, "sessie").open(review.next_session())
    assert (work["brief"]["naam"], work["brief"]["vorige_stap"]) == ("Bram", "app ik")


def test_a_sheet_without_a_client_has_no_next_one(
    review: Review, sheet: Sheet, saved: Saved
) -> None:
    with pytest.raises(HomeworkError, match="nog geen huiswerk"):
        review.next_session()
    review.add([("spiegel.ipynb", file_of(sheet(audience="coach"), "ipynb"))])
    with pytest.raises(HomeworkError, match="geen cliënt"):
        review.next_session()


def test_a_report_is_of_the_client_that_was_chosen(review: Review, saved: Saved) -> None:
    review.add([("a.json", saved("Sanne", v1="rust")), ("b.json", saved("Bram", v1="geld"))])
    with pytest.raises(HomeworkError, match="van Sanne en Bram; kies bij 2 van wie je een verslag"):
        review.report()
    review.choose(review.clients[1].key)
    words = _words(review.report())
    assert "geld" in words
    assert "rust" not in words


def test_a_report_of_sheets_without_a_name_tells_all(review: Review, sheet: Sheet) -> None:
    for number, word in enumerate(("rust", "geld")):
        form = build_form(sheet("", id=f"blad-{number}"), "invullen")
        review.add([(f"{number}.json", saved_answers(form, {"v1": word}))])
    assert _words(review.report()) >= {"rust", "geld"}


def _words(pdf: bytes) -> set[str]:
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    return {word for page in reader.pages for word in page.extract_text().split()}


def test_a_name_of_a_file_is_only_a_name(review: Review, saved: Saved) -> None:
    review.add([("../../" + "x" * 5000 + "\x1b.json", saved(v1="a")), ("", saved("Bram"))])
    long, bare = (piece.name for piece in review.pieces)
    assert len(long) <= 110
    assert long.isprintable()
    assert bare == "bestand"


def test_a_practice_without_a_folder_keeps_nothing(day: date, saved: Saved) -> None:
    review = Review(Practice(), day)
    assert "wordt niet bewaard" in review.told
    review.add([("a.json", saved(v1="rust"))])
    assert review.told != ""
    assert (review.kept(), review.sheets()) == ([], [])
    for act in (review.keep, review.next_session, lambda: review.type_over_sheet("a.ipynb")):
        with pytest.raises(FileError, match="praktijkmap"):
            act()

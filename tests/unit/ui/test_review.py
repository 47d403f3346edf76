"""The screen for looking back without a browser: what she does, and what she sees of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from coachkit.desk.drafts import Drafts
from coachkit.desk.review import Review
from coachkit.export.protect import protect
from coachkit.model import Worksheet
from coachkit.practice import Practice
from coachkit.ui.review import ReviewScreen, review
from support.desks import NO_HOMEWORK, drafts_in, file_of, in_the_way
from support.pressing import act, drop, names, press, send, type_in

Sheet = Callable[..., Worksheet]
Saved = Callable[..., bytes]
PASSWORD = "geheim-genoeg"


def open_screen(practice: Practice, day: date) -> ReviewScreen:
    return ReviewScreen(Review(practice, day))


@pytest.fixture
def screen(practice: Practice, day: date) -> ReviewScreen:
    return open_screen(practice, day)


@pytest.fixture
def read(screen: ReviewScreen, saved: Saved) -> ReviewScreen:
    """A screen with homework of Sanne."""
    drop(screen.incoming.zone, ("sanne.json", saved(v1="rust\nen tijd", v5_dan="ik ga lopen")))
    return screen


@pytest.fixture
def shelf(practice: Practice, sheet: Sheet) -> None:
    """A worksheet of Bram in the practice."""
    assert practice.folder is not None
    (practice.folder / "werkbladen").mkdir()
    path = practice.folder / "werkbladen" / "bram.ipynb"
    path.write_bytes(file_of(sheet("Bram"), "ipynb"))


def is_shown(widget: Any) -> bool:
    return "ck-weg" not in widget._dom_classes


def titles(screen: ReviewScreen) -> list[str]:
    return [item["title"] for item in screen.incoming.list.items]


def sections(screen: ReviewScreen) -> list[str]:
    return [each["title"] for each in screen.reading.answers.sheets]


def test_an_empty_screen_says_what_to_do(screen: ReviewScreen) -> None:
    assert "10 MB" in screen.incoming.zone.help
    assert "12 MB" in screen.incoming.zone.help
    assert "nog niets" in screen.incoming.list.empty
    assert "straks" in screen.reading.answers.empty
    assert "Leg bij 1 neer" in screen.onward.about.lines[0]
    assert not is_shown(screen.paper.widget)
    assert screen.onward.others.buttons == screen.incoming.fresh.buttons == []
    assert screen.trouble.lines == screen.incoming.told.lines == []


def test_the_whole_way(read: ReviewScreen, practice: Practice) -> None:
    assert titles(read) == ["Proef · Sanne · 28 november 2026"]
    assert read.incoming.list.items[0]["badges"] == ["2 van 6 vragen ingevuld"]
    (section,) = read.reading.answers.sheets
    assert section["questions"][0]["lines"] == ["rust", "en tijd"]
    assert section["questions"][1]["empty"]
    assert read.onward.form.values["vorige_stap"] == "ik ga lopen"
    type_in(read.onward.form, {"vorige_stap": "samen lopen "})
    press(read.onward.next, "verder")
    assert "staat klaar voor Sanne" in read.onward.ready.lines[0]
    assert is_shown(read.onward.link.widget)
    (draft,) = (path for path in drafts_in(practice) if path.stem.startswith("sessie"))
    way = f'href="sessie-voorbereiden.ipynb?concept={draft.stem}"'
    assert way in read.onward.link.widget.value
    work = json.loads(draft.read_text(encoding="utf-8"))["werk"]
    assert work["brief"]["vorige_stap"] == "samen lopen"
    press(read.onward.others, "bewaar")
    assert "huiswerk" in read.onward.told.lines[0]
    press(read.onward.others, "verslag")
    assert [file["name"] for file in read.onward.files.files] == ["antwoorden-sanne.pdf"]
    assert read.trouble.lines == read.onward.trouble.lines == []


def test_the_same_next_sheet_is_begun_once(read: ReviewScreen, practice: Practice) -> None:
    press(read.onward.next, "verder")
    press(read.onward.next, "verder")
    assert sum(path.stem.startswith("sessie") for path in drafts_in(practice)) == 1
    type_in(read.onward.form, {"vorige_stap": "iets anders"})
    assert read.onward.ready.lines == ["Je veranderde iets. Maak het blad opnieuw."]
    assert not is_shown(read.onward.link.widget)
    press(read.onward.next, "verder")
    assert "staat klaar" in read.onward.ready.lines[0]
    assert is_shown(read.onward.link.widget)
    (kept,) = Drafts(practice.folder, "sessie").kept()
    assert kept.title == "Sanne · iets anders"


def test_what_she_changes_can_be_taken_back(read: ReviewScreen) -> None:
    assert "terug" not in names(read.onward.next)
    before = dict(read.onward.form.values)
    type_in(read.onward.form, {"vorige_stap": "samen", "vorige_antwoord": ""})
    assert read.onward.form.values["vorige_stap"] == "samen"
    press(read.onward.next, "terug")
    assert read.onward.form.values == before


def test_what_she_types_is_not_taken_from_under_her(read: ReviewScreen) -> None:
    for text in ("a", "a ", "a  b", "a  b\n"):
        type_in(read.onward.form, {"vorige_stap": text})
        assert read.onward.form.values["vorige_stap"] == text


def test_words_that_are_far_too_long_are_told(read: ReviewScreen) -> None:
    told = {"vorige_stap": "Hier staan meer dan 1000 letters; maak het korter."}
    for length in (100_000, 1_001):
        type_in(read.onward.form, {"vorige_stap": "x" * length})
        assert read.onward.form.messages == told
        assert len(read.onward.form.values["vorige_stap"]) == length
    press(read.onward.next, "verder")
    assert "bij de stap" in read.onward.trouble.lines[0]
    assert read.onward.ready.lines == []
    for text in ("x" * 1_000, "kort"):
        type_in(read.onward.form, {"vorige_stap": text})
        assert read.onward.form.messages == {}
    press(read.onward.next, "verder")
    assert read.onward.trouble.lines == []


def test_each_bad_file_is_told_and_the_others_are_read(screen: ReviewScreen, saved: Saved) -> None:
    drop(screen.incoming.zone, *NO_HOMEWORK[:4], ("goed.json", saved(v1="ja")))
    assert len(screen.incoming.told.lines) == 4
    assert screen.incoming.told.lines[1] == (
        "foto.pdf: dit is een foto; lees die zelf, coachkit leest alleen wat getypt is."
    )
    assert len(titles(screen)) == 1
    drop(screen.incoming.zone, ("nog.json", saved(v1="ja")), batch="2")
    assert "hetzelfde als goed.json" in screen.incoming.told.lines[0]
    drop(screen.incoming.zone, ("vol.pdf", b""), batch="4", why="vol")
    assert screen.incoming.told.lines == [
        "vol.pdf: alles samen mag 12 MB zijn; haal eerst iets weg, en kies dit bestand opnieuw."
    ]
    drop(screen.incoming.zone, ("groot.pdf", b""), batch="3", why="groot")
    assert screen.incoming.told.lines[0].startswith("groot.pdf: dit bestand is veel te groot")


def test_a_password_opens_it(screen: ReviewScreen, sheet: Sheet) -> None:
    drop(screen.incoming.zone, ("slot.pdf", protect(file_of(sheet(), "pdf"), PASSWORD)))
    assert "wachtwoord" in screen.reading.answers.empty
    assert "wachtwoord" in screen.onward.about.lines[0]
    (field,) = screen.incoming.locks.fields
    send(screen.incoming.locks, field["key"], "")
    assert screen.incoming.locks.messages == {field["key"]: "Typ eerst het wachtwoord."}
    send(screen.incoming.locks, field["key"], "fout")
    assert "past niet" in screen.incoming.locks.messages[field["key"]]
    type_in(screen.incoming.locks, {field["key"]: PASSWORD})
    send(screen.incoming.locks, field["key"], PASSWORD)
    assert screen.incoming.locks.fields == []
    assert PASSWORD not in str(screen.incoming.locks.values)
    assert sections(screen) == ["Proef · Sanne · 22 november 2026"]


@pytest.mark.parametrize(("key", "value"), [("9", "x"), ("x", "x"), ("1", None), ("1", 3)])
def test_a_strange_password_does_no_harm(read: ReviewScreen, key: str, value: Any) -> None:
    send(read.incoming.locks, key, value)
    assert read.incoming.trouble.lines == []
    assert len(titles(read)) == 1


def test_a_sheet_on_paper_is_typed_over(shelf: None, practice: Practice, day: date) -> None:
    screen = open_screen(practice, day)
    send(screen.incoming.sheets, "blad", "")
    assert "Kies eerst" in screen.incoming.trouble.lines[0]
    send(screen.incoming.sheets, "blad", "bram.ipynb")
    assert is_shown(screen.paper.widget)
    assert sections(screen) == []
    assert "Klaar met typen" in screen.reading.answers.empty
    fields = screen.paper.sheet.form.fields
    assert fields[0]["label"] == "1. Wat telt?"
    assert [bool(field.get("group")) for field in fields] == [False, True, True, True, True, False]
    mark = fields[0]["key"].rpartition(":")[0]
    before = screen.paper.sheet.form.fields
    type_in(screen.paper.sheet.form, {f"{mark}:v1": "rust"})
    type_in(screen.paper.sheet.form, {f"{mark}:v2": "1", f"{mark}:v3_0": True})
    type_in(screen.paper.sheet.form, {f"{mark}:v5_dan": "lopen", f"{mark}:v6": "7"})
    assert screen.paper.sheet.form.fields is before
    assert screen.onward.form.values["vorige_stap"] == "lopen"
    press(screen.paper.buttons, "klaar")
    assert not is_shown(screen.paper.widget)
    told = screen.reading.answers.sheets[0]["questions"]
    assert [question["lines"][0] for question in told[:3]] == ["rust", "geld", "slaap"]
    act(screen.incoming.list, 0, "typ")
    assert screen.paper.sheet.form.values[f"{mark}:v1"] == "rust"


def test_the_keyboard_goes_to_the_first_field_and_on_to_the_answers(
    shelf: None, practice: Practice, day: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = open_screen(practice, day)
    sent: list[object] = []
    for part in (screen.paper.sheet.form, screen.reading.answers):
        monkeypatch.setattr(part, "send", lambda content, buffers=None: sent.append(content))
    send(screen.incoming.sheets, "blad", "bram.ipynb")
    assert sent == [{"focus": screen.paper.sheet.form.fields[0]["key"]}]
    type_in(screen.paper.sheet.form, {screen.paper.sheet.form.fields[0]["key"]: "rust"})
    press(screen.paper.buttons, "klaar")
    assert sent[1:] == [{"focus": screen.reading.answers.sheets[0]["id"]}]
    act(screen.incoming.list, 0, "typ")
    assert len(sent) == 3


def test_words_for_another_sheet_stay_out_of_this_one(
    shelf: None, practice: Practice, day: date
) -> None:
    screen = open_screen(practice, day)
    send(screen.incoming.sheets, "blad", "bram.ipynb")
    key = screen.paper.sheet.form.fields[0]["key"]
    press(screen.incoming.fresh, "nieuw")
    send(screen.incoming.sheets, "blad", "bram.ipynb")
    type_in(screen.paper.sheet.form, {key: "van het vorige blad"})
    (piece,) = screen.desk.pieces
    assert piece.typed == {}


def test_what_does_not_fit_a_box_is_told_there(shelf: None, practice: Practice, day: date) -> None:
    screen = open_screen(practice, day)
    send(screen.incoming.sheets, "blad", "bram.ipynb")
    form = screen.paper.sheet.form
    key = form.fields[0]["key"]
    type_in(form, {key: "x" * 100_001})
    assert form.messages[key].startswith("Dit antwoord is veel te lang")
    type_in(form, {key: "kort"})
    assert form.messages == {}
    for value in (None, 3, ["a"], True):
        type_in(form, {key: value})
        assert key in form.messages
    assert screen.paper.trouble.lines == []


def test_an_empty_pdf_is_typed_over_and_a_full_one_not(read: ReviewScreen, sheet: Sheet) -> None:
    drop(read.incoming.zone, ("leeg.pdf", file_of(sheet("Bram"), "pdf")), batch="2")
    actions = [[a["name"] for a in item["actions"]] for item in read.incoming.list.items]
    assert actions == [["weg"], ["typ", "weg"]]
    act(read.incoming.list, 1, "typ")
    assert is_shown(read.paper.widget)
    act(read.incoming.list, 1, "weg")
    assert not is_shown(read.paper.widget)
    assert len(titles(read)) == 1


def test_an_empty_sheet_says_how_to_type_it_over(read: ReviewScreen, sheet: Sheet) -> None:
    hint = "Druk op 'Typ over' om in te vullen wat op papier staat."
    drop(read.incoming.zone, ("bram.ipynb", file_of(sheet("Bram"), "ipynb")), batch="2")
    assert [hint in item["details"] for item in read.incoming.list.items] == [False, True]
    act(read.incoming.list, 1, "typ")
    assert read.incoming.list.items[1]["details"] == []


def test_sheets_with_the_same_heading_are_told_apart(read: ReviewScreen, saved: Saved) -> None:
    heading = "Proef · Sanne · 28 november 2026"
    assert sections(read) == [heading]
    drop(read.incoming.zone, ("meer.json", saved(v1="geld")), batch="2")
    assert sections(read) == [f"{heading} · sanne.json", f"{heading} · meer.json"]


def test_of_several_clients_one_is_chosen(read: ReviewScreen, saved: Saved) -> None:
    drop(read.incoming.zone, ("bram.json", saved("Bram", v1="geld")), batch="2")
    assert is_shown(read.reading._whose)
    assert len(sections(read)) == 2
    assert "Kies bij 2" in read.onward.about.lines[0]
    key = read.desk.clients[1].key
    type_in(read.reading.whose, {"client": key})
    assert sections(read) == ["Proef · Bram · 28 november 2026"]
    assert read.onward.about.lines == ["Bram"]
    assert read.onward.others.buttons[0]["label"] == "Bewaar al het huiswerk"
    type_in(read.reading.whose, {"client": "niemand"})
    assert read.reading.trouble.lines


def test_a_sheet_without_a_name_is_read_and_told(screen: ReviewScreen, saved: Saved) -> None:
    drop(screen.incoming.zone, ("los.json", saved("", v1="rust")))
    assert len(sections(screen)) == 1
    assert "geen naam" in screen.onward.about.lines[0]
    assert names(screen.onward.others) == ["bewaar", "verslag"]


def test_a_report_goes_when_it_tells_no_longer_what_lies_here(
    read: ReviewScreen, saved: Saved
) -> None:
    press(read.onward.others, "verslag")
    assert read.onward.files.files
    drop(read.incoming.zone, ("meer.json", saved(v1="geld")), batch="2")
    assert read.onward.files.files == read.onward.told.lines == []


def test_a_report_stays_while_the_next_sheet_is_made(read: ReviewScreen) -> None:
    press(read.onward.others, "verslag")
    offered = read.onward.files.files
    press(read.onward.next, "verder")
    assert read.onward.ready.lines
    assert read.onward.files.files == offered
    assert offered


def test_the_next_sheet_of_each_client_stays_ready(
    read: ReviewScreen, practice: Practice, saved: Saved
) -> None:
    press(read.onward.next, "verder")
    ready, way = read.onward.ready.lines, read.onward.link.widget.value
    drop(read.incoming.zone, ("bram.json", saved("Bram", v1="geld")), batch="2")
    keys = {client.name: client.key for client in read.desk.clients}
    type_in(read.reading.whose, {"client": keys["Bram"]})
    assert read.onward.ready.lines == []
    assert not is_shown(read.onward.link.widget)
    press(read.onward.next, "verder")
    assert "voor Bram" in read.onward.ready.lines[0]
    type_in(read.reading.whose, {"client": keys["Sanne"]})
    assert (read.onward.ready.lines, read.onward.link.widget.value) == (ready, way)
    assert is_shown(read.onward.link.widget)


def test_a_report_of_two_clients_is_asked_of_whom(read: ReviewScreen, saved: Saved) -> None:
    drop(read.incoming.zone, ("bram.json", saved("Bram", v1="geld")), batch="2")
    press(read.onward.others, "verslag")
    assert "kies bij 2 van wie" in " ".join(read.onward.trouble.lines)
    assert read.onward.files.files == []


def test_a_draft_is_offered_again(read: ReviewScreen, practice: Practice, day: date) -> None:
    fresh = open_screen(practice, day)
    assert [item["title"] for item in fresh.drafts.list.items] == ["Verder met Sanne?"]
    act(fresh.drafts.list, 0, "verder")
    assert sections(fresh) == sections(read)
    assert fresh.drafts.list.items == []
    press(fresh.incoming.fresh, "nieuw")
    assert titles(fresh) == []
    act(fresh.drafts.list, 0, "gooi")
    assert fresh.drafts.list.items == drafts_in(practice) == []


def test_where_nothing_can_be_kept_it_is_told_and_work_goes_on(
    screen: ReviewScreen, practice: Practice, saved: Saved
) -> None:
    in_the_way(practice, "concepten")
    in_the_way(practice, "huiswerk")
    drop(screen.incoming.zone, ("sanne.json", saved(v1="rust")))
    assert "wordt niet bewaard" in screen.unkept.lines[0]
    assert len(sections(screen)) == 1
    press(screen.onward.others, "bewaar")
    press(screen.onward.next, "verder")
    assert screen.onward.trouble.lines
    assert screen.onward.ready.lines == []


def test_without_a_folder_it_says_so(
    tmp_path: Any, monkeypatch: pytest.MonkeyPatch, saved: Saved, day: date
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COACHKIT_PRACTICE", raising=False)
    screen = review(day)
    assert "geen praktijkmap" in screen._top.lines[0]
    drop(screen.incoming.zone, ("sanne.json", saved(v1="rust")))
    assert names(screen.onward.others) == ["verslag"]
    press(screen.onward.next, "verder")
    assert "geen praktijkmap" in screen.onward.trouble.lines[0]


def test_an_error_of_ours_is_no_traceback_and_tells_nothing_of_a_client(
    read: ReviewScreen, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken() -> bytes:
        raise RuntimeError("Sanne wil rust")

    monkeypatch.setattr(read.desk, "report", broken)
    press(read.onward.others, "verslag")
    assert "in coachkit zelf" in read.onward.trouble.lines[0]
    assert "Sanne" not in caplog.text

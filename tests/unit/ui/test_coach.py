"""The coach's screen without a browser: what she does, and what she sees of it."""

from __future__ import annotations

import asyncio
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from coachkit.bank.load import load_bank
from coachkit.desk.preparation import Preparation
from coachkit.errors import ExportError
from coachkit.model import Brief
from coachkit.practice import Practice, Settings
from coachkit.ui.coach import SessionScreen, prepare
from coachkit.ui.coach.wording import at_field, on_screen
from coachkit.ui.parts import Listing
from coachkit.vocabulary import ON_DEMAND, Form
from coachkit.worksheet.values import goal_notes, missing_words

DAY = date(2026, 11, 28)
BANK = load_bank()


def open_screen(folder: Path | None) -> SessionScreen:
    practice = Practice(Settings(name="De Linde", coach="Noor"), folder)
    return SessionScreen(Preparation(BANK, practice, day=DAY))


@pytest.fixture
def screen(tmp_path: Path) -> SessionScreen:
    return open_screen(tmp_path)


def type_in(screen: SessionScreen, **values: Any) -> None:
    """Fill in fields as the browser does."""
    for key, value in values.items():
        screen.client.form._handle_custom_msg({"field": key, "value": value}, [])


def press(part: Any, name: str, **message: Any) -> None:
    """Send what the browser sends when something is pressed."""
    part._handle_custom_msg({"action": name, **message}, [])


def act(listing: Listing, place: int, action: str, value: Any = None) -> None:
    press(listing, action, item=listing.items[place]["id"], value=value)


def titles(screen: SessionScreen) -> list[str]:
    return [item["title"] for item in screen.questions.list.items]


@pytest.fixture
def filled(screen: SessionScreen) -> SessionScreen:
    type_in(screen, naam="Sanne", doel="meer bewegen", fase="beslissing")
    screen.recipes.cards._handle_custom_msg({"choose": "eerste-stap"}, [])
    return screen


def test_an_empty_screen_says_what_to_do(screen: SessionScreen) -> None:
    assert screen.recipes.cards.cards == []
    assert "Vul de naam" in screen.recipes.cards.empty
    assert screen.pages.pages == []
    assert screen.drafts.list.items == []
    for notice in (screen.trouble, screen.unkept, screen.client.trouble):
        assert notice.lines == []


def test_the_whole_way(filled: SessionScreen, tmp_path: Path) -> None:
    assert filled.client.echo.lines == ["Klopt dit: Wat helpt je om meer te bewegen?"]
    assert len(filled.pages.pages) == 3
    assert all(item["details"] for item in filled.questions.list.items)
    press(filled.making.buttons, "maak")
    assert "Klaar" in filled.making.told.lines[0]
    names = [file["name"].rpartition(".")[2] for file in filled.making.files.files]
    assert names == ["pdf", "html", "ics", "eml", "ipynb"]
    assert len(list((tmp_path / "werkbladen").iterdir())) == 5


def test_typing_changes_the_page_and_the_questions(filled: SessionScreen) -> None:
    version, pages = filled.pages.version, filled.pages.pages
    type_in(filled, doel="meer slapen")
    assert filled.pages.version == version + 1
    assert filled.pages.pages != pages


def test_what_changes_nothing_on_the_page_sends_no_page(filled: SessionScreen) -> None:
    version = filled.pages.version
    act(filled.questions.list, 0, "vast")
    assert filled.pages.version == version
    assert "staat vast" in filled.questions.list.items[0]["badges"]


def test_every_action_on_a_question(filled: SessionScreen) -> None:
    questions = filled.questions.list
    for action, value in (
        ("andere", None), ("hoek", None), ("omlaag", None), ("weg", None), ("edit", "Wat nu?"),
        ("move", 2),
    ):  # fmt: skip
        before = titles(filled)
        act(questions, 0, action, value)
        assert titles(filled) != before, action
    press(filled.questions.buttons, "terug")
    press(filled.questions.buttons, "verras")
    press(filled.questions.buttons, "opnieuw")
    assert filled.questions.trouble.lines == []


@pytest.mark.parametrize(
    "message",
    [
        {"item": "weg-is-weg", "action": "andere"},
        {"item": "stap-ladder", "action": "onzin"},
        {"item": "stap-ladder", "action": "move", "value": "x"},
        {"item": "stap-ladder", "action": "edit", "value": None},
        {"item": "stap-ladder"},
        {},
    ],
)
def test_a_strange_message_does_no_harm(filled: SessionScreen, message: dict[str, Any]) -> None:
    before = titles(filled)
    filled.questions.list._handle_custom_msg(message, [])
    assert titles(filled) == before


def test_a_question_is_found_and_added(filled: SessionScreen) -> None:
    press(filled.questions.buttons, "zoek")
    filled.questions.search.values = {"woorden": "moed", "categorie": "", "soort": ""}
    found = filled.questions.found
    assert found.items
    text = found.items[0]["title"]
    act(found, 0, "erbij")
    assert text in titles(filled)
    assert text not in [item["title"] for item in found.items]


def test_what_is_wrong_stands_at_its_field(filled: SessionScreen) -> None:
    pages = filled.pages.pages
    type_in(filled, minuten="veel")
    assert list(filled.client.form.messages) == ["minuten"]
    assert filled.pages.pages == pages
    type_in(filled, minuten="")
    assert filled.client.form.messages == {}


def test_a_goal_that_goes_is_told_and_the_sheet_stays(filled: SessionScreen) -> None:
    pages = filled.pages.pages
    type_in(filled, doel="")
    assert filled.client.behind.lines[0].startswith("Het blad is nog van daarnet: ")
    assert "vul bij stap 1 het doel in" in filled.client.behind.lines[0]
    assert filled.paper.lines == ["Dit is het blad van daarnet. Het gaat verder als stap 1 klopt."]
    assert filled.pages.pages == pages


def test_a_draft_is_offered_again(filled: SessionScreen, tmp_path: Path) -> None:
    act(filled.questions.list, 0, "edit", "Eigen woorden?")
    fresh = open_screen(tmp_path)
    assert [item["title"] for item in fresh.drafts.list.items] == [
        "Verder met Sanne · meer bewegen?"
    ]
    act(fresh.drafts.list, 0, "verder")
    assert titles(fresh) == titles(filled)
    assert fresh.client.form.values == filled.client.form.values
    assert fresh.pages.pages == filled.pages.pages
    press(fresh.client.fresh, "nieuw")
    act(fresh.drafts.list, 0, "gooi")
    assert fresh.drafts.list.items == []


def test_where_drafts_cannot_be_kept_it_is_told_and_work_goes_on(tmp_path: Path) -> None:
    (tmp_path / "concepten").write_text("een bestand")
    screen = open_screen(tmp_path)
    type_in(screen, naam="Sanne")
    assert "lukt niet" in screen.unkept.lines[0]
    press(screen.recipes.buttons, "kies")
    assert screen.pages.pages


def test_files_that_differ_are_replaced_only_when_asked(filled: SessionScreen) -> None:
    press(filled.making.buttons, "maak")
    act(filled.questions.list, 0, "andere")
    press(filled.making.buttons, "maak")
    assert "vervang" in [button["name"] for button in filled.making.buttons.buttons]
    press(filled.making.buttons, "vervang")
    assert "Klaar" in filled.making.told.lines[0]


def test_a_download_gives_the_file_and_nothing_else(filled: SessionScreen) -> None:
    press(filled.making.buttons, "maak")
    sent: list[tuple[Any, Any]] = []
    files = filled.making.files
    files.send = lambda content, buffers=None: sent.append((content, buffers))
    name = files.files[0]["name"]
    for asked in (name, "../geheim", None, 5):
        files._handle_custom_msg({"download": asked}, [])
    ((content, buffers),) = sent
    assert content == {"file": name, "type": "application/pdf"}
    assert buffers[0].startswith(b"%PDF")


def test_a_list_hears_that_a_move_was_dealt_with(filled: SessionScreen) -> None:
    sent: list[Any] = []
    filled.questions.list.send = lambda content, buffers=None: sent.append(content)
    before = titles(filled)
    act(filled.questions.list, 0, "move", 0)
    assert (titles(filled), sent) == (before, [{"moved": True}])
    act(filled.questions.list, 0, "vast")
    assert len(sent) == 1


def test_a_recipe_of_her_own(filled: SessionScreen) -> None:
    filled.keeping.form.values = {"titel": "Mijn avondblad"}
    press(filled.keeping.buttons, "bewaar")
    assert "Bewaard" in filled.keeping.told.lines[0]
    press(filled.recipes.buttons, "meer")
    assert "Mijn avondblad" in [card["title"] for card in filled.recipes.cards.cards]
    press(filled.keeping.buttons, "bewaar")  # the second half of a double click
    assert "Bewaard" in filled.keeping.told.lines[0]
    assert filled.keeping.trouble.lines == []
    filled.keeping.form.values = {"titel": "Mijn avondblad"}
    press(filled.keeping.buttons, "bewaar")
    assert "er is al een werkvorm" in filled.keeping.trouble.lines[0].casefold()


def test_what_to_do_when_the_client_needs_something_else(filled: SessionScreen) -> None:
    told, again = filled.questions.told, filled.questions.buttons
    type_in(filled, fase="actie")
    assert "Met 'Kies opnieuw'" in told.lines[1]
    assert again.buttons[0]["kind"] == "eerst"
    press(again, "opnieuw")
    assert len(told.lines) == 1
    type_in(filled, fase="terugval")
    assert "past nu niet (voor een andere fase: beslissing, actie)" in told.lines[1]
    assert again.buttons[0]["kind"] == "gewoon"
    press(again, "opnieuw")
    assert filled.questions.trouble.lines[0].startswith("Deze werkvorm is niet voor fase")
    type_in(filled, fase="actie")
    assert len(told.lines) == 1


def test_a_recipe_of_fixed_questions_says_that_they_stay(filled: SessionScreen) -> None:
    filled.keeping.form.values = {"titel": "Mijn avondblad"}
    press(filled.keeping.buttons, "bewaar")
    filled.recipes.cards._handle_custom_msg({"choose": "mijn-avondblad"}, [])
    press(filled.questions.buttons, "opnieuw")
    assert "dezelfde vragen" in filled.questions.told.lines[1]
    act(filled.questions.list, 0, "vast")
    assert len(filled.questions.told.lines) == 1


def test_a_recipe_of_her_own_is_thrown_away(filled: SessionScreen) -> None:
    assert filled.keeping.list.items == []
    filled.keeping.form.values = {"titel": "Mijn avondblad"}
    press(filled.keeping.buttons, "bewaar")
    (item,) = filled.keeping.list.items
    assert (item["title"], item["actions"][0]["sure"]) == ("Mijn avondblad", "Ja, gooi weg")
    act(filled.keeping.list, 0, "gooi")
    assert filled.keeping.list.items == []
    assert filled.keeping.told.lines == filled.keeping.trouble.lines == []
    press(filled.recipes.buttons, "meer")
    assert "Mijn avondblad" not in [card["title"] for card in filled.recipes.cards.cards]


def test_a_card_and_the_questions_tell_the_same_time(screen: SessionScreen) -> None:
    type_in(screen, naam="Sanne", doel="meer bewegen", vorige_stap="een rondje lopen")
    press(screen.recipes.buttons, "meer")
    (card,) = [card for card in screen.recipes.cards.cards if card["id"] == "terugblik"]
    screen.recipes.cards._handle_custom_msg({"choose": "terugblik"}, [])
    told = screen.questions.told.lines[0].partition(", ")[2]
    assert card["note"].casefold().endswith(told)


def test_a_recipe_says_when_own_words_do_not_go_along(filled: SessionScreen) -> None:
    filled.keeping.form.values = {"titel": "Mijn avondblad"}
    press(filled.keeping.buttons, "bewaar")
    assert len(filled.keeping.told.lines) == 1
    act(filled.questions.list, 0, "edit", "Alleen voor Sanne?")
    filled.keeping.form.values = {"titel": "Mijn ochtendblad"}
    press(filled.keeping.buttons, "bewaar")
    assert "gaat niet mee" in filled.keeping.told.lines[1]


def test_an_error_of_ours_is_no_traceback_and_tells_nothing_of_a_client(
    filled: SessionScreen, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken() -> None:
        raise RuntimeError("Sanne wil meer bewegen")

    monkeypatch.setattr(filled.desk.choice, "surprise", broken)
    press(filled.questions.buttons, "verras")
    assert "in coachkit zelf" in filled.questions.trouble.lines[0]
    assert "Sanne" not in caplog.text
    assert "RuntimeError" in caplog.text


def test_without_a_folder_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COACHKIT_PRACTICE", raising=False)
    screen = prepare(DAY)
    assert "geen praktijkmap" in screen._top.lines[0]


def test_broken_settings_and_questions_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "vraagbank").mkdir()
    (tmp_path / "vraagbank" / "stuk.yaml").write_text("vragen: [}", encoding="utf-8")
    monkeypatch.setenv("COACHKIT_PRACTICE", str(tmp_path))
    screen = prepare(DAY)
    told, where, *rest = screen._top.lines
    assert "vraagbank klopt iets niet" in told
    assert where.startswith("In vraagbank/stuk.yaml, regel 1: ")
    assert rest == []
    type_in(screen, naam="Sanne")
    press(screen.recipes.buttons, "kies")
    assert screen.pages.pages


def test_what_is_typed_is_kept_before_anything_is_shown(
    screen: SessionScreen, tmp_path: Path
) -> None:
    async def work() -> int:
        type_in(screen, naam="Sanne")
        return len(list((tmp_path / "concepten").glob("*.json")))

    assert asyncio.run(work()) == 1


def test_drafts_stay_where_they_are_while_someone_types(
    filled: SessionScreen, tmp_path: Path
) -> None:
    fresh = open_screen(tmp_path)
    before = fresh.drafts.list.items
    assert len(before) == 1
    type_in(fresh, naam="Bram")
    assert fresh.drafts.list.items == before
    press(fresh.recipes.buttons, "kies")
    assert fresh.drafts.list.items == []
    press(fresh.client.fresh, "nieuw")
    assert len(fresh.drafts.list.items) == 2
    type_in(fresh, naam="Kim")
    act(fresh.drafts.list, 0, "gooi")
    assert [item["title"] for item in fresh.drafts.list.items] == [
        "Verder met Sanne · meer bewegen?"
    ]


def test_a_goal_about_death_is_told_with_care(filled: SessionScreen) -> None:
    type_in(filled, doel="ik wil dood")
    lines = " ".join(filled.client.echo.lines)
    assert "0800-0113" in lines
    assert "112" in lines
    assert "De weg wijzen" in lines
    assert filled.client.echo.level == "waarschuwing"
    type_in(filled, doel="meer bewegen")
    assert filled.client.echo.lines == ["Klopt dit: Wat helpt je om meer te bewegen?"]


def test_a_question_that_is_added_says_where_it_went(filled: SessionScreen) -> None:
    press(filled.questions.buttons, "zoek")
    before = [item["id"] for item in filled.questions.list.items]
    chosen = filled.questions.found.items[0]["id"]
    press(filled.questions.found, "erbij", item=chosen)
    after = [item["id"] for item in filled.questions.list.items]
    (place,) = [i for i, id_ in enumerate(after, 1) if id_ not in before]
    assert filled.questions.found_told.lines[0] == f"Die staat nu op het blad, als vraag {place}."


def test_another_client_sees_no_picture_of_the_one_before(filled: SessionScreen) -> None:
    filled.recipes.cards.picture("eerste-stap", "<svg/>")
    press(filled.client.fresh, "nieuw")
    assert filled.recipes.cards._pictures == {}


def test_the_previous_time_is_open_when_something_stands_there(filled: SessionScreen) -> None:
    assert not any(group["open"] for group in filled.client.more.fields)
    type_in(filled, vorige_stap="een rondje lopen")
    filled.fill()
    assert [group["open"] for group in filled.client.more.fields] == [False, True, False]


def test_without_a_name_no_sheet_is_made(filled: SessionScreen, tmp_path: Path) -> None:
    type_in(filled, naam="")
    assert "naam" in filled.client.form.messages
    press(filled.making.buttons, "maak")
    assert "naam van je cliënt" in filled.making.trouble.lines[0]
    assert filled.making.files.files == []
    assert not (tmp_path / "werkbladen").exists()


def test_a_recipe_that_does_not_suit_says_why(filled: SessionScreen) -> None:
    press(filled.recipes.buttons, "meer")
    chosen = filled.recipes.cards.chosen
    unfit = next(card["id"] for card in filled.recipes.cards.cards if card["off"])
    filled.recipes.cards._handle_custom_msg({"choose": unfit}, [])
    assert "past nu niet" in filled.recipes.trouble.lines[0]
    assert filled.recipes.cards.chosen == chosen
    act(filled.questions.list, 0, "andere")
    assert filled.recipes.trouble.lines == []


def test_with_broken_settings_work_is_kept_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "praktijk.yaml").write_text("naam: [", encoding="utf-8")
    monkeypatch.setenv("COACHKIT_PRACTICE", str(tmp_path))
    screen = prepare(DAY)
    assert "instellingen" in screen._top.lines[0]
    type_in(screen, naam="Sanne")
    assert prepare(DAY).drafts.list.items


def test_a_message_points_to_a_field_of_the_screen() -> None:
    brief = Brief(naam="Sanne", doel="de kat van de buren", doel_te="je kat te aaien")
    told = [
        missing_words("doel.te"),
        missing_words("coach"),
        missing_words("vorige.stap"),
        *goal_notes(brief, Form.FORMAL),
        *goal_notes(Brief(naam="Sanne", doel="de kat van de buren"), Form.INFORMAL),
    ]
    assert len(told) == 6
    for message in told:
        assert on_screen(message) != message
        assert not re.search("briefing|doel_|--after|vorige_", on_screen(message))


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (
            "'minuten' moet een heel getal zijn; schrijf alleen cijfers",
            "Hoeveel minuten mag het kosten? Vul een heel getal in.",
        ),
        (
            "'minuten' is te groot; neem hooguit 240",
            "Hoeveel minuten mag het kosten? Vul hooguit 240 in.",
        ),
        (
            "de werkvorm 'eerste-stap' noemt het doel (in 'inleiding'), en dat staat niet in de "
            "briefing; vul 'doel' in (en 'doel_te' en 'doel_nominaal' als je die weet)",
            "Deze werkvorm noemt het doel, en dat is niet ingevuld; vul bij stap 1 het doel in.",
        ),
        (
            "komt alleen waar een werkvorm om het label andere-invalshoek vraagt",
            "Komt alleen met 'Andere invalshoek'.",
        ),
        (
            "noemt iets wat niet is ingevuld (doel.citaat, doel.te, vorige.stap)",
            "Noemt iets wat niet is ingevuld (het doel en de vorige stap).",
        ),
        (
            "de vaste vraag 'stap-klein' noemt doel.te; vul dat in de briefing in",
            "Een vaste vraag noemt het doel; vul dat bij stap 1 in.",
        ),
        ("de vraag 'stap-klein' staat al op het blad", "Deze vraag staat al op het blad."),
        ("is voor een andere situatie (durft-niet)", "Is voor een andere situatie (durft niet)."),
        ("zet er ■ voor: 😀 (U+1F600); schrijf", "Zet er ■ voor: 😀; schrijf."),
        (
            "'kenmerk' is te lang; maak het korter",
            "'Kenmerk van je cliënt' is te lang; maak het korter.",
        ),
    ],
)
def test_a_message_has_no_words_of_the_computer(told: str, words: str) -> None:
    assert at_field(told) == words


def test_every_label_that_is_asked_for_is_a_button() -> None:
    for label in ON_DEMAND:
        told = on_screen(f"komt alleen waar een werkvorm om het label {label} vraagt")
        assert label not in told


def test_what_is_wrong_with_a_field_says_its_label(screen: SessionScreen) -> None:
    type_in(screen, naam="Sanne", minuten="veel")
    told = screen.client.form.messages["minuten"]
    assert told == "Hoeveel minuten mag het kosten? Vul een heel getal in."


def test_without_a_coach_the_screen_says_where_to_name_one(tmp_path: Path) -> None:
    screen = SessionScreen(Preparation(BANK, Practice(folder=tmp_path), day=DAY))
    type_in(screen, naam="Sanne", doel="meer bewegen")
    press(screen.recipes.buttons, "kies")
    press(screen.making.buttons, "maak")
    assert any("in wie het blad ondertekent" in line for line in screen.making.told.lines)


def test_a_practice_folder_that_moved_away_is_not_made_anew(tmp_path: Path) -> None:
    folder = tmp_path / "praktijk"
    folder.mkdir()
    screen = open_screen(folder)
    folder.rename(tmp_path / "elders")
    type_in(screen, naam="Sanne", doel="meer bewegen")
    assert "is er niet meer" in screen.unkept.lines[0]
    press(screen.recipes.buttons, "kies")
    press(screen.making.buttons, "maak")
    assert any("is er niet meer" in line for line in screen.making.told.lines)
    assert screen.making.files.files
    screen.keeping.form.values = {"titel": "Mijn vorm"}
    press(screen.keeping.buttons, "bewaar")
    assert "is er niet meer" in screen.keeping.trouble.lines[0]
    assert not folder.exists()


def test_letters_that_the_page_lacks_are_told_beside_it(filled: SessionScreen) -> None:
    assert filled.paper.lines == []
    type_in(filled, naam="Sanne 🦄")
    assert len(filled.paper.lines) == 1
    type_in(filled, naam="Sanne")
    assert filled.paper.lines == []


def test_another_password_takes_open_files_away(filled: SessionScreen) -> None:
    press(filled.making.buttons, "maak")
    assert filled.making.files.files
    filled.making.password.values = {"wachtwoord": "appelboom in bloei"}
    assert filled.making.files.files == []
    assert "opnieuw" in filled.making.told.lines[0]


def test_work_is_kept_though_it_cannot_be_shown(
    screen: SessionScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> None:
        raise RuntimeError("geheim van de cliënt")

    monkeypatch.setattr(screen.client, "refresh", broken)
    type_in(screen, naam="Sanne", doel="meer bewegen")
    assert [kept.title for kept in screen.desk.kept()] == ["Sanne · meer bewegen"]
    assert "ligt niet aan jou" in screen.faults.lines[0]


def test_what_cannot_be_shown_is_told_as_long_as_it_is_so(
    filled: SessionScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    def too_much(*_: object) -> None:
        raise ExportError("het blad past niet; haal een vraag weg")

    with monkeypatch.context() as patched:
        patched.setattr(filled.desk, "pages", too_much)
        patched.setattr(filled.making, "refresh", too_much)
        press(filled.questions.buttons, "verras")
        assert filled.paper.lines == ["Het blad past niet; haal een vraag weg."]
        assert filled.faults.lines == ["Het blad past niet; haal een vraag weg."]
    press(filled.questions.buttons, "terug")
    assert filled.paper.lines == filled.faults.lines == []


def test_what_is_told_of_one_draft_is_not_told_of_another(
    screen: SessionScreen, tmp_path: Path
) -> None:
    type_in(screen, naam="Bram")
    press(screen.client.fresh, "nieuw")
    type_in(screen, naam="Sanne")
    (draft,) = [kept for kept in screen.desk.kept() if kept.title == "Sanne"]
    other = open_screen(tmp_path)
    other.desk.take_up(draft.name)
    type_in(other, doel="meer bewegen")
    type_in(screen, doel="meer slapen")
    assert "ander tabblad" in screen.unkept.lines[0]
    press(screen.client.fresh, "nieuw")
    offered = [item["title"] for item in screen.drafts.list.items]
    act(screen.drafts.list, offered.index("Verder met Bram?"), "verder")
    type_in(screen, doel="meer rust")
    assert screen.unkept.lines == []


def test_a_sheet_without_a_client_is_still_kept(filled: SessionScreen) -> None:
    type_in(filled, **dict.fromkeys(filled.client.form.values, ""))
    assert len(filled.desk.kept()) == 1
    assert filled.client.fresh.buttons
    assert filled.drafts.list.items == []


def test_someone_who_types_is_answered_once(screen: SessionScreen) -> None:
    turns: list[str] = []
    screen.refresh = lambda: turns.append("refresh")  # type: ignore[method-assign]

    async def work() -> None:
        for letters in ("S", "Sa", "San"):
            type_in(screen, naam=letters)
        assert turns == []
        await asyncio.sleep(0.1)

    asyncio.run(work())
    assert turns == ["refresh"]
    assert screen.desk.client.values["naam"] == "San"


def test_a_mistake_in_step_1_is_not_taken_for_a_missing_name(screen: SessionScreen) -> None:
    assert "Vul de naam" in screen.recipes.cards.empty
    type_in(screen, naam="Sanne", minuten="veel")
    assert "klopt iets niet" in screen.recipes.cards.empty

"""The screen of an invitation without a browser."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from coachkit.bank.load import load_bank
from coachkit.desk.invitation import Invitation
from coachkit.practice import Practice, Settings
from coachkit.ui.invitation import InvitationScreen, invite

DAY = date(2027, 1, 10)
BANK = load_bank()
FACTS = {
    "training": "Van knikken naar kiezen",
    "voor_wie": "woonbegeleiders",
    "last": "Hij knikt, en hij schrijft de dag op. Op dinsdag zit jij er alleen.",
    "wens": "Het scheelt veel als iemand zelf kiest.",
    "na_afloop": "een keuze van drie aanbieden\neen nacht bedenktijd geven",
    "dagen": "3 juni 2027\n17 juni 2027",
    "tijd": "9.00-12.30 uur",
    "plaats": "Utrecht",
    "prijs": "240 euro zonder btw, met werkboek",
    "aanmelden": "info@kiezen.example",
}
SHEET = """\
training: Van knikken naar kiezen
voor_wie: woonbegeleiders
aanspreekvorm: je
dagen: [2027-06-03]
kleur: blauw
"""


def open_screen(folder: Path | None) -> InvitationScreen:
    practice = Practice(Settings(name="De Linde", coach="Noor"), folder)
    return InvitationScreen(Invitation(BANK, practice, DAY))


def press(part: Any, name: str, **message: Any) -> None:
    part._handle_custom_msg({"action": name, **message}, [])


def type_in(screen: InvitationScreen, **values: str) -> None:
    for key, value in values.items():
        screen.facts.form.values = {**screen.facts.form.values, key: value}


@pytest.fixture
def screen(tmp_path: Path) -> InvitationScreen:
    return open_screen(tmp_path)


@pytest.fixture
def filled(screen: InvitationScreen) -> InvitationScreen:
    type_in(screen, **FACTS)
    return screen


def notices(screen: InvitationScreen) -> list[str]:
    parts = (screen, screen.facts, screen.sheet, screen.text)
    return [*screen.unkept.lines, *(line for part in parts for line in part.trouble.lines)]


def test_a_text_that_is_refused_says_so_until_it_is_mended(filled: InvitationScreen) -> None:
    type_in(filled, training="x" * 6000)
    type_in(filled, plaats="Zwolle")
    told = filled.facts.form.messages["training"]
    assert "meer dan 5000 letters" in told
    assert "doet nog niet mee" in told
    assert FACTS["training"] in filled.text.text.text
    type_in(filled, training="Rust in je week")
    assert filled.facts.form.messages == {}
    assert "Rust in je week" in filled.text.text.text


def test_what_is_wrong_is_told_at_once_at_its_field(screen: InvitationScreen) -> None:
    type_in(screen, prijs="normaal 495, nu 195", tijd="25.00-12.00 uur", aanmelden_tot="1-1-2031")
    assert screen.facts.form.messages.keys() == {"prijs", "tijd"}
    type_in(screen, dagen="geen idee", training="x" * 200)
    assert screen.facts.form.messages.keys() == {"prijs", "tijd", "dagen", "training"}
    type_in(screen, prijs="195 euro met btw", tijd="9.00-12.00 uur", dagen="", training="")
    assert screen.facts.form.messages.keys() == {"dagen", "training"}  # emptied


def test_an_empty_screen_says_what_it_needs(screen: InvitationScreen) -> None:
    assert "Nog nodig: training, voor wie, last" in screen.text.text.empty
    assert screen.facts.form.messages == {}
    assert screen.text.files.files == []
    assert notices(screen) == []


def test_the_whole_way(filled: InvitationScreen, tmp_path: Path) -> None:
    assert "Van knikken naar kiezen" in filled.text.text.text
    assert "woorden." in filled.text.told.lines[0]
    assert (filled.text.text.headed, filled.text.text.copy) == (True, "Kopieer de tekst")
    names = [file["name"].rpartition(".")[2] for file in filled.text.files.files]
    assert names == ["txt", "md"]
    press(filled.text.buttons, "txt")
    press(filled.text.buttons, "md")
    found = sorted(path.suffix for path in (tmp_path / "uitnodigingen").iterdir())
    assert found == [".md", ".txt"]
    assert "Bewaard" in filled.text.saved.lines[0]
    assert notices(filled) == []


def test_that_it_is_saved_goes_when_the_text_changes(filled: InvitationScreen) -> None:
    press(filled.text.buttons, "txt")
    assert "Bewaard" in filled.text.saved.lines[0]
    type_in(filled, plaats="Zwolle")
    assert filled.text.saved.lines == []
    type_in(filled, plaats="Utrecht")
    assert filled.text.saved.lines == []


def test_what_is_wrong_stands_at_its_field_and_the_text_stays(filled: InvitationScreen) -> None:
    text = filled.text.text.text
    type_in(filled, dagen="morgen")
    assert list(filled.facts.form.messages) == ["dagen"]
    assert (filled.text.text.text, filled.text.text.copy) == (text, "")
    assert "daarnet" in filled.text.told.lines[0]
    assert filled.text.told.lines[0].endswith("als dit er staat en klopt: Dagen.")
    assert filled.text.files.files == []
    type_in(filled, dagen="3 juni 2027")
    assert filled.facts.form.messages == {}
    assert filled.text.text.text != text


def test_a_fact_that_is_emptied_is_asked_for_at_its_field(filled: InvitationScreen) -> None:
    type_in(filled, plaats="")
    assert filled.facts.form.messages == {"plaats": "Dit is nog nodig voor je uitnodiging."}
    press(filled.facts.fresh, "nieuw")
    assert filled.facts.form.messages == {}


def test_a_sheet_of_the_practice_is_opened(screen: InvitationScreen, tmp_path: Path) -> None:
    (tmp_path / "feiten.yaml").write_text(SHEET, encoding="utf-8")
    (tmp_path / "praktijk.yaml").write_text("naam: De Linde\n", encoding="utf-8")
    press(screen.sheet.buttons, "open")
    assert [item["title"] for item in screen.sheet.list.items] == ["feiten.yaml"]
    press(screen.sheet.list, "open", item="0")
    assert screen.facts.form.values["training"] == "Van knikken naar kiezen"
    assert any("'kleur'" in line for line in screen.sheet.told.lines)
    (tmp_path / "feiten.yaml").unlink()
    press(screen.sheet.list, "open", item="0")
    assert "niet te lezen" in screen.sheet.trouble.lines[0]


def test_a_sheet_is_pasted(filled: InvitationScreen) -> None:
    filled.sheet.form.values = {"blad": "onzin: ["}
    press(filled.sheet.take, "neem")
    assert filled.sheet.trouble.lines
    assert filled.facts.form.values["plaats"] == "Utrecht"
    filled.sheet.form.values = {"blad": SHEET}
    press(filled.sheet.take, "neem")
    assert filled.sheet.trouble.lines == []
    assert filled.facts.form.values["plaats"] == ""


def test_a_broken_sheet_is_told_with_its_line_and_its_own_name(
    screen: InvitationScreen, tmp_path: Path
) -> None:
    (tmp_path / "stuk.yaml").write_text("training: x\nnaam: [\n", encoding="utf-8")
    press(screen.sheet.buttons, "open")
    press(screen.sheet.list, "open", item="0")
    (told,) = screen.sheet.trouble.lines
    assert told.startswith("In stuk.yaml, regel 3: een haakje")
    assert told.endswith("aanhalingstekens.")


def test_the_proposal_with_u_is_taken_over_with_a_button(filled: InvitationScreen) -> None:
    type_in(filled, aanspreekvorm="u", last="Je belt weer. Niemand neemt op.")
    assert list(filled.facts.form.offers) == ["last"]
    offer = filled.facts.form.offers["last"]
    assert offer["text"] == "Voorstel: U belt weer. Niemand neemt op."
    assert [action["label"] for action in offer["actions"]] == ["Neem over"]
    assert '."' not in filled.facts.form.messages["last"]
    press(filled.facts.form, "neem", key="last")
    assert filled.facts.form.values["last"] == "U belt weer. Niemand neemt op."
    assert filled.facts.form.offers == {}
    assert filled.text.text.text.startswith("U belt weer\n")
    press(filled.facts.form, "neem", key="onzin")
    press(filled.facts.form, "neem", key="plaats")
    assert filled.facts.form.values["plaats"] == "Utrecht"


def test_a_new_invitation_begins_in_its_first_field(
    filled: InvitationScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[object] = []
    monkeypatch.setattr(filled.facts.form, "send", sent.append)
    press(filled.facts.fresh, "nieuw")
    assert {"focus": "training"} in sent


def test_a_draft_is_offered_again(filled: InvitationScreen, tmp_path: Path) -> None:
    fresh = open_screen(tmp_path)
    assert [i["title"] for i in fresh.drafts.list.items] == ["Verder met Van knikken naar kiezen?"]
    name = fresh.drafts.list.items[0]["id"]
    press(fresh.drafts.list, "verder", item=name)
    assert fresh.facts.form.values == filled.facts.form.values
    assert fresh.text.text.text == filled.text.text.text
    press(fresh.facts.fresh, "nieuw")
    assert fresh.text.text.text == ""
    press(fresh.drafts.list, "gooi", item=name)
    assert fresh.drafts.list.items == []


def test_where_drafts_cannot_be_kept_it_is_told(tmp_path: Path) -> None:
    (tmp_path / "concepten").write_text("een bestand")
    screen = open_screen(tmp_path)
    type_in(screen, **FACTS)
    assert "niet bewaard" in screen.unkept.lines[0]
    assert screen.text.text.text


def test_without_a_folder_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COACHKIT_PRACTICE", raising=False)
    screen = invite(DAY)
    type_in(screen, **FACTS)
    assert "geen praktijkmap" in screen._top.lines[0]
    assert screen.text.buttons.buttons == []
    assert screen.text.files.files
    assert notices(screen) == []


@pytest.mark.parametrize(
    "absurd", ["<img src=x onerror=alert(1)>", "{{ 7 * 7 }}", "x" * 30_000, "\ud800\u202e\x00"]
)
def test_absurd_words_do_no_harm(screen: InvitationScreen, absurd: str) -> None:
    type_in(screen, **dict.fromkeys(FACTS, absurd))
    screen.sheet.form.values = {"blad": absurd}
    press(screen.sheet.take, "neem")
    assert not any("coachkit zelf" in line for line in notices(screen))


@pytest.mark.parametrize("message", [{"item": "9"}, {"action": "onzin"}, {}])
def test_a_strange_message_does_no_harm(filled: InvitationScreen, message: dict[str, Any]) -> None:
    text = filled.text.text.text
    for part in (filled.sheet.list, filled.text.buttons, filled.facts.form):
        part._handle_custom_msg({"item": "x", **message}, [])
    assert filled.text.text.text == text

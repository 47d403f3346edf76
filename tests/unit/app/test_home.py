"""The first screen: only what is there, and where things are kept."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from coachkit.app import folder
from coachkit.app.folder import FOLDERS
from coachkit.app.home import CARDS, home
from coachkit.app.workbooks import WORKBOOKS
from coachkit.errors import FileError
from coachkit.practice import ENVIRONMENT, NOT_KEPT


@pytest.fixture(autouse=True)
def _nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(ENVIRONMENT, raising=False)
    monkeypatch.delenv(NOT_KEPT, raising=False)
    monkeypatch.chdir(tmp_path)


def shown(place: Path | None = None) -> str:
    return str(home(place).data)


def links(page: str) -> list[str]:
    return re.findall(r'href="([^"]*)"', page)


def test_only_workbooks_that_are_there_have_a_card(tmp_path: Path) -> None:
    for name in ("start", "terugblik", "uitnodiging", "werkblad-maken"):
        (tmp_path / f"{name}.ipynb").touch()
    assert links(shown()) == ["terugblik.ipynb", "uitnodiging.ipynb"]


def test_all_cards_have_a_picture_and_stay_in_this_tab(tmp_path: Path) -> None:
    for card in CARDS:
        (tmp_path / card.link).touch()
    page = shown(tmp_path)
    assert links(page) == [card.link for card in CARDS]
    assert page.count('aria-hidden="true"><') == len(CARDS)
    assert "target=" not in page


def test_other_notebooks_of_the_coach_are_named_with_care(tmp_path: Path) -> None:
    (tmp_path / "terugblik-nieuw.ipynb").touch()
    (tmp_path / "van <b>mij<b> #1.ipynb").touch()
    page = shown()
    assert links(page) == ["terugblik-nieuw.ipynb", "van%20%3Cb%3Emij%3Cb%3E%20%231.ipynb"]
    assert "<b>" not in page


def test_an_empty_folder_says_what_to_do() -> None:
    assert "Er staan hier nog geen werkboeken" in shown()


def test_it_says_where_things_are_and_whose(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "praktijk.yaml").write_text('naam: "Linde & <Zn>"\n', encoding="utf-8")
    monkeypatch.setenv(ENVIRONMENT, str(tmp_path))
    page = shown()
    assert "<h2>Linde &amp; &lt;Zn&gt;</h2>" in page
    assert str(tmp_path) in unescape(page)


def test_it_says_what_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(NOT_KEPT, "in /x kan coachkit niets bewaren")
    page = shown()
    assert "Er wordt niets bewaard.</strong> In /x kan coachkit niets bewaren." in page
    assert "Alles blijft" not in page


def test_it_says_so_when_nothing_can_be_kept_any_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **_more: object) -> None:
        raise FileError("de schijf is vol")

    monkeypatch.setenv(ENVIRONMENT, str(tmp_path))
    monkeypatch.setenv(NOT_KEPT, "")
    assert "niets bewaard" not in shown()
    assert list(tmp_path.iterdir()) == []
    monkeypatch.setattr(folder, "write_files", full)
    assert "Er wordt niets bewaard." in shown()
    assert "de schijf is vol" in shown()


def test_a_folder_that_is_gone_is_told_as_such(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(ENVIRONMENT, str(tmp_path / "weg"))
    monkeypatch.setenv(NOT_KEPT, "")
    page = shown()
    assert "coachkit kan niet in je praktijkmap.</strong>" in page
    assert "zet haar terug op haar plaats, of start coachkit opnieuw" in page
    assert not re.search("praktijk.yaml|--practice|COACHKIT_", page)


def test_all_folders_of_the_practice_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(ENVIRONMENT, str(tmp_path))
    named = set(re.findall("<dt>([a-z]+)</dt>", shown()))
    assert named == {name.partition("/")[0] for name in FOLDERS} - {WORKBOOKS}


def test_settings_that_are_wrong_are_told_and_the_rest_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "praktijk.yaml").write_text("kleur: paars\n", encoding="utf-8")
    (tmp_path / "terugblik.ipynb").touch()
    monkeypatch.setenv(ENVIRONMENT, str(tmp_path))
    page = shown()
    assert "In praktijk.yaml klopt iets niet." in page
    assert "laad deze bladzijde opnieuw" in page
    assert "praktijk.yaml:1:" in page
    assert links(page) == ["terugblik.ipynb"]


def test_the_card_for_questions_promises_no_recipes() -> None:
    (card,) = [card for card in CARDS if card.name == "vragen-schrijven"]
    assert card.text == "Maak eigen vragen, met hulp terwijl je typt."

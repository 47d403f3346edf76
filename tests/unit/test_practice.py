"""A coach's own folder: settings, logo, help line, and briefs."""

from __future__ import annotations

import base64
import errno
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from coachkit import practice as module
from coachkit.errors import InputError
from coachkit.model import House
from coachkit.practice import (
    HELP_LINE,
    HELP_LINE_FORMAL,
    NO_FOLDER,
    NOT_KEPT,
    Practice,
    find_practice,
    load_brief,
    load_practice,
    read_logo,
)
from coachkit.vocabulary import Form

PNG = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + b"\0\0\0\x03\0\0\0\x02" + b"\x08\2\0\0\0"
JPEG = b"\xff\xd8\xff\xc0\x00\x11\x08\x00\x02\x00\x03" + b"\x03\x01\x22\x00" * 3

FULL = """\
naam: Praktijk De Linde
coach: Noor
contact: noor@example.org
logo: logo.png
kleur: "#334455"
voettekst: Vertrouwelijk
aanspreekvorm: u
hulplijn: Bel je coach.
hulplijn_u: Bel uw coach.
"""


@pytest.fixture(autouse=True)
def _empty_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in a folder without settings."""
    (tmp_path / "hier").mkdir()
    monkeypatch.chdir(tmp_path / "hier")
    monkeypatch.delenv("COACHKIT_PRACTICE", raising=False)


def settings_file(folder: Path, text: str = FULL) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "praktijk.yaml").write_text(text, encoding="utf-8")
    (folder / "logo.png").write_bytes(PNG)
    return folder


def told(folder: Path, text: str) -> list[str]:
    settings_file(folder, text)
    with pytest.raises(InputError) as caught:
        load_practice(folder)
    assert all(problem.path.endswith("praktijk.yaml") for problem in caught.value.problems)
    return [str(problem).split("praktijk.yaml")[1] for problem in caught.value.problems]


def test_all_settings_are_read(tmp_path: Path) -> None:
    practice = load_practice(settings_file(tmp_path))
    assert practice.settings.coach == "Noor"
    assert practice.settings.form is Form.FORMAL
    house = practice.house
    assert (house.name, house.contact, house.footer, house.accent) == (
        "Praktijk De Linde",
        "noor@example.org",
        "Vertrouwelijk",
        "#334455",
    )
    assert house.logo is not None
    assert house.logo.media_type == "image/png"
    assert base64.b64decode(house.logo.data) == PNG


def test_a_folder_without_settings_is_a_practice_too(tmp_path: Path) -> None:
    practice = load_practice(tmp_path)
    assert practice.folder == tmp_path
    assert practice.house == House() == Practice().house


def test_the_own_bank_is_there_only_when_its_folder_is(tmp_path: Path) -> None:
    assert Practice().bank_folder is None
    assert load_practice(tmp_path).bank_folder is None
    (tmp_path / "vraagbank").mkdir()
    assert load_practice(tmp_path).bank_folder == tmp_path / "vraagbank"


# Where a practice is found


def test_the_folder_that_is_named_goes_before_the_environment_and_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, there, named = (
        settings_file(tmp_path / name, f"naam: {name}\n") for name in ("hier", "daar", "genoemd")
    )
    assert find_practice().settings.name == "hier"
    assert find_practice().folder == here
    monkeypatch.setenv("COACHKIT_PRACTICE", str(there))
    assert find_practice().settings.name == "daar"
    assert find_practice(named).settings.name == "genoemd"


def test_without_any_of_them_there_is_an_empty_practice() -> None:
    assert find_practice() == Practice()


def test_in_the_app_a_folder_that_is_gone_is_told_to_a_coach(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COACHKIT_PRACTICE", str(tmp_path / "weg"))
    monkeypatch.setenv(NOT_KEPT, "")
    with pytest.raises(InputError) as caught:
        find_practice()
    (problem,) = caught.value.problems
    assert problem.rule == NO_FOLDER
    assert "weg: deze praktijkmap is er niet meer; zet haar terug op haar plaats" in str(problem)
    assert not re.search("--|COACHKIT_", str(problem))


def test_a_current_folder_that_is_gone_is_no_practice(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone() -> Path:
        raise FileNotFoundError(errno.ENOENT, "gone")

    monkeypatch.setattr(Path, "cwd", gone)
    assert find_practice() == Practice()


# A folder that is closed to us

CLOSED = """
import os, sys
from coachkit.app.folder import open_place
from coachkit.app.home import home
from coachkit.bank.load import load_bank
from coachkit.desk.shelf import shelved_sheets
from coachkit.practice import ENVIRONMENT, InputError, Path, Practice, find_practice

folder = Path(sys.argv[1])
home()  # what is imported late, must be there before we are somebody else
load_bank()
if os.getuid() == 0:
    os.setuid(65534)
try:
    find_practice(folder)
except InputError as error:
    print(error)
own = Practice(folder=folder)
print(own.bank_folder, bool(load_bank(own, lenient=True).questions), shelved_sheets(own))
place = open_place(folder)
print(bool(place.not_kept), repr(place.environment()[ENVIRONMENT]))
os.environ[ENVIRONMENT] = str(folder)
print("coachkit kan niet in je praktijkmap." in home().data)
"""


@pytest.mark.skipif(os.name == "nt", reason="there are no such rights")
@pytest.mark.parametrize("part", [".", "vraagbank"])
def test_a_folder_that_may_not_be_entered_is_told_and_the_rest_works(
    part: str,
) -> None:
    with tempfile.TemporaryDirectory() as made:  # the folders of pytest are closed to others
        Path(made).chmod(0o755)
        folder = settings_file(Path(made) / "praktijk")
        (folder / "vraagbank").mkdir()
        folder.chmod(0o777)
        (folder / part).chmod(0)
        words = [sys.executable, "-c", CLOSED, str(folder)]
        ran = subprocess.run(
            words, capture_output=True, text=True, timeout=60, check=False, cwd=made
        )
        (folder / part).chmod(0o700)
    told = f"{folder / part}: coachkit mag niet in deze map kijken; kijk naar de rechten van de map"
    assert ran.stdout.splitlines()[:2] == [told, "None True []"], ran.stderr
    named = "" if part == "." else str(folder)
    assert ran.stdout.splitlines()[2:] == [f"True {named!r}", "True"], ran.stderr


def test_settings_that_may_not_be_looked_at_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, really = settings_file(tmp_path / "praktijk"), Path.stat

    def refuse(self: Path, **more: bool) -> os.stat_result:
        if self.name == "praktijk.yaml":
            raise PermissionError(errno.EACCES, "no")
        return really(self, **more)

    monkeypatch.setattr(Path, "stat", refuse)
    with pytest.raises(InputError, match=r"dit bestand is niet te lezen \(je mag er niet bij\)"):
        load_practice(folder)


@pytest.mark.parametrize("by_environment", [False, True])
def test_a_folder_that_is_not_there_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, by_environment: bool
) -> None:
    gone = tmp_path / "weg"
    if by_environment:
        monkeypatch.setenv("COACHKIT_PRACTICE", str(gone))
    with pytest.raises(InputError, match="weg: deze praktijkmap bestaat niet; kijk naar --pract"):
        find_practice(None if by_environment else gone)


# What is wrong with settings


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("naamm: x\n", [":1:8: de sleutel 'naamm' is onbekend; bedoel je 'naam'?"]),
        (
            "naam: x\nkleur: groen\n",
            [
                ":2:8: 'kleur' heeft een vorm die niet kan ('groen'); schrijf een kleur als "
                '"#1f6b66", tussen aanhalingstekens'
            ],
        ),
        (
            "naam: x\nkleur: #334455\n",
            [":2:1: 'kleur' is leeg; zet een kleur tussen aanhalingstekens: \"#1f6b66\""],
        ),
        (
            "logo: weg.png\n",
            [":1:7: 'logo': weg.png staat niet in de praktijkmap; kijk naar de bestandsnaam"],
        ),
        (
            "hulplijn: Bel je coach.\n",
            [":1:11: 'hulplijn_u' ontbreekt; schrijf 'hulplijn' ook in de u-vorm"],
        ),
        (
            "logo: weg.png\nhulplijn: Bel je coach.\n",
            [
                ":2:11: 'hulplijn_u' ontbreekt; schrijf 'hulplijn' ook in de u-vorm",
                ":1:7: 'logo': weg.png staat niet in de praktijkmap; kijk naar de bestandsnaam",
            ],
        ),
        (
            "- naam\n",
            [":1:1: het bestand moet sleutels hebben, niet '['naam']'; schrijf sleutel: waarde"],
        ),
        ("naam: [x\n", None),
    ],
)
def test_what_is_wrong_is_told_with_its_place(
    tmp_path: Path, text: str, problems: list[str] | None
) -> None:
    found = told(tmp_path, text)
    assert found == problems if problems is not None else len(found) == 1


# The logo


@pytest.mark.parametrize(
    ("start", "media_type"),
    [
        (PNG, "image/png"),
        (JPEG, "image/jpeg"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml"),
        (b"\xef\xbb\xbf\n <?xml version='1.0'?><svg/>", "image/svg+xml"),
    ],
)
def test_a_logo_is_known_by_its_first_bytes(tmp_path: Path, start: bytes, media_type: str) -> None:
    (tmp_path / "logo").write_bytes(start)
    assert read_logo(tmp_path / "logo").media_type == media_type


@pytest.mark.parametrize("data", [b"GIF89a", b"", b"\x89PNG", b"svg"])
def test_a_logo_that_is_no_picture_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "logo.png").write_bytes(data)
    with pytest.raises(ValueError, match="geen png, jpeg of svg"):
        read_logo(tmp_path / "logo.png")


def test_a_logo_that_is_too_large_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "logo.png"
    with path.open("wb") as file:
        file.write(PNG)
        file.truncate(2_000_001)
    with pytest.raises(ValueError, match="te groot; neem een plaatje van hooguit 2 MB"):
        read_logo(path)


@pytest.mark.parametrize("name", ["x" * 300 + ".png", "map"])
def test_a_logo_that_cannot_be_read_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / "map").mkdir()
    with pytest.raises(ValueError, match="; kijk naar de bestandsnaam"):
        read_logo(tmp_path / name)


def test_a_logo_that_may_not_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "logo.png").write_bytes(PNG)
    monkeypatch.setattr(module.Path, "read_bytes", refuse)
    with pytest.raises(ValueError, match="Permission denied"):
        read_logo(tmp_path / "logo.png")


@pytest.mark.parametrize("name", ["../logo.png", "/etc/logo.png"])
def test_a_logo_outside_the_folder_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "logo.png").write_bytes(PNG)
    own = settings_file(tmp_path / "eigen", f"logo: {name}\n")
    with pytest.raises(InputError, match="staat buiten de praktijkmap; zet het logo in"):
        load_practice(own)


# The help line


@pytest.mark.parametrize(
    ("text", "informal", "formal"),
    [
        ("naam: x\n", HELP_LINE, HELP_LINE_FORMAL),
        ("hulplijn: Bel 113.\n", "Bel 113.", "Bel 113."),
        (FULL, "Bel je coach.", "Bel uw coach."),
        ("hulplijn_u: Bel uw arts.\n", HELP_LINE, "Bel uw arts."),
    ],
)
def test_the_help_line_speaks_in_the_form_that_is_asked(
    tmp_path: Path, text: str, informal: str, formal: str
) -> None:
    practice = load_practice(settings_file(tmp_path, text))
    assert practice.help_line(Form.INFORMAL) == informal
    assert practice.help_line(Form.FORMAL) == formal


def test_the_standard_help_line_names_113_and_where_to_turn() -> None:
    for line in (HELP_LINE, HELP_LINE_FORMAL):
        assert all(word in line for word in ("0800-0113", "113.nl", "huisarts", "coach"))


# Briefs


@pytest.mark.parametrize("key", ["name", "goal_te", "phase"])
def test_the_keys_of_a_brief_in_a_file_are_dutch(tmp_path: Path, key: str) -> None:
    path = tmp_path / "sanne.yaml"
    path.write_text(f"naam: Sanne\n{key}: actie\n", encoding="utf-8")
    with pytest.raises(InputError, match=rf":2:\d+: de sleutel '{key}' is onbekend; bekend.* naam"):
        load_brief(path)


def test_a_brief_is_read(tmp_path: Path) -> None:
    path = tmp_path / "sanne.yaml"
    path.write_text("naam: Sanne\nfase: actie\ndatum: 2026-11-22\n", encoding="utf-8")
    brief = load_brief(path)
    assert (brief.name, brief.phase, str(brief.day)) == ("Sanne", "actie", "2026-11-22")


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("doel: x\n", [":1:1: 'naam' ontbreekt; voeg naam: toe"]),
        (
            "naam:\n",
            [":1:1: 'naam' is leeg; vul het in of haal de regel weg"],
        ),
        (
            "naam: S\nself: x\n",
            [":2:7: de sleutel 'self' is onbekend; haal hem weg of verbeter hem"],
        ),
        ("- naam\n", [":1:1: dit is geen briefing; schrijf sleutels als naam: en doel:"]),
        ("naam: S\n\tdoel: x\n", [":2:1: hier staat een tab; gebruik spaties"]),
    ],
)
def test_what_is_wrong_in_a_brief_is_told_with_its_place(
    tmp_path: Path, text: str, problems: list[str]
) -> None:
    path = tmp_path / "sanne.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_brief(path)
    assert [str(p).removeprefix(str(path)) for p in caught.value.problems] == problems


@pytest.mark.parametrize("text", ["", "# later\n"])
def test_settings_without_anything_in_them_are_fine(tmp_path: Path, text: str) -> None:
    (tmp_path / "praktijk.yaml").write_text(text, encoding="utf-8")
    assert load_practice(tmp_path).folder == tmp_path

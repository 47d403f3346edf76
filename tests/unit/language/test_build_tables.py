"""The tables of words are what the list of words proves."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from coachkit.language import build_tables
from coachkit.language.build_tables import build_verbs, build_words, main, read_words
from coachkit.language.tables import DATA, VERBS, WORDS, unpack

DEBIAN = Path("/usr/share/dict/dutch")
RELEASE = "2e5128e8e7f9a5bd"
"""How the SHA-256 of ``wdutch`` 2.20.19 begins, of which the tables were made."""
SAMPLE = [
    "Amsterdam",
    "loop",
    "loopt",
    "lopen",
    "gelopen",
    "zet",
    "zet",
    "zette",
    "zetten",
    "ruim",
    "ruimt",
    "ruimde",
    "ruimen",
    "geruimd",
    "opruim",
    "opruimt",
    "opruimde",
    "opruimen",
    "opgeruimd",
    "overweeg",
    "overweegt",
    "overwegen",
    "wegen",
    "weeg",
    "weegt",
    "voorbereid",
    "voorbereidt",
    "voorbereidde",
    "voorbereiden",
    "bereid",
    "bereidt",
    "bereidde",
    "bereiden",
    "opeis",
    "opeist",
    "opeiste",
    "opeisen",
    "opgeëist",
    "land",
    "landt",
    "landde",
    "landden",
    "landen",
    "kast",
    "kasten",
    "tafel",
    "tafels",
    "klooi",
    "klooit",
    "klooien",
    "klooiend",
    "klooiende",
    "wandel",
    "wandelt",
    "wandelde",
    "wandelen",
    "gegaan",
    "gaan",
    "werkdruk",
    "werk",
    "druk",
    "zonneschijn",
    "re-integratie",
]


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "woorden"
    path.write_text("\n".join(SAMPLE), encoding="utf-8")
    return path


def test_verbs_are_what_the_words_prove(sample: Path) -> None:
    assert build_verbs(read_words(sample)).splitlines() == [
        "bereiden",
        "gaan\tga",
        "klooien",
        "landen",
        "lopen",
        "op|eisen",
        "op|ruimen",
        "overwegen",
        "ruimen",
        "voor|bereiden",
        "wandelen\twandel",
        "wegen",
        "zetten",
    ]


def test_words_are_in_small_letters_and_without_compounds(sample: Path) -> None:
    words = list(unpack(build_words(read_words(sample))))
    assert words == sorted(words)
    assert {"werk", "druk", "tafels", "re-integratie"} <= set(words)
    assert not {"werkdruk", "Amsterdam", "amsterdam"} & set(words)


def test_the_order_of_the_list_does_not_matter(tmp_path: Path, sample: Path) -> None:
    turned = tmp_path / "andersom"
    turned.write_text("\n".join(reversed(SAMPLE)), encoding="utf-8")
    for build in (build_verbs, build_words):
        assert build(read_words(turned)) == build(read_words(sample))


def test_the_command_writes_both_tables(
    tmp_path: Path, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(build_tables, "DATA", tmp_path)
    assert main([str(sample)]) == 0
    assert "op|ruimen\n" in (tmp_path / VERBS).read_text(encoding="utf-8")
    assert (tmp_path / WORDS).is_file()


def test_without_a_list_the_command_says_how(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "WOORDENLIJST" in capsys.readouterr().err


@pytest.mark.skipif(not DEBIAN.is_file(), reason="Debian's word list is not installed")
def test_the_tables_in_the_package_are_those_of_the_list() -> None:
    if not hashlib.sha256(DEBIAN.read_bytes()).hexdigest().startswith(RELEASE):
        pytest.skip("the tables were made of another release of the word list")
    words = read_words(DEBIAN)
    assert (DATA / VERBS).read_text(encoding="utf-8") == build_verbs(words)
    assert (DATA / WORDS).read_text(encoding="utf-8") == build_words(words)

"""What a broken file of the bank gets: every problem with place and cure, exit 1, no traceback."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
pytestmark = pytest.mark.usefixtures("small_shipped")

SET = """\
naam: Eigen
categorie: pijn
vragen:
  - id: eigen-een
    vraag: Welke zee ruist?
    vraag_u: Welke zee ruist?
"""
RECIPE = """\
id: eigen-blad
titel: Eigen blad
minuten: 10
onderdelen:
  - {kop: Rust, categorie: verlangen}
"""
QUOTES = "dubbele aanhalingstekens"


def asked(text: str) -> str:
    return SET.replace("vraag: Welke zee ruist?", f"vraag: {text}")


# A file of the bank: what is in it, where it is told, what is said, and the cure
BAD_FILES: dict[str, tuple[str | bytes, str, str, str]] = {
    "typo in a key": (SET + "    minutn: 3\n", "7:13", "'minutn' is onbekend", "'minuten'"),
    "wrong category": (SET.replace("pijn", "pijnn"), "2:12", "geen 'pijnn'", "bedoel je 'pijn'"),
    "doubled id": (
        SET + "  - {id: eigen-een, vraag: En?, vraag_u: En?}\n",
        "7:10",
        "'eigen-een' is al in gebruik",
        "vervangt: eigen-een",
    ),
    "id of another file": (
        SET.replace("eigen-een", "p-open"),
        "4:9",
        "'p-open' is al",
        "andere id",
    ),
    "missing u-form": (
        SET.replace("    vraag_u: Welke zee ruist?\n", ""),
        "4:5",
        "'vraag_u' ontbreekt",
        "coachkit bank formal",
    ),
    "missing u-form of help": (
        SET + "    hulp: Denk aan je dag.\n",
        "7:11",
        "'hulp_u' ontbreekt",
        "coachkit bank formal",
    ),
    "je in the u-form": (
        SET.replace("vraag_u: Welke zee ruist?", "vraag_u: Wat wilt u van je dag?"),
        "6:14",
        "'vraag_u' zegt 'je'",
        "schrijf het met u en uw",
    ),
    "English key": (SET.replace("vraag: ", "text: "), "4:5", "'vraag' ontbreekt", "voeg vraag"),
    "id that names a situation": (
        SET.replace("eigen-een", "pijn-durft-niet-een"),
        "4:9",
        "noemt 'durft-niet', en cliënten kunnen een id zien",
        "zonder situatie of fase",
    ),
    "tab": (SET.replace("    vraag:", "\tvraag:"), "5:1", "hier staat een tab", "gebruik spaties"),
    "wrong encoding": (
        asked("Eén?").encode("latin-1"),
        "5:13",
        "niet in UTF-8",
        "Kladblok: Opslaan als",
    ),
    "deeply nested": (SET + "    x: " + "[" * 100_000, "7:", "dieper dan 20 lagen", "vlakker"),
    "deeply nested keys": ("{a: " * 100_000, "1:81", "dieper dan 20 lagen", "vlakker"),
    "alias bomb": (
        "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a, *a]\n" for n in range(30)),
        "1:4",
        "verwijzingen met & en *",
        "schrijf het uit",
    ),
    "trap: begins with a slot": (asked("{{ naam }}, wat nu?"), "5:12", "die met {{ begint", QUOTES),
    "trap: is a slot": (asked("{{ naam }}"), "5:13", "die met {{ begint", QUOTES),
    "trap: colon in a text": (asked("Stel je voor: wat nu?"), "5:12", "dubbele punt", QUOTES),
    "trap: source as number": (SET + "    bron: 001\n", "7:11", "als getal (1)", 'bron: "001"'),
    "trap: comma in a flow": (
        RECIPE.replace("Rust", "Rust, en meer"),
        "5:17",
        "een komma binnen {...}",
        QUOTES,
    ),
    "unknown slot": (
        asked('"{{ nam }}"'),
        "5:12",
        "{{ nam }} is geen bekende",
        "bekend zijn: naam",
    ),
    "attribute": (
        asked('"{{ naam.__class__ }}"'),
        "5:12",
        "{{ naam.__class__ }} is geen bekende",
        "naam, coach",
    ),
    "loop": (
        asked('"{% for a in b %}x{% endfor %}"'),
        "5:12",
        "{% en {# kunnen hier niet",
        "{{ ... }}",
    ),
    "comment": (asked('"{# stil #}"'), "5:12", "{% en {# kunnen hier niet", "{{ ... }}"),
    "raw": (
        asked('"{% raw %}{{ x }}{% endraw %}"'),
        "5:12",
        "{% en {# kunnen hier niet",
        "{{ ... }}",
    ),
    "filter": (asked('"{{ naam | upper }}"'), "5:12", "is geen bekende invulplek", "bekend zijn"),
    "knot": (
        asked('"{{ ' + "(" * 900 + "naam" + ")" * 900 + ' }}"'),
        "5:12",
        "ingewikkeld",
        "bekend zijn",
    ),
    "slot in a recipe": (RECIPE + "slot: '{{ x }}'\n", "6:7", "{{ x }} is geen", "bekend zijn"),
    "loop in a recipe": (RECIPE.replace("Rust", "'{% for %}'"), "5:11", "{% en {#", "{{ ... }}"),
    "question that is not there": (
        RECIPE + "  - {vraag: weg}\n",
        "6:13",
        "'weg' staat niet in de vraagbank",
        "coachkit bank list",
    ),
    "nothing of ours": ("a: 1\n", "1:1", "geen vragenset, werkvorm, verwijskaart of", "vragen:"),
    "empty": ("", "", "het bestand is leeg", "haal het weg"),
}


@pytest.fixture(params=BAD_FILES)
def bad(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, str, str, str]:
    """A practice with one broken file and one good, and what is told of the broken one."""
    content, place, message, cure = BAD_FILES[request.param]
    own = tmp_path / "praktijk" / "vraagbank"
    own.mkdir(parents=True)
    raw = content if isinstance(content, bytes) else content.encode()
    (own / "slecht.yaml").write_bytes(raw)
    (own / "goed.yaml").write_text(
        SET.replace("eigen-een", "eigen-goed").replace("zee ruist", "duif koert")
    )
    return own.parent, place, message, cure


def test_a_broken_file_is_told_with_place_and_cure(
    run: Run, bad: tuple[Path, str, str, str]
) -> None:
    practice, place, message, cure = bad
    ran = run("lint", "--practice", practice)
    assert ran.code == 1
    lines = ran.out.splitlines()
    assert lines
    assert all(re.search(r"slecht\.yaml(:\d+:\d+)?: .+; .+ \[[a-z-]+\]$", line) for line in lines)
    assert f"slecht.yaml:{place}" in lines[0]
    assert message in lines[0].partition("; ")[0]
    assert cure in lines[0].partition("; ")[2]


def test_with_a_broken_file_no_worksheet_is_made(
    run: Run, bad: tuple[Path, str, str, str], tmp_path: Path
) -> None:
    practice, _, message, _ = bad
    (tmp_path / "sanne.yaml").write_text("naam: Sanne\n")
    ran = run("make", "sanne.yaml", "--practice", practice, "--out", "uit")
    assert (ran.code, ran.out) == (1, "")
    assert message in ran.err
    assert not (tmp_path / "uit").exists()


def test_the_good_sets_still_load_for_the_bank_commands_with_a_warning(
    run: Run, bad: tuple[Path, str, str, str]
) -> None:
    practice, _, message, _ = bad
    ran = run("bank", "list", "--practice", practice)
    assert ran.code == 0
    ids = [line.partition("\t")[0] for line in ran.out.splitlines()]
    assert {"eigen-goed", "p-open"} <= set(ids)
    assert "eigen-een" not in ids
    assert ran.err.startswith("Let op: ")
    assert message in ran.err


def test_a_file_of_100_mb_is_told_and_not_read(run: Run, tmp_path: Path) -> None:
    with (tmp_path / "groot.yaml").open("wb") as file:
        file.truncate(100_000_000)
    for words in (["lint", "groot.yaml"], ["make", "groot.yaml"]):
        ran = run(*words)
        assert ran.code == 1
        assert "groot.yaml: het bestand is te groot (100 MB); verdeel" in ran.out + ran.err


def test_all_problems_of_all_files_are_told_at_once(run: Run, tmp_path: Path) -> None:
    (tmp_path / "een.yaml").write_text(SET + "    minutn: 3\n    diepte: ondiep\n")
    (tmp_path / "twee.yaml").write_text("a: [\n")
    (tmp_path / "drie.yaml").write_text(SET.replace("eigen-een", "p-open"))
    ran = run("lint", "een.yaml", "twee.yaml", "drie.yaml")
    told = [line.partition(":")[0] for line in ran.out.splitlines()]
    assert sorted(told) == ["drie.yaml", "een.yaml", "een.yaml", "twee.yaml"]


def test_a_problem_in_the_settings_of_the_practice_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "praktijk.yaml").write_text("kleur: groen\nlogo: weg.png\n")
    for words in (["lint"], ["bank", "list"]):
        ran = run(*words)
        assert (ran.code, ran.out) == (1, "")
        assert "praktijk.yaml:1:8: 'kleur' heeft een vorm die niet kan" in ran.err


@pytest.mark.parametrize("name", ["x" * 300, "weg"])
def test_a_practice_that_is_not_there_is_told(run: Run, name: str) -> None:
    ran = run("bank", "list", "--practice", name)
    assert (ran.code, ran.out) == (1, "")
    assert name in ran.err

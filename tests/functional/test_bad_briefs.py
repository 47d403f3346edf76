"""What a brief gets that is not right: a clear Dutch error naming the field; any name will do."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from coachkit.vocabulary import Phase, Situation

Run = Callable[..., Any]
pytestmark = pytest.mark.usefixtures("small_shipped")

RECIPE = """\
id: eigen-blad
titel: Eigen blad
minuten: 10
onderdelen:
  - {kop: Rust, categorie: verlangen}
"""
QUOTES = "dubbele aanhalingstekens"


def make(run: Run, tmp_path: Path, text: str, *words: object) -> str:
    """Make a worksheet that cannot be made, and return what is said."""
    (tmp_path / "cliënt.yaml").write_text(text, encoding="utf-8")
    ran = run("make", "cliënt.yaml", "--out", "uit", *words)
    assert (ran.code, ran.out) == (1, "")
    assert not (tmp_path / "uit").exists()
    return str(ran.err)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("doel: meer bewegen\n", "cliënt.yaml:1:1: 'naam' ontbreekt; voeg naam: toe"),
        ("naam:\n", "cliënt.yaml:1:1: 'naam' is leeg"),
        ("naam: S\nsituatie: lui\n", "cliënt.yaml:2:11: 'situatie' kan geen 'lui' zijn; kies uit"),
        ("naam: S\nfase: aktie\n", "cliënt.yaml:2:7: 'fase' kan geen 'aktie' zijn; bedoel je 'act"),
        ("naam: S\nminuten: veel\n", "cliënt.yaml:2:10: 'minuten' moet een heel getal zijn"),
        ("naam: S\naanspreekvorm: jij\n", "'aanspreekvorm' kan geen 'jij' zijn; kies uit: je, u"),
        ("naam: S\nsituatie: [durft-niet]\n", "'situatie' is een lijst; geef er één (kies uit: "),
        ("naam: S\nleefwereld: rouw\n", "'leefwereld' kan geen 'rouw' zijn; kies uit: werk, geld,"),
        ("naam: S\nself: x\n", "cliënt.yaml:2:7: de sleutel 'self' is onbekend"),
        ("naam: S\n\tdoel: x\n", "cliënt.yaml:2:1: hier staat een tab; gebruik spaties"),
        ("- naam: S\n", "cliënt.yaml:1:1: dit is geen briefing"),
        ("", "cliënt.yaml: het bestand is leeg"),
    ],
)
def test_a_brief_that_is_not_right_is_told_with_its_place(
    run: Run, tmp_path: Path, text: str, told: str
) -> None:
    assert told in make(run, tmp_path, text)


def test_what_is_allowed_is_named_in_full(run: Run, tmp_path: Path) -> None:
    told = make(run, tmp_path, "naam: S\nsituatie: xx\nfase: yy\n")
    assert all(str(word) in told for word in (*Situation, *Phase))


def test_a_brief_without_the_goal_that_a_recipe_needs_is_told(run: Run, tmp_path: Path) -> None:
    own = tmp_path / "praktijk" / "vraagbank"
    own.mkdir(parents=True)
    (own / "blad.yaml").write_text(RECIPE + "inleiding: 'Op weg naar {{ doel.nominaal }}.'\n")
    words = ("--practice", own.parent, "--recipe", "eigen-blad")
    told = make(run, tmp_path, "naam: Sanne\n", *words)
    assert "'inleiding'" in told
    assert "vul 'doel' in" in told


def test_minutes_that_fit_no_question_are_told(run: Run, tmp_path: Path) -> None:
    told = make(run, tmp_path, "naam: Sanne\nminuten: 1\n", "--recipe", "kort")
    assert told.startswith("minuten: 1 is te weinig voor 'Kort'; neem minstens 2 minuten")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--recipe", "krt"], "er is geen werkvorm 'krt'; bedoel je kort"),
        (
            ["--recipe", "kort", "--format", "docx"],
            "formaat 'docx' is onbekend; kies uit: ipynb, pdf, html, ics, eml",
        ),
        (["--recipe", "kort", "--format", " , "], "kies uit: ipynb, pdf, html, ics, eml"),
    ],
)
def test_a_wish_that_is_not_known_is_told(
    run: Run, tmp_path: Path, words: list[str], told: str
) -> None:
    assert told in make(run, tmp_path, "naam: Sanne\n", *words)


def test_a_brief_that_is_not_there_is_told(run: Run) -> None:
    for name in ("weg.yaml", "x" * 300):
        ran = run("make", name)
        assert (ran.code, ran.out) == (1, "")
        assert re.match(rf"{re.escape(name)}: .+; .+", ran.err)


@pytest.mark.parametrize(
    "name",
    [
        "#let x = 1",
        "$x$",
        "\\",
        '"',
        "{{ 7*7 }}",
        "<script>alert(1)</script>",
        "🙂",
        "سارة",
        "x" * 10_000,
    ],
    ids=lambda name: name[:12],
)
def test_any_name_becomes_a_worksheet(run: Run, tmp_path: Path, name: str) -> None:
    text = "naam: '" + name.replace("'", "''") + "'\n"
    (tmp_path / "sanne.yaml").write_text(text, encoding="utf-8")
    ran = run("make", "sanne.yaml", "--out", "uit", "--recipe", "kort")
    assert ran.code == 0, ran.err
    assert sorted(path.suffix for path in (tmp_path / "uit").iterdir()) == [
        ".eml",
        ".html",
        ".ipynb",
        ".pdf",
    ]
    [page] = (tmp_path / "uit").glob("*.html")
    assert "<script>alert" not in page.read_text(encoding="utf-8")

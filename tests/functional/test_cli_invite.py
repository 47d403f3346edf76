"""The command invite: from a sheet of facts to a text that can be sent."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import coachkit

Run = Callable[..., Any]
EXAMPLES = Path(__file__).parents[1] / "data" / "feiten"
SHORT = EXAMPLES / "kort-1.yaml"
DAY = ("--date", "2027-01-10")

RECIPE = """\
id: kaal
titel: Een kale tekst
alineas:
  - naam: alles
    zinnen:
      - {tekst: "{{ training }}: {{ last }} {{ wens }} {{ na_afloop }} voor {{ voor_wie }}."}
"""


def test_a_sheet_is_written_that_gives_a_text_at_once(run: Run, tmp_path: Path) -> None:
    ran = run("invite", "feiten.yaml", "--new")
    assert (ran.code, ran.out) == (0, "feiten.yaml\n")
    assert "Alles op dit blad is een voorbeeld, ook 'dagen'" in ran.err
    made = run("invite", "feiten.yaml")
    assert made.code == 0
    assert made.out.startswith("**Zondagavond weet je wat je gaat doen**\n")
    assert "Kijk nog eens" not in made.err


def test_a_sheet_that_is_filled_in_is_kept(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "feiten.yaml"
    path.write_text("training: van mij\n", encoding="utf-8")
    ran = run("invite", "feiten.yaml", "--new")
    assert ran.code == 1
    assert ran.err == (
        "feiten.yaml bestaat al; kies een andere naam, of overschrijf het met --force\n"
    )
    assert path.read_text(encoding="utf-8") == "training: van mij\n"
    assert run("invite", "feiten.yaml", "--new", "--force").code == 0
    assert "Eén ding per week" in path.read_text(encoding="utf-8")


def test_a_text_is_printed_and_nothing_else(run: Run) -> None:
    ran = run("invite", SHORT, *DAY)
    assert ran.code == 0
    assert ran.out.startswith("**De post blijft dicht op de kast**\n\nJe cliënt zegt")
    assert ran.out.endswith("Aanmelden tot en met 1 april: hallo@dekade.example\n")
    assert ran.err == "109 woorden. Lees de tekst hardop na voor je hem verstuurt.\n"


@pytest.mark.parametrize(
    ("words", "plain"),
    [
        ([], False),
        (["--format", "txt"], True),
        (["--out", "mail.txt"], True),
        (["--out", "MAIL.TXT"], True),
        (["--out", "mail.md"], False),
        (["--out", "mail.txt", "--format", "md"], False),
    ],
)
def test_plain_text_is_for_a_mail(run: Run, words: list[str], plain: bool) -> None:
    ran = run("invite", SHORT, *DAY, *words)
    text = Path(ran.out.strip()).read_text(encoding="utf-8") if "--out" in words else ran.out
    assert ("*" not in text) == plain
    assert ("'Praten over post en geld'" in text) == plain


def test_a_text_is_not_written_over_another(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "mail.md"
    path.write_text("van mij", encoding="utf-8")
    ran = run("invite", SHORT, *DAY, "--out", "mail.md")
    assert ran.code == 1
    assert "mail.md bestaat al" in ran.err
    assert path.read_text(encoding="utf-8") == "van mij"
    assert run("invite", SHORT, *DAY, "--out", "mail.md", "--force").code == 0
    assert path.read_text(encoding="utf-8").startswith("**De post")


def test_the_facts_are_never_written_over(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "feiten.yaml"
    path.write_bytes(SHORT.read_bytes())
    ran = run("invite", "feiten.yaml", *DAY, "--out", "./feiten.yaml", "--force")
    assert ran.code == 1
    assert "is het feitenblad zelf" in ran.err
    assert path.read_bytes() == SHORT.read_bytes()


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            "wens: Er zijn nog maar drie plekken.",
            "3:7: 'nog maar drie plekken' in 'wens' kan alleen",
        ),
        ("prijs: normaal 495, nu 195 euro met btw", "'normaal 495' in 'prijs' is een korting"),
        ("wens: Gegarandeerd rust.", "3:7: 'Gegarandeerd' in 'wens' belooft iets"),
        ("last: Je bent gewoon lui.", "'Je bent gewoon lui' in 'last' maakt bang of oordeelt"),
        ("wens: Uit onderzoek blijkt dat dit werkt.", "'onderzoek blijkt' in 'wens' leunt op"),
        ("prijs: op aanvraag", "3:8: met 'op aanvraag' in 'prijs' is het hele"),
        (
            "last: Je cliënt Ahmed deed niet open.",
            "'cliënt Ahmed' in 'last' laat een mens herkennen",
        ),
        ("dagen: 2027-01-01", "3:8: 2027-01-01 komt niet na vandaag"),
        ("aanmelden_tot: 2027-05-01", "3:16: 'aanmelden_tot' ligt niet voor de eerste dag"),
        ("last: U neemt op.", "in 'last' staat U"),
    ],
)
def test_what_is_not_honest_is_told_with_its_place_and_nothing_is_written(
    run: Run, tmp_path: Path, line: str, said: str
) -> None:
    document = coachkit.read_facts(SHORT)[0].model_dump(mode="json", by_alias=True)
    given = {key: value for key, value in document.items() if value is not None}
    key, _, text = line.partition(": ")
    given.pop(key, None)
    rest = "".join(f"{name}: {value!r}\n" for name, value in given.items() if name != "lengte")
    (tmp_path / "feiten.yaml").write_text(f"#\n#\n{key}: {text}\n{rest}", encoding="utf-8")
    ran = run("invite", "feiten.yaml", *DAY, "--out", "mail.txt")
    assert (ran.code, ran.out) == (1, "")
    assert f"feiten.yaml:3:{len(key) + 3}: " in ran.err
    assert said in ran.err
    assert "; " in ran.err
    assert [path.name for path in tmp_path.iterdir()] == ["feiten.yaml"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["niets.yaml"], "niets.yaml: dit bestand is er niet"),
        (["."], "dit bestand is niet te lezen (het is een map)"),
        ([SHORT, "--recipe", "uitnodgiing"], "er is geen werkvorm 'uitnodgiing'; bedoel je uitnod"),
        ([SHORT, "--out", "map/"], "map is een map"),
        ([".", "--new"], ". is een map; geef een bestand"),
    ],
)
def test_what_cannot_be_done_is_told(
    run: Run, tmp_path: Path, words: list[object], said: str
) -> None:
    (tmp_path / "map").mkdir()
    ran = run("invite", *words, *DAY)
    assert (ran.code, ran.out) == (1, "")
    assert said in ran.err


def test_a_wrong_format_is_a_wrong_use(run: Run) -> None:
    assert run("invite", SHORT, "--format", "docx").code == 2
    assert run("invite").code == 2


def test_a_practice_may_have_its_own_text_recipe(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "praktijk" / "vraagbank"
    folder.mkdir(parents=True)
    (folder / "kaal.yaml").write_text(RECIPE, encoding="utf-8")
    ran = run("invite", SHORT, *DAY, "--recipe", "kaal", "--practice", "praktijk")
    assert ran.code == 1
    assert "'kaal' noemt niet: dagen, tijd, plaats, prijs, aanmelden" in ran.err
    whole = (
        RECIPE
        + "      - {tekst: '{{ dagen }} {{ tijd }} {{ plaats }} {{ prijs }} {{ aanmelden }}'}\n"
    )
    (folder / "kaal.yaml").write_text(whole, encoding="utf-8")
    ran = run("invite", SHORT, *DAY, "--recipe", "kaal", "--practice", "praktijk")
    assert ran.code == 0
    assert "Praten over post en geld: Je cliënt zegt" in ran.out


def test_text_recipes_can_be_looked_at(run: Run) -> None:
    rows = [line.split("\t") for line in run("bank", "list", "--recipes").out.splitlines()]
    assert ["uitnodiging", "tekst", "", "Uitnodiging voor een training"] in rows
    assert "tekst" not in run("bank", "list", "--recipes", "--phase", "actie").out.split("\t")
    shown = run("bank", "show", "uitnodiging").out
    assert shown.startswith("uitnodiging\n  titel: Uitnodiging voor een training\n  soort: tekst\n")
    assert "Prijs: {{ prijs }}." in shown
    assert '"alineas"' in run("bank", "show", "uitnodiging", "--json").out


@pytest.mark.parametrize("name", ["kort-2", "lang-1"])
def test_the_examples_of_the_document_are_what_is_written(run: Run, name: str) -> None:
    page = (Path(__file__).parents[2] / "docs" / "uitnodiging.md").read_text(encoding="utf-8")
    text = run("invite", EXAMPLES / f"{name}.yaml", *DAY).out
    quoted = "".join(f"> {line}".rstrip() + "\n" for line in text.splitlines())
    assert quoted in page


def test_python_does_the_same(run: Run) -> None:
    facts, document = coachkit.read_facts(SHORT)
    recipe = coachkit.load_bank().text_recipe("uitnodiging")
    invitation = coachkit.write_invitation(facts, recipe, date(2027, 1, 10), document)
    assert invitation.markdown == run("invite", SHORT, *DAY).out

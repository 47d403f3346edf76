"""What a trainer tells: all of it checked at once, with its place and an example."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from pydantic import ValidationError

from coachkit.errors import InputError
from coachkit.invitation.facts import Facts, read_facts, texts
from coachkit.invitation.starter import facts_sheet

MakeFacts = Callable[..., Facts]
REQUIRED = [info.alias or name for name, info in Facts.model_fields.items() if info.is_required()]

WHOLE = facts_sheet(date(2027, 1, 10)).decode()


def told(tmp_path: Path, text: str | bytes) -> str:
    path = tmp_path / "feiten.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(InputError) as error:
        read_facts(path)
    return str(error.value).replace(str(path), "feiten.yaml")


def test_every_fact_that_is_absent_is_told_with_an_example(tmp_path: Path) -> None:
    lines = told(tmp_path, "lengte: kort\n").splitlines()
    assert len(lines) == len(REQUIRED)
    for key, line in zip(REQUIRED, lines, strict=True):
        assert line.startswith(f"feiten.yaml:1:1: '{key}' ontbreekt; schrijf bijvoorbeeld {key}: ")


def test_an_example_is_itself_a_fact(tmp_path: Path) -> None:
    path = tmp_path / "feiten.yaml"
    lines = told(tmp_path, "lengte: kort\n").splitlines()
    path.write_text("\n".join(line.partition("bijvoorbeeld ")[2] for line in lines), "utf-8")
    assert read_facts(path)[0].training


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("last:", "'last' is leeg; schrijf bijvoorbeeld last: Zondag"),
        ("last: ' '", "'last' is leeg; schrijf bijvoorbeeld last: Zondag"),
        ("last: '\u200b'", "'last': er staat geen woord; schrijf bijvoorbeeld last: "),
        ('last: "a\\u0007b"', "'last': er staat een onzichtbaar stuurteken in; haal het teken weg"),
        ('last: "a\\u202eb"', "'last': er staat een onzichtbaar stuurteken in; haal het teken weg"),
        ("last: 7", "'last' wordt gelezen als getal (7)"),
        ("last: '{{ 7*7 }}'", "'last': hier kan geen invulplek staan"),
        ("last: '{% raw %}'", "'last': hier kan geen invulplek staan"),
        (f"last: {'a' * 2001}", "'last' is te lang; hooguit 2000 tekens"),
        (f"training: {'a' * 61}", "'training': dit is te lang; hooguit 60 tekens"),
        ("na_afloop: [kiezen]", "'na_afloop' heeft te weinig regels; geef er minstens 2"),
        ("na_afloop: [a, b, c, d, e]", "'na_afloop' heeft te veel regels; geef er hooguit 4"),
        ("dagen: volgende week", "'dagen': 'volgende week' is geen datum; schrijf jaar-maand-dag"),
        ("dagen: 15-1-2030", "'dagen': '15-1-2030' is geen datum; schrijf 2030-01-15"),
        ("dagen: 3 juni 2030", "'dagen': '3 juni 2030' is geen datum; schrijf 2030-06-03"),
        ("dagen: 3 juni", "'dagen': bij '3 juni' ontbreekt het jaar; zet het jaar erbij"),
        (
            "dagen: 3 t/m 5 juni 2030",
            "'dagen': hier staan meer dagen; schrijf elke dag apart: [2030-06-03, 2030-06-04, ",
        ),
        ("dagen: 31-2-2030", "'dagen': 31 februari 2030 bestaat niet, want februari heeft dan 28"),
        ("dagen: 2030-02-31", "'dagen': 31 februari 2030 bestaat niet"),
        ("dagen: 20300115", "'dagen': '20300115' is geen datum"),
        ("dagen: '1893456000'", "'dagen': '1893456000' is geen datum"),
        ("dagen: []", "'dagen' heeft te weinig regels"),
        ("aanmelden_tot: morgen", "'aanmelden_tot': 'morgen' is geen datum"),
        ("aanspreekvorm: jij", "'aanspreekvorm' kan geen 'jij' zijn; kies uit: je, u"),
        ("lengte: lnag", "'lengte' kan geen 'lnag' zijn; bedoel je 'lang'?"),
        ("plaatsen: 1", "'plaatsen' is te klein; neem minstens 2"),
        ("plaatsen: veel", "'plaatsen' moet een heel getal zijn, niet 'veel'"),
        (
            "nog_vrij: 3",
            "'nog_vrij' moet sleutels hebben, niet '3'; schrijf bijvoorbeeld nog_vrij: {",
        ),
        ("nog_vrij: {aantal: 3}", "'geteld_op' ontbreekt; schrijf bijvoorbeeld geteld_op: 2030"),
        ("nog_vrij: {aantal: 0, geteld_op: 2030-01-01}", "'aantal' is te klein; neem minstens 1"),
        (
            "aanmeldentot: 2030-01-01",
            "de sleutel 'aanmeldentot' is onbekend; bedoel je 'aanmelden_tot'?",
        ),
        ("register: x", "de sleutel 'register' is onbekend"),
        ("nog_vrij: {aantal: 3, geteld: 2030-01-01}", "bedoel je 'geteld_op'?"),
    ],
)
def test_a_fact_that_is_not_right_is_told_at_its_line(
    tmp_path: Path, line: str, message: str
) -> None:
    key = line.partition(":")[0]
    kept = [part for part in _parts() if not part.startswith(f"{key}:")]
    said = told(tmp_path, "\n".join([line, *kept]))
    assert message in said
    assert all(row.startswith("feiten.yaml:1:") for row in said.splitlines())


def _parts() -> list[str]:
    """Return the facts of the sheet, each with its further lines."""
    lines = [line for line in WHOLE.splitlines() if line and not line.startswith("#")]
    parts: list[str] = []
    for line in lines:
        if line.startswith(" "):
            parts[-1] += "\n" + line
        else:
            parts.append(line)
    return parts


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "het bestand is leeg; maak een blad met voorbeelden: coachkit invite"),
        ("# niets\n", "het bestand is leeg"),
        (b"\x89PNG\r\n\x1a\n\x00\xff", "niet in UTF-8"),
        ("- een\n- twee\n", "het bestand moet sleutels hebben"),
        ("gewoon tekst\n", "het bestand moet sleutels hebben"),
        ("last: {{ naam }}\n", "een tekst die met {{ begint"),
        ("last: &a [*a]\n", "verwijzingen met & en *"),
        ("last: a\nlast: b\n", "de sleutel 'last' staat er twee keer"),
    ],
)
def test_a_file_that_holds_no_facts_is_told(
    tmp_path: Path, text: str | bytes, message: str
) -> None:
    assert message in told(tmp_path, text)


def test_a_fact_of_more_lines_becomes_one_line(make_facts: MakeFacts) -> None:
    facts = make_facts(last="Een.\n\n# kop\n- punt\tTwee.")
    assert facts.pain == "Een. # kop - punt Twee."


def test_a_day_without_its_year_gets_one_as_a_sheet_has_it(tmp_path: Path) -> None:
    path = tmp_path / "feiten.yaml"
    path.write_text("aanmelden_tot: donderdag 3 juni\n", encoding="utf-8")
    with pytest.raises(InputError, match="zet het jaar erbij, bijvoorbeeld 2027-06-03"):
        read_facts(path, date(2027, 1, 10))


def test_one_day_needs_no_list(make_facts: MakeFacts) -> None:
    assert make_facts(dagen="2027-03-02").days == (date(2027, 3, 2),)
    assert make_facts(dagen=date(2027, 3, 2)).days == (date(2027, 3, 2),)


def test_texts_are_all_that_a_trainer_wrote(make_facts: MakeFacts) -> None:
    facts = make_facts(trainer="Noor coacht.", plaatsen=8, iets_vragen="Bel Noor.")
    found = dict(texts(facts))
    assert found[("na_afloop", 1)] == "een plan maken"
    assert {key[0] for key in found} == {
        *("training", "voor_wie", "last", "wens", "na_afloop", "tijd", "plaats", "prijs"),
        *("aanmelden", "trainer", "iets_vragen"),
    }


def test_facts_cannot_be_changed(make_facts: MakeFacts) -> None:
    with pytest.raises(ValidationError):
        make_facts().pain = "iets anders"  # type: ignore[misc]

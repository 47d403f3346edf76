"""Each kind of file of the bank is filled by the keys of its own models."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from coachkit.bank.formal import propose, save
from coachkit.bank.load import KINDS


def filled(folder: Path, text: str) -> Any:
    path = folder / "iets.yaml"
    path.write_text(text, encoding="utf-8")
    outcome = propose(path)
    assert not outcome.problems
    save(outcome)
    return yaml.safe_load(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("key", KINDS)
def test_every_kind_of_file_can_be_filled(tmp_path: Path, key: str) -> None:
    assert filled(tmp_path, f"{key}: []\n") == {key: []}


def test_a_recipe_is_filled_by_its_own_keys(tmp_path: Path) -> None:
    recipe = """\
id: r
titel: Je plan
rijen: [S1]
minuten: 5
inleiding: Wat wil je?
onderdelen:
  - {kop: Voor jou, categorie: pijn}
  - {kop: Zonder, vraag: a-b}
herinneringen:
  - na_dagen: 1
    tekst: Hoe gaat het met je?
"""
    data = filled(tmp_path, recipe)
    assert (data["titel_u"], data["inleiding_u"]) == ("Uw plan", "Wat wilt u?")
    assert data["onderdelen"][0]["kop_u"] == "Voor u"
    assert "kop_u" not in data["onderdelen"][1]
    assert "vraag_u" not in data["onderdelen"][1]
    assert data["herinneringen"][0]["tekst_u"] == "Hoe gaat het met u?"
    assert "rijen_u" not in data


def test_a_text_recipe_is_filled(tmp_path: Path) -> None:
    text = """\
id: brief
titel: Uitnodiging
alineas:
  - naam: opening
    zinnen:
      - tekst: "Je leert {{ training }}."
      - {tekst: Neem je buur mee, lengte: kort}
      - tekst: Er is koffie.
"""
    [paragraph] = filled(tmp_path, text)["alineas"]
    assert [sentence.get("tekst_u") for sentence in paragraph["zinnen"]] == [
        "U leert {{ training }}.",
        "Neem uw buur mee",
        None,
    ]


def test_a_referral_card_is_filled(tmp_path: Path) -> None:
    text = """\
id: kaart
naam: Kaart
afspraken:
  - tekst: Wat wil je?
hulp:
  - {id: arts, naam: Je huisarts, bereikbaar: overdag, waarvoor: alles}
signalen:
  - id: moe
    hulp: [arts]
    zin: Hoe gaat het met je?
"""
    data = filled(tmp_path, text)
    assert data["afspraken"][0]["tekst_u"] == "Wat wilt u?"
    assert data["signalen"][0]["zin_u"] == "Hoe gaat het met u?"
    assert data["hulp"] == yaml.safe_load(text)["hulp"]


@pytest.mark.parametrize("name", ["ander", "je", "id"])
def test_words_of_lists_are_filled_where_they_say_je(tmp_path: Path, name: str) -> None:
    text = f"""\
lijsten:
  {name}:
    - {{id: vriend, je: een goede vriend}}
    - id: oudere-ik
      je: je oudere ik
vragen:
  - id: eigen
    vraag: Wat dan?
    vraag_u: Wat dan?
    lijsten:
      {name}: [{{id: baas, je: je baas}}, {{id: buur, je: je buur, u: uw eigen buur}}]
"""
    data = filled(tmp_path, text)
    assert [item.get("u") for item in data["lijsten"][name]] == [None, "uw oudere ik"]
    own = data["vragen"][0]["lijsten"][name]
    assert [item["u"] for item in own] == ["uw baas", "uw eigen buur"]

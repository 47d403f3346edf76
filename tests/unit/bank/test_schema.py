"""JSON Schemas: as the models are, and as they stand in the shipped bank."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from coachkit.bank.keys import known_keys
from coachkit.bank.schema import FILES, schema_files, schema_folder
from coachkit.model import QuestionSet, Recipe
from coachkit.resources import data_folder

SHIPPED = schema_folder(data_folder("vraagbank"))


def test_the_shipped_schemas_are_those_of_the_models() -> None:
    shipped = {path.name: path.read_bytes() for path in SHIPPED.glob("*.json")}
    assert shipped == schema_files(), "run: coachkit bank schema"


@pytest.mark.parametrize("name", FILES)
def test_a_schema_is_json_with_a_dutch_title_and_dutch_keys(name: str) -> None:
    schema = json.loads(schema_files()[name])
    model, title = FILES[name]
    assert schema["title"] == title
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert set(schema["properties"]) == {i.alias or n for n, i in model.model_fields.items()}
    assert schema["additionalProperties"] is False


SCHEMAS = {
    "vragen": "vragenset",
    "werkvormen": "werkvorm",
    "gegevens": "verwijskaart",
    "teksten": "tekstwerkvorm",
}


def test_every_shipped_file_names_a_schema_that_is_there() -> None:
    files = [p for p in SHIPPED.parent.rglob("*.yaml") if SHIPPED not in p.parents]
    assert files
    for path in files:
        first = path.read_text(encoding="utf-8").splitlines()[0]
        mark, _, schema = first.partition("$schema=")
        assert mark == "# yaml-language-server: ", path
        expected = SCHEMAS[path.parent.name]
        assert (path.parent / schema).resolve() == SHIPPED.resolve() / f"{expected}.schema.json"


def test_the_folder_of_the_schemas_stands_in_the_bank() -> None:
    assert schema_folder(Path("bank")) == Path("bank") / "schema"


def test_the_known_keys_are_those_of_all_parts() -> None:
    keys = known_keys(QuestionSet)
    assert {"naam", "vragen", "vraag", "vraag_u", "soort", "regels", "treden", "opties_u"} <= keys
    assert "onderdelen" not in keys
    recipe = known_keys(Recipe)
    assert {"titel", "onderdelen", "kop", "kop_u", "aantal", "na_dagen", "tekst_u"} <= recipe
    assert "vragen" not in recipe

"""JSON Schema of the YAML files, for completion and checks in an editor."""

from __future__ import annotations

import json
from pathlib import Path

from pydantic import BaseModel

from coachkit.model import Brief, QuestionSet, Recipe, ReferralCard, TextRecipe
from coachkit.practice import Settings

FILES: dict[str, tuple[type[BaseModel], str]] = {
    "vragenset.schema.json": (QuestionSet, "Een vragenset van coachkit"),
    "werkvorm.schema.json": (Recipe, "Een werkvorm van coachkit"),
    "verwijskaart.schema.json": (ReferralCard, "Een verwijskaart van coachkit"),
    "tekstwerkvorm.schema.json": (TextRecipe, "Een tekstwerkvorm van coachkit"),
    "briefing.schema.json": (Brief, "Een briefing voor coachkit"),
    "praktijk.schema.json": (Settings, "De instellingen van een praktijk"),
}


def schema_files() -> dict[str, bytes]:
    """Return the schemas by file name, as they stand in ``vraagbank/schema/``."""
    found = {}
    for name, (model, title) in FILES.items():
        schema = model.model_json_schema(by_alias=True, mode="validation")
        schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
        schema["title"] = title
        schema.pop("description", None)
        found[name] = (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode()
    return found


def schema_folder(bank: Path) -> Path:
    """Return where the schemas of a question bank stand."""
    return bank / "schema"

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from coachkit.model import TextRecipe


def recipe(*paragraphs: dict[str, Any]) -> TextRecipe:
    given = {"id": "brief", "titel": "Een brief", "alineas": list(paragraphs)}
    return TextRecipe.model_validate(given)


def part(*sentences: object, name: str = "deel") -> dict[str, Any]:
    return {
        "naam": name,
        "zinnen": [s if isinstance(s, dict) else {"tekst": s} for s in sentences],
    }


def test_sentences_name_facts() -> None:
    assert recipe(part("{{ last }}", "Prijs: {{ prijs }}.")).paragraphs[0].name == "deel"


@pytest.mark.parametrize(
    ("paragraphs", "said"),
    [
        ([part("{{ naam }}")], "is geen bekende invulplek"),
        ([part("{{ prijs|upper }}")], "invulplek"),
        ([part("{{ keuze.x }}")], "'keuze.x' is geen feit"),
        ([part({"tekst": "Hallo", "zonder": "geheim"})], "'geheim' is geen feit; kies uit"),
        ([part({"tekst": "Zo:", "opsomming": "last"})], "na_afloop"),
        ([part({"tekst": "Zo:", "opsomming": "na_afloop"}, "En dan.")], "sluit de alinea af"),
        ([part("a"), part("b")], "de alinea 'deel' staat er twee keer"),
        ([part()], "at least 1 item"),
        ([], "at least 1 item"),
    ],
)
def test_what_cannot_be_is_refused(paragraphs: list[dict[str, Any]], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        recipe(*paragraphs)

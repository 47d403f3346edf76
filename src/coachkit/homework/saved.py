"""Read the file in which a web page saved its answers: a stranger's file, all in it is data."""

from __future__ import annotations

import json
from typing import Any

from coachkit.answers.value import Filled
from coachkit.errors import HomeworkError
from coachkit.homework.limits import MAX_SAVED, TOO_LARGE, Steps, check_answer
from coachkit.model.form import WorksheetForm, open_form, seal_form
from coachkit.model.homework import Answers, answers_of

KIND = "coachkit-antwoorden"
VERSION = 1

_NOT_OURS = "dit bestand heeft geen antwoorden van coachkit; kijk of dit het goede bestand is"
_NOTEBOOK = (
    "dit is een notebook, geen ingevuld werkblad; geef het bestand dat je cliënt terugstuurde"
)
_UNREADABLE = "dit bestand is beschadigd; vraag je cliënt de antwoorden opnieuw te bewaren"
_CHANGED = "het bestand is veranderd, vraag je cliënt de antwoorden opnieuw te bewaren"


def read_saved(raw: bytes, source: str = "") -> Answers:
    """Return the answers that a web page saved as JSON.

    Raises:
        HomeworkError: it is no such file, is of another version, or was changed.

    """
    if len(raw) > MAX_SAVED:
        raise HomeworkError(TOO_LARGE)
    data = parse_json(raw)
    if not isinstance(data, dict) or data.get("soort") != KIND:
        is_notebook = isinstance(data, dict) and "nbformat" in data
        raise HomeworkError(_NOTEBOOK if is_notebook else _NOT_OURS)
    if type(data.get("versie")) is not int or data["versie"] != VERSION:
        raise HomeworkError("dit bestand is van een andere versie van coachkit; werk coachkit bij")
    form = open_form(data.get("blad"))
    given = data.get("antwoorden")
    if not isinstance(given, dict):
        raise HomeworkError(f"in dit bestand ontbreken de antwoorden; {_CHANGED}")
    expected = form.names
    steps = Steps()
    filled = {name: _answer(name, kind, given, steps) for name, kind in expected.items()}
    others = len(given.keys() - expected.keys())
    notes = (f"er staan {others} antwoorden in die bij geen vraag horen; ze zijn niet gelezen",)
    return answers_of(form, filled, notes if others else (), source)


def saved_answers(form: WorksheetForm, filled: Filled) -> bytes:
    """Return what a web page saves of a form with these values in its fields.

    Fields that are not in ``filled`` are empty.
    """
    empty = {name: False if kind == "check" else "" for name, kind in form.names.items()}
    whole = {
        "soort": KIND,
        "versie": VERSION,
        "blad": json.loads(seal_form(form)),
        "antwoorden": {**empty, **filled},
    }
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()


def _answer(name: str, kind: str, given: dict[str, Any], steps: Steps) -> str | bool:
    """Return one answer, of the type of its field."""
    if name not in given:
        raise HomeworkError(f"het antwoord in vak '{name}' ontbreekt; {_CHANGED}")
    value = given[name]
    if kind == "check" and isinstance(value, bool):
        return value
    if kind != "check" and isinstance(value, str):
        return steps.letters(check_answer(name, value))
    raise HomeworkError(f"het antwoord in vak '{name}' is niet van de goede soort; {_CHANGED}")


def parse_json(raw: bytes) -> Any:
    """Return the data in JSON of a stranger: in UTF-8, no key twice, no NaN, not too deep.

    Raises:
        HomeworkError: it is something else.

    """
    try:
        text = raw.decode("utf-8-sig")
        return json.loads(text, object_pairs_hook=_no_doubles, parse_constant=_refuse)
    except (ValueError, RecursionError):
        raise HomeworkError(_UNREADABLE) from None


def _no_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len(found := dict(pairs)) < len(pairs):
        raise ValueError("a key stands twice in one object")
    return found


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is no JSON")

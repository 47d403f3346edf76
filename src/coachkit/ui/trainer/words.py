"""What a trainer reads of the fields of a question."""

from __future__ import annotations

import re
from dataclasses import dataclass

from coachkit.desk.author.remarks import Remark
from coachkit.errors import Level
from coachkit.ui.words import sentence


@dataclass(frozen=True, slots=True)
class Words:
    """A label, and a line of help."""

    label: str
    help: str = ""


_LINES = "Zet elke op een eigen regel."
_KEYS = {
    "id": Words("Naam in het bestand (id)", "Kleine letters, cijfers en streepjes."),
    "vraag": Words("Je vraag", "Eén ding tegelijk, en in gewone woorden."),
    "vraag_u": Words("Dezelfde vraag, met u"),
    "antwoord": Words("Wat voor antwoord?"),
    "categorie": Words("Waar gaat ze over?"),
    "fasen": Words("Voor wie in deze fase is", "Kruis niets aan als ze altijd past."),
    "situaties": Words("Voor wie dit tegenkomt", "Kruis niets aan als ze altijd past."),
    "hulp": Words("Hulp bij de vraag", "Een korte zin onder de vraag."),
    "minuten": Words("Hoeveel minuten kost ze?"),
    "diepte": Words("Hoe diep gaat ze?"),
    "vervolgvraag": Words("Om door te vragen", "Die ziet alleen de coach."),
    "bron": Words("Bron", "Waar komt de vraag vandaan?"),
    "labels": Words("Labels", "Met een komma ertussen."),
    "mag": Words("Wat mag, en waarom", "Bijvoorbeeld: gesloten: kiezen is hier de bedoeling"),
    "regels": Words("Aantal regels om te schrijven"),
    "laag": Words("Woorden bij 0"),
    "hoog": Words("Woorden bij 10"),
    "opties": Words("Waar kun je uit kiezen?", f"Twee tot twaalf. {_LINES}"),
    "anders": Words("Met een vak voor iets anders"),
    "kolommen": Words("Woorden boven de kolommen", _LINES),
    "rijen": Words("Rijen", f"Een getal, of woorden. {_LINES}"),
    "rijkop": Words("Woord boven de rijen"),
    "treden": Words("Treden", f"Van groot naar klein, twee tot zes. {_LINES}"),
    "als": Words("Klein woord bij als"),
    "dan": Words("Klein woord bij dan"),
    "ringen": Words("De drie cirkels", "Drie, van binnen naar buiten. Per regel: titel: uitleg"),
    "titel": Words("Titel"),
    "uitleg": Words("Uitleg"),
    "gebieden": Words("Delen van het wiel", f"Drie tot tien. {_LINES}"),
    "keuzes": Words("De twee keuzes", _LINES),
    "tekst": Words("Wat spreken jullie af?"),
    "partijen": Words("Wie tekent?", "Van client en coach worden het de namen."),
    "dagen": Words("Aantal dagen"),
    "alles": Words("Woorden boven het grote vak"),
    "bakken": Words("Bakken om in te sorteren", f"Twee tot vier. {_LINES}"),
    "kies": Words("Woorden bij wat gekozen wordt"),
    "hoogte": Words("Hoogte van het vak, in millimeters"),
    "soort": Words("Soort antwoord"),
    "vragen": Words("Vragen"),
    "naam": Words("Hoe heet de set?"),
    "doelgroep": Words("Voor wie zijn de vragen?"),
}
_LEVELS: dict[Level, str] = {"error": "Fout", "warning": "Waarschuwing", "hint": "Tip"}
UNASKED, ENDS = "geen-vraag", ".?!"
"""The rule that a question asks something, which is told when a sentence has its end."""
_EMPTY = re.compile(r"'[a-z_]+' (?:ontbreekt|is leeg)")
_QUOTED = re.compile(r"'([a-z_]+)'")


def words_of(key: str) -> Words:
    """Return the label and help of a field, by its key in YAML."""
    bare = key.removesuffix("_u")
    if key in _KEYS or bare not in _KEYS:
        return _KEYS.get(key, Words(key.replace("_", " ").capitalize()))
    return Words(f"{_KEYS[bare].label} (met u)")


def told(message: str, cure: str = "") -> str:
    """Return a problem as a trainer reads it at a field: by labels, without keys of YAML."""
    if _EMPTY.fullmatch(message):
        message = "dit is nog leeg"
    return sentence(_QUOTED.sub(_label, f"{message}; {cure}" if cure else message))


def told_at_field(remark: Remark) -> str:
    """Return a remark with how much it matters, unless it blocks."""
    line = told(remark.message, remark.cure)
    return line if remark.blocks else f"{_LEVELS[remark.level]}: {line[:1].lower()}{line[1:]}"


def is_missing(remark: Remark) -> bool:
    """Tell whether a remark only says that something is not filled in yet."""
    return remark.blocks and remark.message.endswith("' ontbreekt")


def place_of(remark: Remark) -> str:
    """Return the field at which a remark is told: a text with *u* that is missing has its own."""
    of_formal = is_missing(remark) and remark.message.endswith("_u' ontbreekt")
    return f"{remark.field.removesuffix('_formal')}_formal" if of_formal else remark.field


def _label(found: re.Match[str]) -> str:
    known = _KEYS.get(found[1]) or _KEYS.get(found[1].removesuffix("_u"))
    return f"'{words_of(found[1]).label}'" if known else found[0]

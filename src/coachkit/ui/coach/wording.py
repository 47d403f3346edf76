"""Messages of the library in words that point to what stands on the coach's screen."""

from __future__ import annotations

import re
from collections.abc import Callable

from coachkit.ui.coach.fields import CLIENT, MORE
from coachkit.ui.words import sentence, without_codes
from coachkit.vocabulary import OTHER_ANGLE, SURPRISE
from coachkit.worksheet.values import slot_in_words

_SIGNED = (
    "vul bij stap 1, onder 'Ondertekening en kenmerk', in wie het blad ondertekent, "
    "of zet 'coach' in praktijk.yaml"
)
_GOAL = "zeg bij stap 1 zelf hoe het klinkt, onder 'Het doel in een zin'"
_FIELDS = {
    field["key"]: field["label"]
    for part in (*CLIENT, *MORE)
    for field in part.get("fields", [part])
}
_ON_BUTTONS = {SURPRISE: "'Verras me'", OTHER_ANGLE: "'Andere invalshoek'"}
_TIME = rf"{_FIELDS['minuten']} Vul"
_WORDINGS: tuple[tuple[str, str | Callable[[re.Match[str]], str]], ...] = (
    (
        r"'minuten' moet een heel getal zijn(?:, niet '[^;]*')?; schrijf alleen cijfers",
        f"{_TIME} een heel getal in",
    ),
    (r"'minuten' is te (?:klein|groot); neem (minstens|hooguit) (\d+)", rf"{_TIME} \1 \2 in"),
    (r"minuten: (\d+) is te weinig", r"\1 minuten is te weinig"),
    (r"\b([Dd])e werkvorm '[a-z0-9-]+'", r"\1eze werkvorm"),
    (r"(noemt [^(;]+) \(in '\w+'\)", r"\1"),
    (
        r"de vaste vraag '[a-z0-9-]+' noemt ([^;]+);",
        lambda found: f"een vaste vraag noemt {_slots(found)};",
    ),
    (r"\b([Dd])e vraag '[a-z0-9-]+'", r"\1eze vraag"),
    (r"kies een andere werkvorm \([^)]*\)", "kies een andere werkvorm"),
    (r"kies er zelf een met --recipe", "kies er zelf een"),
    (r"wat niet is ingevuld \(([^)]*)\)", lambda found: f"wat niet is ingevuld ({_slots(found)})"),
    (r"waar een werkvorm om het label (.+) vraagt", lambda found: f"met {_buttons(found)}"),
    (r"(?:situatie|fase) \([^)]*\)", lambda found: found[0].replace("-", " ")),
    (r"(?:zet 'coach'|vul 'coach' in,) in de briefing of in praktijk\.yaml", _SIGNED),
    (r"geef doel_\w+(?: en doel_\w+)? in de briefing voor een vloeiende zin", _GOAL),
    (
        r"vul 'doel' in \(en 'doel_te' en 'doel_nominaal' als je die weet\)",
        "vul bij stap 1 het doel in",
    ),
    (
        r"vul '\w+' in met de woorden van je cliënt, of geef bij --after .*",
        "vul dat in bij stap 1, onder 'De vorige keer'",
    ),
    (r"'doel_te'", "'Wat helpt je om …'"),
    (r"'doel_nominaal'", "'Je wilt …'"),
    (r"\(zie leefwereld in de briefing\)", "(zie bij stap 1 waar vragen over mogen gaan)"),
    (r"vul dat in de briefing in", "vul dat bij stap 1 in"),
    (r"dat staat niet in de briefing", "dat is niet ingevuld"),
    (r"deze briefing", "deze cliënt"),
    (r"\bkleine-stappen\b", "kleine stappen"),
)


def on_screen(text: str) -> str:
    """Return a message with the fields of the screen in the place of the keys of a brief."""
    for pattern, words in _WORDINGS:
        text = re.sub(pattern, words, text)
    return without_codes(text)


def at_field(text: str) -> str:
    """Return what is wrong with a field as a sentence, with labels in the place of keys."""
    words = re.sub(
        r"'(\w+)'", lambda found: f"'{_FIELDS.get(found[1], found[1])}'", on_screen(text)
    )
    return sentence(words)


def _slots(found: re.Match[str]) -> str:
    """Return slots in words, such as ``het doel`` for ``doel.te``."""
    return " en ".join(dict.fromkeys(slot_in_words(slot) for slot in found[1].split(", ")))


def _buttons(found: re.Match[str]) -> str:
    """Return the buttons that bring questions with a label."""
    return " of ".join(_ON_BUTTONS.get(label, label) for label in found[1].split(" of "))

"""Messages of the library in words that point to what stands on the coach's screen."""

from __future__ import annotations

import re

_SIGNED = (
    "vul bij stap 1, onder 'Ondertekening en kenmerk', in wie het blad ondertekent, "
    "of zet 'coach' in praktijk.yaml"
)
_GOAL = "zeg bij stap 1 zelf hoe het klinkt, onder 'Het doel in een zin'"
_WORDINGS = (
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
)


def on_screen(text: str) -> str:
    """Return a message with the fields of the screen in the place of the keys of a brief."""
    for pattern, words in _WORDINGS:
        text = re.sub(pattern, words, text)
    return text

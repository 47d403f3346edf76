"""How Dutch spells the present tense of a verb."""

from __future__ import annotations

import re

VOWELS = "aeiouyáéíóúàèìòùäëïöü"

# Stems that the spelling of the infinitive does not give; compounds of these verbs follow them.
IRREGULAR = {
    "doen": "doe",
    "gaan": "ga",
    "hebben": "heb",
    "komen": "kom",
    "kunnen": "kan",
    "mogen": "mag",
    "slaan": "sla",
    "staan": "sta",
    "willen": "wil",
    "zien": "zie",
    "zijn": "ben",
    "zullen": "zal",
}
_WITH_T = {"ben": "bent", "kan": "kunt", "mag": "mag", "zal": "zult"}

_OPEN_SYLLABLE = re.compile(rf"(?:^|[^{VOWELS}])[aeou][^{VOWELS}wxj]$|uer$")


def possible_stems(infinitive: str) -> tuple[str, ...]:
    """Return how the stem of a regular verb may be spelled, the likeliest first.

    >>> possible_stems("lopen")
    ('loop', 'lop')
    >>> possible_stems("zetten")
    ('zet',)
    """
    if not infinitive.endswith("en") or len(infinitive) < 4:
        return ()
    core = infinitive[:-2]
    if core[-1] == core[-2] and core[-1] not in VOWELS:
        return (core[:-1],)
    if core.endswith("ër"):
        return (f"{core[:-2]}{'ë' if core[-3] == 'e' else 'e'}er",)
    short = _hardened(core)
    if _OPEN_SYLLABLE.search(core):
        return (_hardened(core[:-1] + core[-2:]), short)
    return (short,)


def with_t(stem: str) -> str:
    """Return the form after je and u of a stem.

    >>> with_t("loop"), with_t("zet"), with_t("vind"), with_t("ga"), with_t("kan")
    ('loopt', 'zet', 'vindt', 'gaat', 'kunt')
    """
    if stem in _WITH_T:
        return _WITH_T[stem]
    if stem.endswith("t"):
        return stem
    if stem.endswith("i") and stem[-2:-1] not in VOWELS:
        return f"{stem}et"
    return f"{stem}at" if stem.endswith("a") else f"{stem}t"


def _hardened(stem: str) -> str:
    return {"v": f"{stem[:-1]}f", "z": f"{stem[:-1]}s"}.get(stem[-1], stem)

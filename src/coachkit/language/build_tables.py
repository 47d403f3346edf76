"""Build the tables of verbs and words from an open list of Dutch words.

Run: ``python -m coachkit.language.build_tables /usr/share/dict/dutch``

A list of words says nothing about grammar, but its words prove each other. A word is taken as an
infinitive when its present tense is in the list, and its past tense or a participle too. It is
separable when the list has the participle with *ge* in the middle (*op-ge-ruimd*), or when its
second part never takes *ge* (*voor-bereid*). What no list can prove stands in hand-written files
beside the tables: participles of strong verbs, verbs that look separable and are not, new verbs.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from coachkit.language.conjugation import IRREGULAR, possible_stems, with_t
from coachkit.language.tables import DATA, VERBS, WORDS, pack, read_rows, splits_in_two

_KINDS_OF_PREFIX = dict(read_rows("voorvoegsels.tsv"))
_PREFIXES = tuple(_KINDS_OF_PREFIX)
_LONGEST_FIRST = sorted(_PREFIXES, key=len, reverse=True)
_WITHOUT_GE = ("be", "er", "ge", "her", "ont", "ver")
# Before a verb that never takes "ge" these do not stand apart: te overbelasten.
_NEVER_APART = ("achter", "mis", "over", "vol", "weer")
# A past tense: two equal letters after a long sound (landden, praatten).
_PAST_PLURAL = re.compile(r"(?:[^aeiou]|[aeiou]{2}|ij)(?:dden|tten)$")
_ONE_SOUND = ("ij", "ui")
_LONGEST_WORD = 20
_SMALL = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*")

_STRONG = dict(read_rows("sterk.tsv"))
_STRONG_FORMS = frozenset(_STRONG.values()) - {"-"}
_LOOKALIKES = dict(read_rows("gelijkend.tsv"))


_NO_VERB = "geen"


def main(arguments: list[str]) -> int:
    """Write the tables into the package, from the list of words whose path is given."""
    if len(arguments) != 1:
        sys.stderr.write("Gebruik: python -m coachkit.language.build_tables WOORDENLIJST\n")
        return 2
    words = read_words(Path(arguments[0]))
    for name, text in ((VERBS, build_verbs(words)), (WORDS, build_words(words))):
        (DATA / name).write_text(text, encoding="utf-8", newline="\n")
    return 0


def read_words(path: Path) -> frozenset[str]:
    """Return the words of a list that are written in small letters, with hyphens at most."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(word for word in lines if _SMALL.fullmatch(word) and word.islower())


def build_verbs(words: frozenset[str]) -> str:
    """Return the table of verbs: on each line an infinitive, and its stem where that is no rule.

    Behind a prefix stands ``|``, or ``?`` where the verb has two meanings, one of which is not
    separable.
    """
    verbs = sorted(_verbs(words))
    return "".join(f"{_row(verb, stem, words)}\n" for verb, stem in verbs)


def build_words(words: frozenset[str]) -> str:
    """Return the words that are not too long and are no compound of two others, packed."""
    kept: set[str] = set()
    short = (word for word in words if 2 <= len(word) <= _LONGEST_WORD)
    for word in sorted(short, key=lambda word: (len(word), word)):
        if not splits_in_two(word, kept):
            kept.add(word)
    return pack(sorted(kept))


def _verbs(words: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield each infinitive with its stem."""
    for word in words:
        if not word.endswith("n") or len(word) < 4 or _PAST_PLURAL.search(word):
            continue
        if _LOOKALIKES.get(word) == _NO_VERB or word.startswith("niet-"):
            continue
        if any(word.endswith(f"ge{participle}") for participle in _STRONG_FORMS):
            continue
        irregular = next((base for base in IRREGULAR if _is_compound(word, base)), None)
        stem = _irregular_stem(word, irregular) if irregular else _stem(word, words)
        if stem:
            yield word, stem


def _irregular_stem(word: str, base: str) -> str:
    return word.removesuffix(base) + IRREGULAR[base]


def _is_compound(word: str, base: str) -> bool:
    return word.endswith(base) and word.removesuffix(base) in ("", *_PREFIXES, *_WITHOUT_GE)


def _stem(word: str, words: frozenset[str]) -> str | None:
    for stem in possible_stems(word):
        if {stem, with_t(stem)} <= words and _is_proved(word, stem, words):
            return stem
    # Of some verbs the list has no present tense; the present participle is enough.
    is_stem = not words.isdisjoint((f"{word}en", f"{word}nen"))
    if word.endswith("en") and not is_stem and {f"{word}d", f"{word}de"} <= words:
        stems = possible_stems(word)
        return next((stem for stem in stems if stem in words or f"{stem}de" in words), stems[0])
    return None


def _is_proved(word: str, stem: str, words: frozenset[str]) -> bool:
    proofs = [f"{stem}te", f"{stem}de", f"{word}d", f"{word}de"]
    # What ends in t or d by itself may be the past tense of another verb: no proof.
    if not stem.endswith(("t", "d")):
        proofs += _participles("", word, stem)
    return not words.isdisjoint(proofs) or any(_is_compound(word, base) for base in _STRONG)


def _row(verb: str, stem: str, words: frozenset[str]) -> str:
    prefix, mark = _prefix(verb, stem, words)
    shown = f"{prefix}{mark}{verb[len(prefix) :]}" if prefix else verb
    regular = possible_stems(verb)
    return shown if regular and stem == regular[0] else f"{shown}\t{stem}"


def _prefix(verb: str, stem: str, words: frozenset[str]) -> tuple[str, str]:
    """Return the prefix that stands apart from a verb, and the mark behind it."""
    if verb in _LOOKALIKES:
        prefix = _LOOKALIKES[verb].strip("-?")
        return prefix, "?"
    for prefix in _LONGEST_FIRST:
        base = verb.removeprefix(prefix)
        if base != verb and _is_separable(prefix, base, stem.removeprefix(prefix), words):
            return prefix, "|"
    return "", ""


def _is_separable(prefix: str, base: str, stem: str, words: frozenset[str]) -> bool:
    if len(base) < 4 or not stem:
        return False
    if base.startswith(_WITHOUT_GE) and words.isdisjoint(_participles("", base, stem)):
        return base in words and prefix not in _NEVER_APART
    if not words.isdisjoint(_participles(prefix, base, stem)):
        return True
    # A prefix that always stands apart needs no proof, unless it is Latin: informeren.
    always = _KINDS_OF_PREFIX[prefix] == "nieuw" and not base.endswith("eren")
    return always and base in words and _stem(base, words) is not None


def _participles(prefix: str, base: str, stem: str) -> list[str]:
    """Return how the participle with *ge* may be spelled, a weak one and a strong one."""
    # A vowel that would melt into "ge" gets a diaeresis: opgeëist.
    vowel = {"e": "ë", "i": "ï", "u": "ü"}.get(stem[0])
    apart = f"{vowel}{stem[1:]}" if vowel and stem[:2] not in _ONE_SOUND else stem
    endings = ("",) if stem.endswith(("t", "d")) else ("t", "d")
    weak = [f"{prefix}ge{apart}{ending}" for ending in endings]
    strong = _STRONG.get(base, "-")
    return weak if strong == "-" else [*weak, f"{prefix}ge{strong}"]


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

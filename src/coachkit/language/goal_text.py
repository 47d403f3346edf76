"""A client's goal as it was typed, made ready to be read as words."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from coachkit.language.tables import is_word, read_rows
from coachkit.language.verbs import is_infinitive

MAX_WORDS = 40
MAX_LENGTH = 300

_SPACE = re.compile(r"\s+")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060\ufeff]")
_TYPED = {"’": "'", "‘": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"', "–": "-"}
_BULLET = re.compile(r"^(?:[-*•]|\d[.)])\s+(?=\D)")
_PLAIN = re.compile(r"(?:[\w' ,%€-]|(?<=\d)[.:](?=\d))+")
_NUMBER = re.compile(r"[€%]?\d+(?:[.,:]\d+)*(?:%|e|x|u|km|kg)?|[%€-]")
_WISH = re.compile(
    r"""(?:mijn\s+)?(?:doel|wens)(?:\s+is|:)\s+
    | (?:ik\s+)?(?:zou|wil|wilde|wou)\s+
      (?:(?:zo|heel|echt|ook|toch|gewoon|nu|best|eigenlijk|wel(?!\s+eens)|heel\ graag)\s+)*
      (?:(?:graag|liever|dolgraag)\s+)?(?:willen\s+)?
      (?:(?:leren\s+hoe|weten\s+hoe)\s+(?=\Z))?
    | (?:eigenlijk|het\s+liefst|liefst)\s+wil\s+ik\s+(?:graag\s+)?
    | graag\s+(?:wil\s+ik\s+|zou\s+ik\s+(?:willen\s+)?)?""",
    re.VERBOSE | re.IGNORECASE,
)


class UnclearGoalError(ValueError):
    """A goal cannot be read for certain; the message tells why, in Dutch."""


@cache
def words_of_kind(kind: str) -> frozenset[str]:
    """Return the words of one kind, of the table that goals are read with."""
    return frozenset(dict(read_rows("doelwoorden.tsv"))[kind].split())


def words_of(goal: str) -> list[str]:
    """Return the words of a goal, commas as words of their own, without *ik wil graag*.

    Raises:
        UnclearGoalError: it is no single line of words that can be known.

    """
    line = "".join(_TYPED.get(letter, letter) for letter in goal[: 2 * MAX_LENGTH])
    line = _SPACE.sub(" ", _CONTROL.sub(" ", line)).strip()
    if len(line) > MAX_LENGTH:
        raise UnclearGoalError("het doel is lang")
    if line.endswith("?"):
        raise UnclearGoalError("het is een vraag")
    if line[:1] == line[-1:] == "'":
        line = line[1:-1]
    line = _BULLET.sub("", line.strip(' "'), count=1).rstrip(" .!,;…").strip(' "')
    line = line.replace(" & ", " en ").replace(" + ", " en ")
    if line.isupper():
        line = line.lower()
    line = _without_wish(line)
    if not line:
        raise UnclearGoalError("er staat nog geen doel")
    if re.search(r"[.!?;:]\s", f"{line} "):
        raise UnclearGoalError("er staat meer dan één zin")
    if not _PLAIN.fullmatch(line):
        raise UnclearGoalError("er staan tekens in die ik niet kan plaatsen")
    words = re.findall(r",|[^ ,]+", line)
    if len(words) > MAX_WORDS:
        raise UnclearGoalError("het doel is lang")
    if any(word == after for word, after in pairwise(words)):
        raise UnclearGoalError("er staat twee keer hetzelfde woord achter elkaar")
    words = _lowered(words)
    _check_known(words)
    return words


def _without_wish(line: str) -> str:
    wish = _WISH.match(line)
    if not wish:
        return line
    rest = line[wish.end() :]
    said = wish.group().lower()
    if "graag" not in said and "liever" not in said:
        rest = re.sub(r"\bgraag\s+", "", rest, count=1)
    if "zou" in said and "willen" not in said:
        rest = re.sub(r"\bwillen\s+(?=\w+n\b)", "", rest, count=1)
    return rest


def _lowered(words: list[str]) -> list[str]:
    """Return the words without capitals that are no sign of a name."""
    titled = len(words) > 1 and all(word[0].isupper() for word in words)
    lowered = []
    for place, word in enumerate(words):
        small = word[:1].lower() + word[1:]
        known = is_word(small) or len(word) == 1
        first = (place == 0 or titled) and known
        changes = (first or is_infinitive(small)) and small not in words_of_kind("taal")
        lowered.append(small if changes else word)
    return lowered


def _check_known(words: list[str]) -> None:
    unknown = next((word for word in words if not _is_known(word)), None)
    if unknown:
        raise UnclearGoalError(f"het woord '{unknown[:40]}' ken ik niet")


def _is_known(word: str) -> bool:
    if word in (",", "'s", "'t", "'n") or _NUMBER.fullmatch(word) or word[0].isupper():
        return True
    if f"{word}n" in words_of_kind("hulpwerkwoord"):
        return False
    if is_word(word) or is_infinitive(word) or any(word in words_of_kind(k) for k in _KINDS):
        return True
    if word.endswith("scher") and is_word(word.removesuffix("er")):
        return True
    parts = [part for part in re.split(r"[-']", word) if part]
    return len(parts) > 1 and all(len(part) == 1 or is_word(part) for part in parts)


_KINDS = ("lidwoord", "zelfstandig", "voorzetsel", "iemand-anders", "leenwoord")

"""The heading of an invitation, and what is left of pain and desire below it."""

from __future__ import annotations

from dataclasses import dataclass

from coachkit.invitation.facts import Facts
from coachkit.invitation.remarks import MAX_HEADING_WORDS
from coachkit.invitation.wording import sentences

_FEWEST_WORDS = 3


@dataclass(frozen=True)
class Opening:
    """A heading (may be empty), and the pain and desire that are told below it."""

    heading: str
    pain: str
    desire: str


def opening(facts: Facts) -> Opening:
    """Choose the heading: the trainer's own, or a short first sentence of pain or desire.

    A sentence that becomes the heading does not stand in its paragraph any more. Only a first
    sentence is taken, so that what follows still follows; and of the desire only one of more, so
    that it does not vanish from below the pain.
    """
    pain, desire = sentences(facts.pain), sentences(facts.desire)
    if facts.heading:
        return Opening(_title(facts.heading), facts.pain, facts.desire)
    if len(pain) > 1 and _is_short(pain[0]):
        return Opening(_title(pain[0]), " ".join(pain[1:]), facts.desire)
    if len(desire) > 1 and _is_short(desire[0]) and desire[0].endswith("?"):
        return Opening(_title(desire[0]), facts.pain, " ".join(desire[1:]))
    if _is_short(pain[0]):
        return Opening(_title(pain[0]), "", facts.desire)
    return Opening("", facts.pain, facts.desire)


def _is_short(sentence: str) -> bool:
    return _FEWEST_WORDS <= len(sentence.split()) <= MAX_HEADING_WORDS


def _title(sentence: str) -> str:
    return sentence if sentence.endswith(("..", "…")) else sentence.removesuffix(".")

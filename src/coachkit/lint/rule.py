"""What a rule is: its name, its level, what it is for, and how it finds what it looks for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from coachkit.errors import Level
from coachkit.lint.reading import Reading


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found in a text, and what to do about it. Both Dutch."""

    message: str
    cure: str


Find = Callable[[Reading], Finding | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. ``find`` looks in a text; rules without it look at more than one text."""

    id: str
    level: Level
    why: str
    bad: str
    good: str
    source: str = ""
    find: Find | None = None
    lightly: bool = False
    """Whether it also counts for texts that are no question: options, headings, introductions."""

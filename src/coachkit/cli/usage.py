"""A command as people type it, and what is wrong with it, in Dutch; the library speaks English."""

from __future__ import annotations

import re
from collections.abc import Callable

from typer.exceptions import TyperException

_VALUE = r"Invalid value for '?(?P<where>[^:']+)'?: (?:Value error, )?"


def _choices(found: re.Match[str]) -> str:
    choices = found["choices"].replace("'", "")
    return f"achter {found['where']} kan niet {found['what']} staan; kies uit: {choices}"


_MEANINGS: tuple[tuple[str, str | Callable[[re.Match[str]], str]], ...] = (
    (r"Missing (?:argument|option) '(?P<what>.+?)'\.", r"er ontbreekt iets: \g<what>"),
    (r"No such option: (?P<what>\S+).*", r"\g<what> is geen keuze van deze opdracht"),
    (r"No such command '(?P<what>.*?)'\. Did you mean '(?P<near>.*?)'\?",
     r"er is geen opdracht '\g<what>'; bedoel je \g<near>?"),
    (r"No such command '(?P<what>.*?)'\.", r"er is geen opdracht '\g<what>'"),
    (r"Option '(?P<what>.*?)' requires an argument\.", r"achter \g<what> ontbreekt een waarde"),
    (r"Got unexpected extra arguments?(?:\(s\))? \((?P<what>.*)\)", r"dit is te veel: \g<what>"),
    (_VALUE + r"(?P<what>.*) is not one of (?P<choices>.*?)\.?", _choices),
    (_VALUE + r"(?P<what>.*) does not match the formats .*",
     r"achter \g<where> hoort een datum, geen \g<what>; schrijf bijvoorbeeld 2026-11-22"),
    (_VALUE + r"Input should be a valid integer.*", r"achter \g<where> hoort een getal"),
    (_VALUE + r"Input should be greater than or equal to (?P<what>\S+)",
     r"achter \g<where> hoort een getal vanaf \g<what>"),
    (_VALUE + r"Input should be less than or equal to (?P<what>\S+)",
     r"achter \g<where> hoort een getal tot en met \g<what>"),
)  # fmt: skip


def usage_words(error: TyperException) -> str:
    """Return what is wrong with a command, and where to look."""
    message = words = error.format_message().strip()
    if message.startswith("Usage:"):  # without anything typed: the help itself
        return message
    for pattern, meaning in _MEANINGS:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            words = meaning(found) if callable(meaning) else found.expand(meaning)
            break
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "coachkit"
    return f"{words}\nkijk met: {command} --help"

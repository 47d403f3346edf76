"""Texts with slots, such as ``Wat helpt je om {{ doel.te }}?``.

A text may hold known names and nothing else: no calls, filters, loops or other attributes. That
is checked when the question bank is loaded, by walking what Jinja2 parsed; filling joins the parts
that it parsed, so nothing is ever run, and what is filled in is data that is never parsed again.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import lru_cache
from typing import Annotated

from jinja2 import TemplateSyntaxError, UndefinedError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment
from pydantic import AfterValidator, StringConstraints

SLOTS = (
    "naam",
    "coach",
    "doel.te",
    "doel.nominaal",
    "doel.citaat",
    "vorige.stap",
    "vorige.antwoord",
)
CHOICE = "keuze."
"""What a slot begins with that is filled from a list of the question's own set."""

SlotValues = Mapping[str, str]

_MARKS = ("{{", "}}", "{%", "%}", "{#", "#}")
_STATEMENTS = ("block_begin", "comment_begin", "comment", "raw_begin")
_environment = ImmutableSandboxedEnvironment(keep_trailing_newline=True)

_QUOTES = r"[\"'\u201d\u2019\u00bb)]*"
_HAS_END = re.compile(rf"[.!?\u2026]{_QUOTES}\s*\Z")
_ASKS = re.compile(rf"\?{_QUOTES}\s*\Z")
_STOP_NEXT = re.compile(rf"\A({_QUOTES})\.(?!\.)")
_ASKS_NEXT = re.compile(rf"\A({_QUOTES})\?")


def slots_in(text: str, known: Collection[str] = SLOTS) -> frozenset[str]:
    """Return the names of the slots in a text; ``keuze.x`` for what comes from list ``x``.

    Args:
        text: a text of a trainer.
        known: the names that may occur.

    Raises:
        ValueError: a slot that is not known, or anything of a template that is not a slot; the
            message is Dutch, with the cure behind a semicolon.

    """
    if not any(mark in text for mark in _MARKS):
        return frozenset()
    try:
        if any(kind in _STATEMENTS for _, kind, _ in _environment.lex(text)):
            raise ValueError(
                "{% en {# kunnen hier niet; gebruik alleen {{ ... }} met een bekend woord"
            )
        body = _environment.parse(text).body
    except TemplateSyntaxError:
        raise ValueError(f"er mist iets bij de haakjes {{{{ }}}}; {_cure(known)}") from None
    except RecursionError:
        raise ValueError(f"een invulplek is te ingewikkeld; {_cure(known)}") from None
    names: set[str] = set()
    for output in body:
        parts = output.nodes if isinstance(output, nodes.Output) else [output]
        filled = [part for part in parts if not isinstance(part, nodes.TemplateData)]
        names.update(_name(part, known) for part in filled)
    if unpaired := [m for m in ("{{", "}}") if m in _plain_parts(body)]:
        raise ValueError(f"{unpaired[0]} staat er zonder het andere deel; {_cure(known)}")
    return frozenset(names)


def fill(text: str, values: SlotValues) -> str:
    """Fill the slots of a text that was checked by :func:`slots_in`; values stay data.

    Where a value ends a sentence and the text goes on with the same end or a full stop, only that
    of the value is left.
    """
    if "{{" not in text:
        return text
    filled = said = ""
    for is_slot, part in _parts(text):
        if is_slot:
            said = _value(part, values)
            filled += said
        else:
            filled += _after(said, part)
            said = ""
    return filled


def _value(name: str, values: SlotValues) -> str:
    if name not in values:
        raise UndefinedError(f"'{name}' is undefined")
    return values[name]


def _after(said: str, rest: str) -> str:
    """Return the text behind what fills a slot, without an end that would be the second."""
    if _ASKS.search(said):
        rest = _ASKS_NEXT.sub(r"\1", rest, count=1)
    return _STOP_NEXT.sub(r"\1", rest, count=1) if _HAS_END.search(said) else rest


@lru_cache(maxsize=2000)
def _parts(text: str) -> tuple[tuple[bool, str], ...]:
    """Return the parts of a text in their order: whether it is a slot, and its name or words."""
    outputs = _environment.parse(text).body
    parts = [p for o in outputs for p in (o.nodes if isinstance(o, nodes.Output) else [o])]
    return tuple(
        (False, part.data) if isinstance(part, nodes.TemplateData) else (True, _dotted(part))
        for part in parts
    )


def _cure(known: Collection[str]) -> str:
    return "bekend zijn: " + ", ".join(known)


_CHOICE_SLOT = re.compile(r"\{\{\s*keuze\.(\w+)\s*\}\}")


def lists_in(text: str) -> frozenset[str]:
    """Return the names of the lists that a text draws words from."""
    return frozenset(_CHOICE_SLOT.findall(text))


def choose(text: str, words: Mapping[str, str]) -> str:
    """Put words from lists in a text; other slots stay, and words are never parsed."""
    chosen = _CHOICE_SLOT.sub(lambda found: words[found[1]], text)
    starts_with_choice = _CHOICE_SLOT.match(text) is not None
    return chosen[:1].upper() + chosen[1:] if starts_with_choice else chosen


def _name(node: nodes.Node, known: Collection[str]) -> str:
    """Return the dotted name of a slot; refuse every other expression."""
    name = _dotted(node)
    if name not in known and not name.startswith(CHOICE):
        shown = f"{{{{ {name} }}}}" if name else "deze uitdrukking"
        raise ValueError(f"{shown} is geen bekende invulplek; {_cure(known)}")
    return name


def _dotted(node: nodes.Node) -> str:
    """Return the name of a slot, such as ``doel.te``; empty for every other expression."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr) and isinstance(node.node, nodes.Name):
        return f"{node.node.name}.{node.attr}"
    return ""


def _plain_parts(body: list[nodes.Node]) -> str:
    return "".join(
        part.data
        for output in body
        if isinstance(output, nodes.Output)
        for part in output.nodes
        if isinstance(part, nodes.TemplateData)
    )


def _checked(text: str) -> str:
    choices = {name for name in slots_in(text) if name.startswith(CHOICE)}
    if choices != {CHOICE + name for name in lists_in(text)}:
        raise ValueError("een keuze klopt niet; schrijf haar precies zo: {{ keuze.lijst }}")
    return text


def _without_choice(text: str) -> str:
    if lists := sorted(lists_in(text)):
        raise ValueError(
            f"{{{{ {CHOICE}{lists[0]} }}}} kan alleen bij een vraag; schrijf de tekst uit"
        )
    return _checked(text)


def _slotless(text: str) -> str:
    if any(mark in text for mark in _MARKS):
        raise ValueError("hier kan geen invulplek staan; schrijf de tekst zonder {{ en {%")
    return text


_Filled = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]

Text = Annotated[_Filled, AfterValidator(_slotless)]
"""A text of a trainer, not empty, without slots."""

SlotText = Annotated[_Filled, AfterValidator(_without_choice)]
"""A text of a trainer, not empty, that may hold slots for what is known of a client."""

PatternText = Annotated[_Filled, AfterValidator(_checked)]
"""A text of a question: its slots may also draw from the lists of its set."""

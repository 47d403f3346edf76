"""The texts of a question, a recipe or a broken file: where each stands, and what it is for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from coachkit.address import Addressed
from coachkit.model import Question, Recipe

Loc = tuple[str | int, ...]


class Role(Enum):
    """How strictly a text is looked at."""

    QUESTION = "question"
    HELP = "help"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Passage:
    """One text. A formal text is told of only where its informal one is right."""

    text: str
    loc: Loc
    role: Role = Role.QUESTION
    formal: bool = False


_QUESTION_KEYS = (
    ("vraag", Role.QUESTION),
    ("vervolgvraag", Role.QUESTION),
    ("hulp", Role.HELP),
)


def question_passages(question: Question, loc: Loc = ()) -> Iterator[Passage]:
    """Yield the texts of a question, and the words of its answer."""
    yield from raw_passages(
        {
            "vraag": question.text,
            "vraag_u": question.text_formal,
            "vervolgvraag": question.follow_up,
            "vervolgvraag_u": question.follow_up_formal,
            "hulp": question.help,
            "hulp_u": question.help_formal,
        },
        loc,
    )
    yield from _words_of(question.answer, (*loc, "antwoord"))


def raw_passages(data: dict[str, object], loc: Loc = ()) -> Iterator[Passage]:
    """Yield the texts of a question as it stands in a file that may not be right."""
    for key, role in _QUESTION_KEYS:
        for name in (key, f"{key}_u"):
            text = data.get(name)
            if isinstance(text, str) and text.strip():
                yield Passage(text, (*loc, name), role, name.endswith("_u"))


def recipe_passages(recipe: Recipe) -> Iterator[Passage]:
    """Yield the texts of a recipe: title, introduction, headings, closing and reminders."""
    yield from _pair(recipe.title, recipe.title_formal, ("titel",))
    yield from _pair(recipe.intro, recipe.intro_formal, ("inleiding",))
    yield from _pair(recipe.closing, recipe.closing_formal, ("slot",))
    for i, section in enumerate(recipe.sections):
        yield from _pair(section.heading, section.heading_formal, ("onderdelen", i, "kop"))
    for i, reminder in enumerate(recipe.reminders):
        place = ("herinneringen", i, "tekst")
        yield from _pair(reminder.text, reminder.text_formal, place)


def _pair(text: str | None, formal: str | None, loc: Loc) -> Iterator[Passage]:
    if text:
        yield Passage(text, loc, Role.OTHER)
    if formal:
        yield Passage(formal, (*loc[:-1], f"{loc[-1]}_u"), Role.OTHER, formal=True)


def _words_of(answer: Addressed, loc: Loc) -> Iterator[Passage]:
    """Yield the words that an answer shows: options, columns, both ends of a scale."""
    for name, info in type(answer).model_fields.items():
        key = info.alias or name
        if name == "soort":
            continue
        value = getattr(answer, name)
        texts = value if isinstance(value, tuple) else (value,)
        for i, text in enumerate(texts):
            if isinstance(text, str) and text:
                place = (*loc, key, i) if isinstance(value, tuple) else (*loc, key)
                yield Passage(text, place, Role.OTHER, str(key).endswith("_u"))

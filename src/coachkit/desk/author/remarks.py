"""What there is to say of the question that is being written, by the field of the form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from coachkit.address import address_problems
from coachkit.bank.keys import known_keys
from coachkit.desk.author.fields import answer_fields, question_fields
from coachkit.errors import Level, Problem
from coachkit.lint.passage import raw_passages
from coachkit.lint.question import question_problems, text_problems
from coachkit.model import Question, QuestionSet
from coachkit.safetext import controls_in
from coachkit.validation import explain
from coachkit.vocabulary import Audience

Loc = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing about one field: what it is, and what to do. Both Dutch.

    ``blocks`` tells that the question cannot go into the set before this is mended.
    """

    field: str
    message: str
    cure: str
    level: Level
    rule: str
    blocks: bool = False

    @property
    def problem(self) -> Problem:
        """The same as a problem; ``loc`` names the field."""
        return Problem(self.message, self.cure, self.rule, self.level, loc=(self.field,))


@dataclass(frozen=True)
class Checked:
    """A question as far as it can be read, and the remarks about it: what blocks comes first."""

    question: Question | None
    remarks: tuple[Remark, ...]

    @property
    def blocking(self) -> tuple[Problem, ...]:
        """What must be mended before the question can go into the set."""
        return tuple(remark.problem for remark in self.remarks if remark.blocks)


def check(data: Mapping[str, Any], shared: Mapping[str, object]) -> Checked:
    """Look at a question by its model and by the rules of the linter.

    Args:
        data: the question, by Dutch key.
        shared: what its set names for all questions.

    """
    unseen = [*_unseen(data), *_wordless(data)]
    lacking = list(_lacking(data, shared))
    whole = {**shared, "naam": "set", "vragen": [data]}
    try:
        question = QuestionSet.model_validate(whole, by_alias=True, by_name=False).questions[0]
    except ValidationError as error:
        wrong = [*unseen, *explain(error, known_keys(QuestionSet)), *lacking]
        said = list(text_problems(raw_passages(dict(data), ("vragen", 0))))
        return Checked(None, _remarks(wrong, said, data))
    wrong = [*unseen, *address_problems(question, ("vragen", 0))]
    said = list(question_problems(question, ("vragen", 0)))
    return Checked(question, _remarks(wrong, said, data))


def _remarks(
    wrong: Iterable[Problem], said: Iterable[Problem], data: Mapping[str, Any]
) -> tuple[Remark, ...]:
    """Return the remarks, each once: what blocks, and what the linter says."""
    found: dict[tuple[str, str, str], Remark] = {}
    for blocks, problems in ((True, wrong), (False, said)):
        for problem in problems:
            field = field_of(problem.loc[2:], data)
            message, cure = _words(problem)
            key = (field, message, problem.rule)
            told = Remark(field, message, cure, problem.level, problem.rule, blocks)
            found.setdefault(key, told)
    return tuple(found.values())


def field_of(loc: Loc, data: Mapping[str, Any]) -> str:
    """Return the field of a form that a place in a question is about; ``text`` for no other."""
    key = str(loc[0]) if loc else ""
    if key == "antwoord":
        answer = data.get("antwoord")
        kind = str(answer.get("soort", "")) if isinstance(answer, Mapping) else ""
        names = {field.key: field.name for field in answer_fields(kind)}
        return names.get(str(loc[1]), "answer") if len(loc) > 1 else "answer"
    names = {field.key: field.name for field in question_fields()}
    return {**names, "id": "id", "u_nagekeken": "text_formal"}.get(key, "text")


def _words(problem: Problem) -> tuple[str, str]:
    """Return what is wrong and the cure, as they are for who has a form, and no file."""
    if "mag" in problem.loc and problem.message.endswith("is leeg"):
        cure = "schrijf de naam van de regel, een dubbele punt en je reden"
        return "hier ontbreekt de reden", cure
    return problem.message, _cure(problem)


def _cure(problem: Problem) -> str:
    if problem.rule == "u-vorm-verouderd":
        return "lees de u-tekst na, en zet haar op nagekeken"
    key = str(problem.loc[-1]) if problem.loc else ""
    missing = problem.message == f"'{key}' ontbreekt"
    if problem.rule == "u-vorm-ontbreekt" or (missing and key == "vraag_u"):
        return "neem het voorstel over, of schrijf de tekst met u"
    return "vul dit veld in" if missing else problem.cure


def _lacking(data: Mapping[str, Any], shared: Mapping[str, object]) -> Iterator[Problem]:
    """Yield the problem that there is no category: the model tells it when all else is right."""
    of_coach = shared.get("doelgroep") == Audience.COACH
    if not of_coach and not data.get("categorie") and not shared.get("categorie"):
        yield Problem("'categorie' ontbreekt", loc=("vragen", 0, "categorie"))


def _unseen(data: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield a problem for each text with a letter that nobody can see."""
    for loc, text in _texts(data, ("vragen", 0)):
        if controls_in(text):
            message = "in deze tekst staat een teken dat niemand kan zien"
            yield Problem(message, "typ de tekst opnieuw, of plak haar zonder opmaak", loc=loc)


def _wordless(data: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield a problem when the question has no letter."""
    text = str(data.get("vraag") or "")
    if text.strip() and not any(map(str.isalpha, text)):
        yield Problem("er staat geen woord", "schrijf je vraag", loc=("vragen", 0, "vraag"))


def _texts(value: object, loc: Loc) -> Iterator[tuple[Loc, str]]:
    if isinstance(value, str):
        yield loc, value
    elif isinstance(value, Mapping | list):
        items = value.items() if isinstance(value, Mapping) else enumerate(value)
        for key, part in items:
            yield from _texts(part, (*loc, key))

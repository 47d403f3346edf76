"""Look at one question: each of its texts by each rule, then what its author allows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from coachkit.errors import Problem
from coachkit.lint.address import address_of, differ_in_address_only, third_person
from coachkit.lint.allowed import allowed_problems
from coachkit.lint.laws import question_laws
from coachkit.lint.passage import Passage, Role, question_passages
from coachkit.lint.reading import Reading
from coachkit.lint.registry import RULES
from coachkit.lint.rule import Finding, Rule
from coachkit.lint.text_rules import TEXT_RULES
from coachkit.model import Question
from coachkit.model.pattern import expand
from coachkit.slots import lists_in
from coachkit.vocabulary import Audience

Loc = tuple[str | int, ...]


def check_question(question: str | Question) -> list[Problem]:
    """Return what the linter has to say about a question.

    Args:
        question: a text as one would ask it, or a question of the bank with all its texts. A
            pattern is looked at in all its expansions, and each problem is told once.

    Returns:
        Problems without a place in a file; ``loc`` names the key that they are about.

    """
    if isinstance(question, str):
        found = list(text_problems([Passage(question, ())]))
        short = len(question) <= MAX_LETTERS
        return [*found, *_spoken_of(Reading(question), ())] if short else found
    return list(question_problems(question))


def question_problems(question: Question, loc: Loc = ()) -> Iterator[Problem]:
    """Yield the problems of a question that stands at ``loc``."""
    found = [*address_of(question), *question_laws(question), *_expanded_problems(question)]
    for problem in allowed_problems(question, found):
        yield replace(problem, loc=(*loc, *problem.loc))


def _expanded_problems(question: Question) -> Iterator[Problem]:
    """Yield the problems of the texts; those of a pattern name the first text that has them."""
    seen: set[tuple[str, Loc]] = set()
    for plain in expand(question):
        for problem in _plain_problems(plain):
            key = (problem.rule, problem.loc)
            if key in seen:
                continue
            seen.add(key)
            yield _named(problem, question, plain)


def _named(problem: Problem, pattern: Question, plain: Question) -> Problem:
    """Name the first expansion that has a problem, when it is about words that were chosen."""
    if plain is pattern:
        return problem
    texts = {passage.loc: passage.text for passage in question_passages(pattern)}
    if not lists_in(texts.get(problem.loc, "")):
        return problem
    chosen = {passage.loc: passage.text for passage in question_passages(plain)}[problem.loc]
    return replace(problem, message=f"{problem.message} (in '{chosen}')")


def _plain_problems(question: Question) -> Iterator[Problem]:
    skipped = _fitting(question)
    for problem in text_problems(question_passages(question)):
        if problem.rule not in skipped:
            yield problem
    if question.audience is Audience.CLIENT:
        yield from _spoken_of(Reading(question.text), ("vraag",))


def text_problems(passages: Iterable[Passage]) -> Iterator[Problem]:
    """Yield what the rules find in texts, each with the loc of its text."""
    informal: set[tuple[str, str]] = set()
    before = ""
    for passage in passages:
        if len(passage.text) > MAX_LETTERS:
            yield _problem(RULES["lang"], _TOO_LONG, passage.loc)
            continue
        # What differs in address alone was looked at already.
        same = passage.formal and differ_in_address_only(before, passage.text)
        key = str(passage.loc[-1]).removesuffix("_u") if passage.loc else ""
        for rule, finding in _findings(passage, _ADDRESS_RULES if same else _RULES[passage.role]):
            if not (passage.formal and (rule.id, key) in informal):
                informal.add((rule.id, key))
                yield _problem(rule, finding, passage.loc)
        before = passage.text


def _findings(passage: Passage, rules: tuple[Rule, ...]) -> Iterator[tuple[Rule, Finding]]:
    reading = Reading(passage.text)
    for rule in rules:
        finding = rule.find(reading) if rule.find else None
        if finding is not None:
            yield rule, finding


MAX_LETTERS = 2000
"""Longer texts are not looked at: a question of the bank cannot be longer either."""

_TOO_LONG = Finding(f"deze tekst heeft meer dan {MAX_LETTERS} tekens", "maak er losse vragen van")


# A line of help may say what need not be done.
_NOT_IN_HELP = (
    *("gesloten", "geen-vraag", "opdracht", "dubbel", "meer-vragen"),
    *("ontkenning", "absoluut"),
)
_RULES = {
    Role.QUESTION: TEXT_RULES,
    Role.HELP: tuple(rule for rule in TEXT_RULES if rule.id not in _NOT_IN_HELP),
    Role.OTHER: tuple(rule for rule in TEXT_RULES if rule.lightly),
}

_ADDRESS_RULES = (RULES["aanspreekvorm"],)

# In these kinds the client works rather than tells, so that an instruction is no school.
_WORKING_KINDS = frozenset(("tekenvak", "dagboek", "sorteren", "cirkels", "afspraak"))


def _fitting(question: Question) -> frozenset[str]:
    """Return the rules that do not count for this question."""
    skipped = set()
    if question.answer.soort in _WORKING_KINDS:
        skipped.add("opdracht")
    if question.worlds or question.audience is Audience.COACH:
        skipped.add("aanname")
    return frozenset(skipped)


def _spoken_of(reading: Reading, loc: Loc) -> Iterator[Problem]:
    finding = third_person(reading)
    if finding is not None:
        yield _problem(RULES["aanspreekvorm"], finding, loc)


def _problem(rule: Rule, finding: Finding, loc: Loc) -> Problem:
    return Problem(finding.message, finding.cure, rule.id, rule.level, loc=loc)

"""Questions as a coach sees them on the screen: those on the sheet, and those she may add."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice

from coachkit.address import speaks_informally
from coachkit.bank.bank import Bank, Entry
from coachkit.export.markdown import plain_text
from coachkit.model import Question
from coachkit.slots import choose, fill, slots_in
from coachkit.vocabulary import Category, Form
from coachkit.worksheet.candidates import obstacles
from coachkit.worksheet.compose import compose
from coachkit.worksheet.proposal import Proposal
from coachkit.worksheet.values import slot_in_words, slot_values

MOST = 12
"""How many questions a search shows."""


@dataclass(frozen=True, slots=True)
class OnSheet:
    """A question of the sheet: its words for this client, and what the coach should know of it."""

    id: str
    text: str
    category: Category | None
    kind: str
    minutes: int
    reason: str
    follow_up: str
    reworded: bool
    other_form: bool = False
    """Whether the coach's own words say *je*, where the sheet says *u*."""


@dataclass(frozen=True, slots=True)
class Found:
    """A question of the bank; ``warnings`` tell what does not suit this client.

    One that names what is not known of the client cannot be added.
    """

    id: str
    text: str
    category: Category | None
    kind: str
    minutes: int
    warnings: tuple[str, ...] = ()
    can_be_added: bool = True


@dataclass(frozen=True, slots=True)
class Search:
    """What a coach looks for; what is empty is anything."""

    words: str = ""
    category: Category | None = None
    kind: str = ""


def questions_on(proposal: Proposal) -> list[OnSheet]:
    """Return the questions of a proposal in their order."""
    formal = (proposal.brief.form or proposal.practice.settings.form) is Form.FORMAL
    asked = [block for block in compose(proposal).blocks if block.question is not None]
    return [
        OnSheet(
            id=pick.question.id,
            text=plain_text(block.text),
            category=pick.question.category,
            kind=pick.question.answer.soort,
            minutes=pick.question.minutes,
            reason=pick.reason,
            follow_up=block.question.follow_up if block.question else "",
            reworded=bool(pick.words),
            other_form=formal and speaks_informally(pick.words),
        )
        for pick, block in zip(proposal.picks, asked, strict=True)
    ]


def search_bank(bank: Bank, proposal: Proposal, search: Search) -> tuple[list[Found], int]:
    """Return questions for the client of a proposal, and how many there are in all.

    Those that suit come first; questions on the sheet and retired ones are left out.
    """
    on_sheet = {pick.question.id for pick in proposal.picks}
    words = search.words.casefold().split()
    values = slot_values(proposal.brief, proposal.coach)
    form = proposal.brief.form or proposal.practice.settings.form
    entries = [
        entry
        for (audience, _), group in bank.index.items()
        if audience is proposal.recipe.audience
        for entry in group
        if entry.question.id not in on_sheet and _fits(entry.question, search)
    ]
    found = [
        (entry, text)
        for entry in entries
        if _has(text := _told(entry.question, values, form), words)
    ]
    wishes = proposal.wishes
    found.sort(key=lambda pair: (bool(obstacles(pair[0], wishes)), pair[0].order))
    return [_found(entry, text, proposal) for entry, text in islice(found, MOST)], len(found)


def filled(text: str, values: Mapping[str, str]) -> str:
    """Return a text of the bank with its slots filled; what is not known is named in brackets."""
    return fill(text, {name: f"[{slot_in_words(name)}]" for name in slots_in(text)} | dict(values))


def _fits(question: Question, search: Search) -> bool:
    return (
        search.category in (None, question.category)
        and search.kind in ("", question.answer.soort)
        and not question.by_name_only
    )


def _has(text: str, words: list[str]) -> bool:
    folded = text.casefold()
    return all(word in folded for word in words)


def _told(question: Question, values: dict[str, str], form: Form) -> str:
    """Return the text of a question with its slots filled, as far as they are known.

    Of a pattern it is the first wording.
    """
    first = {name: items[0].in_form(form).text for name, items in question.lists.items()}
    return filled(choose(question.in_form(form).text, first), values)


def _found(entry: Entry, text: str, proposal: Proposal) -> Found:
    question = entry.question
    return Found(
        id=question.id,
        text=text,
        category=question.category,
        kind=question.answer.soort,
        minutes=question.minutes,
        warnings=tuple(obstacles(entry, proposal.wishes)),
        can_be_added=question.slots <= proposal.wishes.slots,
    )

"""Compose a worksheet: choose a recipe and questions, fill their texts, put the blocks in order."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterator

from slugify import slugify

from coachkit.answers import PLAN
from coachkit.bank.bank import Bank
from coachkit.model import (
    Asked,
    Block,
    BlockKind,
    Brief,
    Note,
    Origin,
    Question,
    Recipe,
    Worksheet,
)
from coachkit.practice import Practice
from coachkit.slots import fill, slots_in
from coachkit.vocabulary import PLAN_LABEL, Audience, Category, Depth, Form, Moment
from coachkit.worksheet.commonmark import escape
from coachkit.worksheet.proposal import Proposal, propose
from coachkit.worksheet.referral import referral_blocks
from coachkit.worksheet.selection import Pick
from coachkit.worksheet.values import goal_notes, slot_values

_MAX_SLUG = 40
_MOMENT_TITLE = "Klaar voor vandaag"
_MOMENT_BODY = {
    Form.INFORMAL: "Leg dit blad weg en doe iets fijns. Morgen ga je verder.",
    Form.FORMAL: "Leg dit blad weg en doe iets fijns. Morgen gaat u verder.",
}


def make_worksheet(
    bank: Bank,
    brief: Brief,
    recipe: str | None = None,
    *,
    seed: int | None = None,
    asked: Collection[str] = (),
    practice: Practice | None = None,
) -> Worksheet:
    """Make the worksheet of one client.

    Args:
        bank: the question bank.
        brief: for whom, and what about.
        recipe: the id of a recipe; ``None`` takes the best fit for phase and situation.
        seed: decides among questions that fit equally well; ``None`` derives it from the brief.
        asked: ids of questions that this client had before; they are not asked again.
        practice: house style and standards.

    Raises:
        SelectionError: a wish cannot be met; the message says which one to loosen.

    """
    return compose(propose(bank, brief, recipe, seed=seed, asked=asked, practice=practice))


def compose(proposal: Proposal) -> Worksheet:
    """Write the texts of a proposal for its client, and put them in order."""
    plan, brief, practice = proposal.recipe, proposal.brief, proposal.practice
    form = brief.form or practice.settings.form
    coach = proposal.coach
    spoken = plan.in_form(form)
    composer = _Composer(spoken, form, slot_values(brief, coach, form), practice.help_line(form))
    above = tuple(referral_blocks(proposal.card, form)) if proposal.card else ()
    blocks = tuple(composer.blocks(proposal.picks, above))
    notes = goal_notes(brief, form) if composer.names_goal else ()
    stem = _stem(brief, plan)
    return Worksheet(
        id=f"{stem}-{_fingerprint(blocks)}",
        stem=stem,
        title=" ".join(composer.plain(spoken.title).split()),
        kind=plan.kind,
        audience=plan.audience,
        form=form,
        name=brief.name,
        mark=brief.mark or "",
        coach=coach,
        day=brief.day,
        house=practice.house,
        blocks=blocks,
        reminders=composer.reminders(proposal.picks),
        origin=Origin(
            recipe=plan.id,
            seed=proposal.seed,
            situation=brief.situation,
            phase=brief.phase,
            reason=proposal.reason,
            notes=(*proposal.notes, *notes),
        ),
    )


class _Composer:
    """Turns a recipe (in one form of address) and picks into blocks."""

    def __init__(self, recipe: Recipe, form: Form, values: dict[str, str], help_line: str) -> None:
        self._recipe, self._form, self._values = recipe, form, values
        self._help_line = help_line
        self.names_goal = False

    def plain(self, text: str) -> str:
        """Return a text of the bank with its slots filled."""
        self.names_goal |= "{{" in text and "doel." in text
        return fill(text, self._values)

    def blocks(self, picks: tuple[Pick, ...], above: tuple[Block, ...] = ()) -> Iterator[Block]:
        """Yield the blocks of the sheet in their order; ``above`` stands before the questions."""
        recipe = self._recipe
        yield Block(kind=BlockKind.TITLE, text=self._written(recipe.title))
        if recipe.intro:
            yield Block(kind=BlockKind.INTRO, text=self._written(recipe.intro))
        yield from above
        yield from self._parts(picks)
        if recipe.closing:
            yield Block(kind=BlockKind.CLOSING, text=self._written(recipe.closing))
        if recipe.audience is Audience.CLIENT and _touches(picks):
            yield Block(kind=BlockKind.HELP_LINE, text=escape(self._help_line))

    def reminders(self, picks: tuple[Pick, ...]) -> tuple[Note, ...]:
        """Return the reminders in this form of address, but those of what is not on the sheet."""
        kinds = {pick.question.answer.soort for pick in picks}
        spoken = [
            reminder.in_form(self._form)
            for reminder in self._recipe.reminders
            if not reminder.kinds or not kinds.isdisjoint(reminder.kinds)
        ]
        return tuple(Note(after_days=r.after_days, text=self.plain(r.text)) for r in spoken)

    def _parts(self, picks: tuple[Pick, ...]) -> Iterator[Block]:
        previous: Pick | None = None
        for pick in picks:
            if previous is None or pick.section is not previous.section:
                moment = previous.section.moment if previous else None
                if moment is Moment.TODAY and pick.section.moment is Moment.TOMORROW:
                    body = _MOMENT_BODY[self._form]
                    yield Block(kind=BlockKind.MOMENT, text=_MOMENT_TITLE, body=body)
                yield from self._heading(pick)
            yield self._asked(pick)
            previous = pick

    def _heading(self, pick: Pick) -> Iterator[Block]:
        heading = pick.section.in_form(self._form).heading
        if heading:
            category = pick.question.category
            label = _label(pick, category)
            yield Block(
                kind=BlockKind.SECTION,
                text=self._written(heading),
                category=category,
                label="" if label == heading else label,
            )

    def _asked(self, pick: Pick) -> Block:
        spoken = pick.question.in_form(self._form)
        return Block(
            kind=BlockKind.QUESTION,
            text=escape(pick.words) if pick.words else self._written(spoken.text),
            body=self._written(spoken.help or spoken.answer.help),
            question=Asked(
                id=spoken.id,
                answer=spoken.answer.in_form(self._form),
                category=spoken.category,
                minutes=spoken.minutes,
                depth=spoken.depth,
                reason=pick.reason,
                follow_up=self._follow_up(spoken),
            ),
        )

    def _follow_up(self, question: Question) -> str:
        """Return the follow-up question; empty where its slots cannot be filled."""
        text = question.follow_up or ""
        return self.plain(text) if slots_in(text) <= self._values.keys() else ""

    def _written(self, text: str) -> str:
        return escape(self.plain(text))


def _label(pick: Pick, category: Category | None) -> str:
    word = category.client_label if category else ""
    if pick.question.answer.soort == PLAN:
        word = PLAN_LABEL
    moments = {Moment.TODAY: "Moment 1", Moment.TOMORROW: "Moment 2"}
    moment = moments.get(pick.section.moment) if pick.section.moment else None
    return " · ".join(part for part in (moment, word) if part)


def _touches(picks: tuple[Pick, ...]) -> bool:
    """Tell whether a sheet asks for pain or goes deep, so that it should say whom to turn to."""
    questions = [pick.question for pick in picks]
    return any(q.category is Category.PAIN or q.depth is Depth.DEEP for q in questions)


def _stem(brief: Brief, recipe: Recipe) -> str:
    """Return a name for the files, from what the client may see."""
    name = slugify(brief.name[:200], max_length=_MAX_SLUG) or "client"
    mark = slugify(brief.mark[:200], max_length=_MAX_SLUG) if brief.mark else ""
    day = brief.day.isoformat() if brief.day else ""
    return "-".join(part for part in (day, name, mark, recipe.id) if part)


def _fingerprint(blocks: tuple[Block, ...]) -> str:
    """Return six hexadecimal digits of what the client can see."""
    seen = "\n".join(re.sub(r"\s+", " ", f"{block.text} {block.body}") for block in blocks)
    return hashlib.sha256(seen.encode()).hexdigest()[:6]

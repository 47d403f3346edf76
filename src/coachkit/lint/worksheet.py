"""Look at one worksheet as it will be given: also what a coach changed in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coachkit.answers import BALANCE, PLAN
from coachkit.bank.bank import Bank
from coachkit.errors import Problem
from coachkit.lint.laws import (
    BALANCE_MESSAGE,
    COACH_CURE,
    COACH_MESSAGE,
    coach_acts,
    open_share,
    problem,
    ruler_problem,
)
from coachkit.lint.passage import Passage, Role
from coachkit.lint.question import text_problems
from coachkit.model import Worksheet
from coachkit.model.worksheet import Block, BlockKind
from coachkit.vocabulary import DOUBTING, PLANNING, Audience, Category, RecipeKind

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def check_worksheet(sheet: Worksheet, bank: Bank | None = None) -> list[Problem]:
    """Return what the linter has to say about a worksheet.

    Args:
        sheet: the worksheet, perhaps changed by a coach.
        bank: where its questions came from; what their authors allow is allowed here too.

    Returns:
        Problems whose ``loc`` is ``("blocks", number)``, from 0.

    """
    found = [p for i, block in enumerate(sheet.blocks) for p in _block_problems(block, i, bank)]
    found += _sheet_laws(sheet)
    if told := open_share([_plain(b.text) for b in sheet.blocks if b.question is not None]):
        found.append(problem("open-aandeel", *told, ()))
    return found


def _block_problems(block: Block, number: int, bank: Bank | None) -> Iterator[Problem]:
    loc = ("blocks", number)
    asks = block.question is not None
    passages = [Passage(_plain(block.text), loc, Role.QUESTION if asks else Role.OTHER)]
    if block.body:
        passages.append(Passage(_plain(block.body), loc, Role.HELP if asks else Role.OTHER))
    allowed = _allowed(block, bank)
    for found in text_problems(passages):
        if found.rule not in allowed:
            yield found


def _allowed(block: Block, bank: Bank | None) -> frozenset[str]:
    """Return the rules that do not count: allowed by the author, or for the bank to tell."""
    always = {"opdracht", "aanname"}
    known = bank.questions.get(block.question.id) if bank and block.question else None
    return frozenset(always | set(known.allowed if known else ()))


def _sheet_laws(sheet: Worksheet) -> Iterator[Problem]:
    asked = [(i, block) for i, block in enumerate(sheet.blocks) if block.question is not None]
    ordered = sheet.audience is Audience.CLIENT and sheet.kind is RecipeKind.WORKSHEET
    if asked and ordered:
        yield from _ending(sheet, *asked[-1])
    for place, (number, block) in enumerate(asked):
        loc = ("blocks", number)
        kind = block.question.answer.soort if block.question else ""
        if kind == BALANCE and sheet.origin.phase in DOUBTING:
            yield problem("balans-fase", BALANCE_MESSAGE, "haal deze vraag weg", loc)
        if kind == "schaal":
            following = asked[place + 1][1].text if place + 1 < len(asked) else ""
            yield from _ruler(sheet, block, following, number)
    for number, block in enumerate(sheet.blocks):
        heading = block.kind in (BlockKind.TITLE, BlockKind.SECTION)
        if ordered and block.question is None and _coach_at_work(block, heading=heading):
            yield problem("client-doet", COACH_MESSAGE, COACH_CURE, ("blocks", number))


def _coach_at_work(block: Block, *, heading: bool) -> bool:
    return coach_acts(_plain(block.text), heading=heading) or coach_acts(_plain(block.body))


def _ending(sheet: Worksheet, number: int, last: Block) -> Iterator[Problem]:
    if last.question is None:
        return
    loc = ("blocks", number)
    if last.question.category is Category.PAIN:
        cure = "laat er verlangen of een kleine stap op volgen"
        yield problem("pijn-afronding", "een werkblad eindigt niet met pijn", cure, loc)
    if sheet.origin.phase in PLANNING and last.question.answer.soort != PLAN:
        message = "een werkblad voor beslissing of actie eindigt met een als-dan-plan"
        yield problem("als-dan-slot", message, "zet het als-dan-plan achteraan", loc)


def _ruler(sheet: Worksheet, block: Block, following: str, number: int) -> Iterator[Problem]:
    asked = block.question.follow_up if block.question else ""
    client = sheet.audience is Audience.CLIENT
    told = ruler_problem(block.text, f"{asked} {_plain(following)}", client=client)
    if told:
        yield problem("liniaal", *told, ("blocks", number))


def _plain(text: str) -> str:
    """Take the backslashes of CommonMark out of a text."""
    return _ESCAPED.sub(r"\1", text)

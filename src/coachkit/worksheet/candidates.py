"""Which questions may be asked of a client at all, and what keeps the others away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from coachkit.answers import DIARY, PLAN
from coachkit.bank.bank import Bank, Entry, phase_bit, situation_bit
from coachkit.model import Brief, Question, Section, wording_ids
from coachkit.vocabulary import DOUBTING, ON_DEMAND, Audience, Category, Phase, Situation, World
from coachkit.worksheet.order import allowed_kind
from coachkit.worksheet.values import slot_values


@dataclass(frozen=True)
class Wishes:
    """What a question must fit: the client, and what can be filled in."""

    audience: Audience
    phase: Phase | None
    situation: Situation | None
    worlds: frozenset[World]
    slots: frozenset[str]
    asked: frozenset[str]

    @cached_property
    def bits(self) -> int:
        """Phase and situation as the bits that an entry is compared with."""
        return phase_bit(self.phase) | situation_bit(self.situation)

    @cached_property
    def available(self) -> frozenset[str | World]:
        """All that a question may need."""
        return frozenset((*self.slots, *self.worlds))


def wishes_of(
    brief: Brief, audience: Audience, *, coach: str, asked: Collection[str] = ()
) -> Wishes:
    """Return what the questions for a brief must fit."""
    return Wishes(
        audience=audience,
        phase=brief.phase,
        situation=brief.situation,
        worlds=frozenset(brief.worlds),
        slots=frozenset(slot_values(brief, coach)),
        asked=frozenset(asked),
    )


@dataclass(frozen=True)
class Filter:
    """What one section of a recipe asks of its questions."""

    section: Section
    categories: frozenset[Category]
    plan_allowed: bool

    def admits(self, entry: Entry) -> bool:
        """Tell whether a question belongs in the section."""
        section, question = self.section, entry.question
        kind = question.answer.soort
        if question.by_name_only or not _is_wanted(question, section):
            return False
        if kind == DIARY and DIARY not in section.kinds:
            return False
        if section.kinds and kind not in section.kinds:
            return False
        if kind == PLAN and not self.plan_allowed and PLAN not in section.kinds:
            return False
        if section.depths and question.depth not in section.depths:
            return False
        return not section.labels or not set(section.labels).isdisjoint(question.labels)


def _is_wanted(question: Question, section: Section) -> bool:
    """Tell whether a section asks for a playful question; others are always wanted."""
    playful = ON_DEMAND.intersection(question.labels)
    return not playful or not playful.isdisjoint(section.labels)


def candidates(bank: Bank, wishes: Wishes, filter_: Filter) -> list[Entry]:
    """Return the questions that fit both the client and the section."""
    entries = _in_categories(bank, wishes.audience, filter_)
    bits, available = wishes.bits, wishes.available
    # The two cheap tests leave few of a large bank for the others.
    likely = [e for e in entries if e.fits & bits == bits and e.needs <= available]
    if wishes.asked:
        likely = [e for e in likely if not _was_asked(e, wishes)]
    if wishes.phase in DOUBTING:
        likely = [e for e in likely if allowed_kind(e.question, wishes.phase)]
    return [entry for entry in likely if filter_.admits(entry)]


def _was_asked(entry: Entry, wishes: Wishes) -> bool:
    """Tell whether a question was asked before: of a pattern, whether all its wordings were."""
    question, asked = entry.question, wishes.asked
    if question.id in asked or question.replaces in asked:
        return True
    # Few questions are patterns of which a wording was asked: only those are expanded.
    if not any(id_.startswith(f"{question.id}-") for id_ in asked) or not question.is_pattern:
        return False
    return asked.issuperset(wording_ids(question))


def obstacles(entry: Entry, wishes: Wishes) -> list[str]:
    """Return, in Dutch, everything that keeps a question away from this client."""
    question = entry.question
    found = []
    if not entry.fits & phase_bit(wishes.phase):
        found.append(f"is voor {_which(wishes.phase)} fase ({', '.join(question.phases)})")
    if not entry.fits & situation_bit(wishes.situation):
        found.append(
            f"is voor {_which(wishes.situation)} situatie ({', '.join(question.situations)})"
        )
    if _was_asked(entry, wishes):
        found.append("is al eerder gesteld")
    if worlds := question.worlds - wishes.worlds:
        found.append(f"gaat over {' en '.join(sorted(worlds))} (zie leefwereld in de briefing)")
    if slots := question.slots - wishes.slots:
        found.append(f"noemt iets wat niet is ingevuld ({', '.join(sorted(slots))})")
    if question.by_name_only:
        found.append("komt alleen op een blad waarvan de werkvorm hem noemt")
    if playful := sorted(ON_DEMAND.intersection(question.labels)):
        found.append(f"komt alleen waar een werkvorm om het label {' of '.join(playful)} vraagt")
    if question.answer.soort == DIARY:
        found.append("komt alleen waar een werkvorm om een dagboek vraagt")
    if not allowed_kind(question, wishes.phase):
        found.append("weegt voor en tegen af, en dat past niet bij iemand die nog twijfelt")
    return found


def _which(known: Phase | Situation | None) -> str:
    return "een bepaalde" if known is None else "een andere"


def what_would_help(bank: Bank, wishes: Wishes, filter_: Filter) -> str:
    """Return, in Dutch, which wish to loosen to get more questions for a section."""
    entries = _in_categories(bank, wishes.audience, filter_)
    alone: Counter[str] = Counter()
    for entry in entries:
        in_the_way = obstacles(entry, wishes)
        if not filter_.admits(entry):
            in_the_way.append("past niet bij labels, soort of diepte van dit onderdeel")
        if len(in_the_way) == 1:
            alone[in_the_way[0].partition(" (")[0]] += 1
    if not alone:
        return "voeg vragen toe aan de vraagbank, of kies een andere werkvorm"
    told = "; ".join(
        f"{'1 vraag valt' if count == 1 else f'{count} vragen vallen'} af: zo'n vraag {why}"
        for why, count in alone.most_common(3)
    )
    return f"pas een wens aan ({told})"


def _in_categories(bank: Bank, audience: Audience, filter_: Filter) -> list[Entry]:
    keys = [None] if filter_.section.category is None else []
    return [
        entry
        for category in (*keys, *sorted(filter_.categories, key=lambda c: c.rank))
        for entry in bank.index.get((audience, category), ())
    ]

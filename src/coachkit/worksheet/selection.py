"""Choose questions for a client: what fits, then what scores best, then variety, within the time.

The same bank, recipe, wishes, minutes and seed give the same questions.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from coachkit.bank.bank import Bank, Entry
from coachkit.errors import SelectionError
from coachkit.model import Question, Recipe, Section, expand, wording_ids
from coachkit.worksheet.candidates import Filter, Wishes, candidates, obstacles, what_would_help
from coachkit.worksheet.order import (
    allowed_categories,
    allowed_kind,
    is_plan,
    sections_in_order,
)
from coachkit.worksheet.reasons import reason_for_choice, reason_for_fixed

# A match that a question names counts for a lot, but chance may still bring another: clients in the
# same situation should not all get the same sheet. Variety of answer kinds and labels comes next,
# and a sheet that names the goal in every question sounds like a form.
_NAMED = 1.0
_SAME_KIND = 1.0
_SAME_LABEL = 0.5
_GOAL_AGAIN = 1.5
_CHANCE = 2.5
_POOL = 400
_PLENTY = 10


@dataclass(frozen=True)
class Pick:
    """A question that was chosen, for which section, and why (one Dutch sentence).

    ``words`` are the coach's own for this client, in the place of the text of the question.
    """

    section: Section
    question: Question
    reason: str
    words: str = ""


@dataclass(frozen=True)
class Selection:
    """The picks in their order on the sheet, and what the coach should know of them."""

    picks: tuple[Pick, ...]
    notes: tuple[str, ...] = ()


@dataclass
class _Place:
    """One question to choose: for which section, and whether the sheet can do without it."""

    section: Section
    pool: list[Entry]
    required: bool
    out_of: int = 0
    pick: Pick | None = None

    @cached_property
    def cheapest(self) -> int:
        return min(entry.question.minutes for entry in self.pool)


def select_questions(
    bank: Bank, recipe: Recipe, wishes: Wishes, *, minutes: int | None, seed: int
) -> Selection:
    """Choose the questions of a worksheet.

    Args:
        bank: the question bank.
        recipe: the plan of the sheet.
        wishes: what the questions must fit.
        minutes: the time that there is; ``None`` for the recipe's own.
        seed: decides among what is equally good.

    Raises:
        SelectionError: a wish cannot be met; the message says which one to loosen.

    """
    sections = sections_in_order(bank, recipe, wishes.phase)
    budget = minutes or recipe.minutes
    for frugal in (False, True):
        chooser = _Chooser(bank, recipe, wishes, random.Random(seed))  # noqa: S311  # no secret
        places = chooser.places(sections)
        chooser.choose(places, budget, frugal=frugal)
        picks = tuple(place.pick for place in places if place.pick is not None)
        if sum(pick.question.minutes for pick in picks) <= budget:
            return Selection(_sorted_within_sections(recipe, picks), _notes(places, budget))
    needed = sum(place.pick.question.minutes for place in places if place.pick and place.required)
    raise SelectionError(
        f"minuten: {budget} is te weinig voor '{recipe.title}'; "
        f"neem minstens {needed} minuten, of kies een kortere werkvorm"
    )


def why_not(question: Question, bank: Bank, wishes: Wishes) -> list[str]:
    """Return, in Dutch, what keeps a question away from a client; empty when it fits."""
    if question.retired:
        return ["is vervallen"]
    if question.audience != wishes.audience:
        return [f"is voor een {question.audience}"]
    entries = bank.index[question.audience, question.category]
    entry = next(e for e in entries if question.id in (e.question.id, *wording_ids(e.question)))
    return obstacles(entry, wishes)


class _Chooser:
    def __init__(self, bank: Bank, recipe: Recipe, wishes: Wishes, rng: random.Random) -> None:
        self._bank, self._recipe, self._wishes, self._rng = bank, recipe, wishes, rng
        self._used: set[str] = set()
        self._kinds: Counter[str] = Counter()
        self._labels: Counter[str] = Counter()
        self._goals = int(any(slot.startswith("doel") for slot in recipe.slots))

    def places(self, sections: tuple[Section, ...]) -> list[_Place]:
        """Lay out the places to fill; fixed questions are in place already."""
        ends_in_plan = self._recipe.keeps_order and is_plan(self._bank, sections[-1])
        found = []
        for i, section in enumerate(sections):
            if section.fixed:
                found.append(self._fixed(section))
                continue
            categories = allowed_categories(self._bank, self._recipe, sections, i)
            filter_ = Filter(section, categories, plan_allowed=not ends_in_plan)
            pool = candidates(self._bank, self._wishes, filter_)
            if len(pool) < section.count:
                raise SelectionError(self._too_few(section, len(pool), filter_))
            best = self._best_of(pool)
            found += [
                _Place(section, best, out_of=len(pool), required=n == 0)
                for n in range(section.count)
            ]
        return found

    def choose(self, places: list[_Place], budget: int, *, frugal: bool) -> None:
        """Fill the places: first what the sheet needs, then what there is time for."""
        for required in (True, False):
            wanting = [p for p in places if p.pick is None and p.required is required]
            # Who can choose from few goes first; sorting keeps the order of equals.
            for place in sorted(wanting, key=lambda place: min(len(place.pool), _PLENTY)):
                spent = sum(p.pick.question.minutes for p in places if p.pick)
                reserved = sum(p.cheapest for p in wanting if p.pick is None and p is not place)
                limit = budget - spent - (reserved if required else 0)
                place.pick = self._choose(place, limit, frugal=frugal)

    def _fixed(self, section: Section) -> _Place:
        questions = [self._bank.question(id_) for id_ in section.fixed]
        usable = [question for question in questions if not self._hindrance(question)]
        if not usable:
            raise SelectionError(self._hindrance(questions[0]))
        asked = self._wishes.asked | self._used
        new = [q for q in usable if not asked.issuperset(wording_ids(q))]
        question = (new or usable)[0]
        self._note_use(question)
        if pattern := self._bank.pattern_of(question.id):
            self._used.add(pattern.id)
        reason = reason_for_fixed(self._recipe, again=not new)
        return _Place(section, [], True, pick=Pick(section, self._wording(question), reason))

    def _hindrance(self, question: Question) -> str:
        """Return why a fixed question cannot be asked of this client; empty when it can."""
        if missing := question.slots - self._wishes.slots:
            return (
                f"de vaste vraag '{question.id}' noemt {', '.join(sorted(missing))}; "
                "vul dat in de briefing in, of kies een andere werkvorm"
            )
        if not allowed_kind(question, self._wishes.phase):
            return (
                f"de werkvorm '{self._recipe.id}' weegt voor en tegen af, en dat past niet bij de "
                f"fase {self._wishes.phase}; kies een andere werkvorm"
            )
        return ""

    def _wording(self, question: Question) -> Question:
        """Return a question; of a pattern one wording that was not asked before, by chance."""
        wordings = expand(question)
        new = [wording for wording in wordings if wording.id not in self._wishes.asked]
        return self._rng.choice(new or wordings) if question.is_pattern else question

    def _choose(self, place: _Place, limit: int, *, frugal: bool) -> Pick | None:
        free = [entry for entry in place.pool if entry.question.id not in self._used]
        in_time = [entry for entry in free if entry.question.minutes <= limit]
        if not free:
            raise SelectionError(self._used_up(place))
        if not in_time and not place.required:
            return None
        pool = in_time or free
        if frugal or not in_time:
            shortest = min(entry.question.minutes for entry in pool)
            pool = [entry for entry in pool if entry.question.minutes == shortest]
        best = max(pool, key=self._score)
        self._note_use(best.question)
        reason = reason_for_choice(best, self._wishes, out_of=place.out_of)
        return Pick(place.section, self._wording(best.question), reason)

    def _best_of(self, pool: list[Entry]) -> list[Entry]:
        """Keep a large bank quick: only some of the best matches compete, drawn by chance."""
        if len(pool) <= _POOL:
            return pool
        by_matches: dict[int, list[Entry]] = defaultdict(list)
        for entry in pool:
            by_matches[(entry.named & self._wishes.bits).bit_count()].append(entry)
        best: list[Entry] = []
        for matches in sorted(by_matches, reverse=True):
            room = min(_POOL - len(best), len(by_matches[matches]))
            best += self._rng.sample(by_matches[matches], room)
        return best

    def _score(self, entry: Entry) -> float:
        question = entry.question
        same_labels = sum(self._labels[label] for label in question.labels)
        return (
            _NAMED * (entry.named & self._wishes.bits).bit_count()
            - _SAME_KIND * self._kinds[question.answer.soort]
            - _SAME_LABEL * same_labels
            - _GOAL_AGAIN * self._goals * _names_goal(question)
            + _CHANCE * self._rng.random()
        )

    def _note_use(self, question: Question) -> None:
        self._used.add(question.id)
        self._kinds[question.answer.soort] += 1
        self._labels.update(question.labels)
        self._goals += _names_goal(question)

    def _too_few(self, section: Section, found: int, filter_: Filter) -> str:
        help_ = what_would_help(self._bank, self._wishes, filter_)
        return (
            f"te weinig vragen voor onderdeel {_name(section)} van '{self._recipe.title}': "
            f"{found} van de {section.count}; {help_}"
        )

    def _used_up(self, place: _Place) -> str:
        return (
            f"te weinig vragen voor onderdeel {_name(place.section)} van '{self._recipe.title}': "
            "andere onderdelen vragen hetzelfde; voeg vragen toe of kies een andere werkvorm"
        )


def _names_goal(question: Question) -> bool:
    return any(slot.startswith("doel") for slot in question.slots)


def _name(section: Section) -> str:
    return f"'{section.heading or section.category or ', '.join(section.labels)}'"


def _sorted_within_sections(recipe: Recipe, picks: Iterable[Pick]) -> tuple[Pick, ...]:
    """Put the questions of each section of a worksheet in the order of their categories."""
    picks = list(picks)
    if not recipe.keeps_order:
        return tuple(picks)
    sections = list(dict.fromkeys(id(pick.section) for pick in picks))

    def key(pick: Pick) -> tuple[int, int]:
        category = pick.question.category
        rank = category.rank if category and pick.section.category is None else 0
        return sections.index(id(pick.section)), rank

    return tuple(sorted(picks, key=key))


def _notes(places: list[_Place], budget: int) -> tuple[str, ...]:
    left_out = sum(place.pick is None for place in places)
    if not left_out:
        return ()
    what = "1 vraag is" if left_out == 1 else f"{left_out} vragen zijn"
    return (f"{what} weggelaten om binnen {budget} minuten te blijven",)

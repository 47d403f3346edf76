"""Step 3: which questions, in which order, in whose words."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from coachkit.desk.choice import MAX_WORDS
from coachkit.desk.preparation import Preparation
from coachkit.desk.questions import Found, OnSheet, Search, questions_on, search_bank
from coachkit.export.page import time_needed
from coachkit.ui.coach.fields import SEARCH
from coachkit.ui.coach.wording import on_screen
from coachkit.ui.parts import Buttons, Data, Form, Listing, Notice, box, heading, show
from coachkit.ui.screen import Do
from coachkit.ui.words import caution, kind_word, minutes_word
from coachkit.vocabulary import Category

_DRAW_AGAIN = (
    "Je veranderde iets aan je cliënt. Met 'Kies opnieuw' krijg je vragen die daarbij passen. Wat "
    "vaststaat, blijft."
)
_OTHER_RECIPE = (
    "Je veranderde iets aan je cliënt, en deze werkvorm past nu niet ({}). Kies bij stap 2 een "
    "andere, of werk verder met deze vragen."
)
_HINT = f"Hooguit {MAX_WORDS} letters. Maak het leeg om de vraag van de vraagbank terug te krijgen."
_SAME = "Er kwamen dezelfde vragen: ze horen bij deze werkvorm, of je zette ze vast."
_NOTHING = "Niets gevonden. Probeer een ander woord."
_NOTHING_HERE = "Niets gevonden. Probeer een ander woord, of zoek in alles."
_OTHER_FORM = caution("in jouw woorden staat 'je', en op dit blad staat 'u'")


class QuestionPanel:
    """The questions of the sheet, and the search for others."""

    def __init__(self, desk: Preparation, do: Do, type_: Do) -> None:
        self._desk, self._do, self._type = desk, do, type_
        self._searching = self._same = False
        self._added = ""
        self.trouble = Notice()
        self.told = Notice()
        self.list = Listing(
            label="Vragen op het blad",
            empty="Kies een werkvorm. Dan staan hier de vragen, elk met de reden.",
        )
        self.buttons = Buttons()
        self.search = Form(fields=SEARCH)
        self.found_told = Notice()
        self.found = Listing(
            label="Gevonden vragen",
            empty=_NOTHING,
        )
        self._search = box("stapel", self.search, self.found_told, self.found)
        self.list.on_action(self._question)
        self.buttons.on_press(self._press)
        self.search.on_change(self._look)
        self.found.on_action(self._add)
        self.widget = box(
            "paneel",
            heading("3. Welke vragen?"),
            self.told,
            self.list,
            self.trouble,
            self.buttons,
            self._search,
        )

    def fill(self) -> None:
        """Begin without a search."""
        self._searching, self._same, self._added = False, False, ""
        self.search.fill({"woorden": "", "categorie": "", "soort": ""})
        self.trouble.tell([])

    def refresh(self) -> None:
        """Show the questions with the reason for each."""
        proposal = self._desk.choice.proposal
        show(self.widget, self._desk.brief is not None)
        show(self._search, self._searching and proposal is not None)
        questions = questions_on(proposal) if proposal else []
        self.list.items = [
            self._item(question, place, len(questions)) for place, question in enumerate(questions)
        ]
        self.list.sortable = len(questions) > 1
        self.told.tell(self._lines(len(questions)) if proposal else [])
        self.buttons.buttons = self._buttons() if proposal else []
        if self._searching and proposal:
            self._show_found()

    def _question(self, id_: str, action: str, value: Any) -> None:
        choice = self._desk.choice
        picks = choice.proposal.picks if choice.proposal else ()
        place = next((i for i, pick in enumerate(picks) if pick.question.id == id_), None)
        if place is None:  # it went while the message was on its way
            return
        works: dict[str, Callable[[], None]] = {
            "andere": partial(choice.swap, place),
            "hoek": partial(choice.other_angle, place),
            "vast": partial(choice.pin, place),
            "weg": partial(choice.remove, place),
            "omhoog": partial(choice.move, place, place - 1),
            "omlaag": partial(choice.move, place, place + 1),
            "edit": partial(choice.reword, place, str(value or "")),
            "move": partial(choice.move, place, value if isinstance(value, int) else place),
        }
        if action in works:
            self._same = False
            do = self._type if action == "edit" else self._do
            do(works[action], self.trouble)

    def _press(self, name: str) -> None:
        works: dict[str, Callable[[], None]] = {
            "opnieuw": self._redraw,
            "verras": self._desk.choice.surprise,
            "terug": self._desk.choice.undo,
            "zoek": self._toggle_search,
        }
        if name in works:
            self._same = False
            self._do(works[name], self.trouble)

    def _redraw(self) -> None:
        before = self._desk.choice.made.picks
        self._desk.redraw()
        after = self._desk.choice.made.picks
        self._same = [pick.question for pick in before] == [pick.question for pick in after]

    def _toggle_search(self) -> None:
        self._searching, self._added = not self._searching, ""
        if self._searching:
            self.search.focus("woorden")

    def _add(self, id_: str, *_: object) -> None:
        self._do(partial(self._put, id_), self.trouble)

    def _put(self, id_: str) -> None:
        before = self._desk.choice.made.picks
        self._desk.choice.add(id_)
        after = self._desk.choice.made.picks
        known = {pick.question.id for pick in before}
        place = next(i for i, pick in enumerate(after, 1) if pick.question.id not in known)
        self._added = f"Die staat nu op het blad, als vraag {place}."

    def _look(self, *_: object) -> None:
        self._added = ""
        self._type(lambda: None, self.trouble)

    def _buttons(self) -> list[Data]:
        again = "eerst" if self._stale == _DRAW_AGAIN else "gewoon"
        return [
            {"name": "opnieuw", "label": "Kies opnieuw", "kind": again},
            {"name": "zoek", "label": "Klaar met zoeken" if self._searching else "Zoek een vraag"},
            {"name": "verras", "label": "Verras me"},
            {
                "name": "terug",
                "label": "Ongedaan maken",
                "off": not self._desk.choice.can_undo,
            },
        ]

    def _lines(self, count: int) -> list[str]:
        proposal = self._desk.choice.made
        noun = "1 vraag" if count == 1 else f"{count} vragen"
        wish = proposal.brief.minutes
        told = f" (je gaf {minutes_word(wish)})" if wish else ""
        lines = [f"{noun}, {time_needed(self._desk.sheet.blocks)}{told}."]
        lines += filter(None, [self._stale, _SAME if self._same else ""])
        return lines + [caution(on_screen(note)) for note in self._desk.notes]

    @property
    def _stale(self) -> str:
        """Return what to do when the client needs something else than what was drawn."""
        choice = self._desk.choice
        if not choice.is_stale:
            return ""
        return _OTHER_RECIPE.format(choice.obstacle) if choice.obstacle else _DRAW_AGAIN

    def _item(self, question: OnSheet, place: int, count: int) -> Data:
        pinned = question.id in self._desk.choice.pinned
        spoken = f"vraag {place + 1}"
        actions: list[Data] = [
            {"name": "andere", "label": "Andere vraag"},
            {"name": "hoek", "label": "Andere invalshoek"},
            {"name": "edit", "label": "Pas aan"},
            {"name": "vast", "label": "Maak los" if pinned else "Zet vast"},
            {"name": "weg", "label": "Haal weg", "off": count == 1},
            {"name": "omhoog", "label": "↑", "called": "Omhoog", "off": place == 0},
            {"name": "omlaag", "label": "↓", "called": "Omlaag", "off": place == count - 1},
        ]
        follow_up = f"Om door te vragen: {question.follow_up}" if question.follow_up else ""
        other = _OTHER_FORM if question.other_form else ""
        return {
            "id": question.id,
            "title": question.text,
            "numbered": True,
            "spoken": spoken,
            "badges": [
                *_badges(question),
                *(["staat vast"] if pinned else []),
                *(["eigen woorden"] if question.reworded else []),
            ],
            "details": [line for line in (other, question.reason, follow_up) if line],
            "edit": {
                "label": "In jouw woorden, voor deze cliënt",
                "value": question.text,
                "hint": _HINT,
                "most": MAX_WORDS,
            },
            "actions": [{**action, "spoken": spoken} for action in actions],
        }

    def _show_found(self) -> None:
        values = self.search.values
        category = values.get("categorie")
        search = Search(
            str(values.get("woorden", ""))[:200],
            Category(category) if category in list(Category) else None,
            str(values.get("soort", "")),
        )
        found, count = search_bank(self._desk.bank, self._desk.choice.made, search)
        told = f"De eerste {len(found)} van {count}. Met een woord erbij zoek je verder."
        self.found.empty = _NOTHING_HERE if search.category or search.kind else _NOTHING
        self.found_told.tell([self._added, told if count > len(found) else ""])
        self.found.items = [_found_item(question) for question in found]


def _found_item(question: Found) -> Data:
    add = {"name": "erbij", "label": "Zet erbij", "spoken": question.text}
    return {
        "id": question.id,
        "title": question.text,
        "badges": _badges(question),
        "details": [caution(on_screen(warning)) for warning in question.warnings],
        "actions": [{**add, "off": not question.can_be_added}],
    }


def _badges(question: Found | OnSheet) -> list[str]:
    category = [question.category.label] if question.category else []
    return [*category, kind_word(question.kind), minutes_word(question.minutes)]

"""Step 3: the questions of the set, and the set as a file."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from coachkit.desk.author.set_in_bank import Listed
from coachkit.desk.authoring import Authoring
from coachkit.errors import FileError
from coachkit.safetext import one_line, shown
from coachkit.ui.downloads import Downloads
from coachkit.ui.parts import Buttons, Data, Listing, Notice, box, heading, show
from coachkit.ui.screen import Do
from coachkit.ui.trainer.ask import Ask
from coachkit.ui.trainer.question import QuestionPanel
from coachkit.ui.words import caution, sentence

_FILES = {
    ".yaml": ("Download de set", "één bestand, met alle vragen en je eigen opmerkingen erin"),
    ".yml": ("Download de set", "één bestand, met alle vragen en je eigen opmerkingen erin"),
}
_BUSY = caution("wat je hierboven schrijft, staat nog niet in de set")
_NO_FILE = "{} is er niet meer. Met 'Bewaar de set' en dan 'Bewaar opnieuw' komt het terug."
_FAULTY = "Bij {} staat nog een fout of waarschuwing. Alles is wel bewaard."
_GONE = "Deze vraag is nog nooit bewaard. Als je haar weghaalt, is ze weg."


class ListPanel:
    """The questions in their order, and what there is to do with the set."""

    def __init__(
        self, desk: Authoring, do: Do, question: QuestionPanel, saved: Callable[[], None]
    ) -> None:
        self._desk, self._do, self._question, self._saved = desk, do, question, saved
        self._told_saved = False
        self.list = Listing(
            label="Vragen in de set",
            empty="Er staat nog geen vraag in. Schrijf er hierboven een, en zet haar in de set.",
        )
        self.state = Notice()
        self.trouble = Notice()
        self.told = Notice()
        self.ask = Ask(do, self.trouble)
        self.buttons = Buttons()
        self.files = Downloads()
        self.list.on_action(self._act)
        self.buttons.on_press(lambda _: self._save(overwrite=False))
        self.widget = box(
            "paneel",
            heading("3. De vragen in je set"),
            self.state,
            self.told,
            self.trouble,
            self.ask.widget,
            self.buttons,
            self.files,
            self.list,
        )

    def fill(self) -> None:
        """Begin without messages."""
        self._told_saved = False
        self.told.tell([])
        self.trouble.tell([])
        self.ask.clear()

    def refresh(self) -> None:
        """Show the questions, and whether all is saved."""
        desk = self._desk
        show(self.widget, desk.opened is not None)
        if (opened := desk.opened) is None:
            return
        questions = desk.questions
        busy = desk.question.in_set.id if desk.question else ""
        self.list.items = [
            _item(listed, place, len(questions), busy=listed.id == busy)
            for place, listed in enumerate(questions)
        ]
        self.list.sortable = len(questions) > 1
        if opened.unsaved and self._told_saved:
            self.told.tell([])
        unsafe = opened.unsaved or not desk.keeps
        self.state.tell(self._lines(), "waarschuwing" if unsafe else "gewoon")
        save: Data = {"name": "bewaar", "label": "Bewaar de set", "kind": "eerst"}
        self.buttons.buttons = [{**save, "off": not opened.unsaved}] if desk.keeps else []
        self.files.offer({opened.file_name: desk.yaml}, _FILES)

    def _lines(self) -> list[str]:
        desk, opened = self._desk, self._desk.opened
        if opened is None or not desk.keeps:
            return ["Er is geen praktijkmap. Download de set voordat je deze bladzijde sluit."]
        busy = [_BUSY] if desk.question and desk.question.changed else []
        if opened.gone:
            return [_NO_FILE.format(opened.file_name), *busy]
        if opened.changed:
            return ["Je set heeft veranderingen die nog niet bewaard zijn.", *busy]
        saved = [] if self._told_saved else [f"Je set is bewaard in {opened.file_name}."]
        return [*saved, *busy]

    def _act(self, id_: str, action: str, value: Any) -> None:
        ids = [listed.id for listed in self._desk.questions]
        if id_ not in ids:  # it went while the message was on its way
            return
        self.told.tell([])
        self.ask.clear()
        place = ids.index(id_)
        works: dict[str, Callable[[], None]] = {
            "vervalt": partial(self._desk.retire, id_),
            "weer": partial(self._desk.retire, id_, again=True),
            "omhoog": partial(self._desk.move, id_, place - 1),
            "omlaag": partial(self._desk.move, id_, place + 1),
            "move": partial(self._desk.move, id_, value if isinstance(value, int) else place),
        }
        if action == "open":
            self._question.leave(partial(self._question.open, id_), self.ask)
        elif action == "weg":
            work = partial(self._desk.remove, id_)
            self.ask.ask([_GONE], ("Haal haar weg", "Laat haar staan"), work)
        elif action in works:
            self._do(works[action], self.trouble)

    def _save(self, *, overwrite: bool) -> None:
        self.ask.clear()
        self.told.tell([])
        self._do(partial(self._write, overwrite=overwrite), self.trouble)

    def _write(self, *, overwrite: bool) -> None:
        try:
            note = self._desk.save(overwrite=overwrite)
        except FileError as error:
            if overwrite or not (self._desk.opened and self._desk.opened.changed_elsewhere()):
                raise
            over = "Bewaar opnieuw" if self._desk.opened.gone else "Bewaar eroverheen"
            labels = over, "Bewaar nu niet"
            work = partial(self._write, overwrite=True)
            self.ask.ask([sentence(str(error))], labels, work)
            return
        self._saved()
        path = self._desk.opened.path if self._desk.opened else None
        self._told_saved = True
        faulty = sum(bool(listed.faults) for listed in self._desk.questions)
        self.told.tell(
            [
                f"Bewaard. Je vindt de set in {path}.",
                caution(note) if note else "",
                _FAULTY.format("1 vraag" if faulty == 1 else f"{faulty} vragen") if faulty else "",
            ]
        )


def _item(listed: Listed, place: int, count: int, *, busy: bool) -> Data:
    spoken = f"vraag {place + 1}"
    retire = {"name": "vervalt", "label": "Laat vervallen"}
    again = {"name": "weer", "label": "Gebruik weer"}
    actions: list[Data] = [
        {"name": "open", "label": "Open"},
        again if listed.retired else retire,
        *([] if listed.permanent else [{"name": "weg", "label": "Haal weg"}]),
        {"name": "omhoog", "label": "↑", "called": "Omhoog", "off": place == 0},
        {"name": "omlaag", "label": "↓", "called": "Omlaag", "off": place == count - 1},
    ]
    badges = {
        "open in het formulier": busy,
        "vervallen": listed.retired,
        "nog niet bewaard": not listed.permanent,
        "kan beter": listed.faults > 0 and not listed.retired,
    }
    return {
        "id": listed.id,
        "title": shown(one_line(listed.text), 400),
        "numbered": True,
        "spoken": spoken,
        "badges": [badge for badge, holds in badges.items() if holds],
        "actions": [{**action, "spoken": spoken} for action in actions],
    }

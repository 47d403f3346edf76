"""Step 3: what goes along to the next sheet, and what is kept of this one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

from slugify import slugify

from coachkit.desk.by_client import ANSWER, STEP
from coachkit.desk.pieces import Piece
from coachkit.desk.review import Review
from coachkit.errors import HomeworkError, InputError
from coachkit.safetext import one_line
from coachkit.slots import fill
from coachkit.ui.downloads import Downloads
from coachkit.ui.parts import Buttons, Data, Form, Notice, Way, box, heading, show
from coachkit.ui.screen import Do, sentences
from coachkit.ui.words import caution, sentence, without_codes

SESSION = "sessie-voorbereiden.ipynb"

_FIELDS: list[Data] = [
    {
        "key": STEP,
        "label": "De stap waar jullie op terugkomen",
        "kind": "area",
        "help": "Zoals je cliënt hem koos. Jij mag hem veranderen, of leeg laten.",
        "wide": True,
    },
    {
        "key": ANSWER,
        "label": "Woorden van je cliënt om op terug te komen",
        "kind": "area",
        "help": "Komt op het volgende blad te staan.",
        "wide": True,
    },
]
_NOTHING = "Leg bij 1 neer wat je terugkreeg. Dan staat hier wat er meegaat naar het volgende blad."
_LOCKED = "Geef bij 1 het wachtwoord. Dan staat hier wat er meegaat naar het volgende blad."
_SEVERAL = "Kies bij 2 van wie je het wilt lezen. Dan staat hier wat er meegaat."
_NAMELESS = (
    "Op dit blad staat geen naam. Een volgend blad begin je daarom zelf, bij 'Een sessie "
    "voorbereiden'."
)
_READY = (
    "Het nieuwe blad staat klaar voor {{ naam }}. Je vindt het ook bij 'Een sessie voorbereiden'."
)
_CHANGED = "Je veranderde iets. Maak het blad opnieuw."
_WRONG = "kijk eerst naar de melding hierboven, bij de stap of de woorden"
_REPORT = {".pdf": ("Download het verslag", "alle antwoorden, om te lezen of te printen")}


@dataclass(frozen=True)
class _Ready:
    """What is told of a client's next sheet, what goes along, and its draft while that is so."""

    goes: object
    lines: list[str]
    draft: str = ""


class OnwardPanel:
    """The step and the words for the next sheet; the homework in the practice; the report."""

    def __init__(self, desk: Review, do: Do, type_: Do) -> None:
        self._desk, self._do, self._type = desk, do, type_
        self._seen: object = None
        self._ready: dict[str, _Ready] = {}
        self.about = Notice()
        self.form = Form(fields=_FIELDS)
        self.doubts = Notice()
        self.next = Buttons()
        self.ready = Notice()
        self.link = Way(SESSION, "Open het nieuwe blad")
        self.others = Buttons()
        self.trouble = Notice()
        self.told = Notice()
        self.files = Downloads()
        self._going = box("deel", self.form, self.doubts, self.next, self.ready, self.link.widget)
        self.form.on_change(self._change)
        for buttons in (self.next, self.others):
            buttons.on_press(self._press)
        self.widget = box(
            "paneel",
            heading("3. Hoe ga je verder?"),
            self.about,
            self._going,
            self.others,
            self.trouble,
            self.told,
            self.files,
        )

    def fill(self) -> None:
        """Begin without messages and files."""
        self._ready = {}
        self._clear()
        self.form.messages = {}
        self.trouble.tell([])

    def refresh(self) -> None:
        """Show what goes along, and what can be done now."""
        desk = self._desk
        client = desk.client
        if self._seen != (seen := self._state()):
            self._seen = seen
            self._clear()
        self.about.tell([client.name] if client else [self._why_not()], "echo" if client else "")
        show(self._going, client is not None)
        self._show_words()
        self.doubts.tell(map(sentence, desk.doubts))
        changed = (desk.step, desk.answer) != _proposed(desk)
        self.next.buttons = [
            {"name": "verder", "label": "Ga verder met een nieuw blad", "kind": "eerst"},
            {"name": "terug", "label": "Neem weer over uit het huiswerk", "off": not changed},
        ]
        self._show_ready()
        readable = any(piece.answers for piece in desk.pieces)
        several = len(desk.clients) > 1
        kept = "Bewaar al het huiswerk" if several else "Bewaar het huiswerk"
        keep: Data = {"name": "bewaar", "label": kept}
        report: Data = {"name": "verslag", "label": "Maak een verslag"}
        self.others.buttons = [
            *([keep] if desk.pieces and desk.practice.folder else []),
            *([report] if readable else []),
        ]

    def _show_ready(self) -> None:
        """Tell that the next sheet of this client is ready, or that other things go along now."""
        key, goes = self._going_along()
        ready = self._ready.get(key)
        if ready is not None and ready.goes != goes:
            ready = self._ready[key] = _Ready(goes, [_CHANGED])
        self.ready.tell(ready.lines if ready else [])
        draft = ready.draft if ready else ""
        if draft:
            self.link.lead(draft)
        show(self.link.widget, bool(draft))

    def _going_along(self) -> tuple[str, object]:
        """Return whose next sheet it is, and what goes along."""
        desk = self._desk
        if desk.client is None:
            return "", None
        return desk.client.key, (desk.step, desk.answer, _answers(desk.client.pieces))

    def _state(self) -> object:
        """Return what the report and the messages are about."""
        client = self._desk.client
        return (client.key if client else "", _answers(self._desk.pieces))

    def _clear(self) -> None:
        self.told.tell([])
        self.files.offer({}, {})

    def _why_not(self) -> str:
        pieces = self._desk.pieces
        if len(self._desk.clients) > 1:
            return _SEVERAL
        if any(piece.form for piece in pieces):
            return _NAMELESS
        return _LOCKED if pieces else _NOTHING

    def _show_words(self) -> None:
        """Put what goes along in the fields; what is typed there just now stays as it is typed."""
        wanted = {STEP: self._desk.step, ANSWER: self._desk.answer}
        typed = {key: one_line(str(self.form.values.get(key, ""))) for key in wanted}
        if typed != wanted and not self.form.messages:
            self.form.fill(wanted)

    def _change(self, key: str, value: Any) -> None:
        changes: dict[str, Callable[[str | None], None]] = {
            STEP: self._desk.change_step,
            ANSWER: self._desk.change_answer,
        }
        if key in changes:
            self._type(partial(self._try, key, changes[key], str(value)), self.trouble)

    def _try(self, key: str, change: Callable[[str], None], words: str) -> None:
        messages = {k: text for k, text in self.form.messages.items() if k != key}
        try:
            change(words)
        except InputError as error:
            messages[key] = " ".join(sentences(error))
        self.form.messages = messages

    def _press(self, name: str) -> None:
        works: dict[str, Callable[[], None]] = {
            "terug": self._take_over,
            "verder": self._go_on,
            "bewaar": self._keep,
            "verslag": self._report,
        }
        if name in works:
            if name == "verslag":
                self._clear()
            self._do(works[name], self.trouble)

    def _take_over(self) -> None:
        self.form.messages = {}
        self._desk.change_step(None)
        self._desk.change_answer(None)

    def _go_on(self) -> None:
        desk = self._desk
        if self.form.messages:
            raise HomeworkError(_WRONG)
        key, goes = self._going_along()
        ready = self._ready.get(key)
        if ready is None or not ready.draft or ready.goes != goes:
            draft = desk.next_session()
            name = desk.client.name if desk.client else ""
            lines = [fill(_READY, {"naam": name}), *_told(desk)]
            self._ready[key] = _Ready(goes, lines, draft)

    def _keep(self) -> None:
        paths = self._desk.keep()
        where = paths[0].parent
        names = ", ".join(path.name for path in paths)
        self.told.tell([f"Bewaard in {where}: {names}."])

    def _report(self) -> None:
        client = self._desk.client
        pdf = self._desk.report()
        name = slugify(f"antwoorden {client.name if client else ''}", max_length=60)
        self.told.tell(["Het verslag is klaar.", *_told(self._desk)])
        self.files.offer({f"{name}.pdf": pdf}, _REPORT)


def _answers(pieces: Iterable[Piece]) -> object:
    """Return what was answered in some pieces, to see whether it changed."""
    return tuple((p.key, p.is_locked, p.typed and tuple(p.typed.items())) for p in pieces)


def _proposed(desk: Review) -> tuple[str, str]:
    return desk.proposed.step or "", desk.proposed.answer or ""


def _told(desk: Review) -> list[str]:
    return [caution(without_codes(message)) for message in desk.messages]

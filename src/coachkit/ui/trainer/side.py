"""Beside the form: the question on a sheet, and questions that are almost the same."""

from __future__ import annotations

from typing import Any, Literal

from coachkit.desk.author.near import Near
from coachkit.desk.author.writing import Writing
from coachkit.desk.authoring import Authoring
from coachkit.errors import ExportError, InputError
from coachkit.language.dates import listed
from coachkit.lint.twins import RULE
from coachkit.ui.parts import Form, Listing, Notice, Pages, box, heading, show
from coachkit.ui.screen import Do
from coachkit.ui.trainer.fields import LOOK
from coachkit.ui.trainer.words import place_of, words_of
from coachkit.ui.words import caution, without_codes
from coachkit.vocabulary import Form as Address

_MIN_WORDS = 4
"""The beginning of a question is like too many others; with its mark a short one is whole."""
_OLD = "Dit is het blad van daarnet. Het gaat verder als dit klopt: {}."
_TWINS = (
    "Je vraag lijkt bijna helemaal op een andere, of haar woorden staan daar allemaal in. Bij het "
    "nakijken telt dat als een fout.",
    "Maak je vraag meer van jezelf. Is het met opzet? Schrijf dan bij "
    f"'{words_of('mag').label}' eerst '{RULE}:', en daarachter je reden.",
)


class SidePanel:
    """The preview with its choices, and the neighbours."""

    def __init__(self, desk: Authoring, form: Address, do: Do) -> None:
        self._desk = desk
        self._of: Writing | None = None
        self.look = Form(fields=LOOK)
        self.look.fill({"vorm": form.value, "variant": "invullen", "heel": False})
        self._look = box("stapel", self.look)
        self.pages = Pages(empty="Hier zie je straks je vraag, op een blad.")
        self._sheet = box("stapel", self.pages)
        self.told = Notice()
        self.near = Listing(
            label="Vragen die erop lijken", empty="Er is geen vraag die hier erg op lijkt."
        )
        self.twins = Notice()
        self._near = box("stapel", heading("Lijkt ze op een andere vraag?"), self.twins, self.near)
        self._do = do
        self.look.on_change(self._look_again)
        self.widget = box("vast", self._look, self._sheet, self.told, self._near)

    def refresh(self) -> None:
        """Show the question as it is now; the pages first."""
        question = self._desk.question
        show(self._look, question is not None)
        whole = bool(self.look.values.get("heel"))
        (self._sheet.remove_class if whole else self._sheet.add_class)("ck-top")
        words = question.value("text").split() if question else []
        if question is not None and words:
            self._draw(question, fresh=question is not self._of)
        else:
            self.told.tell([])
            self._show(())
        self._of = question
        is_whole = len(words) >= _MIN_WORDS or "".join(words[-1:]).endswith("?")
        near = question.near() if question and is_whole else ()
        show(self._near, is_whole)
        wrong = any(each.wrong for each in near)
        self.twins.tell(_TWINS if wrong else [], "waarschuwing")
        self.near.items = [
            {"id": each.id, "title": each.text, "badges": [_likeness(each)]} for each in near
        ]

    def _look_again(self, *_: object) -> None:
        self._do(lambda: None)

    def _draw(self, question: Writing, *, fresh: bool) -> None:
        values: dict[str, Any] = dict(self.look.values)
        variant: Literal["invullen", "schrijven"] = (
            "schrijven" if values.get("variant") == "schrijven" else "invullen"
        )
        form = Address.FORMAL if values.get("vorm") == "u" else Address.INFORMAL
        try:
            shown = question.preview(variant, form)
        except (InputError, ExportError):
            if fresh:
                self._show(())
            self.told.tell([_OLD.format(_wrong_in(question))] if self.pages.pages else [])
            return
        notes = [caution(without_codes(note)) for note in shown.notes]
        self.told.tell(notes, "waarschuwing")
        self._show(shown.pages)

    def _show(self, pages: tuple[str, ...]) -> None:
        if [page.encode() for page in pages] != self.pages.pages:
            self.pages.show(pages)


def _likeness(near: Near) -> str:
    return "dezelfde woorden, en meer" if near.has_more else f"{near.likeness}% gelijk"


def _wrong_in(question: Writing) -> str:
    """Return the labels of the fields without which there is no page."""
    keys = {field.name: field.key for field in question.fields}
    filled_in = ("category", *(field.formal for field in question.fields))
    blocked = [each for each in question.problems() if each.blocks]
    names = [each.field for each in blocked if place_of(each) not in filled_in]
    return listed([f"'{words_of(keys.get(name, name)).label}'" for name in dict.fromkeys(names)])

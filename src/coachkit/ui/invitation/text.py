"""The text that the facts give."""

from __future__ import annotations

from functools import partial

from coachkit.desk.invitation import FORMATS, Invitation
from coachkit.desk.invitation_fields import FIELDS
from coachkit.ui.downloads import Downloads
from coachkit.ui.parts import Buttons, Data, Notice, box, heading
from coachkit.ui.reading import Prose
from coachkit.ui.screen import Do
from coachkit.ui.words import sentence

_FILES = {
    ".txt": ("Download als tekst", "gewone tekst, om in een mail te plakken"),
    ".md": ("Download als Markdown", "met vet en schuin, voor een website"),
}
_FORMAT_NAMES = {"md": "Bewaar als Markdown", "txt": "Bewaar als tekst"}
_COPY = "Kopieer de tekst"
_OLD = "Dit is de tekst van daarnet."


class TextPanel:
    """The text as it is now, and its files."""

    def __init__(self, desk: Invitation, do: Do) -> None:
        self._desk, self._do = desk, do
        self._kept = ""
        self.text = Prose(label="De uitnodiging", empty=" ", headed=True)
        self.told = Notice()
        self.buttons = Buttons()
        self.trouble = Notice()
        self.saved = Notice()
        self.files = Downloads()
        self.buttons.on_press(self._press)
        self.widget = box(
            "vast",
            heading("Je uitnodiging"),
            self.text,
            self.told,
            self.files,
            self.buttons,
            self.trouble,
            self.saved,
        )

    @property
    def has_text(self) -> bool:
        """Whether a text is shown, of now or of before."""
        return bool(self.text.text)

    def fill(self) -> None:
        """Begin without a text."""
        self.text.text = ""
        self.saved.tell([])
        self.trouble.tell([])

    def refresh(self) -> None:
        """Show the text; while something is wrong the one of before stays."""
        written = self._desk.written
        labels = [each.label.lower() for each in FIELDS if each.key in written.missing]
        empty = "Hier komt je tekst, zodra alles er is wat erin moet."
        self.text.empty = f"{empty} Nog nodig: {', '.join(labels)}." if labels else empty
        lines = [*written.problems.get("", ()), *written.remarks.get("", ())]
        if written.texts:
            self.text.text = written.texts["txt"]
            count = f"{written.words} woorden."
            self.told.tell([count, *map(sentence, lines)])
        else:
            wrong = (*written.missing, *written.problems)
            asked = ", ".join(each.label for each in FIELDS if each.key in wrong)
            rest = f" Hij gaat verder als dit er staat en klopt: {asked}." if asked else ""
            old = [_OLD + rest] if self.text.text else []
            self.told.tell([*old, *map(sentence, lines)], "waarschuwing")
        self.text.copy = _COPY if written.texts else ""
        if written.texts.get("txt") != self._kept:
            self.saved.tell([])
        has = bool(written.texts)
        files = dict(map(self._desk.as_file, FORMATS)) if has else {}
        self.files.offer(files, _FILES)
        keeps = has and self._desk.practice.folder is not None
        names: list[Data] = [{"name": f, "label": _FORMAT_NAMES[f]} for f in reversed(FORMATS)]
        self.buttons.buttons = names if keeps else []

    def _press(self, name: str) -> None:
        self.saved.tell([])
        self._do(partial(self._save, name), self.trouble)

    def _save(self, name: str) -> None:
        format_ = next((each for each in FORMATS if each == name), None)
        if format_ is not None:
            path = self._desk.save(format_)
            self._kept = self._desk.written.texts["txt"]
            self.saved.tell([f"Bewaard. Je vindt de tekst in {path}."])

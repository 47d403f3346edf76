"""Ask before something is lost."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from coachkit.ui.parts import Buttons, Notice, box, show
from coachkit.ui.screen import Do


class Ask:
    """A question with two buttons; the work is done only when the person says so."""

    def __init__(self, do: Do, trouble: Notice) -> None:
        self._do, self._trouble = do, trouble
        self._work: Callable[[], None] | None = None
        self.notice = Notice()
        self.buttons = Buttons()
        self.buttons.on_press(self._press)
        self.widget = box("stapel", self.notice, self.buttons)
        show(self.widget, visible=False)

    def ask(self, lines: Sequence[str], yes: str, no: str, work: Callable[[], None]) -> None:
        """Ask; the labels say what each button does."""
        self._work = work
        self.notice.tell(lines, "waarschuwing")
        self.buttons.buttons = [{"name": "ja", "label": yes}, {"name": "nee", "label": no}]
        show(self.widget, visible=True)

    def clear(self) -> None:
        """Ask nothing any more."""
        self._work = None
        self.notice.tell([])
        self.buttons.buttons = []
        show(self.widget, visible=False)

    def _press(self, name: str) -> None:
        work = self._work
        self.clear()
        if name == "ja" and work is not None:
            self._do(work, self._trouble)

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
        self._stay: Callable[[], None] | None = None
        self.notice = Notice()
        self.buttons = Buttons()
        self.buttons.on_press(self._press)
        self.widget = box("stapel", self.notice, self.buttons)
        show(self.widget, visible=False)

    def ask(
        self,
        lines: Sequence[str],
        labels: tuple[str, str],
        work: Callable[[], None],
        stay: Callable[[], None] | None = None,
    ) -> None:
        """Ask, with the keyboard on the button that loses nothing.

        Args:
            lines: what is asked.
            labels: of the button that does it, and of the one that does not.
            work: what to do.
            stay: what to do when the person says no.

        """
        yes, no = labels
        self._work, self._stay = work, stay
        self.notice.tell(lines, "waarschuwing")
        self.buttons.buttons = [{"name": "nee", "label": no}, {"name": "ja", "label": yes}]
        show(self.widget, visible=True)
        self.buttons.focus()

    def clear(self) -> None:
        """Ask nothing any more."""
        self._work = self._stay = None
        self.notice.tell([])
        self.buttons.buttons = []
        show(self.widget, visible=False)

    def _press(self, name: str) -> None:
        work = self._work if name == "ja" else self._stay
        self.clear()
        if work is not None:
            self._do(work, self._trouble)

"""The process behind one open workbook: quick to start, and it shows nobody a traceback.

Started as ``python -m coachkit.app.kernel -f CONNECTION_FILE``, with the arguments of ipykernel.
"""

from __future__ import annotations

import importlib
import logging
import os
import sys
import warnings
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from coachkit.errors import CoachkitError
from coachkit.nbconvert_import import skip_slow_grammar

if TYPE_CHECKING:
    from tornado.ioloop import IOLoop

SORRY = "Hier ging iets mis. Laad de bladzijde opnieuw."
"""All that is shown of an error; Voila's page has words of its own in its place."""

# Imported before a workbook is opened, so that it opens at once: first what the first screen needs,
# and what other workbooks need when that screen is there.
AHEAD = ("ipywidgets", "coachkit.app.home")
LATER = tuple(
    f"coachkit.ui.{screen}" for screen in ("coach", "review", "trainer", "reflection", "invitation")
)
PAUSE = 1.5
"""In seconds, between the two."""


def main() -> None:
    """Run a kernel until it is told to stop."""
    skip_slow_grammar()
    warnings.simplefilter("ignore")  # they are for programmers
    from ipykernel.ipkernel import IPythonKernel  # noqa: PLC0415  # heavy
    from ipykernel.kernelapp import IPKernelApp  # noqa: PLC0415
    from ipykernel.zmqshell import ZMQInteractiveShell  # noqa: PLC0415
    from traitlets.config import Config  # noqa: PLC0415

    class QuietShell(ZMQInteractiveShell):
        """A shell that keeps the words of an error: they may be those of a client."""

        def _showtraceback(self, etype: type, _evalue: BaseException, _stb: list[str]) -> None:
            super()._showtraceback(  # type: ignore[no-untyped-call]
                etype, CoachkitError(SORRY), [SORRY]
            )

    class QuietKernel(IPythonKernel):
        """A kernel with such a shell, which gives a page all its widgets in one message."""

        shell_class = QuietShell

        def start(self) -> None:
            """Begin to hear pages, also when they ask for widgets."""
            import ipywidgets  # noqa: PLC0415  # imported ahead

            super().start()  # type: ignore[no-untyped-call]
            # ipywidgets does this when it is imported, but then there was no kernel yet. Without it
            # a page asks for each widget by itself, and on a busy machine some never showed up. A
            # page also does so when the kernel is silent for four seconds: so one import at a time.
            ipywidgets.register_comm_target()
            self.io_loop.call_later(PAUSE, _import_in_turn, self.io_loop, LATER)

    for name in AHEAD:
        importlib.import_module(name)
    config: Any = Config()
    config.IPKernelApp.log_level = logging.CRITICAL
    config.IPKernelApp.kernel_class = QuietKernel
    config.HistoryManager.enabled = False
    IPKernelApp.launch_instance(argv=sys.argv[1:] or ["-f", told_file()], config=config)


def _import_in_turn(loop: IOLoop, names: Sequence[str]) -> None:
    """Import some modules, and hear the page after each.

    Not in a thread: two that import at once can see half a module.
    """
    first, *rest = names
    importlib.import_module(first)
    if rest:
        loop.call_later(0, _import_in_turn, loop, rest)


def told_file() -> str:
    """Return the connection file that the server names once it knows it; end when it does not."""
    if not (name := sys.stdin.buffer.readline().rstrip(b"\n")):
        raise SystemExit
    return os.fsdecode(name)


if __name__ == "__main__":
    main()

"""The app: Voila in this process, for this machine alone, until someone stops it."""

from __future__ import annotations

import asyncio
import logging
import os
import shutil
import signal
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from coachkit.app.address import port_of
from coachkit.app.early import EarlyKernel
from coachkit.app.folder import Place
from coachkit.errors import InputError
from coachkit.export.colour import readable
from coachkit.model import House
from coachkit.nbconvert_import import skip_slow_grammar
from coachkit.practice import find_practice

if TYPE_CHECKING:
    from coachkit.app.voila_app import CoachVoila

IDLE_SECONDS = 600
"""How long a kernel may live without a page; a page that is closed ends its own at once."""

CULL_SECONDS = 60
"""How often to look for such kernels; more often when they may live less long."""

PATIENCE = 15
"""Seconds that stopping may take: longer than kernels may take to do what they were asked."""

SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
"""What stops the app; not every system has them all. ``nohup`` lets SIGHUP be ignored."""

# What a page with widgets needs; what else is installed for JupyterLab stays out.
EXTENSIONS = [
    "@jupyter-widgets/jupyterlab-manager",
    "@voila-dashboards/widgets-manager8",
    "anywidget",
]

# Nothing may leave the machine. Widgets write styles, and Voila scripts, into the page.
POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob: data:",
        "style-src 'self' 'unsafe-inline' blob: data:",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self' ws://localhost:{port} ws://127.0.0.1:{port} blob: data:",
        "frame-src 'self' blob: data:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'self'",
    )
)


def serve(
    place: Place, door: socket.socket, token: str, *, idle_seconds: int = IDLE_SECONDS
) -> None:
    """Serve the workbooks at a door, until Ctrl+C or the system says stop.

    Args:
        place: where the coach works.
        door: the socket to listen at.
        token: what a visitor must show.
        idle_seconds: how long a kernel may live without a page.

    """
    os.environ.update(place.environment())
    with silence(), stopping() as stop, EarlyKernel(place.workbooks) as early:
        skip_slow_grammar()
        from coachkit.app.voila_app import CoachVoila  # noqa: PLC0415  # heavy

        # Settings of other programs (voila.json) are not asked.
        config = settings(place, token, port_of(door), idle_seconds)
        app = CoachVoila(config=config, config_file_paths=[])
        app.initialize([])
        stop.listen()  # Voila put its own in the place
        asyncio.run(_run(app, door, stop, early))


def _numbers() -> list[int]:
    return [getattr(signal, name) for name in SIGNALS if hasattr(signal, name)]


class Stop:
    """Hears that someone wants to stop, while all is being imported and while it runs.

    What then takes longer than ``patience`` seconds hangs in a library, and is left as it is.
    """

    def __init__(self, patience: float = PATIENCE) -> None:
        self._numbers = [
            number
            for number in _numbers()
            if number != getattr(signal, "SIGHUP", None)
            or signal.getsignal(number) != signal.SIG_IGN
        ]
        self.call: Callable[[], object] = _interrupt
        self._leaving = threading.Timer(patience, _leave)
        self._leaving.daemon = True

    def listen(self) -> None:
        """Listen to Ctrl+C, and to the system; not to what was ignored (``nohup``)."""
        for number in self._numbers:
            signal.signal(number, self)

    def __call__(self, *_signal: object) -> None:
        """Stop."""
        with suppress(RuntimeError):  # asked for again
            self._leaving.start()
        self.call()

    def done(self) -> None:
        """Be patient no longer: all has stopped."""
        self._leaving.cancel()

    async def wait(self) -> None:
        """Return when someone wants to stop."""
        loop, event = asyncio.get_running_loop(), asyncio.Event()
        self.call = lambda: None if loop.is_closed() else loop.call_soon_threadsafe(event.set)
        while not event.is_set():  # a timeout, because on Windows a signal wakes no loop
            with suppress(TimeoutError):
                await asyncio.wait_for(event.wait(), 0.5)


def _leave() -> None:
    """Leave at once, with every process that was started here."""
    import psutil  # noqa: PLC0415  # only here

    children = psutil.Process().children(recursive=True)
    for child in children:
        with suppress(psutil.Error):
            child.kill()
    psutil.wait_procs(children, timeout=2)
    os._exit(0)


def _interrupt() -> None:
    """Stop what is only starting."""
    raise KeyboardInterrupt


@contextmanager
def stopping() -> Iterator[Stop]:
    """Let Ctrl+C, and the system, end the block without an error."""
    before = [(number, signal.getsignal(number)) for number in _numbers()]
    stop = Stop()
    stop.listen()
    try:
        with suppress(KeyboardInterrupt):
            yield stop
    finally:
        stop.done()
        for number, handler in before:
            signal.signal(number, handler)


@contextmanager
def silence() -> Iterator[None]:
    """Keep what libraries log or warn of from the console."""
    root, null = logging.getLogger(), logging.NullHandler()
    root.addHandler(null)
    logging.captureWarnings(True)
    try:
        yield
    finally:
        logging.captureWarnings(False)
        root.removeHandler(null)


async def _run(app: CoachVoila, door: socket.socket, stop: Stop, early: EarlyKernel) -> None:
    from tornado.httpserver import HTTPServer  # noqa: PLC0415  # heavy

    waiting = asyncio.ensure_future(stop.wait())
    app.start()
    app.kernel_manager.early = early
    app.kernel_manager.prepare()
    server = HTTPServer(app.app)
    server.add_socket(door)
    try:
        await waiting
    finally:
        server.stop()
        await app.kernel_manager.end_all()
        await server.close_all_connections()
        shutil.rmtree(app.connection_dir, ignore_errors=True)


def settings(place: Place, token: str, port: int, idle_seconds: int) -> Any:
    """Return the settings of Voila."""
    from traitlets.config import Config  # noqa: PLC0415  # heavy

    from coachkit.app.kernels import OwnKernelSpecs, ReadyKernels  # noqa: PLC0415
    from coachkit.app.voila_app import PlainHeadings, before_page  # noqa: PLC0415

    voila = {
        "root_dir": str(place.workbooks),
        "token": token,
        "open_browser": False,
        "log_level": logging.CRITICAL,
        "tornado_settings": {
            "allow_remote_access": False,
            "headers": {
                "Content-Security-Policy": POLICY.format(port=port),
                "X-Content-Type-Options": "nosniff",
            },
        },
    }
    pages = {
        "template": "base",
        "allow_template_override": "NO",
        "allow_theme_override": "NO",
        "show_tracebacks": False,
        "file_allowlist": [],
        "extension_allowlist": EXTENSIONS,
        "multi_kernel_manager_class": ReadyKernels,
        "kernel_spec_manager_class": OwnKernelSpecs,
        "prelaunch_hook": before_page,
        "resources": {"coachkit": {"accent": accent(place), "kept": not place.not_kept}},
    }
    return Config(
        Voila=voila,
        VoilaConfiguration=pages,
        VoilaExporter={"markdown_renderer_class": PlainHeadings},
        MappingKernelManager=_culling(idle_seconds),
        # A kernel that died has lost its state: the page says so, and starts anew when reloaded.
        KernelRestarter={"restart_limit": 0},
    )


def _culling(idle_seconds: int) -> dict[str, int]:
    interval = min(CULL_SECONDS, idle_seconds)
    return {"cull_idle_timeout": idle_seconds, "cull_interval": interval}


def accent(place: Place) -> str:
    """Return the colour of the practice, dark enough to read; ours when there is none."""
    try:
        colour = find_practice(place.folder).house.accent if place.folder.is_dir() else None
    except (InputError, OSError):
        colour = None
    return readable(colour or House().accent)

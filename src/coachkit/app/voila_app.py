"""Voila as coachkit starts it: our own template, our own kernels, and nothing but workbooks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jinja2
from jupyter_server import DEFAULT_TEMPLATE_PATH_LIST
from jupyter_server.base.handlers import JupyterHandler
from tornado import web
from voila.app import Voila
from voila.exporter import VoilaMarkdownRenderer
from voila.tornado.contentshandler import VoilaContentsHandler
from voila.tornado.treehandler import TornadoVoilaTreeHandler

from coachkit.app.folder import FIRST
from coachkit.app.kernels import ReadyKernels
from coachkit.resources import data_folder

_LISTS = (TornadoVoilaTreeHandler, VoilaContentsHandler)


def template_folder() -> Path:
    """Return where our Voila template is."""
    return data_folder("templates") / "voila" / "coachkit"


class CoachVoila(Voila):  # type: ignore[misc]  # no types
    """Voila without its list of files, and with our pages for all that a coach may see."""

    kernel_manager: ReadyKernels
    template_paths: list[str]
    static_paths: list[str]

    def setup_template_dirs(self) -> None:
        """Let our template come before those of Voila."""
        super().setup_template_dirs()
        self.template_paths = [str(template_folder()), *self.template_paths]
        self.static_paths = [str(template_folder() / "static"), *self.static_paths]

    def init_settings(self) -> dict[str, Any]:
        """Give the log-in and the errors our pages too."""
        settings: dict[str, Any] = super().init_settings()
        folders = [str(template_folder()), *DEFAULT_TEMPLATE_PATH_LIST]
        pages = jinja2.Environment(
            loader=jinja2.FileSystemLoader(folders), extensions=["jinja2.ext.i18n"], autoescape=True
        )
        pages.install_null_translations()  # type: ignore[attr-defined]
        settings["jinja2_env"] = pages
        return settings

    def init_handlers(self) -> list[Any]:
        """Open ``start.ipynb`` at the front door, and list no files."""
        handlers = [handler for handler in super().init_handlers() if handler[1] not in _LISTS]
        return [("/", FrontDoor), *handlers, ("/.*", NotThere)]

    def listen(self) -> None:
        """Do nothing: who started us has the door."""


class PlainHeadings(VoilaMarkdownRenderer):  # type: ignore[misc]  # no types
    """Markdown without a link behind every heading."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "exclude_anchor_links": True})


class FrontDoor(JupyterHandler):
    """Sends a visitor with the token to the first screen, with the token out of sight."""

    @web.authenticated
    def get(self) -> None:
        """Answer with the way to the first screen."""
        self.redirect(f"/voila/render/{FIRST}")


class NotThere(JupyterHandler):
    """Says that a page is not there; without the token not even that."""

    @web.authenticated
    def get(self) -> None:
        """Answer that there is no such page."""
        raise web.HTTPError(404)


def before_page(handler: JupyterHandler, **_more: Any) -> None:
    """Name the letters of the page, and let it end its kernel when it is closed.

    Voila's pages ask for that end without ever having got the cookie for it, and are refused.
    """
    handler.set_header("Content-Type", "text/html; charset=UTF-8")
    _ = handler.xsrf_token  # this sets the cookie

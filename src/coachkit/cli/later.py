"""Commands whose files are imported when they are asked for: one command needs few of them."""

from __future__ import annotations

from collections import UserDict
from importlib import import_module
from typing import Any

import typer


class CommandsLater(UserDict[str, Any]):
    """Commands by name, made of ``file:function`` or ``file:app`` in this folder."""

    def __getitem__(self, name: str) -> Any:
        """Return a command, or a group of them."""
        file, _, part = super().__getitem__(name).partition(":")
        found = getattr(import_module(f"{__package__}.{file}"), part)
        if isinstance(found, typer.Typer):
            return typer.main.get_group(found)
        alone = typer.Typer(add_completion=False, rich_markup_mode=None)
        alone.command()(found)
        return typer.main.get_command(alone)

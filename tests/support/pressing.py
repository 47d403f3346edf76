"""What the browser sends to the parts of a screen, for tests without a browser."""

from __future__ import annotations

from typing import Any

from coachkit.ui.dropping import DropZone
from coachkit.ui.parts import Buttons, Form, Listing


def press(buttons: Buttons, name: str) -> None:
    """Press a button."""
    buttons._handle_custom_msg({"action": name}, [])


def names(buttons: Buttons) -> list[str]:
    """Return the names of the buttons that can be pressed."""
    return [button["name"] for button in buttons.buttons if not button.get("off")]


def act(listing: Listing, place: int, action: str) -> None:
    """Press a button of a thing in a list."""
    message = {"action": action, "item": listing.items[place]["id"]}
    listing._handle_custom_msg(message, [])


def type_in(form: Form, values: dict[str, Any]) -> None:
    """Fill in fields."""
    for key, value in values.items():
        form._handle_custom_msg({"field": key, "value": value}, [])


def send(form: Form, key: str, value: Any) -> None:
    """Press the button of a field."""
    form._handle_custom_msg({"enter": key, "value": value}, [])


def drop(zone: DropZone, *files: tuple[str, bytes], batch: str = "1", why: str = "") -> None:
    """Drop files, which come in pieces of a few bytes."""
    for number, (_, raw) in enumerate(files):
        for at in range(0, len(raw), step := max(1, len(raw) // 3)):
            message = {"batch": batch, "file": number, "at": at}
            zone._handle_custom_msg(message, [memoryview(raw[at : at + step])])
    about = [{"file": number, "name": name, "why": why} for number, (name, _) in enumerate(files)]
    zone._handle_custom_msg({"done": batch, "files": about}, [])

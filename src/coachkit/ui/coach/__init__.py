"""The coach's screen: prepare a session, from an empty form to the files for a client."""

from coachkit.ui.coach.session import SessionScreen, prepare

__all__ = ["SessionScreen", "prepare"]

"""The screen on which a coach looks at her own work."""

from coachkit.ui.reflection.screen import ReflectionScreen, reflect

__all__ = ["ReflectionScreen", "reflect"]

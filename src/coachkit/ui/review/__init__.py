"""The screen for looking back: homework that came back, and how to go on from there."""

from coachkit.ui.review.screen import ReviewScreen, review

__all__ = ["ReviewScreen", "review"]

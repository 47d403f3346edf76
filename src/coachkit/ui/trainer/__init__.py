"""The trainer's screen: write questions, with all that is to see of them while typing."""

from coachkit.ui.trainer.screen import QuestionScreen, write_questions

__all__ = ["QuestionScreen", "write_questions"]

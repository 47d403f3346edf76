"""The trainer's screen for an invitation: facts in, text out beside it."""

from coachkit.ui.invitation.screen import InvitationScreen, invite

__all__ = ["InvitationScreen", "invite"]

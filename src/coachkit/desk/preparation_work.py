"""What a draft of a session keeps, and how it is read back."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from coachkit.desk.proposal_data import ProposalData

_UNREADABLE = "de vragen van dit concept zijn niet te lezen; kies opnieuw een werkvorm"


class SessionWork(BaseModel):
    """What a draft keeps: a client's words as they were typed, and never a password."""

    model_config = ConfigDict(extra="ignore")

    brief: dict[str, Any] = {}
    asked: list[str] = []
    seed: int | None = None
    variant: Literal["invullen", "schrijven"] = "invullen"
    large: bool = False
    pinned: list[str] = []
    proposal: ProposalData | None = None
    drawn_for: dict[str, Any] = {}


def read_work(data: dict[str, Any]) -> tuple[SessionWork, tuple[str, ...]]:
    """Return the work in a draft; where it is strange, what the client said is still taken."""
    try:
        return SessionWork.model_validate(data), ()
    except ValidationError:
        brief = data.get("brief")
        return SessionWork(brief=brief if isinstance(brief, dict) else {}), (_UNREADABLE,)

"""The referral card: which signal asks for which help, how soon, and how to say it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from coachkit.address import Addressed
from coachkit.model.question import Id
from coachkit.slots import Text
from coachkit.vocabulary import Audience


class Urgency(StrEnum):
    """How soon help is needed, the soonest first."""

    NOW = "nu"
    TODAY = "vandaag"
    THIS_WEEK = "deze-week"
    CALM = "rustig"


class Agreement(Addressed):
    """What holds for every referral."""

    text: Text = Field(alias="tekst")
    text_formal: Text | None = Field(None, alias="tekst_u")


class Help(Addressed):
    """Someone who knows more; ``check`` when a detail must be asked of that help itself."""

    id: Id
    name: Text = Field(alias="naam")
    phone: Text | None = Field(None, alias="telefoon")
    chat: Text | None = None
    web: Text | None = None
    reach: Text = Field(alias="bereikbaar")
    purpose: Text = Field(alias="waarvoor")
    note: Text | None = Field(None, alias="weten")
    check: bool = Field(False, alias="controleren")


class Signal(Addressed):
    """What a coach sees or hears, which help fits (the first choice first), and what to say."""

    id: Id
    signal: Text = Field(alias="signaal")
    help: tuple[Id, ...] = Field(alias="hulp", min_length=1)
    urgency: Urgency = Field(alias="spoed")
    words: Text = Field(alias="zin")
    words_formal: Text | None = Field(None, alias="zin_u")
    note: Text | None = Field(None, alias="weten")


class ReferralCard(Addressed):
    """Signals and help for a coach, with the day on which a person checked the facts."""

    id: Id
    name: Text = Field(alias="naam")
    language: Literal["nl"] = Field("nl", alias="taal")
    author: Text | None = Field(None, alias="auteur")
    licence: Text | None = Field(None, alias="licentie")
    audience: Audience = Field(Audience.COACH, alias="doelgroep")
    source: Text | None = Field(None, alias="bron")
    checked: date = Field(alias="nagekeken")
    agreements: tuple[Agreement, ...] = Field((), alias="afspraken")
    help: Annotated[tuple[Help, ...], Field(min_length=1)] = Field(alias="hulp")
    signals: Annotated[tuple[Signal, ...], Field(min_length=1)] = Field(alias="signalen")
    sources: tuple[Text, ...] = Field((), alias="bronnen")
    replaces: Id | None = Field(None, alias="vervangt")

    @model_validator(mode="after")
    def _help_is_known(self) -> Self:
        known = {help_.id for help_ in self.help}
        for signal in self.signals:
            if unknown := [id_ for id_ in signal.help if id_ not in known]:
                listing = ", ".join(sorted(known))
                raise ValueError(
                    f"'{signal.id}' noemt de hulp '{unknown[0]}', en die is er niet; "
                    f"kies uit: {listing}"
                )
        return self

"""The fixed words of the method, as they stand in YAML, with what people read for them."""

from __future__ import annotations

from enum import StrEnum


class Form(StrEnum):
    """Form of address."""

    INFORMAL = "je"
    FORMAL = "u"


class Audience(StrEnum):
    """For whom a question or recipe is."""

    CLIENT = "client"
    COACH = "coach"


class Category(StrEnum):
    """What a question is about; a worksheet keeps this order."""

    PAIN = "pijn"
    DESIRE = "verlangen"
    CONSEQUENCES = "gevolgen"
    SMALL_STEPS = "kleine-stappen"
    BOUNDARIES = "grenzen"

    @property
    def rank(self) -> int:
        """The place of this category on a worksheet, from 0."""
        return list(Category).index(self)

    @property
    def label(self) -> str:
        """The word above a section."""
        return self.value.replace("-", " ").capitalize()

    @property
    def client_label(self) -> str:
        """The word that a client reads: 'Pijn' above a light question would be cold."""
        return "Nu" if self is Category.PAIN else self.label


class Phase(StrEnum):
    """Where a client stands in changing."""

    PRECONTEMPLATION = "voorbeschouwing"
    CONTEMPLATION = "overpeinzing"
    DECISION = "beslissing"
    ACTION = "actie"
    MAINTENANCE = "volhouden"
    RELAPSE = "terugval"


DOUBTING = frozenset({Phase.PRECONTEMPLATION, Phase.CONTEMPLATION})
"""Phases in which a decisional balance lowers commitment (Miller & Rose 2015)."""

PLANNING = frozenset({Phase.DECISION, Phase.ACTION})
"""Phases in which a worksheet ends in an if-then plan (Gollwitzer & Sheeran 2006)."""


class Situation(StrEnum):
    """Why a client is stuck."""

    DAILY_HECTIC = "waan-van-de-dag"
    GOAL_TOO_BIG = "doel-te-groot"
    NO_OWNERSHIP = "geen-eigenaarschap"
    NO_SUPPORT = "omgeving-steunt-niet"
    NO_MOVEMENT = "komt-niet-in-beweging"
    NO_OVERVIEW = "geen-overzicht"
    LEAVE_ME_ALONE = "laat-me-met-rust"
    NO_OPTIONS = "ziet-geen-opties"
    NO_BENEFIT = "ziet-geen-voordeel"
    DARES_NOT = "durft-niet"
    SAYS_YES_DOES_NO = "zegt-ja-doet-nee"
    COACH_HOPPER = "coachhopper"


class World(StrEnum):
    """A part of life; a question with such a label reaches only clients who named it."""

    WORK = "werk"
    MONEY = "geld"
    HOUSE = "huis"
    FAMILY = "gezin"
    HEALTH = "gezondheid"
    BUSINESS = "ondernemen"
    SCHOOL = "school"


PLAN_LABEL = "Plan"
"""What stands above an if-then plan, in the place of a category."""

SURPRISE = "verras-me"
OTHER_ANGLE = "andere-invalshoek"
ON_DEMAND = frozenset({SURPRISE, OTHER_ANGLE})
"""Labels of playful questions: those come only where a recipe asks for one of their labels."""


class Depth(StrEnum):
    """How much a question touches."""

    LIGHT = "licht"
    MEDIUM = "midden"
    DEEP = "diep"


class RecipeKind(StrEnum):
    """What a recipe makes."""

    WORKSHEET = "werkblad"
    CARDS = "kaart"
    AGREEMENT = "afspraak"
    LETTER = "brief"
    COACH = "coach"


class Moment(StrEnum):
    """When a section is done, on a sheet with a night's sleep in the middle."""

    TODAY = "vandaag"
    TOMORROW = "morgen"

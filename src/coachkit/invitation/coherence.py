"""Whether the facts of a training fit each other, the day of today, and the form of address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from coachkit.address import speaks_informally
from coachkit.errors import Problem
from coachkit.invitation.facts import Facts, texts
from coachkit.invitation.times import time_problems
from coachkit.language.formal import to_formal
from coachkit.language.sentence import plain
from coachkit.vocabulary import Form

MAX_COUNT_AGE = timedelta(days=7)
_FORMAL = re.compile(r"(?<!\d )(?<!\d)\b(?:u|uw|uzelf)\b", re.IGNORECASE)
_NO_SPEECH = frozenset({"training", "tijd", "plaats", "waarom_nu_bron", "prijs", "voor_wie"})
_ADDRESS = re.compile(r"\S+@\S+|\S+\.\w{2,}(?:/\S*)?")


def contradictions(facts: Facts, today: date) -> Iterator[Problem]:
    """Yield what cannot be together, each with its place in the data and a cure."""
    yield from _day_problems(facts, today)
    yield from time_problems(facts)
    yield from _place_problems(facts, today)
    if facts.why_now and not facts.why_now_source:
        cure = "zet bij 'waarom_nu_bron' waaruit de reden blijkt: een wet, rooster, seizoen, agenda"
        yield Problem("'waarom_nu' heeft geen bron", cure, "bron", loc=("waarom_nu",))
    yield from _address_problems(facts)


def _day_problems(facts: Facts, today: date) -> Iterator[Problem]:
    for i, day in enumerate(facts.days):
        if day <= today:
            message, cure = f"{day} komt niet na vandaag ({today})", "geef een dag die nog komt"
            yield Problem(message, cure, "datum", loc=("dagen", i))
        if day in facts.days[:i]:
            yield Problem(f"{day} staat er twee keer", "haal er een weg", "datum", loc=("dagen", i))
    closing = facts.closing_day
    if closing and closing >= min(facts.days):
        message = "'aanmelden_tot' ligt niet voor de eerste dag van de training"
        cure = "geef de echte laatste dag, of laat de regel weg"
        yield Problem(message, cure, "schaarste", loc=("aanmelden_tot",))
    elif closing and closing < today:
        message, cure = "'aanmelden_tot' is al voorbij", "geef een dag die nog komt"
        yield Problem(message, cure, "datum", loc=("aanmelden_tot",))


def _place_problems(facts: Facts, today: date) -> Iterator[Problem]:
    if facts.free is None:
        return
    loc = ("nog_vrij", "geteld_op")
    if facts.free.counted > today:
        message, cure = "'geteld_op' is nog niet geweest", "geef de dag waarop je telde"
        yield Problem(message, cure, "schaarste", loc=loc)
    elif today - facts.free.counted > MAX_COUNT_AGE:
        message = f"'nog_vrij' is geteld op {facts.free.counted}, meer dan een week geleden"
        yield Problem(message, f"tel opnieuw, en schrijf {today}", "schaarste", loc=loc)
    if facts.places and facts.free.number > facts.places:
        message = (
            f"er zijn meer plaatsen vrij ({facts.free.number}) dan 'plaatsen' ({facts.places})"
        )
        yield Problem(message, "kijk beide getallen na", "schaarste", loc=("nog_vrij", "aantal"))


def _address_problems(facts: Facts) -> Iterator[Problem]:
    for loc, text in texts(facts):
        # What stands in quotes is somebody's own words; an address is no speech.
        said = _ADDRESS.sub("", plain(text))
        if loc[0] in _NO_SPEECH:
            continue
        if facts.form == Form.FORMAL and speaks_informally(said):
            yield Problem(
                f"in '{loc[0]}' staat je of jij", _in_formal(text), "aanspreekvorm", loc=loc
            )
        elif facts.form == Form.INFORMAL and (word := _FORMAL.search(said)):
            cure = "schrijf het met je, of zet 'aanspreekvorm: u'"
            yield Problem(f"in '{loc[0]}' staat {word[0]}", cure, "aanspreekvorm", loc=loc)


def _in_formal(text: str) -> str:
    proposal = to_formal(text)
    doubt = f" (kijk na: {proposal.why})" if proposal.why else ""
    return f'schrijf bijvoorbeeld: "{proposal.text}"{doubt}'

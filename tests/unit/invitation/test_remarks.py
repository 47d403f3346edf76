"""Hints: each is given for its reason, and none for a plain text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from coachkit.invitation.facts import Facts
from coachkit.invitation.remarks import remarks

MakeFacts = Callable[..., Facts]


def test_plain_facts_get_no_hints(make_facts: MakeFacts) -> None:
    assert remarks(make_facts()) == []


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"last": "Je belt. Je belt. Je belt. Je belt."}, "'last' telt 4 zinnen"),
        ({"wens": "Rust. Rust. Rust."}, "'wens' telt 3 zinnen"),
        ({"trainer": "Noor. Noor. Noor."}, "'trainer' telt 3 zinnen"),
        ({"kop": "een twee drie vier vijf zes zeven acht negen"}, "'kop' is langer dan 8 woorden"),
        ({"waarom_nu": "Ik wil de groep vol."}, "gaat de reden over de lezer, of over jou?"),
        ({"waarom_nu": "We zoeken nog mensen."}, "'We zoeken'"),
        ({"na_afloop": ["inzicht krijgen", "kiezen"]}, "'inzicht' in 'na_afloop' kun je niet zien"),
        ({"na_afloop": ["Kiezen wat telt", "maken"]}, "'na_afloop' begint met een hoofdletter"),
        (
            {"na_afloop": ["je leert beter luisteren", "b"]},
            "'je leert' in 'na_afloop' leest dubbel",
        ),
        ({"na_afloop": ["a", "Leer je kiezen"]}, "'Leer je' in 'na_afloop' leest dubbel"),
        ({"na_afloop": ["u kunt dan kiezen", "b"]}, "'u kunt dan' in 'na_afloop' leest dubbel"),
        ({"tijd": "10 tot 2 uur"}, "het einde (2 uur) komt niet na het begin (10 uur)"),
        ({"tijd": "van 9 tot 5"}, "het einde (5 uur) komt niet na het begin (9 uur)"),
        ({"tijd": "van 9 tot 25 uur"}, "25 uur is geen tijd van de dag"),
        ({"aanmelden": "info@a.example of 06 00 00 00 00"}, "meer dan één weg"),
        ({"aanmelden": "info@a.example of www.a.example"}, "meer dan één weg"),
        ({"aanmelden": "bij de balie"}, "noemt geen mailadres"),
        ({"aanmelden": "Meld je aan op a.example"}, "'aanmelden' zegt meer dan een adres"),
        ({"wens": "Dat is fijn!"}, "in 'wens' staat een uitroepteken"),
        ({"wens": "Dat is GEWELDIG."}, "'GEWELDIG' in 'wens' staat in hoofdletters"),
        ({"wens": "een " * 21 + "einde."}, "een zin van 22 woorden"),
        ({"aanpak": "Je leert over ambivalentie."}, "vaktaal"),
        ({"prijs": "160 euro met btw, vroegboekkorting 10 euro"}, "'vroegboekkorting'"),
    ],
)
def test_a_hint_tells_what_to_look_at(
    make_facts: MakeFacts, changes: dict[str, object], said: str
) -> None:
    found = remarks(make_facts(**changes))
    assert any(said in problem.message for problem in found), found
    assert all(problem.level == "hint" and problem.cure and problem.loc for problem in found)


def test_what_reads_double_gets_its_cure(make_facts: MakeFacts) -> None:
    [hint] = remarks(make_facts(na_afloop=["Je leert beter luisteren", "een plan maken"]))
    assert hint.cure == "laat het weg, en schrijf: beter luisteren"
    assert hint.loc == ("na_afloop", 0)


@pytest.mark.parametrize(
    "changes",
    [
        {"waarom_nu": "We beginnen met een vaste groep."},
        {"aanmelden": "aanmelden@a.example"},
        {"aanmelden": "a.example/training"},
        {"aanmelden": "06 00 00 00 00"},
        {"prijs": "160 euro met BTW"},
        {"na_afloop": ["je grens aangeven", "leerlingen helpen"]},
        {"na_afloop": ["een plan maken", "U zeggen"]},
        {"lengte": "lang", "last": "Je belt. Je belt. Je belt. Je belt. Je belt."},
        {"voor_wie": "organizers", "waarom_nu": "De zomer is voor organizers rustig."},
    ],
)
def test_no_hint_without_reason(make_facts: MakeFacts, changes: dict[str, object]) -> None:
    assert remarks(make_facts(**changes)) == []

"""The fields of the coach's screen."""

from __future__ import annotations

from coachkit.ui.parts import Data
from coachkit.ui.words import (
    category_options,
    kind_options,
    phase_options,
    situation_options,
    world_options,
)

CLIENT: list[Data] = [
    {"key": "naam", "label": "Naam van je cliënt"},
    {
        "key": "aanspreekvorm",
        "label": "Je zegt",
        "kind": "radio",
        "options": [("je", "je"), ("u", "u")],
    },
    {
        "key": "situatie",
        "label": "Wat houdt je cliënt tegen?",
        "kind": "select",
        "options": situation_options(),
        "wide": True,
    },
    {
        "key": "fase",
        "label": "Waar staat je cliënt?",
        "kind": "select",
        "options": phase_options(),
        "wide": True,
    },
    {
        "key": "minuten",
        "label": "Hoeveel minuten mag het kosten?",
        "kind": "number",
        "help": "Laat je het leeg, dan kiest de werkvorm.",
        "wide": True,
    },
    {
        "key": "doel",
        "label": "Doel, in de woorden van je cliënt",
        "placeholder": "bijvoorbeeld: meer bewegen",
        "wide": True,
    },
]

MORE: list[Data] = [
    {
        "label": "Het doel in een zin",
        "fields": [
            {
                "key": "doel_te",
                "label": "Wat helpt je om …",
                "placeholder": "bijvoorbeeld: meer te bewegen",
                "help": "Alleen als de zin hierboven niet klopt.",
            },
            {
                "key": "doel_nominaal",
                "label": "Je wilt …",
                "placeholder": "bijvoorbeeld: meer bewegen",
            },
        ],
    },
    {
        "label": "De vorige keer, en wat er nog toe doet",
        "fields": [
            {"key": "vorige_stap", "label": "De stap van de vorige keer", "wide": True},
            {"key": "vorige_antwoord", "label": "Een antwoord om op terug te komen", "wide": True},
            {
                "key": "leefwereld",
                "label": "Waar mogen vragen over gaan?",
                "kind": "checks",
                "options": world_options(),
                "wide": True,
            },
        ],
    },
    {
        "label": "Ondertekening en kenmerk",
        "fields": [
            {
                "key": "coach",
                "label": "Wie ondertekent het blad?",
                "help": "Anders de coach van de praktijk.",
            },
            {
                "key": "kenmerk",
                "label": "Kenmerk van je cliënt",
                "help": "Alleen als twee cliënten dezelfde naam hebben.",
            },
        ],
    },
]

SEARCH: list[Data] = [
    {"key": "woorden", "label": "Zoek op woorden", "placeholder": "moed"},
    {
        "key": "categorie",
        "label": "Waar gaat het over?",
        "kind": "select",
        "options": category_options(),
    },
    {
        "key": "soort",
        "label": "Soort antwoord",
        "kind": "select",
        "options": kind_options(),
    },
]

LOOK: list[Data] = [
    {
        "key": "variant",
        "label": "Hoe vult je cliënt het in?",
        "kind": "radio",
        "options": [("invullen", "op telefoon of computer"), ("schrijven", "met een pen")],
    },
    {"key": "groot", "label": "Grote letters", "kind": "check"},
]

PASSWORD: list[Data] = [
    {
        "key": "wachtwoord",
        "label": "Wachtwoord op de pdf",
        "kind": "password",
        "wide": True,
        "help": "Mag leeg blijven. Een wachtwoord heeft 8 tot 127 tekens. Schrijf het ergens op: "
        "het is niet terug te vinden. Geef het je cliënt apart.",
    },
]

RECIPE: list[Data] = [
    {
        "key": "titel",
        "label": "Naam van je werkvorm",
        "help": "Een volgende keer kies je deze vragen in één keer.",
    },
]

FILES = {
    ".pdf": ("Download de pdf", "het werkblad, om in te vullen of te printen"),
    ".html": ("Download de webpagina", "hetzelfde blad, voor op de telefoon"),
    ".ics": ("Download de agenda", "de herinneringen, voor de agenda van je cliënt"),
    ".eml": ("Download de mail", "een mail die klaarstaat, met alles erbij"),
    ".ipynb": ("Download voor jezelf", "het blad met de reden van elke vraag, als notebook"),
}

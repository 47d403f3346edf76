"""Answers of each kind, in Dutch keys as trainers write them; also the largest and the smallest."""

from __future__ import annotations

SPECS: dict[str, dict[str, object]] = {
    "open": {"regels": 4},
    "schaal": {"laag": "helemaal niet", "hoog": "heel erg"},
    "keuze": {"opties": ["Rust", "Ruimte", "Plezier"], "anders": True},
    "aankruisen": {"opties": ["Tijd", "Geld"], "anders": False},
    "tabel": {"kolommen": ["Dat kost", "Dat geeft"], "rijen": ["Nu", "Later"], "rijkop": "Keuze"},
    "ladder": {"treden": ["Mijn wens", "Deze maand", "Vandaag"]},
    "als-dan": {},
    "cirkels": {},
    "levenswiel": {"gebieden": ["Rust", "Werk", "Geld", "Wonen"]},
    "balans": {},
    "afspraak": {"tekst": "Dit spreken we af.", "partijen": ["client", "coach"]},
    "dagboek": {"dagen": 7, "kolommen": ["Wat ik deed", "Hoe het ging"]},
    "sorteren": {"bakken": ["Nu", "Later", "Loslaten"]},
    "tekenvak": {"hoogte": 60},
}
MORE_SPECS = [
    ("keuze", {"opties": ["Ja", "Nee"], "anders": False}),
    ("keuze", {"opties": [f"Een veel langere keuze {i}" for i in range(12)]}),
    ("aankruisen", {"opties": ["Tijd", "Geld", "Moed", "Rust"], "anders": True}),
    ("tabel", {"kolommen": ["Stap", "Wanneer", "Met wie", "Klaar"], "rijen": 12}),
    ("ladder", {"treden": [f"Trede {i}" for i in range(6)]}),
    ("levenswiel", {"gebieden": [f"Een groot deel van mijn leven {i}" for i in range(10)]}),
    ("afspraak", {"partijen": ["client", "coach", "Mijn zus"], "regels": 10}),
    ("dagboek", {"dagen": 14, "kolommen": ["Woord"]}),
    ("sorteren", {"bakken": ["Nu", "Straks", "Later", "Loslaten"]}),
    ("cirkels", {"ringen": [{"titel": "Van mij en van niemand anders dan mij"},
                            {"titel": "Van de ander"}, {"titel": "Van niemand"}]}),
    ("tekenvak", {"hoogte": 150}),
    ("open", {"regels": 15}),
]  # fmt: skip
ALL_SPECS = [*SPECS.items(), *MORE_SPECS]

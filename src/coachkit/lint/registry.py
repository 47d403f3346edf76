"""All rules by their id: those for one text, and those that look further."""

from __future__ import annotations

from coachkit.lint.rule import Rule
from coachkit.lint.text_rules import TEXT_RULES

_RULERS = "Miller & Rollnick, Motivational Interviewing (2013)"

_SET_RULES = (
    Rule(
        "u-vorm-ontbreekt",
        "error",
        "Elke vraag heeft een versie met u, en elke tekst met je erin ook. Anders leest een cliënt "
        "tegen wie je u zegt, ineens je.",
        "vraag: Wat wil je? (zonder vraag_u)",
        "vraag_u: Wat wilt u?",
    ),
    Rule(
        "u-vorm-verouderd",
        "warning",
        "De vraag is veranderd nadat iemand de u-vorm nakeek. Kijk of vraag_u nog klopt.",
        "u_nagekeken van een oude tekst",
        "u_nagekeken van de tekst die er nu staat",
    ),
    Rule(
        "dubbelganger",
        "error",
        "Twee vragen die bijna hetzelfde zijn, voelen op één blad als een vergissing. Mag het "
        "toch, zet dan 'dubbelganger' met je reden bij mag:, of zet het paar in "
        "dubbelgangers.yaml.",
        "Wat helpt je het meest? / Wat helpt je nu het meest?",
        "Wat helpt je het meest? / Wie steunt je?",
    ),
    Rule(
        "mag",
        "warning",
        "Met mag sta je een regel toe bij één vraag, met de reden erbij. Een regel die niet "
        "bestaat of niet meer nodig is, hoort er niet.",
        'mag: {geslotn: "kiezen is de bedoeling"}',
        'mag: {gesloten: "kiezen is de bedoeling"}',
    ),
)

_SHEET_RULES = (
    Rule(
        "pijn-afronding",
        "error",
        "Een werkblad eindigt niet met pijn: daarna komt wat iemand verlangt, of een stap.",
        "het laatste onderdeel: {categorie: pijn}",
        "{categorie: pijn}, en daarna {categorie: kleine-stappen}",
    ),
    Rule(
        "als-dan-slot",
        "error",
        "In beslissing en actie eindigt een werkblad met een plan: als dit gebeurt, dan doe ik "
        "dat. Zo'n plan helpt mensen hun doel te halen (d = .65 in 94 onderzoeken).",
        "fasen: [actie], en als laatste een open vraag",
        "als laatste onderdeel: {vraag: als-dan-plan}",
        "Gollwitzer & Sheeran (2006)",
    ),
    Rule(
        "balans-fase",
        "error",
        "Voor en tegen afwegen maakt wie nog twijfelt minder zeker van zijn besluit. Geen balans "
        "dus in voorbeschouwing en overpeinzing.",
        "antwoord: {soort: balans} met fasen: [overpeinzing]",
        "antwoord: {soort: balans} met fasen: [beslissing]",
        "Miller & Rose (2015)",
    ),
    Rule(
        "liniaal",
        "warning",
        "Na een cijfer voor belang of vertrouwen vraag je wat het niet lager maakt. Dan hoort "
        "iemand zichzelf de redenen vóór noemen. Vraag nooit wat er aan de tien ontbreekt.",
        "Waarom geen tien?",
        "Wat maakt dat je cijfer niet lager is?",
        _RULERS,
    ),
    Rule(
        "open-aandeel",
        "warning",
        "Minstens zeven van de tien vragen op een blad zijn open.",
        "drie vragen, waarvan twee met ja of nee",
        "drie open vragen",
        "MITI 3.1.1 (Moyers e.a. 2010)",
    ),
    Rule(
        "client-doet",
        "warning",
        "Wat er op een blad gebeurt, doet de cliënt. Wie het werk doet, leert het.",
        "Je coach belt je morgen.",
        "Kies een moment waarop je je coach belt.",
    ),
)

_FILE_RULES = (
    Rule(
        "structuur",
        "error",
        "Een regel in het bestand klopt niet: een sleutel, een woord of een getal.",
        "minutn: 3",
        "minuten: 3",
    ),
    Rule(
        "verwijzing",
        "error",
        "Een werkvorm of vraag noemt een id die er niet is.",
        "{vraag: bestaat-niet}",
        "{vraag: als-dan-plan}",
    ),
    Rule(
        "dubbele-id",
        "error",
        "Elke id is van één vraag of werkvorm, voor altijd.",
        "twee keer id: stap-een",
        "id: stap-een en id: stap-twee",
    ),
    Rule(
        "volgorde",
        "error",
        "Op een werkblad staan de categorieën in hun volgorde: pijn, verlangen, gevolgen, kleine "
        "stappen, grenzen.",
        "{categorie: gevolgen}, en daarna {categorie: pijn}",
        "{categorie: pijn}, en daarna {categorie: gevolgen}",
    ),
)

RULES: dict[str, Rule] = {
    rule.id: rule for rule in (*TEXT_RULES, *_SET_RULES, *_SHEET_RULES, *_FILE_RULES)
}
"""All rules by id, in the order in which they are explained."""


def explain_rule(id_: str) -> str:
    """Return, in Dutch, what a rule is for, with a bad and a good example.

    Raises:
        KeyError: there is no such rule.

    """
    rule = RULES[id_]
    lines = [f"{rule.id} ({LEVELS[rule.level]})", "", rule.why, ""]
    lines += [f"  liever niet: {rule.bad}", f"  liever wel:  {rule.good}"]
    if rule.source:
        lines += ["", f"bron: {rule.source}"]
    return "\n".join(lines)


LEVELS = {"error": "fout", "warning": "waarschuwing", "hint": "tip"}
"""What people read for a level."""

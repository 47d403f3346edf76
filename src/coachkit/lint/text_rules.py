"""The rules that look in one text, each with its reason, examples and source."""

from __future__ import annotations

from coachkit.lint import address, doubles, plainness, shape, steering, wording
from coachkit.lint.rule import Rule

_MI = "Miller & Rollnick, Motivational Interviewing (2013)"
_SURVEY = "Dillman, Smyth & Christian (2014), over vragen in vragenlijsten"

TEXT_RULES = (
    Rule(
        "gesloten",
        "warning",
        "Op een gesloten vraag past ja of nee, en dan is het gesprek klaar. Een open vraag "
        "begint met wat, hoe, wie, welke, waar of wanneer. 'Kun je vertellen wat ...' telt als "
        "open.",
        "Ben je tevreden met je week?",
        "Hoe tevreden ben je met je week?",
        _MI,
        shape.closed,
    ),
    Rule(
        "meer-vragen",
        "error",
        "Wie twee vraagtekens ziet, kiest de makkelijkste vraag of geen van beide.",
        "Hoe was je week? Wat ging goed?",
        "Wat ging er goed deze week?",
        find=shape.several_marks,
    ),
    Rule(
        "dubbel",
        "warning",
        "In één zin kunnen twee vragen zitten. Op elk kan een ander antwoord passen.",
        "Wat wil je bereiken en wat houdt je tegen?",
        "Wat wil je bereiken?",
        _SURVEY,
        doubles.double,
    ),
    Rule(
        "sturend",
        "hint",
        "Een sturende vraag verraadt welk antwoord je wilt horen. Dan krijg je dat antwoord.",
        "Je wilt toch gezonder leven?",
        "Wat wil je met je gezondheid?",
        _SURVEY,
        steering.leading,
    ),
    Rule(
        "advies",
        "hint",
        "Een raad met een vraagteken erachter blijft een raad. Wie zelf iets bedenkt, doet het "
        "eerder.",
        "Heb je al eens geprobeerd om vroeger naar bed te gaan?",
        "Wat zou je helpen om beter te slapen?",
        _MI,
        steering.advising,
    ),
    Rule(
        "aanname",
        "hint",
        "Niet iedereen heeft een partner, kinderen of een baan. Geef zo'n vraag een label als "
        "werk of gezin: dan komt ze alleen bij wie dat heeft.",
        "Wat vindt je partner van je plan?",
        "Wie mag er van je plan weten?",
        find=steering.assuming,
    ),
    Rule(
        "moeten",
        "error",
        "Moeten roept verzet op. Willen, kunnen en gaan laten de keuze bij de cliënt. Ook "
        "'dienen te' en 'horen te' leggen iets op.",
        "Wat moet je deze week nog doen?",
        "Wat ga je deze week nog doen?",
        _MI,
        wording.must,
        lightly=True,
    ),
    Rule(
        "waarom",
        "error",
        "Waarom vraagt om verantwoording, en wie zich moet verantwoorden gaat zich verdedigen. "
        "Vraag wat iemand ertoe bracht.",
        "Waarom deed je dat?",
        "Wat maakte dat je dat deed?",
        find=wording.why,
        lightly=True,
    ),
    Rule(
        "oordeel",
        "hint",
        "Een woord dat iemand of zijn gedrag keurt, maakt klein. Noem wat er te zien of te horen "
        "is.",
        "Welke smoes gebruik je het vaakst?",
        "Wat zeg je tegen jezelf als je het uitstelt?",
        find=steering.judging,
    ),
    Rule(
        "ontkenning",
        "warning",
        "Een ontkenning leest traag, en zet iets in het hoofd dat er niet is. Vraag naar wat er "
        "wel is. 'Wat maakt dat het cijfer niet lager is?' mag.",
        "Wat wil je niet meer?",
        "Wat wil je liever?",
        find=wording.negation,
    ),
    Rule(
        "absoluut",
        "warning",
        "Altijd, nooit en iedereen kloppen zelden. Ze maken een klein probleem groot.",
        "Wat gaat er altijd mis op maandag?",
        "Wat gaat er vaak anders dan je wilt op maandag?",
        find=wording.absolute,
    ),
    Rule(
        "vaag",
        "hint",
        "Bij een vaag woord weet niemand wat er gevraagd wordt. Noem wat, wanneer, waar of "
        "hoeveel.",
        "Wat ga je binnenkort doen?",
        "Wat ga je morgen doen?",
        find=wording.vague,
    ),
    Rule(
        "jargon",
        "warning",
        "Vaktaal maakt van je cliënt een geval. Zeg het zoals je het aan je buurvrouw zou zeggen.",
        "Welke belemmerende overtuigingen spelen hier?",
        "Welke gedachte houdt je tegen?",
        "Zipf-getal van wordfreq (Speer 2022), met een woordenlijst",
        plainness.jargon,
        lightly=True,
    ),
    Rule(
        "lang",
        "error",
        f"Hooguit {shape.MAX_SENTENCE} woorden in een zin, en {shape.MAX_WORDS} in de hele vraag. "
        "Wat langer is, leest bijna niemand twee keer.",
        "Wat zou er in je leven anders zijn als je over een half jaar terugkijkt en ziet dat het "
        "je gelukt is om meer te bewegen?",
        "Je kijkt over een half jaar terug, en het is gelukt. Wat is er anders?",
        find=shape.long,
    ),
    Rule(
        "leesniveau",
        "warning",
        "Ongeveer drie miljoen mensen in Nederland lezen met moeite. Schrijf B1: gewone woorden, "
        "korte zinnen. Het cijfer voor leesgemak is een aanwijzing, geen vonnis.",
        "Welke maatregelen acht u noodzakelijk teneinde uw situatie te verbeteren?",
        "Wat kan het voor u beter maken?",
        "Flesch-Douma (Douma 1960)",
        plainness.hard,
    ),
    Rule(
        "geen-vraag",
        "warning",
        "Een zin die niets vraagt, hoort in de inleiding of bij de hulp.",
        "Je bent op de goede weg.",
        "Wat ging er al goed?",
        find=shape.no_question,
    ),
    Rule(
        "opdracht",
        "warning",
        "Een opdracht klinkt als school. Met een vraag erbij weet je cliënt wat hij ermee kan.",
        "Teken hoe je week eruitzag.",
        "Teken hoe je week eruitzag. Wat valt je op?",
        find=shape.instruction,
    ),
    Rule(
        "aanspreekvorm",
        "error",
        "Je of u, nooit allebei. En wie zelf leest, wil niet als 'de cliënt' of 'hij' in de "
        "vraag staan. In een vraag voor de coach mag dat wel.",
        "Wat wil je aan uw coach vragen?",
        "Wat wil je aan je coach vragen?",
        find=address.mixed,
        lightly=True,
    ),
)

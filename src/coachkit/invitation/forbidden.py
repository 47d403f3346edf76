"""The words that an honest invitation does not use, with why, and what to do instead.

Patterns are read without regard to capitals. They look for what is said (three places left, a
price that was higher), not for a bare word, so that a plain text may hold the same words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

_FEW = r"(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|[2-9]|\d\d+)"
_SOME = rf"(?:{_FEW}|1|één|enkele|een paar|een handvol|een handjevol|weinig)"
_PLACE = r"(?:plaats(?:en)?|plaatsje|plek(?:ken)?|plekjes?|stoel(?:en)?|kaartjes?|tickets?)"
_FREE = r"(?:vrij|over|beschikbaar|open|te vergeven)"
_MONEY = r"(?:€ ?\d[\d.,]*(?:,?-)?|\d[\d.,]*(?:,?-)? ?eur(?:o|o's)?)"
_SUM = rf"(?:{_MONEY}|\d{{2,4}}(?:,-+|,\d\d)?(?= ?(?:[,;)]|\.(?!\d)|$|nu\b)))"
_MANY = r"(?:tientallen|honderden|duizenden|tienduizenden|talloze|\d[\d.]*)"
_PEOPLE = (
    r"(?:mensen|deelnemers|deelneemsters|coaches|trainers|cursisten|klanten|cliënten|lezers|"
    r"collega's|professionals|ondernemers|zelfstandigen|organizers|nederlanders|organisaties)"
)
_COUNT = r"(?:\d+|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|honderd)"
_SPAN = r"(?:dag|dagen|week|weken|maand|maanden|uur|minuten)"
_LIVELY = r"(?:raakt|wordt|slaagt|bereikt|verliest|verdient|verandert|stopt|houdt het vol|durft)"
_ILL = r"(?:burn-?out|depressie|overspannen|depressief|ziek)"
_JUDGED = (
    r"(?:lui|laf|dom|zwak|slap|naïef|egoïstisch|onprofessioneel|nalatig|onverantwoord|"
    r"een slechte? \w+|een lafaard|een mislukkeling|te laks|gemakzuchtig)"
)
_NAME = r"(?-i:[A-Z][a-zà-ÿ]+)"


@dataclass(frozen=True)
class Refusal:
    """Words that are refused; ``spared`` are the facts in which they may stand."""

    rule: str
    expression: str
    why: str
    cure: str
    spared: frozenset[str] = frozenset()

    @cached_property
    def words(self) -> re.Pattern[str]:
        """The words as a pattern; only an invitation needs it."""
        return re.compile(self.expression, re.IGNORECASE)


def _refusal(rule: str, why: str, cure: str, *words: str, spared: tuple[str, ...] = ()) -> Refusal:
    return Refusal(rule, rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", why, cure, frozenset(spared))


_COUNT_CURE = (
    "vul 'nog_vrij' in met aantal en geteld_op, of laat het weg: "
    "uit 'plaatsen' komt vanzelf hoe groot de groep is"
)

SCARCITY = _refusal(
    "schaarste",
    "kan alleen met een telling en de dag daarvan",
    _COUNT_CURE,
    rf"nog (?:maar |slechts |net )?{_SOME} (?:\w+e )?{_PLACE}(?: {_FREE})?",
    rf"nog (?:maar |slechts )?een {_PLACE} {_FREE}",
    rf"nog (?:maar|slechts) een {_PLACE}",
    rf"(?:maar|slechts) {_FEW} (?:\w+e )?{_PLACE}(?: {_FREE})?",
    rf"nog (?:maar |slechts )?(?:plek|plaats|ruimte) voor {_SOME}",
    rf"(?:de )?(?:aller)?laatste (?:{_SOME} )?{_PLACE}",
    r"(?<!agenda is )(?<!agenda zit )(?<!hoofd zit )(?<!hoofd is )"
    r"bijna (?:vol(?! te\b)|volgeboekt|volzet|uitverkocht)",
    r"(?:groep|training|cursus|dag|middag|avond|ochtend|reeks|het|deze) (?:\w+ ){0,2}snel vol",
    rf"(?:zeer |heel )?beperkt aantal {_PLACE}",
    r"op ?= ?op",
    r"vol ?= ?vol",
    r"op is op",
    r"vol is vol",
    r"wees er (?:dus )?(?:snel|gauw|op tijd) bij",
)
"""What a count of free places may allow."""

_PUSH = _refusal(
    "schaarste",
    "jaagt op",
    "noem bij 'aanmelden_tot' de echte laatste dag, of laat het weg",
    rf"nog (?:maar|slechts) {_SOME} (?:dag|dagen|uur|uren|minuten)",
    rf"nog {_SOME} (?:dag|dagen|uur|uren) (?:de tijd|om je|om u|om te|geldig|te gaan)",
    rf"nog {_SOME} (?:dag|dagen|uur|uren|minuten)(?=!)",
    r"de (?:klok|teller) (?:tikt|loopt)",
    r"(?:we|wij) tellen af",
    r"(?:aller)?laatste kans",
    r"nu of nooit",
    r"grijp (?:nu )?(?:je|uw|deze) kans",
    r"mis (?:het|hem|dit|deze (?:unieke )?kans|deze training) (?:dus )?niet",
    r"wacht (?:dus )?niet (?:te lang|langer)",
    r"(?:schrijf|meld) (?:je|u) (?:nu )?(?:snel|meteen|direct) (?:in|aan)",
)

_DISCOUNT = _refusal(
    "korting",
    "is een korting die niemand kan nagaan",
    "noem bij 'prijs' het bedrag dat iemand betaalt",
    r"alleen (?:vandaag|deze week|deze maand|dit weekend)(?! al\b)",
    rf"normaal(?: \w+){{0,3}} {_SUM}",
    r"van (?:€ ?)?\d{2,4}(?:,-+|,\d\d)?(?: euro)?,? (?:voor|nu) "
    r"(?:nu |maar |slechts )*(?:€ ?)?\d{2,4}",
    rf"van {_MONEY} naar {_MONEY}",
    rf"(?:in plaats van|i\.p\.v\.) {_SUM}",
    rf"(?:was|eerst|voorheen) {_MONEY}",
    rf"(?:nu|vandaag) (?:voor )?(?:maar |slechts )?{_MONEY}",
    rf"(?:nu|vandaag) voor (?:maar |slechts ){_SUM}",
    r"(?:ter waarde van|t\.?w\.?v\.?) (?:€ ?)?\d\S*",
    r"tijdelijk (?:voor|van|maar) (?:maar |slechts )?(?:€ ?)?\d\S*",
    r"tijdelijke? (?:\w+ )?(?:korting|aanbieding|actie|prijs)",
    r"(?:nu|vandaag|deze week|deze maand|dit weekend) (?:\w+ ){0,2}"
    r"(?:\d+ ?(?:%|procent|euro) )?korting",
    r"(?:stunt|actie|weggeef|bodem|spot)prij(?:s|zen)",
    r"(?:de )?(?:tweede|2e|vriendin|collega) (?:is )?gratis",
)

_PROMISE = _refusal(
    "belofte",
    "belooft iets wat van de lezer zelf afhangt",
    "schrijf bij 'na_afloop' wat iemand daarna zelf kan doen",
    r"gegarandeerde?",
    r"(?<!geen )garanties?",
    r"garandeer(?:t|de|den)?|(?<!niet )(?<!niets )garanderen",
    r"(?:een )?(?:heel |totaal |compleet )?(?:nieuw|ander|herboren) mens",
    r"(?:succes|resultaat) (?:is )?(?:verzekerd|zeker)",
    r"(?:100 ?%|(?:100|honderd) procent) (?:\w+ )?"
    r"(?:resultaat|succes\w*|zeker\w*|effect\w*|tevreden\w*|geslaagd\w*)",
    r"werkt (?:bij iedereen|altijd)",
    r"wonder(?:middel|methode|recept)",
    r"verander(?:t|en|de|d)? (?:je|jouw|uw) leven",
    r"verdubbel(?:t|en)? (?:je|jouw|uw) (?:omzet|inkomen|inkomsten|klanten|resultaten)",
    rf"binnen (?:een|{_SOME}) {_SPAN} (?:\w+ ){{0,4}}(?:\w+vrij|kwijt|opgelost|verdubbeld|genezen)",
    r"in (?:één|een|1) (?:dag|middag|ochtend) (?:\w+ ){0,3}"
    r"(?:anders|veranderd|kwijt|opgelost|\w+vrij)",
)

_SOFT_PROMISE = _refusal(
    "belofte",
    _PROMISE.why,
    _PROMISE.cure,
    rf"(?:iedereen|elke deelnemer|alle deelnemers|ieder) (?:die meedoet )?{_LIVELY}",
    r"alle deelnemers (?:raken|worden|slagen|bereiken|verliezen|verdienen|veranderen|stoppen)",
    r"iedereen vindt (?:een baan|werk|rust)",
    r"(?:lukt|werkt|slaagt) (?:het )?(?:bij )?iedereen",
    r"voor ?altijd (?:\w+ ){0,3}(?:af|vrij|kwijt|rustig|opgelost|anders|klaar)",
    r"voorgoed",
    r"nooit meer (?:\w+ )?"
    r"(?:last|moe|bang|stress|ruzie|spanning|twijfel\w*|zorgen|schulden|uitstel\w*)",
    r"(?:helemaal )?(?:moeiteloos|zonder enige moeite)",
    r"(?:zal|zult|zul) (?:je|u|jij) (?:zeker|altijd)",
    spared=("last", "waarom_nu"),
)

_FEAR = _refusal(
    "bang-maken",
    "maakt bang of oordeelt over de lezer",
    "beschrijf bij 'last' een klein moment dat je kunt zien of horen",
    r"als (?:je|jij|u) (?:nu )?(?:niets|niks) (?:doet|onderneemt|verandert)",
    r"(?:als|wanneer) (?:je|jij|u) (?:nu )?"
    r"(?:niet (?:meedoet|komt|kiest|investeert)|wegblijft|afhaakt)",
    r"wie (?:nu )?(?:niet (?:meedoet|komt|kiest|investeert)|niets doet|wegblijft|afhaakt|weggaat)",
    r"voor(?:dat)? het te laat is|anders is het te laat",
    r"krijgt? (?:je |u |jij )?(?:er |hier |daar )?(?:later |zeker |nog )?spijt|spijt krijgen",
    r"(?<!geen )(?<!niet je )(?<!niet uw )eigen schuld",
    r"schaam (?:je|u)",
    r"(?<!geen )schande",
    r"loopt? (?:het )?(?:\w+ )?(?:slecht|verkeerd|fataal) (?:met \w+ )?af",
    r"(?:gaat|ga|gaan) (?:\w+ )?ten onder",
    r"een (?:ware |echte )?ramp",
    r"rampzalige?|dramatische?|catastroof|catastrofe|catastrofaal|fatale? gevolg\w*",
    rf"(?:bent|ben|blijft|blijf|doet) (?:je|jij|u) (?:gewoon |te |echt )?{_JUDGED}",
    rf"(?:je|jij|u) (?:bent|blijft|doet) (?:gewoon |te |echt )?{_JUDGED}",
    r"laat (?:je|u) (?:je|uw) \w+ in de steek|(?:je|u) laat (?:je|uw) \w+ in de steek",
    r"zonder (?:deze|onze|mijn) (?:training|cursus|hulp|aanpak) (?:\w+ ){0,4}(?:niet|nooit)",
    r"(?:je|jij|u) (?:faalt|schiet tekort|deugt niet|kunt er niets van)",
    r"(?:eindig\w*|beland\w*|stort\w*|raak\w*|word\w*|krijg\w*) (?:je |u )?"
    rf"(?:straks |vroeg of laat |in )*(?:een )?{_ILL}",
    rf"(?:af op|op weg naar|recht op|straks met) (?:een )?{_ILL}",
    r"maakt (?:je|u) (?:\w+ )?(?:ziek|kapot|gek)",
    r"levensgevaarlijk|dodelijk",
    r"op (?:je |uw )?eigen risico",
    r"gevolgen (?:zijn|komen) (?:dan )?(?:voor|op) (?:jou|u|je|uw|jouw|eigen)",
    r"dra(?:ag|agt|gen) (?:je |u )?(?:dan )?(?:zelf )?de gevolgen|zelf de gevolgen",
)

AUTHORITY = _refusal(
    "gezag",
    "leunt op een gezag of een cijfer dat niemand kan nagaan",
    "laat het weg; is het de reden om nu te komen, zet het dan bij 'waarom_nu', met de bron",
    r"(?:onderzoek(?:en|ers)?|studies?) "
    r"(?:blijkt|toont|tonen|bewijst|bewijzen|wij(?:st|zen) uit|laat zien|laten zien|zegt|zeggen)",
    r"blijkt uit (?:\w+ ){0,3}onderzoek",
    r"wetenschappelijke? (?:is )?(?:bewezen|bewijs|aangetoond|onderbouwd\w*|onderzoek)",
    r"(?:is |zijn )?bewezen (?:effect\w*|methode|aanpak|resultaat|succes)",
    r"evidence[- ]based",
    r"(?:experts|deskundigen|wetenschappers|kenners) (?:zeggen|raden|zijn het eens|weten|vinden)",
    rf"\d+(?:,\d+)? ?(?:%|procent) van (?:de |alle |onze |mijn )?(?:\w+ )?{_PEOPLE}",
    r"\d+ ?(?:%|procent) (?:meer|minder|sneller|beter|hogere?|lagere?)",
    rf"{_COUNT} (?:van|op) de {_COUNT} (?:\w+ )?{_PEOPLE}",
    r"gingen (?:je|u|jou|jullie) (?:al )?voor",
    rf"(?:tientallen|honderden|(?:tien)?duizenden|talloze) (?:\w+ )?(?:{_PEOPLE} )?"
    r"(?:gingen|deden|volgden|kozen|hebben|waren|zijn)",
    rf"al (?:meer dan |ruim |zo'n )?{_MANY} (?:\w+ )?{_PEOPLE}",
    r"(?:beoordeeld|gewaardeerd|waardering|waarderen|beoordelen) (?:\w+ ){0,4}\d(?:[.,]\d)?",
    r"gemiddeld een \d(?:[.,]\d)?",
    r"(?:de|het) (?:beste|bekendste|populairste|grootste|nummer (?:1|een|één)) (?:\w+ )?"
    r"(?:van|in) (?:nederland|belgië)",
    r"(?:(?<=['’\"”] )|(?<=['’\"”], ))(?:zegt|zei|vertelt|schrijft|schreef|aldus|vindt) "
    rf"(?:deelne\w+ |cursist )?{_NAME}",
    r"(?:zegt|vertelt|schreef|aldus) (?:een )?(?:deelne\w+|cursist|oud-\w+)",
)
"""What a source may allow, where it stands: in the reason to come now."""

_RECOGNISED = _refusal(
    "herkenbaar",
    "laat een mens herkennen",
    "vertel een moment dat bij velen past: zonder naam, leeftijd, woonplaats of dossier",
    rf"{_NAME},? ?\(\d{{1,2}}\)",
    rf"{_NAME}(?:, \d{{1,2}} jaar| is \d{{1,2}} jaar oud)",
    rf"(?:cliënte?|client|klant|bewoner|bewoonster|deelnemer|deelneemster)(?: was)?,? {_NAME}",
    rf"{_NAME}(?: (?:de|van|van der|van den|el|den))? {_NAME},? (?:uit|woont in) {_NAME}",
    rf"(?<=[a-zà-ÿ,] ){_NAME},? (?:uit|woont in) {_NAME}",
    r"(?:uit|in) (?:het|zijn|haar|een|mijn) (?:\w+ )?dossier",
    r"geboren op \d",
    r"bsn ?:? ?\d+",
    spared=(
        "trainer",
        "voor_wie",
        "plaats",
        "aanmelden",
        "iets_vragen",
        "training",
        "tijd",
        "waarom_nu_bron",
    ),
)

REFUSALS = (SCARCITY, _PUSH, _DISCOUNT, _PROMISE, _SOFT_PROMISE, _FEAR, AUTHORITY, _RECOGNISED)

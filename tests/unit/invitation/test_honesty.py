"""What an invitation may not say is refused, and honest texts with the same words are not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from coachkit.invitation.facts import Facts
from coachkit.invitation.honesty import refusals

MakeFacts = Callable[..., Facts]
COUNT = {"aantal": 3, "geteld_op": "2027-01-09"}

REFUSED = [
    ("schaarste", "wens", "Er zijn nog maar twee plekken."),
    ("schaarste", "wens", "Er zijn nog maar drie plekken vrij."),
    ("schaarste", "aanpak", "Nog 2 plekjes!"),
    ("schaarste", "aanpak", "Er is nog slechts één plaats."),
    ("schaarste", "aanpak", "Nog enkele vrije plaatsen."),
    ("schaarste", "aanpak", "Er is nog een plek vrij."),
    ("schaarste", "kop", "De laatste twee plaatsen"),
    ("schaarste", "waarom_nu", "De groep is bijna vol."),
    ("schaarste", "waarom_nu", "We zijn bijna volgeboekt."),
    ("schaarste", "waarom_nu", "Op is op."),
    ("schaarste", "waarom_nu", "OP=OP"),
    ("schaarste", "waarom_nu", "Vol is vol, dus wees er snel bij."),
    ("schaarste", "waarom_nu", "Een beperkt aantal plaatsen."),
    ("schaarste", "waarom_nu", "Nog maar 3 dagen."),
    ("schaarste", "waarom_nu", "De klok tikt."),
    ("schaarste", "waarom_nu", "Dit is je laatste kans."),
    ("schaarste", "waarom_nu", "Mis het niet."),
    ("korting", "prijs", "normaal 495, nu 195 euro met btw"),
    ("korting", "prijs", "van 495 voor 195 euro, met btw"),
    ("korting", "prijs", "van € 495,- voor € 195,- met btw"),
    ("korting", "prijs", "195 euro met btw in plaats van 495 euro"),
    ("korting", "prijs", "195 euro met btw, alleen vandaag"),
    ("korting", "prijs", "nu tijdelijk voor 195 euro met btw"),
    ("korting", "prijs", "nu voor maar 195 euro met btw"),
    ("korting", "prijs", "vandaag 20% korting: 195 euro met btw"),
    ("korting", "aanpak", "Je krijgt een werkboek ter waarde van 45 euro."),
    ("belofte", "wens", "Gegarandeerd rust in je week."),
    ("belofte", "na_afloop", "gegarandeerd elke week één ding afmaken"),
    ("belofte", "wens", "Wij garanderen resultaat."),
    ("belofte", "wens", "Je wordt in één dag een nieuw mens."),
    ("belofte", "wens", "Met 100% resultaat."),
    ("belofte", "wens", "Honderd procent succes."),
    ("belofte", "wens", "Iedereen raakt zijn stapel kwijt."),
    ("belofte", "wens", "Alle deelnemers worden rustiger."),
    ("belofte", "aanpak", "Het werkt bij iedereen."),
    ("belofte", "wens", "Nooit meer stress."),
    ("belofte", "wens", "Dit verandert je leven."),
    ("belofte", "wens", "Binnen een week schuldenvrij."),
    ("belofte", "wens", "Binnen drie weken ben je schuldenvrij."),
    ("bang-maken", "last", "Als je niets doet, loopt het slecht af."),
    ("bang-maken", "waarom_nu", "Kom voordat het te laat is."),
    ("bang-maken", "last", "Je bent gewoon lui."),
    ("bang-maken", "last", "Straks eindig je in een burn-out."),
    ("bang-maken", "waarom_nu", "Wie wegblijft, draagt zelf de gevolgen."),
    ("bang-maken", "last", "Zo krijg je een burn-out."),
    ("bang-maken", "last", "Je laat je cliënt in de steek."),
    ("bang-maken", "last", "Zonder deze training red je het niet."),
    ("bang-maken", "last", "Je krijgt er spijt van."),
    ("bang-maken", "last", "Het wordt een ramp."),
    ("gezag", "aanpak", "Uit onderzoek blijkt dat dit werkt."),
    ("gezag", "aanpak", "Uit recent onderzoek blijkt dat dit werkt."),
    ("gezag", "aanpak", "Wetenschappelijk bewezen."),
    ("gezag", "aanpak", "Duizenden deelnemers gingen je voor."),
    ("gezag", "aanpak", "Duizenden gingen je voor."),
    ("gezag", "aanpak", "Negen van de tien deelnemers komen terug."),
    ("gezag", "aanpak", "95% van de deelnemers is tevreden."),
    ("gezag", "aanpak", "'Wat een mooie dag', zegt Marieke."),
    ("gezag", "trainer", "De beste coach van Nederland."),
    ("gezag", "trainer", "Deelnemers geven gemiddeld een 9,2."),
    ("prijs", "prijs", "op aanvraag"),
    ("prijs", "prijs", "vanaf 95 euro met btw"),
    ("prijs", "prijs", "95 euro met btw, exclusief lunch"),
    ("prijs", "prijs", "95 euro met btw, excl. lunch"),
    ("prijs", "prijs", "€ 95,- excl. reiskosten en btw"),
    ("prijs", "prijs", "95 euro met btw, plus administratiekosten"),
    ("prijs", "prijs", "95 euro met btw + reiskosten"),
    ("prijs", "prijs", "95 euro met btw, drankjes komen er nog bij"),
    ("prijs", "prijs", "dat hoor je later"),
    ("prijs", "prijs", "95 euro"),
    ("herkenbaar", "last", "Je cliënt Ahmed deed weer niet open."),
    ("herkenbaar", "last", "Ahmed (43) deed weer niet open."),
    ("herkenbaar", "last", "Op de bank zit Ahmed Bakir uit Zwolle."),
    ("herkenbaar", "aanpak", "We lezen samen een stuk uit een echt dossier."),
    ("schaarste", "aanpak", "Nog maar een plek."),
    ("schaarste", "aanpak", "Er is nog ruimte voor drie mensen."),
    ("schaarste", "waarom_nu", "Deze training loopt snel vol."),
    ("schaarste", "waarom_nu", "Vol=vol"),
    ("schaarste", "waarom_nu", "Je hebt nog drie dagen de tijd."),
    ("schaarste", "kop", "Nog 24 uur!"),
    ("schaarste", "waarom_nu", "We tellen af."),
    ("schaarste", "kop", "Nu of nooit"),
    ("schaarste", "wens", "Grijp je kans."),
    ("schaarste", "wens", "Wacht niet te lang."),
    ("schaarste", "aanpak", "Meld je snel aan."),
    ("korting", "prijs", "van 495 euro naar 195 euro met btw"),
    ("korting", "prijs", "195 euro met btw (was 495 euro)"),
    ("korting", "prijs", "tijdelijke aanbieding: 195 euro met btw"),
    ("korting", "prijs", "actieprijs 195 euro met btw"),
    ("korting", "prijs", "195 euro met btw, vriendin gratis"),
    ("belofte", "aanpak", "Je krijgt garantie."),
    ("belofte", "wens", "Succes verzekerd."),
    ("belofte", "aanpak", "Een wondermiddel."),
    ("belofte", "wens", "Verdubbel je omzet."),
    ("belofte", "wens", "In één dag voelt alles anders."),
    ("belofte", "wens", "Iedereen vindt werk."),
    ("belofte", "wens", "Voor altijd klaar."),
    ("belofte", "wens", "Voorgoed rust."),
    ("belofte", "wens", "Het gaat moeiteloos."),
    ("belofte", "wens", "Je klanten zul je zeker houden."),
    ("bang-maken", "waarom_nu", "Als je wegblijft, verandert er niets."),
    ("bang-maken", "last", "Het is je eigen schuld? Nee: eigen schuld."),
    ("bang-maken", "last", "Schaam je."),
    ("bang-maken", "last", "Een schande."),
    ("bang-maken", "last", "Zo ga je ten onder."),
    ("bang-maken", "last", "Het loopt rampzalig."),
    ("bang-maken", "last", "Ben je lui?"),
    ("bang-maken", "last", "Je schiet tekort."),
    ("bang-maken", "last", "Je gaat recht op een burn-out af."),
    ("bang-maken", "last", "Dit maakt je ziek."),
    ("bang-maken", "last", "Dat is levensgevaarlijk."),
    ("bang-maken", "waarom_nu", "Wachten is op eigen risico."),
    ("bang-maken", "waarom_nu", "De gevolgen zijn voor jou."),
    ("gezag", "aanpak", "Dat blijkt uit recent onderzoek."),
    ("gezag", "aanpak", "Bewezen effectief."),
    ("gezag", "aanpak", "Een evidence-based aanpak."),
    ("gezag", "aanpak", "Experts zeggen dat dit werkt."),
    ("gezag", "aanpak", "Je bent 30% sneller klaar."),
    ("gezag", "aanpak", "Al 2.000 coaches waren hier."),
    ("gezag", "trainer", "Noor is gewaardeerd met een 9."),
    ("gezag", "aanpak", "'Fijn', vertelt een deelneemster."),
    ("herkenbaar", "last", "Ahmed, 43 jaar, deed niet open."),
    ("herkenbaar", "last", "Hij is geboren op 3 mei."),
    ("herkenbaar", "last", "Op tafel ligt zijn bsn 123456789."),
]

HONEST = [
    ("plaats", "in drie plaatsen in Nederland"),
    ("aanpak", "De groep telt hoogstens acht mensen."),
    ("aanpak", "Er doen nooit meer dan twaalf mensen mee."),
    ("aanpak", "Iedereen krijgt een werkboek."),
    ("aanpak", "Twee van de drie dagen zijn online."),
    ("aanpak", "De training is 100% online."),
    ("aanpak", "Je bent gemiddeld 2 uur per week bezig."),
    ("aanpak", "We geven geen garantie: je doet het werk zelf."),
    ("aanpak", "Je verzet een afspraak van 9 naar 10 uur."),
    ("tijd", "vanaf 9.30 uur"),
    ("trainer", "Noor is onze trainer. Zij coacht al twintig jaar."),
    ("trainer", "Noor Bakker uit Zwolle gaf deze training eerder aan 40 mensen."),
    ("voor_wie", "coaches uit Zwolle en Deventer"),
    ("last", "Hulp vragen is geen schande, zeg je. Alleen vandaag al belde hij drie keer."),
    ("last", "'Laat mij maar', klinkt het achter de deur."),
    ("last", "Het is 20 jaar geleden, en hij begint er nooit meer over."),
    ("last", "Normaal werk je 8 uur. Nu zit je er om 22 uur nog."),
    ("last", "In plaats van 10 minuten duurt het een uur."),
    ("last", "Je zoekt nog een plek om te parkeren."),
    ("last", "Nog twee dagen, en dan is het weer maandag."),
    ("last", "Het is bijna vol te houden. Bijna."),
    ("last", "Je agenda is bijna vol. Je mail loopt snel vol."),
    ("last", "Ze was 43, en ze stond er alleen voor."),
    ("last", "Het is niet je eigen schuld."),
    ("wens", "Iedereen kan bij de koffie."),
    ("prijs", "gratis"),
    ("prijs", "185 euro zonder btw, met lunch"),
    ("prijs", "480 euro, vrij van btw, lunch inbegrepen"),
    ("prijs", "€ 195,- incl. 21% btw"),
    ("prijs", "195 euro exclusief 21% btw"),
    ("prijs", "€ 240,- excl. btw"),
    ("prijs", "240 euro excl btw"),
    ("prijs", "240 euro (Excl. 21 % BTW)"),
    ("prijs", "240 euro excl.btw, met lunch"),
    ("prijs", "240 euro ex btw"),
    ("prijs", "160 euro met btw; studenten betalen 80 euro"),
    ("prijs", "160 euro zonder btw, in twee delen betalen mag"),
]


def found(facts: Facts) -> list[tuple[str, tuple[str | int, ...]]]:
    return [(problem.rule, problem.loc) for problem in refusals(facts)]


def changed(key: str, text: str) -> dict[str, object]:
    return {key: [text, "een plan maken"] if key == "na_afloop" else text}


@pytest.mark.parametrize(("rule", "key", "text"), REFUSED)
def test_what_is_not_honest_is_refused_at_its_place(
    make_facts: MakeFacts, rule: str, key: str, text: str
) -> None:
    loc = (key, 0) if key == "na_afloop" else (key,)
    assert (rule, loc) in found(make_facts(**changed(key, text)))


@pytest.mark.parametrize(("rule", "key", "text"), REFUSED)
def test_a_refusal_names_the_word_and_a_way_out(
    make_facts: MakeFacts, rule: str, key: str, text: str
) -> None:
    for problem in refusals(make_facts(**changed(key, text))):
        assert f"'{key}'" in problem.message
        assert problem.cure
        word = problem.message.split("'")[1]
        assert word in text or word == "prijs"
        assert "verstopt" not in problem.message
        assert problem.level == "error"


@pytest.mark.parametrize(("key", "text"), HONEST)
def test_an_honest_text_is_not_refused(make_facts: MakeFacts, key: str, text: str) -> None:
    assert found(make_facts(**changed(key, text))) == []


@pytest.mark.parametrize("rule", ["schaarste", "belofte", "bang-maken", "gezag"])
def test_capitals_and_unseen_signs_hide_nothing(make_facts: MakeFacts, rule: str) -> None:
    texts = {
        "schaarste": "BIJNA VOL",
        "belofte": "ge\u00adgaran\u200bdeerd",
        "bang-maken": "een RAMP",
        "gezag": "Uit  onderzoek\n blijkt",
    }
    assert found(make_facts(aanpak=texts[rule])) == [(rule, ("aanpak",))]


def test_all_refused_words_are_told_at_once(make_facts: MakeFacts) -> None:
    facts = make_facts(wens="Gegarandeerd. Bijna vol. Een nieuw mens.", prijs="op aanvraag")
    assert len(found(facts)) == 4


@pytest.mark.parametrize("text", ["Nog drie plekken vrij.", "Nog maar 3 plaatsen.", "Bijna vol."])
def test_a_count_allows_what_it_carries(make_facts: MakeFacts, text: str) -> None:
    assert found(make_facts(aanpak=text, nog_vrij=COUNT)) == []


@pytest.mark.parametrize(
    ("text", "places"), [("Nog twee plekken vrij.", 8), ("Bijna vol.", 6), ("Mis het niet.", 12)]
)
def test_a_count_does_not_allow_what_it_contradicts(
    make_facts: MakeFacts, text: str, places: int
) -> None:
    facts = make_facts(aanpak=text, nog_vrij=COUNT, plaatsen=places)
    assert found(facts) == [("schaarste", ("aanpak",))]


def test_a_source_allows_authority_in_the_reason_alone(make_facts: MakeFacts) -> None:
    claim = {"waarom_nu": "Uit onderzoek blijkt dat januari helpt."}
    source = {"waarom_nu_bron": "Het verslag van de gemeente, 2026"}
    assert found(make_facts(**claim)) == [("gezag", ("waarom_nu",))]
    assert found(make_facts(**claim, **source)) == []
    assert found(make_facts(**claim, **source, aanpak="Wetenschappelijk bewezen.")) == [
        ("gezag", ("aanpak",))
    ]


def test_the_size_of_the_group_is_offered_instead(make_facts: MakeFacts) -> None:
    [problem] = refusals(make_facts(wens="Nog maar 3 plekken.", plaatsen=8))
    assert problem.message.startswith("'Nog maar 3 plekken' in 'wens' kan alleen met een telling")
    assert "'De groep telt hoogstens acht mensen.'" in problem.cure

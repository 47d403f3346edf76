"""From je to u, by topic of grammar. All sentences were made up for these tests."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

import coachkit
from coachkit.language.formal import MAX_LENGTH, FormalResult, to_formal

DATA = Path(__file__).parents[2] / "data"


def lines(name: str) -> list[str]:
    text = (DATA / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]


def automatic(text: str) -> str:
    result = to_formal(text)
    assert result.status == "auto", result.why
    assert result.why == ""
    return result.text


def asks(text: str) -> FormalResult:
    result = to_formal(text)
    assert result.status == "ask"
    assert result.why
    return result


@pytest.mark.parametrize(
    ("je", "u"),
    [
        ("Hoe vind je dat?", "Hoe vindt u dat?"),
        ("Waar loop je tegenaan?", "Waar loopt u tegenaan?"),
        ("Wat eet je graag?", "Wat eet u graag?"),
        ("Hoe ga je verder?", "Hoe gaat u verder?"),
        ("Wat zie en hoor je?", "Wat ziet en hoort u?"),
        ("Hou je daarvan?", "Houdt u daarvan?"),
        ("Heb je hulp?", "Hebt u hulp?"),
        ("Ben je er klaar voor?", "Bent u er klaar voor?"),
        ("Kun je dat?", "Kunt u dat?"),
        ("Wil je stoppen?", "Wilt u stoppen?"),
        ("Zul je het doen?", "Zult u het doen?"),
        ("Zou je het weer doen?", "Zou u het weer doen?"),
        ("Mag je het vragen?", "Mag u het vragen?"),
        ("Los je het op?", "Lost u het op?"),
        ("Hoe oriënteer jij je?", "Hoe oriënteert u zich?"),
    ],
)
def test_the_verb_before_je_goes_with_u(je: str, u: str) -> None:
    assert automatic(je) == u


@pytest.mark.parametrize("verb", ["vond", "zag", "kreeg", "deed", "koos", "werkte", "had", "was"])
def test_a_past_tense_stays_as_it_is(verb: str) -> None:
    assert automatic(f"Wat {verb} je toen?") == f"Wat {verb} u toen?"


@pytest.mark.parametrize(
    ("je", "u"),
    [
        ("Je hebt al veel gedaan.", "U hebt al veel gedaan."),
        ("Je kan stoppen.", "U kunt stoppen."),
        ("Als je dat wil, mag het.", "Als u dat wilt, mag het."),
        ("Je laatste stap was klein.", "Uw laatste stap was klein."),
        ("Vandaag schrijf je iets op.", "Vandaag schrijft u iets op."),
        ("Als je klaar bent, leg je het weg.", "Als u klaar bent, legt u het weg."),
        ("Wat vinden jij en je broer?", "Wat vinden u en uw broer?"),
    ],
)
def test_main_and_subordinate_clauses(je: str, u: str) -> None:
    assert automatic(je) == u


@pytest.mark.parametrize(
    ("je", "u"),
    [
        ("Wat helpt je?", "Wat helpt u?"),
        ("Wat is je bijgebleven?", "Wat is u bijgebleven?"),
        ("Wie ziet je zoals je bent?", "Wie ziet u zoals u bent?"),
        ("Welke gewoontes helpen je?", "Welke gewoontes helpen u?"),
        ("Wat geeft je rust?", "Wat geeft u rust?"),
        ("Lukt het je?", "Lukt het u?"),
        ("Wat wil dat gevoel je vertellen?", "Wat wil dat gevoel u vertellen?"),
        ("Wat gaat er door je heen?", "Wat gaat er door u heen?"),
    ],
)
def test_je_as_an_object(je: str, u: str) -> None:
    assert automatic(je) == u


@pytest.mark.parametrize(
    ("je", "u"),
    [
        ("Hoe voelt je lichaam?", "Hoe voelt uw lichaam?"),
        ("Wat zou je moeder zeggen?", "Wat zou uw moeder zeggen?"),
        ("Wat doe je als je baas belt?", "Wat doet u als uw baas belt?"),
        ("Wat vertelt je spanning je?", "Wat vertelt uw spanning u?"),
        ("Waar liggen je grenzen?", "Waar liggen uw grenzen?"),
        ("Wat is je grootste wens?", "Wat is uw grootste wens?"),
        ("Hoe deel je je dag in?", "Hoe deelt u uw dag in?"),
        ("Is dat jouw keuze of de jouwe?", "Is dat uw keuze of de uwe?"),
        ("Wees lief voor jezelf.", "Wees lief voor uzelf."),
    ],
)
def test_je_as_a_possessive(je: str, u: str) -> None:
    assert automatic(je) == u


@pytest.mark.parametrize(
    ("je", "u"),
    [
        ("Waar voel je je prettig?", "Waar voelt u zich prettig?"),
        ("Waarin herken je je?", "Waarin herkent u zich?"),
        ("Waar maak je je zorgen over?", "Waar maakt u zich zorgen over?"),
        ("Je voelt je soms alleen.", "U voelt zich soms alleen."),
        ("Hoe heb je je voorbereid?", "Hoe hebt u zich voorbereid?"),
        ("Wat laat je achter je?", "Wat laat u achter zich?"),
        ("Wat heb je nodig om je veilig te voelen?", "Wat hebt u nodig om zich veilig te voelen?"),
    ],
)
def test_je_as_a_reflexive(je: str, u: str) -> None:
    assert automatic(je) == u


@pytest.mark.parametrize(
    ("je", "u"),
    [
        ("Schrijf op wat je voelt.", "Schrijf op wat u voelt."),
        ("Stel je voor dat je vliegt.", "Stel u voor dat u vliegt."),
        ("Vraag je af wat je mist.", "Vraag u af wat u mist."),
        ("Geef je week een cijfer.", "Geef uw week een cijfer."),
        ("Pak een pen en schrijf je plan op.", "Pak een pen en schrijf uw plan op."),
        ("Doe je best.", "Doe uw best."),
        ("Haast je niet.", "Haast u niet."),
    ],
)
def test_a_command_keeps_its_verb(je: str, u: str) -> None:
    assert automatic(je) == u


@pytest.mark.parametrize(
    "text",
    [
        "Wie kan je helpen?",
        "Wie wil je bellen?",
        "Wat kan je helpen?",
        "Hoe gaan jullie met elkaar om?",
        "Wat zeg je als hij zegt: “Je bent te laat”?",
        "Wat denk je bij ‘je kunt het niet’?",
        "Wat doe je als ik je bel?",
        "Je weet het nooit, zegt men.",
        "Wat zou je blorf zeggen?",
        "Wat doe je als je blorf opraakt?",
        "Hoe snorbel je dat?",
        "Schrijf dit in de je-vorm.",
        "Wat wilt u als je mag kiezen?",
        "Doe je het, dan lukt het: " + "je " * MAX_LENGTH,
    ],
)
def test_it_asks_when_grammar_cannot_tell(text: str) -> None:
    asks(text)


def test_what_stands_in_quotes_is_left_to_a_person() -> None:
    assert asks('Wat doe je als hij roept: "Je moet"?').text.endswith('"Je moet"?')
    assert automatic("Hoe zeg je ‘nee’?") == "Hoe zegt u ‘nee’?"


def test_slots_stay_as_they_are() -> None:
    said = automatic("{{ naam }}, wat heb je nodig om {{ doel.te }} met {{ keuze.je }}?")
    assert said == "{{ naam }}, wat hebt u nodig om {{ doel.te }} met {{ keuze.je }}?"


@pytest.mark.parametrize(
    "text", ["", "   ", "Wat is het doel?", "Vind ik dat?\n\nJa.", "u", "\x00"]
)
def test_a_text_without_je_is_unchanged(text: str) -> None:
    assert to_formal(text) == FormalResult(text, "auto")


def test_capitals_spaces_and_lines_are_kept() -> None:
    assert automatic("JE PLAN") == "UW PLAN"
    assert automatic("Jij  bent er.\n\n  Hoe gaat het met je?") == (
        "U  bent er.\n\n  Hoe gaat het met u?"
    )
    assert automatic("Vertel eens, alsjeblieft.") == "Vertel eens, alstublieft."


def test_a_result_can_be_pickled_and_comes_from_the_front() -> None:
    result = coachkit.to_formal("Hoe gaat het met je?")
    assert isinstance(result, coachkit.FormalResult)
    assert pickle.loads(pickle.dumps(result)) == result


@pytest.mark.parametrize("line", lines("aanspreekvorm.tsv"), ids=lambda line: line[:50])
def test_sentences_as_coaches_write_them(line: str) -> None:
    je, u = line.split("\t")
    assert automatic(je) == u


@pytest.mark.parametrize("je", lines("aanspreekvorm-vragen.txt"), ids=lambda line: line[:50])
def test_what_is_not_certain_is_asked(je: str) -> None:
    asks(je)

"""Facts of a training in, an invitation out: each message at its field, nothing lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from coachkit.desk.drafts import Drafts
from coachkit.desk.invitation import FORMATS, MAX_LETTERS, Invitation
from coachkit.desk.invitation_fields import FIELDS
from coachkit.errors import FileError, InputError, SelectionError
from coachkit.invitation.facts import Facts, FreePlaces, read_facts
from coachkit.invitation.starter import facts_sheet
from coachkit.invitation.text import write_invitation
from coachkit.practice import Practice, Settings
from support.desks import drafts_in, in_the_way
from support.recipes import shipped_bank

DAY = date(2027, 1, 10)
EXAMPLES = sorted((Path(__file__).parents[2] / "data" / "feiten").glob("*.yaml"))

TYPED = {
    "training": "Eén ding per week",
    "voor_wie": "zelfstandigen",
    "last": "Zondag weet je wat je gaat doen. Vrijdag is de bladzijde nog leeg.",
    "wens": "Stel dat één ding echt af komt.",
    "na_afloop": "- één ding kiezen\n\n- een plan maken\n",
    "dagen": "dinsdag 2 maart 2027, 9-3-2027",
    "tijd": "19.30-21.00 uur",
    "plaats": "online",
    "prijs": "160 euro met btw",
    "aanmelden": "info@eending.example",
}


@pytest.fixture
def invitation(practice: Practice) -> Invitation:
    return Invitation(shipped_bank(), practice, DAY)


@pytest.fixture
def full(invitation: Invitation) -> Invitation:
    for key, text in TYPED.items():
        invitation.put(key, text)
    return invitation


def test_days_of_one_month_are_read(full: Invitation) -> None:
    full.put("dagen", "3, 10 en 17 juni 2027")
    assert "Donderdag 3, 10 en 17 juni 2027" in full.written.texts["txt"]


@pytest.mark.parametrize(
    ("key", "typed", "told"),
    [
        ("dagen", "vrijdag 3 juni 2027", "3 juni 2027 is een donderdag; welke dag klopt?"),
        ("dagen", "vrijdag 3 en 17 juni 2027", "3 juni 2027 is een donderdag; welke dag klopt?"),
        ("dagen", "1 november 2026", "1 november 2026 komt niet na vandaag (10 januari 2027)"),
        ("dagen", "3 en 17 juni", "zet het jaar erbij, bijvoorbeeld 3 en 17 juni 2027"),
        ("dagen", "31 juni 2027", "31 juni 2027 bestaat niet, want juni heeft dan 30 dagen"),
        ("aanmelden_tot", "1 maart", "zet het jaar erbij, bijvoorbeeld 1 maart 2027"),
        ("dagen", "morgen", "'morgen' is geen datum; schrijf bijvoorbeeld 15 januari 2030"),
        ("aanmelden_tot", "zo 1-3-2027", "1 maart 2027 is een maandag; welke dag klopt?"),
    ],
)
def test_what_is_wrong_with_a_day_is_told_with_days_as_people_write_them(
    full: Invitation, key: str, typed: str, told: str
) -> None:
    full.put(key, typed)
    assert told in full.written.problems[key][0]


def test_days_in_a_row_are_read(full: Invitation) -> None:
    full.put("dagen", "3 t/m 5 juni 2027")
    assert "Donderdag 3, vrijdag 4 en zaterdag 5 juni 2027" in full.written.texts["txt"]
    full.put("dagen", "3 en 17 juni")
    assert len(full.written.problems["dagen"]) == 1


@pytest.mark.parametrize(
    ("key", "typed", "told"),
    [
        ("last", "Nog maar twee plekken. Het is vol.", "vul 'Nog vrij' en 'Geteld op' in, of"),
        (
            "last",
            "U knikt, en dan is het vol.",
            "schrijf het met je, of kies u bij 'Aanspreekvorm'",
        ),
    ],
)
def test_a_way_out_is_one_on_the_screen(full: Invitation, key: str, typed: str, told: str) -> None:
    full.put(key, typed)
    assert any(told in line for line in full.written.problems[key])


def test_a_remark_that_asks_ends_once(full: Invitation) -> None:
    full.put("waarom_nu", "Ik wil de groep vol.")
    full.put("waarom_nu_bron", "de agenda")
    said = [line for lines in full.written.remarks.values() for line in lines]
    assert any("of over jou? " in line for line in said)
    assert not any("?;" in line for line in said)


def test_an_invitation_without_a_name_is_called_so(invitation: Invitation) -> None:
    invitation.put("plaats", "Utrecht")
    assert [kept.title for kept in invitation.kept()] == ["een uitnodiging zonder naam"]


def test_there_is_a_field_for_every_fact() -> None:
    keys = {info.alias or name for name, info in Facts.model_fields.items()}
    assert {field.key for field in FIELDS} == keys | {"geteld_op"}
    assert {info.alias for info in FreePlaces.model_fields.values()} == {"aantal", "geteld_op"}
    assert all(field.label and field.question for field in FIELDS)
    assert all(field.example for field in FIELDS if field.is_needed)
    assert [field.options for field in FIELDS if field.kind == "choice"] == [
        ("je", "u"),
        ("kort", "lang"),
    ]


def test_what_is_missing_is_told_and_is_no_problem(invitation: Invitation) -> None:
    written = invitation.written
    assert written.missing == tuple(TYPED)
    assert (written.problems, written.texts) == ({}, {})
    with pytest.raises(InputError, match="ontbreekt nog: 'Training', 'Voor wie', "):
        invitation.as_file("txt")


def test_facts_give_a_text(full: Invitation) -> None:
    written = full.written
    assert (written.missing, written.problems) == ((), {})
    assert "Dinsdag 2 en 9 maart 2027, 19.30-21.00 uur, online." in written.texts["txt"]
    assert "één ding kiezen" in written.texts["txt"]
    assert written.texts["md"].startswith("**")
    assert written.words > 40


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_existing_sheet_gives_the_text_of_the_command(
    invitation: Invitation, path: Path
) -> None:
    facts, _ = read_facts(path)
    expected = write_invitation(facts, shipped_bank().text_recipe("uitnodiging"), DAY)
    assert invitation.read_facts(path.name, path.read_bytes()) == ()
    written = invitation.written
    assert written.texts == {"md": expected.markdown, "txt": expected.plain}
    assert sum(map(len, written.remarks.values())) == len(expected.remarks)


@pytest.mark.parametrize(
    ("key", "text", "told"),
    [
        ("training", "x" * 61, "dit is te lang; hooguit 60 tekens"),
        ("voor_wie", "!!", "er staat geen woord; vul het in of haal het weg"),
        ("wens", "a" * 3000, "dit is te lang; hooguit 2000 tekens"),
        ("dagen", "2-3-2027\nvolgende week", "'volgende week' is geen datum"),
        ("dagen", "1-1-2027", "1 januari 2027 komt niet na vandaag"),
        ("na_afloop", "één ding", "dit heeft te weinig regels; geef er minstens 2"),
        ("na_afloop", "-\n-", "dit heeft te weinig regels"),
        ("plaatsen", "tien", "dit moet een heel getal zijn, niet 'tien'"),
        ("lengte", "middel", "dit kan geen 'middel' zijn"),
        ("aanmelden_tot", "3-3-2027", "laat het leeg"),
        ("prijs", "vanaf 95 euro", "het hele bedrag nog niet duidelijk; noem alles"),
        ("last", "Nog maar twee plekken.", "'Nog maar twee plekken' kan alleen met een telling"),
        ("waarom_nu", "De volgende groep start in mei.", "zet bij 'Bron' waaruit"),
        ("plaats", "een\x1b[2J plek", "onzichtbaar stuurteken"),
        ("tijd", "half \ud83d tien", "klopt niet"),
        ("tijd", "12.30-9.00 uur", "het einde (9.00) komt niet na het begin (12.30)"),
        ("last", "Hij knikt, en U knikt.", "hier staat U; schrijf het met je"),
        ("prijs", "nu tijdelijk 95 euro met btw, actieprijs 95", "noem hier het bedrag"),
    ],
)
def test_what_is_wrong_is_told_at_its_field(
    full: Invitation, key: str, text: str, told: str
) -> None:
    full.put(key, text)
    written = full.written
    assert written.texts == {}
    (message,) = written.problems[key]
    assert told in message
    label = next(field.label for field in FIELDS if field.key == key)
    assert f"'{label}'" not in message
    with pytest.raises(InputError, match=f"'{label}'"):
        full.as_file("md")
    full.put(key, TYPED.get(key, "kort" if key == "lengte" else ""))
    assert full.written.texts


def test_of_free_places_each_half_is_told(full: Invitation) -> None:
    full.put("nog_vrij", "4")
    assert full.written.problems == {
        "geteld_op": ("dit is nog leeg; vul het in, bijvoorbeeld: 2 januari 2030",)
    }
    full.put("geteld_op", "8 januari 2027")
    assert full.written.texts
    full.put("nog_vrij", "vier")
    assert "dit moet een heel getal" in full.written.problems["nog_vrij"][0]


def test_remarks_stand_at_their_field(full: Invitation) -> None:
    full.put("wens", "Stel dat het af komt!")
    assert full.written.texts
    assert "staat een uitroepteken" in full.written.remarks["wens"][0]


@pytest.mark.parametrize(
    ("key", "text", "told"),
    [
        ("na_afloop", "je leert kiezen\ninzicht krijgen", "'je leert' leest dubbel achter"),
        ("na_afloop", "inzicht krijgen\nkiezen", "'inzicht' kun je niet zien"),
        ("last", "Je belt. " * 4, "dit telt 4 zinnen, meer dan 3"),
        ("kop", "een twee drie vier vijf zes zeven acht negen", "dit is langer dan 8 woorden"),
        ("wens", "Dat is GEWELDIG.", "'GEWELDIG' staat in hoofdletters"),
        ("aanpak", "We oefenen.", "dit staat niet in een korte tekst; laat het zo"),
    ],
)
def test_a_remark_does_not_name_its_own_field(
    full: Invitation, key: str, text: str, told: str
) -> None:
    full.put(key, text)
    remarks = full.written.remarks[key]
    assert any(told in line for line in remarks)
    label = next(field.label for field in FIELDS if field.key == key)
    assert not any(f"'{label}'" in line for line in remarks)


def test_a_length_is_told_in_words_of_the_screen(full: Invitation) -> None:
    full.put("lengte", "lang")
    (told,) = full.written.remarks["lengte"]
    assert told.endswith("vertel meer, of kies de korte tekst")


def test_a_text_with_u_is_proposed_and_taken_over(full: Invitation) -> None:
    assert full.written.proposals == {}
    full.put("aanspreekvorm", "u")
    full.put("na_afloop", "- je grens aangeven\n- kiezen")
    written = full.written
    assert list(written.proposals) == ["last", "na_afloop"]
    assert written.problems["last"] == (
        "hier staat je of jij; schrijf het met u, of kies je bij 'Aanspreekvorm'",
    )
    full.take_formal("last")
    full.take_formal("na_afloop")
    full.take_formal("plaats")
    assert full.fields["last"].startswith("Zondag weet u wat u gaat doen.")
    assert full.fields["na_afloop"] == "- uw grens aangeven\n- kiezen"
    assert full.fields["plaats"] == "online"
    assert full.written.texts


def test_what_only_a_long_text_uses_does_not_stop_a_short_one(full: Invitation) -> None:
    full.put("aanpak", "Op is op.")
    full.put("trainer", "U leert van Noor." * 200)
    assert full.written.texts
    full.put("iets_vragen", "!!")
    assert list(full.written.problems) == ["trainer", "iets_vragen"]
    full.put("iets_vragen", "")
    full.put("trainer", "U leert van Noor.")
    assert full.written.texts
    full.put("lengte", "lang")
    assert set(full.written.problems) == {"aanpak", "trainer"}


def test_the_form_of_address_is_that_of_the_practice(practice: Practice) -> None:
    formal = Invitation(shipped_bank(), replace(practice, settings=Settings(form="u")), DAY)
    assert (formal.fields["aanspreekvorm"], formal.fields["lengte"]) == ("u", "kort")
    assert drafts_in(practice) == []


@pytest.mark.parametrize(
    ("key", "text", "told"),
    [
        ("weg", "a", "'weg' is geen feit"),
        ("aantal", "4", "geen feit"),
        ("last", "a" * (MAX_LETTERS + 1), "maak het korter"),
    ],
)
def test_what_is_no_fact_is_refused(full: Invitation, key: str, text: str, told: str) -> None:
    before = dict(full.fields)
    with pytest.raises(InputError, match=told):
        full.put(key, text)
    assert full.fields == before


def test_the_text_is_saved_over_nothing(full: Invitation, practice: Practice) -> None:
    paths = [full.save(format_) for format_ in FORMATS]
    assert [path.name for path in paths] == [
        "uitnodiging-een-ding-per-week.md",
        "uitnodiging-een-ding-per-week.txt",
    ]
    assert paths[1].read_text(encoding="utf-8") == full.written.texts["txt"]
    assert full.save("md") == paths[0]
    full.put("plaats", "Zwolle")
    assert full.save("md").name == "uitnodiging-een-ding-per-week-2.md"
    assert "online" in paths[0].read_text(encoding="utf-8")
    with pytest.raises(FileError, match="kies uit: md, txt"):
        full.save("docx")  # type: ignore[arg-type]


def test_where_nothing_can_be_written_the_work_goes_on(
    invitation: Invitation, practice: Practice
) -> None:
    in_the_way(practice, "uitnodigingen")
    in_the_way(practice, "concepten")
    for key, text in TYPED.items():
        invitation.put(key, text)
    assert invitation.told.startswith("dit wordt niet bewaard: ")
    with pytest.raises(FileError, match="lukt niet"):
        invitation.save("md")
    assert invitation.as_file("md")[1]


def test_a_practice_without_a_folder_keeps_nothing() -> None:
    invitation = Invitation(shipped_bank(), Practice(), DAY)
    for key, text in TYPED.items():
        invitation.put(key, text)
    assert "wordt niet bewaard" in invitation.told
    with pytest.raises(FileError, match="praktijkmap"):
        invitation.save("md")


def test_the_work_is_taken_up_as_it_was_typed(full: Invitation, practice: Practice) -> None:
    full.put("dagen", "ergens in maart")
    (kept,) = full.kept()
    assert kept.title == "Eén ding per week"
    again = Invitation(shipped_bank(), practice, DAY)
    again.take_up(kept.name)
    assert (again.fields, again.written) == (full.fields, full.written)


def test_a_sheet_with_problems_is_taken_to_put_right(invitation: Invitation) -> None:
    sheet = """\
training: 2030
voor_wie: coaches
tijd: 9.30
dagen: [gisteren]
na_afloop: [{a: b}, twee]
plaatsen: 10
nog_vrij: {aantal: 4, geteld_op: 2027-01-08, kleur: rood}
onzin: ja
"""
    told = invitation.read_facts("feiten.yaml", sheet.encode())
    assert told == (
        "'Training' is niet goed te lezen; typ het hier opnieuw",
        "'Tijd' is niet goed te lezen; typ het hier opnieuw",
        "'Na afloop' is niet goed te lezen; typ het hier opnieuw",
        "'onzin' is geen feit dat hier past en is niet overgenomen",
        "'kleur' is geen feit dat hier past en is niet overgenomen",
    )
    filled = {key: text for key, text in invitation.fields.items() if text}
    assert filled == {
        "voor_wie": "coaches",
        "aanspreekvorm": "je",
        "lengte": "kort",
        "dagen": "gisteren",
        "plaatsen": "10",
        "nog_vrij": "4",
        "geteld_op": "2027-01-08",
    }
    assert "'gisteren' is geen datum" in invitation.written.problems["dagen"][0]


def test_the_sheet_with_examples_gives_a_text(invitation: Invitation) -> None:
    invitation.read_facts("feiten.yaml", facts_sheet(DAY))
    assert invitation.written.texts


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"", "leeg"),
        (b"training: [", "mist zijn einde"),
        (b"- een\n- twee\n", "geen blad met feiten"),
        (b"hoi", "geen blad met feiten"),
        (b"vragen: []", "geen blad met feiten"),
        (b"%PDF-1.7 \xff", "dit is een pdf"),
        (b"last: " + b"a" * (MAX_LETTERS + 1), "maak het korter"),
        (b"[" * 100_000, "lagen"),
    ],
)
def test_what_is_no_sheet_is_told_and_leaves_the_desk(
    full: Invitation, raw: bytes, told: str
) -> None:
    with pytest.raises(InputError, match=told):
        full.read_facts("feiten\x1b.yaml", raw)
    assert full.written.texts


def test_a_sheet_leaves_the_work_before_in_its_draft(full: Invitation) -> None:
    full.read_facts("feiten.yaml", EXAMPLES[0].read_bytes())
    assert len(full.kept()) == 2


def test_a_text_recipe_that_is_gone_is_told(full: Invitation, practice: Practice) -> None:
    with pytest.raises(SelectionError, match="er is geen werkvorm 'weg'"):
        full.choose("weg")
    full.choose("uitnodiging")
    draft = Drafts(practice.folder, "uitnodiging").new()
    draft.save("oud", {"fields": TYPED, "recipe": "weg"})
    full.take_up(draft.name)
    assert "'weg'" in full.written.problems[""][0]


@pytest.mark.parametrize("work", [{"fields": {"last": 3}}, {"fields": []}, {"sheet": None}])
def test_damaged_work_is_told_and_leaves_the_desk(
    full: Invitation, practice: Practice, work: dict[str, object]
) -> None:
    draft = Drafts(practice.folder, "uitnodiging").new()
    draft.save("stuk", work)
    with pytest.raises(FileError, match="beschadigd; begin een nieuw"):
        full.take_up(draft.name)
    assert full.written.texts

"""A worksheet is composed of blocks in their order, in one form of address."""

from __future__ import annotations

from datetime import date

import pytest

from coachkit.bank.bank import Bank
from coachkit.errors import SelectionError
from coachkit.export.markdown import plain_text
from coachkit.model import BlockKind, Brief, Recipe
from coachkit.practice import HELP_LINE_FORMAL, Practice, Settings
from coachkit.vocabulary import Form
from coachkit.worksheet.compose import make_worksheet
from coachkit.worksheet.proposal import seed_of


def test_blocks_stand_in_their_order(small_bank: Bank, brief: Brief) -> None:
    sheet = make_worksheet(small_bank, brief, "alles", seed=1)
    kinds = [block.kind for block in sheet.blocks]
    assert kinds[:3] == [BlockKind.TITLE, BlockKind.INTRO, BlockKind.SECTION]
    assert kinds[-3:] == [BlockKind.QUESTION, BlockKind.CLOSING, BlockKind.HELP_LINE]
    assert sheet.questions[-1].id == "k-plan"
    assert sheet.minutes == sum(question.minutes for question in sheet.questions)


def test_the_formal_address_reaches_every_text(small_bank: Bank, brief: Brief) -> None:
    formal = brief.model_copy(update={"form": Form.FORMAL})
    sheet = make_worksheet(small_bank, formal, "alles", seed=1)
    texts = " ".join(f"{block.text} {block.body}" for block in sheet.blocks)
    assert "Uw plan" in texts
    assert not {"je", "jij", "jou", "jouw"} & set(texts.lower().replace("?", " ").split())
    assert sheet.reminders[0].text == "Hoe gaat het met uw plan?"
    assert sheet.blocks[-1].text.startswith(HELP_LINE_FORMAL[:20])


def test_the_practice_gives_what_the_brief_does_not(small_bank: Bank, brief: Brief) -> None:
    settings = Settings(coach="Noor", form="u", name="De Linde", help_line="Bel ons.")
    sheet = make_worksheet(small_bank, brief, "alles", seed=1, practice=Practice(settings))
    assert (sheet.coach, sheet.form, sheet.house.name) == ("Noor", Form.FORMAL, "De Linde")
    assert sheet.blocks[-1].text == "Bel ons."


def test_a_light_sheet_without_pain_has_no_help_line(small_bank: Bank, brief: Brief) -> None:
    light = Recipe.model_validate(
        {"id": "licht", "titel": "Licht", "minuten": 10, "onderdelen": [{"vraag": "v-keuze"}]}
    )
    bank = Bank(small_bank.questions, {"licht": light})
    calm = brief.model_copy(update={"phase": None})
    sheet = make_worksheet(bank, calm, "licht")
    assert BlockKind.HELP_LINE not in [block.kind for block in sheet.blocks]


def test_words_of_a_client_that_end_a_sentence_get_no_second_end(
    small_bank: Bank, brief: Brief
) -> None:
    recipe = Recipe.model_validate(
        {
            "id": "terug",
            "titel": "Terug",
            "minuten": 10,
            "inleiding": "Je schreef: {{ vorige.antwoord }}. Wat daarvan neem je mee?",
            "onderdelen": [{"vraag": "v-keuze"}],
        }
    )
    bank = Bank(small_bank.questions, {"terug": recipe})
    told = brief.model_copy(update={"previous_answer": "Tegen rust. En tegen mijn zus!"})
    intro = make_worksheet(bank, told, "terug").blocks[1]
    assert "En tegen mijn zus! Wat daarvan" in plain_text(intro.text)


def test_two_moments_have_a_night_between(small_bank: Bank, brief: Brief) -> None:
    recipe = Recipe.model_validate(
        {
            "id": "nacht",
            "titel": "Een nacht",
            "minuten": 20,
            "onderdelen": [
                {"kop": "Nu", "vraag": "p-schaal", "moment": "vandaag"},
                {"kop": "Later", "vraag": "v-keuze", "moment": "morgen"},
            ],
        }
    )
    sheet = make_worksheet(Bank(small_bank.questions, {"nacht": recipe}), brief, "nacht")
    kinds = [block.kind for block in sheet.blocks]
    moment = kinds.index(BlockKind.MOMENT)
    assert kinds[moment - 1] is BlockKind.QUESTION
    assert sheet.blocks[moment + 1].label == "Moment 2 · Verlangen"
    assert "Morgen ga je verder" in sheet.blocks[moment].body


def test_what_a_client_said_is_escaped(small_bank: Bank, brief: Brief) -> None:
    hostile = brief.model_copy(update={"name": "*Sanne* {{ 7*7 }} <b>"})
    intro = make_worksheet(small_bank, hostile, "alles").blocks[1].text
    assert r"\*Sanne\* \{\{ 7\*7 \}\} \<b\>" in intro


def test_the_goal_falls_back_to_the_clients_own_words(small_bank: Bank) -> None:
    goal = Brief(name="Sanne", goal="meer rust", phase="terugval")
    recipe = Recipe.model_validate(
        {
            "id": "doel",
            "titel": "Doel",
            "minuten": 10,
            "inleiding": "Je wilt {{ doel.nominaal }}.",
            "inleiding_u": "U wilt {{ doel.nominaal }}.",
            "onderdelen": [{"categorie": "verlangen"}],
        }
    )
    bank = Bank(small_bank.questions, {"doel": recipe})
    assert make_worksheet(bank, goal, "doel").blocks[1].text == 'Je wilt "meer rust".'
    said = goal.model_copy(update={"goal_nominal": "vaker wandelen"})
    assert make_worksheet(bank, said, "doel").blocks[1].text == "Je wilt vaker wandelen."


def test_ids_and_names_of_files_show_no_situation_or_phase(small_bank: Bank, brief: Brief) -> None:
    marked = brief.model_copy(update={"mark": "B 12", "name": "Ömer Çelik"})
    sheet = make_worksheet(small_bank, marked, "alles")
    assert sheet.stem == "2026-11-22-omer-celik-b-12-alles"
    assert sheet.id.startswith(sheet.stem)
    strange = brief.model_copy(update={"name": "🙂", "day": None})
    assert make_worksheet(small_bank, strange, "alles").stem == "client-alles"


def test_the_seed_follows_from_the_brief_and_its_date(small_bank: Bank, brief: Brief) -> None:
    tomorrow = brief.model_copy(update={"day": date(2026, 11, 23)})
    assert seed_of(brief) == seed_of(brief.model_copy())
    assert seed_of(brief) != seed_of(tomorrow)
    assert make_worksheet(small_bank, brief) == make_worksheet(small_bank, brief)


def test_questions_that_were_asked_do_not_come_back(small_bank: Bank, brief: Brief) -> None:
    first = make_worksheet(small_bank, brief, "kort", seed=3)
    asked = {question.id for question in first.questions} - {"k-plan"}
    again = make_worksheet(small_bank, brief, "kort", seed=3, asked=asked)
    assert not asked & {question.id for question in again.questions}
    with pytest.raises(SelectionError, match="al eerder gesteld"):
        make_worksheet(small_bank, brief, "kort", asked=set(small_bank.questions) - {"k-plan"})


def test_without_a_recipe_the_best_fit_tells_why(small_bank: Bank, brief: Brief) -> None:
    sheet = make_worksheet(small_bank, brief)
    assert sheet.origin.recipe == "kort"
    assert "'doel te groot'" in sheet.origin.reason


def test_a_follow_up_is_kept_for_the_coach_when_it_can_be_filled(
    small_bank: Bank, brief: Brief
) -> None:
    sheet = make_worksheet(small_bank, brief, "alles", seed=1)
    follow_ups = {question.id: question.follow_up for question in sheet.questions}
    assert follow_ups["p-open"] == "Sinds wanneer zit dat je dwars?"

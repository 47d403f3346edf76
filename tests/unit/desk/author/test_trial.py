"""The small sheet with one question."""

from __future__ import annotations

from coachkit.desk.author.trial import trial_sheet
from coachkit.model import BlockKind, Question
from coachkit.practice import Practice, Settings
from coachkit.slots import SLOTS
from coachkit.vocabulary import Audience, Form, RecipeKind

PRACTICE = Practice(Settings(name="Praktijk De Linde", coach="Noor"))


def question(**more: object) -> Question:
    return Question.model_validate(
        {"id": "a", "vraag": "Wat?", "vraag_u": "Wie?", "categorie": "pijn", **more}
    )


def test_every_slot_is_filled() -> None:
    text = " ".join(f"{{{{ {slot} }}}}" for slot in SLOTS)
    (asked,) = trial_sheet(question(hulp=text), PRACTICE, Form.INFORMAL).blocks[1:2]
    assert "Noor" in asked.body
    assert "{{" not in asked.body


def test_the_form_of_address_is_the_one_that_was_asked() -> None:
    texts = [trial_sheet(question(), PRACTICE, form).blocks[1].text for form in Form]
    assert texts == ["Wat?", "Wie?"]


def test_a_sheet_about_pain_ends_as_a_real_one_does() -> None:
    sheet = trial_sheet(question(), PRACTICE, Form.INFORMAL)
    assert sheet.blocks[-1].kind is BlockKind.HELP_LINE
    assert sheet.house.name == "Praktijk De Linde"


def test_a_question_for_coaches_is_on_a_sheet_for_coaches() -> None:
    sheet = trial_sheet(question(doelgroep="coach"), PRACTICE, Form.INFORMAL)
    assert (sheet.kind, sheet.audience) == (RecipeKind.COACH, Audience.COACH)


def test_of_a_pattern_one_wording_is_shown() -> None:
    lists = {"ander": [{"id": "b", "je": "Bob"}, {"id": "c", "je": "Cor"}]}
    pattern = question(
        vraag="Wat ziet {{ keuze.ander }}?", vraag_u="Wat ziet {{ keuze.ander }}?", lijsten=lists
    )
    assert trial_sheet(pattern, PRACTICE, Form.INFORMAL).blocks[1].text == "Wat ziet Bob?"

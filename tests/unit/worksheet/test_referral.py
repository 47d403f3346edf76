"""The referral card on a sheet: by urgency, in both forms of address, nothing but letters."""

from __future__ import annotations

from datetime import date

from coachkit.export.markdown import plain_text
from coachkit.model import BlockKind, ReferralCard
from coachkit.vocabulary import Form
from coachkit.worksheet.referral import referral_blocks

CARD = ReferralCard.model_validate(
    {
        "id": "hulp",
        "naam": "Hulp",
        "nagekeken": date(2026, 11, 22),
        "afspraken": [{"tekst": "Bel je collega.", "tekst_u": "Bel uw collega."}],
        "hulp": [
            {
                "id": "arts",
                "naam": "Huisarts (overdag)",
                "telefoon": "06 | 00",
                "bereikbaar": "overdag.",
                "waarvoor": "klachten *en* vragen",
                "controleren": True,
            }
        ],
        "signalen": [
            {
                "id": "moe",
                "signaal": "Moe",
                "hulp": ["arts"],
                "spoed": "rustig",
                "zin": "Bel je mee?",
                "zin_u": "Belt u mee?",
            },
            {"id": "nood", "signaal": "Nood", "hulp": ["arts"], "spoed": "nu", "zin": "Ik bel nu."},
        ],
    }
)


def texts(form: Form) -> list[str]:
    return [plain_text(block.text) for block in referral_blocks(CARD, form)]


def test_signals_stand_by_urgency_the_soonest_first() -> None:
    headings = [b.text for b in referral_blocks(CARD, Form.INFORMAL) if b.kind is BlockKind.SECTION]
    assert headings == ["Wat altijd geldt", "Nu meteen", "Op een rustig moment", "Wie helpt"]


def test_it_speaks_in_the_form_that_is_asked() -> None:
    assert any("“Bel je mee?”" in text for text in texts(Form.INFORMAL))
    assert any("“Belt u mee?”" in text for text in texts(Form.FORMAL))
    assert "Bel uw collega." in texts(Form.FORMAL)


def test_every_letter_survives_and_help_to_check_bears_an_asterisk() -> None:
    helpers = texts(Form.INFORMAL)[-2]
    assert "Huisarts (overdag)* · 06 | 00: overdag." in helpers
    assert "klachten *en* vragen" in helpers
    assert "Huisarts*" in texts(Form.INFORMAL)[3]


def test_the_day_of_checking_is_told() -> None:
    assert "22 november 2026" in texts(Form.INFORMAL)[-1]
    assert "sterretje" in texts(Form.INFORMAL)[-1]

"""What there is to see of a question on every key: remarks, the *u* form, neighbours, a sheet."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from coachkit.desk.author.writing import Writing
from coachkit.errors import InputError
from coachkit.model import fingerprint
from coachkit.vocabulary import Form
from support.answer_specs import ALL_SPECS
from support.authoring import SET, opened_in, write

PATTERN = """\
naam: Anders
categorie: verlangen
lijsten:
  ander:
    - {id: vriend, je: een goede vriend}
    - {id: ik, je: je oudere ik, u: uw oudere ik}
vragen: []
"""


def new(folder: Path, whole: str = SET, /, **words: str) -> Writing:
    desk = opened_in(folder, whole)
    question = desk.new_question()
    write(desk, **words)
    return question


def told(question: Writing) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for remark in question.problems():
        assert remark.message
        found.setdefault(remark.field, set()).add(remark.rule)
    return found


def test_each_remark_names_its_field(tmp_path: Path) -> None:
    question = new(
        tmp_path,
        text="Waarom moet je dat?",
        text_formal="Waarom moet u dat, en jij?",
        help="Neem je tijd.",
        follow_up="Hoe {{ je }}?",
        answer="schaal",
        answer__low="je wilt niet",
        phases="straks",
    )
    found = told(question)
    assert {"waarom", "moeten"} <= found["text"]
    assert "aanspreekvorm" in found["text_formal"]
    assert found["follow_up"] == {"structuur"}
    assert "structuur" in found["answer.high"]
    assert found["phases"] == {"structuur"}
    write_in(question, follow_up="", phases="", answer__high="altijd")
    found = told(question)
    assert "u-vorm-ontbreekt" in found["help"]
    assert "u-vorm-ontbreekt" in found["answer.low"]


def write_in(question: Writing, **words: str) -> None:
    for name, said in words.items():
        question.write(name.replace("__", "."), said)


def test_an_empty_question_says_what_is_missing(tmp_path: Path) -> None:
    question = new(tmp_path, text="  ")
    assert [(r.field, r.cure, r.blocks) for r in question.problems()] == [
        ("text", "vul dit veld in", True),
        ("text_formal", "neem het voorstel over, of schrijf de tekst met u", True),
    ]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("Wat\x07?", "niemand kan zien"),
        ("{{", "haakjes"),
        ("{% for x in y %}", "kunnen hier niet"),
        ("Wat? " * 1000, "te lang"),
        ("x" * 15_000, "te lang"),
    ],
)
def test_absurd_texts_are_told(tmp_path: Path, words: str, message: str) -> None:
    question = new(tmp_path, text=words, text_formal="Wat?")
    assert any(message in remark.message for remark in question.problems() if remark.blocks)
    question.near()


def test_what_is_allowed_is_no_remark(tmp_path: Path) -> None:
    question = new(tmp_path, text="Waarom?", text_formal="Waarom?")
    assert "waarom" in told(question)["text"]
    question.write("allowed", "waarom: dat is hier de bedoeling")
    assert "waarom" not in told(question).get("text", set())


def test_a_review_that_is_old_is_told_at_the_formal_text(tmp_path: Path) -> None:
    question = new(tmp_path, text="Wat wil je?", text_formal="Wat wilt u?")
    question.mark_reviewed()
    assert question.reviewed
    assert question.data()["u_nagekeken"] == fingerprint("Wat wil je?")
    question.write("text", "Wat wil je nu?")
    assert not question.reviewed
    assert "u-vorm-verouderd" in told(question)["text_formal"]


def test_the_formal_text_is_proposed_and_taken_over(tmp_path: Path) -> None:
    question = new(tmp_path, text="Wie kan je helpen?", help="Neem je tijd.")
    result = question.proposed_formal()
    assert (result.status, bool(result.why)) == ("ask", True)
    assert question.proposed_formal("help").text == "Neem uw tijd."
    assert question.wants_formal() == ("text", "help")
    question.take_formal()
    question.take_formal("help")
    assert question.value("text_formal") == result.text
    assert question.in_set.unread == {"vraag_u": result.why, "hulp_u": ""}
    question.write("text_formal", "Wie kan u helpen?")
    assert question.in_set.unread == {"hulp_u": ""}
    question.mark_reviewed()
    assert question.in_set.unread == {}


def test_taking_over_undoes_a_review(tmp_path: Path) -> None:
    question = new(tmp_path, text="Wat wil je?", text_formal="Wat wilt u?")
    question.mark_reviewed()
    question.take_formal()
    assert "u_nagekeken" not in question.data()


def test_lines_are_proposed_one_by_one(tmp_path: Path) -> None:
    question = new(tmp_path, text="Wat?", answer="keuze", answer__options="Je werk\nRust")
    question.take_formal("answer.options")
    assert question.value("answer.options_formal") == "Uw werk\nRust"
    assert question.in_set.unread == {"antwoord": ""}


def test_what_has_no_companion_is_told(tmp_path: Path) -> None:
    question = new(tmp_path, text="Wat?")
    for name in ("labels", "answer.options", "x" * 1000):
        with pytest.raises(InputError, match="hoort geen tekst met u"):
            question.take_formal(name)
    with pytest.raises(InputError, match="nog geen u-tekst"):
        question.mark_reviewed()


def test_marks_in_the_file_come_and_go_with_the_review(tmp_path: Path) -> None:
    marked = SET.replace("Wat durft u vandaag wel?", "Wat durft u vandaag wel?  # voorstel")
    desk = opened_in(tmp_path, marked)
    question = desk.open_question("moed-klein")
    assert question.in_set.unread == {"vraag_u": ""}
    assert not question.changed
    question.mark_reviewed()
    desk.put_question()
    line = f'    u_nagekeken: "{fingerprint("Wat durf je vandaag wel?")}"\n'
    assert desk.yaml.decode() == SET.replace("   # mooi\n", f"   # mooi\n{line}")


def test_near_duplicates_are_found_with_their_likeness(tmp_path: Path) -> None:
    question = new(tmp_path, text="Wanneer was je eerder heel moedig?")
    (near,) = question.near()
    assert (near.id, near.text, near.likeness) == (
        "moed-eerder", "Wanneer was je eerder moedig?", 99
    )  # fmt: skip
    assert new(tmp_path, text="Hoe heet je hond?").near() == ()


def test_a_question_is_not_near_itself_nor_what_retired(tmp_path: Path) -> None:
    desk = opened_in(tmp_path)
    question = desk.open_question("moed-eerder")
    assert question.near() == ()
    desk.retire("moed-klein")
    desk.new_question()
    write(desk, text="Wat durf je vandaag wel?")
    assert desk.question
    assert desk.question.near() == ()


def test_the_wordings_of_a_pattern_are_compared(tmp_path: Path) -> None:
    text = "Wat ziet {{ keuze.ander }} in je?"
    question = new(tmp_path, PATTERN, text=text, text_formal="Wat ziet {{ keuze.ander }} in u?")
    assert not told(question)
    other = opened_in(
        tmp_path, SET.replace("Wanneer was je eerder moedig?", "Wat ziet je oudere ik in je?")
    )
    question = other.new_question()
    lists = {"ander": [{"id": "a", "je": "Bob"}, {"id": "b", "je": "je oudere ik"}]}
    question.around = replace(question.around, shared={"lijsten": lists, "categorie": "pijn"})
    write_in(question, text=text, text_formal="Wat ziet {{ keuze.ander }} in u?")
    assert [near.id for near in question.near()] == ["moed-eerder"]


def test_the_id_follows_the_text_until_it_is_chosen(tmp_path: Path) -> None:
    question = new(tmp_path)
    assert question.id == "moed-vraag"
    question.write("text", "Wat durf je {{ naam }} in actie?")
    assert question.id == "moed-durf"
    question.write("id", "moed-klein")
    assert [(r.field, r.rule) for r in question.problems() if r.field == "id"] == [
        ("id", "dubbele-id")
    ]
    question.write("id", "Moed!")
    assert told(question)["id"] == {"structuur"}
    question.write("id", "")
    assert question.id == "moed-durf"


def test_a_saved_id_is_for_good(tmp_path: Path) -> None:
    question = opened_in(tmp_path).open_question("moed-klein")
    question.write("id", "moed-klein")
    with pytest.raises(InputError, match="een id verandert nooit meer"):
        question.write("id", "moed-anders")
    assert question.id == "moed-klein"


def test_an_id_that_was_not_saved_can_change(tmp_path: Path) -> None:
    desk = opened_in(tmp_path)
    desk.new_question()
    write(desk, text="Wie helpt?", text_formal="Wie helpt?")
    desk.put_question()
    write(desk, id="moed-hulp", text="Wie helpt je?", text_formal="Wie helpt u?")
    assert desk.put_question() == "moed-hulp"
    assert [listed.id for listed in desk.questions][2:] == ["moed-hulp"]


@pytest.mark.parametrize(("kind", "spec"), ALL_SPECS[:14])
def test_a_sheet_with_each_kind_of_answer(
    tmp_path: Path, kind: str, spec: dict[str, object]
) -> None:
    desk = opened_in(tmp_path)
    data = {"id": "a", "vraag": "Wat, {{ naam }}?", "vraag_u": "Wat?"}
    question = Writing(desk.new_question().around, {**data, "antwoord": {"soort": kind, **spec}})
    (page,) = question.preview().pages
    assert page.startswith("<svg")


def test_the_sheet_shows_what_is_written_so_far(tmp_path: Path) -> None:
    question = new(tmp_path, "naam: Moed\nvragen: []\n", text="Wat wil je?")
    informal, formal = question.preview(), question.preview(form=Form.FORMAL)
    assert informal.pages != formal.pages
    assert question.preview("schrijven").pages != informal.pages
    assert question.preview("schrijven") is question.preview("schrijven")
    question.write("text", "Wat wil je nu?")
    assert question.preview("schrijven").pages != informal.pages


def test_too_little_for_a_sheet_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError) as error:
        new(tmp_path, text="Wat?", answer="keuze").preview()
    assert {problem.loc for problem in error.value.problems} >= {("answer.options",)}


def test_a_question_for_coaches_has_a_sheet_too(tmp_path: Path) -> None:
    text = SET.replace("categorie: kleine-stappen   # voor alle", "doelgroep: coach")
    assert new(tmp_path, text, text="Wat doet je cliënt?").preview().pages

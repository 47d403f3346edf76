"""The trainer's desk: sets, questions that come, change, move and retire, and the map."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from coachkit.bank.load import load_bank, read_item
from coachkit.desk.authoring import Authoring
from coachkit.errors import FileError, InputError
from coachkit.model import QuestionSet
from coachkit.practice import Practice
from coachkit.vocabulary import Category, Phase
from coachkit.yamlfile import read_yaml
from support.authoring import BROKEN, RECIPE, SET, desk_in, opened_in, path_in, write


def set_in(path: Path) -> QuestionSet:
    item, problems = read_item(read_yaml(path))
    assert not problems
    assert isinstance(item, QuestionSet)
    return item


def refusal(error: pytest.ExceptionInfo[InputError]) -> str:
    (problem,) = error.value.problems
    assert problem.cure
    return problem.message


def test_a_set_is_begun_written_and_loads(tmp_path: Path) -> None:
    desk = desk_in(tmp_path)
    assert desk.start_set("Rust en ruimte", "client", "verlangen") == ""
    assert not path_in(tmp_path, "rust-en-ruimte").exists()
    desk.new_question()
    write(desk, text="Waar word je rustig van?", text_formal="Waar wordt u rustig van?")
    assert desk.put_question() == "rust-en-ruimte-word-rustig"
    assert desk.unsaved
    assert desk.save() == ""
    assert not desk.unsaved
    item = set_in(path_in(tmp_path, "rust-en-ruimte"))
    assert (item.name, item.author, item.category) == ("Rust en ruimte", "Noor", Category.DESIRE)
    assert [question.text for question in item.questions] == ["Waar word je rustig van?"]


@pytest.mark.parametrize(
    ("name", "audience", "category", "message"),
    [
        ("", "client", "pijn", "'naam' is leeg"),
        ("x" * 10_000_000, "client", "pijn", "te lang"),
        ("{{ naam }}", "client", "pijn", "invulplek"),
        ("Moed", "client", "pijn", "al een set in moed.yaml"),
        ("Rust", "kat", "pijn", "'doelgroep' kan geen 'kat' zijn"),
        ("Rust", "client", "blij", "'categorie' kan geen 'blij' zijn"),
    ],
)
def test_a_set_that_cannot_be_is_refused(
    tmp_path: Path, name: str, audience: str, category: str, message: str
) -> None:
    desk = opened_in(tmp_path)
    desk.open_question("moed-klein")
    with pytest.raises(InputError) as error:
        desk.start_set(name, audience, category)
    assert message in refusal(error)
    assert error.value.problems[0].line == 0
    assert desk.opened
    assert desk.opened.name == "Moed"
    assert desk.question


@pytest.mark.parametrize("name", ["🙂", "\ud83d\x07", "con", "../../geheim"])
def test_a_strange_name_gets_a_file_in_its_place(tmp_path: Path, name: str) -> None:
    desk = desk_in(tmp_path)
    desk.start_set(name, "coach")
    assert desk.save() == ""
    (path,) = (tmp_path / "vraagbank" / "vragen").iterdir()
    assert set_in(path).questions == ()


def test_own_sets_are_listed_and_the_broken_one_tells_why(tmp_path: Path) -> None:
    desk = desk_in(tmp_path, moed=SET, stuk=BROKEN, leeg="", blad=RECIPE)
    empty, good, broken = desk.own_sets()
    assert (good.name, good.questions, good.problems) == ("Moed", 2, ())
    assert (broken.name, broken.questions) == ("Stuk", 1)
    assert [(p.line, p.message) for p in broken.problems] == [(4, "'vraag_u' ontbreekt")]
    assert empty.problems[0].message == "het bestand is leeg"
    desk.open_set(good.path)
    with pytest.raises(InputError, match="vraag_u"):
        desk.open_set(broken.path)
    assert desk.opened
    assert desk.opened.name == "Moed"
    path_in(tmp_path, "stuk").write_text(BROKEN + "    vraag_u: Wat?\n")
    desk.open_set(broken.path)
    assert desk.opened.name == "Stuk"


def test_an_id_of_another_set_makes_a_set_broken(tmp_path: Path) -> None:
    double = SET.replace("naam: Moed", "naam: Nog eens").replace("moed-eerder", "p-eerder")
    desk = desk_in(tmp_path, nogeens=double, moed=SET)
    problems = {own.name: [p.rule for p in own.problems] for own in desk.own_sets()}
    assert problems == {"Moed": [], "Nog eens": ["dubbele-id"]}
    with pytest.raises(InputError, match="al in gebruik"):
        desk.open_set(path_in(tmp_path, "nogeens"))


def test_a_set_that_replaces_a_shipped_question_can_be_opened(tmp_path: Path) -> None:
    text = SET.replace("    minuten: 2\n", "    minuten: 2\n    vervangt: p-open\n")
    desk = opened_in(tmp_path, text)
    desk.new_question()
    write(desk, text="Wat nog meer?", text_formal="Wat nog meer?")
    desk.put_question()
    desk.save()
    assert [own.problems for own in desk.own_sets()] == [()]


@pytest.mark.parametrize("name", ["weg", "map"])
def test_a_file_that_is_no_file_is_told(tmp_path: Path, name: str) -> None:
    desk = desk_in(tmp_path)
    path_in(tmp_path, "map").mkdir()
    with pytest.raises(FileError, match=r"is er niet of is leeg|het is een map"):
        desk.open_set(path_in(tmp_path, name))


def test_a_recipe_is_no_set(tmp_path: Path) -> None:
    desk = desk_in(tmp_path, moed=SET, blad=RECIPE)
    with pytest.raises(InputError, match="geen vragenset"):
        desk.open_set(path_in(tmp_path, "blad"))


def test_a_change_leaves_the_rest_of_the_file(tmp_path: Path) -> None:
    desk = opened_in(tmp_path)
    desk.open_question("moed-klein")
    write(desk, text="Wat durf je morgen?", minutes="", help="Klein is goed.")
    desk.put_question()
    text = SET.replace("Wat durf je vandaag wel?", "Wat durf je morgen?")
    assert desk.yaml.decode() == text.replace("    minuten: 2\n", "    hulp: Klein is goed.\n")


def test_what_is_not_right_does_not_go_into_the_set(tmp_path: Path) -> None:
    desk = opened_in(tmp_path)
    desk.open_question("moed-klein")
    write(desk, text="", minutes="veel", help="Neem je tijd.", follow_up="{{ wat }}")
    with pytest.raises(InputError) as error:
        desk.put_question()
    assert {problem.loc for problem in error.value.problems} == {
        ("text",), ("minutes",), ("follow_up",)
    }  # fmt: skip
    assert desk.yaml.decode() == SET
    write(desk, text="Wat?", minutes="2", follow_up="")
    with pytest.raises(InputError) as error:
        desk.put_question()
    assert [problem.loc for problem in error.value.problems] == [("help",)]


def test_advice_of_the_linter_stops_nobody(tmp_path: Path) -> None:
    desk = opened_in(tmp_path)
    desk.new_question()
    write(desk, text="Waarom durf je niet?", text_formal="Waarom durft u niet?")
    assert desk.put_question() == "moed-waarom-durf-niet"


def test_a_question_retires_and_comes_back(tmp_path: Path) -> None:
    desk = opened_in(tmp_path)
    desk.retire("moed-eerder")
    assert desk.yaml.decode() == SET + "    vervallen: true\n"
    assert [listed.retired for listed in desk.questions] == [False, True]
    desk.retire("moed-eerder", again=True)
    assert desk.yaml.decode() == SET


def test_what_is_being_written_stays_when_its_question_retires(tmp_path: Path) -> None:
    desk = opened_in(tmp_path)
    desk.open_question("moed-eerder")
    write(desk, help="Denk aan vroeger.")
    desk.retire("moed-eerder")
    desk.put_question()
    assert desk.yaml.decode() == SET + "    hulp: Denk aan vroeger.\n    vervallen: true\n"


def test_a_recipe_that_asks_for_a_question_keeps_it(tmp_path: Path) -> None:
    desk = opened_in(tmp_path, blad=RECIPE)
    with pytest.raises(InputError) as error:
        desk.retire("moed-klein")
    assert refusal(error) == (
        "de werkvorm 'moed-blad' vraagt hierom: de vraag 'moed-klein' is vervallen"
    )
    desk.open_question("moed-klein")
    write(desk, category="pijn")
    with pytest.raises(InputError, match="eindigt niet met pijn"):
        desk.put_question()
    assert desk.yaml.decode() == SET


def test_a_recipe_may_ask_by_an_older_id(tmp_path: Path) -> None:
    text = SET.replace("    minuten: 2\n", "    minuten: 2\n    vervangt: p-open\n")
    desk = opened_in(tmp_path, text, blad=RECIPE.replace("moed-klein", "p-open"))
    with pytest.raises(InputError) as error:
        desk.retire("moed-klein")
    assert refusal(error) == (
        "de werkvorm 'moed-blad' vraagt hierom: de vraag 'p-open' is vervallen"
    )
    desk.retire("moed-eerder")


def test_a_review_stays_when_its_question_retires(tmp_path: Path) -> None:
    desk = opened_in(tmp_path)
    question = desk.open_question("moed-eerder")
    question.mark_reviewed()
    desk.retire("moed-eerder")
    assert desk.question
    assert desk.question.reviewed


def test_only_what_was_never_saved_can_go(tmp_path: Path) -> None:
    desk = opened_in(tmp_path)
    desk.new_question()
    write(desk, text="Wie helpt?", text_formal="Wie helpt?")
    id_ = desk.put_question()
    desk.move(id_, 0)
    assert [listed.id for listed in desk.questions] == [id_, "moed-klein", "moed-eerder"]
    desk.remove(id_)
    assert desk.question is None
    assert desk.yaml.decode() == SET
    with pytest.raises(InputError, match="laat haar vervallen"):
        desk.remove("moed-klein")


def test_questions_change_places(tmp_path: Path) -> None:
    desk = opened_in(tmp_path)
    desk.move("moed-eerder", -5)
    assert [listed.id for listed in desk.questions] == ["moed-eerder", "moed-klein"]
    desk.move("moed-eerder", 99)
    assert desk.yaml.decode() == SET


@pytest.mark.parametrize("action", ["retire", "remove", "open_question"])
def test_an_unknown_question_is_told(tmp_path: Path, action: str) -> None:
    desk = opened_in(tmp_path)
    with pytest.raises(InputError, match="geen vraag 'weg'; kies een vraag uit de lijst"):
        getattr(desk, action)("weg")


def test_without_a_set_there_is_nothing_to_do(tmp_path: Path) -> None:
    desk = desk_in(tmp_path)
    assert (desk.opened, desk.questions, desk.unsaved) == (None, (), False)
    for action in (desk.new_question, desk.save, desk.coverage, lambda: desk.yaml):
        with pytest.raises(InputError, match="nog geen set open"):
            action()
    desk.start_set("Moed")
    with pytest.raises(InputError, match="nog geen vraag"):
        desk.put_question()


def test_without_a_practice_folder_the_text_can_be_downloaded() -> None:
    desk = Authoring(Practice(), load_bank())
    assert desk.own_sets() == ()
    assert "niet bewaard" in desk.start_set("Moed", "client", "pijn")
    desk.new_question()
    write(desk, text="Wat telt?", text_formal="Wat telt?")
    desk.put_question()
    assert "download" in desk.save()
    assert "download" in desk.keep()
    assert desk.kept() == []
    assert desk.opened
    assert desk.opened.file_name == "moed.yaml"
    assert desk.yaml.decode().endswith(
        "\n  - id: moed-telt\n    vraag: Wat telt?\n    vraag_u: Wat telt?\n"
    )


def test_the_map_counts_bank_and_set(tmp_path: Path) -> None:
    desk = opened_in(tmp_path)
    row = desk.coverage().own.phases[Phase.DECISION]
    assert row[Category.SMALL_STEPS].number == 1
    before = desk.coverage().bank.phases[Phase.ACTION][Category.PAIN].number
    desk.new_question()
    write(desk, text="Wat?", text_formal="Wat?", category="pijn", phases="actie")
    desk.put_question()
    assert desk.coverage().bank.phases[Phase.ACTION][Category.PAIN].number == before + 1
    assert desk.coverage().own.phases[Phase.ACTION][Category.PAIN].number == 1


def test_the_bank_that_was_given_is_left_alone(tmp_path: Path) -> None:
    practice = Practice(folder=tmp_path)
    bank = load_bank()
    before = replace(bank)
    desk = Authoring(practice, bank)
    desk.start_set("Moed", "client", "pijn")
    desk.new_question()
    write(desk, text="Wat?", text_formal="Wat?")
    desk.put_question()
    desk.save()
    assert bank == before

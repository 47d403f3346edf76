"""The trainer's screen without a browser: what she does, and what she sees of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from coachkit.answers import KINDS
from coachkit.bank.load import load_bank, load_files, yaml_files
from coachkit.desk.authoring import Authoring
from coachkit.practice import Practice, Settings
from coachkit.ui.parts import Listing
from coachkit.ui.trainer import QuestionScreen, write_questions
from support.authoring import BANK, BROKEN, RECIPE, SET, path_in, practice_in


def open_screen(folder: Path, **files: str) -> QuestionScreen:
    practice = practice_in(folder, **files)
    bank = load_files([*yaml_files(BANK), *yaml_files(folder / "vraagbank")])
    return QuestionScreen(Authoring(practice, bank), practice)


def press(part: Any, name: str, **message: Any) -> None:
    """Send what the browser sends when something is pressed."""
    part._handle_custom_msg({"action": name, **message}, [])


def act(listing: Listing, place: int, action: str, value: Any = None) -> None:
    press(listing, action, item=listing.items[place]["id"], value=value)


def type_in(screen: QuestionScreen, **values: Any) -> None:
    """Fill in fields as the browser does; ``answer__low`` is ``answer.low``."""
    form = screen.question.form
    named = {name.replace("__", "."): value for name, value in values.items()}
    form.values = {**form.values, **named}


def keys(fields: list[Any]) -> list[str]:
    return [key for f in fields for key in (keys(f["fields"]) if "fields" in f else [f["key"]])]


def titles(screen: QuestionScreen) -> list[str]:
    return [item["title"] for item in screen.list.list.items]


def badges(screen: QuestionScreen) -> list[list[str]]:
    return [item["badges"] for item in screen.list.list.items]


@pytest.fixture
def screen(tmp_path: Path) -> QuestionScreen:
    return open_screen(tmp_path)


@pytest.fixture
def opened(tmp_path: Path) -> QuestionScreen:
    """The set ``moed`` is open."""
    screen = open_screen(tmp_path, moed=SET)
    act(screen.sets.list, 0, "open")
    return screen


@pytest.fixture
def writing(opened: QuestionScreen) -> QuestionScreen:
    """A new question in that set."""
    press(opened.question.buttons, "nieuw")
    return opened


def notices(screen: QuestionScreen) -> list[str]:
    parts = (screen, screen.sets, screen.question, screen.list, screen.coverage)
    return [line for part in parts for line in part.trouble.lines]


def test_an_empty_screen_says_what_to_do(screen: QuestionScreen) -> None:
    assert screen.sets.list.items == []
    assert "nog geen eigen set" in screen.sets.list.empty
    assert screen.side.pages.pages == []
    assert screen.drafts.list.items == []
    assert "ck-weg" in screen.question.widget._dom_classes
    assert notices(screen) == []


def test_the_whole_way(screen: QuestionScreen, tmp_path: Path) -> None:
    screen.sets.form.values = {"naam": "Moed", "doelgroep": "client", "categorie": "pijn"}
    press(screen.sets.begin, "begin")
    type_in(screen, text="Wat durf je morgen?", answer="schaal")
    type_in(screen, answer__low="niets", answer__high="alles")
    assert len(screen.side.pages.pages) == 1
    press(screen.question.form, "neem", key="text_formal")
    press(screen.question.form, "nagekeken", key="text_formal")
    assert screen.question.form.values["text_formal"] == "Wat durft u morgen?"
    press(screen.question.buttons, "zet")
    assert titles(screen) == ["Wat durf je morgen?"]
    press(screen.list.buttons, "bewaar")
    assert "Bewaard" in screen.list.told.lines[0]
    assert notices(screen) == []
    bank = load_bank(Practice(Settings(name="De Linde"), tmp_path))
    (question,) = (q for q in bank.questions.values() if q.text == "Wat durf je morgen?")
    assert question.answer.soort == "schaal"
    assert not question.review_is_old
    assert list((tmp_path / "concepten").glob("*.json")) == []


def test_only_the_fields_of_the_kind_are_there(writing: QuestionScreen) -> None:
    form = writing.question.form
    assert "answer.lines" in keys(form.fields)
    rest = [key for key in keys(form.fields) if not key.startswith("answer.")]
    for kind in KINDS:
        type_in(writing, answer=kind)
        found = keys(form.fields)
        assert [key for key in found if not key.startswith("answer.")] == rest
        assert len([key for key in found if key.startswith("answer.")]) == len(
            [f for f in writing.desk.question.fields if f.name.startswith("answer.")]  # type: ignore[union-attr]
        )
        assert all(key in form.values for key in found)


def test_the_linter_speaks_at_the_field(writing: QuestionScreen) -> None:
    form = writing.question.form
    assert form.messages == {} == form.remarks
    type_in(writing, text="Waarom doe je dat? En wat nog meer?")
    assert "verwijt" in form.remarks["text"]
    type_in(writing, minutes="veel")
    assert list(form.messages) == ["minutes"]
    type_in(writing, minutes="", text="Wat doe je?")
    assert form.messages == {} == form.remarks


def test_what_is_missing_is_told_when_it_is_asked_for(writing: QuestionScreen) -> None:
    type_in(writing, text="Wat doe je?")
    assert writing.question.form.messages == {}
    press(writing.question.buttons, "zet")
    assert list(writing.question.form.messages) == ["text_formal"]
    assert "vraag_u" not in writing.question.form.messages["text_formal"]
    assert "nog niet klaar" in writing.question.told.lines[0]
    assert len(titles(writing)) == 2


def test_the_proposal_and_the_review(writing: QuestionScreen) -> None:
    form = writing.question.form
    type_in(writing, text="Wat doe je?", help="Denk aan je dag.")
    assert form.offers["text_formal"]["text"] == "Voorstel: Wat doet u?"
    press(form, "neem", key="text_formal")
    press(form, "neem", key="help_formal")
    assert form.values["help_formal"] == "Denk aan uw dag."
    assert [a["name"] for a in form.offers["text_formal"]["actions"]] == ["nagekeken"]
    press(form, "nagekeken", key="text_formal")
    assert form.offers["text_formal"]["actions"] == []
    assert form.offers["text_formal"]["note"] == "Deze tekst is nagelezen."
    type_in(writing, text="Wat zie je?")
    names = [a["name"] for a in form.offers["text_formal"]["actions"]]
    assert names == ["neem", "nagekeken"]


def test_neighbours_come_with_their_likeness(writing: QuestionScreen) -> None:
    type_in(writing, text="Wat durf je vandaag")
    assert writing.side.near.items
    type_in(writing, text="Wat durf je vandaag wel?")
    assert writing.side.near.items[0]["title"] == "Wat durf je vandaag wel?"
    assert writing.side.near.items[0]["badges"] == ["100% gelijk"]
    type_in(writing, text="Wat durf je vandaag wel, en wat nog niet of nooit?")
    assert writing.side.near.items[0]["badges"] == ["dezelfde woorden, en meer"]
    type_in(writing, text="Wat durf je wel vandaag?")
    assert writing.side.near.items[0]["badges"] == ["99% gelijk"]
    type_in(writing, text="Wat durf je")
    assert writing.side.near.items == []
    type_in(writing, text="Wat durf je?")
    assert writing.side.near.items


def test_a_letter_that_paper_cannot_show_is_told(writing: QuestionScreen) -> None:
    type_in(writing, text="Wat geeft je deze week rust \U0001f600?")
    assert any("kan deze tekens niet tonen" in line for line in writing.side.told.lines)
    type_in(writing, text="Wat geeft je deze week rust?")
    assert writing.side.told.lines == []


def test_a_question_that_is_too_much_like_another_says_what_to_do(writing: QuestionScreen) -> None:
    type_in(writing, text="Wat durf je vandaag wel?")
    (error, cure) = writing.side.twins.lines
    assert "fout" in error
    assert "'Wat mag, en waarom' eerst 'dubbelganger:', en daarachter je reden." in cure
    type_in(writing, allowed="dubbelganger: de ene is voor de start")
    assert writing.side.near.items
    assert writing.side.twins.lines == []


def test_a_pair_that_may_be_alike_is_no_error(tmp_path: Path) -> None:
    pairs = "dubbelgangers:\n  - {vragen: [moed-klein, moed-eerder], reden: met opzet}\n"
    (tmp_path / "vraagbank").mkdir()
    (tmp_path / "vraagbank" / "dubbelgangers.yaml").write_text(pairs, encoding="utf-8")
    screen = open_screen(tmp_path, moed=SET)
    act(screen.sets.list, 0, "open")
    act(screen.list.list, 1, "open")
    type_in(screen, text="Wat durf je vandaag wel?")
    assert screen.side.near.items
    assert screen.side.twins.lines == []


def test_the_preview_stays_while_something_is_wrong(writing: QuestionScreen) -> None:
    type_in(writing, text="Wat doe je?")
    pages, version = writing.side.pages.pages, writing.side.pages.version
    type_in(writing, answer="schaal")
    assert writing.side.pages.pages == pages
    assert "daarnet" in writing.side.told.lines[0]
    type_in(writing, source="een boek")
    assert writing.side.pages.version == version
    writing.side.look.values = {**writing.side.look.values, "vorm": "u", "variant": "schrijven"}
    type_in(writing, answer="open")
    assert writing.side.pages.pages != pages
    assert writing.side.told.lines == []
    type_in(writing, text="")
    assert writing.side.pages.pages == []


def test_the_list_of_questions(opened: QuestionScreen, tmp_path: Path) -> None:
    questions = opened.list.list
    assert titles(opened) == ["Wat durf je vandaag wel?", "Wanneer was je eerder moedig?"]
    act(questions, 0, "omlaag")
    act(questions, 0, "move", 1)
    act(questions, 1, "omhoog")
    assert titles(opened)[0] == "Wanneer was je eerder moedig?"
    act(questions, 0, "vervalt")
    assert badges(opened)[0] == ["vervallen"]
    assert opened.list.list.items[0]["actions"][1]["label"] == "Gebruik weer"
    act(questions, 0, "weer")
    assert badges(opened)[0] == []
    act(questions, 1, "open")
    assert opened.question.form.values["text"] == "Wat durf je vandaag wel?"
    assert opened.question.form.values["phases"] == ["beslissing", "actie"]
    assert badges(opened)[1] == ["open in het formulier"]
    press(opened.list.buttons, "bewaar")
    text = path_in(tmp_path).read_text(encoding="utf-8")
    assert "# De tweede." in text
    assert "# mooi" in text
    assert notices(opened) == []


def test_only_what_was_never_saved_can_go_and_it_is_asked(writing: QuestionScreen) -> None:
    type_in(writing, text="Wat doe je?")
    press(writing.question.form, "neem", key="text_formal")
    press(writing.question.buttons, "zet")
    names = [[a["name"] for a in item["actions"]] for item in writing.list.list.items]
    assert ["weg" in found for found in names] == [False, False, True]
    act(writing.list.list, 2, "weg")
    assert len(titles(writing)) == 3
    press(writing.list.ask.buttons, "nee")
    assert len(titles(writing)) == 3
    act(writing.list.list, 2, "weg")
    press(writing.list.ask.buttons, "ja")
    assert len(titles(writing)) == 2
    assert writing.list.ask.notice.lines == []


def test_words_are_not_lost_without_asking(writing: QuestionScreen) -> None:
    type_in(writing, text="Wat doe je?")
    act(writing.list.list, 0, "open")
    assert writing.question.form.values["text"] == "Wat doe je?"
    press(writing.list.ask.buttons, "ja")
    assert writing.question.form.values["text"] == "Wat durf je vandaag wel?"
    type_in(writing, text="Wat durf je nu?")
    press(writing.question.buttons, "nieuw")
    press(writing.question.ask.buttons, "nee")
    assert writing.question.form.values["text"] == "Wat durf je nu?"


def test_what_is_asked_stands_above_the_list_with_the_keyboard_on_it(
    writing: QuestionScreen,
) -> None:
    panel = writing.list
    order = list(panel.widget.children)
    assert order.index(panel.trouble) < order.index(panel.ask.widget) < order.index(panel.list)
    sent: list[Any] = []
    panel.ask.buttons.send = lambda content, buffers=None: sent.append(content)
    writing.question.form.send = lambda content, buffers=None: sent.append(content)
    type_in(writing, text="Wat doe je?")
    act(panel.list, 0, "open")
    assert sent == [{"focus": ""}]
    assert [each["name"] for each in panel.ask.buttons.buttons] == ["nee", "ja"]
    press(panel.ask.buttons, "nee")
    assert sent[1:] == [{"focus": "text"}]
    assert writing.question.form.values["text"] == "Wat doe je?"


def test_a_broken_set_shows_its_problems_and_the_rest_goes_on(tmp_path: Path) -> None:
    screen = open_screen(tmp_path, moed=SET, stuk=BROKEN)
    broken = screen.sets.list.items[1]
    assert "klopt niet" in broken["badges"]
    assert broken["details"][0].startswith("Regel 4: 'vraag_u' ontbreekt; ")
    assert "Kladblok" in broken["details"][-1]
    assert broken["actions"][0]["off"]
    act(screen.sets.list, 1, "open")
    assert screen.sets.trouble.lines
    act(screen.sets.list, 0, "open")
    assert titles(screen)
    path_in(tmp_path, "stuk").write_text(BROKEN + "    vraag_u: Wat?\n", encoding="utf-8")
    press(screen.sets.buttons, "andere")
    assert "klopt niet" not in screen.sets.list.items[1]["badges"]


def test_a_broken_set_is_not_told_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    practice_in(tmp_path, stuk=BROKEN)
    monkeypatch.setenv("COACHKIT_PRACTICE", str(tmp_path))
    assert not any("stuk.yaml" in line for line in write_questions()._top.lines)


def test_a_name_that_cannot_be_is_told_at_its_field(tmp_path: Path) -> None:
    screen = open_screen(tmp_path, moed=SET)
    press(screen.sets.begin, "begin")
    assert list(screen.sets.form.messages) == ["naam"]
    screen.sets.form.values = {"naam": "Moed", "doelgroep": "client", "categorie": ""}
    press(screen.sets.begin, "begin")
    assert "moed.yaml" in screen.sets.form.messages["naam"]


def test_a_recipe_that_asks_for_a_question_is_told(tmp_path: Path) -> None:
    screen = open_screen(tmp_path, moed=SET, moedblad=RECIPE)
    act(screen.sets.list, 0, "open")
    act(screen.list.list, 0, "vervalt")
    assert "moed-blad" in screen.list.trouble.lines[0]
    assert badges(screen)[0] == []


def test_a_file_that_was_changed_elsewhere_is_asked_for(
    opened: QuestionScreen, tmp_path: Path
) -> None:
    act(opened.list.list, 0, "omlaag")
    path_in(tmp_path).write_text(SET + "\n# van een ander\n", encoding="utf-8")
    press(opened.list.buttons, "bewaar")
    assert "veranderd" in opened.list.ask.notice.lines[0]
    press(opened.list.ask.buttons, "ja")
    assert "Bewaard" in opened.list.told.lines[0]
    assert "van een ander" not in path_in(tmp_path).read_text(encoding="utf-8")


def test_that_it_is_saved_is_told_as_long_as_it_is_true(
    opened: QuestionScreen, tmp_path: Path
) -> None:
    act(opened.list.list, 0, "omlaag")
    press(opened.list.buttons, "bewaar")
    assert "Bewaard" in opened.list.told.lines[0]
    press(opened.question.buttons, "nieuw")
    type_in(opened, text="Wat doe je?", text_formal="Wat doet u?")
    assert "Bewaard" in opened.list.told.lines[0]
    press(opened.question.buttons, "zet")
    assert opened.list.told.lines == []


def test_a_file_that_is_gone_can_be_saved_again(opened: QuestionScreen, tmp_path: Path) -> None:
    assert opened.list.state.lines == ["Je set is bewaard in moed.yaml."]
    path_in(tmp_path).unlink()
    opened.refresh()
    assert opened.list.state.lines[0].startswith("moed.yaml is er niet meer.")
    assert not opened.list.buttons.buttons[0]["off"]
    press(opened.list.buttons, "bewaar")
    assert opened.list.ask.buttons.buttons[1]["label"] == "Bewaar opnieuw"
    press(opened.list.ask.buttons, "ja")
    assert path_in(tmp_path).read_text(encoding="utf-8") == SET


def test_a_folder_that_is_gone_is_not_made_anew(opened: QuestionScreen, tmp_path: Path) -> None:
    tmp_path.rename(tmp_path.with_name(f"{tmp_path.name}-elders"))
    press(opened.list.buttons, "bewaar")
    press(opened.list.ask.buttons, "ja")
    assert "is er niet meer; zet haar terug" in opened.list.trouble.lines[0]
    assert not tmp_path.exists()


def test_a_question_without_a_word_is_refused(writing: QuestionScreen) -> None:
    type_in(writing, text="🙂", text_formal="🙂", category="pijn")
    press(writing.question.buttons, "zet")
    assert "er staat geen woord" in writing.question.form.messages["text"].casefold()
    assert len(titles(writing)) == 2


def test_a_line_end_in_a_question_is_a_space_in_the_list(writing: QuestionScreen) -> None:
    type_in(writing, text="Wat\ndoe je\n\nnu?", text_formal="Wat doet u nu?", category="pijn")
    press(writing.question.buttons, "zet")
    assert titles(writing)[-1] == "Wat doe je nu?"


def test_a_category_that_is_missing_is_told_at_its_field(screen: QuestionScreen) -> None:
    screen.sets.form.values = {"naam": "Moed", "doelgroep": "client", "categorie": ""}
    press(screen.sets.begin, "begin")
    type_in(screen, text="Wat durf je morgen?")
    press(screen.question.buttons, "zet")
    assert screen.question.form.messages.keys() == {"text_formal", "category"}
    press(screen.question.form, "neem", key="text_formal")
    press(screen.question.buttons, "zet")
    assert screen.question.form.messages == {"category": "Dit is nog leeg; vul dit veld in."}
    type_in(screen, category="pijn")
    press(screen.question.buttons, "zet")
    assert titles(screen) == ["Wat durf je morgen?"]


def test_work_that_cannot_be_kept_is_told_until_it_can(
    writing: QuestionScreen, tmp_path: Path
) -> None:
    (tmp_path / "concepten").write_text("een bestand waar een map hoort", encoding="utf-8")
    type_in(writing, text="Wat doe je?")
    assert "lukt niet" in writing.unkept.lines[0]
    (tmp_path / "concepten").unlink()
    type_in(writing, text="Wat doe je nu?")
    assert writing.unkept.lines == []


def test_a_full_disk_does_not_hold_a_trainer(writing: QuestionScreen, tmp_path: Path) -> None:
    (tmp_path / "concepten").write_text("een bestand waar een map hoort", encoding="utf-8")
    type_in(writing, text="Wat doe je?")
    writing.sets.form.values = {"naam": "Rust", "doelgroep": "client", "categorie": "pijn"}
    press(writing.sets.begin, "begin")
    assert "niet bewaard" in writing.sets.ask.notice.lines[0]
    assert writing.question.form.values["text"] == "Wat doe je?"
    press(writing.sets.ask.buttons, "ja")
    assert writing.desk.opened is not None
    assert writing.desk.opened.name == "Rust"
    assert titles(writing) == []


def test_a_question_that_can_be_better_is_saved_and_marked(
    writing: QuestionScreen, tmp_path: Path
) -> None:
    type_in(writing, text="Waarom durf je niet?", text_formal="Waarom durft u niet?")
    remarks = writing.question.form.remarks["text"].split("\n")
    assert len(remarks) > 1
    assert all(line.startswith(("Fout: ", "Waarschuwing: ", "Tip: ")) for line in remarks)
    press(writing.question.buttons, "zet")
    assert [("kan beter" in each) for each in badges(writing)] == [False, False, True]
    press(writing.list.buttons, "bewaar")
    assert "Waarom durf je niet?" in path_in(tmp_path).read_text(encoding="utf-8")
    assert writing.list.told.lines[1].startswith("Bij 1 vraag staat nog een fout")
    assert writing.list.state.lines == []


def test_a_sentence_that_is_not_ended_is_not_called_no_question(writing: QuestionScreen) -> None:
    type_in(writing, text="Je")
    assert "text" not in writing.question.form.remarks
    type_in(writing, text="Je bent er bijna.")
    assert "niets gevraagd" in writing.question.form.remarks["text"]


def test_a_text_with_u_that_stayed_behind_is_asked_about(opened: QuestionScreen) -> None:
    act(opened.list.list, 0, "open")
    assert "Klopt deze tekst" not in opened.question.form.offers["text_formal"]["note"]
    type_in(opened, text="Wat durf je deze week wel?")
    assert "Klopt deze tekst" in opened.question.form.offers["text_formal"]["note"]


def test_the_page_of_before_says_what_it_waits_for(writing: QuestionScreen) -> None:
    type_in(writing, text="Wat kies je?")
    assert writing.side.told.lines == []
    type_in(writing, answer="keuze")
    (line,) = writing.side.told.lines
    assert line.endswith("als dit klopt: 'Waar kun je uit kiezen?'.")


def test_a_set_without_a_name_is_told_so_whatever_files_there_are(tmp_path: Path) -> None:
    screen = open_screen(tmp_path, **{"mijn-vragen": SET})
    press(screen.sets.begin, "begin")
    assert "leeg" in screen.sets.form.messages["naam"]


def test_a_name_that_is_typed_takes_its_message_away(screen: QuestionScreen) -> None:
    press(screen.sets.begin, "begin")
    assert "naam" in screen.sets.form.messages
    screen.sets.form.values = {**screen.sets.form.values, "naam": "Moed"}
    assert screen.sets.form.messages == {}


def test_a_draft_is_offered_again(writing: QuestionScreen, tmp_path: Path) -> None:
    type_in(writing, text="Wat doe je?")
    fresh = open_screen(tmp_path)
    assert [item["title"] for item in fresh.drafts.list.items] == ["Verder met Moed: Wat doe je?"]
    act(fresh.drafts.list, 0, "verder")
    assert fresh.question.form.values["text"] == "Wat doe je?"
    assert fresh.drafts.list.items == []
    other = open_screen(tmp_path)
    act(other.drafts.list, 0, "gooi")
    assert other.drafts.list.items == []


def test_the_same_set_opened_again_offers_what_was_not_saved(writing: QuestionScreen) -> None:
    type_in(writing, text="Wat doe je?", text_formal="Wat doet u?")
    press(writing.question.buttons, "zet")
    press(writing.sets.buttons, "andere")
    act(writing.sets.list, 0, "open")
    assert len(titles(writing)) == 2
    assert [each["title"] for each in writing.drafts.list.items] == ["Verder met Moed: Wat doe je?"]
    act(writing.drafts.list, 0, "verder")
    assert len(titles(writing)) == 3


def test_looking_keeps_no_draft(opened: QuestionScreen, tmp_path: Path) -> None:
    act(opened.list.list, 0, "open")
    press(opened.coverage.buttons, "kaart")
    assert not (tmp_path / "concepten").exists()


def test_the_map_counts_the_set_too(writing: QuestionScreen) -> None:
    assert writing.coverage.phases.rows == []
    press(writing.coverage.buttons, "kaart")
    notes = [c["note"] for row in writing.coverage.phases.rows for c in row["cells"] if c["note"]]
    assert notes == ["1 van deze set", "1 van deze set"]
    assert any(c["mark"] and "dun" in c["text"] for c in writing.coverage.phases.rows[0]["cells"])
    assert len(writing.coverage.situations.rows[0]["cells"]) == 6


def test_the_download_is_the_set_of_now(opened: QuestionScreen) -> None:
    act(opened.list.list, 0, "vervalt")
    sent: list[Any] = []
    opened.list.files.send = lambda content, buffers=None: sent.append(buffers)
    opened.list.files._handle_custom_msg({"download": "moed.yaml"}, [])
    assert b"vervallen: true" in sent[0][0]
    assert b"# mooi" in sent[0][0]


def test_without_a_folder_it_says_so_and_asks_before_a_set_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COACHKIT_PRACTICE", raising=False)
    screen = write_questions()
    assert "geen praktijkmap" in screen._top.lines[0]
    screen.sets.form.values = {"naam": "Een", "doelgroep": "client", "categorie": "pijn"}
    press(screen.sets.begin, "begin")
    assert screen.list.buttons.buttons == []
    screen.sets.form.values = {"naam": "Twee", "doelgroep": "client", "categorie": "pijn"}
    press(screen.sets.begin, "begin")
    assert screen.list.files.files[0]["name"] == "een.yaml"
    press(screen.sets.ask.buttons, "ja")
    assert screen.list.files.files[0]["name"] == "twee.yaml"


@pytest.mark.parametrize(
    "absurd", ["<img src=x onerror=alert(1)>", "{{ 7 * 7 }}", "x" * 30_000, "\ud800\u202e\x00"]
)
def test_absurd_words_do_no_harm(writing: QuestionScreen, absurd: str) -> None:
    for key in ("text", "text_formal", "help", "minutes", "labels", "allowed", "id"):
        type_in(writing, **{key: absurd})
    press(writing.question.buttons, "zet")
    assert not any("coachkit zelf" in line for line in notices(writing))
    assert len(titles(writing)) == 2


@pytest.mark.parametrize(
    "message",
    [
        {"item": "weg"},
        {"item": "moed-klein", "action": "move", "value": "x"},
        {"action": "weg"},
        {},
    ],
)
def test_a_strange_message_does_no_harm(opened: QuestionScreen, message: dict[str, Any]) -> None:
    before = titles(opened)
    for part in (opened.list.list, opened.question.form, opened.sets.list):
        part._handle_custom_msg({"item": "onbekend", **message}, [])
    assert titles(opened) == before


def test_an_error_of_ours_is_no_traceback(
    writing: QuestionScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("geheim")

    monkeypatch.setattr(writing.desk, "put_question", broken)
    type_in(writing, text="Wat doe je?", text_formal="Wat doet u?")
    press(writing.question.buttons, "zet")
    assert "in coachkit zelf" in writing.question.trouble.lines[0]


def test_what_is_put_in_a_field_leaves_the_others_alone(writing: QuestionScreen) -> None:
    form = writing.question.form
    type_in(writing, text="Wat doe je?")
    press(form, "neem", key="text_formal")
    assert form.given == {"text_formal": "Wat doet u?"}
    form._handle_custom_msg({"field": "minutes", "value": "4"}, [])
    assert form.values["text_formal"] == "Wat doet u?"
    assert writing.desk.question is not None
    assert writing.desk.question.value("minutes") == "4"


@pytest.mark.parametrize(
    ("rings", "told"),
    [
        ("Van mij", "'De drie cirkels': dit is te weinig; geef er precies drie."),
        ("Van mij\nVan jou", "'De drie cirkels': dit zijn er 2; geef er precies drie."),
        ("a\nb\nc\nd", "'De drie cirkels': dit zijn er 4; geef er precies drie."),
        (f"a\nb\n{'c' * 3000}", "'Titel' is te lang"),
    ],
)
def test_circles_that_are_not_three_get_one_message(
    writing: QuestionScreen, rings: str, told: str
) -> None:
    type_in(writing, text="Wat is van wie?", text_formal="Wat is van wie?", answer="cirkels")
    type_in(writing, answer__rings=rings)
    message = writing.question.form.messages["answer.rings"]
    assert message.startswith(told)
    assert "minstens" not in message

"""The sets of a practice beside the rest of the bank."""

from __future__ import annotations

from pathlib import Path

from coachkit.bank.load import load_files, yaml_files
from coachkit.desk.author.own_sets import OwnSets
from coachkit.desk.author.set_text import read_text
from coachkit.practice import Practice
from support.authoring import BANK, BROKEN, RECIPE, SET, path_in, practice_in


def own(folder: Path, **files: str) -> OwnSets:
    practice = practice_in(folder, **files)
    bank = load_files([*yaml_files(BANK), *yaml_files(folder / "vraagbank")])
    return OwnSets(practice, bank)


def test_a_set_is_not_beside_itself(tmp_path: Path) -> None:
    sets = own(tmp_path, moed=SET)
    text = read_text(SET.encode(), str(path_in(tmp_path)))
    assert sets.beside(path_in(tmp_path)).problems_of(text.document, text.item) == []
    assert [p.rule for p in sets.beside(None).problems_of(text.document, text.item)] == [
        "dubbele-id",
        "dubbele-id",
    ]


def test_ids_of_all_that_has_one_are_taken(tmp_path: Path) -> None:
    replaced = SET.replace("    minuten: 2\n", "    minuten: 2\n    vervangt: p-open\n")
    sets = own(tmp_path, moed=replaced, stuk=BROKEN, blad=RECIPE)
    taken = sets.beside(None).taken
    assert {"moed-klein", "p-open", "stuk-een", "moed-blad", "alles", "c-open"} <= taken
    assert "moed-klein" not in sets.beside(path_in(tmp_path)).taken


def test_the_bank_with_a_set_has_its_questions_once(tmp_path: Path) -> None:
    sets = own(tmp_path, moed=SET)
    changed = SET.replace("moed-eerder", "moed-later")
    text = read_text(changed.encode(), str(path_in(tmp_path)))
    bank = sets.beside(path_in(tmp_path)).bank_with(text.document, text.item)
    assert [id_ for id_ in bank.questions if id_.startswith("moed")] == ["moed-klein", "moed-later"]
    assert [item.name for item in bank.sets] == ["Van elke soort een", "Moed"]


def test_another_look_sees_what_changed(tmp_path: Path) -> None:
    sets = own(tmp_path, moed=SET)
    path_in(tmp_path).write_text(SET.replace("naam: Moed", "naam: Durf"))
    assert [one.name for one in sets.look()] == ["Durf"]
    path_in(tmp_path).unlink()
    assert sets.look() == ()


def test_without_a_folder_there_are_none() -> None:
    assert OwnSets(Practice(), load_files(())).look() == ()

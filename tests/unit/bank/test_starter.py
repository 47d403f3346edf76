"""The starters: they load, they are clean, and their ids are the trainer's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from coachkit.bank.filenames import named
from coachkit.bank.load import load_files
from coachkit.bank.starter import Kind, file_name, slug_of, starter
from coachkit.errors import InputError
from coachkit.resources import data_folder

KINDS: tuple[Kind, ...] = ("vragenset", "werkvorm")
BASE = [data_folder("vraagbank") / "vragen" / "kleine-stappen.yaml"]
BOTH = pytest.mark.parametrize("kind", KINDS)
NAMES = ["Rust en ruimte", 'Zeg: "hoi" # nu', "Actie en terugval", "日本", "!", "00", "a" * 300]


@BOTH
@pytest.mark.parametrize("name", NAMES)
def test_a_starter_loads_beside_the_shipped_bank(tmp_path: Path, kind: Kind, name: str) -> None:
    path = tmp_path / "eigen.yaml"
    path.write_bytes(starter(kind, name, path, BASE))
    bank = load_files([*BASE, path])
    assert [problem for problem in bank.problems if problem.path == str(path)] == []


def test_the_ids_and_the_name_are_the_trainers(tmp_path: Path) -> None:
    path = tmp_path / "eigen.yaml"
    path.write_bytes(starter("vragenset", "Rust: en ruimte", path))
    bank = load_files([path])
    assert bank.sets[0].name == "Rust: en ruimte"
    assert all(id_.startswith("rust-en-ruimte-") for id_ in bank.questions)
    assert len(bank.questions) >= 3


def test_a_starter_explains_itself() -> None:
    text = starter("vragenset", "Rust", Path("rust.yaml")).decode()
    assert text.startswith("# Een set met vragen.")
    assert text.count("#") > 10


@BOTH
@pytest.mark.parametrize(
    ("folder", "way"), [("schema", "schema/"), ("../schema", "../schema/"), ("../..", "../../")]
)
def test_the_first_line_names_a_schema_that_is_there(
    tmp_path: Path, kind: Kind, folder: str, way: str
) -> None:
    here = tmp_path / "een" / "twee"
    here.mkdir(parents=True)
    (here / folder).mkdir(exist_ok=True)
    (here / folder / f"{kind}.schema.json").touch()
    text = starter(kind, "Rust", here / "rust.yaml", BASE).decode()
    expected = f"# yaml-language-server: $schema={way}{kind}.schema.json"
    assert text.splitlines()[0] == expected


def test_a_name_that_is_taken_or_cannot_be_is_told(tmp_path: Path) -> None:
    first = tmp_path / "eerste.yaml"
    first.write_bytes(starter("vragenset", "Rust", first))
    with pytest.raises(InputError, match=r"al in gebruik \(in eerste.yaml\); kies een andere naam"):
        starter("vragenset", "Rust", tmp_path / "tweede.yaml", [first])
    assert starter("vragenset", "Rust", first, [first])
    with pytest.raises(InputError, match="invulplek"):
        starter("vragenset", "{{ naam }}", first)


def test_ids_name_no_situation_and_no_phase() -> None:
    assert slug_of("Actie", "vragenset") == "mijn-vragen"
    assert slug_of("Na de terugval verder", "vragenset") == "na-de-verder"
    assert slug_of("Reactie", "werkvorm") == "reactie"


def test_names_of_files() -> None:
    assert file_name("Rust en ruimte", "vragenset") == "rust-en-ruimte.yaml"
    assert file_name("Rust en ruimte", "werkvorm") == "rust-en-ruimte-werkvorm.yaml"
    assert file_name("!", "werkvorm") == "mijn-werkvorm.yaml"
    assert file_name("Actie", "vragenset") == "actie.yaml"
    assert file_name("Actie", "werkvorm") == "actie-werkvorm.yaml"
    assert named(Path("x/rust-en_ruimte.yaml")) == "Rust en ruimte"


@BOTH
@pytest.mark.parametrize("name", ["con", "Nul", "AUX", "prn", "com1", "lpt9"])
def test_a_file_has_no_name_that_windows_keeps_to_itself(kind: Kind, name: str) -> None:
    assert file_name(name, kind) in (f"{name.lower()}-vragen.yaml", f"{name.lower()}-werkvorm.yaml")


@BOTH
def test_names_without_anything_for_an_id_get_numbers(tmp_path: Path, kind: Kind) -> None:
    paths: list[Path] = []
    for name in ("Actie", "Beslissing", "Terugval"):
        path = tmp_path / f"{name}.yaml"
        path.write_bytes(starter(kind, name, path, [*BASE, *paths]))
        paths.append(path)
    bank = load_files([*BASE, *paths])
    assert bank.problems == ()
    assert not any("actie" in id_ for id_ in (*bank.questions, *bank.recipes) if "mijn" in id_)
    # Made anew, it keeps its ids.
    assert paths[0].read_bytes() == starter(kind, "Actie", paths[0], [*BASE, paths[0]])

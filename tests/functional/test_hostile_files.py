"""Files of strangers that are no filled PDF of ours: saved answers, and other things."""

from __future__ import annotations

import json
import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

import coachkit as ck
from coachkit.bank.bank import Bank
from coachkit.errors import CoachkitError
from coachkit.homework.read import read_answers, read_returned
from coachkit.model import Brief
from coachkit.model.form import seal_form
from coachkit.session import save_worksheet
from support.filling import came_back
from support.hostile import (
    Homework,
    is_plain,
    sannes_homework,
)
from support.raw_pdf import raw_pdf

Edit = Callable[[dict[str, Any]], object]


@pytest.fixture(scope="module")
def good() -> Homework:
    return sannes_homework()


def refused(path: Path, password: str | None = None) -> str:
    """Return why a file is refused, in plain Dutch."""
    with pytest.raises(CoachkitError) as error:
        read_answers(path, password)
    assert is_plain(str(error.value)), str(error.value)
    return str(error.value)


def _set(*way: str, to: object) -> Edit:
    """Return what puts a value somewhere in saved answers."""

    def edit(data: dict[str, Any]) -> None:
        *folders, last = way
        for key in folders:
            data = data[key]
        data[last] = to

    return edit


def _drop(*way: str) -> Edit:
    def edit(data: dict[str, Any]) -> None:
        *folders, last = way
        for key in folders:
            data = data[key]
        del data[last]

    return edit


SAVED: dict[str, tuple[Edit, str]] = {
    "other kind": (_set("soort", to="iets"), "geen antwoorden van coachkit"),
    "kind is a list": (_set("soort", to=[]), "geen antwoorden van coachkit"),
    "version 2": (_set("versie", to=2), "andere versie"),
    "version true": (_set("versie", to=True), "andere versie"),
    "version in quotes": (_set("versie", to="1"), "andere versie"),
    "version 1.0": (_set("versie", to=1.0), "andere versie"),
    "version of the sheet": (_set("blad", "schema", to=1.0), "andere versie"),
    "no version": (_drop("versie"), "andere versie"),
    "no sheet": (_drop("blad"), "geen werkblad"),
    "sheet is text": (_set("blad", to="werkblad"), "geen werkblad"),
    "edited sheet": (_set("blad", "titel", to="Iets anders"), "veranderd"),
    "other seal": (_set("blad", "controle", to="0" * 64), "veranderd"),
    "seal is a figure": (_set("blad", "controle", to=7), "veranderd"),
    "no answers": (_drop("antwoorden"), "ontbreken"),
    "answers are a list": (_set("antwoorden", to=[]), "ontbreken"),
    "one missing": (_drop("antwoorden", "v2"), "'v2' ontbreekt"),
    "a figure for a text": (_set("antwoorden", "v2", to=7), "'v2' is niet van de goede soort"),
    "nothing for a text": (_set("antwoorden", "v2", to=None), "'v2' is niet van de goede soort"),
    "yes for a text": (_set("antwoorden", "v2", to=True), "'v2' is niet van de goede soort"),
    "a list for a text": (_set("antwoorden", "v2", to=["a"]), "'v2' is niet van de goede soort"),
    "a figure for a scale": (_set("antwoorden", "v1", to=7), "'v1' is niet van de goede soort"),
    "a text for a box": (_set("antwoorden", "v8_0", to="Ja"), "'v8_0' is niet van de goede"),
    "a figure for a box": (_set("antwoorden", "v8_0", to=1), "'v8_0' is niet van de goede"),
    "a long answer": (_set("antwoorden", "v2", to="a" * 100_001), "veel te lang"),
}


@pytest.mark.parametrize("case", SAVED)
def test_changed_answers_are_refused(good: Homework, tmp_path: Path, case: str) -> None:
    edit, told = SAVED[case]
    data = json.loads(good.json)
    edit(data)
    path = tmp_path / "antwoorden.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    assert told in refused(path)


def test_many_long_saved_answers_are_refused(good: Homework, tmp_path: Path) -> None:
    data = json.loads(good.json)
    for name, value in data["antwoorden"].items():
        data["antwoorden"][name] = "a" * 90_000 if isinstance(value, str) else value
    path = tmp_path / "antwoorden.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    assert "samen veel te lang" in refused(path)


@pytest.mark.parametrize(
    ("name", "given", "value", "remark"),
    [
        ("v1", "10", 10, ""),
        ("v1", "11", None, "geen cijfer"),
        ("v1", "07", None, "geen cijfer"),
        ("v1", "zeven\nof acht", None, "'zeven of acht' is geen cijfer"),
        ("v5", "99", None, "geen keuze"),
        ("v5", "Rust", None, "geen keuze"),
        ("v3_0", "11", "11", "geen cijfer"),
        ("v3_0", "٧", "٧", "geen cijfer"),
        ("v13_datum_0", "morgen", "morgen", "geen datum"),
        ("v2", "\ud800 half", "\ufffd half", ""),
        ("v2", "\0\x1b[2J", "\0\x1b[2J", ""),
    ],
)
def test_what_does_not_fit_is_marked_and_not_guessed(
    good: Homework, tmp_path: Path, name: str, given: str, value: object, remark: str
) -> None:
    data = json.loads(good.json)
    data["antwoorden"] |= {name: given, "v5_anders": ""}
    path = tmp_path / "antwoorden.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    answers = read_answers(path)
    assert came_back(answers).get(name) == value
    remarks = [text for answered in answers.questions for text in answered.remarks]
    assert [remark in text for text in remarks] == ([True] if remark else [])
    assert all(text.isprintable() for text in remarks)


def test_answers_of_nobody_are_told(good: Homework, tmp_path: Path) -> None:
    data = json.loads(good.json)
    data["antwoorden"] |= {"v99": "x", "__proto__": {}}
    path = tmp_path / "antwoorden.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    assert "2 antwoorden in die bij geen vraag" in read_answers(path).notes[0]


OTHERS: dict[str, tuple[Callable[[Homework], bytes], str]] = {
    "empty": (lambda good: b"", "leeg"),
    "white space": (lambda good: b"\n \r\n" * 900, "leeg"),
    "list": (lambda good: b"[1, 2]", "geen ingevuld werkblad"),
    "figure": (lambda good: b"12", "geen ingevuld werkblad"),
    "object": (lambda good: b"{}", "geen antwoorden van coachkit"),
    "notebook": (lambda good: b'{"cells": [], "nbformat": 4}', "een notebook"),
    "the form": (lambda good: seal_form(good.form), "geen antwoorden van coachkit"),
    "half": (lambda good: good.json[:-9], "beschadigd"),
    "twice": (lambda good: good.json * 2, "beschadigd"),
    "a key twice": (lambda good: good.json.replace(b'"v2":', b'"v4":'), "beschadigd"),
    "deep": (lambda good: b'{"a":' * 200_000, "beschadigd"),
    "deep list": (lambda good: b'{"a":' + b"[" * 200_000, "beschadigd"),
    "a huge figure": (lambda good: b'{"a":' + b"9" * 100_000 + b"}", "beschadigd"),
    "no figure": (lambda good: b'{"soort":"coachkit-antwoorden","versie":NaN}', "beschadigd"),
    "UTF-16": (lambda good: good.json.decode().encode("utf-16"), "geen ingevuld werkblad"),
    "UTF-16 without mark": (lambda good: good.json.decode().encode("utf-16-le"), "beschadigd"),
    "Latin-1": (lambda good: good.json.replace(b"<A:", b"\xe9"), "beschadigd"),
    "30 MB": (lambda good: b'{"a":"' + b"a" * 30_000_000 + b'"}', "veel te groot"),
    "many small things": (lambda good: b'{"a":[' + b"[]," * 2_000_000 + b"[]]}", "veel te groot"),
    "web page": (lambda good: b"\xef\xbb\xbf<!DOCTYPE html><html>", "de webpagina zelf"),
    "picture": (lambda good: b"\x89PNG\r\n\x1a\n" + bytes(999), "dit is een foto"),
    "photo of a phone": (lambda good: b"\0\0\0\x18ftypheic" + bytes(999), "dit is een foto"),
    "letter": (lambda good: b"Hoi, hier is mijn huiswerk", "geen ingevuld werkblad"),
}


@pytest.mark.parametrize("case", OTHERS)
def test_other_files_are_refused(good: Homework, tmp_path: Path, case: str) -> None:
    make, told = OTHERS[case]
    path = tmp_path / "bestand"
    path.write_bytes(make(good))
    assert told in refused(path)


def test_a_saved_file_with_a_byte_order_mark_is_read(good: Homework, tmp_path: Path) -> None:
    path = tmp_path / "antwoorden.json"
    path.write_bytes(b"\xef\xbb\xbf" + good.json)
    assert read_answers(path).notes == ()


def test_words_that_look_like_a_pdf_are_words(good: Homework, tmp_path: Path) -> None:
    data = {"opmerking": "%PDF-1.7", **good.data}
    path = tmp_path / "antwoorden.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    assert not read_answers(path).is_empty


def test_a_sheet_that_was_not_filled_in(small_bank: Bank, brief: Brief, tmp_path: Path) -> None:
    sheet = ck.make_worksheet(small_bank, brief, "kort", seed=1)
    page, notebook = save_worksheet(sheet, tmp_path, ("html", "ipynb"))
    assert "de webpagina zelf" in refused(page)
    assert "een notebook" in refused(notebook)
    archive = tmp_path / "alles.zip"
    with zipfile.ZipFile(archive, "w") as made:
        made.write(page, "blad.html")
    assert "geen ingevuld werkblad" in refused(archive)


def test_places_that_are_no_files(good: Homework, tmp_path: Path) -> None:
    assert "een map" in refused(tmp_path)
    assert "het is er niet" in refused(tmp_path / "weg.pdf")
    assert "naam" in refused(Path("a\0b"))
    assert "naam" in refused(tmp_path / ("a" * 5000))


@pytest.mark.skipif(os.name != "posix", reason="no such files there")
def test_files_that_never_end_are_not_opened(good: Homework, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pijp")
    told: list[str] = []
    reader = Thread(target=lambda: told.append(refused(tmp_path / "pijp")), daemon=True)
    reader.start()
    reader.join(10)
    told += [refused(Path("/dev/zero")), refused(Path("/dev/null"))]
    assert ["geen gewoon bestand" in each for each in told] == [True] * 3
    (tmp_path / "rond").symlink_to(tmp_path / "rond")
    assert "niet te lezen" in refused(tmp_path / "rond")
    (tmp_path / "echt.json").write_bytes(good.json)
    (tmp_path / "anders.json").symlink_to(tmp_path / "echt.json")
    assert not read_answers(tmp_path / "anders.json").is_empty


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "dicht.pdf"
    path.write_bytes(b"%PDF-1.7")
    path.chmod(0)
    assert "je mag er niet bij" in refused(path)


def test_the_same_homework_more_than_once(good: Homework, tmp_path: Path) -> None:
    data = json.loads(good.json)
    data["antwoorden"]["v2"] = "iets anders"
    files = {
        "een.pdf": good.pdf,
        "een.json": good.json,
        "twee.json": json.dumps(data).encode(),
        "kapot.pdf": good.pdf[:999],
        "twee \x1b[2J\n.json": json.dumps(data).encode(),
    }
    paths = [tmp_path / name for name in files]
    for path, raw in zip(paths, files.values(), strict=True):
        path.write_bytes(raw)
    returned = read_returned(paths)
    assert [answers.source for answers in returned.homework] == [str(paths[0]), str(paths[2])]
    assert returned.notes == (
        f"{paths[1]}: dit is hetzelfde als {paths[0]}, en telt één keer",
        f"{paths[2]}: hetzelfde blad als {paths[0]}, met andere antwoorden",
        f"{tmp_path}/twee ■[2J■.json: dit is hetzelfde als {paths[2]}, en telt één keer",
    )
    assert [problem.partition(": ")[0] for problem in returned.problems] == [str(paths[3])]


def test_the_command_reads_what_is_good(good: Homework, run: Any, tmp_path: Path) -> None:
    bad = {"a.json": b"{", "b.pdf": b"%PDF-1.7", "c.pdf": raw_pdf({}), "d\n.txt": b"hoi"}
    for name, raw in {**bad, "goed.pdf": good.pdf}.items():
        (tmp_path / name).write_bytes(raw)
    ran = run("read", *(tmp_path / name for name in bad), tmp_path / "goed.pdf", "--json")
    assert ran.code == 1
    (found,) = json.loads(ran.out)
    assert found["file"] == str(tmp_path / "goed.pdf")
    lines = ran.err.splitlines()
    assert len(lines) == len(bad)
    assert all(is_plain(line.partition(": ")[2]) for line in lines)

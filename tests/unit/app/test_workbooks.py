"""Workbooks in the practice folder: renewed, unless the coach changed them."""

from __future__ import annotations

import errno
import json
from pathlib import Path

import pytest

from coachkit.app.workbooks import MEMORY, fingerprint, renew_workbooks


def notebook(text: str, **more: object) -> bytes:
    cell = {"cell_type": "code", "metadata": {}, "source": [text], "outputs": [], **more}
    return json.dumps({"cells": [cell], "metadata": {}, "nbformat": 4}).encode()


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    """What a coachkit ships: one workbook."""
    folder = tmp_path / "shipped"
    folder.mkdir()
    (folder / "start.ipynb").write_bytes(notebook("een"))
    return folder


@pytest.fixture
def own(tmp_path: Path, shipped: Path) -> Path:
    """The coach's folder after the first start."""
    folder = tmp_path / "own"
    assert renew_workbooks(shipped, folder) == []
    return folder


def test_they_are_copied_as_they_are(shipped: Path, own: Path) -> None:
    assert (own / "start.ipynb").read_bytes() == (shipped / "start.ipynb").read_bytes()
    assert sorted(path.name for path in own.iterdir()) == [MEMORY, "start.ipynb"]


def test_one_that_was_not_changed_is_renewed(shipped: Path, own: Path) -> None:
    (shipped / "start.ipynb").write_bytes(notebook("twee"))
    assert renew_workbooks(shipped, own) == []
    assert (own / "start.ipynb").read_bytes() == notebook("twee")


def test_results_that_jupyter_saved_are_no_change(shipped: Path, own: Path) -> None:
    ran = notebook("een", outputs=[{"output_type": "stream", "text": "x"}], execution_count=3)
    (own / "start.ipynb").write_bytes(ran)
    assert renew_workbooks(shipped, own) == []
    assert (own / "start.ipynb").read_bytes() == ran, "nothing new: nothing to write"
    (shipped / "start.ipynb").write_bytes(notebook("twee"))
    assert renew_workbooks(shipped, own) == []
    assert (own / "start.ipynb").read_bytes() == notebook("twee")


def test_one_that_was_changed_stays_and_the_new_one_comes_beside_it_once(
    shipped: Path, own: Path
) -> None:
    (own / "start.ipynb").write_bytes(notebook("van mij"))
    assert renew_workbooks(shipped, own) == []
    (shipped / "start.ipynb").write_bytes(notebook("twee"))
    (note,) = renew_workbooks(shipped, own)
    assert note == (
        "start.ipynb heb je zelf veranderd en blijft zo; de nieuwe versie heet start-nieuw.ipynb"
    )
    assert (own / "start.ipynb").read_bytes() == notebook("van mij")
    assert (own / "start-nieuw.ipynb").read_bytes() == notebook("twee")
    assert renew_workbooks(shipped, own) == []


def test_a_new_version_never_lands_on_another_file(shipped: Path, own: Path) -> None:
    (own / "start.ipynb").write_bytes(notebook("van mij"))
    (own / "start-nieuw.ipynb").write_bytes(notebook("ook van mij"))
    (own / "start-nieuw-2.ipynb").mkdir()
    (shipped / "start.ipynb").write_bytes(notebook("twee"))
    (note,) = renew_workbooks(shipped, own)
    assert note.endswith("heet start-nieuw-3.ipynb")
    assert (own / "start-nieuw.ipynb").read_bytes() == notebook("ook van mij")


def test_one_that_was_thrown_away_comes_back(shipped: Path, own: Path) -> None:
    (own / "start.ipynb").unlink()
    assert renew_workbooks(shipped, own) == []
    assert (own / "start.ipynb").read_bytes() == notebook("een")


@pytest.mark.parametrize("memory", [b"", b"{", b"[1]", b'{"start.ipynb": 3}', b"\xff\xfe"])
def test_a_damaged_memory_changes_nothing_that_is_hers(
    shipped: Path, own: Path, memory: bytes
) -> None:
    (own / MEMORY).write_bytes(memory)
    (own / "start.ipynb").write_bytes(notebook("van mij"))
    (note,) = renew_workbooks(shipped, own)
    assert "start-nieuw.ipynb" in note
    assert (own / "start.ipynb").read_bytes() == notebook("van mij")
    assert set(json.loads((own / MEMORY).read_bytes())) == {"start.ipynb"}


def test_one_that_is_held_is_told_and_renewed_the_next_time(
    shipped: Path, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (shipped / "andere.ipynb").write_bytes(notebook("een"))
    (shipped / "start.ipynb").write_bytes(notebook("twee"))
    really = Path.replace

    def held(self: Path, target: Path) -> Path:
        if target.name == "start.ipynb":
            raise PermissionError(errno.EACCES, "no")
        return really(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", held)
        (note,) = renew_workbooks(shipped, own)
    assert note == (
        "werkboeken/start.ipynb kon coachkit niet vernieuwen (je mag er niet bij) en blijft zoals "
        "het is; sluit het als het ergens openstaat, of kijk naar de rechten van het bestand"
    )
    assert (own / "andere.ipynb").read_bytes() == notebook("een")
    assert renew_workbooks(shipped, own) == []
    assert (own / "start.ipynb").read_bytes() == notebook("twee")


def test_a_memory_that_cannot_be_written_is_told(
    shipped: Path, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (shipped / "start.ipynb").write_bytes(notebook("twee"))
    really = Path.replace

    def held(self: Path, target: Path) -> Path:
        if target.name == MEMORY:
            raise PermissionError(errno.EACCES, "no")
        return really(self, target)

    monkeypatch.setattr(Path, "replace", held)
    (note,) = renew_workbooks(shipped, own)
    assert MEMORY in note


def test_a_folder_in_the_place_of_a_workbook_is_told(shipped: Path, own: Path) -> None:
    (own / "start.ipynb").unlink()
    (own / "start.ipynb").mkdir()
    (note,) = renew_workbooks(shipped, own)
    assert "start.ipynb is een map" in note


@pytest.mark.parametrize("data", [b"", b"geen json", b"[]", b'{"cells": 3}', b'{"cells": [3]}'])
def test_what_is_no_notebook_has_a_fingerprint_too(data: bytes) -> None:
    assert fingerprint(data) == fingerprint(data)
    assert fingerprint(data) != fingerprint(data + b" ")

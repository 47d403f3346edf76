"""Where the files are that travel with coachkit."""

from __future__ import annotations

from pathlib import Path

import pytest

from coachkit import resources
from coachkit.resources import data_folder


@pytest.mark.parametrize("name", ["templates", "vraagbank", "workbooks"])
def test_in_a_checkout_the_folders_stand_at_its_top(name: str) -> None:
    folder = data_folder(name)
    assert folder.is_dir()
    assert folder.name == name


def test_in_a_wheel_the_folders_stand_in_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packaged = tmp_path / "site-packages" / "coachkit" / "_data" / "templates"
    packaged.mkdir(parents=True)
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path / "site-packages" / "coachkit")
    assert data_folder("templates") == packaged
    assert data_folder("vraagbank") == tmp_path / "vraagbank"

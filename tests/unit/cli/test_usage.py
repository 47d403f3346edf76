"""Arguments as people and shells give them."""

from __future__ import annotations

import pytest

from coachkit.cli.usage import spread


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("make a.yaml --after b.pdf c.ipynb", "make a.yaml --after b.pdf --after c.ipynb"),
        ("make --after b.pdf c.pdf a.YAML", "make --after b.pdf --after c.pdf a.YAML"),
        ("make --after b.pdf c.pdf --out d", "make --after b.pdf --after c.pdf --out d"),
        ("make --after b --after c d", "make --after b --after c --after d"),
        ("make a.yaml --after", "make a.yaml --after"),
        ("make a.yaml b.yaml --out c d", "make a.yaml b.yaml --out c d"),
        ("read b.pdf c.pdf", "read b.pdf c.pdf"),
    ],
)
def test_after_takes_all_files_that_follow(typed: str, read: str) -> None:
    assert spread(typed.split()) == read.split()

"""Comments in YAML: found where they stand, and never in a text."""

from __future__ import annotations

from pathlib import Path

import pytest

from coachkit.bank.comments import has_comments, open_marks
from coachkit.bank.tables.files import read_sets
from coachkit.errors import InputError

SET = """# yaml-language-server: $schema=x.json
naam: Moed
vragen:
  - id: a
    vraag: >
      Wat # voorstel?
    vraag_u: "x # voorstel"
    bron: b#BESLIS
    categorie: pijn
"""


@pytest.mark.parametrize(
    ("extra", "places"),
    [
        ("", []),
        ("    hulp: Rust  # voorstel\n", [(10, 17)]),
        ("    hulp: Rust  # BESLIS: kies een naam\n", [(10, 17)]),
        ("    labels: # voorstel\n      - b  #BESLIS\n", [(10, 13), (11, 12)]),
        ("    hulp: |  # voorstel\n      Rust # voorstel\n", [(10, 14)]),
        ("  - {id: b, vraag: c, vraag_u: '# voorstel'}  # voorstel\n", [(10, 47)]),
        ("    hulp: Rust  # een voorstel van Linde\n", []),
        ("    hulp: 𝄞é  # voorstel\n", [(10, 15)]),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_open_marks_are_found_in_comments_only(
    extra: str, places: list[tuple[int, int]], newline: str
) -> None:
    found = open_marks((SET + extra).replace("\n", newline).encode(), "moed.yaml")
    assert [(p.line, p.column) for p in found] == places
    assert all(p.path == "moed.yaml" and "coachkit bank formal --reviewed" in p.cure for p in found)


@pytest.mark.parametrize(
    ("text", "found"),
    [(SET, False), (SET + "# los\n", True), (SET + "    hulp: x # y\n", True), ("a: [\n", False)],
)
def test_the_line_for_the_schema_is_no_comment_of_a_trainer(text: str, found: bool) -> None:
    assert has_comments(text.encode()) is found
    assert has_comments(b"\xef\xbb\xbf" + text.encode()) is found


def test_a_set_with_open_marks_does_not_become_a_table(tmp_path: Path) -> None:
    path = tmp_path / "moed.yaml"
    path.write_text(SET + "    hulp: Rust  # voorstel\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"moed.yaml:10:17: .*nog niet nagekeken"):
        read_sets([path])
    path.write_text(SET + "    hulp: Rust\n", encoding="utf-8")
    assert read_sets([path])

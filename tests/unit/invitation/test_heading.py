from __future__ import annotations

from collections.abc import Callable

import pytest

from coachkit.invitation.facts import Facts
from coachkit.invitation.heading import Opening, opening

MakeFacts = Callable[..., Facts]
LONG = "Dit is een zin van veel meer dan acht gewone woorden bij elkaar."


@pytest.mark.parametrize(
    ("changes", "start"),
    [
        (
            {"kop": "Een eigen kop.", "last": "Je belt weer. Niemand.", "wens": "Rust."},
            Opening("Een eigen kop", "Je belt weer. Niemand.", "Rust."),
        ),
        (
            {"last": "Je belt weer eens. Niemand neemt op.", "wens": "Rust."},
            Opening("Je belt weer eens", "Niemand neemt op.", "Rust."),
        ),
        (
            {"last": LONG, "wens": "Hoe zou rust zijn? Je gaat wandelen."},
            Opening("Hoe zou rust zijn?", LONG, "Je gaat wandelen."),
        ),
        (
            {"last": "U belt. Niemand neemt op.", "wens": "Rust."},
            Opening("", "U belt. Niemand neemt op.", "Rust."),
        ),
        (
            {"last": "Je belt weer eens.", "wens": "Rust."},
            Opening("Je belt weer eens", "", "Rust."),
        ),
        ({"last": LONG, "wens": "Hoe zou rust zijn?"}, Opening("", LONG, "Hoe zou rust zijn?")),
        ({"last": LONG, "wens": "Rust is fijn. Echt."}, Opening("", LONG, "Rust is fijn. Echt.")),
    ],
)
def test_a_sentence_that_becomes_the_heading_leaves_its_paragraph(
    make_facts: MakeFacts, changes: dict[str, str], start: Opening
) -> None:
    assert opening(make_facts(**changes)) == start

"""Words on a screen: sentences that end once, and problems that a person can find."""

from __future__ import annotations

import pytest

from coachkit.errors import FileError, InputError, Problem
from coachkit.ui.screen import sentences
from coachkit.ui.words import sentence


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("dit is leeg", "Dit is leeg."),
        ("welke dag klopt?", "Welke dag klopt?"),
        ('schrijf: "U belt."', 'Schrijf: "U belt."'),
        ("hij zegt 'nee'", "Hij zegt 'nee'."),
        ("kies er een (of geen)", "Kies er een (of geen)."),
        ("feiten.yaml is niet te lezen", "feiten.yaml is niet te lezen."),
        ("o.a. dit", "O.a. dit."),
    ],
)
def test_a_sentence_has_a_capital_and_one_end(text: str, told: str) -> None:
    assert sentence(text) == told


def test_a_problem_tells_its_file_and_line_readably() -> None:
    problem = Problem(
        "het inspringen klopt niet", "kijk", path="stuk feiten.yaml", line=3, column=1
    )
    assert sentences(InputError([problem, problem])) == [
        "In stuk feiten.yaml, regel 3: het inspringen klopt niet; kijk."
    ]
    assert sentences(InputError([problem.at("je blad")])) == [
        "In je blad: het inspringen klopt niet; kijk."
    ]
    assert sentences(FileError("sanne.pdf is beschadigd.")) == ["sanne.pdf is beschadigd."]

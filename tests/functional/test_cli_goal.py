"""The command goal: a client's goal is said back in a sentence."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

Run = Callable[..., Any]


def test_the_sentence_is_said_back(run: Run) -> None:
    ran = run("goal", "mijn huis opruimen")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[:3] == [
        'Klopt dit: "Wat helpt je om je huis op te ruimen?"',
        "doel_te: je huis op te ruimen",
        "doel_nominaal: je huis opruimen",
    ]


def test_it_speaks_the_form_of_address(run: Run) -> None:
    assert (
        '"Wat helpt u om zich beter te voelen?"'
        in run("goal", "me beter voelen", "--form", "u").out
    )


def test_what_is_not_certain_is_asked(run: Run) -> None:
    ran = run("goal", "meer rust")
    assert (ran.code, ran.out) == (0, 'doel: "meer rust"\n')
    assert "doel_te: wat past achter" in ran.err


def test_with_json_nothing_else_is_printed(run: Run) -> None:
    for goal, status in (("meer bewegen", "auto"), ("meer rust", "ask")):
        ran = run("goal", goal, "--json")
        assert ran.err == ""
        assert json.loads(ran.out)["status"] == status


def test_a_form_of_address_that_does_not_exist_is_refused(run: Run) -> None:
    assert run("goal", "meer bewegen", "--form", "jij").code == 2

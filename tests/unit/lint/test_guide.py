"""The guide for writing good questions tells the rules as they are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from coachkit.lint.registry import LEVELS, RULES
from coachkit.lint.rule import Rule

GUIDE = Path(__file__).parents[3] / "docs" / "vragen-schrijven.md"
TEXT = GUIDE.read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^### `([a-z-]+)`\n(.*?)(?=^##|\Z)", TEXT, re.MULTILINE | re.DOTALL))


def test_the_guide_has_a_section_for_each_rule_and_no_other() -> None:
    assert sorted(SECTIONS) == sorted(RULES)


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_a_section_has_the_level_and_the_examples_of_its_rule(rule: Rule) -> None:
    told = " ".join(SECTIONS[rule.id].split())
    assert told.startswith(f"*{LEVELS[rule.level].capitalize()}.*")
    assert all(text in told for text in (rule.why, rule.bad, rule.good, rule.source))

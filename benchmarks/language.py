"""How often is a converted text right, and how often does it ask? Limits are in each part.

Run: python benchmarks/language.py [--verbose]
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coachkit.language.formal import to_formal
from coachkit.language.goal import GoalForms, goal_forms
from coachkit.vocabulary import Form

DATA = Path(__file__).parent / "data"

FORMAL_PRECISION = 0.98
"""Of the texts that ``to_formal`` calls automatic, so many must be right."""

FORMAL_AUTOMATIC = 0.80
"""Of the texts that need no person, so many must be automatic."""

GOAL_PRECISION, GOAL_AUTOMATIC, GOAL_ASKS = 0.97, 0.80, 1.0
"""Of goals put in a sentence by itself, so many right; of those that can be, so many; and of those
that must be asked, so many asked."""


@dataclass(frozen=True)
class Share:
    """A count out of a total, with the least that it must be."""

    name: str
    count: int
    total: int
    least: float = 0.0

    @property
    def value(self) -> float:
        """The part of the total, from 0 to 1."""
        return self.count / self.total if self.total else 1.0

    def __str__(self) -> str:
        limit = f" (must be at least {self.least:.0%})" if self.least else ""
        return f"  {self.name}: {self.count} of {self.total} = {self.value:.1%}{limit}"


def measure_formal(*, verbose: bool) -> list[Share]:
    """From je to u, on ``data/formal.jsonl``: ``alt`` is right too, ``needs_markup`` must ask."""
    rows = read("formal.jsonl")
    results = [(row, to_formal(row["je"])) for row in rows]
    automatic = [(row, result) for row, result in results if result.status == "auto"]
    wrong = [
        (row, result)
        for row, result in automatic
        if row["needs_markup"] or result.text not in (row["u"], *row.get("alt", ()))
    ]
    must_ask = [result for row, result in results if row["needs_markup"]]
    if verbose:
        for row, result in wrong:
            print(f"  WRONG {row['je']}\n     -> {result.text}\n   want {row['u']}")
        for row, result in results:
            if result.status == "ask" and not row["needs_markup"]:
                print(f"  ASKS {row['je']}\n    -> {result.text} ({result.why})")
    right, ordinary = len(automatic) - len(wrong), len(rows) - len(must_ask)
    unasked = sum(not row["needs_markup"] for row, _ in automatic)
    asked = sum(result.status == "ask" for result in must_ask)
    return [
        Share("automatic", unasked, ordinary, FORMAL_AUTOMATIC),
        Share("automatic and right", right, len(automatic), FORMAL_PRECISION),
        Share("asks where it must", asked, len(must_ask)),
    ]


def measure_goal(*, verbose: bool) -> list[Share]:
    """A client's goal in a sentence, on ``data/goal.jsonl``: right is right in je and in u."""
    results = [
        (row, [goal_forms(row["goal"], form) for form in Form]) for row in read("goal.jsonl")
    ]
    automatic = [(row, forms) for row, forms in results if forms[0].status == "auto"]
    wrong = [(row, forms) for row, forms in automatic if not _goal_is_right(row, forms)]
    if verbose:
        for row, forms in wrong:
            print(f"  WRONG {row['goal']}\n     -> {forms[0].te} | {forms[1].te}")
        for row, forms in results:
            if forms[0].status == "ask" and row["policy"] == "auto":
                print(f"  ASKS {row['goal']} ({forms[0].why})")
    by_policy = {policy: sum(row["policy"] == policy for row, _ in results) for policy in POLICIES}
    unasked = {policy: sum(row["policy"] == policy for row, _ in automatic) for policy in POLICIES}
    asked = by_policy["ask"] - unasked["ask"]
    right = len(automatic) - len(wrong)
    return [
        Share("automatic", unasked["auto"], by_policy["auto"], GOAL_AUTOMATIC),
        Share("automatic and right", right, len(automatic), GOAL_PRECISION),
        Share("asks where it must", asked, by_policy["ask"], GOAL_ASKS),
    ]


POLICIES = ("auto", "ask", "ask_or_correct")


def _goal_is_right(row: dict[str, Any], forms: list[GoalForms]) -> bool:
    also = row.get("alt", {})
    return row["policy"] != "ask" and all(
        getattr(said, kind) in (row[f"{kind}_{form}"], *also.get(f"{kind}_{form}", ()))
        for form, said in zip(Form, forms, strict=True)
        for kind in ("te", "nominal")
    )


def read(name: str) -> list[dict[str, Any]]:
    """Return the labelled texts of a file in ``data/``."""
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line]


PARTS = {"formal": measure_formal, "goal": measure_goal}


def main() -> int:
    missed = 0
    for name, measure in PARTS.items():
        print(f"{name}:")
        for share in measure(verbose="--verbose" in sys.argv):
            print(share)
            missed += share.value < share.least
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())

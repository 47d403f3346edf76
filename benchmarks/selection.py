"""How long does selection take in a bank of 50,000 questions? Limit: 100 ms after loading.

Run: python benchmarks/selection.py
"""

from __future__ import annotations

import gc
import random
import statistics
import sys
import time

from coachkit.bank.bank import Bank
from coachkit.bank.load import load_bank
from coachkit.language.goal import goal_forms
from coachkit.model import Brief, Question
from coachkit.vocabulary import Phase, Situation
from coachkit.worksheet.compose import make_worksheet

QUESTIONS = 50_000
LIMIT = 0.100
ROUNDS = 30


def large_bank() -> Bank:
    """Return the shipped bank, its questions copied under new ids until there are 50,000."""
    shipped = load_bank()
    rng = random.Random(1)
    originals = list(shipped.questions.values())
    questions: dict[str, Question] = dict(shipped.questions)
    while len(questions) < QUESTIONS:
        original = rng.choice(originals)
        copy = original.model_copy(
            update={
                "id": f"{original.id}-{len(questions)}",
                "phases": tuple(rng.sample(list(Phase), rng.choice((0, 1, 2)))),
                "situations": tuple(rng.sample(list(Situation), rng.choice((0, 0, 1, 3)))),
            }
        )
        questions[copy.id] = copy
    return Bank(questions, shipped.recipes)


def main() -> int:
    bank = large_bank()
    start = time.perf_counter()
    _ = bank.index
    print(f"index of {len(bank.questions):,} questions, once after loading: {_ms(start)}")
    start = time.perf_counter()
    goal_forms("meer bewegen", "je")
    print(f"word tables for the goal, once a process: {_ms(start)}")
    # What was loaded stays: collecting it belongs to loading, not to the first selection.
    gc.collect()
    times = []
    for seed in range(ROUNDS):
        brief = Brief(
            name="Sanne",
            goal="meer bewegen",
            situation=list(Situation)[seed % len(Situation)],
            phase=Phase.DECISION,
        )
        start = time.perf_counter()
        make_worksheet(bank, brief, "huiswerk", seed=seed)
        times.append(time.perf_counter() - start)
    worst, median = max(times), statistics.median(times)
    print(f"selection: median {median * 1000:.1f} ms, worst {worst * 1000:.1f} ms")
    print(f"ratio to the limit of {LIMIT * 1000:.0f} ms: {worst / LIMIT:.2f} (must be at most 1)")
    return 0 if worst <= LIMIT else 1


def _ms(start: float) -> str:
    return f"{(time.perf_counter() - start) * 1000:.0f} ms"


if __name__ == "__main__":
    sys.exit(main())

"""How good is the linter, and how quick?

Run: python benchmarks/lint.py            precision and recall on labelled questions
     python benchmarks/lint.py FILE...    the same on other questions
     python benchmarks/lint.py --speed    seconds for 10,000 questions, on one core
"""

from __future__ import annotations

import json
import random
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

from coachkit.bank.load import load_bank
from coachkit.lint.near import near_pairs
from coachkit.lint.question import check_question
from coachkit.model import Question
from coachkit.model.pattern import MAX_EXPANSIONS

DATA = sorted((Path(__file__).parent / "data").glob("lint*.jsonl"))

# Rule: the precision and the recall that it must have.
LIMITS = {
    **dict.fromkeys(("waarom", "meer-vragen", "lang", "moeten"), (0.95, 0.95)),
    **dict.fromkeys(("gesloten", "geen-vraag", "jargon"), (0.90, 0.85)),
    **dict.fromkeys(("ontkenning", "absoluut", "dubbel"), (0.90, 0.85)),
    **dict.fromkeys(("leesniveau", "opdracht"), (0.80, 0.70)),
    **dict.fromkeys(("sturend", "advies"), (0.90, 0.0)),
}

QUESTIONS = 10_000
LINT_LIMIT = 10.0
NEAR_LIMIT = 30.0
PATTERNS = 8
PATTERNS_LIMIT = 15.0


def main(words: list[str]) -> int:
    if words == ["--speed"]:
        return _speed()
    return max(_quality(path) for path in ([Path(word) for word in words] or DATA))


def _quality(path: Path) -> int:
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [row for row in map(json.loads, lines) if not row["borderline"]]
    right, extra, missed = _counts(rows)
    failed = 0
    print(f"{len(rows)} questions of {path.name}, without the borderline ones")
    for rule, (least_precision, least_recall) in LIMITS.items():
        precision = right[rule] / ((right[rule] + extra[rule]) or 1)
        recall = right[rule] / ((right[rule] + missed[rule]) or 1)
        known = right[rule] + missed[rule] > 0
        good = not known or (precision >= least_precision and recall >= least_recall)
        failed += not good
        print(
            f"{rule:12} precision {precision:.2f} (limit {least_precision:.2f})  "
            f"recall {recall:.2f} (limit {least_recall:.2f})  "
            f"{right[rule]} right, {extra[rule]} extra, {missed[rule]} missed"
            f"{'' if good else '  TOO LOW'}"
        )
    return 1 if failed else 0


def _counts(rows: list[dict[str, Any]]) -> tuple[Counter[str], Counter[str], Counter[str]]:
    right: Counter[str] = Counter()
    extra: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    for row in rows:
        wanted = set(row["labels"])
        found = {p.rule for p in check_question(row["text"])} & LIMITS.keys()
        right.update(wanted & found)
        extra.update(found - wanted)
        missed.update(wanted - found)
        for word in sorted(wanted ^ found):
            print(f"  {'missed' if word in wanted else 'extra '} {word}: {row['text']}")
    return right, extra, missed


def _speed() -> int:
    shipped = [q for q in load_bank(lenient=True).questions.values() if not q.is_pattern]
    questions = _many(shipped, random.Random(1))
    start = time.perf_counter()
    for question in questions:
        check_question(question)
    lint = time.perf_counter() - start
    print(f"linting {len(questions):,} questions: {lint:.1f} s (limit {LINT_LIMIT:.0f})")
    texts = [question.text for question in questions]
    start = time.perf_counter()
    pairs = list(near_pairs(texts, range(len(texts))))
    near = time.perf_counter() - start
    print(f"near-duplicates among them: {near:.1f} s (limit {NEAR_LIMIT:.0f}), {len(pairs)} pairs")
    start = time.perf_counter()
    texts, groups = _wordings(random.Random(1))
    found = list(near_pairs(texts, groups))
    patterns = time.perf_counter() - start
    print(
        f"the same for {PATTERNS} patterns of {MAX_EXPANSIONS} wordings: {patterns:.1f} s "
        f"(limit {PATTERNS_LIMIT:.0f}), {len(found)} pairs"
    )
    slow = lint > LINT_LIMIT or near > NEAR_LIMIT or patterns > PATTERNS_LIMIT
    return 1 if slow else 0


def _wordings(rng: random.Random) -> tuple[list[str], list[int]]:
    """Return the wordings of patterns: half are alike, half only have the same letters."""
    texts, groups = [], []
    for pattern in range(PATTERNS):
        words = ["".join(rng.sample("stapreginald", 12)) for _ in range(3)]
        one, two, three = words if pattern % 2 else ("hulp", "thuis", f"rust{pattern}")
        for wording in range(MAX_EXPANSIONS):
            texts.append(f"Welke {one} {two} geeft {three} op {wording // 20} en {wording % 20}?")
            groups.append(pattern)
    return texts, groups


def _many(shipped: list[Question], rng: random.Random) -> list[Question]:
    """Return questions like the shipped ones, with some of their words changed for others."""
    words = [word for question in shipped for word in question.text.rstrip("?").split()]
    found = []
    while len(found) < QUESTIONS:
        original = rng.choice(shipped)
        changes: dict[str, object] = {"id": f"vraag-{len(found)}"}
        for name in ("text", "follow_up"):
            texts = [getattr(original, key) or "" for key in (name, f"{name}_formal")]
            new = {i: rng.choice(words) for i in range(20) if rng.random() < 0.3}
            for key, text in zip((name, f"{name}_formal"), texts, strict=True):
                changed = [new.get(i, word) for i, word in enumerate(text.split())]
                changes[key] = " ".join(changed) or None
        found.append(original.model_copy(update=changes))
    return found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""The linter finds what it should in the labelled questions of the benchmark."""

from __future__ import annotations

import json
import runpy
from pathlib import Path

import pytest

BENCHMARK = Path(__file__).parents[2] / "benchmarks" / "lint.py"


def test_precision_and_recall_are_above_their_limits(capsys: pytest.CaptureFixture[str]) -> None:
    main = runpy.run_path(str(BENCHMARK))["main"]
    assert main([]) == 0
    assert capsys.readouterr().out.count("limit 0.95") == 16


def test_a_figure_below_its_limit_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = {"text": "Wat wil je?", "labels": ["waarom"], "borderline": False}
    (tmp_path / "x.jsonl").write_text(json.dumps(wrong) + "\n")
    main = runpy.run_path(str(BENCHMARK))["main"]
    assert main([str(tmp_path / "x.jsonl")]) == 1
    assert "TOO LOW" in capsys.readouterr().out
